/** How often a page in view asks whether the schedule changed, in milliseconds. */
export const EVERY = 8000;
/** When nobody answers, it asks less and less, up to this. */
const SELDOM = 60_000;

export interface WatchOptions {
	/** Milliseconds between two questions; `EVERY` unless said. */
	every?: number;
	/** The stamp now and who changed it; null when nobody answers. */
	read: () => Promise<{ stamp: string; by?: string | null } | null>;
	/** The stamp of what this page shows. */
	known: () => string;
	/** Something here must not be disturbed: the news waits for the next time. */
	busy: () => boolean;
	changed: (by: string | null) => Promise<void> | void;
	/** The schedule changed, and this page waits to show it. */
	waits: () => void;
}

/**
 * Asks for the schedule's stamp while the page is in view, and at once when it comes back into view.
 * @returns what stops it
 */
export function watchStamp(options: WatchOptions): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const { every = EVERY } = options;
	let wait = every;
	let asking = false;
	let stopped = false;

	function next(): void {
		clearTimeout(timer);
		if (!stopped) timer = setTimeout(() => void look(), wait);
	}

	async function look(): Promise<void> {
		if (stopped || asking || document.visibilityState === 'hidden') return;
		asking = true;
		const said = await options.read().catch(() => null);
		asking = false;
		if (stopped) return;
		wait = said ? every : Math.min(wait * 2, SELDOM);
		if (said && said.stamp !== options.known()) {
			if (options.busy()) options.waits();
			else await options.changed(said.by ?? null);
		}
		next();
	}

	const back = () => {
		if (document.visibilityState === 'visible') void look();
	};
	window.addEventListener('focus', back);
	document.addEventListener('visibilitychange', back);
	next();
	return () => {
		stopped = true;
		clearTimeout(timer);
		window.removeEventListener('focus', back);
		document.removeEventListener('visibilitychange', back);
	};
}
