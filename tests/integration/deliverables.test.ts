import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { circuit } from '#core/deliverables/circuit.ts';
import { missingFormats } from '#core/deliverables/formats.ts';
import { nextNumber } from '#core/deliverables/numbering.ts';
import type { DeliverableView, VersionView } from '#core/deliverables/view.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { castVote } from '#server/deliverables/cast-vote.ts';
import { confirmEndorsement } from '#server/deliverables/confirm-endorsement.ts';
import { decide } from '#server/deliverables/decide.ts';
import { handIn } from '#server/deliverables/hand-in.ts';
import { putDraft } from '#server/deliverables/put-draft.ts';
import { readDeliverable } from '#server/deliverables/read-deliverable.ts';
import { readFile } from '#server/deliverables/read-file.ts';
import { readRegister } from '#server/deliverables/read-register.ts';
import { removeDraft } from '#server/deliverables/remove-draft.ts';
import { writeShell } from '#server/deliverables/write-shell.ts';
import { renderMail } from '#server/mail/render.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

const slug = 'eure-et-loir';
const names = {
	manager: 'chef-de-projet',
	signatory: 'signataire',
	chair: 'copil',
	second: 'copil2',
	third: 'copil3',
	lead: 'consultant-chef',
	consultant: 'consultant',
	observer: 'observateur',
	admin: 'admin',
	outsider: 'etranger'
} as const;
type Who = keyof typeof names;

let store: TestStore;
const people = {} as Record<Who, Context>;
beforeAll(async () => {
	store = await makeStore();
	for (const [who, email] of Object.entries(names)) people[who as Who] = await store.as(email);
});
afterAll(() => store.close());

const text = (words: string) => new TextEncoder().encode(words);
const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const see = (code: string, who: Who = 'manager') => readDeliverable(people[who], slug, code);
const put = (code: string, name: string, words: string, who: Who = 'consultant') =>
	putDraft(people[who], slug, code, { name, bytes: text(words) });

/** Hands in one text as a version of its own. */
async function version(code: string, words = `Texte ${randomUUID()}`): Promise<VersionView> {
	const { id } = await put(code, 'rapport.txt', words);
	await handIn(people.lead, slug, code, { files: [id], note: '' });
	return (await see(code)).versions[0]!;
}
const on = ({ id, sha256 }: VersionView) => ({ version: id, seen: sha256 });
const vote = (who: Who, v: VersionView, choice: 'approve' | 'refuse' = 'approve', reason = '') =>
	castVote(people[who], { ...on(v), choice, reason });
const endorse = (
	who: Who,
	v: VersionView,
	outcome: 'endorsed' | 'not_endorsed' = 'endorsed',
	reserves = ''
) => confirmEndorsement(people[who], { ...on(v), outcome, reserves, meeting: null });
const judge = (
	who: Who,
	v: VersionView,
	kind: 'admit' | 'adjourn' | 'reduce' | 'reject' = 'admit',
	reasons = ''
) => decide(people[who], { ...on(v), kind, reasons, reduction: '' });
const refused = (code: string, status: number) => expect.objectContaining({ code, status }) as Error;

async function bytesKept(): Promise<number> {
	const root = join(store.backend.kind === 'postgres' ? people.admin.settings.dataDir : '', 'files');
	const folders = await readdir(root);
	const inside = await Promise.all(folders.map((folder) => readdir(join(root, folder))));
	return inside.flat().length;
}

describe('who sees', () => {
	it('an outsider and an administrator see nothing', async () => {
		for (const who of ['outsider', 'admin'] as const) {
			expect(await readRegister(people[who], slug)).toEqual([]);
			await expect(see('E-L13', who)).rejects.toEqual(refused('not_found', 404));
			for (const table of [
				'deliverables',
				'versions',
				'version_files',
				'drafts',
				'votes',
				'decisions'
			] as const)
				expect(unwrap(await people[who].client.from(table).select('id')), `${who} ${table}`).toEqual(
					[]
				);
		}
	});
	it('nobody without a session reads anything', async () => {
		const { data, error } = await store.anonymous().from('versions').select('id');
		expect(data ?? []).toEqual([]);
		expect(error).not.toBeNull();
	});
	it('an unknown code does not exist', async () => {
		await expect(see('E-L99')).rejects.toEqual(refused('not_found', 404));
	});
	it('what is put aside is the contractor’s alone: rows, page and bytes', async () => {
		const { id } = await put('E-L12', 'brouillon.txt', 'Pas encore remis');
		for (const who of ['manager', 'chair', 'third', 'signatory', 'observer', 'outsider'] as const) {
			expect(unwrap(await people[who].client.from('drafts').select('id, storage_key')), who).toEqual(
				[]
			);
			await expect(readFile(people[who], slug, 'E-L12', id), who).rejects.toEqual(
				refused('not_found', 404)
			);
		}
		expect((await see('E-L12')).drafts).toEqual([]);
		expect((await see('E-L12', 'lead')).drafts).toHaveLength(1);
		expect(Buffer.from((await readFile(people.lead, slug, 'E-L12', id)).bytes).toString()).toBe(
			'Pas encore remis'
		);
		await expect(readFile(people.lead, slug, 'E-L11', id)).rejects.toEqual(refused('not_found', 404));
		const said = unwrap(
			await people.manager.client.from('journal').select('event').eq('event', 'draft_added')
		);
		expect(said).toEqual([]);
		await removeDraft(people.consultant, id);
		await expect(readFile(people.lead, slug, 'E-L12', id)).rejects.toEqual(refused('not_found', 404));
	});
});

describe('who may', () => {
	let v: VersionView;
	beforeAll(async () => {
		v = await version('E-L21');
	});
	it.each<Who>(['manager', 'chair', 'second', 'signatory', 'observer'])(
		'%s puts nothing aside and hands nothing in',
		async (who) => {
			await expect(put('E-L21', 'a.txt', 'x', who)).rejects.toEqual(refused('not_allowed', 403));
			await expect(
				handIn(people[who], slug, 'E-L21', { files: [randomUUID()], note: '' })
			).rejects.toEqual(refused('not_allowed', 403));
		}
	);
	it.each<Who>(['observer', 'consultant', 'lead', 'manager', 'signatory'])(
		'%s does not vote',
		async (who) => {
			await expect(vote(who, v)).rejects.toEqual(refused('not_allowed', 403));
		}
	);
	it.each<Who>(['observer', 'consultant', 'lead', 'manager', 'signatory', 'second'])(
		'%s does not endorse',
		async (who) => {
			await expect(endorse(who, v)).rejects.toEqual(refused('not_allowed', 403));
		}
	);
	it.each<Who>(['observer', 'consultant', 'lead', 'manager', 'chair', 'second'])(
		'%s does not decide',
		async (who) => {
			await expect(judge(who, v)).rejects.toEqual(refused('not_allowed', 403));
		}
	);
	it.each<Who>(['outsider', 'admin'])('for %s the version does not exist', async (who) => {
		await expect(put('E-L21', 'a.txt', 'x', who)).rejects.toEqual(refused('not_found', 404));
		for (const act of [vote, endorse, judge])
			await expect(act(who, v)).rejects.toEqual(refused('not_found', 404));
	});
	it('nobody speaks about what was not handed in', async () => {
		const draft = await put('E-L21', 'suite.txt', 'Suite');
		const fake = { id: draft.id, sha256: draft.sha256 } as VersionView;
		await expect(vote('chair', fake)).rejects.toEqual(refused('not_found', 404));
		await expect(judge('signatory', fake)).rejects.toEqual(refused('not_found', 404));
		await removeDraft(people.lead, draft.id);
	});
	it('nothing is admitted before the body has spoken, nor without a reason adjourned', async () => {
		await expect(judge('signatory', v)).rejects.toEqual(refused('endorsement_missing', 409));
		await expect(judge('signatory', v, 'adjourn', '  ')).rejects.toEqual(refused('reason_missing', 422));
		await expect(endorse('chair', v)).rejects.toEqual(refused('no_vote_yet', 409));
	});
	it('a reserve and a refusal say why', async () => {
		await expect(vote('second', v, 'refuse', ' \n')).rejects.toEqual(refused('reason_missing', 422));
	});
	it('a note too long is refused, not cut', async () => {
		const { id } = await put('E-L21', 'a.txt', 'x');
		await expect(
			handIn(people.lead, slug, 'E-L21', { files: [id], note: 'x'.repeat(4001) })
		).rejects.toEqual(refused('too_long', 422));
		await removeDraft(people.lead, id);
	});
});

describe('exact bytes', () => {
	it('another hash is another version, and the answer says which one is there', async () => {
		const old = await version('E-L22');
		const stranger = { ...old, sha256: 'f'.repeat(64) };
		for (const act of [
			() => vote('third', stranger),
			() => endorse('chair', stranger),
			() => judge('signatory', stranger)
		])
			await expect(act()).rejects.toMatchObject({
				code: 'another_version',
				detail: { number: '1.0', sha256: old.sha256 }
			});
		const now = await version('E-L22');
		expect(now.number).toBe('1.1');
		await expect(vote('third', old)).rejects.toMatchObject({
			code: 'another_version',
			status: 409,
			detail: { number: '1.1', sha256: now.sha256 }
		});
		expect((await see('E-L22')).versions.map((v) => [v.number, v.state])).toEqual([
			['1.1', 'submitted'],
			['1.0', 'superseded']
		]);
	});
	it('one file gives its own hash; several, that of their sorted list', async () => {
		const b = await put('E-L23', 'b.txt', 'deux');
		const a = await put('E-L23', 'a.txt', 'un');
		await handIn(people.lead, slug, 'E-L23', { files: [b.id, a.id], note: 'Deux fichiers' });
		const [v] = (await see('E-L23')).versions;
		expect(v!.sha256).toBe(sha(`${sha('un')}  a.txt\n${sha('deux')}  b.txt\n`));
		expect(v!.files.map((f) => f.name)).toEqual(['a.txt', 'b.txt']);
		const read = await readFile(people.observer, slug, 'E-L23', v!.files[0]!.id);
		expect(sha(read.bytes)).toBe(sha('un'));
		expect(read.mediaType).toBe('text/plain; charset=utf-8');
	});
	it('nobody lays hands on recorded bytes through a draft that names their key', async () => {
		const files = unwrap(await people.lead.client.from('version_files').select('storage_key').limit(1));
		const { id } = await see('E-L23', 'lead');
		const { error } = await people.lead.client.rpc('put_draft', {
			deliverable: id,
			file_name: 'a.txt',
			file_size: 1,
			file_type: 'text/plain',
			file_sha256: 'a'.repeat(64),
			key: files[0]!.storage_key
		});
		expect(error?.message).toBe('bad_input');
	});
	it('bytes that changed on the disk are not given', async () => {
		const v = await version('E-L23');
		const rows =
			await store.sql`select storage_key from public.version_files where id = ${v.files[0]!.id}`;
		const ctx = {
			...people.manager,
			files: {
				...people.manager.files,
				get: async (key: string) => {
					expect(key).toBe(rows[0]!.storage_key);
					return text('autre chose');
				}
			}
		};
		await expect(readFile(ctx, slug, 'E-L23', v.files[0]!.id)).rejects.toEqual(
			refused('file_unreadable', 422)
		);
	});
	it('a refused file leaves neither a row nor bytes', async () => {
		const before = await bytesKept();
		const rows = (await see('E-L11', 'lead')).drafts.length;
		const bad: [string, Uint8Array][] = [
			['outil.exe', text('MZ')],
			['faux.pdf', text('MZ pas un pdf')],
			['vide.txt', new Uint8Array()],
			['../chemin.txt', text('x')]
		];
		for (const [name, bytes] of bad)
			await expect(putDraft(people.lead, slug, 'E-L11', { name, bytes })).rejects.toMatchObject({
				status: 422
			});
		// Refused by the store, after the bytes were written.
		const full = Array.from({ length: 20 - rows }, (_, i) => `f${i}.txt`);
		const kept = [];
		for (const name of full) kept.push(await put('E-L11', name, name));
		await expect(put('E-L11', 'de-trop.txt', 'x')).rejects.toEqual(refused('too_many_files', 422));
		expect(await bytesKept()).toBe(before + full.length);
		for (const { id } of kept) await removeDraft(people.lead, id);
		expect(await bytesKept()).toBe(before);
		expect((await see('E-L11', 'lead')).drafts).toHaveLength(rows);
	});
	it('files of another deliverable, or chosen twice, are not handed in', async () => {
		const { id } = await put('E-L24', 'a.txt', 'x');
		for (const files of [[id, id], [randomUUID()]])
			await expect(handIn(people.lead, slug, 'E-L24', { files, note: '' })).rejects.toEqual(
				refused('unknown_file', 422)
			);
		await expect(handIn(people.lead, slug, 'E-L25', { files: [id], note: '' })).rejects.toEqual(
			refused('unknown_file', 422)
		);
		await expect(handIn(people.lead, slug, 'E-L24', { files: [], note: '' })).rejects.toEqual(
			refused('no_file', 422)
		);
	});
	it('an editable file goes with what the contract wants editable', async () => {
		const pdf = text('%PDF-1.7\n%%EOF\n');
		const { id } = await putDraft(people.lead, slug, 'E-L25', { name: 'scan.pdf', bytes: pdf });
		await expect(handIn(people.lead, slug, 'E-L25', { files: [id], note: '' })).rejects.toEqual(
			refused('editable_missing', 422)
		);
		await removeDraft(people.lead, id);
	});
});

describe('what is on record stays', () => {
	const tables = ['votes', 'endorsements', 'decisions', 'version_files', 'versions'] as const;
	it('nobody changes or deletes it through the data API', async () => {
		for (const who of ['manager', 'signatory', 'chair', 'lead', 'admin'] as const)
			for (const table of tables) {
				const { client } = people[who];
				const { data: changed, error: onUpdate } = await client
					.from(table)
					.update({ sha256: 'a'.repeat(64) })
					.neq('sha256', '')
					.select('id');
				const { data: gone, error: onDelete } = await client
					.from(table)
					.delete()
					.neq('sha256', '')
					.select('id');
				const { error: onInsert } = await client
					.from(table)
					.insert({ sha256: 'a'.repeat(64) } as never);
				expect([changed ?? [], gone ?? []], `${who} ${table}`).toEqual([[], []]);
				expect([onUpdate?.code, onDelete?.code, onInsert?.code], `${who} ${table}`).toEqual([
					'42501',
					'42501',
					'42501'
				]);
			}
	});
	it('nor does the owner of the tables', async () => {
		const v = await version('E-L24');
		await vote('second', v);
		await endorse('chair', v);
		await judge('signatory', v, 'adjourn', 'À compléter');
		const { sql } = store;
		for (const table of tables) {
			expect(
				(await sql`select count(*)::int as n from ${sql(`public.${table}`)}`)[0]!.n
			).toBeGreaterThan(0);
			await expect(
				sql`update ${sql(`public.${table}`)} set sha256 = ${'a'.repeat(64)}`
			).rejects.toThrow('append_only');
			await expect(sql`delete from ${sql(`public.${table}`)}`).rejects.toThrow('append_only');
			await expect(sql`truncate ${sql(`public.${table}`)} cascade`).rejects.toThrow('append_only');
		}
		await expect(sql`update public.versions set state = 'admitted' where id = ${v.id}`).rejects.toThrow(
			'not_from_here'
		);
	});
});

describe('the circuit', () => {
	it('is the same in core and in the store', async () => {
		const rows = unwrap(await people.observer.client.from('circuit_moves').select('*'));
		const line = (m: { from: string; move: string; to: string }) => `${m.from} ${m.move} ${m.to}`;
		expect(
			rows.map((r) => line({ from: r.from_state, move: r.move, to: r.to_state })).toSorted()
		).toEqual(circuit.map(line).toSorted());
	});

	it('from hand-in to admission, with journal and mails', async () => {
		const code = 'E-L12';
		const first = await version(code, 'Cahier de préconisations, première version');
		expect(first).toMatchObject({ number: '1.0', state: 'submitted', submittedOn: '2019-12-02' });

		await vote('second', first, 'refuse', 'Il manque la gouvernance.');
		await vote('second', first);
		await vote('third', first);
		expect((await see(code, 'lead')).versions[0]!.votes, 'hidden until the body has spoken').toEqual([]);
		expect((await see(code, 'observer')).versions[0]!.votes, 'an observer sits on no side').toEqual([]);
		expect((await see(code, 'signatory')).versions[0]!.votes).toHaveLength(3);
		expect(
			unwrap(await people.consultant.client.from('votes').select('id').eq('version_id', first.id))
		).toEqual([]);
		expect((await readRegister(people.second, slug)).find((r) => r.code === code)).toMatchObject({
			voted: true,
			votes: 2,
			seats: ['member']
		});

		await endorse('chair', first);
		expect((await see(code, 'lead')).versions[0]!.votes).toHaveLength(3);
		await expect(vote('third', first, 'refuse', 'Trop tard')).rejects.toEqual(
			refused('vote_closed', 409)
		);
		await expect(endorse('chair', first)).rejects.toEqual(refused('not_from_here', 409));
		await expect(
			put(code, 'b.txt', 'x').then(({ id }) =>
				handIn(people.lead, slug, code, { files: [id], note: '' })
			)
		).rejects.toEqual(refused('awaits_decision', 409));

		await judge('signatory', first, 'adjourn', 'Compléter la gouvernance.');
		await expect(judge('signatory', first)).rejects.toEqual(refused('not_from_here', 409));
		const second = await version(code, 'Deuxième version');
		expect(second.number).toBe('2.0');
		await vote('chair', second);
		await endorse('chair', second);
		const { number } = await judge('signatory', second);
		expect(number).toMatch(/^DEC-E-2019-\d{3}$/);
		await expect(judge('signatory', second, 'reject', 'Regret')).rejects.toEqual(
			refused('not_from_here', 409)
		);
		await expect(version(code)).rejects.toEqual(refused('already_admitted', 409));

		const seen: DeliverableView = await see(code, 'observer');
		expect(seen.versions[0]).toMatchObject({
			state: 'admitted',
			endorsement: {
				outcome: 'endorsed',
				tally: { approve: 1, approve_with_reserves: 0, refuse: 0 },
				by: 'Hélène Marchais'
			},
			decision: {
				number,
				kind: 'admit',
				by: 'Dominique Vasseur',
				onBehalfOf: null,
				decidedOn: '2019-12-02',
				notifiedOn: '2019-12-02',
				effectOn: '2019-12-02',
				notifiedTo: ['consultant-chef@demo.test']
			}
		});
		expect(seen.versions[1]!.endorsement!.tally).toEqual({
			approve: 2,
			approve_with_reserves: 0,
			refuse: 0
		});

		const journal = unwrap(
			await people.manager.client
				.from('journal')
				.select('event, subject')
				.like('subject', `${code} v%`)
				.order('number')
		);
		expect(journal.map((line) => `${line.event} ${line.subject}`)).toEqual([
			`version_handed_in ${code} v1.0`,
			...Array.from({ length: 3 }, () => `vote_cast ${code} v1.0`),
			`endorsement_confirmed ${code} v1.0`,
			`decision_taken ${code} v1.0`,
			`version_handed_in ${code} v2.0`,
			`vote_cast ${code} v2.0`,
			`endorsement_confirmed ${code} v2.0`,
			`decision_taken ${code} v2.0`
		]);
		const contractorReads = unwrap(
			await people.lead.client
				.from('journal')
				.select('id')
				.eq('event', 'vote_cast')
				.like('subject', `${code} v%`)
		);
		expect(contractorReads).toEqual([]);
		const mails =
			await store.sql`select kind, to_email from private.mails where data ->> 'code' = ${code} and data ->> 'number' = '2.0' order by kind, to_email`;
		expect(mails.map((m) => `${m.kind} ${m.to_email.split('@')[0]}`).toSorted()).toEqual([
			'decision_copy chef-de-projet',
			'decision_copy consultant',
			'decision_taken consultant-chef',
			'endorsement_confirmed chef-de-projet',
			'endorsement_confirmed signataire',
			'version_handed_in chef-de-projet',
			'version_handed_in copil',
			'version_handed_in copil2',
			'version_handed_in copil3'
		]);
	});

	it('the notification is the decision itself, to the contractor’s lead and to nobody who has not come in', async () => {
		const code = 'E-L23';
		const v = await version(code);
		const { id: organisation } = (
			await store.sql`select id from public.organisations where side = 'contractor'`
		)[0]!;
		const mission = (await store.sql`select mission_id from public.versions where id = ${v.id}`)[0]!
			.mission_id;
		for (const [email, role] of [
			['invitee@demo.test', 'contractor_lead'],
			['invite@demo.test', 'consultant']
		] as const)
			unwrap(
				await people.manager.client.rpc('invite', {
					mission,
					email,
					full_name: 'Pas encore là',
					organisation,
					role
				})
			);
		const shown = (await see(code, 'signatory')).notified.map((one) => one.email);
		expect(shown).toEqual(['consultant-chef@demo.test']);
		await judge('signatory', v, 'adjourn', 'Compléter la partie 2.\nJoindre les annexes.');
		expect((await see(code)).versions[0]!.decision!.notifiedTo).toEqual(shown);
		const mails = await store.sql`select kind, to_email, data from private.mails
			where data ->> 'code' = ${code} and kind like 'decision%' order by kind, to_email`;
		expect(mails.map((m) => `${m.kind} ${m.to_email.split('@')[0]}`).toSorted()).toEqual([
			'decision_copy chef-de-projet',
			'decision_copy consultant',
			'decision_taken consultant-chef'
		]);
		const { text: words } = renderMail('decision_taken', mails.at(-1)!.data, 'https://jalon.test');
		for (const said of [
			'Ajourné',
			'Compléter la partie 2.\nJoindre les annexes.',
			'Dominique Vasseur',
			'2 déc. 2019'
		])
			expect(words).toContain(said);
	});

	it('a committee does not speak, in a meeting, of a version that was not there yet', async () => {
		const code = 'E-L24';
		const v = await version(code);
		const held = (day: string) =>
			store.sql`insert into public.meetings (mission_id, committee_id, code, title, held_on, state)
				select mission_id, committee_id, ${`E-COPIL-${day}`}, 'Séance', ${day}, 'held' from public.deliverables
				where code = ${code} returning id`;
		const [[before], [since]] = [await held('2019-12-01'), await held('2019-12-02')];
		const confirm = (meeting: string) =>
			confirmEndorsement(people.chair, { ...on(v), outcome: 'endorsed', reserves: '', meeting });
		await expect(confirm(before!.id)).rejects.toMatchObject({
			code: 'meeting_before_version',
			status: 422,
			detail: { field: 'meeting' }
		});
		await confirm(since!.id);
		expect((await see(code)).versions[0]!.endorsement!.meeting).toBe('E-COPIL-2019-12-02');
	});

	it('what the body refused is not admitted, and can be handed in again', async () => {
		const code = 'E-L25';
		const v = await version(code);
		await vote('third', v, 'refuse', 'Non');
		await endorse('chair', v, 'not_endorsed', 'Hors sujet');
		await expect(judge('signatory', v)).rejects.toEqual(refused('endorsement_missing', 409));
		const next = nextNumber((await see(code)).versions[0]!);
		expect((await version(code)).number).toBe(next);
	});

	it('two signatures at once make one decision', async () => {
		const code = 'E-L25';
		const [v] = (await see(code)).versions;
		const both = await Promise.allSettled([
			judge('signatory', v!, 'adjourn', 'Un'),
			judge('signatory', v!, 'reject', 'Deux')
		]);
		expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
	});

	it('a delegate on record signs for the period, and the record says for whom', async () => {
		const code = 'E-L21';
		const [v] = (await see(code)).versions;
		await vote('chair', v!);
		await endorse('chair', v!);
		await expect(judge('manager', v!)).rejects.toEqual(refused('not_allowed', 403));
		await store.sql`insert into public.delegations (mission_id, membership_id, delegate_id, starts_on, ends_on, reason, created_by)
			select s.mission_id, s.id, d.id, '2019-12-01', '2019-12-31', 'Congé', s.person_id
			from public.memberships s, public.people d where s.role = 'client_signatory' and d.email = 'chef-de-projet@demo.test'`;
		await judge('manager', v!);
		expect((await see(code)).versions[0]!.decision).toMatchObject({
			by: 'Camille Renaud',
			onBehalfOf: 'Dominique Vasseur'
		});
		const mails = await store.sql`select kind, to_email, data ->> 'of' as of from private.mails
			where data ->> 'code' = ${code} and kind like 'decision%' order by kind, to_email`;
		expect(mails.map((m) => `${m.kind} ${m.to_email.split('@')[0]}, ${m.of}`)).toEqual([
			'decision_copy consultant, Dominique Vasseur',
			'decision_in_your_name signataire, Dominique Vasseur',
			'decision_taken consultant-chef, Dominique Vasseur'
		]);
	});
});

describe('the demonstration', () => {
	it('opens with E-L13 handed in, one vote given and two awaited, and E-L11 put aside', async () => {
		const handedIn = await see('E-L13', 'third');
		const [v] = handedIn.versions;
		expect(v).toMatchObject({
			number: '1.0',
			state: 'submitted',
			submittedOn: '2019-11-28',
			by: 'Julien Carpentier'
		});
		expect(v!.votes.map((one) => [one.by, one.choice, one.day])).toEqual([
			['Bruno Delaunay', 'approve', '2019-11-29']
		]);
		const names = v!.files.map((file) => file.name);
		expect(names.map((name) => name.split('.').at(-1))).toEqual(['csv', 'docx', 'xlsx']);
		expect(missingFormats(handedIn.formats, names), 'what the contract asks for is there').toEqual([]);
		const list = v!.files.map((file) => `${file.sha256}  ${file.name}\n`).join('');
		expect(v!.sha256).toBe(sha(list));
		for (const file of v!.files) {
			const { bytes } = await readFile(people.third, slug, 'E-L13', file.id);
			expect(sha(bytes)).toBe(file.sha256);
		}
		expect((await see('E-L11', 'consultant')).drafts.map((one) => one.name)).toEqual([
			'Points de contact, relevé en cours.csv'
		]);
	});
});

describe('the shell', () => {
	it('is filled from the contract and named for the next version', async () => {
		const { name, bytes } = await writeShell(people.consultant, slug, 'E-L11');
		expect(name).toBe('E_E-L11_Cartographie-de-la-pratique-de-la-relation-citoyen_V1.0_20191202.docx');
		const { unzipSync, strFromU8 } = await import('fflate');
		const words = strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<[^>]+>/g, '');
		for (const expected of [
			'Revue exhaustive des points de contact',
			'joaquim.martins@eurelien.fr',
			'Perche Conseil',
			'V1.0'
		])
			expect(words).toContain(expected);
		// What it gives can be handed in: it passes our own checks.
		const { id } = await putDraft(people.consultant, slug, 'E-L11', { name, bytes });
		await removeDraft(people.consultant, id);
	});
	it('is not given where no version can follow, nor to who is not a member', async () => {
		await expect(writeShell(people.lead, slug, 'E-L12')).rejects.toEqual(
			refused('already_admitted', 409)
		);
		await expect(writeShell(people.outsider, slug, 'E-L11')).rejects.toEqual(refused('not_found', 404));
	});
});
