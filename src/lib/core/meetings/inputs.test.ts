import { describe, expect, it } from 'vitest';
import { agendaInput, attendanceInput, detailsInput } from './inputs.ts';

const problems = (read: {
	success: boolean;
	error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => read.error?.issues.map((i) => `${String(i.path[0])}: ${i.message}`) ?? [];

describe('agenda columns', () => {
	it('refuses minutes without a title, and drops a blank line', () => {
		const blank = { version: '1', item_title: ['Point', ' '], item_minutes: ['', ' '] };
		expect(agendaInput.parse(blank).items).toEqual([
			{ title: 'Point', purpose: 'information', minutes: '', conclusion: '' }
		]);
		expect(problems(agendaInput.safeParse({ ...blank, item_minutes: ['', 'Dit.'] }))).toEqual([
			'agenda: agenda_row'
		]);
	});
	it('reads one line, which a form sends as a plain value, and no line at all', () => {
		expect(
			agendaInput.parse({ version: '2', item_title: 'Seul', item_purpose: 'decision' }).items[0]
		).toMatchObject({
			title: 'Seul',
			purpose: 'decision'
		});
		expect(agendaInput.parse({ version: '2' }).items).toEqual([]);
	});
});

describe('attendance columns', () => {
	const row = {
		version: '1',
		row_person: '',
		row_name: 'A',
		row_organisation: '',
		row_function: '',
		row_proxy: ''
	};
	it('refuses a representation by nobody and a person without a name', () => {
		expect(problems(attendanceInput.safeParse({ ...row, row_status: 'represented' }))).toEqual([
			'attendance: attendance_row'
		]);
		expect(
			problems(
				attendanceInput.safeParse({
					...row,
					row_name: ' ',
					row_organisation: 'CAF',
					row_status: 'present'
				})
			)
		).toEqual(['attendance: attendance_row']);
	});
	it('forgets the proxy of who came after all', () => {
		const [read] = attendanceInput.parse({ ...row, row_status: 'present', row_proxy: 'B' }).rows;
		expect(read).toMatchObject({ status: 'present', representedBy: '' });
	});
});

it('refuses days and times that are none', () => {
	const given = { version: '1', title: 'T', heldOn: '2019-02-30', startsAt: '25:00' };
	expect(problems(detailsInput.safeParse(given))).toEqual([
		'heldOn: date_out_of_range',
		'startsAt: bad_input'
	]);
	expect(detailsInput.parse({ ...given, heldOn: '2019-02-28', startsAt: '10:00:00' }).startsAt).toBe(
		'10:00'
	);
});
