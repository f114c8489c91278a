/** Removes what was added. */
export type Release = () => void;

/**
 * Runs `make` and keeps every listener that it adds to `target`, so that they can be removed later although their
 * owner offers no way to.
 */
export function listenTo<T>(target: EventTarget, make: () => T): { made: T; release: Release } {
	const added: Parameters<EventTarget['removeEventListener']>[] = [];
	const add = target.addEventListener;
	target.addEventListener = (...args: Parameters<EventTarget['addEventListener']>) => {
		added.push(args as Parameters<EventTarget['removeEventListener']>);
		add.apply(target, args);
	};
	try {
		const made = make();
		return { made, release: () => added.forEach((args) => target.removeEventListener(...args)) };
	} finally {
		// The method lives on the prototype; taking our own off uncovers it.
		delete (target as { addEventListener?: unknown }).addEventListener;
	}
}
