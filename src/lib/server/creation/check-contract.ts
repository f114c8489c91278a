import { DayError, isDay, type Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { RuleError } from '#core/calendar/rules/compute.ts';
import { outlookOf, type Outlook } from '#core/creation/outlook.ts';
import type { Contract } from '#core/contract/schema.ts';
import { readContract, type Problem } from '#server/contract/read.ts';
import { crossedPhases, unstorable } from './storable.ts';

export type Checked =
	{ ok: true; contract: Contract; outlook: Outlook; notes: string[] } | { ok: false; problems: Problem[] };

/** What a page sends up: enough for a contract of a few thousand lines. */
export const maxUpload = 512_000;

/** Keeps the days that are days of this contract's open anchors; the rest is left to be set. */
export function givenDays(contract: Contract, days: Record<string, string>): Record<string, Day> {
	const open = contract.anchors.filter((one) => one.tbd !== undefined).map((one) => one.name);
	return Object.fromEntries(
		open.flatMap((name) => {
			const day = days[name];
			return day && isDay(day) ? [[name, day]] : [];
		})
	);
}

/**
 * Reads a contract file and looks ahead, without storing anything.
 * @param days of anchors the file leaves open
 * @returns one problem per fault, with its line, its column and what to write instead; else the outlook
 */
export function checkContract(
	text: string,
	days: Record<string, string> = {},
	locale: DayLocale = 'fr'
): Checked {
	if (Buffer.byteLength(text) > maxUpload) {
		const message =
			'Le fichier dépasse 512 ko : un contrat tient en quelques centaines de lignes. Vérifiez le fichier choisi.';
		return { ok: false, problems: [{ line: 1, column: 1, path: '', message }] };
	}
	const read = readContract(text);
	if (!read.ok) return read;
	const { contract, locate } = read;
	const held = unstorable(contract, locate);
	if (held.length > 0) return { ok: false, problems: held };
	try {
		const outlook = outlookOf(contract, givenDays(contract, days), locale);
		const crossed = crossedPhases(outlook, locate);
		if (crossed.length > 0) return { ok: false, problems: crossed };
		return { ok: true, contract, outlook, notes: notesOf(contract) };
	} catch (error) {
		// A rule that leads past the end of the calendar: the sentence is for the person.
		if (!(error instanceof RuleError) && !(error instanceof DayError)) throw error;
		return { ok: false, problems: [{ line: 1, column: 1, path: '', message: error.message }] };
	}
}

/** Rows the file does not carry itself. */
function notesOf(contract: Contract): string[] {
	return contract.registers.flatMap((one) =>
		one.source
			? [
					`Le registre « ${one.title} » prend ses lignes dans « ${one.source} », à joindre à la mission.`
				]
			: []
	);
}
