import { z } from 'zod';
import { paragraphs } from './fields.ts';

/**
 * A weather or a trend is always a sign and a word: nobody should have to see a colour. One definition per level, the
 * same on paper, in the form, on the filed page and on the dashboard (a test holds the catalogue to it).
 */
export const LEVELS = {
	sun: { symbol: '☀', word: 'Beau temps', means: 'tout suit le contrat' },
	cloud: {
		symbol: '☁',
		word: 'Nuageux',
		means: 'du retard ou un point à surveiller, sans jalon ni livrable manqué'
	},
	storm: { symbol: '⚡', word: 'Orage', means: 'un jalon ou un livrable du contrat est en retard' },
	unknown: { symbol: '○', word: 'Non renseignée', means: '' }
};

const TRENDS = {
	up: '↗ en amélioration',
	steady: '→ stable',
	down: '↘ en dégradation',
	unknown: '— (pas de semaine précédente)'
};

const RANK = { sun: 2, cloud: 1, storm: 0 };

/** Where a weather goes since the week before; nothing without one. */
export function trendOf(
	now: keyof typeof RANK,
	before: keyof typeof RANK | undefined
): 'up' | 'steady' | 'down' | null {
	if (!before) return null;
	return RANK[now] > RANK[before] ? 'up' : RANK[now] < RANK[before] ? 'down' : 'steady';
}

export const WEATHER_AXES = ['Délais', 'Périmètre et qualité', 'Ressources', 'Risques'] as const;

/** What a form knows of one weather: its level, where it is going, and (for the whole) a word of comment. */
const facts = {
	level: z.enum(['sun', 'cloud', 'storm']).nullish(),
	trend: z.enum(['up', 'steady', 'down']).nullish(),
	comment: z.string().nullish()
};

const printed = { symbol: z.string(), word: z.string(), trend: z.string() };
const overall = z.strictObject({ ...printed, comment: paragraphs });
const perAxis = z.strictObject({ axis: z.string(), ...printed });

function print(given: { level?: keyof typeof LEVELS | null; trend?: keyof typeof TRENDS | null }) {
	const { symbol, word, means } = LEVELS[given.level ?? 'unknown'];
	return { symbol, word, means, trend: TRENDS[given.trend ?? 'unknown'] };
}

/** The overall weather of a week. */
export const weather = z
	.strictObject(facts)
	.default({})
	.transform((given): z.input<typeof overall> => {
		const { means, word, ...signs } = print(given);
		return { ...signs, word: means ? `${word} : ${means}` : word, comment: given.comment };
	})
	.pipe(overall);

/** The weather of one axis; `axis` is its name in words (see `WEATHER_AXES`). */
export const axisWeather = z
	.strictObject({ axis: z.string().trim().min(1), level: facts.level, trend: facts.trend })
	.transform((given): z.input<typeof perAxis> => {
		const { symbol, word, trend } = print(given);
		return { axis: given.axis, symbol, word, trend };
	})
	.pipe(perAxis);
