import type { Day } from '#core/calendar/days.ts';
import { standing } from '#core/schedule/punctuality.ts';
import type { PhaseGroup } from '#core/schedule/rows.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { View } from './view.ts';

/** Without its accents and capitals, as people search. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Who is named on the lines: the organisations, then the persons, each with the key that `View.who` takes. */
export function peopleOf(items: readonly ScheduleItem[]): { key: string; name: string }[] {
	const found = new Map<string, string>();
	for (const { organisationId, organisation } of items)
		if (organisationId && organisation) found.set(`org:${organisationId}`, organisation);
	const people = new Map<string, string>();
	for (const { assignee } of items) if (assignee) people.set(`who:${assignee}`, assignee);
	const list = (map: Map<string, string>) =>
		[...map].map(([key, name]) => ({ key, name })).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
	return [...list(found), ...list(people)];
}

/** Whether anything but the phase narrows what is seen. */
export const narrows = (view: View): boolean =>
	view.shown !== 'all' || view.who !== '' || view.text.trim() !== '';

/**
 * The groups with the lines that are asked for; a phase stays as long as one of its lines does.
 * @param critical the lines of the critical path
 */
export function filterGroups(
	groups: readonly PhaseGroup[],
	view: View,
	today: Day,
	critical: ReadonlySet<string>
): PhaseGroup[] {
	if (!narrows(view)) return [...groups];
	const words = plain(view.text).split(/\s+/).filter(Boolean);
	const wanted = (item: ScheduleItem): boolean => {
		if (view.shown !== 'all') {
			const { state, beyondLimit } = standing(item, today);
			if (view.shown === 'critical' && !critical.has(item.id)) return false;
			if (view.shown === 'open' && state === 'done') return false;
			if (view.shown === 'late' && state !== 'late' && !(beyondLimit && state !== 'done')) return false;
		}
		if (view.who.startsWith('org:') && item.organisationId !== view.who.slice(4)) return false;
		if (view.who.startsWith('who:') && item.assignee !== view.who.slice(4)) return false;
		const text = plain(`${item.code ?? ''} ${item.title}`);
		return words.every((word) => text.includes(word));
	};
	return groups
		.map((group) => ({ ...group, items: group.items.filter(wanted) }))
		.filter((group) => group.items.length > 0);
}
