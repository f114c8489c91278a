import type { ScheduleItem } from '../../types.ts';
import { planLimits, quoted, type Fault, type PlanRow, type Reading, type Remark } from '../plan.ts';
import { absentOf } from './absent.ts';
import { calendarRemark } from './calendar.ts';
import { differencesOf, valuesIn } from './differences.ts';
import { compareLinks, type Placed } from './links.ts';
import { finder } from './match.ts';
import type { Added, Changed, Comparison, Standing, Unplaced } from './types.ts';

/**
 * Holds a file against the schedule as it stands: what it brings, what it changes (both values), what it leaves alone,
 * what it does not have, and all that is wrong, each with its line. Pure: nothing is kept here.
 *
 * Phases come from the contract: those of the file are only recognised. Where one is not, the person says which phase
 * its lines go to.
 * @param places the phase chosen for each phase of the file that the mission does not have, by name; null: outside
 */
export function compare(
	reading: Reading,
	standing: Standing,
	places: Readonly<Record<string, string | null>> = {}
): Comparison {
	const faults: Fault[] = [...reading.faults];
	const remarks: Remark[] = [...reading.remarks];
	const { find, phase } = finder(standing);
	const phases = new Map(
		[...standing.items, ...standing.undated]
			.filter(({ kind }) => kind === 'phase')
			.map((one) => [one.id, one.title])
	);
	const words = {
		phase: (id: string | null) => (id === null ? null : (phases.get(id) ?? null)),
		organisation: (id: string | null) => standing.organisations.find((one) => one.id === id)?.name ?? null
	};
	const taken = new Set<string>();
	const placed = new Map<string, Placed>();
	const unplaced = new Map<string, Unplaced>();
	const added: Added[] = [];
	const changed: Changed[] = [];
	let unchanged = 0;

	/** The phase a line of the file goes to; undefined when the file does not say. */
	function placeOf(row: PlanRow): string | null | undefined {
		if (row.under === undefined) return undefined;
		const found = row.under.map(phase).find((one) => one !== null);
		if (found) return found.id;
		const top = row.under.at(-1);
		if (!top) return null;
		const choice = places[top.title];
		if (choice === null || (choice !== undefined && phases.has(choice))) return choice;
		const known = unplaced.get(top.title);
		unplaced.set(top.title, {
			name: top.title,
			line: known?.line ?? row.line,
			count: (known?.count ?? 0) + 1
		});
		return null;
	}

	/** A line that is taken as it is: its links are told apart from those of a phase. */
	const keep = (row: PlanRow, end: string, kind: string) =>
		placed.set(row.key, {
			end,
			title: row.title,
			carries: kind !== 'phase',
			follows: kind !== 'meeting'
		});

	function change(row: PlanRow, item: ScheduleItem): void {
		keep(row, item.id, item.kind);
		taken.add(item.id);
		const moved =
			(row.startsOn !== null && row.startsOn !== item.startsOn) ||
			(row.endsOn !== null && row.endsOn !== item.endsOn);
		if (item.kind === 'phase') {
			if (moved)
				remarks.push({
					line: row.line,
					column: 'startsOn',
					code: 'phase_dates_left',
					value: quoted(row.title)
				});
			unchanged++;
			return;
		}
		const fault = (code: Fault['code']) =>
			faults.push({ line: row.line, column: 'startsOn', code, value: quoted(item.title) });
		if (item.kind === 'meeting' || item.fixedByContract) {
			const renamed = item.kind !== 'meeting' && row.title !== '' && row.title !== item.title;
			if (moved || renamed) fault(item.kind === 'meeting' ? 'meeting_elsewhere' : 'dates_fixed');
			else unchanged++;
			return;
		}
		if (row.startsOn === null || row.endsOn === null) return missing(row);
		const said = valuesIn(row, placeOf(row), standing);
		leaveOrganisation(row, said.organisationId);
		const { values, differences } = differencesOf(item, said, words);
		if (differences.length === 0) return void unchanged++;
		const { id, kind, code, title, version } = item;
		changed.push({
			line: row.line,
			id,
			kind: kind as Changed['kind'],
			code,
			title,
			version,
			values,
			differences
		});
	}

	function missing(row: PlanRow): void {
		const column = row.startsOn === null ? 'startsOn' : 'endsOn';
		// What is written there was already refused.
		if (faults.some((one) => one.line === row.line && one.column === column)) return;
		faults.push({ line: row.line, column, code: 'date_missing', value: quoted(row.title) });
	}

	function leaveOrganisation(row: PlanRow, found: string | null | undefined): void {
		if (row.organisation && found === undefined)
			remarks.push({
				line: row.line,
				column: 'organisation',
				code: 'organisation_left',
				value: quoted(row.organisation)
			});
	}

	for (const row of reading.rows) {
		for (const column of ['actualStart', 'actualEnd'] as const) {
			const day = row[column];
			if (day && day > standing.today)
				faults.push({ line: row.line, column, code: 'in_the_future', value: day });
		}
		const { matched, fault } = find(row, taken);
		if (fault) faults.push(fault);
		if (matched.how === 'item') {
			if (!fault) change(row, matched.item);
			continue;
		}
		if (matched.how === 'undated') {
			const { line } = matched;
			keep(row, line.id, line.kind);
			taken.add(line.id);
			const asBefore = row.startsOn === line.startsOn && row.endsOn === line.endsOn;
			if (line.kind === 'phase' || fault || asBefore) unchanged++;
			else if (line.fixedByContract)
				faults.push({
					line: row.line,
					column: 'startsOn',
					code: 'dates_fixed',
					value: quoted(line.title)
				});
			else if (row.startsOn === null || row.endsOn === null) missing(row);
			else {
				const { id, code, title, version } = line;
				changed.push({
					line: row.line,
					id,
					kind: line.kind as Changed['kind'],
					code,
					title,
					version,
					values: { startsOn: row.startsOn, endsOn: row.endsOn },
					differences: [
						{ name: 'startsOn', before: line.startsOn, after: row.startsOn },
						{ name: 'endsOn', before: line.endsOn, after: row.endsOn }
					]
				});
			}
			continue;
		}
		if (matched.kind === 'phase') {
			placed.set(row.key, { end: '', title: row.title, carries: false, follows: false });
			if (!reading.rows.some(({ under }) => under?.some(({ title }) => title === row.title)))
				remarks.push({
					line: row.line,
					column: 'kind',
					code: 'phase_left',
					value: quoted(row.title)
				});
			continue;
		}
		if (matched.kind === 'meeting') {
			faults.push({
				line: row.line,
				column: 'kind',
				code: 'meeting_elsewhere',
				value: quoted(row.title)
			});
			continue;
		}
		if (row.startsOn === null || row.endsOn === null) {
			missing(row);
			continue;
		}
		keep(row, `new:${row.key}`, matched.kind);
		const values = valuesIn(row, placeOf(row) ?? null, standing);
		leaveOrganisation(row, values.organisationId);
		const { startsOn, endsOn, title } = row;
		added.push({
			line: row.line,
			key: row.key,
			kind: matched.kind,
			code: row.code,
			values: { ...values, title, startsOn, endsOn }
		});
	}

	for (const { name, line, count } of unplaced.values())
		faults.push({ line, column: 'phase', code: 'phase_unplaced', value: `${quoted(name)} (${count})` });
	const tasks = standing.items.filter(({ kind }) => kind === 'task').length;
	const over = added.filter(({ kind }) => kind === 'task')[planLimits.lines - tasks];
	if (over) faults.push({ line: over.line, code: 'too_many_lines', value: String(planLimits.lines) });
	const titles = new Map([...standing.items, ...standing.undated].map(({ id, title }) => [id, title]));
	const tied = reading.hasLinks
		? compareLinks(reading.links, placed, standing.links, (id) => titles.get(id) ?? id)
		: { changes: [], faults: [], remarks: [] };
	const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
	return {
		added,
		changed,
		unchanged,
		absent: absentOf(standing.items, taken),
		links: tied.changes,
		unplaced: [...unplaced.values()],
		faults: [...faults, ...tied.faults].sort(byLine),
		remarks: [...remarks, ...tied.remarks, ...calendarRemark(reading, standing)].sort(byLine)
	};
}
