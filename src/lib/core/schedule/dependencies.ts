import type { ScheduleItem } from './types.ts';

type Linked = Pick<ScheduleItem, 'id' | 'dependsOn'>;

export interface DroppedLink {
	id: string;
	dependsOn: string;
	why: 'unknown' | 'itself' | 'cycle';
}

/** Whether `target` can be reached from `from` by following the links kept so far. */
function reaches(kept: Map<string, string[]>, from: string, target: string): boolean {
	const seen = new Set<string>();
	const ahead = [from];
	while (ahead.length > 0) {
		const id = ahead.pop() as string;
		if (id === target) return true;
		if (seen.has(id)) continue;
		seen.add(id);
		ahead.push(...(kept.get(id) ?? []));
	}
	return false;
}

/**
 * The links that can be drawn: to a line that is there, not to itself, not twice, and never closing a circle.
 * Links are taken in the order given, so of a circle only the link that closes it is dropped.
 */
export function soundLinks(items: readonly Linked[]): {
	links: Map<string, string[]>;
	dropped: DroppedLink[];
} {
	const links = new Map<string, string[]>(items.map(({ id }) => [id, []]));
	const dropped: DroppedLink[] = [];
	for (const { id, dependsOn } of items) {
		const kept = links.get(id) as string[];
		for (const target of new Set(dependsOn)) {
			if (!links.has(target)) dropped.push({ id, dependsOn: target, why: 'unknown' });
			else if (target === id) dropped.push({ id, dependsOn: target, why: 'itself' });
			else if (reaches(links, target, id)) dropped.push({ id, dependsOn: target, why: 'cycle' });
			else kept.push(target);
		}
	}
	return { links, dropped };
}
