import type { Day } from '../../calendar/days.ts';

export const approvalWays = ['express', 'meeting', 'silence'] as const;
/** Said by somebody, in the session of a later meeting, or nobody objected in time where that was agreed to be enough. */
export type ApprovalWay = (typeof approvalWays)[number];

/** What a meeting's own papers say of how its minutes ended. */
export interface AfterLine {
	commentsUntil: Day | null;
	approvedHow: ApprovalWay | null;
	/** The meeting that approved them. */
	approvedIn: { code: string; title: string; heldOn: Day } | null;
	/** SHA-256 of the file approved; null while it is not, and of what was approved before files were kept. */
	sealed: string | null;
}

export interface MinutesSending {
	edition: number;
	personId: string;
	name: string;
	at: string;
	/** How the mail stands; null once its row is gone. */
	mail: { state: 'waiting' | 'sending' | 'sent' | 'failed' | 'kept'; sentAt: string | null } | null;
	openedAt: string | null;
	/** Said to have nothing to say. */
	clearedAt: string | null;
}

export interface MinutesComment {
	id: string;
	edition: number;
	by: string;
	mine: boolean;
	/** Title of the item it is about; null for the whole, or when the item is gone. */
	item: string | null;
	wording: string;
	at: string;
	day: Day;
	answer: 'taken' | 'kept_out' | null;
	words: string;
	answeredBy: string | null;
	answeredAt: string | null;
}

export interface KeptPaper {
	edition: number;
	why: 'circulated' | 'sealed';
	name: string;
	sha256: string;
	at: string;
}

/** Minutes of the body that went out and that this meeting may approve. */
export interface MinutesToApprove {
	code: string;
	title: string;
	heldOn: Day;
	version: number;
	edition: number;
	commentsUntil: Day | null;
	/** Comments without an answer, or taken and not yet in an edition. */
	waits: number;
}

/** What happens around the minutes of a meeting, as one person may read it. */
export interface MinutesFollow extends AfterLine {
	me: string;
	/** Chairs the body, for the client: may approve. */
	chairs: boolean;
	approval: { how: 'meeting' } | { how: 'silence'; days: number } | null;
	/** Where that was agreed, in words. */
	source: string | null;
	sealedAt: string | null;
	/** What a comment may be about. */
	items: { id: string; title: string }[];
	sendings: MinutesSending[];
	comments: MinutesComment[];
	papers: KeptPaper[];
	toApprove: MinutesToApprove[];
}
