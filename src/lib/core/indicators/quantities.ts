import { grains, type Grain } from './periods.ts';
import type { Indicator, Quantity, Threshold } from './types.ts';

type Judging = Pick<Threshold, 'period' | 'measure' | 'unit'>;

/** A meeting judges the facts brought to it, one by one. */
const perFact = (one: Judging) => one.period === 'event' || one.period === 'meeting';

const keyOf = (indicator: Indicator, one: Judging): string =>
	one.measure && one.measure.of !== indicator.measure?.of ? one.measure.of : '';

/** What is measured for an indicator: its own value, then what its thresholds judge beside it. */
export function quantitiesOf(indicator: Indicator): Quantity[] {
	const judging: Judging[] = [...indicator.thresholds, ...indicator.alternatives];
	const keys = [...new Set(['', ...judging.map((one) => keyOf(indicator, one))])];
	return keys.map((key) => {
		const mine = judging.filter((one) => keyOf(indicator, one) === key);
		const other = key === '' ? undefined : mine.find((one) => one.measure);
		const periods = mine.filter((one) => !perFact(one)).map((one) => one.period as Grain);
		const facts = mine.length > 0 && periods.length === 0;
		return {
			key,
			measure: other?.measure ?? indicator.measure ?? null,
			unit: other?.unit ?? indicator.unit ?? mine[0]?.unit ?? null,
			perFact: facts,
			by: key === '' ? (indicator.by ?? null) : null,
			grains: facts ? ['day'] : grainsFor(periods)
		};
	});
}

/** From the finest period the document judges to the widest; weeks only where it speaks of weeks. */
function grainsFor(periods: Grain[]): Grain[] {
	if (periods.length === 0) return ['day', 'month'];
	const places = periods.map((one) => grains.indexOf(one));
	// What is judged over the whole mission is counted as it happens.
	const first = Math.min(...places, ...(periods.includes('mission') ? [grains.indexOf('day')] : []));
	return grains.filter(
		(one, at) => at >= first && at <= Math.max(...places) && (one !== 'week' || periods.includes('week'))
	);
}

/** Which quantity a threshold judges. */
export const quantityOf = (indicator: Indicator, threshold: Judging): Quantity =>
	quantitiesOf(indicator).find(({ key }) => key === keyOf(indicator, threshold))!;

export const judgesFacts = perFact;
