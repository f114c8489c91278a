import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf, missingToFile, reportBodySchema } from './body.ts';
import { prefillReport } from './prefill.ts';
import { reportFormSchema } from './read-form.ts';
import { earlierDays, withTotals } from './totals.ts';

describe('the form', () => {
	it('zips columns of inputs into rows and drops the empty ones', () => {
		const read = reportFormSchema.parse({
			version: '3',
			done: 'a',
			missed_what: ['x', ' ', 'y'],
			missed_why: ['1', '2', '3'],
			days_profile: 'Consultant',
			days_week: '2,5',
			days_sold: '40',
			days_consumed: '99'
		});
		expect(read.version).toBe(3);
		expect(read.body.missed).toEqual([
			{ what: 'x', why: '1' },
			{ what: 'y', why: '3' }
		]);
		expect(read.body.days).toEqual([{ profile: 'Consultant', sold: 40, week: 2.5, consumed: null }]);
	});

	it('refuses letters for days, naming the block', () => {
		const read = reportFormSchema.safeParse({ days_profile: 'C', days_week: 'deux' });
		expect(read.error?.issues[0]?.path[0]).toBe('days');
	});

	it('refuses a text that is too long with our code', () => {
		const read = reportFormSchema.safeParse({ done: 'x'.repeat(4001) });
		expect(read.error?.issues[0]?.message).toBe('too_long');
	});
});

describe('prefill', () => {
	const sources = {
		tasks: [
			{ title: 'Entretiens', startsOn: '2019-11-04', endsOn: '2019-12-20', progress: 40, moved: true },
			{ title: 'Flux', startsOn: '2019-11-04', endsOn: '2019-11-22', progress: 80, moved: false },
			{ title: 'Trame', startsOn: '2019-11-25', endsOn: '2019-12-06', progress: 0, moved: false },
			{ title: 'Ateliers', startsOn: '2020-02-03', endsOn: '2020-03-06', progress: 0, moved: false }
		],
		submissions: [{ code: 'E-L13', number: '1.0', on: '2019-11-28' }],
		meetings: [{ title: 'COTECH', on: '2019-12-03', held: false }],
		previous: null,
		earlier: [],
		today: '2019-12-02'
	};

	it('quotes what moved, what was handed in, and says what is past its end', () => {
		const body = prefillReport('2019-W48', sources);
		expect(itemsOf(body.done)).toEqual(['Entretiens : en cours, 40 %', 'Remise de E-L13, version 1.0']);
		expect(itemsOf(body.next)).toEqual([
			'Entretiens (échéance : 20 déc. 2019)',
			'Trame (échéance : 6 déc. 2019)',
			'COTECH (3 déc. 2019)'
		]);
		expect(body.missed).toEqual([{ what: 'Flux', why: '' }]);
	});

	it('claims nothing of a week that has just begun, nor misses what is not due yet', () => {
		const still = sources.tasks.map((t) => ({ ...t, moved: false }));
		const body = prefillReport('2019-W49', { ...sources, tasks: still });
		expect(body.done).toBe('');
		expect(body.missed.map((x) => x.what)).toEqual(['Flux']);
	});

	it('starts from the weather and the profiles of the report before, not from fair weather', () => {
		const previous = reportBodySchema.parse({
			weather: 'cloud',
			axes: { delays: 'storm', scope: 'sun', resources: 'sun', risks: 'cloud' },
			days: [{ profile: 'Consultante', sold: 160, week: 5, consumed: 15.5 }]
		});
		const earlier = earlierDays([previous]);
		const body = prefillReport('2019-W48', { ...sources, previous, earlier });
		expect([body.weather, body.axes.delays]).toEqual(['cloud', 'storm']);
		expect(body.days).toEqual([{ profile: 'Consultante', sold: 160, week: 0, consumed: 5 }]);
	});

	it('always gives a body that can be stored', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 400 }), { maxLength: 20 }), (titles) => {
				const tasks = titles.map((title) => ({
					title,
					startsOn: '2019-11-25',
					endsOn: '2019-11-29',
					progress: 0,
					moved: false
				}));
				expect(
					reportBodySchema.safeParse(prefillReport('2019-W48', { ...sources, tasks })).success
				).toBe(true);
			})
		);
	});
});

it('asks what was done before filing, and takes bullets away', () => {
	expect(missingToFile(reportBodySchema.parse({}))).toBe('done');
	expect(missingToFile(reportBodySchema.parse({ done: '- x' }))).toBeNull();
	expect(itemsOf('- a\n\n• b\r\nc')).toEqual(['a', 'b', 'c']);
});

describe('totals', () => {
	const week = (days: number, consumed: number | null = null) =>
		reportBodySchema.parse({ days: [{ profile: ' consultante', sold: 40, week: days, consumed }] });

	it('are the weeks filed plus this one, whatever was stored or typed', () => {
		const earlier = earlierDays([week(2), week(4.5, 99)]);
		const body = reportBodySchema.parse({
			days: [
				{ profile: 'Consultante', sold: 40, week: 4, consumed: 15.5 },
				{ profile: 'Designer', sold: null, week: 1 }
			]
		});
		expect(withTotals(body, earlier).days.map((d) => d.consumed)).toEqual([10.5, 1]);
	});

	it('never fall from one week to the next', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 40 })), (quarters) => {
				const bodies = quarters.map((q) => week(q / 4));
				const totals = bodies.map(
					(body, i) => withTotals(body, earlierDays(bodies.slice(0, i))).days[0]!.consumed!
				);
				expect(totals).toEqual([...totals].sort((a, b) => a - b));
				if (quarters.length) expect(totals.at(-1)).toBe(quarters.reduce((a, b) => a + b, 0) / 4);
			})
		);
	});
});
