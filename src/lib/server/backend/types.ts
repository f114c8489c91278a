import type { Day } from '#core/calendar/days.ts';
import type { EventDays } from '#core/contract/events.ts';
import type { FeedMission } from '#core/meetings/feed.ts';
import type { ReplyAnswer } from '#core/meetings/reply.ts';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '#server/db/types.gen.ts';

/** What the rest of the server knows of the store: a client per person, a few chores, and its life. */
export interface Backend {
	kind: 'embedded' | 'postgres' | 'supabase';
	/** Address and key a client is made with; the address of the in-process kinds is not on any network. */
	url: string;
	publishableKey: string;
	/** How a client reaches the store; in process for the embedded kinds. */
	fetch: typeof fetch;
	/** The server's own chores, never done in a person's name. `null` where only operators hold the key. */
	door: ServerDoor | null;
	/** Throws when the store does not answer. */
	ping(): Promise<void>;
	close(): Promise<void>;
}

export type Client = SupabaseClient<Database>;

export interface WaitingMail {
	id: string;
	toEmail: string;
	kind: string;
	data: Record<string, unknown>;
	attachmentKey: string | null;
	attachmentName: string | null;
	attempts: number;
	/** What it brings into a calendar. */
	convocation: Convocation | null;
}

/** A sending to those on a meeting’s list, as it was stored. */
export interface Convocation {
	meeting: string;
	sequence: number;
	method: 'REQUEST' | 'CANCEL';
	/** To some of the list only: added to it, or taken off it. */
	partial: boolean;
	/** An instant. */
	at: string;
	content: ConvocationContent;
}

export interface ConvocationContent {
	code: string;
	title: string;
	heldOn: Day;
	/** `10:00`. */
	startsAt: string | null;
	endsAt: string | null;
	place: string | null;
	slug: string;
	mission: string;
	/** An IANA zone. */
	zone: string;
	body: string;
	agenda: string[];
	organiser: { name: string; email: string } | null;
}

/** What the page of a mail’s link shows. */
export interface ReplyPage extends ConvocationContent {
	name: string;
	open: boolean;
	/** Why it is not, when it is not. */
	over: 'past' | 'cancelled' | 'removed';
	reply: {
		answer: ReplyAnswer;
		alternate: string | null;
		at: string;
		/** Given before the day or the hour changed. */
		before: boolean;
	} | null;
}

export type MailOutcome =
	| { sent: true; calendar?: string | null }
	| { kept: true }
	| { sent: false; error: string; retry: boolean };

export interface Integrity {
	chains: { mission: string | null; lines: number; brokenAt: number | null }[];
	files: { key: string; name: string; sha256: string }[];
	/** Meetings whose sealed minutes do not match the journal line of their approval. */
	seals: { mission: string; meeting: string }[];
}

export interface InvitationView {
	email: string;
	fullName: string;
	mission: string | null;
	invitedBy: string | null;
	state: 'open' | 'accepted' | 'expired' | 'revoked';
	/** Has signed in before, and so has a way in already. */
	hasAccount: boolean;
}

export interface Enrolment {
	email: string;
	fullName: string;
	organisation: string;
	role: string;
	functionTitle: string | null;
	startsOn: string;
}

/** What a calendar's link gives: one entry per mission. */
export interface CalendarFeed {
	id: string;
	mission: string | null;
	locale: 'fr' | 'en';
	/** When the link was made, an instant. */
	at: string;
	missions: FeedMission[];
}

/** What core worked out of a mission's obligations; `told` are the journal's lines about what moved. */
export interface StoredPlan {
	stamp: string;
	rows: Record<string, unknown>[];
	ended: string[];
	told: { subject: string; audience: 'all' | 'client'; detail: Record<string, unknown> }[];
}

/** What the serving process may do without being anybody. Each verb names the page or chore that needs it. */
export interface ServerDoor {
	/** A confirmed account with a password; answers the store's user id. 409 `account_exists` when it has one. */
	createUser(email: string, password: string): Promise<string>;
	/** An account and the person behind it, made by an operator; answers the store's user id. */
	addPerson(email: string, fullName: string, password: string, administrator: boolean): Promise<string>;
	/** For `jalon verify`: every chain walked, every file that must be there. Needs the owner's connection. */
	integrity(): Promise<Integrity>;
	firstAdmin(userId: string, email: string, fullName: string): Promise<void>;
	/** Has nobody been made administrator yet? */
	needsFirstAdmin(): Promise<boolean>;
	isDemo(): Promise<boolean>;
	isEmpty(): Promise<boolean>;
	readInvitation(token: string): Promise<InvitationView | null>;
	importMission(content: Record<string, unknown>): Promise<string>;
	enrol(missionId: string, enrolment: Enrolment): Promise<string>;
	/** Notes that the loading of the demonstration has begun, or is done: a half-loaded one is started over. */
	markDemo(name: 'demo_begun' | 'demo_done'): Promise<void>;
	/** Makes the person when missing, ties it to the account of that address, and says it is a demonstration's. */
	markDemoPerson(email: string, fullName: string, administrator: boolean): Promise<void>;
	/** What the obligations of a mission are worked out from; the contract only when its text is not in `known`. */
	obligationFacts(missionId: string, known: readonly string[]): Promise<Record<string, unknown> | null>;
	/** Has something happened that the stored obligations do not know of? */
	obligationsStale(missionId: string): Promise<boolean>;
	/** Stores what was worked out; false when the facts have changed meanwhile. */
	storeObligations(missionId: string, plan: StoredPlan): Promise<boolean>;
	/** Moves what a change of the calendar moves in the plan; false when the facts have changed meanwhile. */
	applyCalendar(missionId: string, stamp: string, effects: unknown, anchors: EventDays): Promise<boolean>;
	/** Keeps what was made of a state of the indicators the day it was set down; once. */
	keepJudgement(stateId: string, judged: unknown): Promise<void>;
	/**
	 * Stores what core worked out of a mission's penalties, in the name of the account that asked: refused to any but
	 * its project manager. Answers how many lines are new, changed, and no longer asked for.
	 */
	storePenalties(
		userId: string,
		missionId: string,
		rows: Record<string, unknown>[],
		gone: string[]
	): Promise<{ fresh: number; changed: number; lapsed: number }>;
	/** By the SHA-256 of a secret: whom it was sent to and for which meeting; null when it leads nowhere. */
	replyPage(tokenSha256: string): Promise<ReplyPage | null>;
	replyByLink(tokenSha256: string, answer: ReplyAnswer, alternate: string): Promise<void>;
	/** What the person of a calendar’s link may see now, read as that person; null when it leads nowhere. */
	readCalendar(tokenSha256: string): Promise<CalendarFeed | null>;
	/** Notes that a calendar was read; answers since when it says the same. */
	calendarGiven(linkId: string, sha256: string): Promise<Date>;
	takeMails(limit: number): Promise<WaitingMail[]>;
	settleMail(id: string, outcome: MailOutcome): Promise<void>;
	keepMail(mail: { toEmail: string; kind: string; data: Record<string, unknown> }): Promise<void>;
}
