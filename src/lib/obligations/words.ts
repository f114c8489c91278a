import type { FulfilledBy } from '#core/obligations/follow/fulfil.ts';
import type { Line } from '#core/obligations/follow/line.ts';
import type { FollowAct } from '#core/obligations/follow/world.ts';
import { formatDate, formatTime, formatWeek } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import * as all from '$lib/i18n/paraglide/messages/_index.js';

const say = (key: string): string =>
	(all as unknown as Record<string, (() => string) | undefined>)[`obligations_${key}`]?.() ?? key;

export const ownerWords = (owner: string): string => say(`owner_${owner}`);
export const kindWords = (kind: string): string => say(`kind_${kind}`);
export const proofWords = (proof: string): string => say(`by_${proof}`);
export const rhythmWords = (rhythm: string): string => say(`grid_${rhythm}`);
export const periodColumn = (rhythm: string): string => say(`grid_col_${rhythm}`);
export const stateName = (state: string): string => say(`state_${state}`);

/** « Transmise », « Tenue », « Remis, 2 jours de retard ». */
export function stateWords({ standing, proof }: Pick<Line, 'standing' | 'proof'>): string {
	const { state, daysLate, inDays } = standing;
	if (state === 'late' && inDays !== null) return m.obligations_late_since({ count: daysLate });
	const named = ['meeting', 'milestone', 'minutes', 'version', 'weekly_report', 'statement'];
	const word = state === 'sent' && named.includes(proof) ? say(`done_${proof}`) : stateName(state);
	return daysLate > 0 ? m.obligations_late_by({ state: word, count: daysLate }) : word;
}

const tones = {
	to_be_set: 'neutral',
	awaiting: 'neutral',
	waived: 'neutral',
	to_come: 'ontime',
	to_produce: 'soon',
	sent: 'done',
	accepted: 'done',
	contested: 'late',
	late: 'late',
	not_sent: 'late'
} as const;
export const toneOf = ({ standing }: Pick<Line, 'standing'>) => tones[standing.state];

/** A day, with its hour where the contract counts in minutes. */
export function momentWords(moment: string | null): string {
	if (moment === null) return formatDate(null);
	const [day, time] = moment.split('T');
	return time === undefined
		? formatDate(moment)
		: `${formatDate(day)}, ${formatTime(`${moment}Z`, undefined, 'UTC')}`;
}

/** « semaine 44 », « décembre 2019 », or the day. */
export function periodWords(period: string): string {
	if (period.includes('W')) return formatWeek(period);
	if (period.length === 4) return period;
	return period.length === 7 ? formatDate(`${period}-01`, undefined, 'month') : formatDate(period);
}

/** « Fin de E-P2 Spécifications ». */
export function edgeWords({ label, edge }: { label: string; edge?: 'start' | 'end' }): string {
	if (edge === 'start') return m.obligations_start_of({ name: label });
	return edge === 'end' ? m.obligations_end_of({ name: label }) : label;
}

export function actWords({ by, ref, on }: FulfilledBy): string {
	const day = formatDate(on);
	switch (by) {
		case 'weekly_report':
			return m.obligations_act_weekly_report({ day });
		case 'minutes':
			return m.obligations_act_minutes({ ref, day });
		case 'meeting':
			return m.obligations_act_meeting({ ref, day });
		case 'version':
			return m.obligations_act_version({ ref, day });
		case 'milestone':
			return m.obligations_act_milestone({ day });
		case 'sending':
			return m.obligations_act_sending({ day });
	}
}

/** Where the act can be seen, below the mission's own address; null when it is on the obligation itself. */
export function actPlace({ by, ref }: FulfilledBy): string | null {
	switch (by) {
		case 'weekly_report':
			return `/reports/${ref}`;
		case 'minutes':
		case 'meeting':
			return `/meetings/${ref}`;
		case 'version':
			return `/deliverables/${ref.split(' ')[0]}`;
		case 'milestone':
			return '/schedule';
		case 'sending':
			return null;
	}
}

export function didWords(act: FollowAct): string {
	return act.kind === 'extended'
		? m.obligations_did_extended({ count: act.days ?? 0 })
		: say(`did_${act.kind}`);
}

/** The address of one obligation below `/obligations/`. */
export const keyPath = (key: string): string => key.split('/').map(encodeURIComponent).join('/');
