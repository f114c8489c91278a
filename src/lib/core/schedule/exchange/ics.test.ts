import { describe, expect, it } from 'vitest';
import { writeIcs } from './ics.ts';

const event = {
	id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
	day: '2019-12-31',
	summary: 'E-J1 Remise ; rapport, « définitif »',
	description: 'Ligne 1\nLigne \\ 2',
	url: 'https://jalon.test/missions/x',
	version: 3
};
const text = writeIcs(
	'Mission, 1',
	[event, { ...event, id: 'b', summary: 'é'.repeat(100) }],
	'20260101T000000Z',
	'jalon.test'
);
const lines = text.split('\r\n');

describe('writeIcs', () => {
	it('writes whole days, with a UID that stays and the number of its changes', () => {
		for (const line of [
			'UID:7c9e6679-7425-40de-944b-e07fc1f90ae7@jalon.test',
			'DTSTART;VALUE=DATE:20191231',
			'DTEND;VALUE=DATE:20200101',
			'SEQUENCE:2',
			'X-WR-CALNAME:Mission\\, 1'
		])
			expect(lines).toContain(line);
	});

	it('escapes what has a meaning, and ends every line as the standard says', () => {
		expect(lines).toContain('SUMMARY:E-J1 Remise \\; rapport\\, « définitif »');
		expect(lines).toContain('DESCRIPTION:Ligne 1\\nLigne \\\\ 2');
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
	});

	it('folds at 75 octets without cutting a letter', () => {
		for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'é'.repeat(100)}`);
	});

	it('keeps a text that holds an end of event in its line', () => {
		const forged = writeIcs(
			'x',
			[{ ...event, summary: 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT' }],
			'20260101T000000Z',
			'h'
		);
		expect(forged.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
	});
});
