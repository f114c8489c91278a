import { describe, expect, it } from 'vitest';
import { calendarOf } from '#core/calendar/calendar.ts';
import { line } from '#core/schedule/fixture.ts';
import type { Link } from '#core/schedule/network/types.ts';
import { breakWords, countWords, shiftWords, slipWords } from '../plan-words.ts';
import { concernsOthers, contractBreaks, shiftOf, weigh } from './plan.ts';

const calendar = calendarOf('FR');
const tie = (from: string, to: string, over: Partial<Link> = {}): Link => ({
	id: `${from}-${to}`,
	from,
	to,
	type: 'FS',
	lag: 0,
	lagUnit: 'working',
	...over
});
// A week, then the next, then a milestone of the contract the Friday after.
const a = line({
	id: 'a',
	code: 'A',
	title: 'Cadrage',
	startsOn: '2019-11-04',
	endsOn: '2019-11-08',
	progress: 0
});
const b = line({
	id: 'b',
	code: 'B',
	title: 'Étude',
	startsOn: '2019-11-12',
	endsOn: '2019-11-15',
	progress: 0
});
const fixed = line({
	id: 'm',
	kind: 'milestone',
	code: 'M',
	title: 'COPIL',
	startsOn: '2019-11-15',
	endsOn: '2019-11-15',
	limitOn: '2019-11-15',
	fixedByContract: true,
	progress: 0
});
const loose = line({
	id: 'c',
	code: 'C',
	title: 'Formation',
	startsOn: '2019-12-02',
	endsOn: '2019-12-06',
	progress: 0
});
const items = [a, b, fixed, loose];
const links = [tie('a', 'b'), tie('b', 'm')];
const context = { items, links, calendar };
const lines = new Map(items.map((item) => [item.id, item]));

describe('what a change of days brings', () => {
	it('is nothing to be shown when the line stands alone or has room', () => {
		expect(concernsOthers(context, [{ ...loose, startsOn: '2019-12-09', endsOn: '2019-12-13' }])).toBe(
			false
		);
		expect(concernsOthers(context, [{ ...a, endsOn: '2019-11-07' }])).toBe(true); // b could come along
		expect(concernsOthers({ ...context, links: [] }, [{ ...a, endsOn: '2019-11-29' }])).toBe(false);
	});

	it('says what is pushed, and which date of the contract does not hold', () => {
		const wanted = { ...a, startsOn: '2019-11-06', endsOn: '2019-11-13' };
		expect(concernsOthers(context, [wanted])).toBe(true);
		const { push, alone } = weigh(context, [wanted]);
		expect(push.moves.map(({ id, to }) => [id, to.startsOn])).toEqual([
			['a', '2019-11-06'],
			['b', '2019-11-14']
		]);
		expect(alone.map((one) => one.kind === 'link' && one.link.id)).toEqual(['a-b']);
		expect(contractBreaks(push.broken, items)).toHaveLength(1);
		expect(breakWords(push.broken[0]!, lines, 'fr')).toBe(
			'«\u00a0M COPIL\u00a0» doit commencer le mar. 19 nov. 2019 au plus tôt, à cause de «\u00a0B Étude\u00a0» (FD).'
		);
		expect(countWords(push.moves, new Set(['a']), lines, 'fr')).toBe('1 tâche se décale aussi.');
		expect(shiftWords(push.moves[1]!, calendar, 'fr')).toBe('2 jours ouvrés plus tard');
	});

	it('does not hold up a change that has nothing to do with what was already wrong', () => {
		const wrong = { ...b, startsOn: '2019-11-05', endsOn: '2019-11-06' };
		const astray = { items: [a, wrong, fixed, loose], links, calendar };
		expect(concernsOthers(astray, [{ ...loose, startsOn: '2019-12-09', endsOn: '2019-12-13' }])).toBe(
			false
		);
	});

	it('leaves to the store what no plan moves', () => {
		const done = { ...a, progress: 100, actualEnd: a.endsOn };
		const settled = { items: [done, b, fixed], links, calendar };
		expect(concernsOthers(settled, [{ ...done, endsOn: '2019-11-20' }])).toBe(false);
	});

	it('shows what a task done without its day brings, when its days are written right', () => {
		const done = { ...a, progress: 100 };
		const settled = { items: [done, b, fixed], links, calendar };
		expect(concernsOthers(settled, [{ ...done, endsOn: '2019-11-20' }])).toBe(true);
	});

	it('counts in working days, both ways, holidays left out', () => {
		const move = (from: [string, string], to: [string, string]) => ({
			id: 'a',
			from: { startsOn: from[0], endsOn: from[1] },
			to: { startsOn: to[0], endsOn: to[1] }
		});
		// Monday 11 November is a holiday.
		const later = move(['2019-11-08', '2019-11-08'], ['2019-11-12', '2019-11-12']);
		expect(shiftOf(calendar, later)).toEqual({ start: 1, end: 1 });
		expect(shiftOf(calendar, { ...later, from: later.to, to: later.from })).toEqual({
			start: -1,
			end: -1
		});
		const longer = move(['2019-11-04', '2019-11-06'], ['2019-11-04', '2019-11-08']);
		expect(shiftWords(longer, calendar, 'fr')).toBe('2 jours ouvrés de plus');
		const weekend = move(['2019-11-09', '2019-11-09'], ['2019-11-10', '2019-11-10']);
		expect(shiftWords(weekend, calendar, 'fr')).toBe('même nombre de jours ouvrés');
	});

	it('says the distance to a frozen plan in words and days', () => {
		const slip = { isNew: false, workingDays: 3, calendarDays: 5 };
		expect(slipWords(slip, 'fr')).toBe('3 jours ouvrés après le plan');
		expect(slipWords({ ...slip, workingDays: -1 }, 'fr')).toBe('1 jour ouvré avant le plan');
		expect(slipWords({ ...slip, workingDays: 0, calendarDays: 0 }, 'fr')).toBe('comme prévu au plan');
		expect(slipWords({ ...slip, isNew: true }, 'fr')).toBe('n’était pas au plan');
	});
});
