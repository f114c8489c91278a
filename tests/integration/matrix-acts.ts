import type { TestStore } from '../fixtures/store.ts';
import { act, cast, draftArgs, enrol, missionId, raw, type Raw, type Role } from './matrix-world.ts';

import { bodyActs } from './matrix-bodies.ts';
import { agendaActs } from './matrix-agenda.ts';
import { decidingActs } from './matrix-deciding.ts';
import { calendarActs } from './matrix-calendars.ts';
import { indicatorActs } from './matrix-indicators.ts';
import { minutesActs } from './matrix-minutes.ts';
import { observationActs } from './matrix-observations.ts';
import { obligationActs } from './matrix-obligations.ts';
import { penaltyActs } from './matrix-penalties.ts';
import { scheduleActs } from './matrix-schedule.ts';

type Args = Record<string, unknown>;
/** Arguments that whoever is allowed would be right to give, made anew for each call. */
export type Act = [fn: string, args: (role: Role) => Args | Promise<Args>];

/** The mission of the demonstration with a target for each act, and the acts by the names the matrix gives them. */
export async function makeActs(store: TestStore): Promise<Record<string, Act>> {
	const { sql } = store;
	const mission = await missionId(store);
	await enrol(store, mission, cast.technical, 'client', 'technical_member');
	const [manager, lead, signs]: Raw[] = await Promise.all(
		[cast.manager, cast.lead, cast.signatory].map((who) => raw(store, who))
	);
	const one = async (query: PromiseLike<unknown>) => ((await query) as { x: string }[])[0]!.x;
	const versionOf = async (table: string, id: string): Promise<number> =>
		(await sql`select version from ${sql(`public.${table}`)} where id = ${id}`)[0]!.version;
	const partOf = async (meeting: string, part: string): Promise<number> =>
		(
			await sql`select coalesce((sections -> ${part} ->> 'version')::int, 1) as v from public.meetings where id = ${meeting}`
		)[0]!.v;
	const deliverable = (code: string) =>
		one(sql`select id as x from public.deliverables where code = ${code}`);
	const meeting = (code: string) => one(sql`select id as x from public.meetings where code = ${code}`);
	const person = (name: string) =>
		one(sql`select id as x from public.people where email = ${`${name}@demo.test`}`);
	const member = (name: string) =>
		one(sql`select m.id as x from public.memberships m join public.people p on p.id = m.person_id
			where p.email = ${`${name}@demo.test`} order by m.created_at limit 1`);

	for (const name of ['cible1', 'cible2', 'cible3', 'cible4'])
		await enrol(store, mission, name, 'client', 'observer');
	const [L11, L13] = [await deliverable('E-L11'), await deliverable('E-L13')];
	const spare = await one(sql`select id as x from public.deliverables d where not exists (
		select from public.versions v where v.deliverable_id = d.id) and d.id <> ${L11} order by position desc limit 1`);
	const [v13] = await sql`select id, sha256 from public.versions where deliverable_id = ${L13}`;
	const seen = { version: v13!.id, seen_sha256: v13!.sha256 };
	const file13 = await one(sql`select id as x from public.version_files where version_id = ${v13!.id}`);
	const draft11 = await one(sql`select id as x from public.drafts where deliverable_id = ${L11}`);
	const task = await one(
		sql`select id as x from public.tasks where removed_at is null order by position limit 1`
	);
	const floating = await one(sql`select id as x from public.milestones where not is_fixed limit 1`);
	const copil = await one(sql`select id as x from public.committees where kind = 'copil'`);
	const [draft, convened, held] = [
		await meeting('E-PT-02'),
		await meeting('E-COTECH-02'),
		await meeting('E-PT-01')
	];
	const client = await one(sql`select id as x from public.organisations where side = 'client'`);
	const signatory = await member(cast.signatory);
	const another = await person('copil3');
	const w47 = await one(sql`select id as x from public.weekly_reports where period = '2019-W47'`);
	const leadsAction = await one(sql`select id as x from public.actions where number = 'ACT-E-2019-002'`);
	const record = (fn: string, at: string, wording: string) =>
		act<{ id: string }>(manager!, fn, { meeting: at, wording });
	const resolution = {
		draft: await record('record_resolution', draft, 'a'),
		held: await record('record_resolution', held, 'b')
	};
	const action = {
		draft: await record('record_action', draft, 'a'),
		held: await record('record_action', held, 'b')
	};

	/** A file put aside and not handed in; made when the last one has gone. */
	const putAside = async (): Promise<string> => {
		const [left] = await sql`select id from public.drafts where deliverable_id = ${spare} limit 1`;
		return left?.id ?? (await act<{ id: string }>(lead!, 'put_draft', draftArgs(spare))).id;
	};
	const meetingCalled = async (id: string) => ({
		mission_slug: 'eure-et-loir',
		meeting_code: (await sql`select code from public.meetings where id = ${id}`)[0]!.code as string
	});
	const absence = { from_day: '2020-03-01', to_day: '2020-03-31', reason: 'Absence' };
	const standing = async (): Promise<string> => {
		const [left] = await sql`select id from public.delegations where revoked_at is null limit 1`;
		const given = { membership: signatory, to_person: another, ...absence };
		return left?.id ?? (await act<{ id: string }>(signs!, 'delegate', given)).id;
	};
	const reportVersion = async (period: string): Promise<number> =>
		(
			await sql`select version from public.weekly_reports where mission_id = ${mission} and period = ${period}`
		)[0]?.version ?? 0;
	const filed = async (role: Role) => {
		const period = role === 'lead' ? '2019-W49' : '2019-W48';
		const { file_sha256: hash, key } = draftArgs(L13);
		const file = { name: 'rapport.docx', size: 9, hash, key, due: '2019-12-06' };
		return {
			mission,
			report_period: period,
			read_version: await reportVersion(period),
			content: { done: 'Fait' },
			...file
		};
	};
	const edited = async (id: string) => ({
		meeting: id,
		read_version: await partOf(id, 'details'),
		content: { place: 'Chartres' }
	});
	const agenda = async (id: string) => ({
		meeting: id,
		read_version: await partOf(id, 'agenda'),
		items: [
			...(await sql`select id, title from public.agenda_items where meeting_id = ${id} and place = 'agenda' order by position`),
			{ title: 'Point' }
		]
	});
	const attended = async (id: string) => ({
		meeting: id,
		read_version: await partOf(id, 'attendance'),
		// Whoever is on the list stays on it: the contractor takes no voter off.
		rows: [
			...(await sql`select id, full_name, status from public.attendances where meeting_id = ${id} and full_name <> 'Ada'`),
			{ full_name: 'Ada', status: 'present' }
		]
	});
	const closed = async (id: string) => ({
		action: id,
		read_version: await versionOf('actions', id),
		done: true
	});
	const moved = async (id: string, to_state: string) => ({
		meeting: id,
		read_version: await versionOf('meetings', id),
		to_state
	});
	const circulated = async (id: string) => ({
		meeting: id,
		read_version: await versionOf('meetings', id)
	});
	/** The record of a file nobody has named yet. */
	const paperOf = () => {
		const { file_sha256: sha256, key } = draftArgs(L13);
		return { key, name: 'compte-rendu.docx', size: 9, sha256, data: sha256, template: sha256 };
	};
	const changed = async (name: string) => {
		const membership = await member(name);
		return { membership, read_version: await versionOf('memberships', membership) };
	};
	const span = { new_starts_on: '2019-12-02', new_ends_on: '2019-12-13' };

	const contractNow = async () =>
		(
			await sql`select m.contract, m.anchors, (select max(v.number) from public.contract_versions v
			where v.mission_id = m.id) as number from public.missions m where m.id = ${mission}`
		)[0]!;
	/** A change of the contract's title: what any change needs, and nothing of the plan. */
	const proposed = async () => {
		const { contract, anchors, number } = await contractNow();
		return {
			mission,
			read_number: number as number,
			act: {
				...{ kind: 'decision', number: 'D-1', on: '2019-11-29', signedBy: 'Le président' },
				purpose: 'Titre'
			},
			proposal: {
				...{ contract: { ...contract, title: `Titre ${crypto.randomUUID()}` }, anchors },
				...{ sha256: '0'.repeat(64), changes: {} }
			}
		};
	};
	/** A change that waits, on the text in force. */
	const waitingChange = async (): Promise<string> => {
		const { number } = await contractNow();
		const [left] =
			await sql`select id from public.amendments where state = 'prepared' and base_number = ${number} limit 1`;
		return (
			left?.id ??
			(await act<{ id: string }>(manager!, 'prepare_amendment', (await proposed()) as Args)).id
		);
	};
	const created = async (role: Role) => {
		const { contract } = await contractNow();
		return {
			content: {
				...{ slug: `creee-${role}`, title: 'T', short_title: 'T', reference: 'R', calendar: 'FR' },
				...{ anchors: {}, contract, contract_sha256: '0'.repeat(64) },
				organisations: [{ key: 'client', name: 'C', short_name: 'C', side: 'client' }],
				...{ phases: [], committees: [], milestones: [], deliverables: [] }
			},
			manager_email: 'chef-de-projet@demo.test',
			manager_name: ''
		};
	};

	return {
		free_slug: ['free_slug', () => ({ wanted: 'essai' })],
		create_mission: ['create_mission', created],
		contract_page: ['contract_page', () => ({ mission_slug: 'eure-et-loir' })],
		contract_text: ['contract_text', () => ({ mission_slug: 'eure-et-loir' })],
		amendment_detail: [
			'amendment_detail',
			async () => ({ mission_slug: 'eure-et-loir', amendment: await waitingChange() })
		],
		prepare_amendment: ['prepare_amendment', proposed],
		withdraw_amendment: [
			'withdraw_amendment',
			async () => ({ amendment: await waitingChange(), read_version: 1 })
		],
		sign_amendment: [
			'sign_amendment',
			async () => ({ amendment: await waitingChange(), read_version: 1, effects: {}, moved: {} })
		],
		who_am_i: ['who_am_i', () => ({})],
		claim_person: ['claim_person', () => ({})],
		mission_context: ['mission_context', () => ({ mission_slug: 'eure-et-loir' })],
		waiting: ['waiting', () => ({})],
		count_waiting: ['count_waiting', () => ({})],
		mission_dashboard: ['mission_dashboard', () => ({ mission_slug: 'eure-et-loir' })],
		schedule_rows: ['schedule_rows', () => ({ mission_slug: 'eure-et-loir' })],
		'meeting_detail (draft)': ['meeting_detail', () => meetingCalled(draft)],
		'meeting_detail (held)': ['meeting_detail', () => meetingCalled(held)],
		verify_journal: ['verify_journal', () => ({ mission })],
		deliverables_register: ['deliverables_register', () => ({ mission_slug: 'eure-et-loir' })],
		deliverable_detail: [
			'deliverable_detail',
			() => ({ mission_slug: 'eure-et-loir', deliverable_code: 'E-L13' })
		],
		'deliverable_file (version)': [
			'deliverable_file',
			() => ({ mission_slug: 'eure-et-loir', deliverable_code: 'E-L13', file: file13 })
		],
		'deliverable_file (draft)': [
			'deliverable_file',
			() => ({ mission_slug: 'eure-et-loir', deliverable_code: 'E-L11', file: draft11 })
		],
		list_mails: ['list_mails', () => ({})],
		set_account: ['set_account', async () => ({ person: await person('etranger') })],
		add_account: ['add_account', (role) => ({ email: `compte-${role}@demo.test`, full_name: 'Compte' })],
		edit_task: [
			'edit_task',
			async () => ({ task, read_version: await versionOf('tasks', task), ...span })
		],
		add_task: [
			'add_task',
			() => ({ mission, phase: null, title: 'Tâche', starts_on: '2019-12-02', ends_on: '2019-12-03' })
		],
		remove_task: [
			'remove_task',
			async () => ({ task, read_version: await versionOf('tasks', task), removed: true })
		],
		edit_milestone: [
			'edit_milestone',
			async () => ({
				milestone: floating,
				read_version: await versionOf('milestones', floating),
				new_due_on: '2020-01-15'
			})
		],
		reach_milestone: [
			'reach_milestone',
			async () => ({
				milestone: floating,
				read_version: await versionOf('milestones', floating),
				new_done_on: '2019-11-29'
			})
		],
		move_clock: ['move_clock', () => ({ mission, to_day: '2019-12-02' })],
		put_draft: ['put_draft', () => draftArgs(L11)],
		remove_draft: ['remove_draft', async () => ({ draft: await putAside() })],
		hand_in: ['hand_in', async () => ({ deliverable: spare, chosen: [await putAside()] })],
		cast_vote: ['cast_vote', () => ({ ...seen, choice: 'approve' })],
		confirm_endorsement: ['confirm_endorsement', () => ({ ...seen, outcome: 'endorsed' })],
		decide: ['decide', () => ({ ...seen, kind: 'admit' })],
		save_report_draft: [
			'save_report_draft',
			async () => ({
				mission,
				report_period: '2019-W48',
				read_version: await reportVersion('2019-W48'),
				content: {}
			})
		],
		file_report: ['file_report', filed],
		answer_report: ['answer_report', () => ({ report: w47, accepted: true })],
		...(await obligationActs(store, mission)),
		...(await indicatorActs(store, mission)),
		...(await penaltyActs(store, mission)),
		...(await scheduleActs(store, mission)),
		...(await calendarActs(store, manager!)),
		...(await observationActs(store, mission)),
		...(await bodyActs(store, manager!, mission)),
		...(await decidingActs(store, held)),
		...(await minutesActs(store, mission)),
		plan_meeting: ['plan_meeting', () => ({ committee: copil, title: 'COPIL', held_on: '2020-03-05' })],
		'edit_meeting (draft)': ['edit_meeting', () => edited(draft)],
		'edit_meeting (convened)': ['edit_meeting', () => edited(convened)],
		'edit_meeting (held)': ['edit_meeting', () => edited(held)],
		'set_agenda (draft)': ['set_agenda', () => agenda(draft)],
		'set_agenda (convened)': ['set_agenda', () => agenda(convened)],
		'set_agenda (held)': ['set_agenda', () => agenda(held)],
		...agendaActs(store, mission, meetingCalled, { draft, convened, held }),
		'set_attendance (draft)': ['set_attendance', () => attended(draft)],
		'set_attendance (held)': ['set_attendance', () => attended(held)],
		'record_resolution (draft)': ['record_resolution', () => ({ meeting: draft, wording: 'Orienter' })],
		'record_resolution (held)': ['record_resolution', () => ({ meeting: held, wording: 'Orienter' })],
		'record_action (draft)': ['record_action', () => ({ meeting: draft, wording: 'Faire' })],
		'record_action (held)': ['record_action', () => ({ meeting: held, wording: 'Faire' })],
		'correct_resolution (draft)': [
			'correct_resolution',
			async () => ({
				resolution: resolution.draft.id,
				read_version: await versionOf('resolutions', resolution.draft.id),
				wording: 'c',
				kind: 'orientation'
			})
		],
		'correct_resolution (held)': [
			'correct_resolution',
			async () => ({
				resolution: resolution.held.id,
				read_version: await versionOf('resolutions', resolution.held.id),
				wording: 'c',
				kind: 'orientation'
			})
		],
		'correct_action (draft)': [
			'correct_action',
			async () => ({
				action: action.draft.id,
				read_version: await versionOf('actions', action.draft.id),
				wording: 'c'
			})
		],
		'correct_action (held)': [
			'correct_action',
			async () => ({
				action: action.held.id,
				read_version: await versionOf('actions', action.held.id),
				wording: 'c'
			})
		],
		'close_action (draft)': ['close_action', () => closed(action.draft.id)],
		"close_action (the lead's)": ['close_action', () => closed(leadsAction)],
		'move_meeting (draft)': ['move_meeting', () => moved(draft, 'convened')],
		'circulate_minutes (held)': [
			'circulate_minutes',
			async () => {
				// What others typed there as drafts is another matter: they would stop it.
				await sql`update public.resolutions set binds = true where meeting_id = ${held}`;
				await sql`update public.actions set binds = true where meeting_id = ${held}`;
				return { ...(await circulated(held)), paper: paperOf() };
			}
		],
		invite: [
			'invite',
			() => ({
				mission,
				email: 'nouvelle@demo.test',
				full_name: 'Nouvelle',
				organisation: client,
				role: 'observer'
			})
		],
		invite_again: ['invite_again', async () => ({ membership: await member('cible4') })],
		change_role: [
			'change_role',
			async () => ({ ...(await changed('cible1')), new_role: 'technical_member' })
		],
		replace_member: [
			'replace_member',
			async () => ({
				...(await changed('cible2')),
				email: 'suivante@demo.test',
				full_name: 'Suivante',
				from_day: '2019-12-09'
			})
		],
		remove_member: ['remove_member', async () => ({ ...(await changed('cible3')), reason: 'Départ' })],
		edit_organisation: [
			'edit_organisation',
			async () => ({
				organisation: client,
				read_version: await versionOf('organisations', client),
				new_name: 'Département',
				new_short_name: 'CD28'
			})
		],
		delegate: ['delegate', () => ({ membership: signatory, to_person: another, ...absence })],
		revoke_delegation: ['revoke_delegation', async () => ({ delegation: await standing() })]
	};
}
