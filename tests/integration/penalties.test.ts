import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PenaltyLine } from '#core/penalties/follow/types.ts';
import type { InterruptionInput } from '#core/penalties/follow/inputs.ts';
import { readContract } from '#server/contract/read.ts';
import type { Context } from '#server/context.ts';
import { readMission } from '#server/missions/read-mission.ts';
import {
	chargePenalty,
	choosePenaltyReading,
	commentPenalty,
	decidePenalty,
	inviteToComment,
	typePenalty
} from '#server/penalties/act-on.ts';
import {
	readInterruptionFile,
	readInterruptions,
	saveInterruption
} from '#server/penalties/interruptions.ts';
import { readPenalties } from '#server/penalties/read-penalties.ts';
import { detectPenalties, valuePenalty } from '#server/penalties/search.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { act, cast, raw } from './matrix-world.ts';

let store: TestStore;
const people = {} as Record<'manager' | 'signatory' | 'lead' | 'consultant' | 'observer' | 'chair', Context>;
const slug = 'eure-et-loir';
const late48 = 'late:E-S4/2019-W48';

beforeAll(async () => {
	store = await makeStore();
	for (const who of ['manager', 'signatory', 'lead', 'consultant', 'observer', 'chair'] as const)
		people[who] = await store.as(cast[who]);
});
afterAll(() => store?.close());

const mission = (who: keyof typeof people = 'manager') => readMission(people[who], slug);
const all = async (who: keyof typeof people = 'manager', number: string | null = null) =>
	readPenalties(people[who], await mission(who), number);
const line = async (key: string, who: keyof typeof people = 'manager'): Promise<PenaltyLine> => {
	const found = (await all(who)).lines.find((one) => one.key === key);
	if (!found) throw new Error(`no ${key} for ${who}`);
	return found;
};
const at = async (key: string) => {
	const { id, version } = await line(key);
	return { id, version };
};
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const search = async () => detectPenalties(people.manager, await mission());
const onDay = async (day: string) =>
	act(await raw(store, cast.manager), 'move_clock', { mission: (await mission()).id, to_day: day });
const mails = async (kind: string): Promise<string[]> =>
	(await store.sql`select to_email from private.mails where kind = ${kind} order by 1`).map(
		(m) => m.to_email
	);
const waits = async (who: keyof typeof people): Promise<string[]> =>
	((await people[who].client.rpc('waiting')).data ?? [])
		.filter((one) => one.kind.endsWith('_penalty'))
		.map((one) => [one.kind, one.subject, one.due_on].filter(Boolean).join(' '));
const blank: InterruptionInput = {
	corrects: '',
	revision: 0,
	correction: '',
	startsAt: '2019-11-20T09:00:00',
	endsAt: '2019-11-20T09:30:00',
	what: 'Standard muet',
	place: '',
	attributable: 'unknown',
	attributableReason: '',
	excluded: false,
	excludedReason: '',
	file: null
};
const stop = async (who: keyof typeof people, given: Partial<InterruptionInput> = {}) =>
	saveInterruption(people[who], await mission(who), { ...blank, ...given });

describe('a simulated penalty', () => {
	it('comes from the late report, undetermined and not zero, and the second search finds nothing', async () => {
		expect(await line(late48)).toMatchObject({
			number: 'PEN-001',
			stage: 'detected',
			amount: null,
			facts: { days: 3 }
		});
		expect(await search()).toEqual({ fresh: 0, changed: 0, lapsed: 0 });
	});

	it('is the client’s alone, through every way of the data API', async () => {
		const { id } = await line(late48);
		for (const who of ['lead', 'consultant', 'observer'] as const) {
			const client = await raw(store, cast[who]);
			for (const table of ['penalties', 'penalty_acts', 'penalty_readings'])
				expect((await client.from(table).select('*')).data).toEqual([]);
			expect((await all(who, 'PEN-001')).lines).toEqual([]);
			expect((await all(who, 'PEN-001')).acts).toEqual([]);
			expect((await all(who)).search).toBeNull();
			const told = await client.from('journal').select('event').like('event', 'penalt%');
			expect(told.data).toEqual([]);
			expect(await code(commentPenalty(people[who], { id, version: 1, comment: 'Pourquoi ?' }))).toBe(
				'not_found'
			);
		}
		expect((await all('chair')).lines).toHaveLength(1);
		const written = await (
			await raw(store, cast.manager)
		)
			.from('penalties')
			.update({ amount_cents: 1 })
			.eq('id', id);
		expect(written.error?.code).toBe('42501');
	});

	it('takes computed amounts from the server’s own door alone, for the project manager', async () => {
		const { id } = await mission();
		const client = await raw(store, cast.manager);
		const args = { acting: people.manager.userId, mission: id, rows: [], gone: [] };
		expect((await client.rpc('store_penalties', args)).error).not.toBeNull();
		const door = store.backend.door!;
		for (const who of ['signatory', 'lead', 'observer'] as const) {
			expect(await code(detectPenalties(people[who], await mission(who)))).toBe('not_allowed');
			expect(await code(door.storePenalties(people[who].userId!, id, [], []))).toBe('not_allowed');
		}
	});

	it('is priced by the client only with a clause', async () => {
		const type = async (who: keyof typeof people, more = {}) =>
			typePenalty(people[who], {
				...(await at(late48)),
				amount: '150.00',
				ref: 'CCAP, art. 8',
				quote: '',
				...more
			});
		for (const [who, refusal] of [
			['lead', 'not_found'],
			['observer', 'not_found'],
			['chair', 'not_allowed'],
			['signatory', 'not_allowed']
		] as const)
			expect(await code(type(who))).toBe(refusal);
		expect(await code(type('manager', { ref: ' ' }))).toBe('clause_missing');
		for (const amount of ['0', '-5', '1.005', '99999999999999'])
			expect(await code(type('manager', { amount }))).toBe('amount_unreadable');
		expect(await code(type('manager', { version: 99 }))).toBe('stale');
		expect(
			await code(
				inviteToComment(people.manager, {
					...(await at(late48)),
					commentBy: '2019-12-20',
					message: ''
				})
			)
		).toBe('amount_undetermined');
		const decide = decidePenalty(people.signatory, {
			...(await at(late48)),
			decision: 'applied',
			amount: null,
			reason: ''
		});
		expect(await code(decide)).toBe('amount_undetermined');
		await type('manager', { quote: '50 € par jour' });
		expect(await line(late48)).toMatchObject({
			stage: 'computed',
			amount: 15000n,
			typed: true,
			clause: { ref: 'CCAP, art. 8', quote: '50 € par jour' }
		});
		expect((await line(late48)).steps.at(-1)).toEqual({
			key: 'typed',
			amount: 15000n,
			ref: 'CCAP, art. 8'
		});
	});

	it('keeps what was typed while the delay grows', async () => {
		await onDay('2019-12-04');
		expect(await search()).toEqual({ fresh: 0, changed: 1, lapsed: 0 });
		expect(await line(late48)).toMatchObject({ amount: 15000n, facts: { days: 5 }, stage: 'computed' });
		await onDay('2019-12-02');
		await search();
	});
});

describe('a notified penalty', () => {
	it('is opened to the contractor by the project manager, with a day to come', async () => {
		const invite = async (who: keyof typeof people, commentBy = '2019-12-16') =>
			inviteToComment(people[who], { ...(await at(late48)), commentBy, message: 'Semaine 48' });
		for (const who of ['signatory', 'chair'] as const)
			expect(await code(invite(who))).toBe('not_allowed');
		expect(await code(invite('lead'))).toBe('not_found');
		expect(await code(invite('manager', '2019-12-02'))).toBe('date_in_the_past');
		await invite('manager');
		expect(await code(invite('manager', '2019-12-20'))).toBe('not_from_here');
		expect(await line(late48, 'lead')).toMatchObject({
			stage: 'invited',
			amount: 15000n,
			commentBy: '2019-12-16'
		});
		// What was prepared before stays the client's.
		expect((await all('lead', 'PEN-001')).acts.map((one) => one.kind)).toEqual(['invited']);
		expect((await all('manager', 'PEN-001')).acts.map((one) => one.kind)).toEqual([
			'detected',
			'typed',
			'invited'
		]);
		expect(await waits('lead')).toEqual(['comment_penalty PEN-001 2019-12-16']);
		expect([await waits('consultant'), await waits('signatory')]).toEqual([[], []]);
		expect(await mails('penalty_invited')).toEqual(['consultant-chef@demo.test', 'consultant@demo.test']);
	});

	it('keeps its numbers, to the owner of the store too, and shows what the facts give now', async () => {
		for (const change of [
			'amount_cents = 1',
			`facts = '{}'`,
			`steps = '[]'`,
			'notified_on = null',
			`number = 'PEN-9'`
		])
			await expect(
				store.sql.unsafe(`update public.penalties set ${change} where key = '${late48}'`)
			).rejects.toMatchObject({
				detail: 'append_only'
			});
		await expect(store.sql`delete from public.penalties`).rejects.toMatchObject({
			detail: 'append_only'
		});
		await onDay('2019-12-04');
		expect(await search()).toEqual({ fresh: 0, changed: 0, lapsed: 0 });
		expect((await all()).search!.difference.since.get('PEN-001')).toEqual({ days: 5, amount: 15000n });
		expect((await line(late48)).facts.days).toBe(3);
		await onDay('2019-12-02');
	});

	it('is not decided before the contractor has commented or its day has passed', async () => {
		const decide = decidePenalty(people.signatory, {
			...(await at(late48)),
			decision: 'applied',
			amount: null,
			reason: ''
		});
		expect(await code(decide)).toBe('comment_delay_running');
	});

	it('is commented once, by the contractor’s lead; after the day, late', async () => {
		const comment = async (who: keyof typeof people, text = 'Nous demandons une réduction.') =>
			commentPenalty(people[who], { ...(await at(late48)), comment: text });
		for (const who of ['consultant', 'observer', 'manager', 'signatory'] as const)
			expect(await code(comment(who))).toBe('not_allowed');
		expect(await code(comment('lead', '  '))).toBe('comment_missing');
		await onDay('2019-12-17');
		await comment('lead');
		await onDay('2019-12-02');
		expect(await code(comment('lead'))).toBe('not_from_here');
		expect((await all('observer', 'PEN-001')).acts.at(-1)).toMatchObject({
			kind: 'commented',
			late: true,
			by: 'Julien Carpentier'
		});
		expect([await waits('lead'), await waits('signatory')]).toEqual([[], ['decide_penalty PEN-001']]);
		expect(await mails('penalty_commented')).toEqual([
			'chef-de-projet@demo.test',
			'signataire@demo.test'
		]);
	});

	it('is decided by who signs, never above what was computed', async () => {
		const decide = async (who: keyof typeof people, more: object = {}) =>
			decidePenalty(people[who], {
				...(await at(late48)),
				decision: 'reduced',
				amount: '100.00',
				reason: 'Rappel tardif',
				...more
			});
		for (const who of ['manager', 'chair', 'lead', 'observer'] as const)
			expect(await code(decide(who))).toBe('not_allowed');
		expect(await code(decide('signatory', { amount: '150.01' }))).toBe('amount_above_computed');
		expect(await code(decide('signatory', { amount: '150' }))).toBe('amount_not_reduced');
		expect(await code(decide('signatory', { reason: '' }))).toBe('reason_missing');
		expect(await code(decide('signatory', { decision: 'waived', reason: ' ' }))).toBe('reason_missing');
		expect(await code(decide('signatory', { version: 1 }))).toBe('stale');
		// The verb sends no amount with « applied »; the data API takes the computed one and no other.
		const client = await raw(store, cast.signatory);
		const { id, version } = await at(late48);
		for (const [amount, refusal] of [
			[100, 'amount_is_reduced'],
			[150.01, 'amount_above_computed']
		] as const) {
			const args = { penalty: id, read_version: version, decision: 'applied', amount };
			expect((await client.rpc('decide_penalty', args)).error?.details).toBe(refusal);
		}
		await decide('signatory');
		expect(await line(late48, 'lead')).toMatchObject({
			stage: 'decided',
			decision: 'reduced',
			decided: 10000n
		});
		expect(await mails('penalty_decided')).toEqual([
			'chef-de-projet@demo.test',
			'consultant-chef@demo.test',
			'consultant@demo.test'
		]);
	});

	it('is charged after the decision, by the project manager, and a correction puts it back', async () => {
		const charge = async (who: keyof typeof people, more: object = {}) =>
			chargePenalty(people[who], {
				...(await at(late48)),
				reference: 'Décompte 2',
				chargedOn: '2019-12-02',
				...more
			});
		for (const who of ['signatory', 'lead', 'chair'] as const)
			expect(await code(charge(who))).toBe('not_allowed');
		expect(await code(charge('manager', { reference: '' }))).toBe('reference_missing');
		expect(await code(charge('manager', { chargedOn: '2019-12-03' }))).toBe('in_the_future');
		expect(await code(charge('manager', { chargedOn: '2019-12-01' }))).toBe('charged_before_decided');
		await charge('manager');
		expect(await line(late48, 'observer')).toMatchObject({ stage: 'charged', chargedRef: 'Décompte 2' });
		const again = async (reason: string) =>
			decidePenalty(people.signatory, {
				...(await at(late48)),
				decision: 'applied',
				amount: null,
				reason
			});
		expect(await code(again(''))).toBe('reason_missing');
		await again('Pièce retrouvée');
		expect(await line(late48)).toMatchObject({ stage: 'decided', decided: 15000n, chargedRef: null });
		const { acts } = await all('lead', 'PEN-001');
		expect(acts.map((one) => one.decision ?? one.kind)).toEqual([
			'invited',
			'commented',
			'reduced',
			'charged',
			'applied'
		]);
		await decidePenalty(people.signatory, {
			...(await at(late48)),
			decision: 'waived',
			amount: null,
			reason: 'Abandonnée'
		});
		expect(await code(charge('manager'))).toBe('not_from_here');
	});

	it('is decided in the name of the signatory by a delegate, who is told of', async () => {
		await act(await raw(store, cast.signatory), 'delegate', {
			membership: (
				await store.sql`select m.id from public.memberships m join public.people p on p.id = m.person_id where p.email = 'signataire@demo.test'`
			)[0]!.id,
			to_person: (
				await store.sql`select id from public.people where email = 'chef-de-projet@demo.test'`
			)[0]!.id,
			from_day: '2019-12-02',
			to_day: '2019-12-02',
			reason: 'Absence'
		});
		await decidePenalty(people.manager, {
			...(await at(late48)),
			decision: 'waived',
			amount: null,
			reason: 'Confirmé'
		});
		expect((await all('manager', 'PEN-001')).acts.at(-1)).toMatchObject({
			by: 'Camille Renaud',
			onBehalfOf: 'Dominique Vasseur'
		});
	});
});

describe('by the flat amounts of a contract that states them', () => {
	beforeAll(async () => {
		const redal = readContract(await readFile('templates/missions/redal.yaml', 'utf8'));
		if (!redal.ok) throw new Error('redal.yaml');
		const penalties = { ...redal.contract.penalties };
		penalties.items = penalties.items.map((one) =>
			one.code === 'R-P3'
				? {
						...one,
						obligations: ['E-S6'],
						alternatives: [{ reading: 'tous les rapports', obligations: ['E-S4'] }]
					}
				: one
		);
		await store.sql`update public.missions set contract = contract || ${store.sql.json({ penalties, currency: 'MAD', events: [{ name: 'interruption', label: 'Interruption' }] } as never)},
			contract_sha256 = repeat('a', 64), regime = 'cps' where slug = ${slug}`;
	});

	it('the contractor records an interruption and the client alone says whose doing it was', async () => {
		for (const who of ['observer', 'chair', 'signatory'] as const)
			expect(await code(stop(who))).toBe('not_allowed');
		expect(await code(stop('lead', { attributable: 'no', attributableReason: 'Opérateur' }))).toBe(
			'not_allowed'
		);
		expect(await code(stop('lead', { excluded: true, excludedReason: 'Fête' }))).toBe('not_allowed');
		expect(await code(stop('lead', { endsAt: '2019-11-20T08:59:00' }))).toBe('end_before_start');
		expect(await code(stop('lead', { endsAt: '2019-12-03T08:59:00' }))).toBe('in_the_future');
		expect(await code(stop('lead', { what: ' ' }))).toBe('wording_missing');
		expect(await code(stop('manager', { attributable: 'yes' }))).toBe('reason_missing');
		const file = new File(['Relevé'], 'relevé.txt', { type: 'text/plain' });
		await stop('consultant', { file });
		const [row] = await readInterruptions(people.observer, slug);
		expect(row).toMatchObject({
			number: 'INT-001',
			seconds: 1800,
			attributable: null,
			by: 'Inès Lambert'
		});
		const proof = await readInterruptionFile(people.observer, slug, row!.id);
		expect(new TextDecoder().decode(proof.bytes)).toBe('Relevé');
		expect((await all()).search!.detected.unjudged).toEqual(['INT-001']);
	});

	it('a correction is a following revision, by the project manager; the search follows it to the second', async () => {
		const judged = {
			corrects: 'INT-001',
			correction: 'Relevé lu',
			attributable: 'yes' as const,
			attributableReason: 'Serveur du titulaire'
		};
		expect(await code(stop('lead', { ...judged, revision: 1 }))).toBe('not_allowed');
		expect(await code(stop('manager', { ...judged, revision: 1, correction: '' }))).toBe(
			'reason_missing'
		);
		expect(await code(stop('manager', { ...judged, revision: 7 }))).toBe('stale');
		await stop('manager', { ...judged, revision: 1 });
		await search();
		expect(await line('interruption:INT-001')).toMatchObject({
			amount: 200_000n,
			clauseCode: 'R-P1',
			stage: 'computed'
		});
		await stop('manager', { ...judged, revision: 2, endsAt: '2019-11-20T09:30:01' });
		expect((await all()).search!.difference.repriced).toBe(1);
		await search();
		expect(await line('interruption:INT-001')).toMatchObject({ amount: 500_000n, clauseCode: 'R-P2' });
		const [row] = await readInterruptions(people.observer, slug);
		expect([row!.revision, row!.before.map((one) => one.seconds), row!.fileName]).toEqual([
			3,
			[1800, 1800],
			'relevé.txt'
		]);
		await stop('manager', {
			...judged,
			revision: 3,
			excluded: true,
			excludedReason: 'Jour exceptionnel'
		});
		await search();
		expect((await line('interruption:INT-001')).stage).toBe('lapsed');
		await stop('manager', { ...judged, revision: 4 });
		await search();
		expect(await line('interruption:INT-001')).toMatchObject({ amount: 200_000n, stage: 'computed' });
		expect(
			(await all('manager', (await line('interruption:INT-001')).number)).acts.map((one) => one.kind)
		).toEqual([...['detected', 'computed', 'recomputed', 'lapsed', 'detected', 'recomputed']]);
	});

	it('a clause that reads in two ways waits until the project manager chose, with a reason', async () => {
		await onDay('2019-12-16');
		const { detected } = (await all()).search!;
		expect(detected.disputed).toMatchObject([
			{ item: { code: 'R-P3' }, duties: [{ code: 'E-S4' }], narrow: 0n }
		]);
		const choose = async (who: keyof typeof people, reading: string, reason = 'Lettre du 2 décembre') =>
			choosePenaltyReading(people[who], await mission(who), { code: 'R-P3', reading, reason });
		for (const who of ['lead', 'signatory', 'observer'] as const)
			expect(await code(choose(who, ''))).toBe('not_allowed');
		expect(await code(choose('manager', 'autre'))).toBe('choice_missing');
		expect(await code(choose('manager', '', ' '))).toBe('reason_missing');
		await choose('manager', 'tous les rapports');
		await search();
		expect(await line('late:E-S4/2019-W49')).toMatchObject({ amount: 100_000n, clauseCode: 'R-P3' });
		await choose('manager', '');
		await search();
		expect((await line('late:E-S4/2019-W49')).stage).toBe('lapsed');
		expect((await (await raw(store, cast.lead)).from('penalty_readings').select('*')).data).toEqual([]);
		await onDay('2019-12-02');
	});

	it('no adversarial step being written, who signs may decide without inviting first; the contractor is then told', async () => {
		const { id, version, number } = await line('interruption:INT-001');
		expect((await all('lead')).lines.map((one) => one.number)).not.toContain(number);
		await decidePenalty(people.signatory, { id, version, decision: 'applied', amount: null, reason: '' });
		expect(await line('interruption:INT-001', 'lead')).toMatchObject({
			decision: 'applied',
			decided: 200_000n,
			notifiedOn: '2019-12-02'
		});
	});
});

describe('by the formula of the CCAG-PI 2021', () => {
	const late = 'late:E-L13';
	beforeAll(async () => {
		await store.sql`update public.missions set contract = contract || ${store.sql.json({
			penalties: { undetermined: true, why: 'Voir CCAP', items: [] },
			currency: 'EUR',
			regime: 'ccag-pi-2021'
		} as never)}, contract_sha256 = repeat('b', 64), regime = 'ccag-pi-2021' where slug = ${slug}`;
		await onDay('2020-03-31');
		await search();
	});
	const first = async () =>
		(await all()).lines.filter((one) => one.about === 'deliverable' && one.stage === 'detected')[0]!;
	const value = async (
		one: PenaltyLine,
		base: string,
		contractValue: string | null = null,
		who: keyof typeof people = 'manager'
	) =>
		valuePenalty(people[who], await mission(who), {
			number: one.number,
			version: one.version,
			base,
			whole: false,
			contractValue
		});

	it('waits for the value of the late part, which the project manager types; core computes', async () => {
		const one = await first();
		expect(one.key).not.toBe(late);
		expect(await code(value(one, '84000.00', null, 'signatory'))).toBe('not_allowed');
		await value(one, '3000.00', '210000.00');
		const days = BigInt((await line(one.key)).facts.days!);
		expect(await line(one.key)).toMatchObject({
			amount: 100n * days,
			exempt: 100_000n,
			cap: 2_100_000n,
			stage: 'computed'
		});
		expect(await code(value(one, '84000.00'))).toBe('stale');
	});

	it('asks for fifteen days of comments before any decision', async () => {
		const one = (await all()).lines.find(
			(each) => each.about === 'deliverable' && each.stage === 'computed'
		)!;
		const decide = async () =>
			decidePenalty(people.signatory, {
				...(await at(one.key)),
				decision: 'applied',
				amount: null,
				reason: ''
			});
		expect(await code(decide())).toBe('hearing_missing');
		const invite = async (commentBy: string) =>
			inviteToComment(people.manager, { ...(await at(one.key)), commentBy, message: '' });
		expect(await code(invite('2020-04-14'))).toBe('comment_delay_too_short');
		await invite('2020-04-15');
		await onDay('2020-04-16');
		// 1 € a day, and what the lines of the tests before have decided: the whole is what the exemption is counted on.
		await store.sql`update public.penalties set decision = 'waived', decided_cents = 0 where decided_cents > 0`;
		expect(await code(decide())).toBe('penalty_exempt');
		await onDay('2020-03-31');
	});

	it('never decides above the cap of the contract', async () => {
		const one = await first();
		await value(one, '9000000.00', '21000.00');
		expect(await line(one.key)).toMatchObject({ cap: 210_000n });
		await inviteToComment(people.manager, {
			...(await at(one.key)),
			commentBy: '2020-04-15',
			message: ''
		});
		await onDay('2020-04-16');
		const decide = async (amount: string | null) =>
			decidePenalty(people.signatory, {
				...(await at(one.key)),
				decision: amount === null ? 'applied' : 'reduced',
				amount,
				reason: 'Plafond'
			});
		expect(await code(decide(null))).toBe('above_cap');
		await decide('2100.00');
		expect(await line(one.key)).toMatchObject({ decided: 210_000n, decision: 'reduced' });
	});
});

it('leaves the journal whole', async () => {
	const { chains } = await store.backend.door!.integrity();
	expect(chains.every((one) => one.brokenAt === null)).toBe(true);
});
