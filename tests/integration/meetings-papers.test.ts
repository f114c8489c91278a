import mammoth from 'mammoth';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attendee } from '#core/meetings/view.ts';
import { renderAttendance } from '#server/meetings/papers/render-attendance.ts';
import { renderConvocation } from '#server/meetings/papers/render-convocation.ts';
import { renderDecisions } from '#server/meetings/papers/render-decisions.ts';
import { renderDeck } from '#server/meetings/papers/render-deck.ts';
import type { PaperFile, PaperVerb } from '#server/meetings/papers/paper.ts';
import { renderMinutes } from '#server/meetings/render-minutes.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { recordResolution } from '#server/meetings/record-resolution.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import { readMission } from '#server/missions/read-mission.ts';
import {
	action,
	as,
	closeStore,
	code,
	mission,
	openStore,
	plan,
	point,
	read,
	resolution,
	slug,
	to,
	type Who
} from './meetings-support.ts';

beforeAll(openStore);
afterAll(closeStore);

const before: [string, PaperVerb][] = [
	['convocation', renderConvocation],
	['attendance', renderAttendance],
	['deck', renderDeck]
];
const after: [string, PaperVerb][] = [
	['attendance', renderAttendance],
	['minutes', renderMinutes],
	['decisions', renderDecisions]
];
const all = new Map([...before, ...after]);

const words = async ({ bytes }: PaperFile) =>
	(await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
const slides = ({ bytes }: PaperFile) => {
	const zip = new PizZip(bytes);
	return Object.keys(zip.files)
		.filter((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name))
		.map((name) =>
			zip.files[name]!.asText()
				.replace(/<\/a:p>/g, '\n')
				.replace(/<[^>]+>/g, '')
		);
};

describe('refused', () => {
	it('an outsider: no paper is there', async () => {
		const made = await plan();
		await to(made, 'convened', 'in_session');
		for (const [name, render] of all)
			expect(await code(render(as.etranger, await mission(), made)), name).toBe('not_found');
	});

	it('a draft has papers for the client’s side alone', async () => {
		const made = await plan();
		for (const [name, render] of before) {
			for (const who of ['consultant', 'consultant-chef', 'observateur'] as const)
				expect(await code(render(as[who], await mission(), made)), `${name} ${who}`).toBe(
					'not_found'
				);
			for (const who of ['chef-de-projet', 'copil'] as const)
				expect((await render(as[who], await mission(), made)).bytes.length, name).toBeGreaterThan(
					5000
				);
		}
	});

	it('no decisions and no minutes before the session, no paper at all once it was called off', async () => {
		const made = await plan('2019-12-10');
		await to(made, 'convened');
		for (const render of [renderMinutes, renderDecisions])
			expect(await code(render(as.copil, await mission(), made))).toBe('not_from_here');
		await to(made, 'cancelled');
		for (const [name, render] of all)
			expect(await code(render(as.copil, await mission(), made)), name).toBe('not_from_here');
	});
});

describe('the coming steering committee', () => {
	const members: Who[] = ['chef-de-projet', 'copil', 'consultant', 'consultant-chef', 'observateur'];

	it('has its papers for every member of the mission', async () => {
		for (const who of members) {
			const own = await readMission(as[who], slug);
			for (const [name, render] of before) {
				const { name: file } = await render(as[who], own, 'E-COPIL-02');
				expect(file, `${name} ${who}`).toMatch(/^E_E-COPIL-02_[\w-]+_20200123\.(docx|pptx)$/);
			}
		}
	});

	it('is convened with its agenda, what the contract asks to be sent, and whom to answer', async () => {
		const page = await words(await renderConvocation(as.consultant, await mission(), 'E-COPIL-02'));
		expect(page).toContain('jeudi 23 janvier 2020');
		expect(page).toContain('9\u00a0h\u00a030');
		expect(page).toContain('Une décision est demandée sur les points 1, 2, 3 et 4.');
		expect(page).toContain('Au plus tard le sam. 18 janv. 2020 (conseillé le ven. 17 janv. 2020)');
		expect(page).toContain('Camille Renaud (chef-de-projet@demo.test)');
		const { attendance } = await read('chef-de-projet', 'E-COPIL-02');
		for (const { name } of attendance) expect(page).toContain(name);
	});

	it('has slides of the mission’s own day', async () => {
		const pages = slides(await renderDeck(as.consultant, await mission(), 'E-COPIL-02'));
		const of = (title: string) => pages.find((page) => page.startsWith(title)) ?? '';
		expect(pages[0]).toContain('Comité de pilotage');
		expect(of('Où en est')).toContain('Situation au lundi 2 décembre 2019');
		expect(of('Où en est')).toContain('Nuageux');
		expect(of('Calendrier')).toMatch(
			/Analyse de l’existant[^\n]*\n29 oct\. 2019 – 29 janv\. 2020\n\d+\u00a0%\nEn cours/
		);
		expect(of('Livrables')).toMatch(/E-L13\nListe d’usagers[^\n]*\n28 janv\. 2020\nV1\.0\u00a0: Remis/);
		expect(of('Obligations')).toContain('En retard de 3\u00a0jours');
		expect(of('Actions')).toMatch(/ACT-E-2019-003[^]*En retard de 3\u00a0jours/);
		// A draft is its planner's alone: the next project meeting is not announced to everybody.
		for (const page of pages) expect(page).not.toMatch(/18 déc\. 2019|undefined|[{}]/);
	});
});

describe('a large session', () => {
	const marked =
		'# Constat\nLe **délai** tient.\n- un\n  - dessous\n- deux\n3. trois\n<b>non</b> {#items} 👍🏽';
	const rightToLeft = 'محمد الأمين بن علي';

	it('keeps what was typed in every paper, in real lists and bold', async () => {
		const made = await plan();
		await to(made, 'convened', 'in_session');
		const { id, sections } = await read('chef-de-projet', made);
		const manager = as['chef-de-projet'];
		const items = Array.from({ length: 300 }, (_, n) =>
			point(`Point ${n + 1}`, n === 1 ? marked : `Dit au point ${n + 1}.`)
		);
		items[0]!.minutes = 'Longue phrase sans fin. '.repeat(833);
		items[2]!.purpose = 'decision';
		await saveAgenda(manager, id, sections.agenda, items);
		const people = Array.from({ length: 40 }, (_, n): Attendee => ({
			personId: null,
			name: n === 0 ? rightToLeft : `Personne ${n + 1}`,
			organisation: 'Département',
			functionTitle: 'Membre',
			status: n % 7 === 3 ? 'represented' : 'present',
			representedBy: n % 7 === 3 ? 'Hélène Marchais' : ''
		}));
		await saveAttendance(manager, id, sections.attendance, people);
		for (let n = 0; n < 60; n++)
			await recordAction(manager, id, { ...action, wording: `Faire ${n + 1}` });
		await recordResolution(manager, id, { ...resolution, wording: 'Le comité **retient** la voie 2.' });

		const minutes = await renderMinutes(as.consultant, await mission(), made);
		const page = await words(minutes);
		for (const text of [
			'Point 300',
			'Faire 60',
			'<b>non</b> {#items} 👍🏽',
			rightToLeft,
			items[0]!.minutes.trim()
		])
			expect(page).toContain(text);
		const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(minutes.bytes) });
		expect(html).toContain('<p>Le <strong>délai</strong> tient.</p>');
		expect(html).toContain('<h3>Constat</h3>');
		expect(html).toContain(
			'<ul><li>un<ul><li>dessous</li></ul></li><li>deux</li></ul><ol><li>trois</li></ol>'
		);
		const body = new PizZip(minutes.bytes).file('word/document.xml')!.asText();
		expect(body).toContain(`<w:rtl/></w:rPr><w:t xml:space="preserve">${rightToLeft}</w:t>`);

		const sheet = await words(await renderAttendance(as.consultant, await mission(), made));
		expect(sheet).toContain('40\u00a0personnes convoquées.');
		expect(sheet).toContain('Personne 40');
		const short = await words(await renderDecisions(as.consultant, await mission(), made));
		expect(short).toContain('Le comité **retient** la voie 2.');
		expect(short).toContain('Faire 60');
		expect(short).not.toContain('Dit au point');

		const deck = await renderDeck(as.consultant, await mission(), made);
		const actions = slides(deck).filter((one) => one.startsWith('Actions ouvertes'));
		expect(actions.length).toBeGreaterThan(2);
		for (let n = 1; n <= 60; n++)
			expect(
				actions.filter((one) => one.includes(`\nFaire ${n}\n`)),
				`Faire ${n}`
			).toHaveLength(1);
		expect(actions.some((one) => one.startsWith(`Actions ouvertes  (2 / ${actions.length})`))).toBe(true);
	});
});
