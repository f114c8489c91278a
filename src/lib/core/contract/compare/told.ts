import type { World } from '../../obligations/follow/world.ts';
import type { Amended, DateChange } from './compare.ts';

/**
 * What a change does, without what falls due for meetings nobody was told of: a change in force is read by both sides.
 * The counts are of what is left.
 */
export function toldToAll(amended: Amended, { meetings }: Pick<World, 'meetings'>): Amended {
	const secret = meetings.filter((one) => !one.told).map((one) => `/${one.code}`);
	if (secret.length === 0) return amended;
	const open = (one: DateChange) => !secret.some((code) => one.key.endsWith(code));
	const lists = {
		added: amended.added.filter(open),
		moved: amended.moved.filter(open),
		ended: amended.ended.filter(open),
		kept: amended.kept.filter(open)
	};
	const less = (name: keyof typeof lists) =>
		amended.counts[name] - (amended[name].length - lists[name].length);
	return {
		...amended,
		...lists,
		counts: { added: less('added'), moved: less('moved'), ended: less('ended'), kept: less('kept') }
	};
}
