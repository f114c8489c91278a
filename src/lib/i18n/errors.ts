import type { z } from 'zod';
import type { RefusalCode } from '#core/errors.ts';
import * as all from './paraglide/messages/_index.js';

type Sentence = (inputs: Record<string, unknown>) => string;
const catalogue = all as unknown as Record<string, Sentence | undefined>;

/** Lists as they are read: codes one after the other, the lines of a circle back to its first. */
function inWords(detail: Record<string, unknown>): Record<string, unknown> {
	const words: Record<string, unknown> = { ...detail };
	if (Array.isArray(detail.codes)) words.codes = detail.codes.join(', ');
	if (Array.isArray(detail.path)) {
		const titles = (detail.path as { title: string }[]).map(({ title }) => title);
		words.path = [...titles, titles[0]].join(' → ');
	}
	if (typeof detail.outcome === 'string')
		words.outcome = catalogue[`deliverables_outcome_${detail.outcome}`]?.({}) ?? detail.outcome;
	return words;
}

/** The sentence for the person: what happened, and what to do next. Every code has one; a test holds it. */
export function errorSentence(code: RefusalCode, detail: Record<string, unknown> = {}): string {
	const say = catalogue[`error_${code}`] ?? catalogue.error_unexpected;
	return say ? say(inWords(detail)) : code;
}

/** A sentence for one issue of a zod schema. A schema's own message may be one of our codes. */
export function issueSentence(issue: z.core.$ZodIssue): string {
	const own = catalogue[`error_${issue.message}`];
	if (own) return own({});
	if (issue.code === 'invalid_type' || issue.code === 'too_small')
		return catalogue.error_field_missing?.({}) ?? issue.message;
	if (issue.code === 'too_big') return catalogue.error_too_long?.({}) ?? issue.message;
	return catalogue.error_field_invalid?.({}) ?? issue.message;
}
