import { expect, it } from 'vitest';
import { limitsCrossed } from './limits.ts';

const clause = { ref: 'CCTP, p. 9', quote: 'avant le 29 janvier 2020' };
const milestone = { code: 'X-M1', title: 'Comité de fin de phase', committee: 'X-COPIL', clause };
const contract = { milestones: [milestone] } as unknown as Parameters<typeof limitsCrossed>[0];
const stored = { code: 'X-M1', dueOn: '2020-01-28', doneOn: null, fixed: true };
const crossed = (from: string, to: string, over: object = {}, committee = 'X-COPIL') =>
	limitsCrossed(contract, [{ ...stored, ...over }], { committee, from, to }).map((one) => one.code);

it('names the day of the contract that a postponed committee would miss', () => {
	expect(crossed('2020-01-23', '2020-01-28')).toEqual([]);
	expect(crossed('2020-01-23', '2020-01-29')).toEqual(['X-M1']);
	expect(crossed('2020-01-28', '2020-02-06')).toEqual(['X-M1']);
});

it('says nothing of a limit already passed, reached, floating, or of another committee', () => {
	expect(crossed('2020-01-30', '2020-02-06')).toEqual([]);
	expect(crossed('2020-01-23', '2020-02-06', { doneOn: '2020-01-20' })).toEqual([]);
	expect(crossed('2020-01-23', '2020-02-06', { fixed: false })).toEqual([]);
	expect(crossed('2020-01-23', '2020-02-06', {}, 'X-COTECH')).toEqual([]);
});
