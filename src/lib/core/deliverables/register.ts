import type { Day } from '../calendar/days.ts';
import type { Role } from '../contract/roles.ts';
import { states, type State } from './circuit.ts';
import { deadlineOf, type Deadline } from './deadline.ts';
import { isMine, whoseTurn, type Turn } from './turns.ts';
import type { RegisterRow } from './view.ts';

/** The person who reads the register, and the mission's own day. */
export interface Reader {
	roles: Role[];
	signs: boolean;
	isContractor: boolean;
	today: Day;
}

export interface RegisterLine extends RegisterRow {
	turn: Turn;
	mine: boolean;
	deadline: Deadline;
}

export const sortKeys = ['code', 'title', 'state', 'due'] as const;
export type SortKey = (typeof sortKeys)[number];

/** The view of the register, kept in the address. */
export interface RegisterQuery {
	phase: string;
	state: State | 'planned' | '';
	mine: boolean;
	sort: SortKey;
	descending: boolean;
}

/** Reads a view from an address; what it does not know is left out. */
export function readQuery(given: URLSearchParams): RegisterQuery {
	const state = given.get('state') ?? '';
	const sort = given.get('sort') ?? '';
	const key = sort.replace(/^-/, '');
	return {
		phase: given.get('phase') ?? '',
		state: state === 'planned' || (states as readonly string[]).includes(state) ? (state as State) : '',
		mine: given.has('mine'),
		sort: (sortKeys as readonly string[]).includes(key) ? (key as SortKey) : 'code',
		descending: sort.startsWith('-')
	};
}

/** Writes a view as an address: `?phase=E-P1&mine=1`, empty for the plain view. */
export function writeQuery(query: Partial<RegisterQuery>): string {
	const out = new URLSearchParams();
	if (query.phase) out.set('phase', query.phase);
	if (query.state) out.set('state', query.state);
	if (query.mine) out.set('mine', '1');
	if ((query.sort && query.sort !== 'code') || query.descending)
		out.set('sort', `${query.descending ? '-' : ''}${query.sort ?? 'code'}`);
	const text = out.toString();
	return text ? `?${text}` : '';
}

/** Adds to each row whose turn it is, whether it waits for the reader, and how it stands to its date. */
export function readLines(rows: RegisterRow[], reader: Reader): RegisterLine[] {
	return rows.map((row) => {
		const standing = { state: row.state, hasBody: row.body !== null };
		const actor = { ...reader, seats: row.seats };
		return {
			...row,
			turn: whoseTurn(standing),
			mine: isMine(standing, actor, row),
			deadline: deadlineOf(row, reader.today)
		};
	});
}

export interface RegisterGroup {
	phase: string | null;
	title: string | null;
	lines: RegisterLine[];
}

const order: Record<SortKey, (a: RegisterLine, b: RegisterLine) => number> = {
	code: (a, b) => a.position - b.position,
	title: (a, b) => a.title.localeCompare(b.title, 'fr'),
	state: (a, b) => rank(a) - rank(b) || a.position - b.position,
	// What has no date comes last, whichever way.
	due: (a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.position - b.position
};
const rank = (line: RegisterLine) => (line.state ? states.indexOf(line.state) : -1);

/** The lines a view keeps, sorted within each phase, phases in the order of the contract. */
export function arrange(lines: RegisterLine[], query: RegisterQuery): RegisterGroup[] {
	const kept = lines.filter(
		(line) =>
			(!query.phase || line.phase === query.phase) &&
			(!query.state || (line.state ?? 'planned') === query.state) &&
			(!query.mine || line.mine)
	);
	const groups = new Map<string | null, RegisterGroup>();
	for (const line of kept.toSorted((a, b) => (a.phasePosition ?? 1e9) - (b.phasePosition ?? 1e9))) {
		const group = groups.get(line.phase) ?? { phase: line.phase, title: line.phaseTitle, lines: [] };
		group.lines.push(line);
		groups.set(line.phase, group);
	}
	const way = query.descending ? -1 : 1;
	for (const group of groups.values()) group.lines.sort((a, b) => way * order[query.sort](a, b));
	return [...groups.values()];
}
