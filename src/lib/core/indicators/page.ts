import type { Day } from '../calendar/days.ts';
import type { Kept } from './entry/compare-values.ts';
import type { Exclusion } from './types.ts';

/** A value as the store gives it. */
export type KeptValue = Kept & { code: string; quantity: string };

export type Correction = {
	quantity: string;
	at: string;
	label: string;
	value: string | null;
	over: string | null;
	withdrawn: boolean;
	reason: string;
	by: string | null;
	on: Day;
	wasValue: string | null;
	wasOver: string | null;
	wasWithdrawn: boolean;
	wasBy: string | null;
	wasOn: Day;
};

export const exclusionKinds = ['proposed', 'accepted', 'refused', 'lifted'] as const;
/** What somebody said of an exceptional day. */
export type ExclusionAct = {
	register: string;
	day: Day;
	kind: (typeof exclusionKinds)[number];
	reason: string;
	number: number;
	by: string | null;
	on: Day;
};

export type StateLine = {
	id: string;
	meeting: string;
	title: string;
	heldOn: Day;
	from: Day;
	to: Day;
	sha256: string;
	by: string | null;
	on: Day;
};

export type MeetingOfIndicators = {
	code: string;
	committee: string;
	kind: string;
	title: string;
	day: Day;
	state: string;
};

/** What the store gives of a mission's indicators. */
export type IndicatorRows = {
	values: KeptValue[];
	corrections: Correction[];
	exclusions: ExclusionAct[];
	states: StateLine[];
	meetings: MeetingOfIndicators[];
};

/** How each exceptional day stands: its last word, the latest day first, with what was said before. */
export type ExclusionDay = ExclusionAct & { acts: ExclusionAct[] };

export function exclusionDays(acts: readonly ExclusionAct[]): ExclusionDay[] {
	const days = Map.groupBy(acts, (one) => `${one.register} ${one.day}`);
	return [...days.values()]
		.map((all) => {
			const told = all.toSorted((a, b) => a.number - b.number);
			return { ...told.at(-1)!, acts: told };
		})
		.sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** The days that are left out: those the client accepted. */
export const acceptedDays = (acts: readonly ExclusionAct[]): Exclusion[] =>
	exclusionDays(acts)
		.filter((one) => one.kind === 'accepted')
		.map(({ day, reason, register }) => ({ day, reason, register }));
