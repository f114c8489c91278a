import { describe, expect, it } from 'vitest';
import { refusals, type RefusalCode } from '../core/errors.ts';
import { errorSentence } from './errors.ts';
import { overwriteGetLocale } from './paraglide/runtime.js';

describe('sentences of refusals', () => {
	for (const locale of ['fr', 'en'] as const)
		it(`says every code in ${locale}, and what to do`, () => {
			overwriteGetLocale(() => locale);
			const unexpected = errorSentence('unexpected');
			for (const code of Object.keys(refusals) as RefusalCode[]) {
				const sentence = errorSentence(code, { limit: '25 Mo', accepted: 'docx', minutes: 5 });
				expect(sentence.length, code).toBeGreaterThan(10);
				expect(sentence, code).not.toContain('{');
				if (code !== 'unexpected') expect(sentence, code).not.toBe(unexpected);
			}
		});
});
