import type { Calendar } from '../calendar/calendar.ts';
import { daysOfDelay } from './delay.ts';
import { divideHalfUp, readCents, readDecimal, times, type Cents } from './money.ts';
import type { DelayItem, Formula, ItemResult, PenaltyResult } from './types.ts';
import type { PenaltyStep } from './words.ts';

/** The result when nothing states a penalty. */
export function undetermined(why: string, count = 0): PenaltyResult {
	const step: PenaltyStep = { key: 'undetermined', why };
	const items = Array.from({ length: count }, (): ItemResult => ({
		days: null,
		raw: 'undetermined',
		steps: []
	}));
	return {
		raw: 'undetermined',
		due: 'undetermined',
		cap: null,
		exemption: null,
		items,
		readings: [],
		duties: [],
		steps: [step],
		flat: false
	};
}

/**
 * Late penalties by formula. Each item is rounded to the cent, half upwards; the cap bears on their sum, then the
 * exemption on what is left (that order is a convention). Above the exemption all is due, not the excess.
 * @param contract value of the contract without tax, as written; null when unknown.
 */
export function byFormula(
	formula: Formula,
	contract: number | string | null,
	items: readonly DelayItem[],
	calendar: Calendar
): PenaltyResult {
	const whole = contract === null ? null : readCents(contract);
	const results = items.map((item) => itemPenalty(formula, whole, item, calendar));
	const source: PenaltyStep = { key: 'source', source: formula.source, toCheck: formula.toCheck };
	const base = { readings: [], duties: [], items: results, flat: false };
	const raws = results.map((one) => one.raw);
	if (raws.includes('undetermined')) {
		const open = { raw: 'undetermined', due: 'undetermined', cap: null, exemption: null } as const;
		return { ...base, ...open, steps: [source] };
	}
	const raw = (raws as Cents[]).reduce((sum, one) => sum + one, 0n);
	const steps: PenaltyStep[] = [{ key: 'sum', count: items.length, raw }];
	const cap = capOf(formula, whole, raw, steps);
	const capped = cap?.applied ? cap.amount : raw;
	const exemption = exemptionOf(formula, capped, steps);
	const due = exemption?.applied ? 0n : capped;
	return { ...base, raw, due, cap, exemption, steps: [...steps, source] };
}

function itemPenalty(formula: Formula, whole: Cents | null, item: DelayItem, calendar: Calendar): ItemResult {
	const { days, steps } = daysOfDelay(item, calendar);
	if (item.attributable === false) return { days, raw: 0n, steps: [...steps, { key: 'not_attributable' }] };
	if (days === 0) return { days, raw: 0n, steps: [...steps, { key: 'in_time' }] };
	if (days === null) return { days, raw: 'undetermined', steps };
	const usual = item.base === undefined && formula.onContract;
	const value = item.whole || usual ? whole : item.base === undefined ? null : readCents(item.base);
	if (value === null) return { days, raw: 'undetermined', steps: [...steps, { key: 'no_value' }] };
	if (item.whole) steps.push({ key: 'whole', value });
	else if (usual) steps.push({ key: 'on_contract', value });
	const raw = times(value * BigInt(days), readDecimal(formula.per), BigInt(formula.divisor));
	const { divisor } = formula;
	steps.push({ key: 'formula', value, days, per: String(formula.per), divisor, raw });
	return { days, raw, steps };
}

function capOf(
	formula: Formula,
	whole: Cents | null,
	raw: Cents,
	steps: PenaltyStep[]
): PenaltyResult['cap'] {
	if (formula.cap === 'none' || formula.cap === 'unstated') {
		steps.push({ key: 'no_cap', stated: formula.cap === 'none' });
		return null;
	}
	const percent = String(formula.cap.percent);
	if (whole === null) {
		steps.push({ key: 'cap_unknown', percent });
		return null;
	}
	const { units, scale } = readDecimal(percent);
	const amount = divideHalfUp(whole * units, 100n * 10n ** BigInt(scale));
	const cap = { percent, amount, applied: raw > amount };
	steps.push({ key: 'cap', ...cap });
	return cap;
}

function exemptionOf(formula: Formula, total: Cents, steps: PenaltyStep[]): PenaltyResult['exemption'] {
	if (formula.exemptUpTo === null || total === 0n) return null;
	const threshold = readCents(formula.exemptUpTo);
	const applied = total <= threshold;
	steps.push({ key: 'exempt', threshold, applied, total });
	return { threshold, applied };
}
