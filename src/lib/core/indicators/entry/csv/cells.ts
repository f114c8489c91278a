import { isDay } from '../../../calendar/days.ts';
import { exactOf, rounded } from '../../exact.ts';
import { grainOf, type At } from '../../periods.ts';

const notApplicable = new Set([
	'sans objet',
	's.o.',
	's. o.',
	's.o',
	'so',
	'n/a',
	'na',
	'n.a.',
	'-',
	'–',
	'—'
]);

/** Says somebody that nothing applies here? */
export const saysNotApplicable = (text: string): boolean => notApplicable.has(text.trim().toLowerCase());

/** `60` seconds a minute, for a duration written `2:30` or `00:02:30` where the contract counts in s or min. */
const CLOCK = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})$/;

/**
 * A number as it is typed in France or elsewhere: `93,5`, `93.5`, `1 234`, `95 %` where a percentage is asked, `2:30`
 * (minutes and seconds) where seconds or minutes are. A point and a comma together are refused: nobody knows which is
 * which.
 * @returns the plain decimal, or null
 */
export function readNumber(text: string, unit: string | null): string | null {
	let plain = text.replaceAll(/[\s\u00a0\u202f]/g, '');
	if (unit === '%' && plain.endsWith('%')) plain = plain.slice(0, -1);
	const clock = CLOCK.exec(plain);
	if (clock) return durationOf(clock, unit);
	if (plain.includes(',') && plain.includes('.')) return null;
	plain = plain.replace(',', '.');
	const value = exactOf(plain);
	return value && rounded(value, 6);
}

function durationOf(clock: RegExpExecArray, unit: string | null): string | null {
	const [hours, minutes, seconds] = [Number(clock[1] ?? 0), Number(clock[2]), Number(clock[3])];
	if (seconds > 59 || (clock[1] !== undefined && minutes > 59)) return null;
	const total = BigInt(hours * 3600 + minutes * 60 + seconds);
	if (unit === 's') return String(total);
	return unit === 'min' ? rounded({ top: total, bottom: 60n }, 6) : null;
}

/**
 * A period as it is typed: `2023-02-06`, `06/02/2023`, `2023-02`, `02/2023`, `2023-W06`, `2023`, « mission ».
 * @returns null when there is no such period
 */
export function readPeriod(text: string): At | null {
	const plain = text.trim();
	const french = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(plain);
	const two = (part: string) => part.padStart(2, '0');
	const at = french
		? [french[3]!, two(french[2]!), ...(french[1] ? [two(french[1])] : [])].join('-')
		: plain.toLowerCase() === 'mission'
			? 'mission'
			: plain.toUpperCase();
	return grainOf(at) === null || at.includes('T') ? null : at;
}

const HOUR = String.raw`(\d{1,2})\s*(?:[h:]\s*(\d{2})?)?`;
const SLOT = new RegExp(String.raw`^${HOUR}\s*(?:-|–|—|/|à|a|to)\s*${HOUR}$`, 'i');

/** A slot of a day as it is typed: `10:00-11:00`, `10h-11h`, « 10 h 30 à 11 h ». @returns null when it is not one */
export function readSlot(day: string, text: string): At | null {
	const match = SLOT.exec(text.trim());
	if (!match || !isDay(day)) return null;
	const hour = (h: string, m: string | undefined) => `${h.padStart(2, '0')}:${m ?? '00'}`;
	const at = `${day}T${hour(match[1]!, match[2])}/${hour(match[3]!, match[4])}`;
	return grainOf(at) === 'slot' ? at : null;
}
