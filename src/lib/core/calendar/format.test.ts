import { expect, it } from 'vitest';
import { formatDay, formatDayFull, formatDayShort } from './format.ts';

it('writes days the way each language does', () => {
	expect(formatDay('2020-01-29', 'fr')).toBe('mer. 29 janv. 2020');
	expect(formatDay('2020-01-29', 'en')).toBe('Wed 29 Jan 2020');
	expect(formatDay('2019-11-01', 'fr')).toBe('ven. 1er nov. 2019');
	expect(formatDay('2020-09-02', 'en')).toBe('Wed 2 Sep 2020');
	expect(formatDayShort('2020-01-29', 'fr')).toBe('29 janv. 2020');
	expect(formatDayShort('2020-01-29', 'en', false)).toBe('29 Jan');
	expect(formatDayFull('2020-01-29', 'fr')).toBe('mercredi 29 janvier 2020');
});
