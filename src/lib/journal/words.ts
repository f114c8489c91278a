import type { JournalEvent } from '#core/journal/events.ts';
import * as all from '$lib/i18n/paraglide/messages/_index.js';

/** An act in words; the catalogue has one per event of the closed list. */
export function eventWords(event: JournalEvent): string {
	const say = (all as unknown as Record<string, (() => string) | undefined>)[`journal_event_${event}`];
	return say ? say() : event;
}
