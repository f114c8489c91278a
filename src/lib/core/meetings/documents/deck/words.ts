import { diffDays, type Day } from '../../../calendar/days.ts';
import { vocabularyOf } from '../../../deliverables/labels.ts';
import type { State } from '../../../deliverables/circuit.ts';
import type { Verdict } from '../../../indicators/types.ts';
import { count } from '../words.ts';

const states: Record<State, string> = {
	submitted: 'Remis, en vérification',
	endorsed: 'Validé par le comité',
	endorsed_with_reserves: 'Validé avec réserves',
	not_endorsed: 'Non validé par le comité',
	admitted: 'Admis',
	admitted_with_reduction: 'Admis avec réfaction',
	adjourned: 'Ajourné',
	rejected: 'Rejeté',
	superseded: 'Remplacé'
};
const own: Partial<Record<ReturnType<typeof vocabularyOf>, Partial<typeof states>>> = {
	reception: { admitted: 'Reçu', admitted_with_reduction: 'Reçu avec réfaction' },
	approval: { admitted: 'Approuvé', adjourned: 'Corrections demandées' }
};

/** A version's state in the words of the contract's regime. */
export const versionState = (state: State, regime: string): string =>
	own[vocabularyOf(regime)]?.[state] ?? states[state];

export const ownerWords: Record<string, string> = {
	client: 'Maître d’ouvrage',
	contractor: 'Titulaire',
	both: 'Les deux parties',
	other: 'Un tiers'
};

export const verdictWords: Record<Verdict, string> = {
	met: 'Tenu',
	breach: 'Manqué',
	not_applicable: 'Sans objet',
	excluded: 'Jour écarté',
	undetermined: 'Indéterminé',
	open: 'En cours',
	unjudged: 'Suivi'
};

/** « En retard de 3 jours », « Aujourd’hui », « Dans 12 jours ». */
export function daysWords(due: Day, today: Day): string {
	const days = diffDays(today, due);
	if (days === 0) return 'Aujourd’hui';
	return days < 0 ? `En retard de ${count(-days, 'jour')}` : `Dans ${count(days, 'jour')}`;
}
