import { addDays, type Day } from '../../calendar/days.ts';
import type { MeetingState } from '../states.ts';
import type { MinutesComment, MinutesFollow } from './types.ts';

/** The day proposed for comments to end: as long as silence lasts where the body agreed on it, else none. */
export function proposedEnd(approval: MinutesFollow['approval'], today: Day): Day | null {
	return approval?.how === 'silence' ? addDays(today, approval.days) : null;
}

/** Comments can be made: the minutes are out, and the day, where there is one, is not past. */
export const commentsOpen = (
	state: MeetingState,
	{ commentsUntil }: Pick<MinutesFollow, 'commentsUntil'>,
	today: Day
): boolean => state === 'circulated' && (commentsUntil === null || today <= commentsUntil);

export const unanswered = (comments: readonly MinutesComment[]): MinutesComment[] =>
	comments.filter((c) => c.answer === null);

/** Taken in the minutes, and in no edition yet. */
export const toTakeUp = (comments: readonly MinutesComment[], edition: number): MinutesComment[] =>
	comments.filter((c) => c.answer === 'taken' && c.edition === edition);

/** Nobody said anything in time, and the body agreed that this is enough: somebody is asked to approve. */
export function silenceReached(
	follow: Pick<MinutesFollow, 'approval' | 'commentsUntil' | 'comments'>,
	edition: number,
	today: Day
): boolean {
	return (
		follow.approval?.how === 'silence' &&
		follow.commentsUntil !== null &&
		follow.commentsUntil < today &&
		unanswered(follow.comments).length === 0 &&
		toTakeUp(follow.comments, edition).length === 0
	);
}
