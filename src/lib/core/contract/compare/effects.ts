import type { Content } from '../../creation/content.ts';
import { sameValue } from './parts.ts';

type Row = Record<string, unknown>;

/** The rows of the plan another text of the contract changes: those to write, and codes it no longer names. */
export type Effects = {
	organisations: Row[];
	phases: Row[];
	committees: Row[];
	milestones: Row[];
	deliverables: Row[];
	tasks: Row[];
	/** All of them, when any changes. */
	report_weeks: Row[] | null;
	ended: { milestones: string[]; deliverables: string[]; tasks: string[] };
};

/** Rows that are new or said otherwise. */
function written<T extends object>(before: readonly T[], after: readonly T[], key: keyof T): T[] {
	const was = new Map(before.map((one) => [one[key], one]));
	return after.filter((one) => !sameValue(was.get(one[key]), one));
}
function gone<T extends { code: string }>(before: readonly T[], after: readonly T[]): string[] {
	const codes = new Set(after.map((one) => one.code));
	return before.map((one) => one.code).filter((code) => !codes.has(code));
}

/** What the store has to write so that the plan follows the new text. Nothing when both give the same plan. */
export function effectsOf(before: Content, after: Content): Effects {
	const tasks = new Map(before.tasks.map((one) => [one.code, one]));
	return {
		organisations: written(before.organisations, after.organisations, 'key'),
		phases: written(before.phases, after.phases, 'code'),
		committees: written(before.committees, after.committees, 'code'),
		milestones: written(before.milestones, after.milestones, 'code'),
		deliverables: written(before.deliverables, after.deliverables, 'code'),
		tasks: written(before.tasks, after.tasks, 'code').map((one) => ({
			...one,
			was_starts_on: tasks.get(one.code)?.starts_on ?? null,
			was_ends_on: tasks.get(one.code)?.ends_on ?? null
		})),
		report_weeks: sameValue(before.report_weeks, after.report_weeks) ? null : after.report_weeks,
		ended: {
			milestones: gone(before.milestones, after.milestones),
			deliverables: gone(before.deliverables, after.deliverables),
			tasks: gone(before.tasks, after.tasks)
		}
	};
}

/** Does anything of the plan change at all? */
export function hasEffects(effects: Effects): boolean {
	const { ended, report_weeks, ...rows } = effects;
	return (
		report_weeks !== null ||
		[...Object.values(rows), ...Object.values(ended)].some((list) => list.length > 0)
	);
}
