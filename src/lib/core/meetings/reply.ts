import { z } from 'zod';
import { diffDays, type Day } from '../calendar/days.ts';

export const replyAnswers = ['yes', 'no', 'alternate'] as const;
/** Comes, does not come, or is represented by a person named. */
export type ReplyAnswer = (typeof replyAnswers)[number];

export const replyInput = z.object({
	answer: z.enum(replyAnswers, { error: 'choice_missing' }),
	alternate: z.string().trim().max(200).default('')
});

export interface Reply {
	personId: string;
	answer: ReplyAnswer;
	alternate: string | null;
	/** An instant. */
	at: string;
	way: 'link' | 'page';
	/** Given before the day or the hour changed: it says nothing of the new one. */
	before: boolean;
}

/** One time that people were convened, told of a change or sent away. */
export interface Sending {
	sequence: number;
	method: 'REQUEST' | 'CANCEL';
	partial: boolean;
	at: string;
	by: string | null;
}

/** What the page of a meeting shows of its convocation, as far as this person may see it. */
export interface MeetingAnswers {
	/** The person who asks. */
	me: string;
	/** Sees every reply: the client, and whoever keeps the minutes. */
	prepares: boolean;
	sendings: Sending[];
	/** Days agreed between the convocation and the meeting; null where nothing is known. */
	days: number | null;
	replies: Reply[];
}

/**
 * Would convening today be later than agreed?
 * @param days agreed, in calendar days before the meeting; null asks for nothing
 */
export function isLate(today: Day, heldOn: Day, days: number | null): boolean {
	return days !== null && diffDays(today, heldOn) < days;
}
