import { addDays, addMonths, type Day } from '../../calendar/days.ts';
import { checkRaw, keyOf, type RawFault } from './check.ts';
import { sameValue, type Kept } from './compare-values.ts';
import { readNumber, readPeriod, readSlot, saysNotApplicable } from './csv/cells.ts';
import type { Grain } from '../periods.ts';
import type { Quantity, Raw } from '../types.ts';

/** A value to be recorded: what it takes the place of, or that its place is empty again. */
export type Entry = Raw & { instead: string | null; withdrawn: boolean };

export type GridFault =
	| RawFault
	| 'period_unread'
	| 'slot_unread'
	| 'value_missing'
	| 'value_unread'
	| 'over_unread'
	| 'twice_in_file';

export type GridRead =
	{ ok: true; entries: Entry[]; corrections: number } | { ok: false; faults: Record<string, GridFault> };

/** How many lines a form may have. */
export const GRID_LINES = 100;

/**
 * Reads a table typed by hand: fields `at.0`, `label.0`, `value.0`, `over.0`, and `instead.0`, the value that stood
 * there. Lines left as they were, and empty ones, are passed over; a value that was there and is emptied is taken back.
 */
export function readGrid(
	fields: Readonly<Record<string, unknown>>,
	quantity: Quantity,
	today: Day,
	kept: readonly Kept[]
): GridRead {
	const faults: Record<string, GridFault> = {};
	const entries: Entry[] = [];
	const byId = new Map(kept.map((one) => [one.id, one]));
	const seen = new Set<string>();
	let corrections = 0;
	for (let line = 0; line < GRID_LINES; line++) {
		const field = (name: string) => {
			const given = fields[`${name}.${line}`];
			return typeof given === 'string' ? given.trim() : '';
		};
		const before = byId.get(field('instead')) ?? null;
		const empty = field('value') === '' && field('over') === '';
		if (empty && (before === null || before.withdrawn)) continue;
		const at = periodOf(field('at'));
		if (at === null) {
			faults[`at.${line}`] = field('at').includes('T') ? 'slot_unread' : 'period_unread';
			continue;
		}
		const row: Raw = { at, label: field('label'), value: null, over: null };
		const fault = empty ? null : readInto(row, field('value'), field('over'), quantity);
		const wrong = fault ?? (empty ? null : checkRaw(row, quantity, today));
		if (wrong) {
			faults[`${placeOf[wrong]}.${line}`] = wrong;
			continue;
		}
		if (before && !empty && !before.withdrawn && keyOf(before) === keyOf(row) && sameValue(row, before))
			continue;
		if (seen.has(keyOf(row))) faults[`at.${line}`] = 'twice_in_file';
		seen.add(keyOf(row));
		// What was not read from this line is looked for: the place may be taken already.
		const stood = before ?? kept.find((one) => keyOf(one) === keyOf(row)) ?? null;
		if (!before && stood && !stood.withdrawn && sameValue(row, stood)) continue;
		if (stood) corrections++;
		entries.push({ ...row, instead: stood?.id ?? null, withdrawn: empty });
	}
	return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, entries, corrections };
}

const placeOf: Record<GridFault, 'at' | 'label' | 'value' | 'over'> = {
	period_not_asked: 'at',
	in_the_future: 'at',
	period_unread: 'at',
	slot_unread: 'at',
	twice_in_file: 'at',
	label_missing: 'label',
	label_not_asked: 'label',
	label_too_long: 'label',
	more_than_out_of: 'value',
	value_missing: 'value',
	value_unread: 'value',
	over_unread: 'over'
};

function periodOf(text: string): string | null {
	const [day = '', hours] = text.split('T');
	return hours === undefined ? readPeriod(text) : readSlot(day, hours.replace('/', '-'));
}

function readInto(row: Raw, value: string, over: string, { measure, unit }: Quantity): GridFault | null {
	if (saysNotApplicable(value)) return null;
	if (over !== '' && !saysNotApplicable(over)) {
		row.over = readNumber(over, measure?.kind === 'gap' ? unit : null);
		if (row.over === null) return 'over_unread';
	}
	if (value === '' && row.over !== '0') return 'value_missing';
	row.value =
		value === '' ? '0' : readNumber(value, measure?.kind === 'ratio' && row.over !== null ? null : unit);
	return row.value === null ? 'value_unread' : null;
}

/** The lines a form proposes: the periods up to a day, the latest last; for hours, those of that day. */
export function gridPeriods(
	grain: Grain,
	day: Day,
	hours: { from: number; to: number; step: number }
): string[] {
	const clock = (minutes: number) =>
		`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
	if (grain === 'slot') {
		const found: string[] = [];
		for (let at = hours.from; at + hours.step <= hours.to; at += hours.step)
			found.push(`${day}T${clock(at)}/${clock(at + hours.step)}`);
		return found;
	}
	if (grain === 'day') return Array.from({ length: 7 }, (_, i) => addDays(day, i - 6));
	if (grain === 'month')
		return Array.from({ length: 4 }, (_, i) => addMonths(`${day.slice(0, 7)}-01`, i - 3).slice(0, 7));
	if (grain === 'year') return [String(Number(day.slice(0, 4)) - 1), day.slice(0, 4)];
	return grain === 'mission' ? ['mission'] : [];
}
