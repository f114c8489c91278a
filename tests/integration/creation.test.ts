import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractOfSteps } from '#core/creation/steps-to-contract.ts';
import type { Steps } from '#core/creation/steps.ts';
import { checkContract } from '#server/creation/check-contract.ts';
import { createMission, freeSlugFor, type NewMission } from '#server/creation/create-mission.ts';
import { shippedContracts, shippedText } from '#server/creation/shipped.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import type { Context } from '#server/context.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast } from './matrix-world.ts';

let store: TestStore;
let admin: Context;
let shipped: string;
beforeAll(async () => {
	store = await makeStore();
	admin = await store.as('admin');
	shipped = await readFile('templates/missions/eure-et-loir.yaml', 'utf8');
});
afterAll(() => store?.close());

const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const manager = { email: 'chef-de-projet@demo.test', fullName: '' };
const given = (more: Partial<NewMission> = {}): NewMission => ({
	text: shipped,
	slug: 'nouvelle',
	days: { notification: '2026-11-02' },
	parties: {},
	manager,
	...more
});
const simple: Steps = {
	title: 'Étude des accueils',
	short: 'Accueils',
	client: 'Ville',
	contractor: 'Cabinet',
	regime: 'simple',
	calendar: 'FR',
	startOn: '2026-12-01',
	phases: [{ title: 'Diagnostic', count: 2, unit: 'month' }],
	committee: { title: 'Comité', chair: 'Directrice', cadence: 'monthly' },
	deliverables: [{ title: 'Rapport', phase: 0, due: null }],
	weekly: 'friday'
};
const tables = [
	...['missions', 'organisations', 'phases', 'committees', 'milestones', 'deliverables', 'tasks'],
	...['report_weeks', 'memberships', 'people', 'invitations', 'journal', 'contract_versions', 'obligations']
];
const counts = async () =>
	Promise.all(
		tables.map(
			async (t) =>
				(await store.sql`select count(*)::int as n from ${store.sql(`public.${t}`)}`)[0]!.n as number
		)
	);

describe('who may', () => {
	it.each([
		cast.outsider,
		cast.manager,
		cast.signatory,
		cast.chair,
		cast.lead,
		cast.consultant,
		cast.observer
	])('not %s, at the verb or at the data API', async (who) => {
		const ctx = await store.as(who);
		const before = await counts();
		expect(await code(createMission(ctx, given()))).toBe('not_found');
		expect(await code(freeSlugFor(ctx, 'essai'))).toBe('not_found');
		expect(await code(shippedContracts(ctx))).toBe('not_found');
		for (const [fn, args] of [
			['create_mission', { content: {}, manager_email: 'x@demo.test', manager_name: 'X' }],
			['free_slug', { wanted: 'essai' }]
		] as const) {
			const { error } = await ctx.client.rpc(fn, args as never);
			expect(error).toMatchObject({ code: 'PT403', details: 'not_allowed' });
		}
		expect(await counts()).toEqual(before);
	});
});

describe('a mission made of a shipped contract', () => {
	it('offers the four, by their titles', async () => {
		const list = await shippedContracts(admin);
		expect(list.map((one) => one.name)).toEqual(['eure-et-loir', 'iltizam', 'redal', 'senagrosol']);
		expect(await shippedText(admin, 'eure-et-loir')).toBe(shipped);
		for (const name of ['../../package', 'absent', 'Eure', ''])
			expect(await code(shippedText(admin, name))).toBe('not_found');
	});

	it('is whole: plan, obligations, first text of the contract, its manager invited and nobody else', async () => {
		const made = await createMission(
			admin,
			given({ slug: 'entiere', parties: { contractor: 'Cabinet Delta' } })
		);
		expect(made).toMatchObject({ ok: true, slug: 'entiere' });
		const ctx = await store.as('chef-de-projet');
		const mission = await readMission(ctx, 'entiere');
		expect(mission).toMatchObject({ roles: ['client_manager'], isDemo: false, playsOn: null });
		expect(mission.anchors.notification).toBe('2026-11-02');
		const { lines } = await readObligations(ctx, mission, 'fr');
		const seen = checkContract(shipped, { notification: '2026-11-02' });
		expect(seen.ok && seen.outlook.total.dated).toBe(lines.filter((one) => one.due !== null).length);
		const [text] =
			await store.sql`select number, source from public.contract_versions where mission_id = ${mission.id}`;
		expect([text!.number, text!.source]).toEqual([1, shipped.replace(/^slug: .*$/m, 'slug: entiere')]);
		const names =
			await store.sql`select name from public.organisations where mission_id = ${mission.id} and key = 'contractor'`;
		expect(names[0]!.name).toBe('Cabinet Delta');
		const members = await store.sql`select role from public.memberships where mission_id = ${mission.id}`;
		expect(members.map((one) => one.role)).toEqual(['client_manager']);
		// Whoever made it is no member of it.
		expect(await code(readMission(admin, 'entiere'))).toBe('not_found');
	});

	it('keeps what has no day as to be set, the whole mission included', async () => {
		expect(await code(createMission(admin, given({ slug: 'sans-date', days: {} })))).toBe('done');
		const ctx = await store.as('chef-de-projet');
		const mission = await readMission(ctx, 'sans-date');
		expect(mission.anchors.notification).toBeNull();
		const { lines } = await readObligations(ctx, mission, 'fr');
		expect(lines.filter((one) => one.standing.state === 'late').every((one) => one.due !== null)).toBe(
			true
		);
		const phases = await store.sql`select starts_on from public.phases where mission_id = ${mission.id}`;
		expect(phases.every((one) => one.starts_on === null)).toBe(true);
	});

	it('whose address is taken is refused with the first that is free', async () => {
		const before = await counts();
		await expect(createMission(admin, given({ slug: 'eure-et-loir' }))).rejects.toMatchObject({
			code: 'mission_exists',
			detail: { field: 'slug', free: 'eure-et-loir-2' }
		});
		expect(await freeSlugFor(admin, 'eure-et-loir')).toBe('eure-et-loir-2');
		expect(await freeSlugFor(admin, 'libre')).toBe('libre');
		expect(await code(freeSlugFor(admin, '../etc'))).toBe('slug_refused');
		expect(await counts()).toEqual(before);
	});

	it('twice at once makes one', async () => {
		const answers = await Promise.all([
			code(createMission(admin, given({ slug: 'double' }))),
			code(createMission(admin, given({ slug: 'double' })))
		]);
		expect(answers.sort()).toEqual(['done', 'mission_exists']);
	});

	it.each([
		['no address', { email: 'pas-une-adresse', fullName: 'X' }, 'email_invalid'],
		['a new address without a name', { email: 'neuve@demo.test', fullName: ' ' }, 'name_missing'],
		['oneself', { email: 'admin@demo.test', fullName: '' }, 'manager_not_oneself']
	])('with %s for its manager is refused, and nothing is left', async (_what, who, expected) => {
		const before = await counts();
		expect(await code(createMission(admin, given({ slug: 'personne', manager: who })))).toBe(expected);
		expect(await counts()).toEqual(before);
	});

	it('invites a manager nobody knew, who is then able to name the team', async () => {
		const who = { email: 'cheffe-neuve@demo.test', fullName: 'Cheffe Neuve' };
		expect(await code(createMission(admin, given({ slug: 'invitee', manager: who })))).toBe('done');
		const [mail] = await store.sql`select kind from private.mails where to_email = ${who.email}`;
		expect(mail!.kind).toBe('invitation');
		const [line] =
			await store.sql`select person_id, detail from public.journal where event = 'mission_created'
			and subject = 'invitee'`;
		expect(line).toMatchObject({ person_id: admin.person!.id, detail: { manager: 'Cheffe Neuve' } });
	});
});

describe('a mission made step by step', () => {
	it('goes the same way as a file', async () => {
		const text = stringify(contractOfSteps(simple), { lineWidth: 0 });
		const made = await createMission(admin, given({ text, slug: undefined, days: {} }));
		expect(made).toMatchObject({ ok: true, slug: 'accueils' });
		const ctx = await store.as('chef-de-projet');
		const { lines } = await readObligations(ctx, await readMission(ctx, 'accueils'), 'fr');
		expect(new Set(lines.map((one) => one.code))).toEqual(new Set(['M-L1', 'M-R1', 'M-H1']));
	});
});

describe('a file with a fault', () => {
	const base = () => stringify(contractOfSteps(simple), { lineWidth: 0 });
	type Fault = [what: string, spoil: (text: string) => string, said: RegExp];
	const faults: Fault[] = [
		[
			'an event nobody declared',
			(t) => t.replace('on: end:M-P1', 'on: fin'),
			/« fin » n’existe pas.*citez une ancre/
		],
		[
			'a rule that goes round',
			(t) => t.replace(/(name: start\n +label: [^\n]+\n +)day: 2026-12-01/, '$1rule:\n        on: end'),
			/s’attendent l’une l’autre.*Donnez à l’une d’elles une date/
		],
		[
			'two equal codes',
			(t) => t.replace('code: M-H1', 'code: M-R1'),
			/« M-R1 » est déjà pris.*« M-R1-2 »/
		],
		[
			'a day that does not exist',
			(t) => t.replace('2026-12-01', '2026-02-30'),
			/« 2026-02-30 » n’est pas une date réelle : écrivez AAAA-MM-JJ/
		],
		[
			'a committee without a chair',
			(t) => t.replace(/\n +chair: Directrice/, ''),
			/qui le préside : écrivez « chair:/
		],
		[
			'a title that does not fit',
			(t) => t.replace('title: Étude des accueils', `title: ${'x'.repeat(301)}`),
			/301 caractères : 300 au plus/
		],
		['no client', (t) => t.replace('side: client', 'side: other'), /« side: client »/]
	];
	it.each(faults)('creates nothing and says what to write: %s', async (_what, spoil, said) => {
		const text = spoil(base());
		expect(text).not.toBe(base());
		const before = await counts();
		const made = await createMission(admin, given({ text, slug: 'fautive', days: {} }));
		expect(made.ok).toBe(false);
		if (made.ok) return;
		expect(made.problems).toHaveLength(1);
		const [problem] = made.problems;
		expect(problem!.message).toMatch(said);
		const line = text.split('\n')[problem!.line - 1]!;
		expect(line.length).toBeGreaterThanOrEqual(problem!.column - 1);
		expect(problem!.line).toBeGreaterThan(1 - (problem!.path === 'title' ? 1 : 0));
		expect(await counts()).toEqual(before);
	});
	it('with five faults tells the five at once', () => {
		const round = faults[1]![1];
		const text = round(base())
			.replace(/(code: M-L1[\s\S]*?on: )end:M-P1/, '$1fin')
			.replace('code: M-H1', 'code: M-R1')
			.replace('duration: 2 mois', 'limit: { by: 2026-02-30 }')
			.replace(/\n +chair: Directrice/, '');
		const checked = checkContract(text);
		expect(checked.ok ? [] : checked.problems.map((one) => one.path)).toHaveLength(5);
	});
	it('that is no text, or too much of it, is refused by a sentence', () => {
		for (const text of ['', '\0', 'a: &x [*x]', `notes: ${'x'.repeat(600_000)}`]) {
			const checked = checkContract(text);
			expect(checked.ok).toBe(false);
		}
	});
	it('outside the years a calendar was confirmed for still gives its dates, with a warning', () => {
		const text = base()
			.replace('calendar: FR', 'calendar: MA-public')
			.replace('2026-12-01', '2040-12-03');
		const checked = checkContract(text);
		expect(checked.ok && checked.outlook.warnings.join()).toContain('2040');
		expect(checked.ok && checked.outlook.first[0]!.due).toMatch(/^2040-12-/);
	});
});
