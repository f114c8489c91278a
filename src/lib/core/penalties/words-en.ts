import { formatDay } from '../calendar/format.ts';
import { plainAmount, type Cents } from './money.ts';
import { durationWords, type PenaltyStep } from './words.ts';

/** `EUR 1,033.33`. */
export function englishAmount(cents: Cents, currency: string): string {
	const [whole = '', decimals] = plainAmount(cents).split('.');
	return `${currency} ${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`.trim();
}

const plural = (count: number) => `${count} day${count === 1 ? '' : 's'}`;

/** One step in English; what the contract itself says stays in its own language. */
export function penaltyWordsEn(step: PenaltyStep, currency: string): string {
	const amount = (cents: Cents) => englishAmount(cents, currency);
	const day = (value: string) => formatDay(value, 'en');
	switch (step.key) {
		case 'extended':
			return `${day(step.from)} + ${plural(step.days)} of extension = ${day(step.nominal)}${step.due === step.nominal ? '' : `, moved to ${day(step.due)}`}`;
		case 'rolled':
			return `${day(step.nominal)} (not a working day), moved to ${day(step.due)}`;
		case 'delay':
			return `handed in on ${day(step.delivered)}, due on ${day(step.due)}: R = ${plural(step.days)}, counted from the day after`;
		case 'whole':
			return `the late part makes the whole unusable: V = ${amount(step.value)}`;
		case 'on_contract':
			return `no value given: the contract’s is taken (usual basis of a CPS, to be checked), V = ${amount(step.value)}`;
		case 'formula': {
			const rate = step.per === '1' ? `/ ${step.divisor}` : `× ${step.per} / ${step.divisor}`;
			return `P = V × R ${rate} = ${amount(step.value)} × ${step.days} ${rate} = ${amount(step.raw)} (rounded to the cent)`;
		}
		case 'flat':
			return `${step.code}: ${amount(step.amount)}, ${step.title}`;
		case 'in_time':
			return 'no day late: nothing is due';
		case 'not_attributable':
			return 'force majeure or not the contractor’s doing: nothing is due';
		case 'no_value':
			return 'the value of the late part is not known: amount undetermined';
		case 'no_delivery':
			return 'the day of delivery is not known: the delay is still running';
		case 'sum':
			return `total of ${step.count} ${step.count === 1 ? 'fact' : 'facts'}: ${amount(step.raw)}`;
		case 'cap':
			return `cap of ${step.percent} % of the contract = ${amount(step.amount)}: ${step.applied ? 'applied' : 'not reached'}`;
		case 'cap_unknown':
			return `cap of ${step.percent} % not checked: give the contract’s value`;
		case 'no_cap':
			return step.stated ? 'the text sets no cap' : 'no cap stated: see the contract’s other papers';
		case 'exempt':
			return step.applied
				? `total of ${amount(step.total)}, not above ${amount(step.threshold)}: exempt`
				: `total above the exemption of ${amount(step.threshold)}: due in full`;
		case 'undetermined':
			return `undetermined, which is not zero: ${step.why}`;
		case 'disputed':
			return `does ${step.code} hold for ${step.obligation}? Depending on how the clause is read: ${step.amounts}; a person decides`;
		case 'duty':
			return `the fact also requires ${step.code}: ${step.title}`;
		case 'optional':
			return 'the penalty “may” be applied: nothing is due before the client decides';
		case 'running':
			return `due on ${day(step.due)}, not handed in yet on ${day(step.today)}: ${plural(step.days)} so far`;
		case 'lasted':
			return `duration: ${durationWords(step.seconds)}`;
		case 'reading':
			return `${step.code}: reading chosen by the client, ${step.reading}`;
		case 'typed':
			return `amount typed by the client after ${step.ref}: ${amount(step.amount)}`;
		case 'source':
			return `${step.source}${step.toCheck ? `. To be checked: ${step.toCheck}` : ''}`;
	}
}
