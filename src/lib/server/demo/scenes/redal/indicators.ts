import { addDays, weekday, type Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import { proposeExclusion, settleExclusion } from '#server/indicators/exclusions.ts';
import { readIndicators } from '#server/indicators/read-indicators.ts';
import { importFile, previewFile } from '#server/indicators/record.ts';
import { freezeIndicators } from '#server/indicators/states.ts';
import { consultant, lead, manager, type Stage, type Step } from '../../stage.ts';

/** A figure between 0 and 1 that is the same at each loading: chance would make of each demonstration another one. */
function figure(seed: string): number {
	let hash = 2166136261;
	for (const sign of seed) hash = Math.imul(hash ^ sign.charCodeAt(0), 16777619);
	hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
	return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
const between = (seed: string, low: number, high: number) => low + figure(seed) * (high - low);
const comma = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',');

function days(from: Day, to: Day): Day[] {
	const found: Day[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) found.push(day);
	return found;
}

/** The storm of that day: half of the calls were lost. */
const storm = '2023-02-12';

export type DayOfCalls = {
	day: Day;
	received: number;
	taken: number;
	quick: number;
	length: number;
	wait: number;
};

/** Since then the contractor counts by the hour, as article 5.7 asks; a day is what its hours make together. */
const byTheHour = '2023-02-27';

export const hoursOf = (day: Day): { from: number; received: number; taken: number }[] =>
	Array.from({ length: 12 }, (_, i) => {
		const seed = `${day} ${i}`;
		const received = Math.round(between(`${seed} r`, 42, 78));
		const low = weekday(day) === 1 && i < 3 ? 0.9 : 0.955;
		return { from: 8 + i, received, taken: Math.round(received * between(seed, low, 0.995)) };
	});

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

/** A day of calls: Sundays are quiet, Monday mornings too busy until the planning was changed. */
export function callsOf(day: Day): DayOfCalls {
	const sunday = weekday(day) === 7;
	const busy = weekday(day) === 1;
	const hours = day < byTheHour ? null : hoursOf(day);
	const received = hours
		? sum(hours.map((one) => one.received))
		: Math.round(between(`${day} received`, 620, 760) * (sunday ? 0.4 : busy ? 1.25 : 1));
	const rate =
		day === storm
			? 0.52
			: busy
				? between(`${day} rate`, 0.937, 0.962)
				: between(`${day} rate`, 0.958, 0.988);
	const taken = hours ? sum(hours.map((one) => one.taken)) : Math.round(received * rate);
	return {
		day,
		received,
		taken,
		quick: Math.round(
			taken * (busy ? between(`${day} q`, 0.93, 0.957) : between(`${day} q`, 0.952, 0.985))
		),
		length: Math.round(between(`${day} length`, 128, busy ? 153 : 148)),
		wait: busy ? between(`${day} wait`, 17, 23) : between(`${day} wait`, 9, 17)
	};
}

/** What a span of days makes: « 20 412 appels reçus, 19 830 pris », as the monthly reports tell it. */
export function callsBetween(from: Day, to: Day): string {
	const all = days(from, to).map(callsOf);
	const told = (of: 'received' | 'taken') => sum(all.map((one) => one[of])).toLocaleString('fr-FR');
	return `${told('received')} appels reçus, ${told('taken')} pris`;
}

const sheet = (head: string, lines: string[]) => [head, ...lines].join('\r\n');
const daily = (from: Day, to: Day, line: (one: DayOfCalls) => string) =>
	days(from, to).map(callsOf).map(line);

/** The files the contractor sends for a span of days, by indicator. */
const filesOf = (from: Day, to: Day): Record<string, string> => ({
	'R-K1': sheet(
		'Jour;Durée des appels;Nombre',
		daily(from, to, (d) => `${d.day};${d.length};${d.taken}`)
	),
	'R-K2': sheet(
		'Jour;Attente avant prise;Nombre',
		daily(from, to, (d) => `${d.day};${comma(d.wait)};${d.taken}`)
	),
	'R-K3': sheet(
		'Jour;Mise en attente;Nombre',
		daily(from, to, (d) => `${d.day};${comma(between(`${d.day} hold`, 14, 31))};${d.taken}`)
	),
	'R-K4': sheet(
		'Jour;Appels abandonnés;Appels reçus',
		daily(from, to, (d) => `${d.day};${d.received - d.taken};${d.received}`)
	),
	'R-K5': sheet(
		'Jour;Appels pris;Appels reçus',
		daily(from, to, (d) => `${d.day};${d.taken};${d.received}`)
	),
	'R-K6': sheet(
		'Jour;Appels pris avant 20 s;Appels pris',
		daily(from, to, (d) => `${d.day};${d.quick};${d.taken}`)
	)
});

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

const hours = (from: Day, to: Day) =>
	days(from, to).flatMap((day) =>
		hoursOf(day).map(
			(one) => `${day};${clock(one.from)}-${clock(one.from + 1)};${one.taken};${one.received}`
		)
	);

/** Contacts online: hours go by without any, and then nothing can be judged. */
const online = (from: Day, to: Day) =>
	days(from, to).flatMap((day) =>
		Array.from({ length: 10 }, (_, i) => {
			const received = Math.floor(between(`${day} online ${i}`, 0, 6));
			const late = received > 0 && figure(`${day} late ${i}`) > 0.93 ? 1 : 0;
			return `${day};${clock(10 + i)}-${clock(11 + i)};${received - late};${received}`;
		})
	);

const items = (month: string) =>
	['Accueil', 'Identification du client', 'Orientation de la requête', 'Conclusion de l’appel'].map(
		(item, i) => {
			const low = i === 2 ? 0.91 : 0.955;
			return `${month};${item};${Math.round(400 * between(`${month} ${item}`, low, 0.99))};400`;
		}
	);

async function load(
	stage: Stage,
	files: Record<string, string>,
	reason = '',
	by = consultant
): Promise<void> {
	const [ctx, mission] = [await stage.as(by), await stage.mission(by)];
	for (const [code, text] of Object.entries(files)) {
		const file = new File([text], `${code}.csv`, { type: 'text/csv' });
		const read = await previewFile(ctx, mission, code, { quantity: '', file });
		if ('faults' in read) throw new DomainError('bad_input', { code, faults: read.faults });
		await importFile(ctx, mission, code, { quantity: '', reason, text, seen: read.preview.seen });
	}
}

async function exceptional(stage: Stage, day: Day, reason: string): Promise<void> {
	const given = { register: 'jours-exceptionnels', day, reason };
	await proposeExclusion(await stage.as(lead), await stage.mission(lead), given);
}

/** What was measured from December 2022 to the beginning of March 2023, and what the committee was shown of it. */
export const indicatorSteps: Step[] = [
	{
		on: '2023-01-04',
		play: (stage) =>
			load(stage, {
				...filesOf('2022-11-30', '2022-12-31'),
				'R-K9': sheet('Mois;Item;Points obtenus;Points possibles', items('2022-12')),
				'R-K11': sheet('Année;Départs en douze mois;Effectif moyen', ['2022;3;30']),
				'R-K12': sheet('Jour;Fait;Durée de l’interruption', [
					'2022-12-20;Le 0800 ne répond plus;42:30'
				])
			})
	},
	{
		on: '2023-02-03',
		play: (stage) =>
			load(stage, {
				...filesOf('2023-01-01', '2023-01-31'),
				'R-K9': sheet('Mois;Item;Points obtenus;Points possibles', items('2023-01')),
				'R-K10': sheet('Mois;Valeur;Sur', ['2023-01;84;92'])
			})
	},
	{
		on: '2023-02-08',
		play: (stage) =>
			load(
				stage,
				{ 'R-K1': sheet('Jour;Valeur;Nombre', ['2023-01-17;141;668']) },
				'Les appels du matin manquaient dans le premier décompte.',
				lead
			)
	},
	{
		on: '2023-02-13',
		play: (stage) =>
			exceptional(
				stage,
				storm,
				'Intempéries : réseau électrique coupé à Rabat de 9 h à 18 h, appels perdus.'
			)
	},
	{
		on: '2023-02-15',
		async play(stage) {
			const [ctx, mission] = [await stage.as(manager), await stage.mission()];
			const { rows } = await readIndicators(ctx, mission, { since: mission.today });
			await settleExclusion(ctx, mission, {
				register: 'jours-exceptionnels',
				day: storm,
				number: rows.exclusions.at(-1)!.number,
				verdict: 'accepted',
				reason: ''
			});
		}
	},
	{
		on: '2023-02-28',
		async play(stage) {
			await load(stage, {
				...filesOf('2023-02-01', '2023-02-26'),
				// Those of the register of interruptions.
				'R-K12': sheet('Jour;Fait;Durée de l’interruption', [
					'2023-02-13;Appels coupés;25:00',
					'2023-02-21;Aucun chargé de clientèle connecté;18:00'
				])
			});
			await freezeIndicators(await stage.as(manager), await stage.mission(), 'R-COPIL-01');
		}
	},
	{
		on: '2023-03-06',
		async play(stage) {
			const span = ['2023-02-27', '2023-03-05'] as const;
			const { 'R-K5': _, ...files } = filesOf(...span);
			await load(stage, {
				...files,
				'R-K5': sheet('Jour;Tranche;Appels pris;Appels reçus', hours(...span)),
				'R-K7': sheet(
					'Jour;Tranche;Contacts pris avant 15 min;Contacts reçus',
					online('2023-02-27', '2023-03-04')
				),
				'R-K9': sheet('Mois;Item;Points obtenus;Points possibles', items('2023-02')),
				'R-K10': sheet('Mois;Valeur;Sur', ['2023-02;83,5;94'])
			});
			await exceptional(
				stage,
				'2023-03-01',
				'Mise à jour du standard demandée par Redal, service réduit le matin.'
			);
		}
	}
];
