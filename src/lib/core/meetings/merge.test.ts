import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge } from './merge.ts';

const line = fc.oneof(
	fc.constantFrom('', 'a', 'b', 'Le délai tient.', '- point', '👍🏽', 'قرار'),
	fc.string({ maxLength: 8 }).map((s) => s.replace(/[\r\n]/g, ' '))
);
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

/** A text with some lines taken out, changed or put in: what a person does to one. */
const edited = (base: string) =>
	fc
		.array(fc.record({ at: fc.nat(14), how: fc.constantFrom('add', 'drop', 'change'), line }), {
			maxLength: 5
		})
		.map((edits) => {
			const lines = base.split('\n');
			for (const { at, how, line } of edits) {
				const where = Math.min(at, lines.length);
				if (how === 'add') lines.splice(where, 0, line);
				else if (how === 'drop') lines.splice(where, 1);
				else if (where < lines.length) lines[where] = `${lines[where]} ${line}`;
			}
			return lines.join('\n');
		});
const three = text.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base)));

describe('two texts of one', () => {
	it('keeps what each did alone', () => {
		expect(merge('un\ndeux\ntrois', 'UN\ndeux\ntrois', 'un\ndeux\nTROIS')).toEqual({
			text: 'UN\ndeux\nTROIS',
			both: 0
		});
		expect(merge('un', 'un\nmoi', 'un\neux')).toEqual({ text: 'un\neux\nmoi', both: 0 });
		expect(merge('', 'moi', 'eux')).toEqual({ text: 'eux\nmoi', both: 1 });
	});

	it('keeps both wordings of a line both changed, and says so', () => {
		expect(merge('Délai\nfin', 'Délai tenu\nfin', 'Délai dépassé\nfin')).toEqual({
			text: 'Délai dépassé\nDélai tenu\nfin',
			both: 1
		});
	});

	it('goes on where somebody typed on: the longer wording says it all', () => {
		expect(merge('Le', 'Le comité retient', 'Le comité').text).toBe('Le comité retient');
		// Each goes on typing in their own line of the two.
		expect(merge('Le comité\nLa salle', 'Le comité dit\nLa salle', 'Le comité\nLa salle 2').text).toBe(
			'Le comité dit\nLa salle 2'
		);
		// One types on in the line above which the other has just put theirs.
		expect(merge('moi', 'moi aussi', 'eux\nmoi').text).toBe('eux\nmoi aussi');
	});

	it('keeps a line that one took out and the other went on typing in', () => {
		expect(merge('un\ndeux', 'un', 'un\ndeux et plus').text).toContain('deux et plus');
		expect(merge('un\ndeux', 'un\ndeux et plus', 'un').text).toContain('deux et plus');
	});

	it('no change is identity, and what both did alike is done once', () => {
		fc.assert(
			fc.property(three, ([base, mine, theirs]) => {
				expect(merge(base, base, theirs)).toEqual({ text: theirs, both: 0 });
				expect(merge(base, mine, base)).toEqual({ text: mine, both: 0 });
				expect(merge(base, mine, mine)).toEqual({ text: mine, both: 0 });
			})
		);
	});

	it('loses nothing that either typed', () => {
		fc.assert(
			fc.property(three, ([base, mine, theirs]) => {
				const stood = base.split('\n');
				const { text } = merge(base, mine, theirs);
				const count = (lines: string[], one: string) => lines.filter((l) => l === one).length;
				for (const typed of [mine, theirs]) {
					const lines = typed.split('\n');
					// Lines there are more of than before are lines that were typed.
					for (const one of new Set(lines))
						if (count(lines, one) > count(stood, one)) expect(text).toContain(one);
				}
			}),
			{ numRuns: 2000 }
		);
	});

	it('comes out with lines that stood somewhere, and never longer than both together', () => {
		fc.assert(
			fc.property(three, ([base, mine, theirs]) => {
				const { text } = merge(base, mine, theirs);
				const known = new Set([base, mine, theirs].flatMap((t) => t.split('\n')));
				for (const one of text.split('\n')) expect(known.has(one)).toBe(true);
				expect(text.length).toBeLessThanOrEqual(mine.length + theirs.length + base.length + 2);
			})
		);
	});

	it('is the same whichever line ends a browser sends, and quick on the longest text', () => {
		expect(merge('a\r\nb', 'a\nb\nc', 'A\r\nb').text).toBe('A\nb\nc');
		const long = (mark: string) => Array.from({ length: 10_000 }, (_, i) => `${mark}${i % 7}`).join('\n');
		const { text } = merge(long('a'), `${long('b')}\nfin`, `début\n${long('c')}`);
		expect(text).toContain('fin');
		expect(text).toContain('début');
	});
});
