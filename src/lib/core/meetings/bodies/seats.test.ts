import { expect, it } from 'vitest';
import { byPhase, composition, formerSeats, holds, phaseOn, type BodySeat } from './seats.ts';

const phases = [
	{ code: 'P1', title: 'Une', position: 0, startsOn: '2019-10-29' },
	{ code: 'P2', title: 'Deux', position: 1, startsOn: '2020-01-30' },
	{ code: 'P3', title: 'Trois', position: 2, startsOn: null }
];
const seat = (id: string, over: Partial<BodySeat> = {}): BodySeat => ({
	...{ id, personId: id, name: id, capacity: 'member', organisation: '', functionTitle: '', votes: true },
	...{ phases: [], startsOn: '2019-10-29', endsOn: null, alternateOf: null, version: 1 },
	...over
});
const seats = [
	seat('b'),
	seat('chair', { capacity: 'chair' }),
	seat('p1', { phases: ['P1'] }),
	seat('later', { phases: ['P2', 'P3'] }),
	seat('stands-in', { alternateOf: 'b' }),
	seat('gone', { endsOn: '2019-11-15' })
];
const ids = (places: ReturnType<typeof composition>) => places.map((p) => p.seat.id);

it('a phase lasts until the next begins; before the first, it is the first', () => {
	expect(
		['2019-01-01', '2019-10-29', '2020-01-29', '2020-01-30', '2030-01-01'].map((d) => phaseOn(phases, d))
	).toEqual(['P1', 'P1', 'P1', 'P2', 'P2']);
	expect(phaseOn([], '2020-01-01')).toBeNull();
});

it('a seat is held until the day before it ends, in its phases only', () => {
	expect(holds(seats[5]!, '2019-11-14', 'P1')).toBe(true);
	expect(holds(seats[5]!, '2019-11-15', 'P1')).toBe(false);
	expect(holds(seats[3]!, '2020-02-01', 'P2')).toBe(true);
	expect(holds(seats[3]!, '2020-02-01', null)).toBe(false);
});

it('the chair comes first, alternates stand beside the seat, and the past stays readable', () => {
	const today = composition(seats, '2019-12-02', 'P1');
	expect(ids(today)).toEqual(['chair', 'b', 'p1']);
	expect(today[1]!.alternates.map((s) => s.id)).toEqual(['stands-in']);
	expect(formerSeats(seats, '2019-12-02').map((s) => s.id)).toEqual(['gone']);
});

it('tells phase by phase who will sit, and nothing where all sit throughout', () => {
	const told = byPhase(seats, phases, '2019-12-02').map((p) => [p.phase.code, ids(p.places)]);
	expect(told).toEqual([
		['P1', ['chair', 'b', 'p1']],
		['P2', ['chair', 'b', 'later']],
		['P3', ['chair', 'b', 'later']]
	]);
	expect(byPhase([seat('a')], phases, '2019-12-02')).toEqual([]);
});
