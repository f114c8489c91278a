import { ZOOMS, type Zoom } from '../drawing/range.ts';

export const SHOWN = ['all', 'late', 'critical', 'open'] as const;
export type Shown = (typeof SHOWN)[number];

/** What a person chose to see, as the address keeps it: a link shows the same to the next person. */
export interface View {
	zoom: Zoom;
	/** The phase shown alone, by its code or id; empty for all. */
	phase: string;
	/** Which lines: all, the late ones, the critical ones, those not done. */
	shown: Shown;
	/** An organisation or a person: `org:<id>` or `who:<name>`; empty for all. */
	who: string;
	/** Words to find in codes and titles. */
	text: string;
	/** Draws the critical path. */
	path: boolean;
	/** The phases folded, by code or id. */
	closed: string[];
	/** The number of the frozen plan compared with; `none` hides it, empty takes the last. */
	baseline: string;
}

export const PLAIN: View = {
	zoom: 'week',
	phase: '',
	shown: 'all',
	who: '',
	text: '',
	path: false,
	closed: [],
	baseline: ''
};

const oneOf = <T extends string>(list: readonly T[], value: string | null, otherwise: T): T =>
	list.find((known) => known === value) ?? otherwise;

/** What an address asks to see; what it says wrong is left at its usual. */
export function readView(params: URLSearchParams): View {
	return {
		zoom: oneOf(ZOOMS, params.get('zoom'), PLAIN.zoom),
		phase: params.get('phase') ?? '',
		shown: oneOf(SHOWN, params.get('show'), 'all'),
		who: params.get('who') ?? '',
		text: (params.get('q') ?? '').slice(0, 100),
		path: params.get('path') === '1',
		closed: (params.get('closed') ?? '').split(',').filter(Boolean),
		baseline: params.get('baseline') ?? ''
	};
}

/** The same address with what is to be seen now; what is as usual is left out. */
export function writeView(params: URLSearchParams, change: Partial<View>): URLSearchParams {
	const view = { ...readView(params), ...change };
	const next = new URLSearchParams(params);
	const set = (key: string, value: string, usual: string) =>
		value === usual ? next.delete(key) : next.set(key, value);
	set('zoom', view.zoom, PLAIN.zoom);
	set('phase', view.phase, '');
	set('show', view.shown, 'all');
	set('who', view.who, '');
	set('q', view.text.trim(), '');
	set('path', view.path ? '1' : '', '');
	set('closed', view.closed.join(','), '');
	set('baseline', view.baseline, '');
	// An act of a form once done is not to be asked for again.
	for (const key of [...next.keys()]) if (key.startsWith('/')) next.delete(key);
	return next;
}
