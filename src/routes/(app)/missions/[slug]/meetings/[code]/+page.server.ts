import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import * as after from '#core/meetings/after/inputs.ts';
import * as deciding from '#core/meetings/deciding/inputs.ts';
import * as input from '#core/meetings/inputs.ts';
import { replyInput } from '#core/meetings/reply.ts';
import { approveMinutes } from '#server/meetings/after/approve.ts';
import { circulateMinutes } from '#server/meetings/after/circulate.ts';
import { answerComment, commentMinutes, openMinutes, readFollow } from '#server/meetings/after/comments.ts';
import { putOffItem, takeItem } from '#server/meetings/agenda/move-item.ts';
import { closeAction } from '#server/meetings/close-action.ts';
import { confirmResolutions, dropResolution, seenDraft } from '#server/meetings/deciding/confirm.ts';
import { conveneAgain } from '#server/meetings/deciding/convene-again.ts';
import { markAttendance } from '#server/meetings/deciding/mark-attendance.ts';
import { readDeciding } from '#server/meetings/deciding/read-deciding.ts';
import { findMeeting } from '#server/meetings/find-meeting.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { paperLines } from '#server/meetings/paper-lines.ts';
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

export const load = guarded(async ({ locals, params, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const [meeting, choices, answers, said, follow] = await Promise.all([
		readMeeting(locals.ctx, mission, params.code),
		readChoices(locals.ctx, mission),
		soon(readAnswers(locals.ctx, params.slug, params.code)),
		soon(readDeciding(locals.ctx, params.slug, params.code)),
		soon(readFollow(locals.ctx, params.slug, params.code))
	]);
	// The link of the mail says so; a page looked at in passing is not minutes read.
	const mine = follow.sendings.find((s) => s.personId === follow.me && s.edition === meeting.edition);
	if (url.searchParams.has('edition') && mine && !mine.openedAt) await openMinutes(locals.ctx, meeting.id);
	// Beside the meeting, and after it: a page that is typed on does not wait for it.
	const around = soon(paperLines(locals.ctx, mission, meeting));
	return { meeting, choices, answers, deciding: said, follow, around };
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
	agenda: act(input.agendaInput, async ({ version, items, removed }, event: RequestEvent) => {
		await saveAgenda(event.locals.ctx, await here(event), version, items, removed);
	}),
	putoff: act(input.putOffInput, async ({ item, place }, { locals }: RequestEvent) => ({
		putOff: await putOffItem(locals.ctx, item, place)
	})),
	take: act(input.takeInput, async ({ item }, event: RequestEvent) => {
		await takeItem(event.locals.ctx, await here(event), item);
	}),
	attendance: act(input.attendanceInput, async ({ version, rows }, event: RequestEvent) => {
		await saveAttendance(event.locals.ctx, await here(event), version, rows);
	}),
	resolution: act(deciding.resolutionInput, async (resolution, event: RequestEvent) => {
		await recordResolution(event.locals.ctx, await here(event), resolution);
	}),
	action: act(input.actionInput, async (action, event: RequestEvent) => {
		await recordAction(event.locals.ctx, await here(event), action);
	}),
	reply: act(replyInput, async (reply, event: RequestEvent) => {
		await replyToMeeting(event.locals.ctx, await here(event), reply);
	}),
	close: act(input.closeInput, async ({ id, version, done, result }, event: RequestEvent) => {
		await closeAction(event.locals.ctx, id, version, done, result);
	}),
	circulate: act(after.circulateInput, async (given, { locals, params }: RequestEvent) => {
		const mission = await readMission(locals.ctx, params.slug);
		await circulateMinutes(locals.ctx, mission, params.code, given.version, given.commentsUntil);
	}),
	approve: act(after.approveInput, async ({ version, how, of }, { locals, params }: RequestEvent) => {
		const mission = await readMission(locals.ctx, params.slug);
		if (how !== 'meeting') return approveMinutes(locals.ctx, mission, params.code, version, { how });
		const sitting = await readMeeting(locals.ctx, mission, params.code);
		await approveMinutes(locals.ctx, mission, of, version, { how, sitting });
	}),
	comment: act(after.commentInput, async (comment, event: RequestEvent) => {
		await commentMinutes(event.locals.ctx, await here(event), comment);
	}),
	answer: act(after.answerInput, async (answer, event: RequestEvent) => {
		await answerComment(event.locals.ctx, answer);
	}),
	clear: act(z.object({}), async (_, event: RequestEvent) => {
		await openMinutes(event.locals.ctx, await here(event), true);
	}),
	move: act(input.moveInput, async ({ version, to, reason }, event: RequestEvent) => {
		await moveMeeting(event.locals.ctx, await here(event), version, to, reason);
	}),
	mark: act(deciding.markInput, async (mark, event: RequestEvent) => {
		await markAttendance(event.locals.ctx, await here(event), mark);
	}),
	confirm: act(deciding.confirmInput, async ({ draft }, event: RequestEvent) => {
		await confirmResolutions(event.locals.ctx, await here(event), draft.map(seenDraft));
	}),
	drop: act(deciding.dropInput, async (drop, event: RequestEvent) => {
		await dropResolution(event.locals.ctx, await here(event), drop);
	}),
	again: act(deciding.againInput, async (again, event: RequestEvent) => {
		const code = await conveneAgain(event.locals.ctx, await here(event), again);
		redirect(303, code);
	})
} satisfies Actions;
