import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { answered } from './matrix-observations.ts';
import { endOneCircuit, missionId } from './matrix-world.ts';

/** What must hold for every table and function there is, also those that nobody has thought of yet. */
let store: TestStore;
beforeAll(async () => {
	store = await makeStore();
});
afterAll(() => store?.close());

const names = async (query: string) => (await store.sql.unsafe(query)).map((r) => String(r.name)).sort();

const functions = `select n.nspname || '.' || p.proname as name, p.* from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	where n.nspname in ('public', 'private')`;
const tables = `select n.nspname || '.' || c.relname as name, c.oid, c.relrowsecurity, c.relkind from pg_class c
	join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v', 'm', 'f')`;

describe('what is closed', () => {
	it('has row-level security on every table, and no view, which would read as its owner', async () => {
		expect(
			await names(`select name from (${tables}) t where not relrowsecurity or relkind <> 'r'`)
		).toEqual([]);
		expect((await names(tables)).length).toBeGreaterThan(25);
	});

	it('pins the search path of every function', async () => {
		expect(
			await names(
				`select name from (${functions}) f where not coalesce(proconfig, '{}') @> array['search_path=""']`
			)
		).toEqual([]);
	});

	it('lets the reads of a page run as the person who asks, and every other function of public be a definer on purpose', async () => {
		expect(
			await names(`select name from (${functions}) f where name like 'public.%' and not prosecdef`)
		).toEqual(
			[
				'actions_register',
				'agenda_choices',
				...[
					'amendment_detail',
					'baselines_page',
					'body_page',
					'calendar_page',
					'calendar_rows',
					'contract_page',
					'contract_text'
				],
				'decisions_register',
				...[
					'deliverable_detail',
					'deliverable_file',
					'deliverable_observations',
					'deliverables_register'
				],
				...['indicator_state', 'indicators_page'],
				...[
					'interruption_file',
					'interruptions_page',
					'meeting_agenda',
					'meeting_answers',
					'meeting_deciding',
					'meeting_detail',
					'mission_dashboard',
					'obligation_file',
					'obligations_page',
					'penalties_about',
					'penalties_page',
					'schedule_rows',
					'session_news'
				]
			].map((f) => `public.${f}`)
		);
		expect(
			await names(`select name from (${functions}) f where name like 'public.%' and prosecdef`)
		).toEqual(definers.map((f) => `public.${f}`).sort());
	});

	it('gives anon nothing: no function, no table, no column, no sequence', async () => {
		expect(
			await names(
				`select name from (${functions}) f where has_function_privilege('anon', oid, 'execute')`
			)
		).toEqual([]);
		expect(
			await names(
				`select name from (${tables}) t where has_any_column_privilege('anon', oid, 'select, insert, update, references')
				or has_table_privilege('anon', oid, 'delete, truncate, trigger')`
			)
		).toEqual([]);
	});

	it('gives authenticated no way to write a table, in any schema', async () => {
		expect(
			await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_t%'
				and ((c.relkind in ('r', 'p', 'v') and (has_any_column_privilege('authenticated', c.oid, 'insert, update, references')
					or has_table_privilege('authenticated', c.oid, 'delete, truncate, trigger')))
				or (c.relkind = 'S' and has_sequence_privilege('authenticated', c.oid, 'usage, select, update')))`)
		).toEqual([]);
	});

	it('lets authenticated read the tables of public and nothing of any other schema', async () => {
		const readable =
			await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_t%' and c.relkind in ('r', 'p', 'v')
			and has_schema_privilege('authenticated', n.oid, 'usage') and has_any_column_privilege('authenticated', c.oid, 'select')`);
		expect(readable).toEqual(await names(`select name from (${tables}) t where name like 'public.%'`));
	});

	it('hides the secret half of an invitation from whoever may read the rest', async () => {
		const [row] =
			await store.sql`select has_column_privilege('authenticated', 'public.invitations', 'token_sha256', 'select') as may`;
		expect(row!.may).toBe(false);
	});

	it('lets authenticated call of private only what its policies ask', async () => {
		expect(
			await names(
				`select name from (${functions}) f where name like 'private.%' and has_function_privilege('authenticated', oid, 'execute')`
			)
		).toEqual([
			'private.i_administer',
			'private.i_am',
			'private.me',
			'private.meetings_i_prepare',
			'private.my_missions',
			'private.my_missions_as',
			'private.my_seats',
			'private.people_i_meet',
			'private.to_notify'
		]);
	});

	it('lets nobody but the owner make anything', async () => {
		const makers = await store.sql`select r.rolname, n.nspname from pg_roles r, pg_namespace n
			where r.rolname in ('anon', 'authenticated', 'service_role', 'jalon_api') and n.nspname in ('public', 'private', 'auth', 'storage', 'supabase_migrations')
			and has_schema_privilege(r.rolname, n.nspname, 'create')`;
		expect([...makers]).toEqual([]);
	});

	it('makes service_role, which no row-level security stops, able to read nothing of ours', async () => {
		expect(
			await names(
				`select name from (${tables}) t where has_any_column_privilege('service_role', oid, 'select, insert, update')
				or has_table_privilege('service_role', oid, 'delete, truncate')`
			)
		).toEqual([]);
	});
});

/** Each of these checks by itself who is asking; a new one is added here by hand, after reading it. */
const definers = [
	...['add_account', 'claim_person', 'list_mails', 'mission_context', 'set_account', 'who_am_i'],
	...['count_waiting', 'move_clock', 'verify_journal', 'waiting'],
	...['create_mission', 'free_slug', 'prepare_amendment', 'sign_amendment', 'withdraw_amendment'],
	...['add_task', 'edit_milestone', 'edit_task', 'reach_milestone', 'remove_task', 'set_task'],
	...['apply_plan', 'edit_link', 'freeze_plan', 'import_plan', 'link_lines', 'remove_link'],
	...['schedule_stamp', 'set_links', 'undo_plan'],
	...['answer_observation', 'check_observation', 'confirm_with_reserves', 'correct_observation'],
	...['number_reserves', 'observe', 'withdraw_observation'],
	...['cast_vote', 'confirm_endorsement', 'decide', 'hand_in', 'put_draft', 'remove_draft'],
	...['answer_report', 'file_report', 'save_report_draft'],
	...['change_calendar', 'freeze_indicators', 'propose_exclusion'],
	...['record_indicator_values', 'settle_exclusion'],
	...['charge_penalty', 'choose_penalty_reading', 'comment_penalty', 'decide_penalty', 'invite_to_comment'],
	...['correct_interruption', 'record_interruption', 'type_penalty'],
	...[
		'answer_obligation',
		'choose_reading',
		'close_obligation',
		'close_obligations',
		'extend_obligation',
		'send_obligation'
	],
	...[
		'close_action',
		'correct_action',
		'correct_resolution',
		'edit_meeting',
		'move_meeting',
		'plan_meeting'
	],
	...['record_action', 'record_resolution', 'set_agenda', 'set_attendance'],
	...['answer_comment', 'approve_minutes', 'circulate_minutes', 'comment_minutes', 'open_minutes'],
	...['minutes_follow', 'verify_seals'],
	...['change_seat', 'end_seat', 'plan_series', 'seat_in_body', 'set_body_rules'],
	...['put_off_item', 'save_item', 'take_item'],
	...['confirm_resolutions', 'convene_again', 'drop_resolution', 'mark_attendance'],
	...[
		'convene_meeting',
		'make_calendar_link',
		'my_calendar_links',
		'reply_to_meeting',
		'revoke_calendar_link'
	],
	...['change_role', 'delegate', 'edit_organisation', 'invite', 'invite_again', 'remove_member'],
	...['replace_member', 'revoke_delegation']
];

describe('policies', () => {
	it('are for reading, to people who are signed in, and say in words what they allow', async () => {
		const policies =
			await store.sql`select tablename, policyname, roles::text[] as roles, cmd from pg_policies where schemaname = 'public'`;
		expect(policies.length).toBeGreaterThan(20);
		for (const p of policies) {
			expect([p.policyname, p.roles, p.cmd]).toEqual([p.policyname, ['authenticated'], 'SELECT']);
			expect(p.policyname).toMatch(/^[a-z]+( [a-z',]+){2,}$/);
			// PostgreSQL cuts a longer name, and with it the sentence.
			expect(p.policyname.length).toBeLessThan(63);
		}
	});

	it('of private open the mails to the server alone', async () => {
		const policies =
			await store.sql`select tablename, policyname, roles::text[] as roles from pg_policies where schemaname = 'private'`;
		expect([...policies]).toEqual([
			{ tablename: 'mails', policyname: 'the server sends mails', roles: ['jalon_api'] }
		]);
	});

	it('read no column that has no index', async () => {
		// The columns a policy depends on, of the table it guards and of those it looks into.
		const read = await names(`select distinct c.relname || '.' || a.attname as name from pg_policy p
			join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
			join pg_class c on c.oid = d.refobjid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
			where c.relnamespace = 'public'::regnamespace and not exists (
				select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum and i.indpred is null)`);
		// Read on rows that another column has already found.
		expect(read).toEqual([
			'journal.audience',
			'meetings.convened_at',
			'penalties.notified_on',
			'penalty_acts.kind',
			'weekly_reports.state'
		]);
	});

	it('find what a foreign key points from by an index, but for those nothing is ever looked up by', async () => {
		// People, bodies, meetings and versions are never deleted, and nothing is listed by these.
		const neverLookedUp = [
			...[
				'actions.confirmed_by',
				'actions.created_by',
				'agenda_items.updated_by',
				'amendments.decided_by',
				'amendments.delegation_id',
				'amendments.prepared_by',
				'attendances.person_id',
				'attendances.updated_by',
				'baselines.frozen_by',
				'calendar_days.person_id',
				'convocations.person_id',
				'decisions.decided_by',
				'decisions.delegation_id'
			],
			...[
				'delegations.created_by',
				'delegations.membership_id',
				'delegations.revoked_by',
				'drafts.uploaded_by'
			],
			...['endorsements.committee_id', 'endorsements.confirmed_by', 'endorsements.meeting_id'],
			...['indicator_exclusions.person_id', 'indicator_states.person_id', 'indicator_values.person_id'],
			...[
				'interruptions.person_id',
				'invitations.created_by',
				'journal.person_id',
				'mails.mission_id',
				'meeting_papers.made_by',
				'meetings.updated_by'
			],
			...[
				'memberships.invited_by',
				'memberships.replaces',
				'milestones.updated_by',
				'minutes_comments.answered_by',
				'obligation_acts.person_id',
				'observation_acts.person_id',
				'observation_acts.version_id',
				'observations.answer_version_id',
				'observations.author_id',
				'observations.committee_id',
				'penalty_acts.delegation_id',
				'penalty_acts.person_id',
				'penalty_readings.person_id',
				'plan_acts.person_id'
			],
			...['report_corrections.updated_by', 'report_filings.answered_by', 'report_filings.filed_by'],
			'resolutions.confirmed_by',
			'resolutions.created_by',
			...[
				'resolutions.version_id',
				'task_links.updated_by',
				'tasks.updated_by',
				'version_files.uploaded_by',
				'versions.submitted_by'
			],
			...[
				'votes.committee_id',
				'votes.person_id',
				'weekly_reports.answered_by',
				'weekly_reports.filed_by'
			],
			'weekly_reports.updated_by'
		];
		expect(
			await names(`select c.relname || '.' || a.attname as name from pg_constraint k
				join pg_class c on c.oid = k.conrelid
				join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
				where k.contype = 'f' and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
				and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = any (k.conkey))`)
		).toEqual(neverLookedUp);
	});
});

describe('what was said stays said, to the owner of the store too', () => {
	const kept = [
		'journal',
		'votes',
		'endorsements',
		'decisions',
		'version_files',
		'observation_acts',
		'obligation_acts',
		'interruptions',
		'penalty_acts',
		'penalty_readings',
		'baselines',
		'plan_acts',
		'convocations',
		'meeting_replies',
		'meeting_papers'
	];
	const all = (table: string) =>
		store.sql.unsafe(`select to_jsonb(t)::text as line from public.${table} t order by 1`);

	beforeAll(async () => {
		await endOneCircuit(store);
		await answered(store, await missionId(store));
		// Where the mission of the tests has nothing yet, the owner of the store writes a line.
		await store.sql`insert into public.interruptions (mission_id, number, starts_at, what, person_id, mission_day)
			select m.id, 'INT-001', '2019-11-20T09:00', 'Essai', p.id, '2019-11-20' from public.missions m, public.people p limit 1`;
		await store.sql`insert into public.meeting_replies (mission_id, meeting_id, person_id, convocation_id, answer, way)
			select c.mission_id, c.meeting_id, p.id, c.id, 'yes', 'page' from public.convocations c, public.people p limit 1`;
		await store.sql`insert into public.penalty_readings (mission_id, clause_code, reading, reason, person_id, mission_day)
			select m.id, 'E-X', '', 'Essai', p.id, '2019-11-20' from public.missions m, public.people p limit 1`;
		await store.sql`insert into public.plan_acts (mission_id, mode, moves, person_id, mission_day)
			select m.id, 'push', '[]', p.id, '2019-11-20' from public.missions m, public.people p limit 1`;
	});

	for (const table of kept) {
		const column =
			{
				journal: 'subject',
				observation_acts: 'words',
				penalty_acts: 'words',
				penalty_readings: 'reason',
				baselines: 'reason',
				plan_acts: 'mode',
				contract_versions: 'contract_sha256',
				convocations: 'method',
				meeting_replies: 'answer'
			}[table] ?? 'sha256';
		it.each([
			['update', `update public.${table} set ${column} = ${column}`],
			['delete', `delete from public.${table}`],
			['truncate', `truncate public.${table}`],
			['truncate, with what hangs on it,', `truncate public.${table} cascade`]
		])(`${table}: %s is refused`, async (_verb, statement) => {
			const before = await all(table);
			expect(before.length).toBeGreaterThan(0);
			// What others point to PostgreSQL itself does not empty alone.
			const pointedTo =
				['convocations', 'endorsements'].includes(table) && statement === `truncate public.${table}`;
			await expect(store.sql.unsafe(statement)).rejects.toMatchObject(
				pointedTo ? { code: '0A000' } : { code: 'PT403', detail: 'append_only' }
			);
			expect([...(await all(table))]).toEqual([...before]);
		});
	}

	it.each(['missions', 'people', 'deliverables', 'versions', 'meetings'])(
		'nothing of it goes with %s',
		async (table) => {
			const before = await Promise.all(kept.map(all));
			await expect(store.sql.unsafe(`truncate public.${table} cascade`)).rejects.toMatchObject({
				detail: 'append_only'
			});
			await expect(store.sql.unsafe(`delete from public.${table}`)).rejects.toMatchObject({
				code: expect.stringMatching(/^(PT403|23503|23001)$/)
			});
			expect(await Promise.all(kept.map(all))).toEqual(before);
		}
	);

	it('a version changes by its state alone, and only along the circuit', async () => {
		for (const change of [
			`note = 'autre'`,
			`sha256 = repeat('0', 64)`,
			`number = '9.9'`,
			`submitted_on = '2000-01-01'`
		])
			await expect(store.sql.unsafe(`update public.versions set ${change}`)).rejects.toMatchObject({
				detail: 'append_only'
			});
		await expect(
			store.sql`update public.versions set state = 'submitted' where state = 'admitted'`
		).rejects.toMatchObject({ detail: 'not_from_here' });
	});

	it('a report that was filed keeps its words, its file and its day', async () => {
		for (const change of [
			`body = '{}'`,
			`file_sha256 = repeat('0', 64)`,
			`filed_on = '2000-01-01'`,
			`state = 'draft'`,
			`due_on = null`
		])
			await expect(
				store.sql.unsafe(`update public.weekly_reports set ${change} where state <> 'draft'`)
			).rejects.toMatchObject({ detail: 'append_only' });
		await expect(
			store.sql`delete from public.weekly_reports where state <> 'draft'`
		).rejects.toMatchObject({
			detail: 'append_only'
		});
	});
});
