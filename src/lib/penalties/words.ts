import { durationWords, type PenaltyStep } from '#core/penalties/words.ts';
import { moneyWords, stepWords } from '#core/penalties/say.ts';
import type { Hearing } from '#core/penalties/follow/hearing.ts';
import type { Interruption, PenaltyAct, PenaltyLine } from '#core/penalties/follow/types.ts';
import { formatDate, formatTime } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import * as all from '$lib/i18n/paraglide/messages/_index.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';

const say = (key: string): string =>
	(all as unknown as Record<string, (() => string) | undefined>)[`penalties_${key}`]?.() ?? key;

export const aboutWords = (about: string): string => say(`about_${about}`);
export const stageName = (stage: string): string => say(`stage_${stage}`);
export const lineWords = (stage: string): string => say(`line_${stage}`);
export const decisionWords = (decision: string): string => say(`decision_${decision}`);
export const filterWords = (filter: string): string => say(`filter_${filter}`);
export const totalWords = (name: string): { label: string; note: string } => ({
	label: say(`total_${name}`),
	note: say(`total_${name}_note`)
});

/** An amount in the reader's way; what nobody knows is said so, never 0. */
export const amountWords = (amount: bigint | null, currency: string): string =>
	amount === null ? m.penalties_undetermined() : moneyWords(amount, currency, getLocale());

export const stepInWords = (step: PenaltyStep, currency: string): string =>
	stepWords(step, currency, getLocale());

/** « mer. 18 janv. 2023, 09:10:30 »; the seconds only where there are some. */
export function momentWords(moment: string | undefined | null): string {
	if (!moment) return formatDate(null);
	const [day, time] = moment.split('T');
	return time === undefined ? formatDate(day) : `${formatDate(day)}, ${clockWords(moment)}`;
}

/** « 09:10 », « 09:10:30 ». */
export function clockWords(moment: string): string {
	const [day, time = ''] = moment.split('T');
	const seconds = time.slice(6, 8);
	const clock = formatTime(`${day}T${time.slice(0, 5)}:00Z`, undefined, 'UTC');
	return `${clock}${seconds && seconds !== '00' ? `:${seconds}` : ''}`;
}

export const lastedWords = (seconds: number | null | undefined): string =>
	seconds === null || seconds === undefined ? m.penalties_int_ongoing() : durationWords(seconds);

type Standing = Pick<PenaltyLine, 'stage' | 'decision' | 'commentBy'>;

/** « Réduite », « Observations attendues jusqu'au 14 mars », « Imputée ». */
export function stageWords({ stage, decision, commentBy }: Standing): string {
	if (stage === 'decided' && decision) return decisionWords(decision);
	if (stage === 'invited' && commentBy) return m.penalties_invited_until({ day: formatDate(commentBy) });
	return stageName(stage);
}

export const stageTone = ({ stage }: Standing) =>
	(
		({
			detected: 'neutral',
			computed: 'neutral',
			lapsed: 'neutral',
			invited: 'soon',
			commented: 'soon',
			decided: 'ontime',
			charged: 'done'
		}) as const
	)[stage];

/** What the contract's general conditions say of the contractor's comments. */
export function hearingWords({ needed, days, source }: Hearing): string {
	if (needed === 'required') return m.penalties_hearing_required({ days: days ?? 0, source: source ?? '' });
	return needed === 'none'
		? m.penalties_hearing_none({ source: source ?? '' })
		: m.penalties_hearing_unknown();
}

/** What somebody did, in a few words. */
export function actWords(act: PenaltyAct, currency: string): string {
	const amount = amountWords(act.amount, currency);
	switch (act.kind) {
		case 'computed':
			return m.penalties_act_computed({ amount });
		case 'recomputed':
			return m.penalties_act_recomputed({ amount });
		case 'typed':
			return m.penalties_act_typed({ amount });
		case 'invited':
			return m.penalties_act_invited({ day: formatDate(act.day) });
		case 'commented':
			return act.late ? m.penalties_act_commented_late() : m.penalties_act_commented();
		case 'decided':
			if (act.decision === 'applied') return m.penalties_act_applied({ amount });
			return act.decision === 'reduced'
				? m.penalties_act_reduced({ amount })
				: m.penalties_act_waived();
		case 'charged':
			return m.penalties_act_charged({ day: formatDate(act.day) });
		default:
			return say(`act_${act.kind}`);
	}
}

export const judgedWords = ({ attributable }: Pick<Interruption, 'attributable'>): string =>
	attributable === null
		? m.penalties_int_attributable_unknown()
		: attributable
			? m.penalties_int_attributable_yes()
			: m.penalties_int_attributable_no();

/** Where what a penalty is about has its page, below the mission's own address. */
export function subjectPath({ about, subject }: Pick<PenaltyLine, 'about' | 'subject'>): string {
	if (about === 'interruption') return `/registers/interruptions#${subject}`;
	return `/obligations/${subject.split('/').map(encodeURIComponent).join('/')}`;
}
