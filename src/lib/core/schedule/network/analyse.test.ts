import { describe, expect, it } from 'vitest';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { analyse } from './analyse.ts';
import { link, node } from './network.fixture.ts';

const france = makeCalendar('FR');

// Two ways from a to d: through b (two weeks) and through c (one week).
const nodes = [
	node('a', '2019-12-02', '2019-12-06', { phaseId: 'p' }),
	node('b', '2019-12-09', '2019-12-20', { phaseId: 'p' }),
	node('c', '2019-12-09', '2019-12-13', { phaseId: 'p' }),
	node('d', '2019-12-23', '2019-12-27'),
	node('p', '2019-12-02', '2019-12-31', { kind: 'phase', pinned: true, limitOn: '2019-12-31' })
];
const links = [link('a', 'b'), link('a', 'c'), link('b', 'd'), link('c', 'd')];

describe('analyse', () => {
	it('finds the critical path and the room of the rest, in working days', () => {
		const found = analyse(nodes, links, france);
		expect([...found].filter(([, room]) => room.critical).map(([id]) => id)).toEqual([
			'a',
			'b',
			'd',
			'p'
		]);
		expect(found.get('c')).toMatchObject({
			earlyStart: '2019-12-09',
			earlyEnd: '2019-12-13',
			lateStart: '2019-12-16',
			lateEnd: '2019-12-20',
			totalFloat: 5,
			critical: false
		});
		expect(found.get('p')).toMatchObject({
			earlyStart: '2019-12-02',
			earlyEnd: '2019-12-20',
			totalFloat: 0
		});
	});

	it('says by how much a limit of the contract is passed, back to where it comes from', () => {
		const limited = [...nodes.slice(0, 4), { ...nodes[4]!, limitOn: '2019-12-18' }];
		const found = analyse(limited, links, france);
		expect(found.get('b')!.totalFloat).toBe(-2);
		expect(found.get('a')!.totalFloat).toBe(-2);
		expect(found.get('c')!.totalFloat).toBe(3);
		// 25 December is no working day.
		expect(found.get('d')!.totalFloat).toBe(0);
	});

	it('counts to a constraint and to a pinned line', () => {
		const held = nodes.map((one) =>
			one.id === 'c' ? { ...one, constraint: { kind: 'not_after' as const, day: '2019-12-16' } } : one
		);
		expect(analyse(held, links, france).get('c')!.totalFloat).toBe(1);
		const pinned = [
			...nodes,
			node('m', '2019-12-17', '2019-12-17', { kind: 'milestone', pinned: true, limitOn: '2019-12-17' })
		];
		const found = analyse(pinned, [...links, link('c', 'm')], france);
		expect(found.get('c')!.totalFloat).toBe(2);
		// What is left before the contract's day is reached.
		expect(found.get('m')).toMatchObject({ totalFloat: 2, critical: false });
	});

	it('leaves what is done out of the critical path', () => {
		const begun = nodes.map((one) =>
			one.id === 'a' ? { ...one, pinned: true, actualEnd: '2019-12-06' } : one
		);
		expect(analyse(begun, links, france).get('a')!.critical).toBe(false);
	});

	it('is empty for an empty plan', () => {
		expect(analyse([], [], france).size).toBe(0);
	});
});
