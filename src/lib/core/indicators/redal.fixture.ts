import type { Indicator } from './types.ts';
import { indicatorSchema } from '../contract/parts/indicators.ts';

/** A rate judged per slot, day and month, with exceptional days, as the contracts of call centres have it. */
export const answerRate: Indicator = indicatorSchema.parse({
	code: 'R-K5',
	title: 'Taux de prise',
	measure: { kind: 'ratio', of: 'appels pris', over: 'appels reçus' },
	unit: '%',
	thresholds: [
		{ op: '>=', value: 95, unit: '%', period: 'slot', effect: 'anomaly' },
		{ op: '>=', value: 95, unit: '%', period: 'day' },
		{ op: '>=', value: 95, unit: '%', period: 'month' }
	],
	excludes: 'jours-exceptionnels'
});

export const averageCall: Indicator = indicatorSchema.parse({
	code: 'R-K1',
	title: 'Durée moyenne d’un appel',
	measure: { kind: 'mean', of: 'durée des appels' },
	unit: 's',
	thresholds: [{ op: '<=', value: 150, unit: 's', period: 'day' }],
	alternatives: [{ op: '<=', value: 150, unit: 's', period: 'month', reading: 'Jugée sur le mois.' }]
});

export const calibration: Indicator = indicatorSchema.parse({
	code: 'R-K10',
	title: 'Écart de calibrage',
	measure: { kind: 'gap', of: 'notes' },
	unit: '%',
	thresholds: [{ op: '<=', value: 10, unit: '%', period: 'month', effect: 'target' }]
});

export const interruption: Indicator = indicatorSchema.parse({
	code: 'R-K12',
	title: 'Durée d’une interruption',
	measure: { kind: 'maximum', of: 'durée' },
	unit: 'min',
	thresholds: [{ op: '<=', value: 20, unit: 'min', period: 'event', effect: 'duty' }]
});

export const itemRate: Indicator = indicatorSchema.parse({
	code: 'R-K9',
	title: 'Taux par item',
	measure: { kind: 'ratio', of: 'points obtenus', over: 'points possibles' },
	unit: '%',
	by: 'item',
	thresholds: [{ op: '>=', value: 95, unit: '%', period: 'month', effect: 'action_plan' }]
});

export const onHold: Indicator = indicatorSchema.parse({
	code: 'R-K3',
	title: 'Mise en attente',
	measure: { kind: 'mean', of: 'mise en attente' },
	unit: 's',
	unset: 'Nommé sans valeur.'
});
