import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holds, phaseOn, type PhaseStart } from '#core/meetings/bodies/seats.ts';
import { bodyRulesSchema, crpaModel } from '#core/meetings/rules.ts';
import { readBody } from '#server/bodies/read-body.ts';
import { planSeries, proposeMeetings } from '#server/bodies/series.ts';
import { setRules } from '#server/bodies/set-rules.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { act, enrol, missionId, raw, type Raw } from './matrix-world.ts';

/** Who sits where, how bodies work, and meetings planned together: through the data API, refusals first. */
let store: TestStore;
let manager: Raw;
let mission: string;
const ids: Record<string, string> = {};
const person: Record<string, string> = {};

beforeAll(async () => {
	store = await makeStore();
	manager = await raw(store, 'chef-de-projet');
	mission = await missionId(store);
	for (const c of await store.sql`select code, id from public.committees`) ids[c.code] = c.id;
	await enrol(store, mission, 'nouvelle', 'client', 'technical_member');
	await enrol(store, mission, 'autre-chef', 'client', 'client_manager');
	for (const p of await store.sql`select email, id from public.people`)
		person[p.email.split('@')[0]] = p.id;
}, 120_000);
afterAll(() => store?.close());

const call = async (who: Raw, fn: string, args: object) => {
	const { data, error } = await who.rpc(fn, args);
	return error ? { refused: error.details ?? error.message, field: safe(error.hint) } : { data };
};
const safe = (hint: string | null | undefined) => {
	try {
		return (JSON.parse(hint ?? '{}') as { field?: string }).field;
	} catch {
		return undefined;
	}
};
const seat = (over: object = {}) => ({
	committee: ids['E-COPIL'],
	person: person['nouvelle'],
	capacity: 'member',
	...over
});
const rows = (code: string) =>
	store.sql`select s.*, p.email from public.committee_members s join public.people p on p.id = s.person_id
		where s.committee_id = ${ids[code]!} order by s.starts_on, s.id`;

/** Who counts in the quorum of a meeting. */
const voters = async (meeting: string) =>
	(
		await store.sql`select p.email from public.attendances a join public.people p on p.id = a.person_id
		where a.meeting_id = ${meeting} and a.votes order by p.email`
	).map((a) => a.email.split('@')[0]);
const sections = async (meeting: string) =>
	(
		await store.sql`select coalesce((sections -> 'attendance' ->> 'version')::int, 1) as v from public.meetings where id = ${meeting}`
	)[0]!.v as number;

describe('who may not', () => {
	it.each(['consultant-chef', 'consultant', 'observateur', 'copil', 'copil2', 'signataire'])(
		'%s gives no seat, sets no rule, plans no series',
		async (name) => {
			const who = await raw(store, name);
			const [one] = await rows('E-COPIL');
			expect(await call(who, 'seat_in_body', seat())).toMatchObject({ refused: 'not_allowed' });
			expect(
				await call(who, 'change_seat', {
					seat: one!.id,
					read_version: one!.version,
					capacity: 'member'
				})
			).toMatchObject({ refused: 'not_allowed' });
			expect(
				await call(who, 'end_seat', { seat: one!.id, read_version: one!.version, reason: 'Non' })
			).toMatchObject({ refused: 'not_allowed' });
			expect(
				await call(who, 'set_body_rules', {
					committee: ids['E-COPIL'],
					read_version: 1,
					rules: { source: 'x' }
				})
			).toMatchObject({ refused: 'not_allowed' });
			expect(
				await call(who, 'plan_series', {
					committee: ids['E-PT'],
					meetings: [{ occurrence: '2020-02', heldOn: '2020-02-28', title: 'Point' }]
				})
			).toMatchObject({ refused: 'not_allowed' });
		}
	);

	it('an outsider learns nothing of it, and nobody who is not signed in gets in', async () => {
		const outsider = await raw(store, 'etranger');
		expect(await call(outsider, 'seat_in_body', seat())).toMatchObject({ refused: 'not_found' });
		expect(
			await call(outsider, 'body_page', { mission_slug: 'eure-et-loir', body_code: 'E-COPIL' })
		).toEqual({ data: null });
		const nobody = store.anonymous() as unknown as Raw;
		expect('refused' in (await call(nobody, 'seat_in_body', seat()))).toBe(true);
	});

	it('nobody of another mission is seated, and no seat of another body is stood in for', async () => {
		const [elsewhere] = await rows('E-COTECH');
		expect(await call(manager, 'seat_in_body', seat({ person: person['etranger'] }))).toMatchObject({
			refused: 'unknown_person',
			field: 'person'
		});
		expect(await call(manager, 'seat_in_body', seat({ alternate_of: elsewhere!.id }))).toMatchObject({
			refused: 'unknown_seat'
		});
	});

	it('the project manager takes no chair, neither by a seat, nor as its alternate, nor by a role', async () => {
		const mine = { person: person['chef-de-projet'] };
		expect(await call(manager, 'seat_in_body', seat({ ...mine, capacity: 'chair' }))).toMatchObject({
			refused: 'chair_for_oneself'
		});
		const chair = (await rows('E-COPIL')).find((s) => s.capacity === 'chair')!;
		expect(await call(manager, 'seat_in_body', seat({ ...mine, alternate_of: chair.id }))).toMatchObject({
			refused: 'chair_for_oneself'
		});
		const own = (await rows('E-COTECH')).find((s) => s.email === 'chef-de-projet@demo.test')!;
		expect(
			await call(manager, 'change_seat', { seat: own.id, read_version: own.version, capacity: 'chair' })
		).toMatchObject({ refused: 'chair_for_oneself' });
		const [client] =
			await store.sql`select id from public.organisations where mission_id = ${mission} and side = 'client'`;
		expect(
			await call(manager, 'invite', {
				mission,
				email: 'chef-de-projet@demo.test',
				full_name: 'Camille Renaud',
				organisation: client!.id,
				role: 'committee_chair'
			})
		).toMatchObject({ refused: 'chair_for_oneself' });
	});

	it('the contractor chairs nothing, and an observer sits as a guest', async () => {
		expect(
			await call(manager, 'seat_in_body', seat({ person: person['consultant'], capacity: 'chair' }))
		).toMatchObject({ refused: 'role_of_other_side' });
		const observer = { committee: ids['E-COTECH'], person: person['observateur'] };
		expect(await call(manager, 'seat_in_body', seat(observer))).toMatchObject({
			refused: 'observer_is_guest'
		});
	});

	it.each([
		['capacity', { capacity: 'king' }, 'choice_missing'],
		['until', { from_day: '2019-12-10', until_day: '2019-12-10' }, 'end_before_start'],
		['from', { from_day: '1800-01-01' }, 'date_out_of_range'],
		['phases', { phases: ['E-P9'] }, 'unknown_phase'],
		['functionTitle', { function_title: 'x'.repeat(201) }, 'too_long'],
		['person', { person: null }, 'unknown_person']
	])('a bad %s is told by its field', async (field, over, code) => {
		expect(await call(manager, 'seat_in_body', seat(over))).toEqual({ refused: code, field });
	});
});

describe('a seat', () => {
	it('is given once, changed from today on, and ended with a reason; its past stays', async () => {
		const made = await act<{ id: string; version: number }>(
			manager,
			'seat_in_body',
			seat({ function_title: 'Directrice', from_day: '2019-11-04' })
		);
		expect(await call(manager, 'seat_in_body', seat())).toMatchObject({ refused: 'already_seated' });
		const next = await act<{ id: string; version: number }>(manager, 'change_seat', {
			seat: made.id,
			read_version: made.version,
			capacity: 'member',
			function_title: 'Directrice',
			voting: false,
			phases: ['E-P1']
		});
		expect(next.id).not.toBe(made.id);
		expect(
			await call(manager, 'change_seat', { seat: made.id, read_version: 1, capacity: 'guest' })
		).toMatchObject({ refused: 'stale' });
		expect(
			await call(manager, 'end_seat', { seat: next.id, read_version: next.version, reason: ' ' })
		).toMatchObject({ refused: 'reason_missing' });
		await act(manager, 'end_seat', { seat: next.id, read_version: next.version, reason: 'Mutation' });
		const kept = (await rows('E-COPIL')).filter((s) => s.person_id === person['nouvelle']);
		expect(kept.map((s) => [s.votes, s.phases.join(), s.ends_on !== null])).toEqual([
			[true, '', true],
			[false, 'E-P1', true]
		]);
		const lines = await store.sql`select event, detail from public.journal where mission_id = ${mission}
			and subject = 'E-COPIL' and event like 'seat_%' order by number desc limit 3`;
		expect(lines.map((l) => l.event)).toEqual(['seat_ended', 'seat_changed', 'seat_given']);
		expect(lines[1]!.detail).toMatchObject({ votes: false, instead: { votes: true } });
	});

	it('without a voting right does not vote; of another phase does not sit', async () => {
		const [v] =
			await store.sql`select v.id, v.sha256 from public.versions v join public.deliverables d on d.id = v.deliverable_id
			where d.code = 'E-L13'`;
		const voting = { version: v!.id, seen_sha256: v!.sha256, choice: 'approve' };
		const technical = await raw(store, 'nouvelle');
		const made = await act<{ id: string; version: number }>(
			manager,
			'seat_in_body',
			seat({ voting: false })
		);
		expect(await call(technical, 'cast_vote', voting)).toMatchObject({ refused: 'not_allowed' });
		const later = await act<{ id: string; version: number }>(manager, 'change_seat', {
			seat: made.id,
			read_version: made.version,
			capacity: 'member',
			voting: true,
			phases: ['E-P2']
		});
		expect(await call(technical, 'cast_vote', voting)).toMatchObject({ refused: 'not_allowed' });
		await act(manager, 'change_seat', {
			seat: later.id,
			read_version: later.version,
			capacity: 'member',
			voting: true,
			phases: ['E-P1']
		});
		expect('data' in (await call(technical, 'cast_vote', voting))).toBe(true);
	});

	it('an alternate is on the list beside the one whose seat it is, and counts once', async () => {
		const bruno = (await rows('E-COPIL')).find((s) => s.email === 'copil2@demo.test')!;
		await act(manager, 'seat_in_body', seat({ person: person['autre-chef'], alternate_of: bruno.id }));
		const planned = await act<{ id: string; code: string }>(manager, 'plan_meeting', {
			committee: ids['E-COPIL'],
			title: 'COPIL de printemps',
			held_on: '2020-03-20'
		});
		const list =
			await store.sql`select p.email, a.votes, s.alternate_of is not null as alternate from public.attendances a
			join public.people p on p.id = a.person_id join public.committee_members s on s.id = a.seat_id
			where a.meeting_id = ${planned.id} order by a.position`;
		// In phase 2: the guest of phases 2 and 3 is there, the member of phase 1 is not.
		expect(list.map((a) => [a.email.split('@')[0], a.votes, a.alternate])).toEqual([
			['copil', true, false],
			['copil2', true, false],
			['observateur', false, false],
			['autre-chef', false, true]
		]);
		const ctx = await store.as('chef-de-projet');
		const page = await readMeeting(ctx, await readMission(ctx, 'eure-et-loir'), planned.code);
		expect(page.chairedBy).toBe('Hélène Marchais');
		expect(page.body.rules).toEqual({ secretary: 'contractor' });
	});

	it('an alternate’s capacity is that of the seat: nobody slips in as a guest, and the contractor never votes', async () => {
		const bruno = (await rows('E-COPIL')).find((s) => s.email === 'copil2@demo.test')!;
		const stands = { alternate_of: bruno.id, capacity: 'guest' };
		expect(
			await call(manager, 'seat_in_body', seat({ ...stands, person: person['observateur'] }))
		).toMatchObject({ refused: 'observer_is_guest' });
		const made = await act<{ id: string; version: number; capacity: string; votes: boolean }>(
			manager,
			'seat_in_body',
			seat({ ...stands, person: person['consultant'] })
		);
		expect(made).toMatchObject({ capacity: 'member', votes: false });
		const own = await act<{ id: string; version: number; votes: boolean }>(
			manager,
			'seat_in_body',
			seat({ person: person['consultant-chef'], voting: true })
		);
		expect(own.votes).toBe(false);
		const again = await act<{ id: string; version: number; votes: boolean }>(manager, 'change_seat', {
			seat: own.id,
			read_version: own.version,
			capacity: 'member',
			function_title: 'Directrice de mission',
			voting: true
		});
		expect(again.votes).toBe(false);
		// Changing the seat that is stood in for gives no vote either.
		const [now] = await store.sql`select version from public.committee_members where id = ${bruno.id}`;
		const kept = await act<{ votes: boolean }>(manager, 'change_seat', {
			seat: bruno.id,
			read_version: now!.version,
			capacity: 'member',
			function_title: 'Directeur',
			voting: true
		});
		expect(kept.votes).toBe(true);
		const alternates = (await rows('E-COPIL')).filter((s) => s.alternate_of && !s.ends_on);
		expect(alternates.map((s) => [s.email.split('@')[0], s.votes]).sort()).toEqual([
			['autre-chef', true],
			['consultant', false]
		]);
		const planned = await act<{ id: string }>(manager, 'plan_meeting', {
			committee: ids['E-COPIL'],
			title: 'COPIL de décembre',
			held_on: '2019-12-20'
		});
		expect(await voters(planned.id)).not.toContain('consultant-chef');
		expect(await voters(planned.id)).toContain('copil2');
		// Whatever the seat says: another plan of the list holds to the same rule.
		await store.sql`update public.committee_members set votes = true where id = ${again.id}`;
		const other = await act<{ id: string }>(manager, 'plan_meeting', {
			committee: ids['E-COPIL'],
			title: 'COPIL de décembre',
			held_on: '2019-12-20'
		});
		expect(await voters(other.id)).toEqual(await voters(planned.id));
		const [seat2] =
			await store.sql`select id, version from public.committee_members where id = ${again.id}`;
		await act(manager, 'end_seat', { seat: seat2!.id, read_version: seat2!.version, reason: 'Essai' });
	});

	it('ended or given after the plan, counts as of the day: at the convocation, in session, and on another day', async () => {
		const list = async (meeting: string) =>
			(
				await store.sql`select p.email, a.votes, a.status from public.attendances a join public.people p on p.id = a.person_id
				where a.meeting_id = ${meeting} order by a.position`
			).map((a) => `${a.email.split('@')[0]} ${a.votes ? 'votes' : '-'} ${a.status}`);
		const move = async (meeting: string, to_state: string) => {
			const [g] = await store.sql`select version from public.meetings where id = ${meeting}`;
			await act(manager, 'move_meeting', { meeting, read_version: g!.version, to_state });
		};
		const give = (over: object) =>
			act<{ id: string; version: number }>(
				manager,
				'seat_in_body',
				seat({ committee: ids['E-COTECH'], ...over })
			);
		const planned = await act<{ id: string }>(manager, 'plan_meeting', {
			committee: ids['E-COTECH'],
			title: 'COTECH d’essai',
			held_on: '2019-12-10'
		});
		const at = await list(planned.id);
		expect(at.some((l) => l.startsWith('nouvelle'))).toBe(true);
		expect(at.some((l) => l.startsWith('copil3'))).toBe(false);
		const [gone] =
			await store.sql`select id, version from public.committee_members where committee_id = ${ids['E-COTECH']!}
			and person_id = ${person['nouvelle']!} and ends_on is null`;
		await act(manager, 'end_seat', {
			seat: gone!.id,
			read_version: gone!.version,
			reason: 'Mutation',
			on_day: '2019-12-09'
		});
		await give({ person: person['copil3'], until_day: '2019-12-18' });
		await give({ person: person['signataire'], from_day: '2019-12-16' });
		expect(await list(planned.id)).toEqual(at);
		const stale = await sections(planned.id);
		await move(planned.id, 'convened');
		expect(await list(planned.id)).toEqual([
			...at.map((l) => (l.startsWith('nouvelle') ? 'nouvelle - expected' : l)),
			'copil3 votes expected'
		]);
		// Who has the list open is told that it grew; who came on it is convened with the others, once.
		expect(await sections(planned.id)).toBe(stale + 1);
		const [mails] =
			await store.sql`select count(*)::int as n from private.reply_links where meeting_id = ${planned.id} and person_id = ${person['copil3']!}`;
		expect(mails!.n).toBe(1);
		const details = async (held_on: string) => {
			const [g] =
				await store.sql`select coalesce((sections -> 'details' ->> 'version')::int, 1) as v from public.meetings where id = ${planned.id}`;
			await act(manager, 'edit_meeting', {
				meeting: planned.id,
				read_version: g!.v,
				content: { held_on }
			});
		};
		await details('2019-12-17');
		expect((await list(planned.id)).slice(-2)).toEqual([
			'copil3 votes expected',
			'signataire votes expected'
		]);
		await details('2019-12-18');
		expect((await list(planned.id)).slice(-2)).toEqual([
			'copil3 - expected',
			'signataire votes expected'
		]);
		await details('2019-12-08');
		expect(await list(planned.id)).toEqual([...at, 'copil3 votes expected', 'signataire - expected']);
		// A meeting of today: who is given a seat after the convocation votes in the session.
		const today = await act<{ id: string }>(manager, 'plan_meeting', {
			committee: ids['E-COTECH'],
			title: 'COTECH du jour',
			held_on: '2019-12-02'
		});
		await move(today.id, 'convened');
		await give({ person: person['copil2'] });
		expect(await voters(today.id)).not.toContain('copil2');
		await move(today.id, 'in_session');
		expect(await voters(today.id)).toContain('copil2');
	});

	it('the store and the core agree on the phase of a day and on who sits', async () => {
		const phases =
			(await store.sql`select code, title, position, starts_on::text as "startsOn" from public.phases
			where mission_id = ${mission}`) as unknown as PhaseStart[];
		for (const day of [
			'2018-01-01',
			'2019-12-02',
			'2020-01-29',
			'2020-01-30',
			'2020-07-15',
			'2030-01-01'
		]) {
			const [sql] = await store.sql`select private.phase_on(${mission}, ${day}) as phase`;
			expect([day, phaseOn(phases, day)]).toEqual([day, sql!.phase]);
			const seats =
				await store.sql`select starts_on::text as "startsOn", ends_on::text as "endsOn", phases,
				private.seat_holds(s, ${day}::date, ${sql!.phase}) as held from public.committee_members s`;
			for (const s of seats) expect(holds(s as never, day, sql!.phase)).toBe(s.held);
		}
	});
});

describe('rules', () => {
	const given = async (rules: unknown, code = 'E-COPIL') => {
		const [c] = await store.sql`select version from public.committees where id = ${ids[code]!}`;
		return call(manager, 'set_body_rules', { committee: ids[code], read_version: c!.version, rules });
	};
	const source = 'COPIL n° 1 du 5 novembre 2019';

	it('need a source, and are as core reads them', async () => {
		expect(await given({ quorum: { share: 'half' } })).toMatchObject({ refused: 'source_missing' });
		for (const [rule, sound] of [
			[{ quorum: { share: 'half' } }, true],
			[{ quorum: { share: 'third' } }, false],
			[{ quorum: { count: 0 } }, false],
			[{ quorum: { count: 5 } }, true],
			[{ quorum: { count: 5, share: 'half' } }, false],
			[{ second: { days: 0 } }, true],
			[{ second: { days: 1.5 } }, false],
			[{ voting: { rule: 'majority' } }, false],
			[{ voting: { rule: 'majority', casting: true } }, true],
			[{ approval: { how: 'silence' } }, false],
			[{ approval: { how: 'meeting' } }, true],
			[{ secretary: 'nobody' }, false],
			[{ convening: { days: 91 } }, false],
			[{ colour: 'red' }, false],
			[{ quorum: null }, false]
		] as const) {
			expect([rule, bodyRulesSchema.safeParse({ ...rule, source }).success]).toEqual([rule, sound]);
			const answer = await given({ ...rule, source }, 'E-COTECH');
			expect([rule, 'data' in answer]).toEqual([rule, sound]);
			if (!sound) expect(answer).toMatchObject({ refused: 'bad_rule' });
		}
		for (const not of [[], 3]) expect(await given(not)).toMatchObject({ refused: 'bad_rule' });
	});

	it('what the contract states is not set otherwise', async () => {
		expect(await given({ secretary: 'client', source })).toMatchObject({ refused: 'rule_of_contract' });
	});

	it('the model is kept, with where it was agreed; what was before stays in the journal, a late convening needs a reason', async () => {
		const ctx = await store.as('chef-de-projet');
		const at = await readMission(ctx, 'eure-et-loir');
		const before = await readBody(ctx, at, 'E-PANEL');
		await setRules(ctx, before.id, before.version, { ...crpaModel, source });
		const after = await readBody(ctx, at, 'E-PANEL');
		expect(after.rules).toEqual({ ...crpaModel, secretary: 'contractor', source });
		expect(after.stated.secretary?.ref).toContain('CCTP');
		await expect(setRules(ctx, before.id, before.version, { source })).rejects.toMatchObject({
			code: 'stale'
		});
		const [line] =
			await store.sql`select detail from public.journal where event = 'body_rules_set' and subject = 'E-PANEL'`;
		expect(line!.detail).toMatchObject({ instead: { secretary: 'contractor' }, rules: { source } });
		const soon = await act<{ id: string; version: number }>(manager, 'plan_meeting', {
			committee: before.id,
			title: 'Panel de décembre',
			held_on: '2019-12-05'
		});
		expect(
			await call(manager, 'move_meeting', {
				meeting: soon.id,
				read_version: soon.version,
				to_state: 'convened'
			})
		).toMatchObject({ refused: 'convened_late' });
	});
});

describe('a series', () => {
	it('is proposed around what is planned, and planned once, all or nothing', async () => {
		const ctx = await store.as('chef-de-projet');
		const at = await readMission(ctx, 'eure-et-loir');
		const asked = { from: '2019-12-02', to: '2020-03-31' };
		const { proposals } = await proposeMeetings(ctx, at, 'E-PT', asked);
		expect(proposals.map((p) => [p.occurrence, p.day, p.taken])).toEqual([
			['2019-12', '2019-12-31', 'E-PT-02'],
			['2020-01', '2020-01-31', null],
			['2020-02', '2020-02-28', null],
			['2020-03', '2020-03-31', null]
		]);
		const meetings = proposals
			.filter((p) => !p.taken)
			.map((p) => ({ occurrence: p.occurrence, heldOn: p.day, title: `Point projet ${p.occurrence}` }));
		const input = { startsAt: '09:30', place: '', meetings };
		expect(await planSeries(ctx, at, 'E-PT', input)).toEqual(['E-PT-03', 'E-PT-04', 'E-PT-05']);
		await expect(planSeries(ctx, at, 'E-PT', input)).rejects.toMatchObject({
			code: 'occurrence_planned'
		});
		const again = await proposeMeetings(ctx, at, 'E-PT', asked);
		expect(again.proposals.map((p) => p.taken)).toEqual(['E-PT-02', 'E-PT-03', 'E-PT-04', 'E-PT-05']);
		const [count] =
			await store.sql`select count(*)::int as n from public.meetings where committee_id = ${ids['E-PT']!}`;
		expect(count!.n).toBe(5);
	});

	it.each([
		['series_empty', []],
		['series_empty', {}],
		['date_out_of_range', [{ occurrence: '2020-05', heldOn: '2020-02-30', title: 'Point' }]],
		['date_in_the_past', [{ occurrence: '2020-05', heldOn: '2019-11-30', title: 'Point' }]],
		['bad_input', [{ occurrence: 'mai', heldOn: '2020-05-29', title: 'Point' }]],
		['title_length', [{ occurrence: '2020-05', heldOn: '2020-05-29', title: ' ' }]],
		[
			'occurrence_planned',
			[
				{ occurrence: '2020-05', heldOn: '2020-05-29', title: 'Point' },
				{ occurrence: '2020-05', heldOn: '2020-05-28', title: 'Point' }
			]
		],
		[
			'series_too_long',
			Array.from({ length: 61 }, (_, i) => ({
				occurrence: String(2100 + i),
				heldOn: '2100-01-01',
				title: 'x'
			}))
		]
	])('%s', async (code, meetings) => {
		const answer = await call(manager, 'plan_series', { committee: ids['E-PT'], meetings });
		expect(answer).toMatchObject({ refused: code });
	});

	it('without a rule in the cadence nothing is proposed', async () => {
		const ctx = await store.as('chef-de-projet');
		const page = await proposeMeetings(ctx, await readMission(ctx, 'eure-et-loir'), 'E-COTECH', {
			from: null,
			to: null
		});
		expect([page.body.cadenceRule, page.proposals]).toEqual([false, []]);
	});
});
