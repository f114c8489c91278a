import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markInput } from '#core/meetings/deciding/inputs.ts';
import { resultOf } from '#core/meetings/deciding/vote.ts';
import { quorumOf, type Counted } from '#core/meetings/quorum.ts';
import { quorumShares, rulesOf, type BodyRules } from '#core/meetings/rules.ts';
import { meetingStates } from '#core/meetings/states.ts';
import { attendanceStatuses, type AttendanceStatus, type Attendee } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { confirmResolutions, dropResolution } from '#server/meetings/deciding/confirm.ts';
import { conveneAgain } from '#server/meetings/deciding/convene-again.ts';
import { markAttendance } from '#server/meetings/deciding/mark-attendance.ts';
import { readDeciding } from '#server/meetings/deciding/read-deciding.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { recordResolution } from '#server/meetings/record-resolution.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import {
	action,
	as,
	closeStore,
	code,
	committee,
	openStore,
	plan,
	point,
	read,
	refused,
	resolution,
	slug,
	store,
	to,
	type Who
} from './meetings-support.ts';

let technical: Context;
beforeAll(async () => {
	await openStore();
	technical = await store.as('copil3');
});
afterAll(closeStore);

const manager = () => as['chef-de-projet'];
const rules = async (kind: string, given: BodyRules) => {
	await store.sql`update public.committees set rules = ${store.sql.json(given as never)} where id = ${await committee(kind)}`;
};
/** A steering committee in session, nobody ticked yet. */
async function session(given: BodyRules = {}, kind = 'copil'): Promise<string> {
	await rules(kind, given);
	const made = await plan('2019-12-02', kind);
	const m = await read('chef-de-projet', made);
	await saveAgenda(manager(), m.id, m.sections.agenda, [point('Livrables'), point('Divers')]);
	await to(made, 'convened', 'in_session');
	return made;
}
const row = async (meeting: string, name: string) => {
	const found = (await read('chef-de-projet', meeting)).attendance.find((a) => a.name === name);
	return found!;
};
async function mark(
	meeting: string,
	name: string,
	status: AttendanceStatus,
	more: Record<string, string> = {},
	ctx: Context = manager()
): Promise<void> {
	const m = await read('chef-de-projet', meeting);
	const at = m.attendance.find((a) => a.name === name)!;
	await markAttendance(
		ctx,
		m.id,
		markInput.parse({ attendee: at.id, version: at.version, status, ...more })
	);
}
const [chair, second, third] = ['Hélène Marchais', 'Bruno Delaunay', 'Nadia Ferrand'] as const;
const idOf = async (meeting: string) => (await read('chef-de-projet', meeting)).id;
const half: BodyRules = { quorum: { share: 'majority' }, voting: { rule: 'majority', casting: true } };
/** A version handed in that its body has said nothing of, made anew for each test that decides on it. */
let made = 0;
async function version(): Promise<{ id: string; sha256: string; code: string }> {
	made += 1;
	const code = `E-T${made}`;
	const [d] = await store.sql`insert into public.deliverables (mission_id, code, title, committee_id)
		select mission_id, ${code}, 'Essai', id from public.committees where id = ${await committee('copil')} returning id, mission_id`;
	const sha256 = made.toString(16).padStart(64, '0');
	const [v] =
		await store.sql`insert into public.versions (mission_id, deliverable_id, number, state, sha256, submitted_by, submitted_on)
		values (${d!.mission_id}, ${d!.id}, '1.0', 'submitted', ${sha256}, ${as['consultant-chef'].person!.id}, '2019-11-28') returning id`;
	return { id: v!.id as string, sha256, code };
}
const validates = (v: { id: string; sha256: string }) => ({
	...resolution,
	kind: 'validation' as const,
	versionId: v.id,
	seen: v.sha256,
	outcome: 'endorsed' as const
});

describe('who may not', () => {
	it('tick, decide, confirm or convene again: whoever only reads, and nobody for an outsider', async () => {
		const m = await session();
		const id = await idOf(m);
		const { id: attendee } = await row(m, chair);
		const marked = markInput.parse({ attendee, version: 1, status: 'present' });
		const seen = [{ id, version: 1 }];
		const again = { heldOn: '2019-12-20', startsAt: '', place: '' };
		for (const [ctx, wanted] of [
			[as.observateur, 'not_allowed'],
			[technical, 'not_allowed'],
			[as.etranger, 'not_found']
		] as const) {
			expect(await code(markAttendance(ctx, id, marked))).toBe(wanted);
			expect(await code(recordResolution(ctx, id, resolution))).toBe(wanted);
			expect(await code(recordAction(ctx, id, action))).toBe(wanted);
			expect(await code(confirmResolutions(ctx, id, seen))).toBe(wanted);
			expect(await code(dropResolution(ctx, id, { draft: id, version: 1, reason: '' }))).toBe(wanted);
			expect(await code(conveneAgain(ctx, id, again))).toBe(wanted);
		}
		expect(await code(readDeciding(as.etranger, slug, m))).toBe('not_found');
		for (const who of ['consultant', 'consultant-chef', 'copil'] as const)
			expect(await code(conveneAgain(as[who], id, again)), who).toBe('not_allowed');
		const { error } = await store
			.anonymous()
			.rpc('mark_attendance', { meeting: id, said: { status: 'present' }, attendee, read_version: 1 });
		expect(error).not.toBeNull();
	});

	it('the chair of another body: not here', async () => {
		const m = await session({}, 'cotech');
		const id = await idOf(m);
		expect(await code(recordResolution(as.copil, id, resolution))).toBe('not_allowed');
	});

	it('nobody ticks before the session, nor once the minutes are out', async () => {
		const early = await plan('2019-12-02', 'copil');
		const late = await session();
		expect(await code(mark(early, chair, 'present'))).toBe('not_from_here');
		await to(late, 'held', 'circulated');
		expect(await code(mark(late, chair, 'present'))).toBe('minutes_circulated');
	});
});

describe('attendance', () => {
	it('is ticked line by line by two people at once; the same line twice is a conflict that says who', async () => {
		const m = await session(half);
		const id = await idOf(m);
		const [a, b] = [await row(m, chair), await row(m, second)];
		const tick = (at: typeof a, status: AttendanceStatus, ctx: Context) =>
			markAttendance(
				ctx,
				id,
				markInput.parse({ attendee: at.id, version: at.version, status, arrivedAt: '14:05' })
			);
		await Promise.all([tick(a, 'present', manager()), tick(b, 'present', as.consultant)]);
		const q = (await read('copil', m)).quorum;
		expect(q).toEqual({ asked: true, required: 2, present: 2, voting: 3, reached: true });
		const stale = await refused(tick(b, 'absent', manager()));
		expect(stale.code).toBe('stale');
		expect(stale.detail).toMatchObject({ current: { status: 'present' } });
		expect((await row(m, second)).arrivedAt).toBe('14:05');
	});

	it('keeps hours in order, and says when somebody left', async () => {
		const m = await session(half);
		await mark(m, chair, 'present', { arrivedAt: '14:00' });
		expect(await code(mark(m, chair, 'present', { leftAt: '13:00' }))).toBe('end_before_start');
		await mark(m, chair, 'present', { leftAt: '15:00' });
		expect(await row(m, chair)).toMatchObject({ arrivedAt: '14:00', leftAt: '15:00' });
		expect((await read('chef-de-projet', m)).quorum.present).toBe(0);
		await mark(m, chair, 'excused');
		expect(await row(m, chair)).toMatchObject({ arrivedAt: '', leftAt: '' });
	});

	it('represents by an alternate of the seat, by another member who is there, or by a person named', async () => {
		const m = await session(half);
		expect(await code(mark(m, second, 'represented'))).toBe('proxy_missing');
		expect(await code(mark(m, second, 'represented', { proxy: 'alternate:Nobody' }))).toBe(
			'unknown_person'
		);
		const a = await row(m, chair);
		expect(await code(mark(m, second, 'represented', { proxy: `mandate:${a.id}` }))).toBe(
			'mandate_not_there'
		);
		await mark(m, chair, 'present');
		await mark(m, second, 'represented', { proxy: `mandate:${a.id}` });
		expect(await row(m, second)).toMatchObject({
			how: 'mandate',
			representedBy: chair,
			mandatedId: a.id
		});
		expect((await read('chef-de-projet', m)).quorum.present).toBe(2);
		// A mandate lapses with its holder.
		await mark(m, chair, 'present', { leftAt: '15:00' });
		expect((await read('chef-de-projet', m)).quorum.present).toBe(0);
		const b = await row(m, second);
		await store.sql`insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on, alternate_of)
			select committee_id, mission_id, ${as['chef-de-projet'].person!.id}, 'member', '2019-11-01', id from public.committee_members where id = ${b.seatId}`;
		const { name } = (await readDeciding(manager(), slug, m)).alternates[0]!;
		await mark(m, second, 'represented', { proxy: `alternate:${name}` });
		expect(await row(m, second)).toMatchObject({ how: 'alternate', representedBy: name });
		await store.sql`delete from public.committee_members where alternate_of is not null`;
	});

	it('adds a person who does not vote, and the contractor takes no voter off the list', async () => {
		const m = await session(half);
		const id = await idOf(m);
		const guest = { status: 'present', fullName: 'Lucie 🌿 مريم', organisation: 'CAF' };
		await markAttendance(as.consultant, id, markInput.parse(guest));
		// The contractor's own people sit on the list without counting.
		await markAttendance(
			as.consultant,
			id,
			markInput.parse({ ...guest, personId: as.consultant.person!.id, fullName: 'Inès' })
		);
		const now = await read('consultant', m);
		expect(now.attendance.slice(-2).map((a) => a.votes)).toEqual([false, false]);
		expect(now.quorum).toMatchObject({ voting: 3, present: 0 });
		const rows = now.attendance.filter((a) => a.name !== third);
		expect(await code(saveAttendance(as.consultant, id, now.sections.attendance, rows))).toBe(
			'voter_stays'
		);
		await mark(m, chair, 'present', { arrivedAt: '14:00' });
		const later = await read('chef-de-projet', m);
		await saveAttendance(
			manager(),
			id,
			later.sections.attendance,
			later.attendance.filter((a) => a.name !== third)
		);
		expect(await row(m, chair)).toMatchObject({ arrivedAt: '14:00', votes: true, status: 'present' });
		expect((await read('copil', m)).quorum).toMatchObject({ voting: 2 });
	});
});

describe('nobody counts twice, nor unseen', () => {
	const add = async (meeting: string, personId: string, ctx: Context = manager()) =>
		markAttendance(
			ctx,
			await idOf(meeting),
			markInput.parse({ status: 'present', fullName: 'Autrement', personId })
		);
	const save = async (meeting: string, change: (rows: Attendee[]) => Attendee[], ctx = manager()) => {
		const m = await read('chef-de-projet', meeting);
		return saveAttendance(ctx, m.id, m.sections.attendance, change(m.attendance));
	};
	const quorum = async (meeting: string) => (await read('chef-de-projet', meeting)).quorum;

	it('a person is on the list once, whoever adds them and however', async () => {
		const m = await session(half);
		const { personId } = await row(m, second);
		for (const ctx of [manager(), as.consultant]) {
			const no = await refused(add(m, personId!, ctx));
			expect([no.code, no.detail.field]).toEqual(['same_person', 'personId']);
		}
		const twice = { ...(await row(m, second)), id: undefined as never, status: 'present' as const };
		// The line of the same person is told by its own name, and one more is given beside it; or the same one twice.
		expect(await code(save(m, (rows) => [...rows, twice]))).toBe('same_person');
		expect(await code(save(m, (rows) => [twice, ...rows]))).toBe('same_person');
		expect(await code(save(m, (rows) => [...rows, rows[0]!]))).toBe('same_person');
		expect((await read('chef-de-projet', m)).attendance).toHaveLength(3);
		await save(m, (rows) => rows.filter((r) => r.name !== second));
		expect(await quorum(m)).toMatchObject({ voting: 2, present: 0 });
		await add(m, personId!);
		// Under the name the account bears.
		expect(await row(m, second)).toMatchObject({ personId, votes: true });
		expect(await quorum(m)).toMatchObject({ voting: 3, present: 1 });
	});

	it('of lines from before that name a person twice, one votes', async () => {
		const m = await session(half);
		const id = await idOf(m);
		await store.sql`insert into public.attendances (meeting_id, mission_id, person_id, full_name, status, position)
			select meeting_id, mission_id, person_id, full_name, 'present', position + 10 from public.attendances where meeting_id = ${id}`;
		await mark(m, chair, 'present');
		expect(await quorum(m)).toMatchObject({ voting: 3, present: 1 });
		await expect(
			store.sql`update public.attendances set votes = true, seat_id = (select seat_id from public.attendances x
				where x.meeting_id = ${id} and x.votes limit 1) where meeting_id = ${id} and not votes`
		).rejects.toThrow('attendances_one_vote');
	});

	it('who replied that another comes counts once somebody in session has seen that one', async () => {
		await rules('copil', half);
		const m = await plan('2019-12-02', 'copil');
		await to(m, 'convened');
		const id = await idOf(m);
		const { error } = await as.copil.client.rpc('reply_to_meeting', {
			meeting: id,
			answer: 'alternate',
			alternate: 'Paul Petit'
		});
		expect(error).toBeNull();
		await to(m, 'in_session');
		expect(await row(m, chair)).toMatchObject({ status: 'represented', how: null });
		await mark(m, second, 'present');
		expect(await quorum(m)).toMatchObject({ present: 1, reached: false });
		expect(await code(recordResolution(manager(), id, resolution))).toBe('no_quorum');
		// Saved with the whole list as it stands, it is still only announced.
		await save(m, (rows) => rows);
		expect((await quorum(m)).present).toBe(1);
		await mark(m, chair, 'represented', { proxy: 'named:', representedBy: 'Paul Petit' });
		expect(await quorum(m)).toMatchObject({ present: 2, reached: true });
		await mark(m, chair, 'represented', {
			proxy: 'named:',
			representedBy: 'Paul Petit',
			arrivedAt: '14:00',
			leftAt: '15:00'
		});
		expect((await quorum(m)).present).toBe(1);
	});

	it('on the whole list, a proxy has a name, and counts as soon as it is given in session', async () => {
		const m = await session(half);
		const stood = (representedBy: string) => (rows: Attendee[]) =>
			rows.map((r) => (r.name === third ? { ...r, status: 'represented' as const, representedBy } : r));
		const no = await refused(save(m, stood(' ')));
		expect([no.code, no.detail.field]).toEqual(['proxy_missing', 'attendance']);
		await save(m, stood('Paul Petit'), as.consultant);
		expect(await row(m, third)).toMatchObject({ how: 'named' });
		expect((await quorum(m)).present).toBe(1);
		// A mandate whose holder goes off the list stands for nothing.
		await mark(m, second, 'present');
		await mark(m, third, 'represented', { proxy: `mandate:${(await row(m, second)).id}` });
		expect((await quorum(m)).present).toBe(2);
		await save(m, (rows) => rows.filter((r) => r.name !== second));
		expect(await quorum(m)).toMatchObject({ voting: 2, present: 0 });
	});

	it('an alternate stands in on the days of their seat only', async () => {
		const m = await session(half);
		const { seatId } = await row(m, second);
		const name = manager().person!.fullName;
		const stand = () => mark(m, second, 'represented', { proxy: `alternate:${name}` });
		const holds = (from: string, until: string | null) =>
			store.sql`update public.committee_members set starts_on = ${from}, ends_on = ${until} where alternate_of = ${seatId}`;
		await store.sql`insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on, alternate_of)
			select committee_id, mission_id, ${manager().person!.id}, 'member', '2019-12-03', id from public.committee_members where id = ${seatId}`;
		try {
			expect(await code(stand())).toBe('unknown_person');
			await holds('2019-11-01', '2019-12-02');
			expect(await code(stand())).toBe('unknown_person');
			await holds('2019-11-01', '2019-12-03');
			await stand();
			expect((await quorum(m)).present).toBe(1);
		} finally {
			await store.sql`delete from public.committee_members where alternate_of is not null`;
		}
	});
});

it('counts the quorum as core does, whatever the list', async () => {
	const m = await session(half);
	const id = await idOf(m);
	const hour = fc.constantFrom('', '09:30', '12:00', '16:00');
	const rule = fc.constantFrom<Record<string, unknown>>(
		{},
		...quorumShares.map((share) => ({ quorum: { share }, second: { days: 3 } })),
		...quorumShares.map((share) => ({ quorum: { share } })),
		{ quorum: { count: 3 } },
		{ quorum: { count: 0 } },
		{ quorum: { count: 'x' } },
		{ quorum: { share: 'most' } }
	);
	const line = fc.record({
		votes: fc.boolean(),
		status: fc.constantFrom(...attendanceStatuses),
		leftAt: hour,
		how: fc.constantFrom(null, 'alternate' as const, 'mandate' as const, 'named' as const),
		holder: fc.option(fc.nat(7), { nil: null })
	});
	const { sql } = store;
	await fc.assert(
		fc.asyncProperty(
			fc.array(line, { maxLength: 8 }),
			rule,
			fc.constantFrom(...meetingStates),
			hour,
			fc.boolean(),
			async (lines, given, state, endsAt, second) => {
				const rows = lines.map(({ holder, ...l }, i): Counted => ({
					...l,
					id: `00000000-0000-4000-8000-00000000000${i}`,
					mandatedId:
						holder === null || holder === i || holder >= lines.length
							? null
							: `00000000-0000-4000-8000-00000000000${holder}`
				}));
				const inSql = await sql
					.begin(async (tx) => {
						await tx`update public.committees set rules = ${tx.json(given as never)} where id = (select committee_id from public.meetings where id = ${id})`;
						await tx`update public.meetings set state = ${state}, starts_at = null, ends_at = ${endsAt || null},
							second_of = ${second ? tx`(select id from public.meetings where id <> ${id} limit 1)` : null} where id = ${id}`;
						await tx`delete from public.attendances where meeting_id = ${id}`;
						for (const r of rows)
							await tx`insert into public.attendances (id, meeting_id, mission_id, full_name, status, votes, left_at, represented_how)
								select ${r.id}, id, mission_id, 'x', ${r.status}, ${r.votes}, ${r.leftAt || null}, ${r.how} from public.meetings where id = ${id}`;
						for (const r of rows)
							await tx`update public.attendances set mandated_id = ${r.mandatedId} where id = ${r.id}`;
						const [found] = await tx`select private.quorum(${id}) as q`;
						throw Object.assign(new Error('back'), { q: found!.q as unknown });
					})
					.catch((e: Error & { q?: unknown }) => {
						if (!('q' in e)) throw e;
						return e.q;
					});
				expect(inSql).toEqual(quorumOf(rulesOf(given), { state, endsAt, second }, rows));
			}
		),
		{
			numRuns: 60,
			// Announced by a reply; a proxy who left; mandates of somebody there, excused, and of nobody.
			examples: [
				[
					(
						[
							['present', '', null, null],
							['represented', '', null, null],
							['represented', '09:30', 'named', null],
							['represented', '', 'alternate', null],
							['represented', '', 'mandate', 0],
							['represented', '', 'mandate', 7],
							['excused', '', null, null],
							['represented', '', 'mandate', 6]
						] as const
					).map(([status, leftAt, how, holder]) => ({ votes: true, status, leftAt, how, holder })),
					{ quorum: { count: 3 } },
					'in_session',
					'',
					false
				]
			]
		}
	);
});

it('comes to the same result as core, whatever the votes', async () => {
	const n = [0, 1, 2, 3, 4];
	const cases = ['consensus', 'majority', 'two_thirds', null].flatMap((rule) =>
		[true, false].flatMap((casting) =>
			n.flatMap((yes) =>
				n.flatMap((against) => [true, false].map((cast) => ({ rule, casting, yes, against, cast })))
			)
		)
	);
	const asked = cases.map((c) => ({
		voting: c.rule ? { rule: c.rule, casting: c.casting } : null,
		votes: {
			how: 'vote',
			for: c.yes,
			against: c.against,
			abstained: 0,
			...(c.cast ? { casting: true } : {})
		}
	}));
	const rows = await store.sql`select private.vote_result(x.value -> 'voting', x.value -> 'votes') as result
		from jsonb_array_elements(${store.sql.json(asked as never)}) with ordinality x order by x.ordinality`;
	expect(rows.map((r) => r.result)).toEqual(
		asked.map((a) => resultOf((a.voting ?? undefined) as BodyRules['voting'], a.votes as never))
	);
});

describe('decisions', () => {
	it('need the quorum the rules ask for; the body only puts off without it, and is convened again', async () => {
		const m = await session({ ...half, second: { days: 5 } });
		const id = await idOf(m);
		await mark(m, chair, 'present');
		const no = await refused(recordResolution(manager(), id, resolution));
		expect([no.code, no.status]).toEqual(['no_quorum', 409]);
		expect(no.detail).toMatchObject({ required: 2, present: 1, voting: 3 });
		expect(await code(recordResolution(as.consultant, id, { ...resolution, result: 'rejected' }))).toBe(
			'no_quorum'
		);
		await recordResolution(manager(), id, { ...resolution, result: 'deferred' });
		const soon = await refused(
			conveneAgain(manager(), id, { heldOn: '2019-12-06', startsAt: '', place: '' })
		);
		expect([soon.code, soon.detail.earliest]).toEqual(['too_soon', '07/12/2019']);
		const again = await conveneAgain(manager(), id, { heldOn: '2019-12-07', startsAt: '', place: '' });
		const next = await read('chef-de-projet', again);
		expect(next.agenda.map((i) => i.title)).toEqual(['Livrables', 'Divers']);
		expect(next).toMatchObject({
			second: true,
			startsAt: '14:00',
			state: 'draft',
			quorum: { asked: false }
		});
		expect((await readDeciding(manager(), slug, m)).again).toBe(again);
		expect(
			await code(conveneAgain(manager(), id, { heldOn: '2019-12-09', startsAt: '', place: '' }))
		).toBe('convened_again');
		await mark(m, second, 'present');
		expect(
			await code(conveneAgain(manager(), id, { heldOn: '2019-12-09', startsAt: '', place: '' }))
		).toBe('quorum_reached');
		await recordResolution(manager(), id, resolution);
		expect((await read('copil', m)).resolutions.at(-1)!.quorum).toEqual({
			required: 2,
			present: 2,
			voting: 3
		});
	});

	it('are voted by those who are there, and never against what the votes come to', async () => {
		const m = await session(half);
		const id = await idOf(m);
		for (const name of [chair, second]) await mark(m, name, 'present');
		const vote = (yes: number, against: number, more: object = {}) => ({
			how: 'vote' as const,
			...{ for: yes, against, abstained: 0 },
			...more
		});
		const say = (votes: ReturnType<typeof vote>, result: 'adopted' | 'rejected' = 'adopted') =>
			recordResolution(manager(), id, { ...resolution, votes, result });
		const many = await refused(say(vote(3, 0)));
		expect([many.code, many.detail]).toEqual([
			'votes_exceed',
			expect.objectContaining({ said: 3, present: 2 })
		]);
		expect(await code(say(vote(0, 0)))).toBe('votes_exceed');
		expect(await code(say(vote(2, 0), 'rejected'))).toBe('vote_contradicted');
		expect(await code(say(vote(1, 1)))).toBe('vote_contradicted');
		expect(await code(say(vote(2, 0, { casting: true })))).toBe('no_casting_vote');
		expect(await code(say(vote(-1, 1)))).toBe('votes_missing');
		await say(vote(1, 1, { casting: true }));
		const r = (await read('observateur', m)).resolutions.at(-1)!;
		expect(r).toMatchObject({
			result: 'adopted',
			binds: true,
			votes: { for: 1, against: 1, casting: true }
		});
		const bad = { ...resolution, itemId: '00000000-0000-4000-8000-000000000000' };
		expect(await code(recordResolution(manager(), id, bad))).toBe('unknown_item');
		const { items } = await readDeciding(manager(), slug, m);
		await recordResolution(manager(), id, { ...resolution, itemId: items[1]!.id });
		expect((await read('copil', m)).resolutions.at(-1)!.itemId).toBe(items[1]!.id);
	});

	it('on a version are the body’s endorsement of its exact bytes, with reserves numbered, or nothing at all', async () => {
		const m = await session();
		const id = await idOf(m);
		const v = await version();
		const say = (more: object, ctx: Context = manager()) =>
			recordResolution(ctx, id, { ...validates(v), ...more });
		expect(await code(say({ seen: 'f'.repeat(64) }))).toBe('another_version');
		expect(await code(say({ seen: null }))).toBe('another_version');
		expect(await code(say({ result: 'rejected' }))).toBe('outcome_contradicted');
		expect(await code(say({ outcome: 'endorsed_with_reserves', lines: [] }))).toBe('wording_missing');
		const unsure = [{ wording: 'Compléter la carte.' }];
		expect(await code(say({ outcome: 'endorsed_with_reserves', lines: unsure }))).toBe(
			'severity_missing'
		);
		const [count] =
			await store.sql`select count(*)::int as n from public.endorsements where version_id = ${v.id}`;
		expect(count!.n).toBe(0);
		const number = await say({
			outcome: 'endorsed_with_reserves',
			lines: [
				{ wording: 'Compléter la carte.', severity: 'blocking' },
				{ wording: 'Dater le plan.', severity: 'minor' }
			]
		});
		const [e] =
			await store.sql`select e.*, v.state from public.endorsements e join public.versions v on v.id = e.version_id where e.version_id = ${v.id}`;
		expect(e).toMatchObject({
			sha256: v.sha256,
			meeting_id: id,
			outcome: 'endorsed_with_reserves',
			state: 'endorsed_with_reserves'
		});
		expect(e!.confirmed_by).toBe(manager().person!.id);
		const reserves =
			await store.sql`select number, severity from public.observations where version_id = ${v.id} order by rank`;
		expect(reserves.map((r) => [r.number, r.severity])).toEqual([
			[`OBS-${v.code}-01`, 'blocking'],
			[`OBS-${v.code}-02`, 'minor']
		]);
		// The second to decide is told of the first one's decision.
		const late = await refused(say({}, as.copil));
		expect([late.code, late.detail]).toEqual([
			'already_decided',
			expect.objectContaining({
				number,
				outcome: 'endorsed_with_reserves',
				by: manager().person!.fullName
			})
		]);
		const r = (await read('chef-de-projet', m)).resolutions.find((x) => x.number === number)!;
		const correct = (more: object) =>
			say({ id: r.id, version: r.version, lines: r.reserves, outcome: r.outcome, ...more });
		expect(await code(correct({ outcome: 'endorsed' }))).toBe('endorsement_stands');
		expect(await correct({ wording: 'Mieux dit.' })).toBe(number);
	});

	it('decided twice at once: one of the two stands', async () => {
		const m = await session();
		const id = await idOf(m);
		const v = await version();
		const both = await Promise.allSettled([
			recordResolution(manager(), id, validates(v)),
			recordResolution(as.copil, id, {
				...validates(v),
				outcome: 'not_endorsed',
				result: 'rejected',
				lines: [{ wording: 'Non.' }]
			})
		]);
		expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find((b) => b.status === 'rejected')).toMatchObject({
			reason: { code: 'already_decided' }
		});
	});

	it('say nothing of what another body has to say, of what came later, or of what was replaced', async () => {
		const m = await session({}, 'cotech');
		const v = await version();
		expect(await code(recordResolution(manager(), await idOf(m), validates(v)))).toBe('another_body');
		const own = await idOf(await session());
		await store.sql`alter table public.versions disable trigger user`;
		await store.sql`update public.versions set submitted_on = '2019-12-03' where id = ${v.id}`;
		expect(await code(recordResolution(manager(), own, validates(v)))).toBe('meeting_before_version');
		await store.sql`update public.versions set submitted_on = '2019-11-28', state = 'superseded' where id = ${v.id}`;
		await store.sql`alter table public.versions enable trigger user`;
		expect(await code(recordResolution(manager(), own, validates(v)))).toBe('another_version');
	});
});

describe('drafts of the contractor’s secretary', () => {
	const drafts = async (meeting: string, who: Who = 'chef-de-projet') => {
		const m = await read(who, meeting);
		return [...m.resolutions, ...m.actions].filter((d) => !d.binds);
	};

	it('bind nobody until the chair or the project manager confirms them, and not what changed meanwhile', async () => {
		const m = await session();
		const id = await idOf(m);
		const v = await version();
		const number = await recordResolution(as.consultant, id, validates(v));
		await recordAction(as['consultant-chef'], id, action);
		const waiting = await drafts(m);
		expect(waiting.map((d) => d.number)).toContain(number);
		expect(await store.sql`select 1 from public.endorsements where version_id = ${v.id}`).toHaveLength(0);
		const [{ n }] = (await store.sql`select private.unconfirmed(${id}) as n`) as unknown as [
			{ n: number }
		];
		expect(n).toBe(2);
		const { hashes } = await readDeciding(manager(), slug, m);
		const seen = waiting.map((d) => ({
			id: d.id,
			version: d.version,
			...('versionId' in d && d.versionId ? { sha256: hashes[d.versionId]! } : {})
		}));
		for (const who of ['consultant', 'consultant-chef'] as const)
			expect(await code(confirmResolutions(as[who], id, seen)), who).toBe('not_allowed');
		const blind = seen.map(({ id, version }) => ({ id, version }));
		expect(await code(confirmResolutions(as.copil, id, blind))).toBe('another_version');
		const old = seen.map((s) => ({ ...s, version: s.version + 1 }));
		expect(await code(confirmResolutions(as.copil, id, old))).toBe('stale');
		// All or none: the refusals left both as they were.
		expect(await drafts(m)).toHaveLength(2);
		expect(await confirmResolutions(as.copil, id, seen)).toBe(2);
		const [e] =
			await store.sql`select confirmed_by, sha256 from public.endorsements where version_id = ${v.id}`;
		expect(e).toEqual({ confirmed_by: as.copil.person!.id, sha256: v.sha256 });
		expect(await drafts(m)).toEqual([]);
		expect(await code(confirmResolutions(manager(), id, seen))).toBe('stale');
		const r = (await read('consultant', m)).resolutions.find((x) => x.number === number)!;
		const again = { ...validates(v), id: r.id, version: r.version };
		expect(await code(recordResolution(as.consultant, id, again))).toBe('not_allowed');
	});

	it('of two, the second on the same version is refused, and a correction by the manager binds at once', async () => {
		const m = await session();
		const id = await idOf(m);
		const v = await version();
		await recordResolution(as.consultant, id, validates(v));
		expect(await code(recordResolution(as['consultant-chef'], id, validates(v)))).toBe('already_decided');
		const [d] = await drafts(m);
		const said = {
			...validates(v),
			id: d!.id,
			version: d!.version,
			outcome: 'not_endorsed' as const,
			result: 'rejected' as const
		};
		await recordResolution(manager(), id, { ...said, lines: [{ wording: 'Incomplet.' }] });
		expect(await drafts(m)).toEqual([]);
		const [row] = await store.sql`select state from public.versions where id = ${v.id}`;
		expect(row!.state).toBe('not_endorsed');
		// Reasons are no numbered reserves.
		expect(await store.sql`select 1 from public.observations where version_id = ${v.id}`).toHaveLength(0);
	});

	it('are set aside with a reason, by their author without; the number is not given again', async () => {
		const m = await session();
		const id = await idOf(m);
		const first = await recordResolution(as.consultant, id, resolution);
		const [d] = await drafts(m);
		const drop = (ctx: Context, reason = '') =>
			dropResolution(ctx, id, { draft: d!.id, version: d!.version, reason });
		expect(await code(drop(as['consultant-chef']))).toBe('not_allowed');
		expect(await code(drop(manager()))).toBe('reason_missing');
		await drop(manager(), 'Le comité ne l’a pas dit.');
		const next = await recordResolution(manager(), id, resolution);
		expect(Number(next.slice(-3))).toBe(Number(first.slice(-3)) + 1);
		const bound = (await read('chef-de-projet', m)).resolutions.at(-1)!;
		const keep = { draft: bound.id, version: bound.version, reason: 'x' };
		expect(await code(dropResolution(manager(), id, keep))).toBe('stale');
		await recordAction(as.consultant, id, action);
		const [mine] = await drafts(m);
		await dropResolution(as.consultant, id, { draft: mine!.id, version: mine!.version, reason: '' });
		expect(await drafts(m)).toEqual([]);
		const lines =
			await store.sql`select subject from public.journal where event = 'resolution_dropped' order by number`;
		expect(lines.map((l) => l.subject)).toContain(first);
	});
});
