import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarNames, calendarOf } from '../calendar/calendar.ts';
import { addDays } from '../calendar/days.ts';
import { serviceContract, serviceFacts } from './mission.fixture.ts';
import { plan, planAgain, plannedOf, type PlanFacts } from './plan.ts';
import { replan, replanStored } from './replan.ts';

const contract = serviceContract();
const facts: PlanFacts = { ...serviceFacts(), to: '2023-06-30' };
const before = plan(contract, facts);

const postponed = (days: number): PlanFacts => ({
	...facts,
	meetings: facts.meetings.map((one) =>
		one.code === 'X-COPIL-1' ? { ...one, day: addDays(one.day, days) } : one
	)
});

describe('replan', () => {
	it('moves the papers of a postponed committee and nothing else', () => {
		const changes = replan(before, planAgain(before, postponed(7)));
		expect(changes.moved.map((one) => [one.before.key, one.before.due, one.after.due])).toEqual([
			['X-S1/X-COPIL-1', '2023-02-23', '2023-03-02']
		]);
		expect([changes.added, changes.ended, changes.kept]).toEqual([[], [], []]);
	});
	it('leaves what was sent where it stood, and says where it would have gone', () => {
		const changes = replan(before, planAgain(before, postponed(7)), (key) => key === 'X-S1/X-COPIL-1');
		expect(changes.moved).toEqual([]);
		expect(changes.kept).toMatchObject([{ before: { due: '2023-02-23' }, after: { due: '2023-03-02' } }]);
	});
	it('adds and ends the papers of a committee that is set or cancelled', () => {
		const fewer = { ...facts, meetings: facts.meetings.filter((one) => one.code !== 'X-COPIL-1') };
		const ended = replan(before, planAgain(before, fewer));
		expect(ended.ended.map((one) => one.key)).toEqual(['X-S1/X-COPIL-1', 'X-S2/X-COPIL-1']);
		const added = replan(planAgain(before, fewer), before);
		expect(added.added.map((one) => one.key)).toEqual(['X-S1/X-COPIL-1', 'X-S2/X-COPIL-1']);
	});
	it('ends the days before a later start without renaming the others', () => {
		const later = planAgain(before, {
			...facts,
			events: { ...facts.events, start: '2022-12-02' },
			from: '2022-12-02'
		});
		const changes = replan(before, later, (key) => key === 'X-D1/2022-12-01');
		expect(changes.ended.filter((one) => one.key.startsWith('X-D1/')).map((one) => one.due)).toEqual([
			'2022-12-02'
		]);
		expect(changes.kept).toMatchObject([{ before: { key: 'X-D1/2022-12-01' }, after: null }]);
		expect(changes.moved.some((one) => one.before.key.startsWith('X-D'))).toBe(false);
	});
	it('shows what an amended contract adds, moves and ends', () => {
		const amended = structuredClone(contract);
		amended.obligations = amended.obligations.filter((one) => one.code !== 'X-D3');
		const quarterly = amended.obligations.find((one) => one.code === 'X-Q1')!;
		quarterly.rule = { every: 2, unit: 'month', from: 'start' };
		const changes = replan(before, plan(amended, facts), (key) => key === 'X-D3/2022-12-01');
		expect(changes.added.map((one) => one.key)).toEqual(['X-Q1/3']);
		expect(changes.moved.map((one) => [one.before.due, one.after.due])).toEqual([
			['2023-02-28', '2023-01-30'],
			['2023-05-30', '2023-03-30']
		]);
		expect(changes.ended.every((one) => one.code === 'X-D3')).toBe(true);
		expect(changes.kept.map((one) => one.before.key)).toEqual(['X-D3/2022-12-01']);
	});
	it('compares stored rows with a plan the same way', () => {
		const stored = plannedOf(before).map(({ key, nominal, due, advised }) => ({
			key,
			nominal,
			due,
			advised,
			done: key === 'X-S1/X-COPIL-1'
		}));
		const after = plannedOf(planAgain(before, postponed(7)));
		const changes = replanStored(stored, after);
		expect(changes.kept.map((one) => one.before.key)).toEqual(['X-S1/X-COPIL-1']);
		expect([changes.added.length, changes.moved.length, changes.ended.length]).toEqual([0, 0, 0]);
		expect(replanStored(stored, plannedOf(before)).kept).toEqual([]);
	});
});

const shift = fc.integer({ min: -40, max: 40 });
const changed: fc.Arbitrary<PlanFacts> = fc
	.record({
		start: shift,
		notification: fc.option(shift, { nil: null }),
		copil: shift,
		dropped: fc.integer({ min: 0, max: 50 }),
		to: shift,
		at: fc.constantFrom('2022-12-05T23:50', '2023-01-02T08:00'),
		extended: fc.integer({ min: 0, max: 90 }),
		calendar: fc.constantFrom(facts.calendar, ...calendarNames.map(calendarOf))
	})
	.map((one) => ({
		...facts,
		events: {
			notification: one.notification === null ? null : addDays('2022-11-15', one.notification),
			start: addDays('2022-11-30', one.start)
		},
		meetings: facts.meetings
			.filter((_, index) => index !== one.dropped)
			.map((m) => (m.committee === 'X-COPIL' ? { ...m, day: addDays(m.day, one.copil) } : m)),
		happenings: { interruption: [{ code: 'INT-1', at: one.at }] },
		extensions: [{ key: 'X-S1/X-COPIL-1', days: one.extended, on: '2023-01-01', act: 'OS 1' }],
		calendar: one.calendar,
		to: addDays('2023-03-31', one.to)
	}));

const rows = (facts: PlanFacts) => plannedOf(plan(contract, facts));

describe('what holds whatever moves', () => {
	const runs = { numRuns: 40 };
	it('planning again equals planning anew', () => {
		fc.assert(
			fc.property(changed, changed, (one, other) => {
				const first = plan(contract, one);
				expect(plannedOf(planAgain(first, other))).toEqual(rows(other));
			}),
			runs
		);
	});
	it('planning twice changes nothing', () => {
		fc.assert(
			fc.property(changed, (one) => {
				const first = plan(contract, one);
				const empty = { added: [], moved: [], ended: [], kept: [] };
				expect(replan(first, planAgain(first, one))).toEqual(empty);
				expect(replan(first, plan(contract, one))).toEqual(empty);
			}),
			runs
		);
	});
	it('the difference leads from one plan to the other', () => {
		fc.assert(
			fc.property(changed, changed, (one, other) => {
				const [a, b] = [plan(contract, one), plan(contract, other)];
				const { added, moved, ended } = replan(a, b);
				const dates = new Map(plannedOf(a).map((row) => [row.key, row.due]));
				for (const row of ended) dates.delete(row.key);
				for (const { after } of moved) dates.set(after.key, after.due);
				for (const row of added) dates.set(row.key, row.due);
				expect(dates).toEqual(new Map(plannedOf(b).map((row) => [row.key, row.due])));
			}),
			runs
		);
	});
	it('the order of what is known does not matter', () => {
		fc.assert(
			fc.property(changed, fc.infiniteStream(fc.nat()), (one, chance) => {
				const shuffled = one.meetings
					.map((meeting) => ({ meeting, at: chance.next().value as number }))
					.sort((a, b) => a.at - b.at)
					.map(({ meeting }) => meeting);
				expect(rows({ ...one, meetings: shuffled })).toEqual(rows(one));
			}),
			runs
		);
	});
	it('every due date agrees with its kind, and occurrences never drift', () => {
		fc.assert(
			fc.property(changed, (one) => {
				for (const row of rows(one)) {
					if (row.due === null || row.initial) continue;
					if ('after' in row.duty.rule) expect(row.due >= row.nominal!).toBe(true);
					if ('before' in row.duty.rule) expect(row.due).toBe(row.nominal);
					if (row.code === 'X-D1') expect(row.due).toBe(addDays(one.events['start']!, row.k));
				}
			}),
			runs
		);
	});
});
