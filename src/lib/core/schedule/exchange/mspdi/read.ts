import { diffDays } from '#core/calendar/days.ts';
import { nothingRead, planLimits, quoted, type Named, type PlanRow, type Reading } from '../plan.ts';
import { originals } from '../originals.ts';
import { resolveLinks, type WrittenLink } from '../resolve-links.ts';
import { workdays, type Workdays } from '../workdays.ts';
import { linkTypes, MINUTES_PER_DAY } from './fields.ts';
import { readLag } from './lag.ts';
import { edgesOf } from './moments.ts';
import { readCalendar } from './read-calendar.ts';
import { isNullTask, linkElements, nameOf, readTask } from './read-task.ts';
import type { Resource } from './resources.ts';
import { child, children, flag, number, text, type XmlElement } from './xml.ts';

/** Who is assigned to each task, by the task's UID; null when the file assigns nobody. */
function assigned(project: XmlElement): Map<string, Pick<Resource, 'name' | 'group'>[]> | null {
	const resources = new Map(
		children(child(project, 'Resources'), 'Resource').map((one) => [
			text(one, 'UID'),
			{ name: text(one, 'Name'), group: text(one, 'Group') || null }
		])
	);
	const assignments = children(child(project, 'Assignments'), 'Assignment');
	if (assignments.length === 0) return null;
	const found = new Map<string, Pick<Resource, 'name' | 'group'>[]>();
	for (const one of assignments) {
		const resource = resources.get(text(one, 'ResourceUID'));
		if (!resource?.name) continue;
		found.set(text(one, 'TaskUID'), [...(found.get(text(one, 'TaskUID')) ?? []), resource]);
	}
	return found;
}

/** The summary tasks each task stands under, the nearest first, by the levels of the outline as they follow. */
function outline(tasks: readonly XmlElement[]): { under: Named[]; isSummary: boolean }[] {
	const levels = tasks.map((task) => number(task, 'OutlineLevel') ?? 1);
	const above: { level: number; named: Named }[] = [];
	return tasks.map((task, i) => {
		while (above.length > 0 && above.at(-1)!.level >= levels[i]!) above.pop();
		const under = above.map(({ named }) => named).reverse();
		const isSummary = flag(task, 'Summary') || (levels[i + 1] ?? 0) > levels[i]!;
		above.push({ level: levels[i]!, named: nameOf(task) });
		return { under, isSummary };
	});
}

/**
 * Reads an MS Project file (MSPDI, either of its two namespaces) into lines and links. The outline becomes phases; the
 * hours are dropped for civil days; what the schedule does not hold is remarked, what is wrong is a fault with the line
 * of the file.
 * @param root as the server's parser gives it, entities refused and sizes checked
 */
export function readMspdi(root: XmlElement): Reading {
	if (root.name !== 'Project')
		return nothingRead({ line: root.line, code: 'xml_not_project', value: quoted(root.name) });
	const tasks = children(child(root, 'Tasks'), 'Task').filter((task) => !isNullTask(task));
	if (tasks.length === 0) return nothingRead({ line: root.line, code: 'file_empty', value: '' });
	if (tasks.length > planLimits.lines) {
		const { line } = tasks[planLimits.lines]!;
		return nothingRead({ line, code: 'too_many_lines', value: String(planLimits.lines) });
	}
	const calendar = readCalendar(root);
	const isWorked = workdays(calendar);
	const edges = edgesOf(root, isWorked);
	const people = assigned(root);
	const places = outline(tasks);
	const read = tasks.map((task, i) =>
		readTask(task, {
			edges,
			...places[i]!,
			...(people ? { resources: people.get(text(task, 'UID')) ?? [] } : {})
		})
	);
	const rows = originals(read.map(({ row }) => row));
	const faults = read.flatMap((one) => one.faults);
	const remarks = read.flatMap((one) => one.remarks);
	const seen = new Set<string>();
	for (const { key, line } of rows) {
		if (seen.has(key)) faults.push({ line, column: 'number', code: 'line_twice', value: quoted(key) });
		seen.add(key);
	}
	const minutes = number(root, 'MinutesPerDay') || MINUTES_PER_DAY;
	const lengths = new Map(rows.map((row) => [row.key, row]));
	const written = tasks.flatMap((task) =>
		linkElements(task).flatMap((element): WrittenLink[] => {
			const ref = text(element, 'PredecessorUID');
			const type = linkTypes[number(element, 'Type') ?? 1];
			if (!type) {
				faults.push({
					line: element.line,
					column: 'links',
					code: 'link_unreadable',
					value: text(element, 'Type')
				});
				return [];
			}
			const { note, ...lag } = readLag(
				number(element, 'LinkLag') ?? 0,
				number(element, 'LagFormat') ?? 7,
				minutes,
				lengthOf(lengths.get(ref), isWorked)
			);
			if (note)
				remarks.push({ line: element.line, column: 'links', code: note, value: String(lag.lag) });
			return [{ line: element.line, ref, to: text(task, 'UID'), type, ...lag }];
		})
	);
	const { links, faults: broken } = resolveLinks(written, rows);
	faults.push(...broken);
	faults.sort((a, b) => a.line - b.line);
	return { rows, links, hasLinks: true, calendar, faults, remarks };
}

function lengthOf(row: PlanRow | undefined, isWorked: Workdays): { working: number; calendar: number } {
	if (!row?.startsOn || !row.endsOn || row.endsOn < row.startsOn) return { working: 0, calendar: 0 };
	return {
		working: isWorked.count(row.startsOn, row.endsOn),
		calendar: diffDays(row.startsOn, row.endsOn) + 1
	};
}
