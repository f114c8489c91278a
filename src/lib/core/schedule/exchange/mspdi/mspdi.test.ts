import { describe, expect, it } from 'vitest';
import { lagCases } from './lag.fixture.ts';
import { readLag, writeLag } from './lag.ts';

describe('lags', () => {
	it('are tenths of a minute, worked or elapsed, whatever the unit they are shown in', () => {
		for (const [linkLag, format, lag, lagUnit, note] of lagCases)
			expect(readLag(linkLag, format, 480, { working: 10, calendar: 14 })).toEqual({
				lag,
				lagUnit,
				note
			});
	});

	it('are written as they are read', () => {
		for (const unit of ['working', 'calendar'] as const)
			for (const lag of [-30, -1, 0, 1, 5, 1000]) {
				const { linkLag, lagFormat } = writeLag(lag, unit);
				expect(readLag(linkLag, lagFormat, 480, { working: 1, calendar: 1 })).toMatchObject({
					lag,
					lagUnit: unit
				});
			}
	});
});
