import type { AgendaItem, MeetingView } from './view.ts';

/** What minutes leave open when they go out: they can go out so, but whoever sends them should have seen it. */
export interface Holes {
	/** Numbers of actions nobody is asked to do. */
	ownerless: string[];
	/** Numbers of actions without a day. */
	dateless: string[];
	/** Numbers of decisions that do not say from when. */
	effectless: string[];
	/** Ranks of items of the agenda on which nothing is recorded. */
	silent: number[];
	/** The minutes will say that the next meeting is still to be set. */
	nextUnset: boolean;
}

export function holesOf(
	m: Pick<MeetingView, 'actions' | 'resolutions' | 'nextMeeting' | 'following'> & {
		agenda: readonly Pick<AgendaItem, 'minutes' | 'conclusion'>[];
	}
): Holes {
	return {
		ownerless: m.actions.filter((a) => !a.ownerId && !a.owner.trim()).map((a) => a.number),
		dateless: m.actions.filter((a) => !a.dueOn).map((a) => a.number),
		effectless: m.resolutions.filter((r) => !r.effectOn).map((r) => r.number),
		silent: m.agenda.flatMap((i, at) => (i.minutes.trim() || i.conclusion.trim() ? [] : [at + 1])),
		nextUnset: !m.nextMeeting.trim() && !promised(m.following)
	};
}

/** A meeting that minutes may announce: people were convened to it. A draft is its planner's alone. */
export function promised(following: MeetingView['following']): boolean {
	return following !== null && following.state !== 'draft';
}
