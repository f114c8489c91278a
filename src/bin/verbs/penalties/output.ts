import { plainAmount, shortAmount } from '#core/penalties/money.ts';
import type { Amount, PenaltyResult } from '#core/penalties/types.ts';
import { penaltyWords } from '#core/penalties/words.ts';

/** What `jalon penalties --json` writes for one calculation. Amounts are decimal texts, exact; never a float. */
export type PenaltyAnswer = {
	id?: unknown;
	raw: string;
	due: string;
	currency: string;
	cap: { percent: string; amount: string; applied: boolean } | null;
	exemption: { threshold: string; applied: boolean } | null;
	items: { days: number | null; raw: string; steps: string[] }[];
	readings: { key: string; reading: string; raw: string; due: string }[];
	duties: string[];
	steps: string[];
};

/** The result as plain data. */
export function penaltyAnswer(result: PenaltyResult, currency: string): PenaltyAnswer {
	const write = (amount: Amount) => {
		if (amount === 'undetermined') return amount;
		return result.flat ? shortAmount(amount) : plainAmount(amount);
	};
	const { cap, exemption } = result;
	return {
		raw: write(result.raw),
		due: write(result.due),
		currency,
		cap: cap && { ...cap, amount: plainAmount(cap.amount) },
		exemption: exemption && { ...exemption, threshold: plainAmount(exemption.threshold) },
		items: result.items.map(({ days, raw, steps }) => ({
			days,
			raw: write(raw),
			steps: steps.map((step) => penaltyWords(step, currency))
		})),
		readings: result.readings.map((one) => ({ ...one, raw: write(one.raw), due: write(one.due) })),
		duties: result.duties,
		steps: result.steps.map((step) => penaltyWords(step, currency))
	};
}

/** The result for a person: each item with its steps, then the total. */
export function penaltyText(answer: PenaltyAnswer, result: PenaltyResult): string {
	const amount = (text: string) => (text === 'undetermined' ? 'indéterminé' : `${text} ${answer.currency}`);
	const lines = answer.items.flatMap(({ raw, days, steps }, index) => {
		const delay = days === null ? '' : `, R = ${days}`;
		return [`${index + 1}. ${amount(raw)}${delay}`, ...steps.map((step) => `   ${step}`)];
	});
	const total = `Brut : ${amount(answer.raw)} · dû : ${amount(answer.due)}`;
	const other = answer.readings.map((one) => `   ${one.key} : ${amount(one.due)} (${one.reading})`);
	const shown = result.steps.length > 0 ? answer.steps.map((step) => `   ${step}`) : [];
	return [...lines, ...shown, ...other, total].join('\n');
}
