/**
 * The number of a deliverable's observation: `OBS-E-L11-03`. One series per deliverable, whatever the version and
 * whoever speaks; a number is never given twice. The store gives it; a test holds the two equal.
 * @param rank from 1 on
 */
export const observationNumber = (code: string, rank: number): string =>
	`OBS-${code}-${String(rank).padStart(2, '0')}`;

/** The lines of what a body said, one reserve each, as typed: empty lines and dashes in front left out. */
export const linesOf = (text: string): string[] =>
	text
		.split(/\r\n|\r|\n/)
		.map((line) => line.replace(/^\s*[-–•*]\s+/, '').trim())
		.filter(Boolean);
