import type { DayLocale } from '#core/calendar/format.ts';
import type { LagUnit, Link, LinkType } from '#core/schedule/network/types.ts';

/** How people write the four types: « fin-début » FD, « début-début » DD … in French, FS, SS … in English. */
export const LETTERS: Record<DayLocale, Record<LinkType, string>> = {
	fr: { FS: 'FD', SS: 'DD', FF: 'FF', SF: 'DF' },
	en: { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' }
};

/** Working days and days of the calendar: « j » (ouvrés) and « jc » (calendaires), `d` and `cd` in English. */
export const UNITS: Record<DayLocale, Record<LagUnit, string>> = {
	fr: { working: 'j', calendar: 'jc' },
	en: { working: 'd', calendar: 'cd' }
};

export type Tie = Pick<Link, 'from' | 'type' | 'lag' | 'lagUnit'>;

/** The longest wait the store takes, in days, both ways. */
export const LAG_MAX = 1000;

/** `FD`, `FD+2 j`, `DD-1 jc`. */
export function tieWords({ type, lag, lagUnit }: Omit<Tie, 'from'>, locale: DayLocale): string {
	const letters = LETTERS[locale][type];
	if (lag === 0) return letters;
	return `${letters}${lag > 0 ? '+' : '-'}${Math.abs(lag)} ${UNITS[locale][lagUnit]}`;
}

/** The links of one line as its cell of the table reads: `E-T101 ; E-T102 DD+2 j`. The plain one is not spelt out. */
export function printTies(ties: readonly Tie[], nameOf: (id: string) => string, locale: DayLocale): string {
	return ties
		.map((tie) => {
			const plain = tie.type === 'FS' && tie.lag === 0;
			return plain ? nameOf(tie.from) : `${nameOf(tie.from)} ${tieWords(tie, locale)}`;
		})
		.join(' ; ');
}

export type TieFault = { text: string; why: 'unknown' | 'twice' | 'lag' };

const TYPES: Record<string, LinkType> = {
	FD: 'FS',
	DD: 'SS',
	FF: 'FF',
	DF: 'SF',
	FS: 'FS',
	SS: 'SS',
	SF: 'SF'
};
const LAG = '([+\\-−–]\\s*\\d{1,6})\\s*(jo|jc|j|wd|cd|d)?';
const TYPED = new RegExp(`^(.*?)\\s*(FD|DD|FF|DF|FS|SS|SF)(?:\\s*${LAG})?$`, 'i');
/** Without its letters a wait is set apart from the code, which has hyphens of its own. */
const WAITING = new RegExp(`^(.*?)(?:\\s+|(?=\\+))${LAG}$`, 'i');

function lagOf(sign: string | undefined, unit: string | undefined): { lag: number; lagUnit: LagUnit } {
	const lag = sign ? Number(sign.replace(/\s/g, '').replace(/[−–]/, '-')) : 0;
	return { lag, lagUnit: /^(jc|cd)$/i.test(unit ?? '') ? 'calendar' : 'working' };
}

/**
 * Reads what somebody typed as the lines this one follows, in French or in English letters: `E-T101 ; E-T102 DD+2 j`.
 * @param find the line of that code or title, or null
 */
export function parseTies(
	text: string,
	find: (name: string) => string | null
): { ties: Tie[]; faults: TieFault[] } {
	const ties: Tie[] = [];
	const faults: TieFault[] = [];
	for (const part of text.split(/[;\n]/)) {
		const words = part.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
		if (words === '') continue;
		const tie = tieOf(words, find);
		if (!tie) faults.push({ text: words, why: 'unknown' });
		else if (Math.abs(tie.lag) > LAG_MAX) faults.push({ text: words, why: 'lag' });
		else if (ties.some(({ from }) => from === tie.from)) faults.push({ text: words, why: 'twice' });
		else ties.push(tie);
	}
	return { ties, faults };
}

function tieOf(words: string, find: (name: string) => string | null): Tie | null {
	// A code or a title may itself end like a type: whole names first.
	const whole = find(words);
	if (whole !== null) return { from: whole, type: 'FS', lag: 0, lagUnit: 'working' };
	const typed = TYPED.exec(words);
	const from = typed && find(typed[1]!.trim());
	if (typed && from) return { from, type: TYPES[typed[2]!.toUpperCase()]!, ...lagOf(typed[3], typed[4]) };
	const waiting = WAITING.exec(words);
	const waited = waiting && find(waiting[1]!.trim());
	if (waiting && waited) return { from: waited, type: 'FS', ...lagOf(waiting[2], waiting[3]) };
	return null;
}
