import type { Moment } from '../calendar/rules/moment.ts';
import type { Plan, Planned } from './plan.ts';

/** The part of an occurrence that a change can move; a stored row has it too. */
export type Placed = { key: string; nominal: Moment | null; due: Moment | null; advised: Moment | null };

/**
 * What a change of events makes of a plan, to be shown before it is saved.
 * `kept`: done already, so it stays as it stands though the new plan moves it (`after`) or drops it (null).
 */
export type Changes<Before extends Placed = Planned> = {
	added: Planned[];
	moved: { before: Before; after: Planned }[];
	ended: Before[];
	kept: { before: Before; after: Planned | null }[];
};

/**
 * The difference between two plans. Groups that were taken over are not looked at, so the cost follows what changed.
 * @param isDone by occurrence key: what was sent, accepted or waived is never rewritten.
 */
export function replan(before: Plan, after: Plan, isDone: (key: string) => boolean = () => false): Changes {
	const changes: Changes = { added: [], moved: [], ended: [], kept: [] };
	for (const [key, group] of after.groups) {
		const old = before.groups.get(key);
		if (old !== group) compare(old?.list ?? [], group.list, isDone, changes);
	}
	for (const [key, group] of before.groups) {
		if (!after.groups.has(key)) compare(group.list, [], isDone, changes);
	}
	return changes;
}

/**
 * The difference between what a store holds and a plan. `done` rows keep their dates.
 * A row the plan does not know any more is ended, never deleted.
 */
export function replanStored<Row extends Placed & { done: boolean }>(
	stored: readonly Row[],
	planned: readonly Planned[]
): Changes<Row> {
	const done = new Set(stored.filter((one) => one.done).map((one) => one.key));
	const changes: Changes<Row> = { added: [], moved: [], ended: [], kept: [] };
	compare(stored, planned, (key) => done.has(key), changes);
	return changes;
}

function compare<Before extends Placed>(
	before: readonly Before[],
	after: readonly Planned[],
	isDone: (key: string) => boolean,
	changes: Changes<Before>
): void {
	const old = new Map(before.map((one) => [one.key, one]));
	for (const one of after) {
		const was = old.get(one.key);
		if (was === undefined) {
			changes.added.push(one);
			continue;
		}
		old.delete(one.key);
		if (was.nominal === one.nominal && was.due === one.due && was.advised === one.advised) continue;
		if (isDone(one.key)) changes.kept.push({ before: was, after: one });
		else changes.moved.push({ before: was, after: one });
	}
	for (const was of old.values()) {
		if (isDone(was.key)) changes.kept.push({ before: was, after: null });
		else changes.ended.push(was);
	}
}
