import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarInput, type CalendarInput } from '#core/calendar/inputs.ts';
import type { Context } from '#server/context.ts';
import { changeCalendar, previewCalendar, readCalendar } from '#server/calendar/own-calendar.ts';
import { loadDemo } from '#server/demo/load.ts';
import { demoMissions } from '#server/demo/missions.ts';
import { diskStore } from '#server/files/store.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast } from './matrix-world.ts';

let store: TestStore;
const who = {} as Record<'manager' | 'lead' | 'observer', Context>;
beforeAll(async () => {
	store = await makeStore('empty');
	await loadDemo(
		{
			backend: store.backend,
			files: diskStore(join(store.settings.dataDir, 'files')),
			settings: store.settings
		},
		demoMissions.filter((one) => one.slug === 'redal')
	);
	for (const name of ['manager', 'lead', 'observer'] as const) who[name] = await store.as(cast[name]);
}, 120_000);
afterAll(() => store?.close());

const mission = (ctx: Context): Promise<MissionContext> => readMission(ctx, 'redal');
const page = async (year: number, ctx = who.observer) => readCalendar(ctx, await mission(ctx), year);
const said = async (given: Partial<CalendarInput>): Promise<CalendarInput> =>
	calendarInput.parse({
		label: 'Fermeture',
		reason: '',
		number: (await page(2023)).number,
		...given,
		to: given.to ?? ''
	});
const change = async (given: Partial<CalendarInput>, ctx = who.manager) =>
	changeCalendar(ctx, await mission(ctx), await said(given));
const due = async (key: string) =>
	(await readObligations(who.observer, await mission(who.observer), 'fr')).lines.find(
		(one) => one.key === key
	)!.due;
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);

describe('a mission’s own calendar', () => {
	it('begins as the shipped one, its estimated feasts to be confirmed', async () => {
		const { lines, confirmed, words } = await page(2023);
		expect([confirmed, words]).toEqual([true, []]);
		expect(lines.find((one) => one.day === '2023-04-24')?.status).toBe('confirmed');
		expect((await page(2026)).confirmed).toBe(false);
	});

	it('shows what a closing day moves before it is saved, and moves exactly that', async () => {
		const ctx = who.manager;
		const was = await due('R-M1/2023-03');
		const preview = await previewCalendar(
			ctx,
			await mission(ctx),
			await said({ what: 'add', day: '2023-04-04' })
		);
		expect(preview.moved.map((one) => one.key)).toContain('R-M1/2023-03');
		expect(await due('R-M1/2023-03')).toBe(was);
		await change({ what: 'add', day: '2023-04-04', reason: 'Inventaire.' });
		for (const one of preview.moved) expect(await due(one.key), one.key).toBe(one.to);
		// What was on time stays where it is for those who have it already.
		const { holidays } = await readSchedule(who.lead, await mission(who.lead));
		expect(holidays).toContainEqual({ day: '2023-04-04', label: 'Fermeture' });
	});

	it('moves a feast to its announced day, and goes back to the original', async () => {
		const moved = await due('R-M1/2023-03');
		await change({ what: 'move', day: '2023-04-04', to: '2023-04-20' });
		expect(await due('R-M1/2023-03')).not.toBe(moved);
		const lines = (await page(2023)).lines;
		expect(lines.find((one) => one.day === '2023-04-20')?.status).toBe('own');
		await change({ what: 'shipped', day: '2023-04-20' });
		expect((await page(2023)).lines.some((one) => one.day === '2023-04-20')).toBe(false);
		const preview = await previewCalendar(
			who.manager,
			await mission(who.manager),
			await said({ what: 'worked', day: '2023-05-01', label: 'Fête du Travail' })
		);
		expect(preview.moved.length).toBeGreaterThan(0);
	});

	it('no longer warns of a year once each of its estimated feasts is confirmed', async () => {
		const estimated = (await page(2026)).lines.filter((one) => one.status === 'estimated');
		expect(estimated.length).toBeGreaterThan(3);
		for (const { day, label } of estimated) await change({ what: 'confirm', day, label });
		expect((await page(2026)).confirmed).toBe(true);
	});

	it('is the project manager’s alone, and of what was read last', async () => {
		for (const name of ['lead', 'observer'] as const) {
			expect(await code(change({ what: 'add', day: '2023-08-01' }, who[name]))).toBe('not_allowed');
			const asked = previewCalendar(
				who[name],
				await mission(who[name]),
				await said({ what: 'add', day: '2023-08-01' })
			);
			expect(await code(asked)).toBe('not_allowed');
		}
		expect(await code(change({ what: 'add', day: '2023-08-01', number: 1 }))).toBe('stale');
		await expect(store.sql`update public.calendar_days set kind = 'worked'`).rejects.toThrow(
			'append_only'
		);
		const lines =
			await store.sql`select subject, detail from public.journal where event = 'calendar_changed' order by number`;
		expect(lines[0]).toMatchObject({ subject: '2023-04-04', detail: { reason: 'Inventaire.' } });
		expect(lines[1]).toMatchObject({ subject: '2023-04-04, 2023-04-20' });
	});
});

describe('what stands in the plan', () => {
	it('moves with the calendar, and what is written in the contract does not change', async () => {
		const plan = await makeStore();
		try {
			const manager = await plan.as(cast.manager);
			const here = () => readMission(manager, 'eure-et-loir');
			const row = async () => {
				const [found] =
					await plan.sql`select d.due_on::text, d.advised_on::text, m.contract_sha256 as sha256,
					(select x.due_on::text from public.milestones x where x.mission_id = m.id and x.code = 'E-M1') as milestone
					from public.deliverables d join public.missions m on m.id = d.mission_id where d.code = 'E-L11'`;
				return found!;
			};
			const was = await row();
			expect(was).toMatchObject({ due_on: '2020-01-28', advised_on: '2020-01-28' });
			await changeCalendar(
				manager,
				await here(),
				calendarInput.parse({
					what: 'add',
					day: '2020-01-28',
					to: '',
					label: 'Fermeture des services',
					reason: 'Inventaire.',
					number: 0
				})
			);
			expect(await row()).toEqual({ ...was, advised_on: '2020-01-27' });
			const { lines } = await readObligations(manager, await here(), 'fr', { key: 'E-L11' });
			expect(lines[0]).toMatchObject({ due: '2020-01-28', advised: '2020-01-27' });
		} finally {
			await plan.close();
		}
	});
});
