import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf, missingToFile, reportBodySchema } from './body.ts';
import { prefillReport } from './prefill.ts';
import { reportFormSchema } from './read-form.ts';

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
			days_consumed: ''
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
			{ title: 'Entretiens', startsOn: '2019-11-04', endsOn: '2019-12-20', progress: 40 },
			{ title: 'Flux', startsOn: '2019-11-04', endsOn: '2019-11-22', progress: 80 },
			{ title: 'Ateliers', startsOn: '2020-02-03', endsOn: '2020-03-06', progress: 0 }
		],
		submissions: [{ code: 'E-L13', number: '1.0', on: '2019-11-28' }],
		meetings: [{ title: 'COTECH', on: '2019-12-03' }],
		previous: null
	};

	it('quotes progress, submissions and meetings of the week, and says what is past its end', () => {
		const body = prefillReport('2019-W48', sources);
		expect(itemsOf(body.done)).toEqual(['Entretiens (40 %)', 'Remise de E-L13, version 1.0']);
		expect(itemsOf(body.next)).toContain('COTECH');
		expect(body.missed).toEqual([{ what: 'Flux', why: '' }]);
		// The weather is the author's word: a late task alone says nothing of the milestones.
		expect(body.weather).toBe('sun');
	});

	it('always gives a body that can be stored', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 400 }), { maxLength: 20 }), (titles) => {
				const tasks = titles.map((title) => ({
					title,
					startsOn: '2019-11-25',
					endsOn: '2019-11-29',
					progress: 0
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
