import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../calendar/calendar.ts';
import { minimalContract } from '../../contract/minimal.fixture.ts';
import { contractSchema } from '../../contract/schema.ts';
import { chainOf } from './chain.ts';
import { wantedOf } from './wanted.ts';

const clause = { ref: 'CCTP, p. 10', quote: 'Phase 2 – 5 mois' };
const raw = minimalContract();
raw.anchors.push({ name: 'end', label: 'Fin de la mission', rule: { on: 'end:X-P2' } });
raw.phases.push({
	code: 'X-P2',
	title: 'Suite',
	start: { after: 'end:X-P1', count: 1, unit: 'day', roll: 'none' },
	end: { after: 'end:X-P1', count: 5, unit: 'month' },
	clause
});
const contract = contractSchema.parse(raw);
const fr = calendarOf('FR');
const chain = (event: string, given: Record<string, string>) => chainOf(contract, event, given, fr, 'fr');

describe('where a day comes from', () => {
	it('goes back from one phase to the other, to the day that was told', () => {
		const found = chain('end:X-P2', { notification: '2019-10-29' });
		expect(found.map(({ label, edge, words }) => [label, edge, words])).toEqual([
			['X-P2 Suite', 'end', '29 nov. 2019 + 5 mois = mer. 29 avr. 2020'],
			['X-P1 Phase unique', 'end', '29 oct. + 1 mois = ven. 29 nov. 2019'],
			['Notification', undefined, 'mar. 29 oct. 2019']
		]);
		expect(found[0]!.clause).toMatchObject(clause);
	});
	it('leaves out what is only the same day, and stops at a day that was told or is still awaited', () => {
		const [first] = chain('end', { notification: '2019-10-29' });
		expect(first!.words).toBe('29 nov. 2019 + 5 mois = mer. 29 avr. 2020');
		expect(chain('notification', { notification: '2019-10-29' })).toEqual([]);
		expect(chain('end:X-P2', { 'end:X-P2': '2020-05-04' })).toEqual([]);
		expect(chain('end:X-P2', {})).toEqual([]);
		expect(chain('unknown', {})).toEqual([]);
	});
});

describe('what the contract wants of a meeting', () => {
	const milestones = ['X-M1', 'X-M2'].map((code) => ({ code, committee: 'X-COPIL', clause }));
	const wanted = (day: string, committee = 'X-COPIL', fixed = true) =>
		wantedOf(
			{ milestones } as unknown as Parameters<typeof wantedOf>[0],
			[
				{ code: 'X-M2', dueOn: '2020-06-14', doneOn: null, fixed },
				{ code: 'X-M1', dueOn: '2020-01-28', doneOn: null, fixed }
			],
			{ committee, day }
		)?.code ?? null;

	it('is the first fixed day that the meeting can still keep, else the last', () => {
		expect(wanted('2020-01-23')).toBe('X-M1');
		expect(wanted('2020-01-28')).toBe('X-M1');
		expect(wanted('2020-01-29')).toBe('X-M2');
		expect(wanted('2020-07-01')).toBe('X-M2');
	});
	it('is nothing where the contract fixes no day for that committee', () => {
		expect(wanted('2020-01-23', 'X-COTECH')).toBeNull();
		expect(wanted('2020-01-23', 'X-COPIL', false)).toBeNull();
	});
});
