import { addDays } from '#core/calendar/days.ts';
import { buildDeck } from '#core/documents/deck/model.ts';
import { deckSlides } from '#core/documents/deck/pages.ts';
import { deckDocument } from '#core/meetings/documents/deck/document.ts';
import { ganttPages } from '#core/meetings/documents/deck/gantt.ts';
import type { DeckFacts } from '#core/meetings/documents/deck/facts.ts';
import { meetingNumber } from '#core/meetings/numbers.ts';
import { isNotCancelled } from '#core/meetings/states.ts';
import { isLate, isSettled } from '#core/obligations/follow/line.ts';
import { reportBodySchema } from '#core/reports/body.ts';
import type { Context } from '#server/context.ts';
import { versionLabel } from '#server/db/meetings.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { readRegister } from '#server/deliverables/read-register.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderSlides } from '#server/documents/slides/render-slides.ts';
import { readOverview } from '#server/indicators/overview.ts';
import { readDashboard } from '#server/missions/read-dashboard.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import { paperFacts, paperName, type PaperVerb } from './paper.ts';

/** How far ahead a committee looks at what is due. */
const AHEAD = 30;

/** The weather of the last filed report, with the one before it for the trend. */
async function weatherOf({ client }: Context, mission: MissionContext): Promise<DeckFacts['weather']> {
	const rows = unwrap(
		await client
			.from('weekly_reports')
			.select('period, first_filed_on, body')
			.eq('mission_id', mission.id)
			.neq('state', 'draft')
			.order('period', { ascending: false })
			.limit(2)
	);
	const [last, before] = rows;
	if (!last) return null;
	return {
		period: last.period,
		filedOn: last.first_filed_on,
		body: reportBodySchema.parse(last.body),
		before: before ? reportBodySchema.parse(before.body) : null
	};
}

async function convenedOf(
	{ client }: Context,
	{ id, today }: MissionContext
): Promise<DeckFacts['convened']> {
	const rows = unwrap(
		await client
			.from('meetings')
			.select('code, title, held_on')
			.eq('mission_id', id)
			.eq('state', 'convened')
			.gte('held_on', today)
	);
	return rows.map((row) => ({ code: row.code, title: row.title, heldOn: row.held_on }));
}

/** Which versions the items of the agenda are about, by title. */
async function askedOf({ client }: Context, meeting: string): Promise<DeckFacts['asked']> {
	const refs = unwrap(
		await client
			.from('agenda_refs')
			.select('target_id, agenda_items!inner (title, meeting_id)')
			.eq('kind', 'version')
			.eq('agenda_items.meeting_id', meeting)
	);
	if (refs.length === 0) return new Map();
	const versions = unwrap(
		await client
			.from('versions')
			.select('id, number, deliverables!versions_deliverable_id_mission_id_fkey (code)')
			.in(
				'id',
				refs.map(({ target_id }) => target_id)
			)
	);
	const labels = new Map(versions.map((v) => [v.id, versionLabel(v)]));
	const asked = new Map<string, string[]>();
	for (const { target_id, agenda_items: item } of refs) {
		const label = labels.get(target_id);
		if (item && label) asked.set(item.title, [...(asked.get(item.title) ?? []), label]);
	}
	return asked;
}

async function obligationsOf(ctx: Context, mission: MissionContext): Promise<DeckFacts['obligations']> {
	const { today } = mission;
	const { lines } = await readObligations(ctx, mission, 'fr', {
		since: today,
		until: addDays(today, AHEAD)
	});
	return lines.filter(
		(one) => one.due && !isSettled(one) && (isLate(one) || one.due.slice(0, 10) >= today)
	);
}

async function indicatorsOf(
	ctx: Context,
	mission: MissionContext,
	code: string
): Promise<DeckFacts['indicators']> {
	if (!mission.hasIndicators) return { contract: [], judged: [] };
	const { indicators, next, judged } = await readOverview(ctx, mission, code);
	if (!next) return { contract: indicators, judged };
	// What the meeting looks at says what was missed, and the last value of all says where it stands.
	const last = new Map(judged.map((one) => [`${one.code} ${one.threshold}`, one.last]));
	return {
		contract: indicators,
		judged: next.judged.map((one) => ({
			...one,
			last: last.get(`${one.code} ${one.threshold}`) ?? one.last
		}))
	};
}

/**
 * The slides of a meeting, made of the mission as it stands on its own day and as this person may read it.
 * @throws `not_found`; `not_from_here` once cancelled; DocumentError when the template is at fault
 */
export const renderDeck: PaperVerb = async (ctx, mission, code, asked) => {
	const facts = await paperFacts(ctx, mission, code, asked, isNotCancelled);
	const [dashboard, weather, schedule, deliverables, convened, obligations, indicators, versions] =
		await Promise.all([
			readDashboard(ctx, mission),
			weatherOf(ctx, mission),
			readSchedule(ctx, mission),
			readRegister(ctx, mission.slug),
			convenedOf(ctx, mission),
			obligationsOf(ctx, mission),
			indicatorsOf(ctx, mission, code),
			askedOf(ctx, facts.meeting.id)
		]);
	const model = buildDeck(
		deckDocument({
			...facts,
			today: mission.today,
			regime: mission.regime,
			phase: dashboard.phase,
			day: dashboard.day,
			of: dashboard.of,
			weather,
			items: schedule.items,
			undated: schedule.undated,
			baseline: schedule.baseline,
			asked: versions,
			convened,
			deliverables,
			obligations,
			indicators
		})
	);
	const { meeting } = facts;
	const pictures = ganttPages({ ...schedule, today: mission.today });
	const bytes = renderSlides(
		loadTemplate('deck', ctx.settings.templatesDir),
		deckSlides(model, pictures.length),
		{
			templateName: 'deck',
			title: `${meetingNumber(meeting.body, meeting.code)}, support de présentation`,
			creator: facts.contractor
		},
		(name, at) => (name === 'gantt' ? (pictures[at] ?? '') : '')
	);
	return { bytes, name: paperName(mission, meeting, 'Support de présentation', { extension: 'pptx' }) };
};
