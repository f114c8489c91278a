import { assert, property as forAll, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, foldLine, parameter, plainValue, property } from './text.ts';

const anyText = string({ unit: 'binary', maxLength: 300 });
const octets = (text: string) => new TextEncoder().encode(text).length;
/** RFC 5545, 3.1: a line end followed by a space or tab is nothing. */
const unfold = (text: string) => text.replace(/\r\n[ \t]/g, '');
/** RFC 5545, 3.3.11, read back. */
const unescape = (text: string) =>
	text.replace(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c));

describe('folding', () => {
	it('never passes 75 octets, cuts no character, and is undone by unfolding', () => {
		assert(
			forAll(anyText, (text) => {
				const line = `DESCRIPTION:${escapeText(text)}`;
				const folded = foldLine(line);
				expect(folded.endsWith('\r\n')).toBe(true);
				const lines = folded.slice(0, -2).split('\r\n');
				for (const part of lines) {
					expect(octets(part)).toBeLessThanOrEqual(75);
					expect(part.isWellFormed()).toBe(true);
				}
				for (const part of lines.slice(1)) expect(part[0]).toBe(' ');
				expect(unfold(folded)).toBe(`${line}\r\n`);
			})
		);
	});

	it('leaves a line of exactly 75 octets alone, and folds the next', () => {
		expect(foldLine('a'.repeat(75))).toBe(`${'a'.repeat(75)}\r\n`);
		expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a\r\n`);
		expect(foldLine(`${'a'.repeat(74)}é`)).toBe(`${'a'.repeat(74)}\r\n é\r\n`);
		expect(foldLine(`${'a'.repeat(72)}🗓`)).toBe(`${'a'.repeat(72)}\r\n 🗓\r\n`);
	});
});

describe('text', () => {
	it('is read back as it was, but for control characters and line ends', () => {
		assert(
			forAll(anyText, (text) => {
				const written = escapeText(text);
				expect(written).not.toMatch(/[\r\n]/);
				const kept = text
					.toWellFormed()
					.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
					// eslint-disable-next-line no-control-regex
					.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
				expect(unescape(written)).toBe(kept);
			})
		);
	});

	it('escapes what RFC 5545 names and nothing else', () => {
		expect(escapeText('Salle A ; étage 2, 1\\2\nà 10:00 "précises"')).toBe(
			'Salle A \\; étage 2\\, 1\\\\2\\nà 10:00 "précises"'
		);
	});
});

describe('parameters and addresses', () => {
	it('cannot end their line nor begin another property', () => {
		assert(
			forAll(anyText, (text) => {
				const line = unfold(property('ATTENDEE', `mailto:${plainValue(text)}`, { CN: text }));
				expect(line.slice(0, -2)).not.toMatch(/[\r\n]/);
				const value = parameter(text);
				expect(value === '""' || /^[\w/+-]+$/.test(value) || /^"[^"]*"$/.test(value)).toBe(true);
			})
		);
	});

	it('writes a quotation mark as RFC 6868 says', () => {
		expect(parameter('Anne "Nanou" Roy')).toBe(`"Anne ^'Nanou^' Roy"`);
		expect(parameter('2^10')).toBe('"2^^10"');
		expect(parameter('TRUE')).toBe('TRUE');
	});
});
