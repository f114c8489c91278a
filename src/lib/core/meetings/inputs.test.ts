import { describe, expect, it } from 'vitest';
import { agendaInput, attendanceInput, detailsInput, itemInput } from './inputs.ts';

const id = '0b6f3c8e-2f5a-4b7e-9a53-1f1c6d7e8a90';

const problems = (read: {
	success: boolean;
	error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => read.error?.issues.map((i) => `${String(i.path[0])}: ${i.message}`) ?? [];

describe('agenda columns', () => {
	it('drops a blank line, and refuses a kept item without a title', () => {
		const blank = {
			version: '1',
			item_id: ['', ''],
			item_title: ['Point', ' '],
			item_duration: ['20', '']
		};
		expect(agendaInput.parse(blank).items).toMatchObject([
			{ title: 'Point', purpose: 'information', duration: 20, presenter: '', refs: [] }
		]);
		expect(problems(agendaInput.safeParse({ ...blank, item_id: ['', id] }))).toEqual([
			'agenda: agenda_row'
		]);
		expect(problems(agendaInput.safeParse({ ...blank, item_duration: ['601', ''] }))).toEqual([
			'agenda: agenda_row'
		]);
	});
	it('reads the papers of an item, what was taken off and what is taken up', () => {
		const read = agendaInput.parse({
			version: '3',
			item_id: id,
			item_from: '',
			item_title: 'Point',
			item_refs: `version:${id},drop table:1,action:${id}`,
			removed: [`${id}:4`, 'x', `${id}:`]
		});
		expect(read.items[0]).toMatchObject({
			id,
			refs: [
				{ kind: 'version', id },
				{ kind: 'action', id }
			]
		});
		expect(read.items[0]).not.toHaveProperty('takes');
		expect(read.removed).toEqual([{ id, version: 4 }]);
	});
	it('keeps of what is typed what a store can keep', () => {
		const read = itemInput.parse({ version: 1, minutes: 'a\ud83d\u0000b 👍🏽 محمد', conclusion: '' });
		expect(read.minutes).toBe('a\ufffdb 👍🏽 محمد');
		expect(
			problems(itemInput.safeParse({ version: 1, minutes: 'x'.repeat(20_001), conclusion: '' }))
		).toEqual(['minutes: too_long']);
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
