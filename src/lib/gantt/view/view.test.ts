import { describe, expect, it } from 'vitest';
import { line } from '#core/schedule/fixture.ts';
import { phaseGroups } from '#core/schedule/rows.ts';
import { filterGroups, narrows, peopleOf } from './filter.ts';
import { PLAIN, readView, writeView } from './view.ts';

const read = (query: string) => readView(new URLSearchParams(query));

describe('what is seen, in the address', () => {
	it('is read as it was written, beside what else the address says', () => {
		const view = {
			zoom: 'year' as const,
			phase: 'E-P1',
			shown: 'late' as const,
			who: 'org:7',
			text: 'réunion de lancement',
			path: true,
			closed: ['E-P1', 'E-P2'],
			baseline: '2'
		};
		const params = writeView(new URLSearchParams('view=table'), view);
		expect(params.get('view')).toBe('table');
		expect(readView(params)).toEqual(view);
		expect(writeView(params, PLAIN).toString()).toBe('view=table');
	});

	it('falls back to the usual on what nobody offers, and forgets an act once done', () => {
		expect(read('zoom=century&show=best')).toEqual(PLAIN);
		expect(read(`q=${'x'.repeat(500)}`).text).toHaveLength(100);
		expect(writeView(new URLSearchParams('/add=&view=table'), { path: true }).toString()).toBe(
			'view=table&path=1'
		);
	});
});

describe('the lines asked for', () => {
	const items = [
		line({ id: 'p1', kind: 'phase', title: 'Cadrage' }),
		line({ id: 'p2', kind: 'phase', title: 'Étude', startsOn: '2020-01-01', endsOn: '2020-02-01' }),
		line({ id: 'late', phaseId: 'p1', title: 'Réunion de lancement', assignee: 'Ada' }),
		line({ id: 'done', phaseId: 'p1', title: 'Collecte', progress: 100 }),
		line({
			id: 'far',
			phaseId: 'p2',
			endsOn: '2020-06-30',
			organisationId: 'o1',
			organisation: 'Bureau A'
		})
	];
	const found = (change: object, critical = new Set<string>()) =>
		filterGroups(phaseGroups(items), { ...PLAIN, ...change }, '2020-01-06', critical).flatMap((group) => [
			group.phase?.id,
			...group.items.map(({ id }) => id)
		]);

	it('are all of them, phases without lines too, when nothing is asked', () => {
		expect(narrows(PLAIN)).toBe(false);
		expect(found({})).toEqual(['p1', 'done', 'late', 'p2', 'far']);
	});

	it('are found by state, by who does them and by words without accents', () => {
		expect(found({ shown: 'late' })).toEqual(['p1', 'late']);
		expect(found({ shown: 'open' })).toEqual(['p1', 'late', 'p2', 'far']);
		expect(found({ shown: 'critical' }, new Set(['far']))).toEqual(['p2', 'far']);
		expect(found({ who: 'org:o1' })).toEqual(['p2', 'far']);
		expect(found({ who: 'who:Ada' })).toEqual(['p1', 'late']);
		expect(found({ text: 'lancement REUNION' })).toEqual(['p1', 'late']);
		expect(found({ text: 'rien de tel' })).toEqual([]);
	});

	it('name the organisations first, then the persons', () => {
		expect(peopleOf(items)).toEqual([
			{ key: 'org:o1', name: 'Bureau A' },
			{ key: 'who:Ada', name: 'Ada' }
		]);
	});
});
