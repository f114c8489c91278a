import { describe, expect, it } from 'vitest';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { link, node } from './network.fixture.ts';
import { NetworkError } from './network-error.ts';
import { replan, type PlanEdit, type ReplanMode } from './replan.ts';
import type { LagUnit, Link, LinkType, PlanNode } from './types.ts';

const france = makeCalendar('FR');
// Monday 4 to Friday 8 November 2019; Monday 11 is a holiday.
const first = node('a', '2019-11-04', '2019-11-08');

/** Where a task of three working days goes that stood on the same Monday. */
function lands(type: LinkType, lag: number, unit: LagUnit, over: Partial<PlanNode> = {}): string {
	const second = node('b', '2019-11-04', '2019-11-06', over);
	const move = replan([first, second], [link('a', 'b', type, lag, unit)], [], france).moves[0];
	return move ? `${move.to.startsOn} ${move.to.endsOn}` : 'stays';
}

describe('each type of link, across a week-end and a holiday', () => {
	it.each<[LinkType, number, LagUnit, string]>([
		// The next working day after Friday 8 is Tuesday 12.
		['FS', 0, 'working', '2019-11-12 2019-11-14'],
		['FS', 0, 'calendar', '2019-11-12 2019-11-14'],
		// Tuesday 12 and Wednesday 13 stay free.
		['FS', 2, 'working', '2019-11-14 2019-11-18'],
		// Saturday 9 and Sunday 10 are the two days; Monday 11 is off.
		['FS', 2, 'calendar', '2019-11-12 2019-11-14'],
		['FS', 4, 'calendar', '2019-11-13 2019-11-15'],
		// The last day of the first is shared.
		['FS', -1, 'working', '2019-11-08 2019-11-13'],
		['FS', -3, 'calendar', '2019-11-06 2019-11-08'],
		['SS', 0, 'working', 'stays'],
		['SS', 3, 'working', '2019-11-07 2019-11-12'],
		['SS', 5, 'working', '2019-11-12 2019-11-14'],
		['SS', 5, 'calendar', '2019-11-12 2019-11-14'],
		['SS', -2, 'working', 'stays'],
		// Ends on Friday 8: three working days back from it.
		['FF', 0, 'working', '2019-11-06 2019-11-08'],
		['FF', 1, 'working', '2019-11-07 2019-11-12'],
		['FF', 1, 'calendar', '2019-11-07 2019-11-12'],
		['FF', -2, 'working', 'stays'],
		['SF', 0, 'working', 'stays'],
		// Ends once five working days have passed since Monday 4.
		['SF', 5, 'working', '2019-11-06 2019-11-08'],
		['SF', 6, 'working', '2019-11-07 2019-11-12'],
		['SF', 8, 'calendar', '2019-11-07 2019-11-12']
	])('%s %i %s: %s', (type, lag, unit, expected) => {
		expect(lands(type, lag, unit)).toBe(expected);
	});

	it('a milestone is reached the evening its predecessor ends, and waits its lag from there', () => {
		const point = { kind: 'milestone' as const, endsOn: '2019-11-04' };
		expect(lands('FS', 0, 'working', point)).toBe('2019-11-08 2019-11-08');
		expect(lands('FS', 1, 'working', point)).toBe('2019-11-12 2019-11-12');
		expect(lands('FS', 1, 'calendar', point)).toBe('2019-11-12 2019-11-12');
		expect(lands('FF', 0, 'working', point)).toBe('2019-11-08 2019-11-08');
		expect(lands('SS', 2, 'working', point)).toBe('2019-11-06 2019-11-06');
	});

	it('what follows a milestone begins the next working day', () => {
		const nodes = [node('m', '2019-11-08', '2019-11-08', { kind: 'milestone' }), node('b', '2019-11-04')];
		expect(replan(nodes, [link('m', 'b')], [], france).moves[0]?.to.startsOn).toBe('2019-11-12');
	});

	it('counts the lag on the mission’s own calendar', () => {
		const ours = makeCalendar('FR', [{ day: '2019-11-12', label: 'Fermeture', working: false }]);
		const nodes = [first, node('b', '2019-11-04', '2019-11-06')];
		expect(replan(nodes, [link('a', 'b')], [], ours).moves[0]?.to.startsOn).toBe('2019-11-13');
		const given = makeCalendar('FR', [{ day: '2019-11-11', label: 'Travaillé', working: true }]);
		expect(replan(nodes, [link('a', 'b')], [], given).moves[0]?.to.startsOn).toBe('2019-11-11');
	});
});

/** Three tasks one after the other, with room before the last; then a fixed milestone. */
const chain = [
	node('a', '2019-12-02', '2019-12-06'),
	node('b', '2019-12-09', '2019-12-13'),
	node('c', '2019-12-18', '2019-12-20'),
	node('m', '2019-12-20', '2019-12-20', { kind: 'milestone', pinned: true, limitOn: '2019-12-20' })
];
const chained: Link[] = [link('a', 'b'), link('b', 'c'), link('c', 'm')];
const ask = (edits: PlanEdit[], mode: ReplanMode = 'push', nodes = chain, links = chained) =>
	replan(nodes, links, edits, france, mode);
const told = ({ moves }: ReturnType<typeof ask>) =>
	moves.map((one) => `${one.id} ${one.to.startsOn} ${one.to.endsOn}`);

describe('one change', () => {
	it('moves what follows only as far as its links need', () => {
		expect(told(ask([{ id: 'a', startsOn: '2019-12-04', endsOn: '2019-12-10' }]))).toEqual([
			'a 2019-12-04 2019-12-10',
			'b 2019-12-11 2019-12-17'
		]);
	});

	it('says which contract date it breaks, and moves nothing that is pinned', () => {
		const found = ask([{ id: 'a', startsOn: '2019-12-09', endsOn: '2019-12-13' }]);
		expect(told(found)).toEqual([
			'a 2019-12-09 2019-12-13',
			'b 2019-12-16 2019-12-20',
			'c 2019-12-23 2019-12-26'
		]);
		expect(found.broken).toEqual([{ kind: 'link', link: chained[2], needs: '2019-12-26' }]);
		expect(found.mended).toEqual([]);
	});

	it('says what it mends', () => {
		const late = chain.map((one) =>
			one.id === 'c' ? { ...one, startsOn: '2019-12-23', endsOn: '2019-12-26' } : one
		);
		const found = ask([{ id: 'c', startsOn: '2019-12-18', endsOn: '2019-12-20' }], 'push', late);
		expect(found.mended).toMatchObject([{ kind: 'link', link: { id: 'c-m' } }]);
		expect(found.broken).toEqual([]);
	});

	it('pulls nothing back, unless asked to follow; then only what stood tight', () => {
		const earlier = [{ id: 'a', startsOn: '2019-11-25', endsOn: '2019-11-29' }];
		expect(told(ask(earlier))).toEqual(['a 2019-11-25 2019-11-29']);
		expect(told(ask(earlier, 'follow'))).toEqual(['a 2019-11-25 2019-11-29', 'b 2019-12-02 2019-12-06']);
	});

	it('a line that is put before its predecessor is found where its links allow', () => {
		expect(told(ask([{ id: 'b', startsOn: '2019-12-03', endsOn: '2019-12-05' }]))).toEqual([
			'b 2019-12-09 2019-12-11'
		]);
	});

	it('keeps days off at the ends of what does not move, and the length of what lies on days off alone', () => {
		const nodes = [node('a', '2019-12-02', '2019-12-08'), node('b', '2019-12-07', '2019-12-08')];
		expect(ask([], 'push', nodes, []).moves).toEqual([]);
		expect(told(ask([], 'push', nodes, [link('a', 'b')]))).toEqual(['b 2019-12-09 2019-12-10']);
	});
});

describe('constraints', () => {
	const held = (constraint: PlanNode['constraint']) => [chain[0]!, { ...chain[1]!, constraint }];
	const later = [{ id: 'a', startsOn: '2019-12-04', endsOn: '2019-12-10' }];

	it('must start: stays, and the link is said to be broken', () => {
		const found = ask(later, 'push', held({ kind: 'must_start', day: '2019-12-09' }), chained);
		expect(told(found)).toEqual(['a 2019-12-04 2019-12-10']);
		expect(found.broken).toMatchObject([{ kind: 'link', needs: '2019-12-11' }]);
	});

	it('must start: a person who moves it is told what it breaks', () => {
		const found = ask(
			[{ id: 'b', startsOn: '2019-12-10', endsOn: '2019-12-16' }],
			'push',
			held({ kind: 'must_start', day: '2019-12-09' })
		);
		expect(found.broken).toMatchObject([{ kind: 'constraint', id: 'b', day: '2019-12-10' }]);
	});

	it('not before: is gone to, and held when the rest comes back', () => {
		const nodes = held({ kind: 'not_before', day: '2019-12-12' });
		expect(told(ask([], 'push', nodes))).toEqual(['b 2019-12-12 2019-12-18']);
		const there = [nodes[0]!, { ...nodes[1]!, startsOn: '2019-12-12', endsOn: '2019-12-18' }];
		const back = [{ id: 'a', startsOn: '2019-11-25', endsOn: '2019-11-29' }];
		expect(told(ask(back, 'follow', there))).toEqual(['a 2019-11-25 2019-11-29']);
	});

	it('no later than: moves nothing, and says the day', () => {
		const found = ask(later, 'push', held({ kind: 'not_after', day: '2019-12-13' }));
		expect(found.broken).toMatchObject([{ kind: 'constraint', id: 'b', day: '2019-12-17' }]);
	});

	it('the days a contract gives a phase are a limit for the tasks in it', () => {
		const phase = node('p', '2019-12-02', '2019-12-13', {
			kind: 'phase',
			pinned: true,
			limitOn: '2019-12-13'
		});
		const nodes = [phase, { ...chain[0]!, phaseId: 'p' }, { ...chain[1]!, phaseId: 'p' }];
		expect(ask(later, 'push', nodes).broken).toEqual([
			{ kind: 'limit', id: 'p', limitOn: '2019-12-13', day: '2019-12-17' }
		]);
	});
});

describe('what really happened', () => {
	it('is where successors count from, and stays where it is', () => {
		const nodes = [
			{ ...chain[0]!, actualStart: '2019-12-03', actualEnd: '2019-12-11', pinned: true },
			chain[1]!
		];
		expect(told(ask([], 'push', nodes))).toEqual(['b 2019-12-12 2019-12-18']);
		expect(() => ask([{ id: 'a', startsOn: '2019-12-02', endsOn: '2019-12-06' }], 'push', nodes)).toThrow(
			new NetworkError('pinned', ['a'])
		);
	});

	it('done without its day: a person writes its days right, and what follows moves; no link moves it', () => {
		const nodes = [{ ...chain[0]!, pinned: true, correctable: true }, chain[1]!];
		const found = ask([{ id: 'a', startsOn: '2019-12-02', endsOn: '2019-12-11' }], 'push', nodes);
		expect(told(found)).toEqual(['a 2019-12-02 2019-12-11', 'b 2019-12-12 2019-12-18']);
		const over = ask([{ id: 'a', startsOn: '2019-12-02', endsOn: '2019-12-11' }], 'push', [
			chain[0]!,
			{ ...chain[1]!, pinned: true, correctable: true }
		]);
		expect(told(over)).toEqual(['a 2019-12-02 2019-12-11']);
		expect(over.broken).toMatchObject([{ kind: 'link' }]);
	});

	it('what has begun is not moved by its links, and its end may be by a person', () => {
		const nodes = [{ ...chain[0]! }, { ...chain[1]!, actualStart: '2019-12-05' }];
		const found = ask([{ id: 'b', startsOn: '2019-12-09', endsOn: '2019-12-17' }], 'push', nodes);
		expect(told(found)).toEqual(['b 2019-12-09 2019-12-17']);
		expect(ask([], 'push', nodes).moves).toEqual([]);
	});
});

describe('refused', () => {
	it('a circle, named in order', () => {
		expect(() => ask([], 'push', chain, [...chained, link('c', 'a')])).toThrow(
			new NetworkError('cycle', ['a', 'b', 'c'])
		);
	});

	it('days outside 1900 to 2199, without a loop', () => {
		for (const day of ['9999-01-01', '2200-01-01', '1899-12-31', '2019-02-30', ''])
			expect(() => ask([{ id: 'a', startsOn: day, endsOn: day }])).toThrow(
				new NetworkError('out_of_range', ['a'])
			);
		expect(() => ask([{ id: 'a', startsOn: '2199-12-30', endsOn: '2199-12-31' }])).toThrow(
			new NetworkError('out_of_range')
		);
		const before = [node('a', '1900-01-02', '1900-01-03'), node('b', '1900-01-02', '1900-01-03')];
		expect(() => ask([], 'push', before, [link('a', 'b', 'FS', -1000)])).toThrow(
			new NetworkError('out_of_range')
		);
	});

	it('an end before a start, a line nobody knows', () => {
		expect(() => ask([{ id: 'a', startsOn: '2019-12-04', endsOn: '2019-12-03' }])).toThrow(
			new NetworkError('end_before_start', ['a'])
		);
		expect(() => ask([{ id: 'zz', startsOn: '2019-12-04', endsOn: '2019-12-05' }])).toThrow(
			new NetworkError('unknown', ['zz'])
		);
	});

	it('a link to nowhere binds nothing', () => {
		expect(ask([], 'push', chain, [link('a', 'gone'), link('gone', 'b')]).moves).toEqual([]);
	});
});
