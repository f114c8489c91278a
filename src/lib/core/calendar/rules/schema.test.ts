import { describe, expect, it } from 'vitest';
import { eventsIn, periodOf, ruleSchema } from './schema.ts';

const refused = (value: unknown) => ruleSchema.safeParse(value).error?.issues ?? [];

describe('rules that are refused', () => {
	it.each([
		[{}, []],
		[null, []],
		[[], []],
		['2019-10-29', []],
		[{ after: 'e', count: -1, unit: 'day' }, ['count']],
		[{ after: 'e', count: 1.5, unit: 'day' }, ['count']],
		[{ after: 'e', count: 1, unit: 'fortnight' }, ['unit']],
		[{ after: 'e', unit: 'day' }, ['count']],
		[{ after: 'e', count: 1, unit: 'working_day', roll: 'next' }, []],
		[{ before: 'e', count: 1, unit: 'day', roll: 'next' }, []],
		[{ by: '2019-02-30' }, ['by']],
		[{ strictly_before: '30/06/2020' }, ['strictly_before']],
		[{ weekly: 'Friday' }, ['weekly']],
		[{ day_of_month: 32 }, ['day_of_month']],
		[{ every: 0, unit: 'day', from: 'e' }, ['every']],
		[{ on: 'e', within: 20 }, ['unit']],
		[{ after: 'avant hier', count: 1, unit: 'day' }, ['after']],
		[{ tbd: true }, ['why']],
		[{ tbd: false, why: 'x' }, ['tbd']]
	])('%j', (value, path) => {
		const issues = refused(value);
		expect(issues).not.toHaveLength(0);
		expect(issues[0]?.path).toEqual(path);
	});
});

it('knows what a rule waits for', () => {
	expect(eventsIn({ before: 'meeting:copil', count: 5, unit: 'day' })).toEqual(['meeting:copil']);
	expect(eventsIn({ strictly_before: '2020-01-29' })).toEqual([]);
	expect(eventsIn({ from: 'notification', to: 'end' })).toEqual(['notification', 'end']);
	expect([periodOf({ weekly: 'friday' }), periodOf({ by: '2020-01-01' })]).toEqual(['week', null]);
});
