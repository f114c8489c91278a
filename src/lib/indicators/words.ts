import type { CsvFault } from '#core/indicators/entry/csv/read.ts';
import type { GridFault } from '#core/indicators/entry/grid.ts';
import { slotOf, type Grain } from '#core/indicators/periods.ts';
import type { Judged } from '#core/indicators/series.ts';
import type { ToldPoint } from '#core/indicators/state.ts';
import type { Indicator, Raw, Verdict } from '#core/indicators/types.ts';
import { measureWords, periodName as nameOf, targetWords, withUnit } from '#core/indicators/words.ts';
import { formatDate, formatList } from '$lib/i18n/format.ts';
import * as all from '$lib/i18n/paraglide/messages/_index.js';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';

const say = (key: string, inputs: Record<string, unknown> = {}): string =>
	(all as unknown as Record<string, ((inputs: Record<string, unknown>) => string) | undefined>)[
		`indicators_${key}`
	]?.(inputs) ?? key;

export const verdictWords = (verdict: Verdict): string => say(`verdict_${verdict}`);
export const effectWords = (effect: string): string => say(`effect_${effect}`);
export const grainWords = (grain: Grain | 'event'): string => say(`grain_${grain}`);
export const exclusionWords = (kind: string): string => say(`exclusion_kind_${kind}`);
export const faultWords = (code: CsvFault['code'] | GridFault, given = ''): string =>
	say(`fault_${code}`, { given });

export const tones = {
	met: 'done',
	breach: 'late',
	not_applicable: 'neutral',
	excluded: 'neutral',
	undetermined: 'soon',
	open: 'ontime',
	unjudged: 'neutral'
} as const satisfies Record<Verdict, string>;

/** « au moins 95 % par jour »; the document's own words when it gives no value. */
export const target = (indicator: Indicator, judged: Judged): string =>
	judged ? targetWords(judged, indicator.unit ?? null, getLocale()) : m.indicators_no_threshold();

export const measure = (indicator: Indicator, judged: Judged): string =>
	measureWords(judged?.measure ?? indicator.measure ?? null, getLocale());

export const unitOf = (indicator: Indicator, judged: Judged): string | null =>
	judged?.unit ?? indicator.unit ?? null;

export const valueWords = (shown: string | null, unit: string | null): string =>
	shown === null ? '–' : withUnit(shown, unit, getLocale());

export const periodName = (at: string): string => nameOf(at, getLocale());

/** A value as it was measured: « 93 sur 100 », « 141 (668) », « sans objet ». */
export function rawWords(
	{ value, over }: Pick<Raw, 'value' | 'over'>,
	indicator: Indicator,
	unit: string | null
): string {
	if (value === null) return m.indicators_verdict_not_applicable();
	const { kind } = indicator.measure ?? { kind: null };
	if (over === null) return withUnit(value, unit, getLocale());
	const [top, bottom] = [withUnit(value, null, getLocale()), withUnit(over, null, getLocale())];
	if (kind === 'ratio') return `${top} / ${bottom}`;
	return kind === 'gap' ? `${top} – ${bottom}` : `${withUnit(value, unit, getLocale())} (${bottom})`;
}

const order: Verdict[] = ['breach', 'met', 'open', 'not_applicable', 'excluded', 'undetermined', 'unjudged'];

/** « 3 manquées, 85 tenues, 1 écartée ». */
export const countsWords = (counts: Record<Verdict, number>): string =>
	formatList(
		order.filter((one) => counts[one] > 0).map((one) => say(`counts_${one}`, { count: counts[one] }))
	);

export const spanWords = (from: string, to: string): string =>
	from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;

/** A period below a chart: short. */
export function tick(at: string): string {
	const slot = slotOf(at);
	const locale = getLocale();
	if (slot) return `${formatDate(at.slice(0, 10), locale, 'brief')} ${slot.from}`;
	return at.length === 10 ? formatDate(at, locale, 'brief') : nameOf(at, locale);
}

export const pointName = (point: Pick<ToldPoint, 'at' | 'label'>): string =>
	point.label === '' ? periodName(point.at) : `${periodName(point.at)}, ${point.label}`;
