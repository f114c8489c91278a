import type { Day } from '../calendar/days.ts';
import { formatDay } from '../calendar/format.ts';
import { plainAmount, type Cents } from './money.ts';

/** One step of a penalty, without words; `penaltyWords` says it in French. */
export type PenaltyStep =
	| { key: 'extended'; from: Day; days: number; nominal: Day; due: Day }
	| { key: 'rolled'; nominal: Day; due: Day }
	| { key: 'delay'; due: Day; delivered: Day; days: number }
	| { key: 'whole'; value: Cents }
	| { key: 'on_contract'; value: Cents }
	| { key: 'formula'; value: Cents; days: number; per: string; divisor: number; raw: Cents }
	| { key: 'flat'; code: string; amount: Cents; title: string }
	| { key: 'in_time' }
	| { key: 'not_attributable' }
	| { key: 'no_value' }
	| { key: 'no_delivery' }
	| { key: 'sum'; count: number; raw: Cents }
	| { key: 'cap'; percent: string; amount: Cents; applied: boolean }
	| { key: 'cap_unknown'; percent: string }
	| { key: 'no_cap'; stated: boolean }
	| { key: 'exempt'; threshold: Cents; applied: boolean; total: Cents }
	| { key: 'undetermined'; why: string }
	| { key: 'disputed'; obligation: string; code: string; amounts: string }
	| { key: 'duty'; code: string; title: string }
	| { key: 'optional' }
	/** Not handed in yet: counted until the day the figure was worked out. */
	| { key: 'running'; due: Day; today: Day; days: number }
	/** How long a fact lasted, to the second. */
	| { key: 'lasted'; seconds: number }
	/** A person chose how a disputed clause reads. */
	| { key: 'reading'; code: string; reading: string }
	/** The contract file gives no amount: the client typed it, with the clause it found. */
	| { key: 'typed'; amount: Cents; ref: string }
	| { key: 'source'; source: string; toCheck: string | null };

const euro: Record<string, string> = { EUR: '€', MAD: 'DH' };

/** `1 033,33 €` with a narrow no-break space, as French writes it. */
export function frenchAmount(cents: Cents, currency: string): string {
	const [whole = '', decimals] = plainAmount(cents).split('.');
	const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');
	return `${grouped},${decimals}\u00a0${euro[currency] ?? currency}`.trimEnd();
}

/** `45 min 30 s`, `1 h 05 min`. */
export function durationWords(seconds: number): string {
	const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const parts = [
		hours > 0 ? `${hours}\u00a0h` : '',
		minutes > 0 || (hours > 0 && rest > 0) ? `${minutes}\u00a0min` : '',
		rest > 0 || seconds < 60 ? `${rest}\u00a0s` : ''
	];
	return parts.filter(Boolean).join(' ');
}

const plural = (count: number) => `${count} jour${count > 1 ? 's' : ''}`;

/** One step in French. */
export function penaltyWords(step: PenaltyStep, currency: string): string {
	const amount = (cents: Cents) => frenchAmount(cents, currency);
	switch (step.key) {
		case 'extended':
			return `${formatDay(step.from)} + ${plural(step.days)} de prolongation = ${formatDay(step.nominal)}${step.due === step.nominal ? '' : `, reporté au ${formatDay(step.due)}`}`;
		case 'rolled':
			return `${formatDay(step.nominal)} (jour non travaillé), reporté au ${formatDay(step.due)}`;
		case 'delay':
			return `remis le ${formatDay(step.delivered)} pour le ${formatDay(step.due)} : R = ${plural(step.days)}, compté${step.days > 1 ? 's' : ''} du lendemain de l’échéance`;
		case 'whole':
			return `le retard rend l’ensemble inutilisable : V = ${amount(step.value)}`;
		case 'on_contract':
			return `valeur non donnée : le montant du contrat est retenu (assiette usuelle d’un CPS, à vérifier), V = ${amount(step.value)}`;
		case 'formula': {
			const rate =
				step.per === '1' ? `/ ${step.divisor}` : `× ${step.per.replace('.', ',')} / ${step.divisor}`;
			return `P = V × R ${rate} = ${amount(step.value)} × ${step.days} ${rate} = ${amount(step.raw)} (arrondi au centime)`;
		}
		case 'flat':
			return `${step.code} : ${amount(step.amount)}, ${step.title}`;
		case 'in_time':
			return 'aucun jour de retard : rien n’est dû';
		case 'not_attributable':
			return 'force majeure ou fait non imputable au titulaire : rien n’est dû';
		case 'no_value':
			return 'la valeur de la partie en retard n’est pas connue : montant indéterminé';
		case 'no_delivery':
			return 'la date de remise n’est pas connue : le retard court encore';
		case 'sum':
			return `total de ${step.count} ${step.count > 1 ? 'faits' : 'fait'} : ${amount(step.raw)}`;
		case 'cap':
			return `plafond de ${step.percent.replace('.', ',')} % du contrat = ${amount(step.amount)} : ${step.applied ? 'appliqué' : 'non atteint'}`;
		case 'cap_unknown':
			return `plafond de ${step.percent.replace('.', ',')} % non vérifié : donnez le montant du contrat`;
		case 'no_cap':
			return step.stated
				? 'le texte ne fixe aucun plafond'
				: 'plafond non indiqué : voir les autres pièces du contrat';
		case 'exempt':
			return step.applied
				? `total de ${amount(step.total)}, qui ne dépasse pas ${amount(step.threshold)} : exonéré`
				: `total supérieur au seuil d’exonération de ${amount(step.threshold)} : dû en entier`;
		case 'undetermined':
			return `indéterminé, ce qui n’est pas zéro : ${step.why}`;
		case 'disputed':
			return `${step.code} vaut-elle pour ${step.obligation} ? Selon la lecture de la clause : ${step.amounts} ; une personne décide`;
		case 'duty':
			return `le fait oblige aussi à ${step.code} : ${step.title}`;
		case 'optional':
			return 'la pénalité « pourra » être appliquée : rien n’est dû avant la décision du client';
		case 'running':
			return `attendu le ${formatDay(step.due)}, pas encore remis le ${formatDay(step.today)} : ${plural(step.days)} à ce jour`;
		case 'lasted':
			return `durée : ${durationWords(step.seconds)}`;
		case 'reading':
			return `${step.code} : lecture retenue par le client, ${step.reading}`;
		case 'typed':
			return `montant saisi par le client d’après ${step.ref} : ${amount(step.amount)}`;
		case 'source':
			return `${step.source}${step.toCheck ? `. À vérifier : ${step.toCheck}` : ''}`;
	}
}
