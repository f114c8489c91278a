import { isJournalEvent } from '#core/journal/events.ts';
import { guarded } from '$lib/http/refusal.ts';
import { readJournal } from '#server/journal/read-journal.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const event = url.searchParams.get('event') ?? '';
	const before = Number(url.searchParams.get('before'));
	return {
		event: isJournalEvent(event) ? event : null,
		journal: await readJournal(locals.ctx, mission.id, {
			event: isJournalEvent(event) ? event : undefined,
			before: Number.isSafeInteger(before) && before > 0 ? before : undefined
		})
	};
});
