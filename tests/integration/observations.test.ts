import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { observationCircuit, type Answer, type Severity } from '#core/deliverables/observations/circuit.ts';
import { mayMove, mayObserve, type Reader } from '#core/deliverables/observations/checks.ts';
import { observationNumber } from '#core/deliverables/observations/numbering.ts';
import { lastCheck, type ObservationView } from '#core/deliverables/observations/view.ts';
import type { VersionView } from '#core/deliverables/view.ts';
import type { Context } from '#server/context.ts';
import { castVote } from '#server/deliverables/cast-vote.ts';
import { confirmEndorsement } from '#server/deliverables/confirm-endorsement.ts';
import { decide } from '#server/deliverables/decide.ts';
import { handIn } from '#server/deliverables/hand-in.ts';
import { answerObservation } from '#server/deliverables/observations/answer.ts';
import { checkObservation } from '#server/deliverables/observations/check.ts';
import { correctObservation } from '#server/deliverables/observations/correct.ts';
import { numberReserves } from '#server/deliverables/observations/number-reserves.ts';
import { observe } from '#server/deliverables/observations/observe.ts';
import { readObservations } from '#server/deliverables/observations/read-observations.ts';
import { withdrawObservation } from '#server/deliverables/observations/withdraw.ts';
import { putDraft } from '#server/deliverables/put-draft.ts';
import { readDeliverable } from '#server/deliverables/read-deliverable.ts';
import { readRegister } from '#server/deliverables/read-register.ts';
import { readWaiting } from '#server/home/read-waiting.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast, enrol, missionId, raw } from './matrix-world.ts';

const slug = 'eure-et-loir';
const names = {
	manager: 'chef-de-projet',
	signatory: 'signataire',
	chair: 'copil',
	member: 'copil2',
	third: 'copil3',
	technical: 'technique',
	lead: 'consultant-chef',
	consultant: 'consultant',
	observer: 'observateur',
	outsider: 'etranger',
	admin: 'admin'
} as const;
type Who = keyof typeof names;

let store: TestStore;
const people = {} as Record<Who, Context>;
beforeAll(async () => {
	store = await makeStore();
	await enrol(store, await missionId(store), cast.technical, 'client', 'technical_member');
	for (const [who, email] of Object.entries(names)) people[who as Who] = await store.as(email);
});
afterAll(() => store?.close());

const refused = (code: string, status: number) => expect.objectContaining({ code, status }) as Error;
const see = (code: string, who: Who = 'manager') => readDeliverable(people[who], slug, code);
const list = (code: string, who: Who = 'manager') => readObservations(people[who], slug, code);
const one = async (number: string, who: Who = 'manager'): Promise<ObservationView> =>
	(await list(number.slice(4, -3), who)).find((o) => o.number === number)!;

/** Hands in one text as a version of its own. */
async function version(code: string): Promise<VersionView> {
	const bytes = new TextEncoder().encode(`Texte ${randomUUID()}`);
	const { id } = await putDraft(people.consultant, slug, code, { name: 'rapport.txt', bytes });
	await handIn(people.lead, slug, code, { files: [id], note: '' });
	return (await see(code)).versions[0]!;
}
const on = ({ id, sha256 }: { id: string; sha256: string }) => ({ version: id, seen: sha256 });
const ask = async (
	who: Who,
	v: VersionView,
	severity: Severity = 'blocking',
	kind: 'reserve' | 'observation' = 'reserve'
) =>
	(
		await observe(people[who], {
			...on(v),
			kind,
			severity,
			wording: 'À compléter',
			place: 'p. 3',
			file: null
		})
	).number;
const answer = async (who: Who, number: string, choice: Answer = 'accepted', words = 'Fait') => {
	const { id, read } = await one(number);
	return answerObservation(people[who], { id, read, answer: choice, words, inVersion: null });
};
const check = async (
	who: Who,
	number: string,
	v: VersionView,
	verdict: 'lifted' | 'maintained' = 'lifted',
	words = ''
) => {
	const { id, read } = await one(number);
	return checkObservation(people[who], { id, read, ...on(v), verdict, words });
};
const withdraw = async (who: Who, number: string, reason = 'Erreur de lecture') => {
	const { id, read } = await one(number);
	return withdrawObservation(people[who], { id, read, reason });
};
const correct = async (who: Who, number: string, severity: Severity = 'minor', wording = 'À préciser') => {
	const { id, read } = await one(number);
	return correctObservation(people[who], { id, read, severity, wording, place: '' });
};
const judge = (
	v: VersionView,
	kind: 'admit' | 'reduce' | 'adjourn' | 'reject',
	reasons = '',
	reduction = ''
) => decide(people.signatory, { ...on(v), kind, reasons, reduction });
async function endorse(v: VersionView) {
	for (const who of ['chair', 'member'] as const)
		await castVote(people[who], { ...on(v), choice: 'approve', reason: '' });
	await confirmEndorsement(people.chair, { ...on(v), outcome: 'endorsed', reserves: '', meeting: null });
}

it('the way is the one core holds, row for row', async () => {
	const rows =
		await store.sql`select from_state as "from", move, to_state as "to" from public.observation_moves`;
	const sorted = (moves: Iterable<{ from: string; move: string; to: string }>) =>
		[...moves].map((m) => `${m.from} ${m.move} ${m.to}`).sort();
	expect(sorted(rows as never)).toEqual(sorted(observationCircuit));
});

describe('what is refused', () => {
	let v: VersionView;
	let number: string;
	beforeAll(async () => {
		v = await version('E-L21');
		number = await ask('member', v);
	});

	it.each<[Who, string, number]>([
		['lead', 'not_allowed', 403],
		['consultant', 'not_allowed', 403],
		['observer', 'not_allowed', 403],
		['outsider', 'not_found', 404],
		['admin', 'not_found', 404]
	])('%s observes nothing, corrects nothing, lifts nothing', async (who, code, status) => {
		await expect(ask(who, v)).rejects.toEqual(refused(code, status));
		await answer('lead', number, 'refused', 'Déjà au § 2').catch(() => {});
		await expect(check(who, number, v)).rejects.toEqual(refused(code, status));
		await expect(check(who, number, v, 'maintained', 'non')).rejects.toEqual(refused(code, status));
		await expect(withdraw(who, number)).rejects.toEqual(refused(code, status));
		await expect(correct(who, number)).rejects.toEqual(refused(code, status));
		if (status === 404 || who === 'observer')
			await expect(answer(who, number)).rejects.toEqual(refused(code, status));
	});

	it('nobody of the client answers in the contractor’s place', async () => {
		for (const who of ['manager', 'signatory', 'chair', 'member', 'technical'] as const)
			await expect(answer(who, number)).rejects.toEqual(refused('not_allowed', 403));
	});

	it('nobody observes what was not handed in, nor a version that was replaced', async () => {
		const bytes = new TextEncoder().encode('Brouillon');
		const draft = await putDraft(people.consultant, slug, 'E-L22', { name: 'brouillon.txt', bytes });
		await expect(ask('manager', draft as unknown as VersionView)).rejects.toEqual(
			refused('not_found', 404)
		);
		await expect(ask('manager', { ...v, sha256: 'f'.repeat(64) })).rejects.toEqual(
			refused('another_version', 409)
		);
		const first = await version('E-L22');
		await version('E-L22');
		await expect(ask('manager', first)).rejects.toEqual(refused('another_version', 409));
	});

	it('a form that says nothing, or too much', async () => {
		const given = {
			...on(v),
			kind: 'reserve' as const,
			severity: 'major' as const,
			wording: 'x',
			place: '',
			file: null
		};
		await expect(observe(people.manager, { ...given, wording: ' \n' })).rejects.toEqual(
			refused('wording_missing', 422)
		);
		await expect(observe(people.manager, { ...given, wording: 'x'.repeat(4001) })).rejects.toEqual(
			refused('too_long', 422)
		);
		await expect(observe(people.manager, { ...given, place: 'x'.repeat(201) })).rejects.toEqual(
			refused('too_long', 422)
		);
		await expect(observe(people.manager, { ...given, severity: 'grave' as never })).rejects.toEqual(
			refused('severity_missing', 422)
		);
		await expect(
			observe(people.manager, { ...given, kind: 'observation', severity: 'blocking' })
		).rejects.toEqual(refused('observation_not_blocking', 422));
		const [other] = (await see('E-L13')).versions[0]!.files;
		await expect(observe(people.manager, { ...given, file: other!.id })).rejects.toEqual(
			refused('unknown_file', 422)
		);
		await expect(answer('lead', number, 'partly', '')).rejects.toEqual(refused('reason_missing', 422));
		await expect(check('chair', number, v, 'maintained', '')).rejects.toEqual(
			refused('reason_missing', 422)
		);
	});

	it('two people who act on one at once: the second is told', async () => {
		const target = await ask('manager', v, 'minor');
		const { id, read } = await one(target);
		const given = { id, read, words: 'Fait', inVersion: null };
		const both = await Promise.allSettled([
			answerObservation(people.lead, { ...given, answer: 'accepted' }),
			answerObservation(people.consultant, { ...given, answer: 'refused' })
		]);
		expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'stale' } });
		await expect(withdraw('manager', target)).rejects.toEqual(refused('not_from_here', 409));
		await expect(correct('manager', target)).rejects.toEqual(refused('not_from_here', 409));
	});

	it('nothing is deleted nor rewritten, by the owner of the store either', async () => {
		for (const change of [
			`update public.observations set number = 'OBS-X-01'`,
			`update public.observations set author_id = gen_random_uuid()`,
			`update public.observations set mission_day = '2000-01-01'`,
			`update public.observations set state = 'open' where state = 'answered'`,
			'delete from public.observations',
			'truncate public.observations cascade'
		])
			await expect(store.sql.unsafe(change), change).rejects.toMatchObject({
				detail: expect.stringMatching(/append_only|not_from_here/)
			});
	});
});

describe('who may, as core says before the store is asked', () => {
	it('is the same for everybody, move by move', async () => {
		const code = 'E-L25';
		const v = await version(code);
		const mission = await readMission(people.manager, slug);
		const number = await ask('member', v, 'major');
		const reader = async (who: Who): Promise<Reader> => {
			const m = await readMission(people[who], slug);
			return { roles: m.roles, isContractor: m.isContractor, seats: (await see(code, who)).seats };
		};
		const inside = [
			'manager',
			'signatory',
			'chair',
			'member',
			'third',
			'technical',
			'lead',
			'consultant',
			'observer'
		] as const;
		expect(mission.slug).toBe(slug);
		const may = async (work: Promise<unknown>) =>
			work.then(
				() => true,
				(error: { code: string }) => error.code !== 'not_allowed'
			);
		for (const who of inside) {
			const me = await reader(who);
			const bad = { ...v, sha256: 'f'.repeat(64) };
			expect([who, await may(ask(who, bad))]).toEqual([who, mayObserve('submitted', me)]);
			const open = await one(number, who);
			expect([who, 'withdraw', await may(withdraw(who, number, ' '))]).toEqual([
				...[who, 'withdraw', mayMove(open, 'withdraw', 'submitted', me)]
			]);
			expect([who, 'correct', await may(correct(who, number, 'major', ' '))]).toEqual([
				...[who, 'correct', mayMove(open, 'correct', 'submitted', me)]
			]);
			expect([who, 'answer', await may(answer(who, number, 'refused', ' '))]).toEqual([
				...[who, 'answer', mayMove(open, 'answer', 'submitted', me)]
			]);
		}
		await answer('lead', number, 'refused', 'Hors du marché');
		for (const who of inside) {
			const seen = await one(number, who);
			expect([who, 'maintain', await may(check(who, number, v, 'maintained', ''))]).toEqual([
				...[who, 'maintain', mayMove(seen, 'maintain', 'submitted', await reader(who))]
			]);
		}
	});
});

describe('a round, from a blocking reserve to the admission', () => {
	const code = 'E-L23';
	let first: VersionView;
	let second: VersionView;
	let reserve: string;

	it('is numbered in one series, read by both sides, and waits for the contractor', async () => {
		first = await version(code);
		const told = [
			await ask('technical', first, 'minor', 'observation'),
			await ask('member', first),
			await ask('manager', first, 'major')
		];
		expect(told).toEqual([1, 2, 3].map((rank) => observationNumber(code, rank)));
		reserve = told[1]!;
		for (const who of ['lead', 'observer', 'chair'] as const)
			expect((await list(code, who)).map((o) => o.number)).toEqual(told);
		expect(await list(code, 'outsider')).toEqual([]);
		const row = (await readRegister(people.lead, slug)).find((r) => r.code === code);
		expect(row).toMatchObject({ observations: 3, blocking: 1 });
		const waits = async (who: Who) =>
			(await readWaiting(people[who])).map((w) => `${w.kind} ${w.subject}`);
		expect(await waits('lead')).toContain(`answer_observations ${code}`);
		for (const who of ['consultant', 'manager', 'chair'] as const)
			expect(await waits(who)).not.toContain(`answer_observations ${code}`);
	});

	it('is withdrawn or put right by its author alone, and what it said is kept', async () => {
		const third = observationNumber(code, 3);
		await expect(withdraw('chair', third)).rejects.toEqual(refused('not_allowed', 403));
		await expect(withdraw('manager', third, ' ')).rejects.toEqual(refused('reason_missing', 422));
		await expect(correct('manager', third, 'major', 'À compléter')).resolves.toBeDefined();
		await expect(correct('manager', third, 'major', 'À compléter')).rejects.toEqual(
			refused('nothing_changes', 422)
		);
		await correct('manager', third, 'minor', 'Préciser la source');
		await withdraw('manager', third);
		const gone = await one(third);
		expect(gone).toMatchObject({ state: 'withdrawn', severity: 'minor', wording: 'Préciser la source' });
		expect(gone.acts.map((a) => [a.kind, a.was?.wording ?? null])).toEqual([
			['corrected', 'À compléter'],
			['corrected', 'À compléter'],
			['withdrawn', null]
		]);
		await expect(answer('lead', third)).rejects.toEqual(refused('not_from_here', 409));
	});

	it('stops the admission by its number, through the data API too; not an adjournment', async () => {
		await endorse(first);
		await expect(judge(first, 'admit')).rejects.toMatchObject({
			code: 'blocking_reserve_open',
			status: 409,
			detail: { numbers: reserve }
		});
		const signs = await raw(store, cast.signatory);
		const { error } = await signs.rpc('decide', {
			version: first.id,
			seen_sha256: first.sha256,
			kind: 'admit'
		});
		expect(error).toMatchObject({ code: 'PT409', details: 'blocking_reserve_open' });
		expect((await see(code)).versions[0]).toMatchObject({ state: 'endorsed', decision: null });
		await judge(first, 'adjourn', 'Réserve bloquante');
		await expect(ask('manager', first)).rejects.toEqual(refused('observation_closed', 409));
	});

	it('no version follows before every observation is answered, and the answers come with it', async () => {
		await expect(version(code)).rejects.toMatchObject({
			code: 'answers_missing',
			detail: { numbers: `${observationNumber(code, 1)}, ${reserve}` }
		});
		await answer('consultant', observationNumber(code, 1), 'refused', 'Hors du périmètre');
		await answer('lead', reserve, 'refused', 'Voir p. 3');
		await answer('lead', reserve, 'accepted', '');
		await expect(check('member', reserve, first)).rejects.toEqual(refused('answer_not_handed_in', 409));
		second = await version(code);
		expect(second.number).toBe('2.0');
		expect(await one(reserve)).toMatchObject({
			answer: 'accepted',
			answerVersion: '2.0',
			version: '1.0'
		});
		expect((await one(observationNumber(code, 1))).answerVersion).toBeNull();
	});

	it('is checked in the version that is there now, maintained, answered again, then lifted', async () => {
		const waits = async (who: Who) =>
			(await readWaiting(people[who])).map((w) => `${w.kind} ${w.subject}`);
		for (const who of ['manager', 'member', 'technical'] as const)
			expect(await waits(who)).toContain(`check_answers ${code}`);
		for (const who of ['lead', 'third', 'signatory'] as const)
			expect(await waits(who)).not.toContain(`check_answers ${code}`);
		await expect(check('chair', reserve, first)).rejects.toEqual(refused('another_version', 409));
		await check('member', reserve, second, 'maintained', 'La page 4 manque');
		await endorse(second);
		await expect(judge(second, 'admit')).rejects.toEqual(refused('blocking_reserve_open', 409));
		await answer('lead', reserve, 'refused', 'La page 4 est en annexe');
		await expect(check('third', reserve, second)).rejects.toEqual(refused('not_allowed', 403));
		await check('chair', reserve, second);
		await check('manager', observationNumber(code, 1), second);
		const lifted = await one(reserve);
		expect(lifted.state).toBe('lifted');
		expect(lastCheck(lifted)).toMatchObject({ kind: 'lifted', version: '2.0', by: 'Hélène Marchais' });
		await expect(check('chair', reserve, second)).rejects.toEqual(refused('not_from_here', 409));
		expect((await judge(second, 'admit')).number).toMatch(/^DEC-E-2019-/);
	});

	it('stands in the journal, act by act', async () => {
		const events =
			await store.sql`select event, subject from public.journal where subject like ${`OBS-${code}-%`} order by id`;
		expect(events.filter((e) => e.subject === reserve).map((e) => e.event)).toEqual([
			...['observation_made', 'observation_answered', 'observation_answered', 'observation_maintained'],
			...['observation_answered', 'observation_lifted']
		]);
		expect(events.map((e) => e.event)).toContain('observation_withdrawn');
	});
});

describe('what a body said', () => {
	const code = 'E-L24';
	let v: VersionView;
	const confirm = (lines: { wording: string; severity: Severity }[] | null, reserves = 'Une\nDeux') =>
		confirmEndorsement(people.chair, {
			...on(v),
			outcome: 'endorsed_with_reserves',
			reserves,
			lines,
			meeting: null
		});

	it('is numbered with the endorsement, or nothing of either is kept', async () => {
		v = await version(code);
		await castVote(people.member, { ...on(v), choice: 'approve_with_reserves', reason: 'Voir' });
		await expect(confirm([{ wording: 'Une', severity: 'grave' as never }])).rejects.toEqual(
			refused('severity_missing', 422)
		);
		expect((await see(code)).versions[0]).toMatchObject({ state: 'submitted', endorsement: null });
		await confirm([
			{ wording: 'Une', severity: 'blocking' },
			{ wording: 'Deux', severity: 'minor' }
		]);
		expect((await see(code)).versions[0]!.endorsement).toMatchObject({ reserves: 'Une\nDeux' });
		expect((await list(code)).map((o) => [o.kind, o.severity, o.body, o.by])).toEqual([
			['reserve', 'blocking', 'COPIL', 'Hélène Marchais'],
			['reserve', 'minor', 'COPIL', 'Hélène Marchais']
		]);
		await expect(
			numberReserves(people.chair, { version: v.id, lines: [{ wording: 'Trois', severity: 'minor' }] })
		).rejects.toEqual(refused('already_numbered', 409));
	});

	it('is lifted by its chair and by nobody else', async () => {
		const number = observationNumber(code, 1);
		await answer('lead', number, 'refused', 'Au § 2');
		await answer('lead', observationNumber(code, 2), 'accepted', '');
		for (const who of ['manager', 'member', 'signatory', 'technical', 'lead'] as const) {
			await expect(check(who, number, v), who).rejects.toEqual(refused('not_allowed', 403));
			await expect(correct(who, number), who).rejects.toEqual(refused('not_allowed', 403));
		}
		await check('chair', number, v);
		// What is left is minor: it stops nothing, and is lifted afterwards in the version that was admitted.
		await judge(v, 'admit');
		await check('chair', observationNumber(code, 2), v);
		expect((await list(code)).map((o) => o.state)).toEqual(['lifted', 'lifted']);
	});

	it('is numbered afterwards too, by its chair, until the client decides', async () => {
		const other = await version('E-L12');
		v = other;
		const lines = [{ wording: 'Une', severity: 'blocking' as const }];
		await expect(numberReserves(people.chair, { version: v.id, lines })).rejects.toEqual(
			refused('not_from_here', 409)
		);
		await castVote(people.member, { ...on(v), choice: 'approve', reason: '' });
		await confirm(null, 'Une');
		expect(await list('E-L12')).toEqual([]);
		for (const who of ['manager', 'member', 'lead', 'observer'] as const)
			await expect(numberReserves(people[who], { version: v.id, lines })).rejects.toEqual(
				refused('not_allowed', 403)
			);
		await expect(numberReserves(people.outsider, { version: v.id, lines })).rejects.toEqual(
			refused('not_found', 404)
		);
		expect(await numberReserves(people.chair, { version: v.id, lines })).toEqual({ count: 1 });
		await expect(judge(v, 'admit')).rejects.toEqual(refused('blocking_reserve_open', 409));
		// Taken as it is, at a lower price: the decision the general conditions keep for that.
		await judge(v, 'reduce', 'Acceptable en l’état', '5 %');
	});
});
