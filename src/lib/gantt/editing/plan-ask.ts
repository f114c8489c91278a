import type { Day } from '#core/calendar/days.ts';
import type { Move, Replan } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';

/** `push`: what follows makes room; `follow`: what follows comes along, earlier too. */
export type PlanMode = 'push' | 'follow';

/** What is asked of the store: these lines on these days, and with them what was shown. */
export interface PlanAsk {
	edits: { id: string; version: number; startsOn: Day; endsOn: Day }[];
	mode: PlanMode;
	/** What the person saw before keeping: the store refuses to do anything else. */
	expected: Move[];
}

/** A change that met somebody else's: both sides, for the person to choose. */
export interface Conflict {
	mine: ScheduleItem;
	current: ScheduleItem;
	changedBy: string;
	changedAt: string;
}

/** What became of an ask, or of taking one back. */
export type PlanOutcome =
	| { ok: true; act: string; items: ScheduleItem[] }
	| { ok: false; reason: 'preview_changed'; preview: Replan }
	| { ok: false; reason: 'stale'; conflicts: Omit<Conflict, 'mine'>[] }
	| { ok: false; reason: 'refused'; message: string }
	| { ok: false; reason: 'offline' };
