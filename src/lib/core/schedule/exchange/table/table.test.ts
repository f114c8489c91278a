import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '#core/obligations/follow/csv.ts';
import { plans } from '../../../../../../tests/fixtures/plans.ts';
import { words } from '../exchange.fixture.ts';
import { planLimits } from '../plan.ts';
import { readTable } from './read.ts';
import { splitTable } from './split.ts';
import { writeTable } from './write.ts';

const read = (text: string) => readTable(splitTable(text, planLimits.lines + 20).rows);
const codes = (text: string) =>
	read(text).faults.map(({ line, column, code, value }) => [line, column, code, value]);

describe('a table written and read back', () => {
	it('holds the same lines and the same links, whatever is typed in them', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const { rows, links, faults } = read(csvOf(writeTable(plan, words)));
				expect(faults).toEqual([]);
				expect(
					rows.map(({ line: _line, key, id, kind, title }) => ({ key, id, kind, title }))
				).toEqual(plan.rows.map(({ key, id, kind, title }) => ({ key, id, kind, title })));
				for (const [i, row] of rows.entries()) {
					const was = plan.rows[i]!;
					expect([row.startsOn, row.endsOn]).toEqual([was.startsOn, was.endsOn]);
					if (was.kind !== 'task') continue;
					const { progress, constraint, actualStart, actualEnd, assignee, notes } = was;
					expect(row).toMatchObject({
						progress,
						constraint,
						actualStart,
						actualEnd,
						assignee,
						notes
					});
				}
				const bare = (all: typeof links) =>
					all.map(({ line: _line, ...link }) => JSON.stringify(Object.entries(link).sort())).sort();
				expect(bare(links)).toEqual(bare(plan.links));
			})
		);
	});
});

describe('what is pasted', () => {
	it('is read with a tabulation, a comma or a semicolon, in French or in English, under any title', () => {
		for (const text of [
			'Planning;;\nIntitulé;Début;Fin\nEntretiens;04/11/2019;20/12/2019',
			'Task Name\tStart\tFinish\nEntretiens\tLun 04/11/19\tVen 20/12/19 17:00',
			'\uFEFFtitle,start,end\r\n"Entretiens",2019-11-04,2019-12-20\r\n'
		]) {
			const { rows, faults } = read(text);
			expect(faults).toEqual([]);
			expect(rows).toMatchObject([
				{ title: 'Entretiens', startsOn: '2019-11-04', endsOn: '2019-12-20' }
			]);
		}
	});

	it('counts the lines of the file, quotes that hold several included', () => {
		const { rows } = read(
			'Intitulé;Début;Fin;Notes\nA;2019-11-04;2019-11-05;"une\nnote"\n\nB;2019-11-04;2019-11-05;'
		);
		expect(rows.map(({ line, notes }) => [line, notes])).toEqual([
			[2, 'une\nnote'],
			[5, null]
		]);
	});

	it('says nothing of the columns it does not have', () => {
		const [row] = read('Intitulé;Début;Fin\nA;2019-11-04;2019-11-05').rows;
		expect([row!.progress, row!.notes, row!.under, row!.constraint]).toEqual([
			undefined,
			undefined,
			undefined,
			undefined
		]);
	});

	it('gives back a text that was guarded as a formula, and never loses an apostrophe of its own', () => {
		const { rows } = read(
			"Intitulé;Début;Fin\n'=1+1;2019-11-04;2019-11-05\n'Avant';2019-11-04;2019-11-05"
		);
		expect(rows.map(({ title }) => title)).toEqual(['=1+1', "'Avant'"]);
	});
});

describe('what is wrong is named with its line', () => {
	it('days: unreadable, outside the calendar, the end before the start', () => {
		expect(
			codes(
				'Intitulé;Nature;Début;Fin\nA;Tâche;31/02/2019;2019-11-05\nB;Tâche;2019-11-05;9999-12-31\nC;Tâche;2019-11-05;2019-11-04\nD;Jalon;2019-11-05;2019-11-06'
			)
		).toEqual([
			[2, 'startsOn', 'date_unreadable', '31/02/2019'],
			[3, 'endsOn', 'date_out_of_range', '9999-12-31'],
			[4, 'endsOn', 'end_before_start', '2019-11-05 > 2019-11-04'],
			[5, 'endsOn', 'milestone_two_days', '2019-11-05 ≠ 2019-11-06']
		]);
	});

	it('links: to nowhere, to itself, twice, unreadable', () => {
		const head = 'N°;Intitulé;Début;Fin;Prédécesseurs\n';
		const line = (n: number, before: string) => `${n};L${n};2019-11-04;2019-11-05;"${before}"\n`;
		expect(
			codes(
				`${head}${line(1, '99')}${line(2, '2')}${line(3, '1, 1SS')}${line(4, '1+x')}${line(5, '1FS+9999j')}`
			)
		).toEqual([
			[2, 'links', 'link_nowhere', '99'],
			[3, 'links', 'link_itself', '2'],
			[4, 'links', 'link_twice', '1'],
			[5, 'links', 'link_unreadable', '1+x'],
			[6, 'links', 'lag_too_long', '9999']
		]);
	});

	it('words: no title, a title too long, a kind, a progress, a constraint', () => {
		const head = 'Intitulé;Nature;Début;Fin;Avancement;Contrainte;Date de contrainte\n';
		const days = '2019-11-04;2019-11-05';
		expect(
			codes(
				`${head};Tâche;${days};;;\n${'x'.repeat(201)};;${days};;;\nA;Sprint;${days};;;\nB;;${days};120;;\nC;;${days};;Pas avant le;\n`
			).map(([line, column, code]) => [line, column, code])
		).toEqual([
			[2, 'title', 'title_missing'],
			[3, 'title', 'title_long'],
			[4, 'kind', 'kind_unknown'],
			[5, 'progress', 'progress_unreadable'],
			[6, 'constraint', 'constraint_unreadable']
		]);
	});

	it('a table that is none, a quote that never ends, the same number twice', () => {
		expect(codes('Bonjour\nmonde')).toEqual([
			[1, undefined, 'columns_missing', 'title, startsOn, endsOn']
		]);
		expect(codes('')).toEqual([[1, undefined, 'file_empty', '']]);
		expect(splitTable('a;b\n"c;d\n', 10).faults).toMatchObject([{ line: 2, code: 'text_unclosed' }]);
		expect(codes('N°;Intitulé;Début;Fin\n1;A;2019-11-04;2019-11-05\n1;B;2019-11-04;2019-11-05')).toEqual([
			[3, 'number', 'line_twice', '1']
		]);
	});

	it('ten thousand pasted rows: one sentence, at the first row too many, in no time', () => {
		const text = `Intitulé;Début;Fin\n${'A;2019-11-04;2019-11-05\n'.repeat(10_000)}`;
		expect(codes(text)).toEqual([[5_002, undefined, 'too_many_lines', '5000']]);
	});
});
