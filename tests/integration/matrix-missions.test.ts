import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContract } from '#server/contract/read.ts';
import { importMission } from '#server/missions/import-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { makeActs, type Act } from './matrix-acts.ts';
import { act, cast, draftArgs, enrol, missionId, raw, type Raw } from './matrix-world.ts';

/** Two missions in one store: what happens in one does not exist in the other. */
let store: TestStore;
let here: string;
let there: string;
/** Manager and chair of the other mission, members of nothing here. */
let theirs: { manager: Raw; chair: Raw; lead: Raw; signatory: Raw };
let both: Raw;
let acts: Record<string, Act>;
/** Of the other mission. */
let other: {
	deliverable: string;
	version: string;
	draft: string;
	meeting: string;
	committee: string;
	phase: string;
	task: string;
	organisation: string;
	person: string;
};

beforeAll(async () => {
	store = await makeStore();
	here = await missionId(store);
	acts = await makeActs(store);
	const text = await readFile('templates/missions/eure-et-loir.yaml', 'utf8');
	const read = readContract(text);
	if (!read.ok) throw new Error('the contract file is not valid');
	there = await importMission(store.backend.door!, { ...read.contract, slug: 'autre-mission' }, text, {
		anchors: { notification: '2019-10-29' },
		demo: { playsOn: '2019-12-02' }
	});
	await enrol(store, there, 'autre-cheffe', 'client', 'client_manager');
	await enrol(store, there, 'autre-presidente', 'client', 'committee_chair');
	await enrol(store, there, 'autre-signataire', 'client', 'client_signatory');
	const person = await enrol(store, there, 'autre-cabinet', 'contractor', 'contractor_lead');
	// Observer here, project manager and contractor's … nowhere else: one person, two missions, two roles.
	await enrol(store, here, 'les-deux', 'client', 'observer');
	await enrol(store, there, 'les-deux', 'client', 'client_manager');
	theirs = {
		manager: await raw(store, 'autre-cheffe'),
		chair: await raw(store, 'autre-presidente'),
		lead: await raw(store, 'autre-cabinet'),
		signatory: await raw(store, 'autre-signataire')
	};
	both = await raw(store, 'les-deux');
	const one = async (query: PromiseLike<unknown>) => ((await query) as { x: string }[])[0]!.x;
	const { sql } = store;
	const deliverable = await one(
		sql`select id as x from public.deliverables where mission_id = ${there} and code = 'E-L13'`
	);
	const committee = await one(
		sql`select id as x from public.committees where mission_id = ${there} and kind = 'copil'`
	);
	const file = await act<{ id: string }>(theirs.lead, 'put_draft', draftArgs(deliverable));
	const version = await act<{ id: string }>(theirs.lead, 'hand_in', { deliverable, chosen: [file.id] });
	const draft = await act<{ id: string }>(theirs.lead, 'put_draft', draftArgs(deliverable));
	const meeting = await act<{ id: string; version: number }>(theirs.manager, 'plan_meeting', {
		committee,
		title: 'Ailleurs',
		held_on: '2019-12-02'
	});
	await act(theirs.manager, 'move_meeting', {
		meeting: meeting.id,
		read_version: meeting.version,
		to_state: 'convened'
	});
	other = {
		deliverable,
		committee,
		person,
		version: version.id,
		draft: draft.id,
		meeting: meeting.id,
		phase: await one(sql`select id as x from public.phases where mission_id = ${there} limit 1`),
		task: await one(sql`select id as x from public.tasks where mission_id = ${there} limit 1`),
		organisation: await one(
			sql`select id as x from public.organisations where mission_id = ${there} and side = 'client'`
		)
	};
});
afterAll(() => store?.close());

const refusal = async (client: Raw, fn: string, args: object) => {
	const { data, error } = await client.rpc(fn, args);
	return error ? (error.details ?? error.message) : `let through: ${JSON.stringify(data)}`;
};

describe('reading', () => {
	it('each side of the wall sees its own mission alone, in every table', async () => {
		const tables =
			await store.sql`select c.table_name as name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'mission_id'`;
		expect(tables.length).toBeGreaterThan(15);
		const ours = await Promise.all(
			[cast.manager, cast.chair, cast.lead, cast.signatory].map((who) => raw(store, who))
		);
		for (const { name } of tables) {
			for (const client of ours)
				expect([
					name,
					(await client.from(name).select('mission_id').eq('mission_id', there)).data
				]).toEqual([name, []]);
			for (const client of Object.values(theirs))
				expect([
					name,
					(await client.from(name).select('mission_id').eq('mission_id', here)).data
				]).toEqual([name, []]);
		}
		expect((await theirs.manager.from('missions').select('slug')).data).toEqual([
			{ slug: 'autre-mission' }
		]);
		expect((await ours[0]!.from('missions').select('slug')).data).toEqual([{ slug: 'eure-et-loir' }]);
	});

	it('people of the other mission are nobody, to read or to guess', async () => {
		const manager = await raw(store, cast.manager);
		const { data } = await manager.from('people').select('email').like('email', 'autre-%');
		expect(data).toEqual([]);
		expect(
			(
				await manager
					.from('memberships')
					.select('people!memberships_person_id_fkey(email)')
					.eq('person_id', other.person)
			).data
		).toEqual([]);
	});

	it('a slug or a code of the other mission answers like one that was never there', async () => {
		for (const mission_slug of ['eure-et-loir', 'nulle-part']) {
			expect((await theirs.manager.rpc('mission_context', { mission_slug })).data).toBeNull();
			for (const read of [
				...[
					'mission_dashboard',
					'schedule_rows',
					'schedule_stamp',
					'baselines_page',
					'obligations_page'
				],
				...['penalties_page', 'interruptions_page', 'contract_page', 'contract_text'],
				...['calendar_page', 'indicators_page']
			])
				expect((await theirs.manager.rpc(read, { mission_slug })).data).toBeNull();
			expect(
				(await theirs.manager.rpc('meeting_detail', { mission_slug, meeting_code: 'E-COPIL-01' }))
					.data
			).toBeNull();
			for (const read of ['meeting_agenda', 'session_news', 'agenda_choices'])
				expect(
					(await theirs.manager.rpc(read, { mission_slug, meeting_code: 'E-COPIL-01' })).data
				).toBeNull();
			expect(
				(await theirs.manager.rpc('minutes_follow', { mission_slug, meeting_code: 'E-COPIL-01' }))
					.data
			).toBeNull();
			for (const read of ['deliverables_register', 'decisions_register', 'actions_register'])
				expect((await theirs.manager.rpc(read, { mission_slug })).data).toEqual([]);
			expect(
				(await theirs.manager.rpc('deliverable_detail', { mission_slug, deliverable_code: 'E-L13' }))
					.data
			).toBeNull();
		}
		for (const mission of [here, crypto.randomUUID()])
			expect(await refusal(theirs.manager, 'verify_journal', { mission })).toBe('not_found');
	});

	it('what waits elsewhere is told by no count', async () => {
		const slugs = (rows: { slug: string }[] | null) => [...new Set(rows!.map((r) => r.slug))];
		const signatory = await raw(store, cast.chair);
		expect(slugs((await theirs.chair.rpc('waiting')).data)).toEqual(['autre-mission']);
		expect(slugs((await signatory.rpc('waiting')).data)).toEqual(['eure-et-loir']);
	});
});

describe('acting', () => {
	it('whoever may do everything there can do nothing here: each function says that there is no such thing', async () => {
		const answers: Record<string, string> = {};
		for (const [name, [fn, args]] of Object.entries(acts)) {
			if (
				/^(who|claim|mission_|schedule_|baselines|meeting_detail|meeting_answers|meeting_deciding|body_page|meeting_agenda|minutes_follow|decisions_register|actions_register|session_news|agenda_choices|calendar_rows|my_calendar|make_calendar_link$|waiting|count|deliverable|obligations_page|obligation_file|penalties_page|penalties_about|interruptions_page|interruption_file|contract_page|contract_text|amendment_detail|calendar_page|indicators_page|indicator_state|list_mails|set_account|add_account|create_mission|free_slug)/.test(
					name
				)
			)
				continue;
			const who = /vote|endorse/.test(name)
				? theirs.chair
				: /decide/.test(name)
					? theirs.signatory
					: /draft$|hand_in|report/.test(fn) && fn !== 'answer_report'
						? theirs.lead
						: theirs.manager;
			const answer = await refusal(who, fn, await args('manager'));
			if (answer !== 'not_found') answers[name] = answer;
		}
		expect(answers).toEqual({});
	});

	it('an observer here who manages there is an observer here', async () => {
		const answers: Record<string, string> = {};
		for (const name of [
			'edit_task',
			'add_task',
			'move_clock',
			'put_draft',
			'cast_vote',
			'decide',
			'observe',
			'answer_observation',
			"check_observation (the member's)",
			'save_report_draft',
			'answer_report',
			'invite',
			'delegate',
			'set_agenda (convened)'
		]) {
			const [fn, args] = acts[name]!;
			answers[name] = await refusal(both, fn, await args('manager'));
		}
		expect([...new Set(Object.values(answers))]).toEqual(['not_allowed']);
		expect(
			await refusal(both, 'edit_meeting', { ...(await acts['edit_meeting (draft)']![1]('manager')) })
		).toBe('not_found');
	});
});

describe('ids of the other mission among the arguments of an act of this one', () => {
	const as = (who: string) => raw(store, who);
	const changed = async (name: string, more: object) => ({ ...(await acts[name]![1]('manager')), ...more });

	it.each<[string, string, string, () => object, string]>([
		['a phase', cast.manager, 'add_task', () => ({ phase: other.phase }), 'unknown_phase'],
		['files put aside', cast.lead, 'hand_in', () => ({ chosen: [other.draft] }), 'unknown_file'],
		['a deliverable', cast.lead, 'put_draft', () => ({ deliverable: other.deliverable }), 'not_found'],
		['a version to vote on', cast.chair, 'cast_vote', () => ({ version: other.version }), 'not_found'],
		['a version to decide on', cast.signatory, 'decide', () => ({ version: other.version }), 'not_found'],
		[
			'a meeting that would endorse',
			cast.chair,
			'confirm_endorsement',
			() => ({ meeting: other.meeting }),
			'unknown_meeting'
		],
		['a committee', cast.manager, 'plan_meeting', () => ({ committee: other.committee }), 'not_found'],
		[
			'a version in a resolution',
			cast.manager,
			'record_resolution (held)',
			() => ({ version: other.version }),
			'unknown_version'
		],
		[
			'a version in a corrected resolution',
			cast.manager,
			'correct_resolution (held)',
			() => ({ version: other.version }),
			'unknown_version'
		],
		[
			'the owner of an action',
			cast.manager,
			'record_action (held)',
			() => ({ owner: other.person }),
			'unknown_person'
		],
		[
			'the owner of a corrected action',
			cast.manager,
			'correct_action (held)',
			() => ({ owner: other.person }),
			'unknown_person'
		],
		[
			'an organisation',
			cast.manager,
			'invite',
			() => ({ organisation: other.organisation }),
			'unknown_organisation'
		],
		['a delegate', cast.signatory, 'delegate', () => ({ to_person: other.person }), 'unknown_person'],
		['a line to follow', cast.manager, 'link_lines', () => ({ from_line: other.task }), 'link_nowhere'],
		[
			'a meeting to follow',
			cast.manager,
			'link_lines',
			() => ({ from_line: other.meeting }),
			'link_nowhere'
		],
		['a line that follows', cast.manager, 'link_lines', () => ({ to_line: other.task }), 'link_nowhere'],
		[
			'an organisation that does a task',
			cast.manager,
			'set_task',
			() => ({ content: { organisationId: other.organisation } }),
			'unknown_organisation'
		],
		[
			'a deliverable that a task is for',
			cast.manager,
			'set_task',
			() => ({ content: { refs: [{ kind: 'deliverable', id: other.deliverable }] } }),
			'unknown_ref'
		],
		[
			'a phase of an imported task',
			cast.manager,
			'set_task',
			() => ({ content: { phaseId: other.phase } }),
			'unknown_phase'
		],
		['a mission of a plan', cast.manager, 'apply_plan', () => ({ mission: there }), 'not_found'],
		['a mission', cast.manager, 'add_task', () => ({ mission: there }), 'not_found'],
		['no mission', cast.manager, 'add_task', () => ({ mission: null }), 'not_found'],
		['the mission of the clock', cast.manager, 'move_clock', () => ({ mission: there }), 'not_found'],
		[
			'the mission of a report',
			cast.consultant,
			'save_report_draft',
			() => ({ mission: there }),
			'not_found'
		]
	])('%s', async (_what, who, name, more, expected) => {
		expect(await refusal(await as(who), acts[name]![0], await changed(name, more()))).toBe(expected);
	});

	it('a person of the other mission in an attendance is a name, and nobody is written to', async () => {
		const manager = await as(cast.manager);
		const args = await acts['set_attendance (draft)']![1]('manager');
		await act(manager, 'set_attendance', {
			...args,
			rows: [{ full_name: 'Quelqu’un', status: 'expected', person_id: other.person }]
		});
		const rows =
			await store.sql`select person_id from public.attendances where meeting_id = ${(args as { meeting: string }).meeting}`;
		expect([...rows]).toEqual([{ person_id: null }]);
	});

	it('a key that holds other bytes already is not taken for a file, nor for a report', async () => {
		const [kept] =
			await store.sql`select storage_key as key from public.version_files where version_id = ${other.version}`;
		const lead = await as(cast.lead);
		expect(await refusal(lead, 'put_draft', await changed('put_draft', { key: kept!.key }))).toBe(
			'bad_input'
		);
		expect(
			await refusal(lead, 'file_report', { ...(await acts.file_report![1]('lead')), key: kept!.key })
		).toBe('bad_input');
	});
});
