import type { Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type { MeetingState } from '#core/meetings/states.ts';
import type { AgendaItem, Attendee, AttendanceStatus, MeetingView } from '#core/meetings/view.ts';
import { closeAction } from '#server/meetings/close-action.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readChoices } from '#server/meetings/read-choices.ts';
import { readCommittees } from '#server/meetings/read-committees.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { recordResolution } from '#server/meetings/record-resolution.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import { manager, type Stage, type Step } from '../stage.ts';
import * as said from './meetings-text.ts';

const lead = 'consultant-chef@demo.test';
const consultant = 'consultant@demo.test';

/** A person who acts on one meeting, as it stands when they open its page. */
async function at(stage: Stage, email: string, code: string) {
	const ctx = await stage.as(email);
	return { ctx, meeting: await readMeeting(ctx, await stage.mission(), code) };
}

async function move(stage: Stage, code: string, to: MeetingState): Promise<void> {
	const { ctx, meeting } = await at(stage, manager, code);
	await moveMeeting(ctx, meeting.id, meeting.version, to);
}

interface Plan {
	body: string;
	title: string;
	heldOn: Day;
	startsAt: string;
	place: string;
	agenda: AgendaItem[];
	/** Names of the mission's people who are asked beside the body's own. */
	people?: string[];
	guests?: Attendee[];
}

async function plan(stage: Stage, p: Plan): Promise<string> {
	const ctx = await stage.as(manager);
	const mission = await stage.mission();
	const body = (await readCommittees(ctx, mission)).bodies.find((b) => b.code === p.body);
	if (!body) throw new DomainError('not_found', { committee: p.body });
	const code = await planMeeting(ctx, { ...p, committee: body.id });
	const { meeting } = await at(stage, manager, code);
	await saveAgenda(ctx, meeting.id, meeting.sections.agenda, p.agenda);
	const { people } = await readChoices(ctx, mission);
	const asked = (p.people ?? [])
		.map((name) => people.find((x) => x.name === name))
		.filter((x) => x !== undefined && !meeting.attendance.some((a) => a.personId === x.id))
		.map((x): Attendee => ({ ...x!, personId: x!.id, status: 'expected', representedBy: '' }));
	await saveAttendance(ctx, meeting.id, meeting.sections.attendance, [
		...meeting.attendance,
		...asked,
		...(p.guests ?? [])
	]);
	return code;
}

type Came = Record<string, AttendanceStatus | [AttendanceStatus, string]>;
function cameTo(meeting: MeetingView, others: Came): Attendee[] {
	return meeting.attendance.map((a) => {
		const found = others[a.name] ?? 'present';
		const [status, representedBy] = typeof found === 'string' ? [found, ''] : found;
		return { ...a, status, representedBy };
	});
}

/** Opens the session, ticks off who came, and types what was said: the contractor holds the pen. */
async function hold(
	stage: Stage,
	code: string,
	typed: {
		by: string;
		agenda: AgendaItem[];
		came: Came;
		notes: { writtenBy: string; discussion?: string; endsAt: string };
	}
): Promise<void> {
	await move(stage, code, 'in_session');
	const { ctx, meeting } = await at(stage, typed.by, code);
	await saveAttendance(ctx, meeting.id, meeting.sections.attendance, cameTo(meeting, typed.came));
	await saveAgenda(ctx, meeting.id, meeting.sections.agenda, typed.agenda);
	await saveDetails(ctx, meeting.id, meeting.sections.details, typed.notes);
}

async function record(
	stage: Stage,
	code: string,
	by: string,
	resolutions: said.SaidResolution[],
	actions: said.SaidAction[]
): Promise<void> {
	const { ctx, meeting } = await at(stage, by, code);
	const { people } = await readChoices(ctx, await stage.mission());
	for (const r of resolutions)
		await recordResolution(ctx, meeting.id, { id: null, versionId: null, effectOn: null, ...r });
	for (const a of actions) {
		const ownerId = people.find((p) => p.name === a.owner)?.id ?? null;
		await recordAction(ctx, meeting.id, {
			id: null,
			version: 0,
			wording: a.wording,
			ownerId,
			ownerName: ownerId ? '' : a.owner,
			dueOn: a.dueOn
		});
	}
}

async function done(stage: Stage, code: string, by: string, wording: string): Promise<void> {
	const { ctx, meeting } = await at(stage, by, code);
	const action = meeting.actions.find((a) => a.wording === wording);
	if (!action) throw new DomainError('not_found', { action: wording });
	await closeAction(ctx, action.id, action.version, true);
}

/** The meetings of the first five weeks, day by day, in the order they were played. */
export const meetingSteps: Step[] = [
	{
		on: '2019-10-30',
		async play(stage) {
			const code = await plan(stage, said.kickOff);
			await move(stage, code, 'convened');
		}
	},
	{
		on: '2019-11-05',
		async play(stage) {
			const code = 'E-COPIL-01';
			await hold(stage, code, { by: consultant, ...said.kickOffSession });
			await record(stage, code, lead, said.kickOffResolutions, said.kickOffActions);
			await move(stage, code, 'held');
		}
	},
	{
		on: '2019-11-08',
		async play(stage) {
			await move(stage, 'E-COPIL-01', 'circulated');
			const code = await plan(stage, said.technical);
			await move(stage, code, 'convened');
		}
	},
	{
		on: '2019-11-14',
		play: (stage) => done(stage, 'E-COPIL-01', manager, said.kickOffActions[0]!.wording)
	},
	{
		on: '2019-11-19',
		async play(stage) {
			const code = 'E-COTECH-01';
			await hold(stage, code, { by: consultant, ...said.technicalSession });
			await record(stage, code, consultant, said.technicalResolutions, said.technicalActions);
			await move(stage, code, 'held');
		}
	},
	{
		on: '2019-11-22',
		async play(stage) {
			await move(stage, 'E-COPIL-01', 'approved');
			await move(stage, 'E-COTECH-01', 'circulated');
			const code = await plan(stage, said.project);
			await move(stage, code, 'convened');
		}
	},
	{
		on: '2019-11-28',
		async play(stage) {
			const code = 'E-PT-01';
			await hold(stage, code, { by: consultant, ...said.projectSession });
			await record(stage, code, consultant, [], said.projectActions);
			await move(stage, code, 'held');
		}
	},
	{
		on: '2019-11-29',
		async play(stage) {
			for (const next of [said.nextTechnical, said.phaseOne]) {
				const code = await plan(stage, next);
				await move(stage, code, 'convened');
			}
			// A draft: nobody is told of it yet.
			await plan(stage, said.nextProject);
		}
	}
];
