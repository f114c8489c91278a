import type { LagUnit, LinkType } from '../network/types.ts';

/** A predecessor as a table writes it: `3`, `3FS+2j`, `E-T4SS-5jc`. */
export interface Predecessor {
	ref: string;
	type: LinkType;
	lag: number;
	lagUnit: LagUnit;
}

/** MS Project's own French letters beside the international ones: fin-début, début-début, fin-fin, début-fin. */
const TYPES: Record<string, LinkType> = {
	FS: 'FS',
	SS: 'SS',
	FF: 'FF',
	SF: 'SF',
	FD: 'FS',
	DD: 'SS',
	DF: 'SF'
};
const SHAPE = /^(.+?)\s*(FS|SS|FF|SF|FD|DD|DF)\s*(?:([+-])\s*(\d{1,6})\s*([a-zéè ]*))?$/i;

/** Worked days unless the unit says days of the calendar: `jc`, `jé` (écoulés), `ed` (elapsed), `jours calendaires`. */
function unitOf(written: string): LagUnit | null {
	const unit = written.trim().toLowerCase();
	if (/^(|j|d|jours?|days?|jo|jours? ouvrés?)$/.test(unit)) return 'working';
	if (/^(jc|jé|ed|jours? calendaires?|jours? écoulés?|edays?|calendar days?)$/.test(unit))
		return 'calendar';
	return null;
}

/**
 * Reads one predecessor. What is a known name as a whole is one, so that a code that ends in FS stays a code.
 * @param known whether a line of the file has that number or code
 * @returns null when it cannot be read
 */
export function readPredecessor(written: string, known: (ref: string) => boolean): Predecessor | null {
	const text = written.trim();
	if (text === '') return null;
	const plain: Predecessor = { ref: text, type: 'FS', lag: 0, lagUnit: 'working' };
	if (known(text)) return plain;
	const found = SHAPE.exec(text);
	if (!found) return /^\d+\s*[+-]/.test(text) ? null : plain;
	const [, ref, type, sign, count, unit] = found;
	const lagUnit = unitOf(unit ?? '');
	if (lagUnit === null) return null;
	const lag = count ? Number(`${sign}${count}`) : 0;
	return { ref: ref!.trim(), type: TYPES[type!.toUpperCase()]!, lag: lag === 0 ? 0 : lag, lagUnit };
}

/** Several are parted by semicolons, commas or lines. */
export const splitPredecessors = (written: string): string[] =>
	written
		.split(/[;,\n]/)
		.map((one) => one.trim())
		.filter((one) => one !== '');

/** As `readPredecessor` reads it: finish to start without lag is the number alone. */
export function writePredecessor({ ref, type, lag, lagUnit }: Predecessor): string {
	if (type === 'FS' && lag === 0) return ref;
	if (lag === 0) return `${ref}${type}`;
	return `${ref}${type}${lag > 0 ? '+' : '-'}${Math.abs(lag)}${lagUnit === 'working' ? 'j' : 'jc'}`;
}
