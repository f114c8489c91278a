import { describe, expect, it } from 'vitest';
import { gridPeriods, readGrid } from './grid.ts';
import { quantitiesOf } from '../quantities.ts';
import { answerRate, interruption } from '../redal.fixture.ts';

const kept = [
	{ id: 'a', at: '2023-02-06', label: '', value: '93', over: '100' },
	{ id: 'b', at: '2023-02-07', label: '', value: '96', over: '100' },
	{ id: 'c', at: '2023-02-08', label: '', value: '96', over: '100', withdrawn: true }
];
const read = (fields: Record<string, string>, indicator = answerRate) =>
	readGrid(fields, quantitiesOf(indicator)[0]!, '2023-03-06', kept);
const line = (n: number, at: string, value: string, over: string, instead = '') => ({
	[`at.${n}`]: at,
	[`value.${n}`]: value,
	[`over.${n}`]: over,
	[`instead.${n}`]: instead
});

describe('a table typed by hand', () => {
	it('passes over what is empty or unchanged, corrects, adds and takes back', () => {
		const found = read({
			...line(0, '2023-02-06', '94,5', '100', 'a'),
			...line(1, '2023-02-07', '96', '100', 'b'),
			...line(2, '2023-02-09', '', ''),
			...line(3, '2023-02-06T10:00/11:00', 's.o.', '')
		});
		expect(found).toEqual({
			ok: true,
			corrections: 1,
			entries: [
				{ at: '2023-02-06', label: '', value: '94.5', over: '100', instead: 'a', withdrawn: false },
				{
					at: '2023-02-06T10:00/11:00',
					label: '',
					value: null,
					over: null,
					instead: null,
					withdrawn: false
				}
			]
		});
		expect(read(line(0, '2023-02-07', '', '', 'b'))).toMatchObject({
			ok: true,
			entries: [{ instead: 'b', withdrawn: true, value: null }]
		});
	});

	it('finds what stands in a place that is typed afresh, also when it was taken back', () => {
		expect(read(line(0, '06/02/2023', '90', '100'))).toMatchObject({
			corrections: 1,
			entries: [{ instead: 'a' }]
		});
		expect(read(line(0, '2023-02-08', '96', '100', 'c'))).toMatchObject({ entries: [{ instead: 'c' }] });
		expect(read(line(0, '06/02/2023', '93', '100'))).toMatchObject({ entries: [] });
	});

	it('tells each fault at its field', () => {
		const found = read({
			...line(0, '2023-02-30', '1', '2'),
			...line(1, '2023-02-10', 'x', '2'),
			...line(2, '2023-02-11', '1', '0'),
			...line(3, '2023-02-12', '', '5'),
			...line(4, '2023-02-13', '1', 'y'),
			...line(5, '2023-04-01', '1', '2'),
			...line(6, '2023-02-14', '1', '2'),
			...line(7, '14/02/2023', '1', '2')
		});
		expect(found).toEqual({
			ok: false,
			faults: {
				'at.0': 'period_unread',
				'value.1': 'value_unread',
				'value.2': 'more_than_out_of',
				'value.3': 'value_missing',
				'over.4': 'over_unread',
				'at.5': 'in_the_future',
				'at.7': 'twice_in_file'
			}
		});
	});

	it('tells facts of one day apart by their names', () => {
		const found = read(
			{
				...line(0, '2023-02-06', '12', ''),
				'label.0': 'Réseau',
				...line(1, '2023-02-06', '20:01', '')
			},
			interruption
		);
		expect(found).toMatchObject({ ok: true, entries: [{ label: 'Réseau' }, { value: '20.016667' }] });
	});
});

it('proposes the hours of a day, or the periods that lead to it', () => {
	const hours = { from: 8 * 60, to: 10 * 60, step: 30 };
	expect(gridPeriods('slot', '2023-02-06', hours)).toHaveLength(4);
	expect(gridPeriods('slot', '2023-02-06', hours)[3]).toBe('2023-02-06T09:30/10:00');
	expect(gridPeriods('day', '2023-03-02', hours)[0]).toBe('2023-02-24');
	expect(gridPeriods('month', '2023-01-31', hours)).toEqual(['2022-10', '2022-11', '2022-12', '2023-01']);
});
