import type { Calendar } from '#core/calendar/calendar.ts';
import {
	analyse,
	NetworkError,
	nodesOf,
	slippage,
	type BaselineDays,
	type Room,
	type Slip
} from '#core/schedule/network/index.ts';
import type { Link } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { brokenLinks } from './plan.ts';

interface Sources {
	items: () => readonly ScheduleItem[];
	links: () => readonly Link[];
	calendar: () => Calendar;
	baseline: () => BaselineDays | null;
}

/** Some days cannot be reckoned with (a year 9999 that came from elsewhere): the page is shown without what follows. */
function orElse<T>(compute: () => T, otherwise: T): T {
	try {
		return compute();
	} catch (error) {
		if (error instanceof NetworkError) return otherwise;
		throw error;
	}
}

/** What the lines and their links say together, computed only where the screen asks for it. */
export class NetworkFacts {
	#of: Sources;

	constructor(of: Sources) {
		this.#of = of;
	}

	readonly rooms: ReadonlyMap<string, Room> = $derived.by(() =>
		orElse(() => analyse(nodesOf(this.#of.items()), this.#of.links(), this.#of.calendar()), new Map())
	);

	readonly critical: ReadonlySet<string> = $derived.by(
		() => new Set([...this.rooms].filter(([, room]) => room.critical).map(([id]) => id))
	);

	/** The links that the days as they are do not keep. */
	readonly broken: ReadonlySet<string> = $derived.by(() => {
		const [items, links, calendar] = [this.#of.items(), this.#of.links(), this.#of.calendar()];
		return orElse(() => brokenLinks({ items, links, calendar }), new Set<string>());
	});

	readonly slips: ReadonlyMap<string, Slip> | null = $derived.by(() => {
		const baseline = this.#of.baseline();
		return baseline && orElse(() => slippage(this.#of.items(), baseline, this.#of.calendar()), new Map());
	});
}
