import type { Day } from '#core/calendar/days.ts';
import type { Preview } from '../editing/board.svelte.ts';

/** Where lines would go, for the chart to show in outline; those in hand are drawn there already. */
export function ghostsOf({ moves, wanted }: Preview): Map<string, { startsOn: Day; endsOn: Day }> {
	const put = new Map(wanted.map((item) => [item.id, item]));
	return new Map(
		moves
			.filter(({ id, to }) => {
				const hand = put.get(id);
				return hand?.startsOn !== to.startsOn || hand.endsOn !== to.endsOn;
			})
			.map(({ id, to }) => [id, to])
	);
}
