import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plans } from '../../../../../tests/fixtures/plans.ts';
import { parseXml } from '#core/schedule/exchange/mspdi/parse.ts';
import { readMspdi } from '#core/schedule/exchange/mspdi/read.ts';
import { writeMspdi } from '#core/schedule/exchange/mspdi/write.ts';
import type { Reading } from '#core/schedule/exchange/plan.ts';

function read(xml: string): Reading {
	const parsed = parseXml(xml);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
	return readMspdi(parsed.root);
}
const fixture = (name: string) =>
	readFileSync(new URL(`../../../../../tests/fixtures/schedule/${name}`, import.meta.url), 'utf8');

describe('a file that TaskJuggler wrote', () => {
	const { rows, links, faults, calendar } = read(fixture('schedule.xml'));
	const row = (key: string) => rows.find((one) => one.key === key)!;

	it('gives its lines: phases from the outline, days without hours, words as they were typed', () => {
		expect(faults).toEqual([]);
		expect(
			rows.map(({ kind, title, startsOn, endsOn, under }) => [
				kind,
				title,
				startsOn,
				endsOn,
				under?.[0]?.title
			])
		).toEqual([
			['phase', 'Diagnostic & état des lieux', '2024-01-08', '2024-02-01', undefined],
			['task', 'Collecte <données>', '2024-01-08', '2024-01-12', 'Diagnostic & état des lieux'],
			['task', 'Analyse', '2024-01-15', '2024-01-26', 'Diagnostic & état des lieux'],
			// It is written to start at 17:00, when the day is over: it starts the next worked day.
			['task', 'Visites', '2024-01-18', '2024-01-26', 'Diagnostic & état des lieux'],
			['task', 'Entretiens', '2024-01-10', '2024-01-17', 'Diagnostic & état des lieux'],
			['task', 'Rapport de diagnostic', '2024-01-29', '2024-02-01', 'Diagnostic & état des lieux'],
			['task', 'Relecture', '2024-01-30', '2024-02-01', 'Diagnostic & état des lieux'],
			['milestone', 'Diagnostic remis', '2024-02-01', '2024-02-01', 'Diagnostic & état des lieux'],
			['phase', 'Options', '2024-02-02', '2024-05-03', undefined],
			['task', 'Scénarios', '2024-02-02', '2024-05-03', 'Options'],
			['task', 'Revue', '2024-02-02', '2024-02-22', 'Options'],
			['milestone', 'Clôture', '2024-05-03', '2024-05-03', 'Options']
		]);
	});

	it('gives what is done, by whom, and the notes; a day it schedules by hand is no constraint', () => {
		expect(row('2')).toMatchObject({
			progress: 60,
			actualStart: '2024-01-08',
			actualEnd: null,
			assignee: 'Équipe terrain',
			notes: 'Sources : registres de la commune.',
			constraint: null
		});
		expect(row('3')).toMatchObject({ progress: 100, actualStart: '2024-01-15', actualEnd: '2024-01-26' });
		expect(row('5').assignee).toBeNull();
	});

	it('gives its links by their kinds, each with its line', () => {
		const named = links.map(
			({ from, to, type, lag }) => `${row(from).title} ${type} ${row(to).title} ${lag}`
		);
		expect(named).toEqual([
			'Collecte <données> FS Analyse 0',
			'Collecte <données> FS Visites 0',
			'Collecte <données> SS Entretiens 0',
			'Analyse FS Rapport de diagnostic 0',
			'Visites FS Rapport de diagnostic 0',
			'Relecture FF Rapport de diagnostic 0',
			'Rapport de diagnostic FS Diagnostic remis 0',
			'Diagnostic & état des lieux FS Options 0',
			'Scénarios SS Revue 0',
			'Scénarios FS Clôture 0',
			'Revue FS Clôture 0'
		]);
		const xml = fixture('schedule.xml').split('\n');
		for (const { line } of links) expect(xml[line - 1]).toContain('<PredecessorLink>');
		for (const { line } of rows) expect(xml[line - 1]).toContain('<Task>');
	});

	it('gives the calendar it works by', () => {
		expect(calendar).toEqual({ week: [true, true, true, true, true, false, false], off: [] });
	});
});

describe('our own file read back', () => {
	it('holds the same lines, links, lags, constraints, progress, real days, notes and baselines', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const back = read(writeMspdi(plan));
				expect(back.faults).toEqual([]);
				expect(back.calendar).toEqual(plan.calendar);
				const bare = (links: typeof plan.links) =>
					links
						.map(({ line: _line, ...link }) => JSON.stringify(Object.entries(link).sort()))
						.sort();
				expect(bare(back.links)).toEqual(bare(plan.links));
				expect(back.rows.length).toBe(plan.rows.length);
				for (const [i, row] of back.rows.entries()) {
					const { id, code, kind, title, startsOn, endsOn, under, baseline } = plan.rows[i]!;
					expect(row).toMatchObject({
						id,
						code,
						kind,
						title,
						startsOn,
						endsOn,
						under,
						baseline: baseline ?? null
					});
					if (kind !== 'task') continue;
					const { progress, constraint, actualStart, actualEnd, assignee, notes } = plan.rows[i]!;
					expect(row).toMatchObject({ progress, constraint, actualStart, actualEnd, notes });
					expect(row.assignee ?? null).toBe(assignee);
				}
			})
		);
	});
});

/** The children of a task in the published schema's sequence (mspdi_pj12.xsd), those we write. */
const sequence =
	'UID ID Name Type IsNull WBS OutlineNumber OutlineLevel Priority Start Finish Duration DurationFormat EffortDriven Estimated Milestone Summary PercentComplete ActualStart ActualFinish ConstraintType CalendarUID ConstraintDate Deadline Notes PredecessorLink ExtendedAttribute Baseline'.split(
		' '
	);

describe('the file we write', () => {
	it('keeps the order of the schema, which is a sequence', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const parsed = parseXml(writeMspdi(plan));
				if (!parsed.ok) throw new Error(parsed.fault.code);
				const tasks = parsed.root.children.find(({ name }) => name === 'Tasks')!.children;
				for (const task of tasks) {
					const places = task.children.map(({ name }) => sequence.indexOf(name));
					expect(places).not.toContain(-1);
					expect(places).toEqual(places.toSorted((a, b) => a - b));
				}
			}),
			{ numRuns: 30 }
		);
	});
});
