import type { Day } from '../../calendar/days.ts';

/** What another day of a meeting would move, before anything is saved. */
export type MovePreview = {
	to: Day;
	moved: { key: string; code: string; title: string; from: string | null; to: string | null }[];
	/** Already done: they would move, and do not. */
	kept: { key: string; code: string; title: string; due: string | null }[];
};
