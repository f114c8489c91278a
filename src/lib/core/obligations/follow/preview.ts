import type { Day } from '../../calendar/days.ts';
import type { CrossedLimit } from './limits.ts';

/** What another day of a meeting would move, before anything is saved. */
export type MovePreview = {
	to: Day;
	moved: { key: string; code: string; title: string; from: string | null; to: string | null }[];
	/** Already done: they would move, and do not. */
	/** Days the contract fixes that would no longer be kept. */
	crossed?: CrossedLimit[];
	kept: { key: string; code: string; title: string; due: string | null }[];
};
