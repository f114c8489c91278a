import { addDays, type Day } from '#core/calendar/days.ts';
import { accept, send, waiveLate } from '../../acts/obligations.ts';
import { callsBetween, callsOf, hoursOf } from './indicators.ts';
import type { Stage, Step } from '../../stage.ts';

/** Reports of one day, in the provider's own table: made up, and the same figures as its indicators. */
function daily(code: string, day: Day): string {
	const { received: calls, taken } = callsOf(day);
	if (code === 'R-D2')
		return `Date;Requêtes reçues;Traitées;En cours\n${day};${Math.round(taken / 2)};${Math.round(taken / 2) - 12};12\n`;
	if (code === 'R-D3')
		return `Tranche;Appels reçus;Appels pris\n${hoursOf(day)
			.map((one) => `${one.from} h - ${one.from + 1} h;${one.received};${one.taken}`)
			.join('\n')}\n`;
	return `Date;Appels reçus;Appels pris;Abandonnés;Chargés de clientèle\n${day};${calls};${taken};${calls - taken};34\n`;
}

const dailies = ['R-D1', 'R-D2', 'R-D3'];
const week: Day[] = Array.from({ length: 7 }, (_, i) => addDays('2023-02-27', i));

/** Sent the same evening, but for two of the third: one came two days late, one has not come. */
const dailySteps: Step[] = week.flatMap((day) =>
	dailies.flatMap((code): Step[] => {
		if (code === 'R-D3' && day === '2023-03-05') return [];
		const on = code === 'R-D3' && day === '2023-03-02' ? '2023-03-04' : day;
		return [
			{
				on,
				play: (stage) => send(stage, `${code}/${day}`, `${code} ${day}.csv`, daily(code, day))
			}
		];
	})
);

const monthly: { on: Day; key: string; text: string }[] = [
	{
		on: '2022-12-07',
		key: 'R-M1/2022-11',
		text: `Novembre 2022 : service ouvert le 30. ${callsBetween('2022-11-30', '2022-11-30')}.`
	},
	{ on: '2022-12-09', key: 'R-M2/2022-11', text: 'Novembre 2022 : un jour de production.' },
	{
		on: '2023-01-06',
		key: 'R-M1/2022-12',
		text: `Décembre 2022 : ${callsBetween('2022-12-01', '2022-12-31')}.`
	},
	{ on: '2023-01-13', key: 'R-M2/2022-12', text: 'Décembre 2022 : production, absences, formation.' },
	{
		on: '2023-01-31',
		key: 'R-A1/2022',
		text: 'Compte rendu de l’année 2022 : mise en route, premiers résultats.'
	},
	{
		on: '2023-02-07',
		key: 'R-M1/2023-01',
		text: `Janvier 2023 : ${callsBetween('2023-01-01', '2023-01-31')}.`
	},
	{ on: '2023-02-10', key: 'R-M2/2023-01', text: 'Janvier 2023 : production, absences, formation.' }
];

/** What the provider had sent by mail before, checked on the papers themselves. */
async function takeOver(stage: Stage): Promise<void> {
	const reason = 'Reçu par courriel avant l’ouverture de Jalon, vérifié sur pièces le 27 février 2023.';
	for (const code of [...dailies, 'R-M5', 'R-M6', 'R-S01', 'R-S03', 'R-S06', 'R-S09'])
		await waiveLate(stage, code, '2023-02-27', reason);
	const held = 'Tenue avant l’ouverture de Jalon ; le relevé signé est au dossier papier.';
	for (const code of ['R-M7', 'R-M8', 'R-M9']) await waiveLate(stage, code, '2023-02-01', held);
	for (const key of ['R-M1/2023-01', 'R-M2/2023-01']) await accept(stage, key);
}

/** The reports of Redal's provider: monthly ones from the start, daily ones since the tool is in use. */
export const reportSteps: Step[] = [
	...monthly.map(({ on, key, text }): Step => ({
		on,
		play: (stage) => send(stage, key, `${key.replace('/', ' ')}.txt`, text)
	})),
	{ on: '2023-02-27', play: takeOver },
	...dailySteps
];
