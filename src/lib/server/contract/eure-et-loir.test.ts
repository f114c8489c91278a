import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { calendarOf } from '#core/calendar/calendar.ts';
import { eventsOf } from '#core/contract/events.ts';
import { planOf } from '#core/contract/plan.ts';
import { occurrences } from '#core/obligations/occurrences.ts';
import { readContract } from './read.ts';

const read = readContract(
	readFileSync(new URL('../../../../templates/missions/eure-et-loir.yaml', import.meta.url), 'utf8')
);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const { contract } = read;
const fr = calendarOf('FR');
const notified = { notification: '2019-10-29' };
const plan = planOf(contract, notified, fr);

it('gives the dates of the document once notified on 29 October 2019', () => {
	expect(plan.phases.map((one) => [one.startsOn, one.endsOn, one.limitOn])).toEqual([
		['2019-10-29', '2020-01-29', '2020-01-28'],
		['2020-01-30', '2020-06-29', '2020-06-29'],
		['2020-06-30', '2021-06-29', null]
	]);
	expect(plan.milestones.map((one) => one.day)).toEqual([
		'2019-11-05',
		'2020-01-28',
		'2020-06-14',
		'2020-06-29',
		'2021-06-29'
	]);
	expect(plan.deliverables.map((one) => one.due)).toEqual([
		...Array<string>(3).fill('2020-01-28'),
		...Array<string>(3).fill('2020-06-14'),
		...Array<string>(2).fill('2020-06-29')
	]);
});

it('starts each task on a working day, inside its phase, after those it follows', () => {
	const tasks = new Map(plan.tasks.map((one) => [one.code, one]));
	for (const task of plan.tasks) {
		const phase = plan.phases.find((one) => one.code === task.phase);
		expect(fr.isWorking(task.startsOn!) && fr.isWorking(task.endsOn!), task.code).toBe(true);
		expect(task.startsOn! >= phase!.startsOn! && task.endsOn! <= phase!.endsOn!, task.code).toBe(true);
		expect(task.startsOn! <= task.endsOn!, task.code).toBe(true);
		for (const code of task.after)
			expect(tasks.get(code)!.endsOn! < task.startsOn!, `${code} → ${task.code}`).toBe(true);
	}
});

it('keeps the fixed date and says so when the notification comes later', () => {
	const late = planOf(contract, { notification: '2019-12-10' }, fr);
	expect(late.milestones.find((one) => one.code === 'E-M1')?.day).toBe('2020-01-28');
	expect(late.alerts).toContainEqual(
		expect.objectContaining({ code: 'phase_past_limit', subject: 'E-P1' })
	);
	expect(late.tasks.every((one) => one.startsOn! <= one.endsOn!)).toBe(true);
});

it('guesses nothing before the notification', () => {
	const early = planOf(contract, {}, fr);
	expect(early.phases.every((one) => one.startsOn === null)).toBe(true);
	expect(early.milestones[0]).toMatchObject({ day: null, state: 'awaiting', awaiting: 'notification' });
	expect(early.milestones[1]?.day).toBe('2020-01-28');
});

it('asks for five weekly reports before 2 December 2019, the first one before All Saints’ day', () => {
	const weekly = contract.obligations.find((one) => one.code === 'E-S4')!;
	const anchors = eventsOf(contract, notified, fr);
	const found = occurrences(weekly, {
		anchors,
		meetings: [],
		from: '2019-10-29',
		to: '2019-12-01',
		calendar: fr
	});
	expect(found.map((one) => [one.period, one.due])).toEqual([
		['2019-W44', '2019-10-31'],
		['2019-W45', '2019-11-08'],
		['2019-W46', '2019-11-15'],
		['2019-W47', '2019-11-22'],
		['2019-W48', '2019-11-29']
	]);
});
