import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgendaItem } from '#core/meetings/view.ts';
import { readContract } from '#server/contract/read.ts';
import { agendaChoices, sessionNews } from '#server/meetings/agenda/news.ts';
import { putOffItem, takeItem } from '#server/meetings/agenda/move-item.ts';
import { saveItem } from '#server/meetings/agenda/save-item.ts';
import { importMission } from '#server/missions/import-mission.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import {
	as,
	closeStore,
	code,
	openStore,
	plan,
	point,
	read,
	refused,
	slug,
	store,
	to,
	type Who
} from './meetings-support.ts';

beforeAll(openStore);
afterAll(closeStore);

const manager = () => as['chef-de-projet'];
/** A meeting of the technical committee with these items. */
async function meetingOf(
	titles: string[],
	state: 'draft' | 'convened' | 'in_session' = 'in_session',
	on?: string
) {
	const made = await plan(on);
	const { id, sections } = await read('chef-de-projet', made);
	await saveAgenda(
		manager(),
		id,
		sections.agenda,
		titles.map((title) => point(title))
	);
	if (state !== 'draft')
		await to(made, ...(['convened', 'in_session'] as const).slice(0, state === 'convened' ? 1 : 2));
	return made;
}
const said = (version: number, minutes: string, conclusion = '') => ({ version, minutes, conclusion });
/** Another mission of the same store, with one paper of each kind, made by the owner of the store. */
async function otherMission() {
	const { sql } = store;
	const text = await readFile('templates/missions/eure-et-loir.yaml', 'utf8');
	const given = readContract(text);
	if (!given.ok) throw new Error('the contract file does not read');
	const mission = await importMission(
		store.backend.door!,
		{ ...given.contract, slug: 'autre-mission' },
		text,
		{
			anchors: { notification: '2019-10-29' },
			demo: { playsOn: '2019-12-02' }
		}
	);
	const [m] =
		await sql`insert into public.meetings (mission_id, committee_id, code, title, held_on, convened_at)
		select ${mission}, c.id, 'X-01', 'Ailleurs', '2019-12-02', now() from public.committees c where c.mission_id = ${mission} limit 1 returning id`;
	const [a] = await sql`insert into public.actions (mission_id, meeting_id, number, wording)
		values (${mission}, ${m!.id}, 'ACT-X-2019-001', 'Faire') returning id`;
	const [v] =
		await sql`insert into public.versions (mission_id, deliverable_id, number, state, sha256, submitted_by, submitted_on)
		select ${mission}, d.id, '1.0', 'submitted', repeat('a', 64), p.id, '2019-12-02' from public.deliverables d, public.people p
		where d.mission_id = ${mission} limit 1 returning id`;
	return { meeting: m!.id as string, action: a!.id as string, version: v!.id as string };
}
const nobody = '00000000-0000-4000-8000-000000000000';

describe('refused', () => {
	it('who does not type: an outsider, an observer, a member of a body, the contractor outside the session', async () => {
		const made = await meetingOf(['Grille'], 'convened');
		const [item] = (await read('chef-de-projet', made)).agenda;
		const acts = (who: Who) => [
			() => saveItem(as[who], item!.id, said(1, 'x')),
			() => putOffItem(as[who], item!.id, 'parking')
		];
		for (const act of acts('etranger')) expect(await code(act())).toBe('not_found');
		for (const who of ['observateur', 'copil', 'consultant', 'consultant-chef'] as const)
			for (const act of acts(who)) expect(await code(act()), who).toBe('not_allowed');
		// Nothing is reported of a session that has not begun, whoever types.
		expect(await code(saveItem(manager(), item!.id, said(1, 'x')))).toBe('not_from_here');
		await to(made, 'in_session');
		for (const who of ['observateur', 'copil'] as const)
			for (const act of acts(who)) expect(await code(act()), who).toBe('not_allowed');
		await expect(saveItem(as.consultant, item!.id, said(1, 'Dit.'))).resolves.toMatchObject({
			version: 2
		});
		await to(made, 'held', 'circulated');
		for (const act of [...acts('consultant'), ...acts('chef-de-projet')])
			expect(['minutes_circulated', 'not_allowed']).toContain(await code(act()));
		expect(await code(saveItem(manager(), item!.id, said(2, 'x')))).toBe('minutes_circulated');
	});

	it('a draft is not there for the contractor, nor its news nor its choices', async () => {
		const made = await meetingOf(['Grille'], 'draft');
		const [item] = (await read('chef-de-projet', made)).agenda;
		for (const who of ['consultant', 'observateur', 'etranger'] as const) {
			expect(await code(saveItem(as[who], item!.id, said(1, 'x'))), who).toBe('not_found');
			expect(await code(sessionNews(as[who], slug, made, null)), who).toBe('not_found');
			expect(await code(agendaChoices(as[who], slug, made)), who).toBe('not_found');
		}
		const { data } = await as.consultant.client.from('agenda_items').select('id').eq('id', item!.id);
		expect(data).toEqual([]);
		expect(await code(saveItem(manager(), nobody, said(1, 'x')))).toBe('not_found');
	});

	it('papers of another mission, of nobody, and items of another meeting', async () => {
		const made = await meetingOf(['Grille'], 'draft');
		const { id, sections, agenda } = await read('chef-de-projet', made);
		const far = await otherMission();
		const other = await read('chef-de-projet', await meetingOf(['Ailleurs'], 'draft'));
		const tied = (refs: AgendaItem['refs'], more: Partial<AgendaItem> = {}) =>
			code(saveAgenda(manager(), id, sections.agenda, [{ ...agenda[0]!, refs, ...more }]));
		expect(await tied([{ kind: 'version', id: far.version }])).toBe('unknown_ref');
		expect(await tied([{ kind: 'action', id: far.action }])).toBe('unknown_ref');
		expect(await tied([{ kind: 'minutes', id: far.meeting }])).toBe('unknown_ref');
		expect(await tied([{ kind: 'action', id: nobody }])).toBe('unknown_ref');
		expect(await tied([{ kind: 'version', id: 'x' }])).toBe('unknown_ref');
		expect(await tied([], { id: other.agenda[0]!.id })).toBe('unknown_ref');
		expect(await code(takeItem(manager(), id, agenda[0]!.id))).toBe('not_from_here');
		expect(await code(takeItem(manager(), id, nobody))).toBe('not_found');
		// Another body's list is not this one's.
		const copil = await plan('2019-12-02', 'copil');
		const there = await read('chef-de-projet', copil);
		await putOffItem(manager(), agenda[0]!.id, 'parking');
		expect(await code(takeItem(manager(), there.id, agenda[0]!.id))).toBe('not_found');
		expect(
			await code(
				saveAgenda(manager(), there.id, there.sections.agenda, [
					{ ...point('Pris'), takes: agenda[0]!.id }
				])
			)
		).toBe('unknown_ref');
	});

	it('bad durations, names without end, too many items, text without end', async () => {
		const made = await meetingOf(['Grille']);
		const { id, sections, agenda } = await read('chef-de-projet', made);
		const saving = (item: Partial<AgendaItem>) =>
			code(saveAgenda(manager(), id, sections.agenda, [{ ...agenda[0]!, ...item }]));
		for (const duration of [0, 601, -5, 2.5]) expect(await saving({ duration })).toBe('agenda_row');
		expect(await saving({ presenter: 'x'.repeat(201) })).toBe('agenda_row');
		expect(await saving({ title: ' ' })).toBe('agenda_row');
		const many = Array.from({ length: 301 }, (_, i) => point(`Point ${i}`));
		expect(await code(saveAgenda(manager(), id, sections.agenda, many))).toBe('too_long');
		expect(await code(saveItem(manager(), agenda[0]!.id, said(1, 'x'.repeat(20_001))))).toBe('too_long');
		expect(await code(saveItem(manager(), agenda[0]!.id, said(1, '', 'x'.repeat(4_001))))).toBe(
			'too_long'
		);
	});
});

describe('an item', () => {
	it('keeps its identity and its text when somebody else puts the list in another order', async () => {
		const made = await meetingOf(['Un', 'Deux', 'Trois']);
		const before = await read('chef-de-projet', made);
		const [one, two, three] = before.agenda;
		// The list was read before the text was typed.
		await saveItem(as.consultant, two!.id, said(1, 'Dit entre-temps.', 'Conclu.'));
		await saveAgenda(manager(), before.id, before.sections.agenda, [
			{ ...three!, duration: 20, presenter: 'محمد الأمين بن علي 👍🏽' },
			{ ...two!, title: 'Deux, renommé' },
			one!
		]);
		const after = await read('chef-de-projet', made);
		expect(after.agenda.map((i) => [i.id, i.title, i.minutes])).toEqual([
			[three!.id, 'Trois', ''],
			[two!.id, 'Deux, renommé', 'Dit entre-temps.'],
			[one!.id, 'Un', '']
		]);
		expect(after.agenda[0]).toMatchObject({ duration: 20, presenter: 'محمد الأمين بن علي 👍🏽' });
		expect(after.agenda[1]).toMatchObject({ conclusion: 'Conclu.', version: 2, by: 'Inès Lambert' });
	});

	it('with text is only taken off by who read that text', async () => {
		const made = await meetingOf(['Un', 'Deux']);
		const before = await read('chef-de-projet', made);
		const [one, two] = before.agenda;
		await saveItem(as.consultant, two!.id, said(1, 'Dit entre-temps.'));
		const save = (removed: { id: string; version: number }[]) =>
			saveAgenda(manager(), before.id, before.sections.agenda, [one!], removed);
		for (const removed of [[], [{ id: two!.id, version: 1 }]])
			expect(await refused(save(removed))).toMatchObject({
				code: 'stale',
				detail: { changedBy: 'Inès Lambert' }
			});
		await save([{ id: two!.id, version: 2 }]);
		expect((await read('chef-de-projet', made)).agenda.map((i) => i.title)).toEqual(['Un']);
	});

	it('two people in two items never meet; in the same one, the later is told what stands', async () => {
		const made = await meetingOf(['Un', 'Deux']);
		const { id, version, agenda } = await read('chef-de-projet', made);
		const [one, two] = agenda;
		const saved = await Promise.all([
			saveItem(manager(), one!.id, said(1, 'La cheffe de projet.')),
			saveItem(as.consultant, two!.id, said(1, 'La consultante.'))
		]);
		expect(saved.map((s) => s.version)).toEqual([2, 2]);
		// Closing the session is not stopped by what is typed in it.
		expect(saved.map((s) => s.meetingVersion)).toEqual([version, version]);
		const stale = await refused(saveItem(as.consultant, one!.id, said(1, 'Autre chose.')));
		expect(stale).toMatchObject({
			code: 'stale',
			status: 409,
			detail: { current: { version: 2, minutes: 'La cheffe de projet.' }, changedBy: 'Camille Renaud' }
		});
		// The same text twice is one save: an answer that was lost on its way is asked for again.
		expect(await saveItem(manager(), one!.id, said(1, 'La cheffe de projet.'))).toMatchObject({
			version: 2
		});
		expect((await read('chef-de-projet', made)).agenda.map((i) => i.minutes)).toEqual([
			'La cheffe de projet.',
			'La consultante.'
		]);
		// Once held, what is circulated is what was read: a save makes another version of the meeting.
		await to(made, 'held');
		const held = await read('chef-de-projet', made);
		const last = await saveItem(as.consultant, two!.id, said(2, 'La consultante, relue.'));
		expect(last.meetingVersion).toBe(held.version + 1);
		expect((await read('chef-de-projet', made)).version).toBe(held.version + 1);
		expect(id).toBe(held.id);
	});

	it('tells others what was typed since they asked, and nothing else', async () => {
		const made = await meetingOf(['Un', 'Deux']);
		const { agenda } = await read('chef-de-projet', made);
		const since = agenda
			.map((i) => i.at)
			.sort()
			.at(-1)!;
		expect((await sessionNews(as.consultant, slug, made, since)).items).toEqual([]);
		await saveItem(manager(), agenda[1]!.id, said(1, 'ligne\r\nautre'));
		const mine = await sessionNews(manager(), slug, made, since);
		const theirs = await sessionNews(as.observateur, slug, made, since);
		expect(theirs.items).toMatchObject([
			{ id: agenda[1]!.id, version: 2, minutes: 'ligne\nautre', by: 'Camille Renaud', mine: false }
		]);
		expect(mine.items[0]!.mine).toBe(true);
		expect((await sessionNews(as.observateur, slug, made, theirs.items[0]!.at)).items).toEqual([]);
	});
});

describe('an item that is put off', () => {
	it('goes to the next meeting with its papers, is said here, and comes back as long as nothing was said there', async () => {
		const made = await meetingOf(['Reste', 'Part'], 'in_session');
		const next = await meetingOf(['Déjà là'], 'draft', '2019-12-09');
		const before = await read('chef-de-projet', made);
		const part = before.agenda[1]!;
		const [version] =
			await store.sql`select v.id from public.versions v join public.missions m on m.id = v.mission_id where m.slug = ${slug} limit 1`;
		await saveAgenda(manager(), before.id, before.sections.agenda, [
			before.agenda[0]!,
			{ ...part, duration: 15, refs: [{ kind: 'version', id: version!.id }] }
		]);
		await saveItem(manager(), part.id, said(1, 'Faute de temps.'));
		expect(await putOffItem(manager(), part.id, 'moved')).toEqual({ place: 'moved', meeting: next });
		const here = await read('chef-de-projet', made);
		expect(here.agenda.map((i) => i.title)).toEqual(['Reste']);
		expect(here.putOff).toMatchObject([
			{ id: part.id, place: 'moved', minutes: 'Faute de temps.', to: { code: next, told: false } }
		]);
		// The contractor reads that it was put off, not that a meeting is being prepared.
		expect((await read('consultant', made)).putOff[0]).toMatchObject({ place: 'moved', to: null });
		const there = (await read('chef-de-projet', next)).agenda[1]!;
		expect(there).toMatchObject({ title: 'Part', duration: 15, minutes: '', from: made });
		expect(there.refs).toMatchObject([{ kind: 'version', id: version!.id }]);
		const lines =
			await store.sql`select audience, detail from public.journal where event = 'agenda_item_put_off' and subject = ${made}`;
		expect([...lines]).toEqual([{ audience: 'all', detail: { title: 'Part' } }]);
		expect(await code(putOffItem(manager(), part.id, 'moved'))).toBe('not_from_here');
		await takeItem(manager(), here.id, part.id);
		expect((await read('chef-de-projet', made)).agenda.map((i) => i.id)).toEqual([
			before.agenda[0]!.id,
			part.id
		]);
		expect((await read('chef-de-projet', next)).agenda.map((i) => i.title)).toEqual(['Déjà là']);
		await to(next, 'cancelled');
	});

	it('waits on the list of its body when there is no next meeting, and is taken up once', async () => {
		const made = await meetingOf(['Part', 'Attend']);
		const { agenda } = await read('chef-de-projet', made);
		await store.sql`update public.meetings set state = 'cancelled' where held_on > '2019-12-02' and state in ('draft', 'convened')
			and committee_id = (select committee_id from public.meetings where code = ${made})`;
		expect(await putOffItem(manager(), agenda[0]!.id, 'moved')).toEqual({
			place: 'parking',
			meeting: null
		});
		// What comes next is the client's to prepare: the contractor's people put things on the list.
		expect(await putOffItem(as.consultant, agenda[1]!.id, 'moved')).toEqual({
			place: 'parking',
			meeting: null
		});
		const later = await meetingOf([], 'draft', '2019-12-16');
		const waiting = async () =>
			(await agendaChoices(manager(), slug, later)).waiting
				.map((w) => w.title)
				.filter((t) => /^(Part|Attend)$/.test(t));
		expect(await waiting()).toEqual(['Part', 'Attend']);
		const { id, sections } = await read('chef-de-projet', later);
		await saveAgenda(manager(), id, sections.agenda, [{ ...point('Part'), takes: agenda[0]!.id }]);
		expect(await waiting()).toEqual(['Attend']);
		expect((await read('chef-de-projet', later)).agenda[0]).toMatchObject({ title: 'Part', from: made });
		expect(
			await code(
				saveAgenda(manager(), id, sections.agenda + 1, [
					point('Part'),
					{ ...point('Encore'), takes: agenda[0]!.id }
				])
			)
		).toBe('not_from_here');
		// Its session has spoken of it since: it does not go back by itself.
		await expect(takeItem(manager(), id, agenda[1]!.id)).resolves.toMatch(/^[0-9a-f-]{36}$/);
		expect(await waiting()).toEqual([]);
	});

	it('what an agenda could take up: versions, minutes and actions of that body', async () => {
		const made = await meetingOf([], 'draft');
		const choices = await agendaChoices(manager(), slug, made);
		const { data } = await manager().client.from('actions').select('number').is('done_on', null);
		expect(choices.actions.every((a) => data!.some((d) => d.number === a.code))).toBe(true);
		expect(choices.versions.length).toBeGreaterThan(0);
		expect(choices.minutes.every((m) => m.code !== made)).toBe(true);
	});
});

describe('a long session', () => {
	it('three hundred items, twenty thousand characters, saved in any order', async () => {
		const titles = Array.from({ length: 300 }, (_, i) => `Point ${i + 1}`);
		const made = await meetingOf(titles);
		const before = await read('chef-de-projet', made);
		const long = 'Élan 👍🏽 '.repeat(2222).slice(0, 20_000).toWellFormed();
		await saveItem(as.consultant, before.agenda[150]!.id, said(1, long));
		await saveAgenda(manager(), before.id, before.sections.agenda, [...before.agenda].reverse());
		const after = await read('chef-de-projet', made);
		expect(after.agenda.map((i) => i.title)).toEqual([...titles].reverse());
		expect(after.agenda[149]!.minutes).toBe(long);
	});
});
