import { z } from 'zod';
import { calendarOf, calendarWarning, type CalendarName } from '#core/calendar/calendar.ts';
import { DayError } from '#core/calendar/days.ts';
import { computeOccurrences, computeRule, RuleError, type Deadline } from '#core/calendar/rules/compute.ts';
import { explainRule } from '#core/calendar/rules/explain.ts';
import { isMoment } from '#core/calendar/rules/moment.ts';
import { eventsIn, periodOf, ruleSchema, type Rule } from '#core/calendar/rules/schema.ts';
import { sentence } from '#server/contract/problems.ts';
import type { Io } from './io.ts';

export const name = 'due';
export const summary = 'calcule des échéances : dates nominale, due et conseillée';
export const help = `jalon due [--json] < CAS

Lit sur l’entrée une liste JSON de cas et calcule leurs trois dates :
  [{"id":"D02","calendar":"FR","rule":{"after":"event","count":7,"unit":"day"},"event":"2019-10-25"}]
Calendriers : FR, MA-public, MA-private, SN. "occurrences": 3 donne les trois premières dates d’une règle « every ».
Sortie : 0 tout est calculé, 1 un cas au moins est refusé (sa raison tient sa place), 2 mauvais usage.`;

const calendars: Record<string, CalendarName> = {
	FR: 'FR',
	'MA-public': 'MA-public',
	'MA-private': 'MA-private',
	SN: 'SN',
	MA: 'MA-public',
	MA1: 'MA-private'
};

const caseSchema = z.strictObject({
	id: z.union([z.string(), z.number()]).optional(),
	calendar: z.string().refine((value) => Object.hasOwn(calendars, value), {
		error: 'écrivez FR, MA-public, MA-private ou SN.'
	}),
	rule: ruleSchema,
	event: z.string().refine(isMoment, { error: 'écrivez une date réelle, AAAA-MM-JJ.' }).nullish(),
	occurrences: z.int().min(1).max(1000).optional()
});

type Case = z.output<typeof caseSchema>;
type Answer = { id: unknown } & ({ error: string } | Record<string, unknown>);

/** `jalon due --json`: cases in, three dates out; a bad case answers in its own place. */
export async function run(args: readonly string[], io: Io): Promise<number> {
	if (args.includes('--help')) {
		io.out(`${help}\n`);
		return 0;
	}
	if (args.some((one) => one !== '--json')) {
		io.err('Usage : jalon due [--json] < CAS\n');
		return 2;
	}
	let cases: unknown;
	try {
		cases = JSON.parse(await io.stdin());
	} catch {
		io.err('L’entrée n’est pas du JSON : donnez une liste de cas (voir jalon due --help).\n');
		return 1;
	}
	if (!Array.isArray(cases)) {
		io.err('L’entrée doit être une liste de cas entre crochets (voir jalon due --help).\n');
		return 1;
	}
	const answers = cases.map((one: unknown) => answer(one, args.includes('--json') ? null : io));
	if (args.includes('--json')) {
		io.out(`${JSON.stringify(answers)}\n`);
		for (const warning of new Set(cases.flatMap((one, index) => warned(one, answers[index]))))
			io.err(warning);
	}
	return answers.some((one) => 'error' in one) ? 1 : 0;
}

function answer(value: unknown, io: Io | null): Answer {
	const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
	const read = caseSchema.safeParse(value, { reportInput: true });
	const found = read.success ? compute(read.data) : { error: problems(read.error) };
	io?.out(
		`${String(id ?? '')}\t${'error' in found ? `refusé : ${String(found.error)}` : words(read.data, found)}\n`
	);
	return { id, ...found };
}

function problems(error: z.ZodError): string {
	return error.issues
		.map((issue) => [issue.path.join('.'), sentence(issue)].filter(Boolean).join(' : '))
		.join(' ');
}

function compute(one: Case): Record<string, unknown> {
	const calendar = calendarOf(calendars[one.calendar] ?? 'FR');
	const event = one.event ?? null;
	// An event said to be unknown is awaited; one left out of a rule that needs it is a mistake.
	const awaited = eventsIn(one.rule)[0];
	if (one.event === null && awaited) return { nominal: null, due: null, advised: null, awaiting: awaited };
	if (event === null && (awaited || periodOf(one.rule))) return { error: needsEvent(one.rule) };
	try {
		if (one.occurrences === undefined) return { ...computeRule(one.rule, event, calendar) };
		if (!('every' in one.rule) || event === null)
			return { error: 'occurrences ne vaut que pour une règle « every ».' };
		return lists(computeOccurrences(one.rule, event.slice(0, 10), calendar, one.occurrences));
	} catch (error) {
		if (error instanceof DayError || error instanceof RuleError) return { error: error.message };
		throw error;
	}
}

function needsEvent(rule: Rule): string {
	if (periodOf(rule)) return 'event manque : donnez un jour de la période.';
	return `event manque : donnez la date de « ${eventsIn(rule)[0] ?? 'event'} », ou null si elle est inconnue.`;
}

function lists(dates: Deadline[]): Record<string, unknown> {
	return {
		nominal: dates.map((one) => one.nominal),
		due: dates.map((one) => one.due),
		advised: dates.map((one) => one.advised)
	};
}

/** Outside the years a calendar was confirmed for the date is given all the same; the warning goes beside it. */
function warned(value: unknown, found: Answer | undefined): string[] {
	const read = caseSchema.safeParse(value);
	const days = [found && 'due' in found ? found.due : null].flat();
	return days.flatMap((due) => {
		const calendar = read.success ? calendarOf(calendars[read.data.calendar] ?? 'FR') : null;
		const warning =
			calendar && typeof due === 'string' ? calendarWarning(calendar, due.slice(0, 10)) : null;
		return warning ? [`${warning}\n`] : [];
	});
}

function words(one: Case | undefined, found: Record<string, unknown>): string {
	if (!one) return '';
	const calendar = calendarOf(calendars[one.calendar] ?? 'FR');
	const dates = [found.nominal, found.due, found.advised].map((date) => String(date ?? '—')).join('\t');
	const due = [found.due].flat().at(-1);
	const warning = typeof due === 'string' ? calendarWarning(calendar, due.slice(0, 10)) : null;
	return `${dates}\t${explainRule(one.rule, one.event ?? null, calendar)}${warning ? ` (${warning})` : ''}`;
}
