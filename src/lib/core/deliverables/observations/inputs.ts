import { z } from 'zod';
import type { RefusalCode } from '../../errors.ts';
import { answers, observationKinds, severities, verdicts, type Severity } from './circuit.ts';
import { linesOf } from './numbering.ts';

/** Shapes of the forms. Their own messages are codes of refusals, said by the catalogue. */
const text = (longest: number) => z.string().trim().max(longest, 'too_long').default('');
const wording = z.string().trim().min(1, 'wording_missing').max(4000, 'too_long');
const reason = z.string().trim().min(1, 'reason_missing').max(4000, 'too_long');
const severity = z.enum(severities, 'severity_missing');
/** The version the person had in front of them, and the hash of its bytes. */
const seen = { version: z.uuid('bad_input'), seen: z.string().regex(/^[0-9a-f]{64}$/, 'bad_input') };
const optionalId = (code: string) =>
	z
		.union([z.literal(''), z.uuid(code)])
		.optional()
		.transform((id) => id || null);
/** Which observation, as the person read it. */
const one = { id: z.uuid('bad_input'), read: z.coerce.number().int() };

export const observeInput = z
	.object({
		...seen,
		kind: z.enum(observationKinds, 'choice_missing'),
		severity,
		wording,
		place: text(200),
		file: optionalId('unknown_file')
	})
	.refine((v) => v.kind === 'reserve' || v.severity !== 'blocking', {
		path: ['severity'],
		message: 'observation_not_blocking'
	});
export type ObserveInput = z.output<typeof observeInput>;

export const answerInput = z
	.object({
		...one,
		answer: z.enum(answers, 'choice_missing'),
		words: text(4000),
		inVersion: optionalId('unknown_version')
	})
	.refine((v) => v.answer === 'accepted' || v.words !== '', { path: ['words'], message: 'reason_missing' });
export type AnswerInput = z.output<typeof answerInput>;

export const checkInput = z
	.object({ ...one, ...seen, verdict: z.enum(verdicts, 'choice_missing'), words: text(4000) })
	.refine((v) => v.verdict === 'lifted' || v.words !== '', { path: ['words'], message: 'reason_missing' });
export type CheckInput = z.output<typeof checkInput>;

export const withdrawInput = z.object({ ...one, reason });
export type WithdrawInput = z.output<typeof withdrawInput>;

export const correctInput = z.object({ ...one, severity, wording, place: text(200) });
export type CorrectInput = z.output<typeof correctInput>;

/** What a form sends not at all, once or several times. */
const several = z.union([z.string().transform((value) => [value]), z.array(z.string())]).default([]);

/** What a body said, one reserve per line, and the severity its chair chose for each, in the same order. */
export const numbered = { reserves: text(8000), severities: several };

export interface ReserveLine {
	wording: string;
	severity: Severity;
}

/**
 * The lines with their severities.
 * @returns the code of a refusal when there is no line, one too long, or one without a severity
 */
export function readLines(reserves: string, chosen: string[]): ReserveLine[] | RefusalCode {
	const lines = linesOf(reserves);
	if (lines.length === 0) return 'wording_missing';
	if (lines.length > 100 || lines.some((line) => line.length > 4000)) return 'too_long';
	const known = lines.map((_, at) => severities.find((one) => one === chosen[at]));
	if (chosen.length !== lines.length || known.some((one) => !one)) return 'severity_missing';
	return lines.map((line, at) => ({ wording: line, severity: known[at]! }));
}

export const numberInput = z
	.object({ version: z.uuid('bad_input'), ...numbered })
	.transform(({ version, reserves, severities: chosen }, ctx) => {
		const lines = readLines(reserves, chosen);
		if (typeof lines !== 'string') return { version, lines };
		ctx.addIssue({ code: 'custom', path: ['reserves'], message: lines });
		return z.NEVER;
	});
export type NumberInput = z.output<typeof numberInput>;
