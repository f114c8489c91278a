import { onMount, untrack } from 'svelte';
import { dropDraft, readDraft, sweepDrafts, writeDraft, type Shelf } from './draft-store.ts';

const WAIT = 400;
let owner = 'nobody';

/** Whose drafts these are; the frame of the application says it (their e-mail). Does nothing on the server. */
export function setDraftOwner(email: string | undefined): void {
	if (typeof window !== 'undefined') owner = email ?? 'nobody';
}

function browserShelf(): Shelf | null {
	try {
		return window.localStorage;
	} catch {
		return null;
	}
}

export interface DraftKeeper {
	/** When a draft was found and put back into the form, the instant it was typed; null otherwise. */
	readonly restored: string | null;
	/** What is stored on the server has changed since that draft was begun. */
	readonly stale: boolean;
	/** When the last letters were kept, ISO 8601; null while nothing is. */
	readonly keptAt: string | null;
	/** After success: what was typed is on the server now. */
	clear(): void;
	/** Throws the draft away and puts back what the server gave. */
	discard(): void;
}

/**
 * Keeps what is typed in this browser, so that a closed tab, a lost session or a stopped server loses nothing.
 * Call it while a component starts, `DraftNotice` beside the form, `clear()` once the server has accepted
 * (`createSubmit({ draft })` does it).
 *
 * @param key names the form and what it is about: `report:eure-et-loir:2019-W48`. The person is added by itself.
 * @param values reads the fields, plain JSON. Never a password, never a file.
 * @param restore puts such values back.
 */
export function keepDraft<T>(key: string, values: () => T, restore: (values: T) => void): DraftKeeper {
	let restored = $state<string | null>(null);
	let stale = $state(false);
	let keptAt = $state<string | null>(null);
	let ready = $state(false);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let waiting: (() => void) | undefined;
	// `base` is what the server gave; `seen` is the last state that needs no writing.
	const base = untrack(() => JSON.stringify(values()));
	let seen = base;

	function flush(): void {
		clearTimeout(timer);
		waiting?.();
		waiting = undefined;
	}

	function keep(snapshot: string): void {
		const shelf = browserShelf();
		seen = snapshot;
		if (!shelf) return;
		if (snapshot === base) {
			dropDraft(shelf, owner, key);
			keptAt = null;
			return;
		}
		const at = new Date().toISOString();
		if (writeDraft(shelf, owner, key, { at, base, values: JSON.parse(snapshot) as T })) keptAt = at;
	}

	onMount(() => {
		const shelf = browserShelf();
		if (shelf) {
			sweepDrafts(shelf, new Date());
			const draft = readDraft<T>(shelf, owner, key);
			if (draft && JSON.stringify(draft.values) !== base) {
				restore(draft.values);
				seen = JSON.stringify(draft.values);
				restored = draft.at;
				keptAt = draft.at;
				stale = draft.base !== base;
			}
		}
		ready = true;
		const hide = () => document.visibilityState === 'hidden' && flush();
		window.addEventListener('pagehide', flush);
		document.addEventListener('visibilitychange', hide);
		return () => {
			flush();
			window.removeEventListener('pagehide', flush);
			document.removeEventListener('visibilitychange', hide);
		};
	});

	$effect(() => {
		const snapshot = JSON.stringify(values());
		if (!ready || snapshot === seen) return;
		clearTimeout(timer);
		waiting = () => keep(snapshot);
		timer = setTimeout(flush, WAIT);
	});

	function forget(): void {
		clearTimeout(timer);
		waiting = undefined;
		const shelf = browserShelf();
		if (shelf) dropDraft(shelf, owner, key);
		restored = null;
		keptAt = null;
		stale = false;
	}

	return {
		get restored() {
			return restored;
		},
		get stale() {
			return stale;
		},
		get keptAt() {
			return keptAt;
		},
		clear() {
			seen = untrack(() => JSON.stringify(values()));
			forget();
		},
		discard() {
			seen = base;
			restore(JSON.parse(base) as T);
			forget();
		}
	};
}
