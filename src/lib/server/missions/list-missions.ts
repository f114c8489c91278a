import { DomainError } from '#core/errors.ts';
import type { Day } from '#core/calendar/days.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

export interface MissionLine {
	slug: string;
	title: string;
	shortTitle: string;
	client: string;
	contractor: string;
	isDemo: boolean;
	startsOn: Day | null;
	endsOn: Day | null;
	/** The phases' days, to say where the mission stands on its own day. */
	phases: { code: string; title: string; startsOn: Day | null; endsOn: Day | null }[];
	today: Day;
}

/** The missions this person belongs to. @throws `not_allowed` for an account that is nobody's */
export async function listMissions(ctx: Context): Promise<MissionLine[]> {
	if (!ctx.userId) throw new DomainError('signed_out');
	const rows = unwrap(
		await ctx.client
			.from('missions')
			.select(
				'id, slug, title, short_title, is_demo, organisations (name, side), phases (code, title, starts_on, ends_on)'
			)
			.order('short_title')
	);
	const days = await Promise.all(
		rows.map((r) => ctx.client.rpc('mission_context', { mission_slug: r.slug }))
	);
	return rows.map((r, i) => {
		const phases = [...r.phases].sort((a, b) => (a.starts_on ?? '9').localeCompare(b.starts_on ?? '9'));
		const party = (side: string) => r.organisations.find((o) => o.side === side)?.name ?? '';
		return {
			slug: r.slug,
			title: r.title,
			shortTitle: r.short_title,
			client: party('client'),
			contractor: party('contractor'),
			isDemo: r.is_demo,
			startsOn: phases[0]?.starts_on ?? null,
			endsOn: phases.at(-1)?.ends_on ?? null,
			phases: phases.map((p) => ({
				code: p.code,
				title: p.title,
				startsOn: p.starts_on,
				endsOn: p.ends_on
			})),
			today: (unwrap(days[i]!) as unknown as { today: Day }).today
		};
	});
}
