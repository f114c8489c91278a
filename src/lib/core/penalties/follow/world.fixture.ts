import { minimalContract } from '../../contract/minimal.fixture.ts';
import { contractSchema } from '../../contract/schema.ts';
import { detect, type DetectInput } from './detect.ts';
import type { Found, Interruption, LateThing, PenaltyLine } from './types.ts';

const report = (code: string) => ({
	code,
	title: code,
	kind: 'report',
	owner: 'contractor',
	rule: { weekly: 'friday' }
});
export const flat = contractSchema.parse({
	...minimalContract(),
	currency: 'MAD',
	regime: 'cps',
	events: [{ name: 'interruption', label: 'Interruption' }],
	obligations: [report('X-A'), report('X-B')],
	penalties: {
		optional: true,
		items: [
			{
				code: 'X-Q1',
				title: 'courte',
				fact: 'interruption',
				amount: 2000,
				duration: { at_most: 30, unit: 'minute' }
			},
			{
				code: 'X-Q2',
				title: 'longue',
				fact: 'interruption',
				amount: 5000,
				duration: { over: 30, unit: 'minute' }
			},
			{
				code: 'X-Q3',
				title: 'rapport',
				fact: 'late_report',
				amount: 1000,
				obligations: ['X-A'],
				alternatives: [{ reading: 'tous', obligations: ['X-B'] }],
				clause: { ref: 'Art. 6', quote: '1 000 DH pour chaque retard' }
			}
		]
	}
});
export const silent = contractSchema.parse(minimalContract());
export const ccag = contractSchema.parse({ ...minimalContract(), currency: 'EUR', regime: 'ccag-pi-2021' });

export const thing = (code: string, days: number, more: Partial<LateThing> = {}): LateThing => ({
	key: `${code}/1`,
	code,
	title: code,
	about: 'report',
	due: '2023-01-06',
	doneOn: null,
	days,
	clause: null,
	...more
});
export const stop = (
	number: string,
	seconds: number | null,
	more: Partial<Interruption> = {}
): Interruption => ({
	number,
	what: 'Standard muet',
	startsAt: '2023-01-18T09:00:00',
	endsAt: seconds === null ? null : '2023-01-18T10:00:00',
	seconds,
	attributable: true,
	excluded: false,
	...more
});
export const search = (contract: typeof flat, given: Partial<DetectInput>) =>
	detect({
		contract,
		today: '2023-01-20',
		late: [],
		interruptions: [],
		readings: new Map(),
		values: new Map(),
		...given
	});
let made = 0;
export const line = (found: Found, more: Partial<PenaltyLine> = {}): PenaltyLine => ({
	...found,
	id: `${++made}`,
	number: `PEN-${made}`,
	currency: 'MAD',
	amount: found.amount === 'undetermined' ? null : found.amount,
	typed: false,
	stage: found.amount === 'undetermined' ? 'detected' : 'computed',
	foundOn: '2023-01-20',
	notifiedOn: null,
	commentBy: null,
	decision: null,
	decided: null,
	chargedRef: null,
	chargedOn: null,
	version: 1,
	...more
});
