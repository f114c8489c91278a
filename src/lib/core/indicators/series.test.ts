import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded } from './exact.ts';
import { shown } from './judge.ts';
import { quantitiesOf } from './quantities.ts';
import { answerRate, averageCall, calibration, interruption, itemRate, onHold } from './redal.fixture.ts';
import { seriesOf } from './series.ts';
import type { Exclusion, Indicator, Raw } from './types.ts';

const [slot, day, month] = answerRate.thresholds;
const row = (at: string, value: number | null, over: number | null = null, label = ''): Raw => ({
	at,
	label,
	value: value === null ? null : String(value),
	over: over === null ? null : String(over)
});
const today = '2023-03-06';
const series = (
	indicator: Indicator,
	judged: Indicator['thresholds'][number] | null,
	rows: Raw[],
	exclusions: Exclusion[] = []
) => seriesOf(indicator, judged, { rows, exclusions, today });
const verdictsOf = (...given: Parameters<typeof series>) => series(...given).map((one) => one.verdict);

describe('a rate', () => {
	it('is compared before it is rounded: 19 000 of 20 000 keeps 95 %, 18 999 misses it and never shows as 95', () => {
		expect(verdictsOf(answerRate, day!, [row('2023-02-06', 19000, 20000)])).toEqual(['met']);
		const [missed] = series(answerRate, day!, [row('2023-02-06', 18999, 20000)]);
		expect(missed?.verdict).toBe('breach');
		expect(shown(missed!.value!, day!)).toBe('94.995');
		expect(shown(missed!.value!, null)).toBe('95');
	});

	it('of a slot is an anomaly while its day is kept', () => {
		const rows = [
			row('2023-02-06T09:00/10:00', 99, 100),
			row('2023-02-06T10:00/11:00', 93, 100),
			row('2023-02-06T11:00/12:00', 0, 0)
		];
		expect(verdictsOf(answerRate, slot!, rows)).toEqual(['met', 'breach', 'not_applicable']);
		expect(verdictsOf(answerRate, day!, rows)).toEqual(['met']);
	});

	it('over nothing does not apply, in a slot, a day or a month', () => {
		for (const threshold of [slot!, day!, month!])
			expect(verdictsOf(answerRate, threshold, [row('2023-02-06T10:00/11:00', 0, 0)])).toEqual([
				'not_applicable'
			]);
		expect(verdictsOf(answerRate, day!, [row('2023-02-06', null)])).toEqual(['not_applicable']);
	});

	it('of a day left out is kept and not judged; the month is worked out without it', () => {
		const rows = [row('2023-02-06', 10, 100), row('2023-02-07', 96, 100)];
		const exclusions = [{ day: '2023-02-06', reason: 'Inondations', register: 'jours-exceptionnels' }];
		const [out, other] = series(answerRate, day!, rows, exclusions);
		expect(out).toMatchObject({ verdict: 'excluded', reason: 'Inondations' });
		expect(rounded(out!.value!, 2)).toBe('10');
		expect(other?.verdict).toBe('met');
		const [whole] = series(answerRate, month!, rows, exclusions);
		expect(whole).toMatchObject({ verdict: 'met', without: ['2023-02-06'], reason: null });
		expect(verdictsOf(answerRate, month!, rows.slice(0, 1), exclusions)).toEqual(['excluded']);
		// Another register's days are another matter.
		const others = exclusions.map((one) => ({ ...one, register: 'absences' }));
		expect(verdictsOf(answerRate, day!, rows, others)).toEqual(['breach', 'met']);
	});

	it('of a month that is not over is not judged yet, and a value given for the month wins over its days', () => {
		expect(verdictsOf(answerRate, month!, [row('2023-03-01', 1, 100)])).toEqual(['open']);
		const rows = [row('2023-02-01', 1, 100), row('2023-02', 97, 100)];
		expect(verdictsOf(answerRate, month!, rows)).toEqual(['met']);
	});

	it('typed as a rate is judged as it is, and several do not add up to a month', () => {
		const rows = [row('2023-02-06', 93.5), row('2023-02-07', 99)];
		expect(verdictsOf(answerRate, day!, rows)).toEqual(['breach', 'met']);
		expect(verdictsOf(answerRate, month!, rows)).toEqual(['undetermined']);
	});
});

describe('other measures', () => {
	it('keep 2 min 30 and miss a second more; means of several days are weighted', () => {
		const rows = [row('2023-02-06', 150, 10), row('2023-02-07', 151, 90)];
		expect(verdictsOf(averageCall, averageCall.thresholds[0]!, rows)).toEqual(['met', 'breach']);
		const [all] = series(averageCall, { ...averageCall.thresholds[0]!, period: 'month' }, rows);
		expect(rounded(all!.value!, 3)).toBe('150.9');
	});

	it('take the gap of two marks exactly: 95 to 84,9 is 10,1', () => {
		const judged = calibration.thresholds[0]!;
		expect(verdictsOf(calibration, judged, [row('2023-02', 95, 85)])).toEqual(['met']);
		const [missed] = series(calibration, judged, [row('2023-02', 95, 84.9)]);
		expect(missed?.verdict).toBe('breach');
		expect(rounded(missed!.value!, 6)).toBe('10.1');
		expect(verdictsOf(calibration, judged, [row('2023-02', 0, 0)])).toEqual(['met']);
	});

	it('judge each interruption and each item apart', () => {
		const facts = [row('2023-02-06', 20, null, 'a'), row('2023-02-06', 20.016667, null, 'b')];
		expect(verdictsOf(interruption, interruption.thresholds[0]!, facts)).toEqual(['met', 'breach']);
		const items = [row('2023-02', 99, 100, 'Accueil'), row('2023-02', 90, 100, 'Conclusion')];
		expect(verdictsOf(itemRate, itemRate.thresholds[0]!, items)).toEqual(['met', 'breach']);
	});

	it('are shown without a judgement where the document gives no value', () => {
		expect(verdictsOf(onHold, null, [row('2023-02-06', 12, 3)])).toEqual(['unjudged']);
		expect(quantitiesOf(onHold)[0]?.grains).toEqual(['day', 'month']);
	});

	it('offer the periods the document judges, the finest first', () => {
		expect(quantitiesOf(answerRate)[0]?.grains).toEqual(['slot', 'day', 'month']);
		expect(quantitiesOf(interruption)[0]).toMatchObject({ perFact: true, grains: ['day'] });
	});
});

describe('whatever the values', () => {
	const counts = fc
		.tuple(fc.nat(99999), fc.nat(99999))
		.map(([a, b]) => ({ taken: Math.min(a, b), received: Math.max(a, b) }));
	const at = (i: number) =>
		`2023-02-06T${String(i).padStart(2, '0')}:00/${String(i + 1).padStart(2, '0')}:00`;

	it('a rate is missed exactly when 100 × taken < 95 × received, and nothing received is never missed', () => {
		fc.assert(
			fc.property(counts, ({ taken, received }) => {
				const [verdict] = verdictsOf(answerRate, day!, [row('2023-02-06', taken, received)]);
				if (received === 0) return verdict === 'not_applicable';
				return verdict === (100 * taken < 95 * received ? 'breach' : 'met');
			})
		);
	});

	it('what is shown is never on the other side of the threshold than what is judged', () => {
		fc.assert(
			fc.property(counts, ({ taken, received }) => {
				fc.pre(received > 0);
				const [point] = series(answerRate, day!, [row('2023-02-06', taken, received)]);
				const text = Number(shown(point!.value!, day!));
				return point!.verdict === (text >= 95 ? 'met' : 'breach');
			})
		);
	});

	it('the slots of a day make the day they would make together, in any order, and empty slots change nothing', () => {
		fc.assert(
			fc.property(fc.array(counts, { minLength: 1, maxLength: 20 }), fc.boolean(), (slots, turned) => {
				const rows = slots.map(({ taken, received }, i) => row(at(i), taken, received));
				const sum = (of: 'taken' | 'received') => slots.reduce((all, one) => all + one[of], 0);
				const together = series(answerRate, day!, [row('2023-02-06', sum('taken'), sum('received'))]);
				const apart = series(answerRate, day!, [
					...(turned ? rows.toReversed() : rows),
					row('2023-02-06T23:00/24:00', 0, 0)
				]);
				expect(apart.map((one) => one.verdict)).toEqual(together.map((one) => one.verdict));
				expect(apart[0]!.value && rounded(apart[0]!.value, 6)).toBe(
					together[0]!.value && rounded(together[0]!.value, 6)
				);
			})
		);
	});

	it('a day left out is never a breach and never changes another day', () => {
		fc.assert(
			fc.property(fc.array(counts, { minLength: 2, maxLength: 10 }), fc.nat(9), (days, out) => {
				const rows = days.map((one, i) =>
					row(`2023-02-${String(i + 1).padStart(2, '0')}`, one.taken, one.received)
				);
				const gone = rows[out % rows.length]!.at;
				const before = series(answerRate, day!, rows);
				const after = series(answerRate, day!, rows, [
					{ day: gone, reason: 'Crue', register: 'jours-exceptionnels' }
				]);
				after.forEach((one, i) => {
					if (one.at === gone) expect(one.verdict).toBe('excluded');
					else expect(one).toEqual(before[i]);
				});
			})
		);
	});
});
