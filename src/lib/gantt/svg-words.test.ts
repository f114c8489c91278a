import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleSvg } from '#core/schedule/drawing/schedule-svg.ts';
import { line } from '#core/schedule/fixture.ts';
import type { Link } from '#core/schedule/network/types.ts';
import { svgWords } from './svg-words.ts';

const link = (from: string, to: string, over: Partial<Link> = {}): Link => ({
	id: `${from}-${to}`,
	from,
	to,
	type: 'FS',
	lag: 0,
	lagUnit: 'working',
	...over
});

const rows = [
	line({ id: 'p', kind: 'phase', title: 'Phase 1', endsOn: '2020-01-31' }),
	line({ id: 'a', code: 'E-T101', phaseId: 'p' }),
	line({ id: 'b', phaseId: 'p', title: 'Analyse', startsOn: '2019-12-01', endsOn: '2020-01-20' }),
	line({
		id: 'c',
		kind: 'milestone',
		title: 'COPIL',
		startsOn: '2020-01-29',
		endsOn: '2020-01-29',
		limitOn: '2020-01-29'
	})
];

const picture = (over: Partial<Parameters<typeof scheduleSvg>[0]> = {}) =>
	scheduleSvg({
		rows,
		links: [link('a', 'b'), link('b', 'c', { lag: 2 }), link('b', 'elsewhere')],
		baseline: { a: { startsOn: '2019-11-04', endsOn: '2019-12-13' } },
		critical: new Set(['b']),
		today: '2019-12-23',
		holidays: [{ day: '2019-12-25', label: 'Noël' }],
		locale: 'fr',
		width: 1200,
		title: 'Planning',
		words: svgWords('fr'),
		...over
	});

describe('scheduleSvg', () => {
	it('is XML that another program reads, and names what it draws', () => {
		const svg = picture();
		expect(XMLValidator.validate(svg)).toBe(true);
		const read = new XMLParser({ ignoreAttributes: false }).parse(svg);
		expect(read.svg['@_xmlns']).toBe('http://www.w3.org/2000/svg');
		expect(read.svg['@_width']).toBe('1200');
		expect(read.svg.title['#text']).toBe('Planning');
		for (const words of [
			'novembre 2019',
			'>S48<',
			'Tâche E-T101 Entretiens, du lun. 4 nov. au ven. 20 déc. 2019, 40\u00a0%, en retard de 3 jours',
			'Noël, mer. 25 déc. 2019',
			'E-T101 Entretiens → Analyse\u00a0: fin à début, lien non respecté',
			'Analyse → COPIL\u00a0: fin à début, +2 jours ouvrés',
			'chemin critique',
			'Limite du contrat'
		])
			expect(svg).toContain(words);
	});

	it('draws a link only where both of its lines are', () => {
		expect(picture().match(/ → /g)).toHaveLength(2);
		expect(picture({ rows: [] }).match(/ → /g)).toBeNull();
		expect(XMLValidator.validate(picture({ rows: [] }))).toBe(true);
	});

	it('stays XML whatever a line is called', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-composite' }), (a, b) => {
				const svg = picture({
					title: a,
					rows: [line({ title: `${a}<script>alert(1)</script>`, code: b })]
				});
				expect(XMLValidator.validate(svg)).toBe(true);
				expect(svg).not.toContain('<script');
			}),
			{ numRuns: 60 }
		);
	});
});
