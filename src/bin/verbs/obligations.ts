import { parseArgs } from 'node:util';
import { calendarWarning, makeCalendar } from '#core/calendar/calendar.ts';
import { DayError, isDay, type Day } from '#core/calendar/days.ts';
import { formatDay } from '#core/calendar/format.ts';
import { RuleError } from '#core/calendar/rules/compute.ts';
import { makeResolver } from '#core/contract/events.ts';
import type { Contract } from '#core/contract/schema.ts';
import { describe } from '#core/obligations/describe.ts';
import { plan, plannedOf, type Planned } from '#core/obligations/plan.ts';
import { missionSpan } from '#core/obligations/span.ts';
import { readContract } from '#server/contract/read.ts';
import type { Io } from './io.ts';
import { readEvents, type Given } from './obligations/events.ts';

export const name = 'obligations';
export const summary = 'liste ce qu’un contrat demande, avec les trois dates, la clause et le calcul en mots';
export const help = `jalon obligations FICHIER --event NOM=AAAA-MM-JJ … [--from JOUR] [--to JOUR] [--json]

Calcule tout ce que demande un contrat une fois ses évènements datés : obligations, livrables, remises échelonnées, jalons.
  jalon obligations templates/missions/eure-et-loir.yaml --event notification=2019-10-29 --event meeting:copil=2020-01-20
--event se répète ; une réunion (meeting:comité) ou un fait répété (interruption) peut venir plusieurs fois, au besoin
avec l’heure (interruption=2022-12-05T14:10). --from et --to gardent ce qui est dû entre ces jours ; ce qui attend un
évènement ou reste à déterminer est toujours listé.
Sortie : 0 calculé, 1 refusé (la raison est dite), 2 mauvais usage.`;

type Problem = { path: string; message: string };

/** `jalon obligations FILE --event NAME=YYYY-MM-DD … [--from --to] --json`. */
export async function run(args: readonly string[], io: Io): Promise<number> {
	if (args.includes('--help')) {
		io.out(`${help}\n`);
		return 0;
	}
	const asked = readArgs(args);
	if (asked === null) {
		io.err(
			'Usage : jalon obligations FICHIER --event NOM=AAAA-MM-JJ … [--from JOUR] [--to JOUR] [--json]\n'
		);
		return 2;
	}
	const { file, json } = asked;
	const refuse = (problems: Problem[]): number => {
		if (json) io.out(`${JSON.stringify({ ok: false, file, problems })}\n`);
		else for (const { path, message } of problems) io.err(`${path}: ${message}\n`);
		return 1;
	};
	const text = await io.readFile(file).catch(() => null);
	if (text === null)
		return refuse([{ path: file, message: 'Fichier introuvable ou illisible : vérifiez le chemin.' }]);
	const read = readContract(text);
	if (!read.ok)
		return refuse(
			read.problems.map((one) => {
				const place = `${file}:${one.line}:${one.column}`;
				return { path: one.path === '' ? place : `${place} ${one.path}`, message: one.message };
			})
		);
	const { given, problems } = readEvents(read.contract, asked.events);
	for (const option of ['from', 'to'] as const) {
		const value = asked[option];
		if (value !== undefined && !isDay(value))
			problems.push({
				path: `--${option}`,
				message: `« ${value} » n’est pas une date réelle : AAAA-MM-JJ.`
			});
	}
	if (problems.length > 0) return refuse(problems);
	try {
		return answer(read.contract, given, asked, io);
	} catch (error) {
		if (error instanceof DayError || error instanceof RuleError)
			return refuse([{ path: file, message: error.message }]);
		throw error;
	}
}

type Asked = { file: string; events: string[]; from?: string; to?: string; json: boolean };

function readArgs(args: readonly string[]): Asked | null {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				event: { type: 'string', multiple: true, default: [] },
				from: { type: 'string' },
				to: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [file] = positionals;
		if (file === undefined || positionals.length > 1 || values.event.some((one) => !/^[^=]+=/.test(one)))
			return null;
		const { event: events, from, to, json } = values;
		return {
			file,
			events,
			json,
			...(from === undefined ? {} : { from }),
			...(to === undefined ? {} : { to })
		};
	} catch {
		return null;
	}
}

function answer(contract: Contract, given: Given, asked: Asked, io: Io): number {
	const calendar = makeCalendar(contract.calendar.base, contract.calendar.changes);
	const span = missionSpan(contract, given.events, calendar);
	const from = asked.from ?? span?.from;
	const to = asked.to ?? span?.to;
	// Without any date nothing repeats: what is single is still listed, waiting for its event.
	const facts = {
		...given,
		calendar,
		from: span?.from ?? from ?? '2000-01-02',
		to: span?.to ?? to ?? '2000-01-01'
	};
	const { dayOf } = makeResolver(contract, given.events, calendar);
	const rows = plannedOf(plan(contract, facts))
		.filter((one) => within(one, asked.from, asked.to))
		.map((one) => row(one, describe(one, calendar, 'fr', dayOf)));
	if (span === null)
		io.err('Aucun évènement de début n’est daté : donnez par exemple --event notification=AAAA-MM-JJ.\n');
	else if (span.openEnded)
		io.err(
			`La fin de la mission n’est pas connue : un an est calculé, jusqu’au ${formatDay(span.to)}.\n`
		);
	const years = new Set(rows.flatMap((one) => one.due?.slice(0, 4) ?? []));
	for (const year of [...years].sort()) {
		const warning = calendarWarning(calendar, `${year}-01-01`);
		if (warning) io.err(`${warning}\n`);
	}
	if (asked.json) io.out(`${JSON.stringify(rows)}\n`);
	else for (const one of rows) io.out(`${line(one)}\n`);
	return 0;
}

function within(one: Planned, from: Day | undefined, to: Day | undefined): boolean {
	// A rhythm without a day belongs to its period; anything else undated is always said.
	const day = one.due?.slice(0, 10) ?? (one.period === null ? null : one.from);
	if (day === null) return true;
	return (from === undefined || day >= from) && (to === undefined || day <= to);
}

function row(one: Planned, told: ReturnType<typeof describe>) {
	const { duty, key, code, period, meeting, event, nominal, due, advised, state } = one;
	const { title, label, kind, owner, clause, interpretation, recipients, source } = duty;
	const { words, alternatives, warning } = told;
	const head = {
		key,
		code: source === 'step' ? key.split('/')[0] : code,
		title,
		label,
		source,
		kind,
		owner
	};
	const dates = { period, meeting, event, nominal, due, advised, state };
	return { ...head, ...dates, recipients, clause, interpretation, words, alternatives, warning };
}

function line(one: ReturnType<typeof row>): string {
	const due = one.due?.replace('T', ' ') ?? (one.state === 'awaiting' ? 'en attente' : 'à déterminer');
	const title = one.label === null ? one.title : `${one.title} (${one.label})`;
	return [due, one.key, title, one.words, one.clause?.ref ?? ''].join('\t');
}
