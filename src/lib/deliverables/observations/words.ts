import type {
	Answer,
	ObservationKind,
	ObservationState,
	Severity,
	Verdict
} from '#core/deliverables/observations/circuit.ts';
import type { ObservationAct, ObservationView } from '#core/deliverables/observations/view.ts';
import { formatDate } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const catalogue = m as unknown as Record<string, (() => string) | undefined>;
const say = (key: string) => catalogue[`observations_${key}`]?.() ?? key;

export const kindWords = (kind: ObservationKind) => say(`kind_${kind}`);
export const kindHint = (kind: ObservationKind) => say(`kind_hint_${kind}`);
export const severityWords = (severity: Severity) => say(`severity_${severity}`);
export const observationStateWords = (state: ObservationState | 'standing') => say(`state_${state}`);
export const answerWords = (answer: Answer) => say(`answer_${answer}`);
export const answerHint = (answer: Answer) => say(`answer_hint_${answer}`);
export const verdictWords = (verdict: Verdict) => say(`verdict_${verdict}`);
export const verdictHint = (verdict: Verdict) => say(`verdict_hint_${verdict}`);

type Tone = 'late' | 'soon' | 'ontime' | 'done' | 'neutral';
const tones: Record<ObservationState, Tone> = {
	open: 'soon',
	answered: 'ontime',
	maintained: 'late',
	lifted: 'done',
	withdrawn: 'neutral'
};
export const observationTone = (state: ObservationState): Tone => tones[state];
export const severityTone = (severity: Severity): 'late' | 'soon' | 'neutral' =>
	severity === 'blocking' ? 'late' : severity === 'major' ? 'soon' : 'neutral';

/** Who asked, for whom, when. */
export function madeBy(o: ObservationView): string {
	const who = o.by ?? '–';
	const day = formatDate(o.day);
	return o.body ? m.observations_by_body({ body: o.body, who, day }) : m.observations_by({ who, day });
}

/** One act as a sentence. */
export function actWords(act: ObservationAct): string {
	const given = { who: act.by ?? '–', day: formatDate(act.day) };
	switch (act.kind) {
		case 'answered':
			return m.observations_event_answered({
				...given,
				answer: act.answer ? answerWords(act.answer) : ''
			});
		case 'lifted':
			return m.observations_event_lifted({ ...given, number: act.version ?? '–' });
		case 'maintained':
			return m.observations_event_maintained({ ...given, number: act.version ?? '–' });
		case 'withdrawn':
			return m.observations_event_withdrawn(given);
		case 'corrected':
			return m.observations_event_corrected({
				...given,
				wording: act.was?.wording ?? '',
				severity: act.was ? severityWords(act.was.severity) : '',
				place: act.was?.place ? `, ${act.was.place}` : ''
			});
	}
}

/** What becomes of the document: carried by a version, still to come, or nothing changes. */
export function carriedWords(o: ObservationView): string | null {
	if (!o.answer) return null;
	if (o.answer === 'refused') return m.observations_answer_unchanged();
	return o.answerVersion
		? m.observations_answer_carried({ number: o.answerVersion })
		: m.observations_answer_awaited();
}
