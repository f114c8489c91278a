import type { Day } from '#core/calendar/days.ts';
import { isJournalEvent, type JournalEvent } from '#core/journal/events.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

export interface JournalLine {
	number: number;
	event: JournalEvent;
	subject: string | null;
	detail: Record<string, unknown>;
	/** The server's own time, always. */
	at: string;
	/** The day of the mission's clock then. */
	missionDay: Day | null;
	who: string | null;
	sha256: string;
}

export interface JournalPage {
	lines: JournalLine[];
	/** Number of the line to go on from, when there are older ones. */
	before: number | null;
	/** What a walk through the whole chain found. */
	chain: { lines: number; brokenAt: number | null };
	/** Codes of the meetings whose sealed minutes do not match the journal. */
	seals: string[];
}

export interface JournalQuery {
	before?: number;
	event?: JournalEvent;
	limit?: number;
}

/** A page of the journal, newest first, as far as this person may read it, and the state of the whole chain. */
export async function readJournal(
	ctx: Context,
	missionId: string,
	query: JournalQuery = {}
): Promise<JournalPage> {
	const limit = query.limit ?? 50;
	let lines = ctx.client
		.from('journal')
		.select('number, event, subject, detail, at, mission_day, sha256, people (full_name)')
		.eq('mission_id', missionId)
		.order('number', { ascending: false })
		.limit(limit + 1);
	if (query.before) lines = lines.lt('number', query.before);
	if (query.event) lines = lines.eq('event', query.event);
	const [rows, chain, seals] = await Promise.all([
		lines,
		ctx.client.rpc('verify_journal', { mission: missionId }),
		ctx.client.rpc('verify_seals', { mission: missionId })
	]);
	const found = unwrap(rows);
	const [state] = unwrap(chain);
	return {
		lines: found.slice(0, limit).map((r) => ({
			number: r.number,
			event: isJournalEvent(r.event) ? r.event : 'mission_imported',
			subject: r.subject,
			detail: (r.detail ?? {}) as Record<string, unknown>,
			at: r.at,
			missionDay: r.mission_day,
			who: r.people?.full_name ?? null,
			sha256: r.sha256
		})),
		before: found.length > limit ? (found[limit - 1]?.number ?? null) : null,
		chain: { lines: state?.lines ?? 0, brokenAt: state?.broken_at ?? null },
		seals: unwrap(seals)
	};
}
