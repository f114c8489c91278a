import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Day } from '#core/calendar/days.ts';

/** What its author writes: under the summary, and under each heading in the order of the contract's points. */
export interface Paper {
	summary: string[];
	sections: string[][];
}

/** A whole paragraph whose text is the shell's own instruction, here « À rédiger. » or the summary's. */
const instruction = (words: string) =>
	new RegExp(`<w:p>(?:(?!</w:p>).)*<w:t[^>]*>${words}[^<]*</w:t></w:r></w:p>`, 's');

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const paragraphs = (lines: string[]) =>
	lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`).join('');

/**
 * Writes into a deliverable's shell as its author would in Word: under the summary and under each heading, in the
 * order of the contract's points, in place of the instructions.
 * @param day the day it was written on, kept as the file's own time
 */
export function fillShell(shell: Uint8Array, text: Paper, day: Day): Uint8Array {
	const parts = unzipSync(shell);
	let xml = strFromU8(parts['word/document.xml']!);
	const write = (words: string, lines: string[]) => {
		const place = instruction(words);
		if (!place.test(xml)) throw new Error(`The shell has no place for « ${words} »`);
		xml = xml.replace(place, () => paragraphs(lines));
	};
	write('Synthèse à rédiger', text.summary);
	for (const lines of text.sections) write('À rédiger', lines);
	return zipSync({ ...parts, 'word/document.xml': strToU8(xml) }, { mtime: `${day}T09:00:00Z` });
}
