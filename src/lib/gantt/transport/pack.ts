import type { Link } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { ScheduleData } from '../data.ts';
import { BETWEEN, fromColumns, toColumns, type Columns } from './columns.ts';

type Baseline = NonNullable<ScheduleData['baseline']>;
type Versioned = Link & { version?: number };
/** A line by its place among the items, or by its id where it is none of them. */
type Place = number | string;

interface Packed {
	rest: Omit<ScheduleData, 'items' | 'links' | 'baseline'>;
	items: Columns;
	links: Columns;
	ends: Place[];
	/** Of each item its days in the frozen plan: none, `=` where it still stands on them, or both. And what is gone since. */
	frozen: { days: string; gone: Baseline } | null;
}

function frozenDays(items: readonly ScheduleItem[], baseline: Baseline): NonNullable<Packed['frozen']> {
	const ids = new Set(items.map(({ id }) => id));
	const days = items.map(({ id, startsOn, endsOn }) => {
		const then = baseline[id];
		if (!then) return '';
		return then.startsOn === startsOn && then.endsOn === endsOn ? '=' : `${then.startsOn} ${then.endsOn}`;
	});
	const gone: Baseline = {};
	for (const id in baseline) if (!ids.has(id)) gone[id] = baseline[id]!;
	return { days: days.join(BETWEEN), gone };
}

function frozenPlan(items: readonly ScheduleItem[], { days, gone }: NonNullable<Packed['frozen']>): Baseline {
	const baseline: Baseline = {};
	for (const [at, said] of days.split(BETWEEN).entries()) {
		const item = items[at];
		if (!item || said === '') continue;
		const [startsOn, endsOn] = said === '=' ? [item.startsOn, item.endsOn] : said.split(' ');
		baseline[item.id] = { startsOn: startsOn!, endsOn: endsOn! };
	}
	return Object.assign(baseline, gone);
}

/** A schedule as the page is given it, as one short text: thousands of lines are too many to be written one value at a time. */
export function packSchedule(schedule: ScheduleData): string {
	const { items, links, baseline, ...rest } = schedule;
	const places = new Map(items.map(({ id }, at) => [id, at]));
	const place = (id: string): Place => places.get(id) ?? id;
	const packed: Packed = {
		rest,
		items: toColumns(items, ['dependsOn']),
		links: toColumns(links, ['from', 'to']),
		ends: links.flatMap(({ from, to }) => [place(from), place(to)]),
		frozen: baseline && frozenDays(items, baseline)
	};
	return JSON.stringify(packed);
}

/** The schedule again, value for value; what each line follows is told by the links. */
export function unpackSchedule(packed: string): ScheduleData {
	const { rest, items: columns, links: ties, ends, frozen } = JSON.parse(packed) as Packed;
	const items = fromColumns(columns) as unknown as ScheduleItem[];
	const idAt = (place: Place) => (typeof place === 'number' ? items[place]!.id : place);
	const follows = new Map<string, string[]>();
	const links = fromColumns(ties).map((tie, at) => {
		const [from, to] = [idAt(ends[2 * at]!), idAt(ends[2 * at + 1]!)];
		const known = follows.get(to);
		if (known) known.push(from);
		else follows.set(to, [from]);
		return { ...tie, from, to } as Versioned;
	});
	for (const item of items) item.dependsOn = follows.get(item.id) ?? [];
	return { ...rest, items, links, baseline: frozen && frozenPlan(items, frozen) };
}

const whole = new WeakSet<object>();

/** A schedule that travels to the browser packed. Same value, same type. */
export function travels<S extends ScheduleData>(schedule: S): S {
	whole.add(schedule);
	return schedule;
}

/** For Kit, which asks of everything a page is given. */
export const encodeSchedule = (value: unknown): string | false =>
	typeof value === 'object' && value !== null && whole.has(value) && packSchedule(value as ScheduleData);
