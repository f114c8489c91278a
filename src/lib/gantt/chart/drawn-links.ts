import type { Link } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';

/**
 * A link as it is drawn. An end whose row is folded away stands at its phase, and links that would then lie on one
 * another are one; `of` are the links there are.
 */
export interface DrawnLink extends Link {
	of: readonly Link[];
}

/** A row's links are drawn up to this many, the nearest first: one line that all others follow stays readable. */
const MOST_LINKS = 40;

/**
 * The links of each row that is shown.
 * @param placeOf where a line's row is; undefined for those folded away.
 */
export function drawnLinks(
	links: readonly Link[],
	items: ReadonlyMap<string, ScheduleItem>,
	placeOf: (id: string) => number | undefined
): Map<string, readonly DrawnLink[]> {
	const standing = (id: string): string | null => {
		// Without its days a line has no end to tie anything to.
		if (items.get(id)?.undated) return null;
		if (placeOf(id) !== undefined) return id;
		const phase = items.get(id)?.phaseId ?? null;
		return phase !== null && placeOf(phase) !== undefined ? phase : null;
	};
	const gathered = new Map<string, DrawnLink & { of: Link[] }>();
	for (const link of links) {
		const [from, to] = [standing(link.from), standing(link.to)];
		if (from === null || to === null || from === to) continue;
		const whole = from === link.from && to === link.to;
		const key = whole ? link.id : `${from} ${to} ${link.type}`;
		const known = gathered.get(key);
		if (known) known.of.push(link);
		else gathered.set(key, { ...link, from, to, of: [link] });
	}
	const found = new Map<string, DrawnLink[]>();
	for (const link of gathered.values())
		for (const id of [link.from, link.to]) {
			const known = found.get(id);
			if (known) known.push(link);
			else found.set(id, [link]);
		}
	const length = ({ from, to }: Link) => Math.abs((placeOf(from) as number) - (placeOf(to) as number));
	for (const [id, all] of found)
		if (all.length > MOST_LINKS)
			found.set(id, all.sort((a, b) => length(a) - length(b)).slice(0, MOST_LINKS)); // prettier-ignore
	return found;
}
