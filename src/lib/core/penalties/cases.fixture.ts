/** One calculation worked out by hand, in the input of `jalon penalties --json`. `days` when only R is judged. */
export type PenaltyCase = {
	id: string;
	about: string;
	input: Record<string, unknown>;
	raw?: string;
	due?: string;
	days?: number;
};

const pi = 'ccag-pi-2021';
const redal = 'templates/missions/redal.yaml';
const cut = (seconds: number, more: Record<string, unknown> = {}) => ({
	kind: 'interruption',
	seconds,
	...more
});
const late = (obligation: string, more: Record<string, unknown> = {}) => ({
	kind: 'late_report',
	obligation,
	...more
});
const facts = (...list: unknown[]) => ({ contract: redal, facts: list });
const days = (regime: string, contract: number, item: Record<string, unknown>) => ({
	regime,
	contract,
	currency: 'EUR',
	items: [item]
});

export const penaltyCases: PenaltyCase[] = [
	{
		id: 'P01',
		about: 'exempt up to 1 000 €',
		input: days(pi, 210_000, { base: 84_000, days: 12 }),
		raw: '336.00',
		due: '0.00'
	},
	{
		id: 'P03',
		about: 'capped at 10 % of the contract',
		input: days(pi, 120_000, { base: 120_000, days: 400 }),
		raw: '16000.00',
		due: '12000.00'
	},
	{
		id: 'P05',
		about: 'above the exemption all is due',
		input: days(pi, 400_000, { base: 100_000, days: 31 }),
		raw: '1033.33',
		due: '1033.33'
	},
	{
		id: 'P07',
		about: 'another CCAG, another divisor',
		input: days('ccag-fcs-2021', 210_000, { base: 84_000, days: 12 }),
		raw: '1008.00',
		due: '1008.00'
	},
	{
		id: 'P09',
		about: 'a late part that makes the whole unusable',
		input: days(pi, 210_000, { base: 45_000, days: 90, whole: true }),
		raw: '6300.00',
		due: '6300.00'
	},
	{
		id: 'P11',
		about: 'the delay runs from the extended and rolled limit',
		input: days(pi, 210_000, {
			base: 84_000,
			dueOn: '2020-01-29',
			extensionDays: 10,
			deliveredOn: '2020-02-14'
		}),
		raw: '112.00',
		due: '0.00',
		days: 4
	},
	{
		id: 'P13a',
		about: 'on the rolled day, no delay',
		input: days(pi, 210_000, { dueOn: '2020-02-29', deliveredOn: '2020-03-02' }),
		raw: '0.00',
		due: '0.00',
		days: 0
	},
	{
		id: 'P13b',
		about: 'the day after the rolled day, one day',
		input: days(pi, 210_000, { dueOn: '2020-02-29', deliveredOn: '2020-03-03' }),
		raw: 'undetermined',
		due: 'undetermined',
		days: 1
	},
	{ id: 'P14', about: '30 min 00 s', input: facts(cut(1800)), raw: '2000', due: '2000' },
	{ id: 'P15', about: '30 min 01 s', input: facts(cut(1801)), raw: '5000', due: '5000' },
	{
		id: 'P16',
		about: 'three interruptions and two reports',
		input: facts(cut(720), cut(1800), cut(2820), late('R-M1'), late('R-M2')),
		raw: '11000',
		due: '11000'
	},
	{
		id: 'P17',
		about: 'flat per delay, not per day',
		input: facts(late('R-M1', { days: 3 })),
		raw: '1000',
		due: '1000'
	},
	{
		id: 'P18',
		about: 'not the contractor’s doing',
		input: facts(cut(2700, { attributable: false }), late('R-M1', { attributable: false })),
		raw: '0',
		due: '0'
	},
	{
		id: 'P19',
		about: 'two distinct duties',
		input: facts(late('R-M1'), late('R-M2')),
		raw: '2000',
		due: '2000'
	},
	{
		id: 'P20',
		about: 'a clause with two readings',
		input: facts(late('R-D1', { count: 4 })),
		raw: 'undetermined',
		due: 'undetermined'
	},
	{
		id: 'P20-wide',
		about: 'its wide reading, once chosen',
		input: { ...facts(late('R-D1', { count: 4 })), reading: 'wide' },
		raw: '4000',
		due: '4000'
	},
	{
		id: 'P20-narrow',
		about: 'its narrow reading, once chosen',
		input: { ...facts(late('R-D1', { count: 4 })), reading: 'narrow' },
		raw: '0',
		due: '0'
	},
	{ id: 'P21', about: '25 minutes', input: facts(cut(1500)), raw: '2000', due: '2000' },
	{
		id: 'P23',
		about: 'a CPS with its own rate and cap',
		input: {
			regime: 'cps',
			contract: 600_000,
			currency: 'MAD',
			rate: 1,
			cap: 10,
			items: [{ base: 600_000, days: 130 }]
		},
		raw: '78000.00',
		due: '60000.00'
	},
	...['eure-et-loir', 'iltizam', 'senagrosol'].map((slug) => ({
		id: `P24-${slug}`,
		about: 'no clause is not zero',
		input: { contract: `templates/missions/${slug}.yaml`, facts: [{ kind: 'late_report', days: 12 }] },
		raw: 'undetermined',
		due: 'undetermined'
	})),
	{
		id: 'P24-regime',
		about: 'no regime, no formula',
		input: days('unknown', 210_000, { base: 84_000, days: 12 }),
		raw: 'undetermined',
		due: 'undetermined'
	}
];
