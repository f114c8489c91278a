import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTie, resultOf } from './vote.ts';

const vote = (yes: number, against: number, abstained = 0, casting = false) => ({
	how: 'vote' as const,
	...{ for: yes, against, abstained },
	...(casting ? { casting } : {})
});
const rule = (rule: 'consensus' | 'majority' | 'two_thirds', casting = false) => ({ rule, casting });

it('comes to nothing by itself where no rule was agreed', () => {
	expect(resultOf(undefined, vote(9, 0))).toBeNull();
});

it('counts votes cast: abstentions change nothing', () => {
	expect(resultOf(rule('majority'), vote(3, 2, 9))).toBe('adopted');
	expect(resultOf(rule('majority'), vote(2, 2))).toBe('rejected');
	expect(resultOf(rule('majority'), vote(0, 0, 5))).toBe('rejected');
	expect(resultOf(rule('two_thirds'), vote(4, 2))).toBe('adopted');
	expect(resultOf(rule('two_thirds'), vote(3, 2))).toBe('rejected');
	expect(resultOf(rule('consensus'), vote(8, 1))).toBe('rejected');
	expect(resultOf(rule('consensus'), vote(8, 0, 1))).toBe('adopted');
});

it('leaves a tie to the chair where the rules give a casting vote, and only then', () => {
	expect(isTie(rule('majority', true), vote(4, 4))).toBe(true);
	expect(isTie(rule('majority', false), vote(4, 4))).toBe(false);
	expect(isTie(rule('two_thirds', true), vote(4, 4))).toBe(false);
	expect(isTie(rule('majority', true), vote(0, 0))).toBe(false);
	expect(resultOf(rule('majority', true), vote(4, 4))).toBe('rejected');
	expect(resultOf(rule('majority', true), vote(4, 4, 0, true))).toBeNull();
	expect(resultOf(rule('majority', true), vote(4, 3, 0, true))).toBe('adopted');
});

it('never turns an adoption into a refusal by one more vote for', () => {
	const n = fc.nat(50);
	const rules = fc.record({
		rule: fc.constantFrom('consensus' as const, 'majority' as const, 'two_thirds' as const),
		casting: fc.boolean()
	});
	fc.assert(
		fc.property(rules, n, n, n, (voting, yes, against, abstained) => {
			if (resultOf(voting, vote(yes, against, abstained)) !== 'adopted') return;
			expect(resultOf(voting, vote(yes + 1, against, abstained))).toBe('adopted');
		})
	);
});
