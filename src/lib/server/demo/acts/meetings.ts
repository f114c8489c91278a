import type { Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type { MeetingState } from '#core/meetings/states.ts';
import type {
	AgendaItem,
	Attendee,
	AttendanceStatus,
	MeetingView,
	Purpose,
	ResolutionKind
} from '#core/meetings/view.ts';
import { closeAction } from '#server/meetings/close-action.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { confirmResolutions } from '#server/meetings/deciding/confirm.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readChoices } from '#server/meetings/read-choices.ts';
import { readCommittees } from '#server/meetings/read-committees.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { recordResolution } from '#server/meetings/record-resolution.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import { manager, type Stage } from '../stage.ts';

export interface SaidResolution {
	wording: string;
	kind: ResolutionKind;
	effectOn?: Day;
	/** The version it is about. */
	versionId?: string;
}
export interface SaidAction {
	wording: string;
	owner: string;
	dueOn: Day;
}

/** A line of an agenda, with what was said of it once the meeting is held. */
export const item = (title: string, purpose: Purpose, minutes = '', conclusion = ''): AgendaItem => ({
	title,
	purpose,
	minutes,
	conclusion
});

/** What no scene changes is read once: the bodies of a mission, and who belongs to it. */
function once<T>(read: (stage: Stage) => Promise<T>): (stage: Stage) => Promise<T> {
	const known = new WeakMap<Stage, Promise<T>>();
	return (stage) => {
		const answer = known.get(stage) ?? read(stage);
		known.set(stage, answer);
		return answer;
	};
}
const bodiesOf = once(
	async (stage) => (await readCommittees(await stage.as(manager), await stage.mission())).bodies
);
const peopleOf = once(
	async (stage) => (await readChoices(await stage.as(manager), await stage.mission())).people
);

/** A person who acts on one meeting, as it stands when they open its page. */
async function at(stage: Stage, email: string, code: string) {
	const ctx = await stage.as(email);
	return { ctx, meeting: await readMeeting(ctx, await stage.mission(), code) };
}

export async function move(stage: Stage, code: string, to: MeetingState): Promise<void> {
	const { ctx, meeting } = await at(stage, manager, code);
	// What the contractor typed goes out once the client's project manager has confirmed it.
	const drafts =
		to === 'circulated' ? [...meeting.resolutions, ...meeting.actions].filter((d) => !d.binds) : [];
	if (drafts.length) {
		await confirmResolutions(ctx, meeting.id, drafts);
		return move(stage, code, to);
	}
	await moveMeeting(ctx, meeting.id, meeting.version, to);
}

export interface Plan {
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

export async function plan(stage: Stage, p: Plan): Promise<string> {
	const ctx = await stage.as(manager);
	const body = (await bodiesOf(stage)).find((b) => b.code === p.body);
	if (!body) throw new DomainError('not_found', { committee: p.body });
	const code = await planMeeting(ctx, { ...p, committee: body.id });
	const { meeting } = await at(stage, manager, code);
	await saveAgenda(ctx, meeting.id, meeting.sections.agenda, p.agenda);
	const people = await peopleOf(stage);
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

export type Came = Record<string, AttendanceStatus | [AttendanceStatus, string]>;
function cameTo(meeting: MeetingView, others: Came): Attendee[] {
	return meeting.attendance.map((a) => {
		const found = others[a.name] ?? 'present';
		const [status, representedBy] = typeof found === 'string' ? [found, ''] : found;
		return { ...a, status, representedBy };
	});
}

/** A session as it is typed by the one who holds the pen. */
export interface Session {
	by: string;
	agenda: AgendaItem[];
	came: Came;
	notes: { writtenBy: string; discussion?: string; endsAt: string };
}

/** Opens the session, ticks off who came, and types what was said: the contractor holds the pen. */
export async function hold(stage: Stage, code: string, typed: Session): Promise<void> {
	await move(stage, code, 'in_session');
	const { ctx, meeting } = await at(stage, typed.by, code);
	await saveAttendance(ctx, meeting.id, meeting.sections.attendance, cameTo(meeting, typed.came));
	await saveAgenda(ctx, meeting.id, meeting.sections.agenda, typed.agenda);
	await saveDetails(ctx, meeting.id, meeting.sections.details, typed.notes);
}

export async function record(
	stage: Stage,
	code: string,
	by: string,
	resolutions: SaidResolution[],
	actions: SaidAction[]
): Promise<void> {
	const { ctx, meeting } = await at(stage, by, code);
	const people = await peopleOf(stage);
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

export async function done(stage: Stage, code: string, by: string, wording: string): Promise<void> {
	const { ctx, meeting } = await at(stage, by, code);
	const action = meeting.actions.find((a) => a.wording === wording);
	if (!action) throw new DomainError('not_found', { action: wording });
	await closeAction(ctx, action.id, action.version, true);
}
