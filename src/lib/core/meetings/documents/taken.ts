import type { Quorum } from '../quorum.ts';
import type { MeetingView, Resolution } from '../view.ts';
import { clock } from './words.ts';

// The words of a French document.
const results = { adopted: 'Adoptée', rejected: 'Rejetée', deferred: 'Reportée' };
const outcomes = {
	endorsed: 'Livrable validé',
	endorsed_with_reserves: 'Livrable validé avec réserves',
	not_endorsed: 'Livrable non validé'
};
const DRAFT = 'Projet, à confirmer';

const inNumber = (q: Pick<Quorum, 'required' | 'present' | 'voting'>): string =>
	`${q.present} sur ${q.voting}, requis\u00a0: ${q.required}`;

/** How a decision was taken: its result, its votes, the quorum there was; a draft says so. Nothing when nobody said. */
export function takenOf({ result, votes, quorum, outcome, binds }: Resolution): string | undefined {
	const counts =
		votes?.how === 'vote'
			? `${votes.for} pour, ${votes.against} contre, ${votes.abstained} abst.${votes.casting ? ', voix prépondérante de la présidence' : ''}`
			: votes?.how === 'consensus'
				? 'par consensus'
				: '';
	const said = [
		binds ? '' : DRAFT,
		votes || result !== 'adopted' ? [results[result], counts].filter(Boolean).join('\u00a0: ') : '',
		outcome ? outcomes[outcome] : '',
		quorum ? `Quorum\u00a0: ${inNumber(quorum)}` : ''
	].filter(Boolean);
	return said.length ? `${said.join('. ')}.`.replace('..', '.') : undefined;
}

const VOICES = 'Voix présentes ou représentées\u00a0:';

/** The quorum of a meeting in a sentence; nothing where nobody on the list votes and none is asked. */
export function quorumSentence({
	quorum: q,
	second
}: Pick<MeetingView, 'quorum' | 'second'>): string | undefined {
	if (q.asked) return `${VOICES} ${inNumber(q)}. ${q.reached ? 'Quorum atteint' : 'Quorum non atteint'}.`;
	if (q.voting === 0) return undefined;
	const there = `${VOICES} ${q.present} sur ${q.voting}`;
	return second
		? `${there}. Seconde séance\u00a0: aucun quorum n’est demandé.`
		: `${there}. Aucun quorum n’est demandé.`;
}

/** « Hélène Marchais (arrivée 14 h 05, départ 15 h 30) ». */
export function nameWithHours(a: MeetingView['attendance'][number]): string {
	const hours = [
		a.arrivedAt && `arrivée ${clock(a.arrivedAt)}`,
		a.leftAt && `départ ${clock(a.leftAt)}`
	].filter(Boolean);
	return hours.length ? `${a.name} (${hours.join(', ')})` : a.name;
}

/** How an action stands in a paper while it is a draft. */
export const draftStanding = (binds: boolean): string | null => (binds ? null : DRAFT);
