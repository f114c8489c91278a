import { describe, expect, it } from 'vitest';
import { caretAfter } from './caret.ts';

describe('the caret, when somebody else’s text comes in', () => {
	it('stays where it was when they typed after it', () => {
		expect(caretAfter('un\ndeux', 'un\ndeux et plus', 2)).toBe(2);
	});
	it('moves on with its letter when they typed before it', () => {
		expect(caretAfter('moi', 'eux\nmoi', 3)).toBe(7);
		expect(caretAfter('moi', 'eux\nmoi', 1)).toBe(5);
	});
	it('stays within the text when what was around it went', () => {
		expect(caretAfter('abcdef', 'af', 3)).toBe(1);
		expect(caretAfter('abc', '', 3)).toBe(0);
	});
});
