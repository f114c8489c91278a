import * as input from '#core/meetings/inputs.ts';
import { replyInput } from '#core/meetings/reply.ts';
import { closeAction } from '#server/meetings/close-action.ts';
import { findMeeting } from '#server/meetings/find-meeting.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { previewMove } from '#server/obligations/preview-move.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { readChoices } from '#server/meetings/read-choices.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { recordResolution } from '#server/meetings/record-resolution.ts';
import { readAnswers, replyToMeeting } from '#server/meetings/replies.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { soon } from '$lib/http/soon.ts';
import type { RequestEvent, Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const [meeting, choices, answers] = await Promise.all([
		readMeeting(locals.ctx, mission, params.code),
		readChoices(locals.ctx, mission),
		soon(readAnswers(locals.ctx, params.slug, params.code))
	]);
	return { meeting, choices, answers };
});

const here = ({ locals, params }: RequestEvent) => findMeeting(locals.ctx, params.slug, params.code);

export const actions = {
	details: act(input.detailsInput, async ({ version, ...details }, event: RequestEvent) => {
		await saveDetails(event.locals.ctx, await here(event), version, details);
	}),
	/** What another day would move; nothing is saved. */
	preview: act(input.detailsInput, async ({ heldOn }, { locals, params }: RequestEvent) => {
		const mission = await readMission(locals.ctx, params.slug);
		return { preview: await previewMove(locals.ctx, mission, params.code, heldOn) };
	}),
	notes: act(input.notesInput, async ({ version, ...notes }, event: RequestEvent) => {
		await saveDetails(event.locals.ctx, await here(event), version, notes);
	}),
	agenda: act(input.agendaInput, async ({ version, items }, event: RequestEvent) => {
		await saveAgenda(event.locals.ctx, await here(event), version, items);
	}),
	attendance: act(input.attendanceInput, async ({ version, rows }, event: RequestEvent) => {
		await saveAttendance(event.locals.ctx, await here(event), version, rows);
	}),
	resolution: act(input.resolutionInput, async (resolution, event: RequestEvent) => {
		await recordResolution(event.locals.ctx, await here(event), resolution);
	}),
	action: act(input.actionInput, async (action, event: RequestEvent) => {
		await recordAction(event.locals.ctx, await here(event), action);
	}),
	reply: act(replyInput, async (reply, event: RequestEvent) => {
		await replyToMeeting(event.locals.ctx, await here(event), reply);
	}),
	close: act(input.closeInput, async ({ id, version, done }, event: RequestEvent) => {
		await closeAction(event.locals.ctx, id, version, done);
	}),
	move: act(input.moveInput, async ({ version, to, reason }, event: RequestEvent) => {
		await moveMeeting(event.locals.ctx, await here(event), version, to, reason);
	})
} satisfies Actions;
