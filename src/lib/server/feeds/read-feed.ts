import { createHash } from 'node:crypto';
import { writeCalendar } from '#core/ics/write.ts';
import { feedEvents, type FeedWords } from '#core/meetings/feed.ts';
import { followSecret } from '#server/accounts/secret-links.ts';
import type { Context } from '#server/context.ts';
import * as words from '../../i18n/paraglide/messages/_index.js';

export interface Feed {
	/** An iCalendar file. */
	text: string;
	/** Quoted, as HTTP has it. */
	etag: string;
	/** Since when it says the same. */
	since: Date;
}

function wordsIn(locale: 'fr' | 'en'): FeedWords {
	const say = { locale };
	return {
		draft: (inputs) => words.feed_draft(inputs, say),
		obligation: (inputs) => words.feed_obligation(inputs, say),
		deliverable: (inputs) => words.feed_deliverable(inputs, say),
		milestone: (inputs) => words.feed_milestone(inputs, say),
		reached: (inputs) => words.feed_reached(inputs, say),
		agenda: () => words.feed_agenda({}, say)
	};
}

/**
 * The calendar behind a secret link, with the rights its person has at this moment.
 * @throws `not_found` for a link nobody has, revoked, of a mission left or of an account that is closed;
 * `too_many_attempts`
 */
export async function readFeed(
	{ backend, settings }: Pick<Context, 'backend' | 'settings'>,
	token: string,
	address: string
): Promise<Feed> {
	return followSecret(token, address, async (sha256) => {
		const feed = await backend.door?.readCalendar(sha256);
		if (!backend.door || !feed) return null;
		const { locale, missions, mission, at, id } = feed;
		const first = missions[0];
		const text = writeCalendar({
			name:
				mission && first
					? words.feed_name_one({ mission: first.mission }, { locale })
					: words.feed_name_all({}, { locale }),
			zone: first?.zone ?? 'Europe/Paris',
			refreshHours: 4,
			events: feedEvents(missions, wordsIn(locale), { siteUrl: settings.siteUrl, at })
		});
		const hash = createHash('sha256').update(text).digest('hex');
		const since = await backend.door.calendarGiven(id, hash);
		return { text, etag: `"${hash.slice(0, 32)}"`, since };
	});
}
