import { z } from 'zod';
import { optional, paragraphs } from './fields.ts';

/** A weather or a trend is always a sign and a word: nobody should have to see a colour. */
const LEVELS = {
	sun: { symbol: '☀', word: 'Soleil : les jalons sont tenus' },
	cloud: { symbol: '☁', word: 'Nuages : un jalon majeur en retard, sans effet sur la fin' },
	storm: { symbol: '⚡', word: 'Orage : la fin de la mission est touchée' },
	unknown: { symbol: '○', word: 'Non renseignée' }
};

const TRENDS = { up: '↗ en amélioration', steady: '→ stable', down: '↘ en dégradation', unknown: '—' };

export const WEATHER_AXES = ['Délais', 'Périmètre et qualité', 'Ressources', 'Risques'] as const;

/** What a form knows of one weather: its level, where it is going, and a word of comment. */
const facts = {
	level: z.enum(['sun', 'cloud', 'storm']).nullish(),
	trend: z.enum(['up', 'steady', 'down']).nullish(),
	comment: z.string().nullish()
};

const printed = { symbol: z.string(), word: z.string(), trend: z.string() };
const overall = z.strictObject({ ...printed, comment: paragraphs });
const perAxis = z.strictObject({ axis: z.string(), ...printed, comment: optional });

function print(given: { level?: keyof typeof LEVELS | null; trend?: keyof typeof TRENDS | null }) {
	return { ...LEVELS[given.level ?? 'unknown'], trend: TRENDS[given.trend ?? 'unknown'] };
}

/** The overall weather of a week. */
export const weather = z
	.strictObject(facts)
	.default({})
	.transform((given): z.input<typeof overall> => ({ ...print(given), comment: given.comment }))
	.pipe(overall);

/** The weather of one axis; `axis` is its name in words (see `WEATHER_AXES`). */
export const axisWeather = z
	.strictObject({ axis: z.string().trim().min(1), ...facts })
	.transform((given): z.input<typeof perAxis> => ({
		axis: given.axis,
		...print(given),
		comment: given.comment
	}))
	.pipe(perAxis);
