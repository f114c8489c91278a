import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/days.ts';
import type { Act } from '#core/contract/amend/acts.ts';
import type { Change } from '#core/contract/amend/changes.ts';
import { prepareAmendment, withdrawAmendment } from '#server/amendments/prepare.ts';
import { proposeAmendment } from '#server/amendments/propose.ts';
import { readActFile } from '#server/amendments/read-act-file.ts';
import { contractFile, readContractPage } from '#server/amendments/read-contract-page.ts';
import { previewAmendment, signAmendment } from '#server/amendments/sign.ts';
import { createMission } from '#server/creation/create-mission.ts';
import { shippedText } from '#server/creation/shipped.ts';
import { readWaiting } from '#server/home/read-waiting.ts';
import { moveClock } from '#server/missions/move-clock.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { datesBefore } from '#server/obligations/dates-before.ts';
import { extendObligation } from '#server/obligations/act-on.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import type { Context } from '#server/context.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast } from './matrix-world.ts';

let store: TestStore;
let manager: Context;
let signatory: Context;
beforeAll(async () => {
	store = await makeStore();
	manager = await store.as(cast.manager);
	signatory = await store.as(cast.signatory);
});
afterAll(() => store?.close());

const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const E = 'eure-et-loir';
const act = (more: Partial<Act> = {}): Act => ({
	...{ actKind: 'amendment', actNumber: '1', actOn: '2019-11-29', signedBy: 'Président du conseil' },
	...{ contractorSignedBy: 'Directrice du cabinet', purpose: 'La phase 1 est prolongée.', ...more }
});
const extend: Change[] = [{ kind: 'extend', code: 'E-P1', on: '2020-02-28' }];
const number = async (slug = E) => (await readContractPage(manager, slug)).number;

async function prepare(changes: Change[], more: Partial<Act> = {}, slug = E) {
	const mission = await readMission(manager, slug);
	const made = await prepareAmendment(manager, mission, {
		...{ means: { changes }, act: act(more), readNumber: await number(slug), file: null }
	});
	if (!made.ok) throw new Error(JSON.stringify(made.problems));
	return { ...made, version: 1 };
}
async function sign(of: { id: string; version: number }, who = signatory) {
	const mission = await readMission(who, E);
	const { stamp } = await previewAmendment(who, mission, of.id);
	return signAmendment(who, mission, { ...of, stamp });
}
const lines = async (slug = E) => {
	const { lines: found } = await readObligations(manager, await readMission(manager, slug), 'fr');
	return new Map(found.map((one) => [one.key, one]));
};

describe('a change by form', () => {
	it('is looked at before anything is kept: old dates, new dates, what is done and stays', async () => {
		const mission = await readMission(manager, E);
		const seen = await proposeAmendment(manager, mission, { changes: extend }, act());
		expect(seen).toMatchObject({
			ok: true,
			amended: {
				parts: [{ part: 'phases', code: 'E-P1', what: 'changed' }],
				plan: expect.arrayContaining([
					expect.objectContaining({ code: 'E-P1', to: ['2019-10-29', '2020-02-28'] }),
					expect.objectContaining({ code: 'E-P2' })
				])
			}
		});
		expect(await number()).toBe(1);
		expect((await readContractPage(manager, E)).amendments).toEqual([]);
	});

	it('is the project manager’s to prepare', async () => {
		for (const who of [cast.signatory, cast.chair, cast.lead, cast.consultant, cast.observer]) {
			const ctx = await store.as(who);
			const mission = await readMission(ctx, E);
			const input = { means: { changes: extend }, act: act(), readNumber: 1, file: null };
			expect(await code(prepareAmendment(ctx, mission, input))).toBe('not_allowed');
			const { error } = await ctx.client.rpc('prepare_amendment', {
				...{ mission: mission.id, read_number: 1, act: {}, proposal: {} }
			});
			expect(error).toMatchObject({ code: 'PT403' });
		}
		const { error } = await (
			await store.as(cast.outsider)
		).client.rpc('prepare_amendment', {
			...{ mission: (await readMission(manager, E)).id, read_number: 1, act: {}, proposal: {} }
		});
		expect(error).toMatchObject({ code: 'PT404' });
	});

	it('once prepared is the client’s alone, and waits for its signature', async () => {
		const made = await prepare(extend);
		expect(made).toMatchObject({ number: 1, state: 'prepared' });
		expect((await readContractPage(signatory, E)).amendments.map((one) => one.state)).toEqual([
			'prepared'
		]);
		for (const who of [cast.lead, cast.consultant, cast.observer]) {
			const ctx = await store.as(who);
			expect((await readContractPage(ctx, E)).amendments).toEqual([]);
			expect(await code(previewAmendment(ctx, await readMission(ctx, E), made.id))).toBe('not_found');
			const { error } = await ctx.client.rpc('sign_amendment', {
				...{ amendment: made.id, read_version: 1, effects: {}, moved: {} }
			});
			expect(error).toMatchObject({ code: 'PT404' });
		}
		const { error } = await manager.client.rpc('sign_amendment', {
			...{ amendment: made.id, read_version: 1, effects: {}, moved: {} }
		});
		expect(error).toMatchObject({ code: 'PT403' });
		expect(await code(sign(made, manager))).toBe('not_allowed');
		expect(await number()).toBe(1);
		const [mail] = await store.sql`select to_email from private.mails where kind = 'amendment_to_sign'`;
		expect(mail!.to_email).toBe('signataire@demo.test');
	});

	it('signed, moves the plan and what is to come, keeps what is done and the old dates', async () => {
		const before = await lines();
		const [waiting] = (await readContractPage(manager, E)).amendments;
		await sign(waiting!);
		const page = await readContractPage(await store.as(cast.lead), E);
		expect([page.number, page.texts.length, page.amendments[0]!.state]).toEqual([2, 2, 'in_force']);
		const [phase] =
			await store.sql`select ends_on::text, limit_on::text from public.phases where code = 'E-P1'`;
		expect(phase).toEqual({ ends_on: '2020-02-28', limit_on: '2020-02-28' });
		const [next] = await store.sql`select starts_on::text from public.phases where code = 'E-P2'`;
		expect(next!.starts_on).toBe('2020-02-29');
		const after = await lines();
		for (const [key, was] of before)
			if (['sent', 'accepted'].includes(was.standing.state)) {
				expect(after.get(key)).toMatchObject({
					due: was.due,
					standing: { state: was.standing.state }
				});
			}
		// The old dates are read in the change that moved them, and where the deadline itself is.
		const moved = page.amendments[0]!.changes.moved.find((one) => one.code === 'E-L24')!;
		expect(moved.from).toBe(before.get(moved.key)!.due);
		const observer = await store.as(cast.observer);
		expect(await datesBefore(observer, (await readMission(observer, E)).id, moved.key)).toEqual([
			{
				...{ number: 1, actKind: 'amendment', actNumber: '1' },
				...{
					inForceOn: page.amendments[0]!.inForceOn,
					from: moved.from,
					to: after.get(moved.key)!.due
				}
			}
		]);
		const outsider = await store.as(cast.outsider);
		expect(await datesBefore(outsider, (await readMission(observer, E)).id, moved.key)).toEqual([]);
		expect(page.amendments[0]!.changes.plan).toContainEqual(
			expect.objectContaining({
				...{ code: 'E-P1', from: ['2019-10-29', '2020-01-29'], to: ['2019-10-29', '2020-02-28'] }
			})
		);
		const journal =
			await store.sql`select event, subject, detail from public.journal where event = 'contract_amended'`;
		expect(journal).toHaveLength(1);
		expect(journal[0]).toMatchObject({ subject: '1', detail: { kind: 'amendment', text: 2 } });
		const told =
			await store.sql`select to_email from private.mails where kind = 'contract_amended' order by 1`;
		expect(told.length).toBeGreaterThan(1);
		expect(await code(sign({ id: waiting!.id, version: 2 }))).toBe('not_from_here');
	});

	it('waits for the signatory where all else waits, and may be signed by a delegate on record', async () => {
		const mission = await readMission(signatory, E);
		const made = await prepare([{ kind: 'owner', code: 'E-L12', owner: 'client' }], { actNumber: 'W' });
		const waits = async (ctx: Context) =>
			(await readWaiting(ctx)).filter((one) => one.kind === 'sign_amendment').map((one) => one.subject);
		expect(await waits(signatory)).toEqual(['W']);
		expect(await waits(manager)).toEqual([]);
		const [seat] = await store.sql`select id from public.memberships where mission_id = ${mission.id}
			and role = 'client_signatory'`;
		const delegate = await store.as('copil3');
		expect(await code(sign(made, delegate))).toBe('not_allowed');
		const { error } = await signatory.client.rpc('delegate', {
			...{ membership: seat!.id as string, to_person: delegate.person!.id, reason: 'Absence' },
			...{ from_day: mission.today, to_day: addDays(mission.today, 5) }
		});
		expect(error).toBeNull();
		expect(await waits(delegate)).toEqual(['W']);
		await sign(made, delegate);
		const [row] =
			await store.sql`select delegation_id, decided_by from public.amendments where id = ${made.id}`;
		expect(row!.decided_by).toBe(delegate.person!.id);
		expect(row!.delegation_id).not.toBeNull();
	});

	it('makes a deliverable the client’s: asked of it, no longer of the contractor', async () => {
		const lead = await store.as(cast.lead);
		const asked = async () =>
			(await readWaiting(lead))
				.filter((one) => one.kind === 'hand_in' && one.slug === E)
				.map((one) => one.subject);
		await moveClock(manager, await readMission(manager, E), '2020-07-20');
		expect(await asked()).toContain('E-L24');
		await sign(await prepare([{ kind: 'owner', code: 'E-L24', owner: 'client' }], { actNumber: 'C' }));
		expect(await asked()).not.toContain('E-L24');
		expect((await lines()).get('E-L24')).toMatchObject({ owner: 'client', proof: 'file' });
		await moveClock(manager, await readMission(manager, E), '2019-12-02');
	});

	it('keeps the scan of its act, for the contractor too once it is in force', async () => {
		const mission = await readMission(manager, E);
		const input = {
			...{ means: { changes: [{ kind: 'owner', code: 'E-L11', owner: 'client' }] as Change[] } },
			...{ act: act({ actNumber: 'S' }), readNumber: await number() }
		};
		const bad = new File([new Uint8Array([77, 90, 0, 1])], 'acte.exe');
		const files = async () => (await store.sql`select 1 from private.kept_files()`).length;
		const before = await files();
		expect(await code(prepareAmendment(manager, mission, { ...input, file: bad }))).toBe(
			'file_type_refused'
		);
		const file = new File(['acte;signé\n1;oui\n'], 'acte.csv');
		const made = await prepareAmendment(manager, mission, { ...input, file });
		if (!made.ok) throw new Error('refused');
		expect(await files()).toBe(before + 1);
		const lead = await store.as(cast.lead);
		expect(await code(readActFile(lead, E, made.number))).toBe('not_found');
		await sign({ id: made.id, version: 1 });
		const got = await readActFile(lead, E, made.number);
		expect([got.name, new TextDecoder().decode(got.bytes)]).toEqual(['acte.csv', 'acte;signé\n1;oui\n']);
	});

	it('prepared on a text that is no longer in force is refused as stale', async () => {
		const mission = await readMission(manager, E);
		const input = { means: { changes: extend }, act: act({ actNumber: '2' }), readNumber: 1, file: null };
		expect(await code(prepareAmendment(manager, mission, input))).toBe('stale');
		const none = { ...input, means: { changes: [] } };
		expect(await code(prepareAmendment(manager, mission, none))).toBe('nothing_changes');
		const [first, second] = [
			await prepare([{ kind: 'owner', code: 'E-L23', owner: 'client' }], { actNumber: '2' }),
			await prepare([{ kind: 'owner', code: 'E-L23', owner: 'other' }], { actNumber: '3' })
		];
		await sign(first);
		expect(await code(sign(second))).toBe('stale');
		await withdrawAmendment(manager, second);
		expect(await code(withdrawAmendment(manager, { ...second, version: 2 }))).toBe('not_from_here');
		expect(await code(withdrawAmendment(signatory, first))).toBe('not_allowed');
	});

	it('is not signed when what it does has changed since it was read', async () => {
		const made = await prepare([{ kind: 'extend', code: 'E-M4', on: '2021-07-30' }], { actNumber: '4' });
		const mission = await readMission(signatory, E);
		expect(await code(signAmendment(signatory, mission, { ...made, stamp: 'ancien' }))).toBe('stale');
		await withdrawAmendment(manager, made);
	});

	it.each<[string, Partial<Act>, string]>([
		['no number', { actNumber: ' ' }, 'act_number_missing'],
		['a day to come', { actOn: '2030-01-01' }, 'in_the_future'],
		['nobody’s signature', { signedBy: '' }, 'name_missing'],
		['one party’s signature only', { contractorSignedBy: '' }, 'name_missing'],
		['no purpose', { purpose: '  ' }, 'reason_missing'],
		['a fact that would move a date', { actKind: 'fact' }, 'fact_changes_more'],
		['a fact that would change another text', { actKind: 'fact', actNumber: 'T' }, 'fact_changes_more']
	])('whose act has %s is refused', async (_what, more, expected) => {
		const before = (await readContractPage(manager, E)).amendments.length;
		const changes: Change[] = [{ kind: 'event', name: 'notification', on: '2019-10-30' }];
		const moved: Change[] = [{ kind: 'extend', code: 'E-P3', on: '2021-09-30' }];
		// The notification was dated when the mission was made, though its file leaves it open.
		expect(await code(prepare(more.actNumber === 'T' ? moved : changes, more))).toBe(expected);
		expect((await readContractPage(manager, E)).amendments).toHaveLength(before);
	});

	it('adds a deliverable to phase 3, in two hand-ins, and a service order suffices', async () => {
		const order = { actKind: 'service_order' as const, actNumber: 'OS-1', contractorSignedBy: '' };
		await sign(
			await prepare(
				[
					{
						...{ kind: 'deliverable', code: 'E-L31', title: 'Analyse des offres', phase: 'E-P3' },
						...{ owner: 'contractor', committee: 'E-COPIL', on: '2020-10-30' }
					},
					{
						...{ kind: 'stages', code: 'E-L31' },
						steps: [
							{ label: 'Première version', on: '2020-09-30' },
							{ label: 'Version amendée', on: '2020-10-30' }
						]
					}
				],
				order
			)
		);
		const found = await lines();
		expect([...found.keys()].filter((key) => key.startsWith('E-L31'))).toEqual([
			'E-L31/step-1',
			'E-L31/step-2'
		]);
		const [row] =
			await store.sql`select due_on::text, committee_id from public.deliverables where code = 'E-L31'`;
		expect(row!.due_on).toBe('2020-10-30');
		expect(row!.committee_id).not.toBeNull();
	});
});

describe('a change by file', () => {
	it('of the same text is no change', async () => {
		const { bytes } = await contractFile(manager, E, null);
		const mission = await readMission(manager, E);
		const text = new TextDecoder().decode(bytes);
		expect(await code(proposeAmendment(manager, mission, { text }, act()))).toBe('nothing_changes');
	});
	it('ends what it no longer names, unless something was done about it', async () => {
		const mission = await readMission(manager, E);
		const text = new TextDecoder().decode((await contractFile(manager, E, null)).bytes);
		const cut = text
			.replace(/ {2}- code: E-L24\n(?: {4}.*\n)+/, '')
			.replace(/ {2}- code: E-L13\n(?: {4}.*\n)+/, '')
			.replace(/^( +)- E-L(13|24)\n/gm, '');
		const made = await prepareAmendment(manager, mission, {
			...{ means: { text: cut }, act: act({ actNumber: '5' }), readNumber: await number(), file: null }
		});
		expect(made.ok ? [] : made.problems).toEqual([]);
		if (!made.ok) return;
		await sign({ id: made.id, version: 1 });
		const rows =
			await store.sql`select code from public.deliverables d join public.missions m on m.id = d.mission_id
			where m.slug = ${E} and code in ('E-L24', 'E-L13')`;
		expect(rows.map((one) => one.code)).toEqual(['E-L13']);
		const page = await readContractPage(manager, E);
		const change = page.amendments.find((one) => one.actNumber === '5')!.changes;
		expect(change.ended.map((one) => one.code)).toContain('E-L24');
		expect(change.kept.map((one) => one.code)).toContain('E-L13');
	});
	it('of another mission, or with a fault, changes nothing and says what to write', async () => {
		const mission = await readMission(manager, E);
		const text = new TextDecoder().decode((await contractFile(manager, E, null)).bytes);
		for (const [spoilt, said] of [
			[text.replace(/^slug: .*$/m, 'slug: ailleurs'), /écrivez « slug: eure-et-loir »/],
			[text.replace(/ {4}chair:.*\n( {6}.*\n)*/, ''), /qui le préside/]
		] as const) {
			const seen = await proposeAmendment(manager, mission, { text: spoilt }, act());
			expect(seen.ok ? '' : seen.problems.map((one) => one.message).join()).toMatch(said);
		}
	});
	it('keeps every text, to be read again', async () => {
		const first = new TextDecoder().decode((await contractFile(manager, E, 1)).bytes);
		expect(first).toContain('E-L24');
		expect(await code(contractFile(manager, E, 99))).toBe('not_found');
		expect(await code(contractFile(await store.as(cast.outsider), E, 1))).toBe('not_found');
		for (const change of [
			store.sql`update public.contract_versions set number = 9`,
			store.sql`update public.amendments set purpose = 'autre' where state = 'in_force'`,
			store.sql`delete from public.amendments`
		])
			await expect(change).rejects.toMatchObject({ detail: 'append_only' });
	});
});

describe('a fact', () => {
	it('gives its day to an event left open, at once and by the project manager alone', async () => {
		const admin = await store.as('admin');
		await createMission(admin, {
			...{ text: await shippedText(admin, E), slug: 'ouverte', days: {}, parties: {} },
			manager: { email: 'chef-de-projet@demo.test', fullName: '' }
		});
		const today = (await readMission(manager, 'ouverte')).today;
		const made = await prepare(
			[{ kind: 'event', name: 'notification', on: addDays(today, -3) }],
			{ actKind: 'fact', actOn: today, contractorSignedBy: '' },
			'ouverte'
		);
		expect(made.state).toBe('in_force');
		const mission = await readMission(manager, 'ouverte');
		expect(mission.anchors.notification).toBe(addDays(today, -3));
		const rows =
			await store.sql`select starts_on::text from public.phases where mission_id = ${mission.id} order by position`;
		expect(rows[0]!.starts_on).toBe(addDays(today, -3));
		expect(
			[...(await lines('ouverte')).values()].filter((one) => one.code === 'E-S4').length
		).toBeGreaterThan(50);
		// Once it has a day, another one is a change.
		const again = { kind: 'event' as const, name: 'notification', on: addDays(today, -2) };
		expect(await code(prepare([again], { actKind: 'fact', actOn: today }, 'ouverte'))).toBe(
			'fact_changes_more'
		);
	});
	it('moves nothing that has a day, even when told to by who calls the store itself', async () => {
		const mission = await readMission(manager, 'ouverte');
		const page = await readContractPage(manager, 'ouverte');
		const contract = structuredClone(page.contract);
		const open = contract.anchors.find((one) => one.tbd !== undefined)!;
		open.day = '2026-10-01';
		delete open.tbd;
		const before =
			await store.sql`select starts_on, ends_on from public.phases where mission_id = ${mission.id} order by position`;
		const { error } = await manager.client.rpc('prepare_amendment', {
			mission: mission.id,
			read_number: page.number,
			act: { kind: 'fact', number: 'F', on: mission.today, signedBy: 'X', purpose: 'Y' },
			proposal: {
				...{ contract, sha256: '0'.repeat(64), changes: {} },
				anchors: { ...mission.anchors, [open.name]: '2026-10-01' }
			} as never,
			effects: {
				phases: [
					{ code: 'E-P1', title: 'Z', position: 0, starts_on: '2030-01-01', ends_on: '2030-02-01' }
				],
				deliverables: [{ code: 'E-L99', title: 'Z', position: 0 }]
			}
		});
		expect(error).toBeNull();
		const after =
			await store.sql`select starts_on, ends_on from public.phases where mission_id = ${mission.id} order by position`;
		expect([...after]).toEqual([...before]);
		expect(await store.sql`select 1 from public.deliverables where code = 'E-L99'`).toHaveLength(0);
	});
});

it('leaves every chain of the journal whole', async () => {
	const { chains } = await store.backend.door!.integrity();
	expect(chains.every((one) => one.brokenAt === null)).toBe(true);
});

describe('an extension given before', () => {
	it('does not count again on the date an act sets afterwards', async () => {
		const mission = await readMission(manager, E);
		const due = async () => (await lines()).get('E-L21')!;
		const { id, version, due: was } = await due();
		const more = { id, version, days: 10, act: 'Décision n° 4', actOn: mission.today };
		await extendObligation(manager, mission, more);
		expect((await due()).due).toBe(addDays(was!, 10));
		const made = await prepare([{ kind: 'extend', code: 'E-L21', on: '2020-10-02' }], { actNumber: 'X' });
		await sign(made);
		expect((await due()).due).toBe('2020-10-02');
	});
});
