import type { DayLocale } from '#core/calendar/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { readStamp } from '../editing/calls.ts';
import { watchStamp } from './watch.ts';

interface FreshOptions {
	address: string;
	/** The stamp of what the page shows. */
	stamp: () => string;
	/** A preview, a panel or a save is under way. */
	holds: () => boolean;
	/** Reads again; true when another line came of it. */
	refresh: () => Promise<boolean>;
	/** Who is looking: what they did themselves is no news to them. */
	me: () => string | null;
	say: (words: string) => void;
	locale: () => DayLocale;
}

/**
 * Shows what others change without a reload, and says whose it was; nothing is taken from under somebody's hands.
 * @returns what stops it
 */
export function keepFresh({ address, stamp, holds, refresh, me, say, locale }: FreshOptions): () => void {
	return watchStamp({
		read: () => readStamp(address),
		known: stamp,
		busy: () => holds() || document.querySelector('.schedule-table [data-dirty]') !== null,
		changed: async (by) => {
			const other = await refresh();
			if (by !== null && by !== me()) say(m.plan_updated_by({ name: by }, { locale: locale() }));
			else if (other) say(m.plan_updated({}, { locale: locale() }));
		},
		waits: () => say(m.plan_update_waits({}, { locale: locale() }))
	});
}
