import { expect, it } from 'vitest';
import { isLate, replyInput } from './reply.ts';

it('is late below the agreed days, and never where none were agreed', () => {
	expect(isLate('2019-12-02', '2019-12-10', 8)).toBe(false);
	expect(isLate('2019-12-03', '2019-12-10', 8)).toBe(true);
	expect(isLate('2019-12-10', '2019-12-10', null)).toBe(false);
});

it('reads one of three answers, with a name where there is one', () => {
	expect(replyInput.parse({ answer: 'yes' })).toEqual({ answer: 'yes', alternate: '' });
	expect(replyInput.parse({ answer: 'alternate', alternate: ' Paul Petit ' }).alternate).toBe('Paul Petit');
	expect(replyInput.safeParse({ answer: 'maybe' }).success).toBe(false);
	expect(replyInput.safeParse({ answer: 'alternate', alternate: 'x'.repeat(201) }).success).toBe(false);
});
