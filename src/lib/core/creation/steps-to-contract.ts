import type { Rule } from '../calendar/rules/schema.ts';
import type { z } from 'zod';
import type { contractShape } from '../contract/schema.ts';
import { slugOf } from './slug.ts';
import type { Steps } from './steps.ts';

/** A contract file before it is read: what a person would have written. */
export type ContractFile = z.input<typeof contractShape>;

const COMMITTEE = 'M-COPIL';
const durations = {
	week: (n: number) => `${n} semaine${n > 1 ? 's' : ''}`,
	month: (n: number) => `${n} mois`,
	year: (n: number) => `${n} an${n > 1 ? 's' : ''}`
};
const rhythms = { monthly: 1, quarterly: 3 } as const;
const rhythmWords = {
	phase_end: 'À la fin de chaque phase',
	monthly: 'Une fois par mois',
	quarterly: 'Une fois par trimestre'
};

/**
 * The contract file of a simple project. What the form does not ask (penalties, delays, recipients) is said to be
 * unknown, never filled with a usual value.
 */
export function contractOfSteps(steps: Steps): ContractFile {
	const { committee } = steps;
	const phaseCode = (index: number) => `M-P${index + 1}`;
	const last = phaseCode(steps.phases.length - 1);
	const body = committee && [
		{
			code: COMMITTEE,
			kind: 'copil' as const,
			title: committee.title,
			composition: [],
			chair: committee.chair,
			cadence: {
				words: rhythmWords[committee.cadence],
				...(committee.cadence === 'phase_end' ? {} : { rule: every(rhythms[committee.cadence]) })
			},
			powers: 'Donne son avis sur les livrables avant la décision du client.'
		}
	];
	return {
		jalon: 1,
		slug: slugOf(steps.short),
		title: steps.title,
		short: steps.short,
		reference: steps.title,
		source: { kind: 'Saisie', title: 'Contrat saisi pas à pas, sans fichier' },
		regime: steps.regime,
		calendar: steps.calendar,
		parties: [
			{ key: 'client', name: steps.client, side: 'client' },
			{ key: 'contractor', name: steps.contractor, side: 'contractor' }
		],
		anchors: [
			{
				name: 'start',
				label: 'Début de la mission',
				...(steps.startOn
					? { day: steps.startOn }
					: { tbd: 'Le jour du début n’était pas connu à la création.' })
			},
			{ name: 'end', label: 'Fin de la mission', rule: { on: `end:${last}` } }
		],
		phases: steps.phases.map(({ title, count, unit }, index) => ({
			code: phaseCode(index),
			title,
			start:
				index === 0
					? { on: 'start' }
					: { after: `end:${phaseCode(index - 1)}`, count: 1, unit: 'day', roll: 'none' },
			end: { after: index === 0 ? 'start' : `end:${phaseCode(index - 1)}`, count, unit },
			duration: durations[unit](count)
		})),
		milestones:
			committee?.cadence === 'phase_end'
				? steps.phases.map(({ title }, index) => ({
						code: `M-J${index + 1}`,
						title: `${committee.title}, fin de : ${title}`.slice(0, 300),
						phase: phaseCode(index),
						committee: COMMITTEE,
						kind: 'floating' as const,
						rule: { on: `end:${phaseCode(index)}` }
					}))
				: [],
		committees: body ?? [],
		deliverables: steps.deliverables.map(({ title, phase, due }, index) => ({
			code: `M-L${index + 1}`,
			title,
			phase: phaseCode(phase),
			validators: [committee ? COMMITTEE : 'client_manager'],
			rule: due ? { by: due } : { on: `end:${phaseCode(phase)}` }
		})),
		obligations: [
			...(committee && committee.cadence !== 'phase_end'
				? [
						{
							code: 'M-R1',
							title: `Réunion : ${committee.title}`,
							kind: 'meeting' as const,
							owner: 'both' as const,
							rule: every(rhythms[committee.cadence]),
							proof: { from: 'meeting' as const, words: COMMITTEE }
						}
					]
				: []),
			...(steps.weekly
				? [
						{
							code: 'M-H1',
							title: 'Compte rendu hebdomadaire',
							kind: 'report' as const,
							owner: 'contractor' as const,
							rule: { weekly: steps.weekly },
							proof: { from: 'weekly_report' as const }
						}
					]
				: [])
		],
		penalties: {
			undetermined: true,
			why: 'Aucune clause de pénalité n’a été saisie : voir le contrat (CCAP ou CPS).'
		}
	};
}

function every(months: number): Rule {
	return { every: months, unit: 'month', from: 'start' };
}
