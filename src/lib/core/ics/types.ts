import type { Day } from '../calendar/days.ts';

/**
 * When something takes place: a day, or an hour of a day in the zone of the calendar. `endsOn` is the last day itself,
 * never the day after: the writer turns it into the exclusive end of RFC 5545.
 */
export type When =
	| { day: Day; endsOn?: Day }
	| {
			day: Day;
			/** `10:00`, in the zone below, or else the calendar's. */
			startsAt: string;
			/** `12:00` of the same day; without it the event has no length, which a calendar shows as a point. */
			endsAt?: string;
			/** An IANA zone. */
			zone?: string;
	  };

export interface IcsPerson {
	name: string;
	email: string;
}

export interface IcsOrganiser extends IcsPerson {
	/** The address that sends in the organiser's name. */
	sentBy?: string;
}

export interface IcsAttendee extends IcsPerson {
	/** Asked for an answer. */
	rsvp?: boolean;
	answer?: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED';
	role?: 'CHAIR' | 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT' | 'NON-PARTICIPANT';
}

/** One event, as RFC 5545 (3.6.1) has it; plain text everywhere, the writer escapes. */
export interface IcsEvent {
	/** The same for as long as the thing is the same, whatever changes of it. */
	uid: string;
	/** An instant, ISO 8601: when this was written; for an invitation, when it was sent. */
	stamp: string;
	/** Grows with each change that matters to those invited (RFC 5546, 2.1.4). */
	sequence?: number;
	when: When;
	title: string;
	text?: string;
	place?: string;
	/** An address on the web that tells more. */
	url?: string;
	categories?: string[];
	status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
	/** A deadline takes nobody's time: others still see the person as free. */
	free?: boolean;
	/** An instant, ISO 8601. */
	changedAt?: string;
	organiser?: IcsOrganiser;
	attendees?: IcsAttendee[];
	/** Properties of our own, which other programs pass over. */
	extra?: Record<`X-${string}`, string>;
}

export interface IcsCalendar {
	/** `PUBLISH` for what is only read; `REQUEST` and `CANCEL` for an invitation (RFC 5546). */
	method?: 'PUBLISH' | 'REQUEST' | 'CANCEL';
	/** Shown as the calendar's name where it is subscribed to. */
	name?: string;
	/** An IANA zone: hours are written in it, with its rules. */
	zone: string;
	/** How often a program may ask again, for a calendar that is subscribed to. */
	refreshHours?: number;
	events: IcsEvent[];
}
