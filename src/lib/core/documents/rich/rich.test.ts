import { describe, expect, it } from 'vitest';
import { richBlocks, richPlain, type RichBlock } from './blocks.ts';
import { directionRuns, runsRightToLeft } from './direction.ts';
import { hasMarks, readRich, readSpans } from './parse.ts';

const typed = `# Délais
Le **titulaire** présente ses travaux.

- premier point
  - dessous
- second **point**
1. un
2. deux
5. cinq
Fin.`;

/** A list as nested arrays of words, its first number in front. */
const shape = (block: RichBlock): unknown =>
	block.kind === 'list'
		? [
				block.start,
				...block.items.map((i) => [i.spans.map((s) => s.text).join(''), ...i.lists.map(shape)])
			]
		: `${block.kind}: ${block.spans.map((s) => (s.bold ? `[${s.text}]` : s.text)).join('')}`;

describe('what is typed', () => {
	it('becomes headings, paragraphs, lists within lists, and bold', () => {
		expect(richBlocks(typed).map(shape)).toEqual([
			'heading: Délais',
			'paragraph: Le [titulaire] présente ses travaux.',
			[null, ['premier point', [null, ['dessous']]], ['second point']],
			[1, ['un'], ['deux']],
			[5, ['cinq']],
			'paragraph: Fin.'
		]);
	});

	it('keeps the numbers that were typed: another list begins where they do not follow', () => {
		expect(richBlocks('3. trois\n4. quatre\n\n5. cinq\n5. encore').map(shape)).toEqual([
			[3, ['trois'], ['quatre'], ['cinq']],
			[5, ['encore']]
		]);
	});

	it('is text where a mark marks nothing', () => {
		for (const line of [
			'-5 °C',
			'#12 est clos',
			'2019. Une année',
			'****',
			'**',
			'- ',
			'#',
			'5 ** 3 ** 2',
			'**a',
			'a**'
		])
			expect(richBlocks(line).map(shape), line).toEqual([`paragraph: ${line.trim()}`]);
	});

	it('takes what a word processor pastes as bullets', () => {
		expect(richBlocks('•\tun\n\uF0B7 deux\n– trois').map(shape)).toEqual([
			[null, ['un'], ['deux'], ['trois']]
		]);
	});

	it('starts at the left whatever the first indent, and goes no deeper than one step at a time', () => {
		expect(richBlocks('      - a\n        - b').map(shape)).toEqual([[null, ['a', [null, ['b']]]]]);
	});

	it('stays as it is when it is markup or a tag', () => {
		const hostile = '<script>alert(1)</script> {#items} {@raw} &amp; ]]> </w:t>';
		expect(readSpans(hostile)).toEqual([{ text: hostile, bold: false }]);
	});

	it('is told plainly where there is no room for lists', () => {
		expect(richPlain('# T\n- **a**\n  - b\n2. c')).toBe('T\n• a\n  • b\n2. c');
	});

	it('knows whether it carries marks', () => {
		expect([hasMarks('Rien.'), hasMarks('- a'), hasMarks('a **b** c'), hasMarks('a ** b')]).toEqual([
			false,
			true,
			true,
			false
		]);
	});
});

describe('hostile length', () => {
	it.each([
		['marks', '**'.repeat(10_000)],
		['open marks', '**a '.repeat(5000)],
		['stars', '*'.repeat(20_000)],
		['sharps', `${'#'.repeat(20_000)} x`],
		['blanks', `-${' '.repeat(19_998)}x`],
		['lines', '- a\n'.repeat(5000)],
		['stairs', Array.from({ length: 800 }, (_, n) => `${' '.repeat(n % 40)}- a`).join('\n')]
	])('is read in one pass: %s', (_name, text) => {
		const began = performance.now();
		const back = readRich(text)
			.flatMap((line) => line.spans)
			.map((span) => span.text)
			.join('');
		expect(performance.now() - began).toBeLessThan(200);
		richBlocks(text);
		expect(back.length).toBeGreaterThan(0);
	});

	it('loses no letter', () => {
		const text = '**un** deux **trois** **quatre';
		expect(
			readSpans(text)
				.map((s) => s.text)
				.join('|')
		).toBe('un| deux |trois| **quatre');
	});
});

describe('direction', () => {
	it('is told by the first letter', () => {
		expect(runsRightToLeft('محمد (Rabat)')).toBe(true);
		expect(runsRightToLeft('12. محمد')).toBe(true);
		expect(runsRightToLeft('M. محمد')).toBe(false);
		expect(runsRightToLeft('2019 – 👍')).toBe(false);
	});

	it('cuts a line into runs that join to the same line', () => {
		const text = 'M. محمد الأمين بن علي (עברית) et 12 autres 👍🏽';
		const runs = directionRuns(text);
		expect(runs.map((r) => r.text).join('')).toBe(text);
		expect(runs.map((r) => r.right)).toEqual([false, true, false]);
		expect(runs[1]!.text).toBe('محمد الأمين بن علي (עברית');
	});
});
