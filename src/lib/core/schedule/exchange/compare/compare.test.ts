import { describe, expect, it } from 'vitest';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { line } from '../../fixture.ts';
import type { UndatedLine } from '../../undated.ts';
import { planOf } from '../plan-of.ts';
import type { Reading } from '../plan.ts';
import { readTable } from '../table/read.ts';
import { splitTable } from '../table/split.ts';
import { writeTable } from '../table/write.ts';
import { words } from '../exchange.fixture.ts';
import { csvOf } from '#core/obligations/follow/csv.ts';
import { compare } from './compare.ts';
import type { Standing } from './types.ts';

const undated: UndatedLine = {
	id: '00000000-0000-4000-8000-00000000000a',
	kind: 'task',
	code: 'T9',
	title: 'Sans date',
	objective: null,
	phaseId: null,
	startsOn: null,
	endsOn: null,
	done: false,
	why: null,
	fixedByContract: false,
	after: null,
	version: 1
};
const mark = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const standing: Standing = {
	items: [
		line({
			id: mark(1),
			kind: 'phase',
			code: 'P1',
			title: 'Diagnostic',
			progress: 0,
			fixedByContract: true
		}),
		line({
			id: mark(2),
			code: 'T1',
			title: 'Collecte',
			phaseId: mark(1),
			progress: 40,
			startsOn: '2019-11-04',
			endsOn: '2019-11-08'
		}),
		line({
			id: mark(3),
			title: 'Analyse',
			phaseId: mark(1),
			progress: 0,
			startsOn: '2019-11-12',
			endsOn: '2019-11-15'
		}),
		line({
			id: mark(4),
			kind: 'milestone',
			code: 'J1',
			title: 'Rapport',
			progress: 0,
			fixedByContract: true,
			startsOn: '2019-12-20',
			endsOn: '2019-12-20',
			limitOn: '2019-12-20'
		}),
		line({
			id: mark(5),
			kind: 'milestone',
			code: 'J2',
			title: 'Point',
			progress: 0,
			startsOn: '2019-12-02',
			endsOn: '2019-12-02'
		}),
		line({
			id: mark(6),
			kind: 'meeting',
			code: 'M1',
			title: 'Copil',
			progress: 0,
			startsOn: '2019-12-05',
			endsOn: '2019-12-05'
		}),
		line({
			id: mark(7),
			title: 'Relecture',
			progress: 0,
			startsOn: '2019-12-09',
			endsOn: '2019-12-10',
			refs: [{ kind: 'deliverable', id: 'd', code: 'E-L1', title: 'Rapport', href: '/' }]
		}),
		line({ id: mark(8), title: 'Divers', progress: 0, startsOn: '2019-12-11', endsOn: '2019-12-12' })
	],
	undated: [undated],
	links: [
		{ id: 'l1', from: mark(2), to: mark(3), type: 'FS', lag: 0, lagUnit: 'working' },
		{ id: 'l2', from: mark(8), to: mark(3), type: 'FS', lag: 1, lagUnit: 'working' }
	],
	organisations: [{ id: 'o1', name: 'Cabinet Étude' }],
	calendar: makeCalendar('FR'),
	today: '2019-12-02'
};
const read = (text: string): Reading => readTable(splitTable(text, 5_100).rows);
const held = (text: string, places: Record<string, string | null> = {}) =>
	compare(read(text), standing, places);
const faults = (text: string) => held(text).faults.map((one) => [one.line, one.code, one.value]);

describe('compare', () => {
	it('finds nothing to change in the schedule it wrote itself', () => {
		const plan = planOf('x', { ...standing, baseline: null }, standing.calendar);
		const found = held(csvOf(writeTable(plan, words)));
		expect(found).toMatchObject({
			added: [],
			changed: [],
			absent: [],
			links: [],
			faults: [],
			unplaced: []
		});
		expect(found.unchanged).toBe(9);
	});

	it('knows a line by its mark, its code or its name, and tells both values of what changes', () => {
		const found = held(
			`Repère Jalon;Code;Intitulé;Début;Fin;Avancement\n${mark(3)};;Analyse fine;2019-11-12;2019-11-18;0\n;T1;Collecte;2019-11-04;2019-11-08;50\n;;Divers;2019-12-11;2019-12-12;0`
		);
		expect(found.changed.map(({ id, differences }) => [id, differences])).toEqual([
			[
				mark(3),
				[
					{ name: 'title', before: 'Analyse', after: 'Analyse fine' },
					{ name: 'endsOn', before: '2019-11-15', after: '2019-11-18' }
				]
			],
			[mark(2), [{ name: 'progress', before: 40, after: 50 }]]
		]);
		expect(found).toMatchObject({ unchanged: 1, added: [], faults: [] });
	});

	it('leaves alone what the file has no column for', () => {
		expect(held('Intitulé;Début;Fin\nCollecte;2019-11-04;2019-11-08').changed).toEqual([]);
	});

	it('brings in new tasks and milestones, and dates a line that had none', () => {
		const found = held(
			'Nature;Code;Intitulé;Phase;Début;Fin;Organisation\nTâche;;Neuve;P1;2020-01-06;2020-01-10;cabinet etude\nJalon;;Fin;;2020-01-31;;\nTâche;T9;Sans date;;2020-02-03;2020-02-04;Inconnue'
		);
		expect(found.faults).toEqual([]);
		expect(found.added).toMatchObject([
			{ kind: 'task', values: { title: 'Neuve', phaseId: mark(1), organisationId: 'o1' } },
			{
				kind: 'milestone',
				values: { title: 'Fin', startsOn: '2020-01-31', endsOn: '2020-01-31', phaseId: null }
			}
		]);
		expect(found.changed).toMatchObject([
			{ id: undated.id, values: { startsOn: '2020-02-03', endsOn: '2020-02-04' } }
		]);
	});

	it('says what the file does not have, and why a line that carries something stays', () => {
		const { absent } = held('Intitulé;Début;Fin\nAnalyse;2019-11-12;2019-11-15');
		expect(absent.map(({ title, bound, refs }) => [title, bound, refs])).toEqual([
			['Collecte', 'began', []],
			['Relecture', 'refs', ['E-L1 Rapport']],
			['Divers', null, []]
		]);
	});

	it('refuses what the contract or another page sets, by its line', () => {
		expect(
			faults(
				'Nature;Code;Intitulé;Début;Fin;Début réel\nJalon;J1;Rapport;2019-12-21;;\nRéunion;M1;Copil;2019-12-06;;\nRéunion;;Autre;2019-12-06;;\nTâche;J2;Point;2019-12-02;2019-12-02;\nTâche;;Analyse;2019-11-12;2019-11-15;2019-12-24\nTâche;;Nouvelle;2019-11-12;;'
			)
		).toEqual([
			[2, 'dates_fixed', 'Rapport'],
			[3, 'meeting_elsewhere', 'Copil'],
			[4, 'meeting_elsewhere', 'Autre'],
			[5, 'kind_changed', 'Point'],
			[6, 'in_the_future', '2019-12-24'],
			[7, 'date_missing', 'Nouvelle']
		]);
	});

	it('asks where the lines of an unknown phase go, and takes the answer', () => {
		const text =
			'Intitulé;Phase;Début;Fin\nA;Étape 1;2020-01-06;2020-01-10\nB;Étape 1;2020-01-06;2020-01-10';
		expect(held(text)).toMatchObject({
			unplaced: [{ name: 'Étape 1', line: 2, count: 2 }],
			faults: [{ line: 2, code: 'phase_unplaced', value: 'Étape 1 (2)' }]
		});
		const placed = held(text, { 'Étape 1': mark(1) });
		expect([placed.faults, placed.added.map(({ values }) => values.phaseId)]).toEqual([
			[],
			[mark(1), mark(1)]
		]);
		expect(held(text, { 'Étape 1': null }).added[0]!.values.phaseId).toBeNull();
		// A phase of another mission is no answer.
		expect(held(text, { 'Étape 1': 'elsewhere' }).faults).toHaveLength(1);
	});
});

describe('links of a file', () => {
	const head = 'N°;Intitulé;Début;Fin;Prédécesseurs\n';
	const a = '1;Collecte;2019-11-04;2019-11-08;';
	const b = '2;Analyse;2019-11-12;2019-11-15;';

	it('change, come and go; one from a line the file does not have stays', () => {
		const { links, faults: wrong } = held(`${head}${a}\n${b}"1SS+2jc"\n3;Neuve;2020-01-06;2020-01-07;2`);
		expect(wrong).toEqual([]);
		expect(links).toMatchObject([
			{
				from: mark(2),
				to: mark(3),
				before: { type: 'FS', lag: 0 },
				after: { type: 'SS', lag: 2, lagUnit: 'calendar' }
			},
			{ from: mark(3), to: 'new:3', before: null, after: { type: 'FS' } }
		]);
		expect(held(`${head}${a}\n${b}`).links).toMatchObject([{ from: mark(2), to: mark(3), after: null }]);
	});

	it('stay as they are when the file does not speak of them', () => {
		expect(
			held('Intitulé;Début;Fin\nCollecte;2019-11-04;2019-11-08\nAnalyse;2019-11-12;2019-11-15').links
		).toEqual([]);
	});

	it('that go round are refused with the circle named', () => {
		expect(faults(`${head}${a}2\n${b}1`)).toEqual([[3, 'link_cycle', 'Collecte → Analyse → Collecte']]);
		const three = held(
			`${head}1;Neuve;2020-01-06;2020-01-07;2\n2;Analyse;2019-11-12;2019-11-15;3\n3;Autre;2020-01-06;2020-01-07;1`
		);
		expect(three.faults).toMatchObject([{ code: 'link_cycle', line: 4 }]);
	});

	it('to a phase or into a meeting are left, and said so', () => {
		const { remarks, links } = held(
			`N°;Nature;Intitulé;Début;Fin;Prédécesseurs\n1;Phase;Diagnostic;2019-11-04;2019-12-20;\n2;Tâche;Divers;2019-12-11;2019-12-12;1\n3;Réunion;Copil;2019-12-05;2019-12-05;2`
		);
		expect(remarks.map(({ line: at, code }) => [at, code])).toEqual([
			[3, 'link_left'],
			[4, 'link_left']
		]);
		expect(links).toEqual([]);
	});
});
