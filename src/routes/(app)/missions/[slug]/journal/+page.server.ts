import { isJournalEvent } from '#core/journal/events.ts';
import { guarded } from '$lib/http/refusal.ts';
import { readJournal } from '#server/journal/read-journal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = guarded(async ({ locals, parent, url }) => {
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
