import type { Cell } from '#core/obligations/follow/csv.ts';
import type { KeptValue } from '#core/indicators/page.ts';
import { keyOf } from '#core/indicators/entry/check.ts';
import { dayOfPeriod, slotOf } from '#core/indicators/periods.ts';
import { judgementsOf, type JudgeFacts, type Judgement } from '#core/indicators/state.ts';
import type { Indicator } from '#core/indicators/types.ts';
import { effectWords, target, unitOf, verdictWords } from './words.ts';

/** Each indicator at each threshold, as the table shows it. */
export function overviewSheet(indicators: readonly Indicator[], judged: readonly Judgement[]): Cell[][] {
	const byCode = new Map(indicators.map((one) => [one.code, one]));
	const head = [
		'code',
		'indicateur',
		'objectif',
		'effet',
		'dernière période',
		'libellé',
		'valeur',
		'unité',
		'constat'
	];
	return [
		head,
		...judged.map((one) => {
			const indicator = byCode.get(one.code)!;
			const by = one.threshold === null ? null : indicator.thresholds[one.threshold]!;
			const { last } = one;
			return [
				one.code,
				indicator.title,
				target(indicator, by),
				by ? effectWords(by.effect) : '',
				last?.at ?? null,
				last?.label ?? null,
				last?.shown ?? null,
				unitOf(indicator, by),
				last ? verdictWords(last.verdict) : null
			];
		})
	];
}

/**
 * Every value of an indicator as it was measured, days left out included, with what its own period is judged to be; then
 * the longer periods, which nobody typed. Its first columns can be imported again.
 */
export function valuesSheet(indicator: Indicator, values: readonly KeptValue[], facts: JudgeFacts): Cell[][] {
	const judged = judgementsOf(indicator, facts);
	const found = new Map<
		string,
		{ shown: string | null; words: string[]; reason: string | null; without: string }
	>();
	for (const one of judged) {
		const by = one.threshold === null ? null : indicator.thresholds[one.threshold]!;
		for (const point of one.points) {
			const known = found.get(keyOf(point)) ?? {
				shown: point.shown,
				words: [],
				reason: point.reason,
				without: ''
			};
			known.words.push(`${target(indicator, by)}\u00a0: ${verdictWords(point.verdict)}`);
			known.without = point.without.join(' ');
			found.set(keyOf(point), known);
		}
	}
	const unit = indicator.unit ?? '';
	const head = [
		'indicateur',
		'période',
		'tranche',
		'libellé',
		'mesure',
		'numérateur',
		'dénominateur',
		'résultat',
		'unité',
		'constat',
		'jour écarté',
		'sans'
	];
	const row = (at: string, label: string, quantity: string, value: Cell, over: Cell): Cell[] => {
		const slot = slotOf(at);
		const told =
			quantity === '' || found.has(keyOf({ at, label })) ? found.get(keyOf({ at, label })) : undefined;
		return [
			indicator.code,
			dayOfPeriod(at) ?? at,
			slot ? `${slot.from}-${slot.to}` : '',
			label,
			quantity,
			value,
			over,
			told?.shown ?? null,
			unit,
			told?.words.join(' ; ') ?? '',
			told?.reason ?? '',
			told?.without ?? ''
		];
	};
	const kept = values.filter((one) => !one.withdrawn).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
	const typed = new Set(kept.map(keyOf));
	const made = judged
		.flatMap((one) => one.points)
		.filter((one) => !typed.has(keyOf(one)))
		.map((one) => row(one.at, one.label, '', null, null));
	return [
		head,
		...kept.map((one) => row(one.at, one.label, one.quantity, one.value ?? 'sans objet', one.over)),
		...made
	];
}
