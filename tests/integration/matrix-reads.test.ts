import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { answered } from './matrix-observations.ts';
import { notifiable } from './matrix-penalties.ts';
import { grid } from './matrix-grid.ts';
import {
	act,
	cast,
	endOneCircuit,
	enrol,
	missionId,
	raw,
	roles,
	type Raw,
	type Role
} from './matrix-world.ts';

/**
 * Which rows each person reads, table by table, through the data API itself.
 * shut: the door is closed · none: not one row · own: their own row alone · some · all: every row there is.
 * A line `journal client` speaks of the rows whose `audience` is `client`.
 */
const reads = grid(`
table               nobody  outsider  admin  observer  technical  consultant  lead  member  chair  signatory  manager
people              shut    own       all    some      some       some        some  some    some   some       some
missions            shut    none      none   all       all        all         all   all     all    all        all
organisations       shut    none      none   all       all        all         all   all     all    all        all
memberships         shut    none      none   all       all        all         all   all     all    all        all
delegations         shut    none      none   all       all        all         all   all     all    all        all
invitations         shut    none      none   none      none       none        none  none    none   none       some   # the rest is accounts'
phases              shut    none      none   all       all        all         all   all     all    all        all
tasks               shut    none      none   all       all        all         all   all     all    all        all
milestones          shut    none      none   all       all        all         all   all     all    all        all
task_links          shut    none      none   some      all        some        some  all     all    all        all    # of a draft meeting, the client’s
task_refs           shut    none      none   some      all        some        some  all     all    all        all    # of a draft meeting, the client’s
baselines           shut    none      none   all       all        all         all   all     all    all        all
plan_acts           shut    none      none   all       all        all         all   all     all    all        all
committees          shut    none      none   all       all        all         all   all     all    all        all
committee_members   shut    none      none   all       all        all         all   all     all    all        all
meetings            shut    none      none   some      all        some        some  all     all    all        all    # a draft is the client's
attendances         shut    none      none   some      all        some        some  all     all    all        all
agenda_items        shut    none      none   some      all        some        some  all     all    all        all
agenda_refs         shut    none      none   some      all        some        some  all     all    all        all
resolutions         shut    none      none   some      all        some        some  all     all    all        all
actions             shut    none      none   some      all        some        some  all     all    all        all
deliverables        shut    none      none   all       all        all         all   all     all    all        all
versions            shut    none      none   all       all        all         all   all     all    all        all
version_files       shut    none      none   all       all        all         all   all     all    all        all
drafts              shut    none      none   none      none       all         all   none    none   none       none   # the contractor's alone
votes               shut    none      none   some      all        some        some  all     all    all        all    # until the body has spoken
endorsements        shut    none      none   all       all        all         all   all     all    all        all
decisions           shut    none      none   all       all        all         all   all     all    all        all
weekly_reports      shut    none      none   some      some       all         all   some    some   some       some   # a draft is the contractor's
report_filings      shut    none      none   all       all        all         all   all     all    all        all
report_corrections  shut    none      none   none      none       all         all   none    none   none       none   # the contractor's alone
report_weeks        shut    none      none   all       all        all         all   all     all    all        all
obligations         shut    none      none   some      all        some        some  all     all    all        all    # of a draft meeting, the client's
obligation_acts     shut    none      none   all       all        all         all   all     all    all        all
contract_versions   shut    none      none   all       all        all         all   all     all    all        all
amendments          shut    none      none   some      all        some        some  all     all    all        all    # prepared, the client's
calendar_days       shut    none      none   all       all        all         all   all     all    all        all
indicator_values    shut    none      none   all       all        all         all   all     all    all        all
indicator_exclusions  shut   none      none   all       all        all         all   all     all    all        all
indicator_states    shut    none      none   some      all        some        some  all     all    all        all    # of a draft meeting, the client's
indicator_judgements  shut   none      none   some      all        some        some  all     all    all        all
penalties           shut    none      none   some      all        some        some  all     all    all        all    # simulated, the client's
penalty_acts        shut    none      none   some      all        some        some  all     all    all        all    # from the invitation on
penalty_readings    shut    none      none   none      all        none        none  all     all    all        all
interruptions       shut    none      none   all       all        all         all   all     all    all        all
convocations        shut    none      none   all       all        all         all   all     all    all        all    # of what was convened
meeting_replies     shut    none      none   none      all        none        some  all     all    all        all    # one's own; the client's are all
minutes_comments    shut    none      none   all       all        all         all   all     all    all        all
meeting_papers      shut    none      none   all       all        all         all   all     all    all        all    # of what went out
minutes_sendings    shut    none      none   none      all        some        some  all     all    all        all    # one's own; the client's are all
observations        shut    none      none   all       all        all         all   all     all    all        all
observation_acts    shut    none      none   all       all        all         all   all     all    all        all
observation_moves   shut    all       all    all       all        all         all   all     all    all        all
circuit_moves       shut    all       all    all       all        all         all   all     all    all        all
journal all         shut    none      none   all       all        all         all   all     all    all        all
journal client      shut    none      none   none      all        none        none  all     all    all        all
journal contractor  shut    none      none   none      none       all         all   none    none   none       none
journal admin       shut    none      all    none      none       none        none  none    none   none       none
`);

let store: TestStore;
const clients = {} as Record<Role, Raw>;

/** Something of everything, and of each thing one that one side is still preparing. */
beforeAll(async () => {
	store = await makeStore();
	const mission = await missionId(store);
	await enrol(store, mission, cast.technical, 'client', 'technical_member');
	for (const role of roles)
		clients[role] =
			cast[role] === null ? (store.anonymous() as unknown as Raw) : await raw(store, cast[role]);
	const { manager, signatory: signs, consultant, admin } = clients;
	await endOneCircuit(store);
	await act(consultant, 'save_report_draft', {
		mission,
		report_period: '2019-W48',
		read_version: 0,
		content: { done: 'Rien qui soit à lire' }
	});
	// Beside the simulated penalty of the demonstration, a notified one; an interruption, and a reading of a clause.
	const { penalty, read_version } = await notifiable(store, mission);
	await act(manager, 'invite_to_comment', { penalty, read_version, comment_by: '2019-12-20' });
	await act(manager, 'record_interruption', {
		mission,
		starts_at: '2019-11-20T09:00:00',
		ends_at: '2019-11-20T09:30:00',
		what: 'Standard muet'
	});
	await store.sql`insert into public.penalty_readings (mission_id, clause_code, reading, reason, person_id, mission_day)
		select ${mission}, 'E-X', '', 'Essai', id, '2019-12-01' from public.people where email = 'chef-de-projet@demo.test'`;
	await answered(store, mission);
	await contestTwice(mission);
	await changeAndMeasure(mission);
	const [draft] = await store.sql`select id from public.meetings where state = 'draft'`;
	const meeting: string = draft!.id;
	await act(manager, 'set_agenda', {
		meeting,
		read_version: await section(meeting, 'agenda'),
		items: [{ title: 'Pénalités' }]
	});
	await store.sql`insert into public.agenda_refs (mission_id, item_id, kind, target_id)
		select mission_id, id, 'minutes', meeting_id from public.agenda_items`;
	await tieAndMove(mission, meeting);
	await act(manager, 'record_resolution', { meeting, wording: 'Résilier' });
	await act(manager, 'record_action', { meeting, wording: 'Préparer la résiliation' });
	await replyAsBoth(mission);
	await store.sql`insert into public.minutes_comments (mission_id, meeting_id, edition, person_id, wording, said_on)
		select m.mission_id, m.id, 1, p.id, 'Chiffre à revoir', '2019-11-20' from public.meetings m, public.people p
		where m.code = 'E-COPIL-01' and p.email = 'copil@demo.test'`;
	const [signatory] = await store.sql`select id from public.memberships where role = 'client_signatory'`;
	const [delegate] = await store.sql`select id from public.people where email = 'copil3@demo.test'`;
	const absence = { from_day: '2020-03-01', to_day: '2020-03-31', reason: 'Absence' };
	await act(signs, 'delegate', { membership: signatory!.id, to_person: delegate!.id, ...absence });
	const [client] = await store.sql`select id from public.organisations where side = 'client'`;
	await act(manager, 'invite', {
		mission,
		email: 'invite@demo.test',
		full_name: 'Invitée',
		organisation: client!.id,
		role: 'observer'
	});
	await act(admin, 'add_account', { email: 'compte@demo.test', full_name: 'Compte' });
});
afterAll(() => store?.close());

/** Changes of the contract, prepared and in force; a word on the calendar; values, a day left out, states set down. */
async function changeAndMeasure(mission: string): Promise<void> {
	const { sql } = store;
	const [me] = await sql`select id from public.people where email = 'chef-de-projet@demo.test'`;
	const person = me!.id as string;
	for (const [number, state] of [
		[1, 'in_force'],
		[2, 'prepared']
	] as const)
		await sql`insert into public.amendments (mission_id, number, state, base_number, act_kind, act_number, act_on, signed_by, purpose, contract, contract_sha256,
			prepared_by, prepared_on, in_force_on)
			select m.id, ${number}, ${state}, 1, 'decision', ${`D${number}`}, '2019-11-20', 'Dominique Vasseur', 'Essai', m.contract, m.contract_sha256,
			${person}, '2019-11-20', ${state === 'in_force' ? '2019-11-21' : null}::date from public.missions m where m.id = ${mission}`;
	await sql`insert into public.calendar_days (mission_id, day, label, kind, person_id, mission_day)
		values (${mission}, '2020-05-04', 'Fermeture', 'off', ${person}, '2019-11-20')`;
	await sql`insert into public.indicator_values (mission_id, code, period, first_day, value, source, person_id, mission_day)
		values (${mission}, 'E-K1', 'mission', '2019-10-29', 11, 'typed', ${person}, '2019-11-20')`;
	await sql`insert into public.indicator_exclusions (mission_id, register, day, kind, person_id, mission_day)
		values (${mission}, 'jours', '2019-11-11', 'proposed', ${person}, '2019-11-20')`;
	await sql`with made as (insert into public.indicator_states (mission_id, meeting_id, from_day, to_day, facts, sha256, person_id, mission_day)
			select ${mission}, g.id, '2019-10-29', '2019-11-20', '{}', ${'c'.repeat(64)}, ${person}, '2019-11-20' from public.meetings g
			where g.mission_id = ${mission} returning id)
		insert into public.indicator_judgements (state_id, judged, sha256) select id, '{}', ${'c'.repeat(64)} from made`;
}

/** A plan frozen and moved; a task that follows the draft meeting and works for it. */
async function tieAndMove(mission: string, meeting: string): Promise<void> {
	const { manager } = clients;
	const [task] = await store.sql`select id, version from public.tasks
		where mission_id = ${mission} and progress < 100 and removed_at is null order by position desc limit 1`;
	const line = { id: task!.id, version: task!.version, startsOn: '2021-03-01', endsOn: '2021-03-05' };
	const { stamp } = await act<{ stamp: string }>(manager, 'schedule_stamp', {
		mission_slug: 'eure-et-loir'
	});
	await act(manager, 'apply_plan', { mission, read_stamp: stamp, mode: 'push', lines: [line] });
	await act(manager, 'link_lines', { mission, from_line: meeting, to_line: task!.id });
	const refs = [{ kind: 'meeting', id: meeting }];
	await act(manager, 'set_task', { task: task!.id, read_version: task!.version + 1, content: { refs } });
	await act(manager, 'freeze_plan', { mission, name: 'Planning', reason: 'Essai' });
}

/** A report that was contested, filed again, contested again, and is being corrected. */
async function contestTwice(mission: string): Promise<void> {
	const [filed] = await store.sql`select id, period from public.weekly_reports where state = 'filed'`;
	const contest = () =>
		act(clients.manager, 'answer_report', { report: filed!.id, accepted: false, reason: 'Incomplet' });
	const id = crypto.randomUUID();
	await contest();
	await act(clients.consultant, 'file_report', {
		mission,
		report_period: filed!.period,
		read_version: 0,
		content: { done: 'Complété' },
		due: null,
		name: 'r.docx',
		size: 5,
		hash: 'b'.repeat(64),
		key: `${id.slice(0, 2)}/${id}`
	});
	await contest();
	await act(clients.consultant, 'save_report_draft', {
		mission,
		report_period: filed!.period,
		read_version: 0,
		content: { done: 'Encore complété' }
	});
}

/** A meeting of the two leads, convened, to which each of them replies. */
async function replyAsBoth(mission: string): Promise<void> {
	const [body] =
		await store.sql`select id from public.committees where kind = 'project' and mission_id = ${mission}`;
	const made = await act<{ id: string; version: number }>(clients.manager, 'plan_meeting', {
		committee: body!.id,
		title: 'Essai',
		held_on: '2019-12-20'
	});
	await act(clients.manager, 'convene_meeting', { meeting: made.id, read_version: made.version });
	for (const role of ['manager', 'lead'] as const)
		await act(clients[role], 'reply_to_meeting', { meeting: made.id, answer: 'yes' });
}

async function section(meeting: string, name: string): Promise<number> {
	const [row] =
		await store.sql`select coalesce((sections -> ${name} ->> 'version')::int, 1) as version from public.meetings where id = ${meeting}`;
	return row!.version;
}

async function seen(client: Raw, table: string, audience?: string): Promise<string> {
	const there = audience
		? await store.sql`select count(*)::int as n from public.journal where audience = ${audience}`
		: await store.sql`select count(*)::int as n from ${store.sql(`public.${table}`)}`;
	const everything: number = there[0]!.n;
	expect(everything, `${table} has no row to be seen`).toBeGreaterThan(0);
	const columns: Record<string, string> = {
		circuit_moves: 'move',
		observation_moves: 'move',
		report_weeks: 'period',
		report_corrections: 'report_id',
		indicator_judgements: 'state_id',
		people: 'id, user_id'
	};
	const column = columns[table] ?? 'id';
	let query = client.from(table).select(column).limit(10_000);
	if (audience) query = query.eq('audience', audience);
	const { data, error } = await query;
	if (error?.code === '42501') return 'shut';
	if (error) return `${error.code} ${error.message}`;
	const me = (await client.auth.getUser()).data.user?.id;
	const rows = data as unknown as { user_id?: string }[];
	if (rows.length === 1 && rows[0]!.user_id && rows[0]!.user_id === me) return 'own';
	return rows.length === 0 ? 'none' : rows.length === everything ? 'all' : 'some';
}

it.each(reads)('$act', async ({ act: line, expected }) => {
	const [table, audience] = line.split(' ');
	const found = {} as Record<Role, string>;
	for (const role of roles) found[role] = await seen(clients[role], table!, audience);
	expect(found).toEqual(expected);
});

it('speaks of every table of public', async () => {
	const tables = await store.sql`select tablename from pg_tables where schemaname = 'public' order by 1`;
	expect([...new Set(reads.map((r) => r.act.split(' ')[0]!))].sort()).toEqual(
		tables.map((t) => t.tablename)
	);
});

it('shows the project manager the invitations of the mission, without what lets somebody in', async () => {
	const { data } = await clients.manager.from('invitations').select('mission_id');
	expect(data!.every((i) => i.mission_id !== null)).toBe(true);
	for (const columns of ['token_sha256', '*', 'id, token_sha256'])
		expect((await clients.manager.from('invitations').select(columns)).error).toMatchObject({
			code: '42501'
		});
	const guess = await clients.manager.from('invitations').select('id').like('token_sha256', 'a%');
	expect(guess.error).toMatchObject({ code: '42501' });
});

it('shows what one side prepares through no embedded row either', async () => {
	const embedded =
		'id, drafts:deliverables(drafts(name)), weekly_reports(state), meetings(state, agenda_items(title)), journal(audience), deliverables(versions(votes(choice)))';
	for (const role of ['outsider', 'admin'] as const) {
		const { data, error } = await clients[role].from('missions').select(embedded);
		expect([role, data, error]).toEqual([role, [], null]);
		for (const [table, inner] of [
			['people', 'memberships!memberships_person_id_fkey(role)'],
			['circuit_moves', 'move']
		] as const) {
			const rows = JSON.stringify((await clients[role].from(table).select(inner)).data);
			expect(rows).not.toContain('client_manager');
		}
	}
	const told = async (role: Role) => {
		const { data, error } = await clients[role].from('missions').select(embedded);
		expect(error).toBeNull();
		expect(data).toHaveLength(1);
		return JSON.stringify(data);
	};
	for (const role of ['observer', 'consultant', 'lead'] as const) {
		expect(await told(role)).not.toContain('Pénalités');
		expect(await told(role)).not.toContain('"state":"draft"},{"state":"draft"');
		expect(await told(role)).not.toContain('"client"');
	}
	for (const role of ['observer', 'member', 'chair', 'signatory', 'manager', 'technical'] as const) {
		expect(await told(role)).not.toContain('relevé en cours');
		expect(await told(role)).not.toContain('"contractor"');
		const { data } = await clients[role]
			.from('people')
			.select('full_name, weekly_reports!weekly_reports_updated_by_fkey(body, state)');
		expect(JSON.stringify(data)).not.toContain('Rien qui soit à lire');
	}
	// That these would be found by who may read them shows that the questions above ask for something.
	expect(await told('manager')).toContain('Pénalités');
	expect(await told('lead')).toContain('relevé en cours');
});
