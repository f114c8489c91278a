import { untrack } from 'svelte';
import type { SvelteSet } from 'svelte/reactivity';
import type { SubmitFunction } from '@sveltejs/kit';
import { createSubmit, keepDraft, type DraftKeeper } from '$lib/ui/index.ts';

/** What a form gets back when its save was refused. */
export interface Refusal {
	ok: false;
	code: string;
	message: string | null;
	errors: Record<string, string>;
	values: Record<string, string>;
	detail: Record<string, unknown>;
}

export interface Stored<T> {
	/** The version it was read at: a save on another one is refused. */
	version: number;
	values: T;
}

export interface Section<T> {
	/** What is typed. */
	values: T;
	/** The version the typed text was begun on. */
	readonly version: number;
	readonly touched: boolean;
	readonly pending: boolean;
	readonly draft: DraftKeeper;
	enhance: SubmitFunction;
	/** Throws the typed text away for what is stored now. */
	take(): void;
	/** Keeps the typed text, knowing what is stored: the next save replaces it. */
	keepMine(): void;
}

interface Options<T> {
	/** Names the draft: `meeting:eure-et-loir:E-COPIL-01:agenda`. */
	key: string;
	/** What the store holds; read again each time the page's data changes. */
	stored: () => Stored<T>;
	/** The parts of the page with unsaved text, to which this one adds itself. */
	unsaved: SvelteSet<string>;
	/** Said once saved. */
	done: string;
}

/**
 * One part of a meeting that is typed by itself. When the page's data is read again, untouched parts follow the
 * store; what is being typed stays, on the version it was begun on, so that a save over somebody else's is refused.
 */
export function editSection<T extends object>(options: Options<T>): Section<T> {
	const told = (values: T) => JSON.stringify(values);
	const copy = (values: T) => JSON.parse(JSON.stringify(values)) as T;
	const first = untrack(options.stored);
	let values = $state(copy(first.values)) as T;
	let version = $state(first.version);
	let base = $state(told(first.values));
	const touched = $derived(told(values) !== base);
	const draft = keepDraft(
		options.key,
		() => ({ version, base, values: $state.snapshot(values) as T }),
		(kept) => ({ version, base, values } = { ...kept, values: copy(kept.values) })
	);

	function take() {
		const now = untrack(options.stored);
		values = copy(now.values);
		version = now.version;
		base = told(now.values);
		draft.clear();
	}
	function keepMine() {
		const now = untrack(options.stored);
		version = now.version;
		base = told(now.values);
	}

	$effect(() => {
		const now = options.stored();
		untrack(() => {
			const stored = told(now.values);
			if (stored === base) version = now.version;
			else if (!touched || told(values) === stored) take();
		});
	});
	$effect(() => {
		if (touched) options.unsaved.add(options.key);
		else options.unsaved.delete(options.key);
		return () => options.unsaved.delete(options.key);
	});

	let sent = '';
	const sending = createSubmit({
		draft,
		done: options.done,
		// What was typed while the save was on its way is still there, and still to be saved.
		onsuccess: () => (told(values) === sent ? take() : keepMine())
	});
	return {
		get values() {
			return values;
		},
		set values(typed) {
			values = typed;
		},
		get version() {
			return version;
		},
		get touched() {
			return touched;
		},
		get pending() {
			return sending.pending;
		},
		draft,
		enhance(input) {
			sent = told(values);
			return sending.enhance(input);
		},
		take,
		keepMine
	};
}
