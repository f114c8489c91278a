import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { buildDeck } from '#core/documents/deck/model.ts';
import { deckSlides } from '#core/documents/deck/pages.ts';
import { DocumentError } from '#core/documents/problems.ts';
import { renderSlides } from '#server/documents/slides/render-slides.ts';
import { bodies, minimal, part, render, rich, template } from './helpers.ts';
import { richDeck } from './samples-papers.ts';

const long = () =>
	buildDeck({
		...richDeck,
		actions: {
			lines: Array.from({ length: 60 }, (_, n) => ({
				code: `ACT-${n + 1}`,
				action: `Faire ${n + 1}`,
				standing: 'Ouverte'
			}))
		}
	});
const words = (xml: string) =>
	xml
		.replace(/<[^>]+>/g, ' ')
		.replaceAll('&amp;', '&')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>');
const attribute = (xml: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(xml)![1]!;

/** The slides in the order they are shown, through the presentation's own lists. */
function shown(bytes: Uint8Array): string[] {
	const relations = part(bytes, 'ppt/_rels/presentation.xml.rels').match(/<Relationship .*?\/>/g)!;
	return part(bytes, 'ppt/presentation.xml')
		.match(/<p:sldId .*?\/>/g)!
		.map((entry) => relations.find((one) => attribute(one, 'Id') === attribute(entry, 'r:id'))!)
		.map((relation) => part(bytes, `ppt/${attribute(relation, 'Target')}`));
}

function texts(model: unknown): string[] {
	if (typeof model === 'string') return [model];
	return Object.values(model as object).flatMap(texts);
}

describe('the slides', () => {
	it('say everything their model holds, without a tag left', () => {
		const model = rich.deck();
		const page = bodies(render('deck', model)).map(words).join('\n');
		for (const text of texts(model)) expect(page).toContain(text);
		expect(page).not.toMatch(/[{}]|undefined|\[object/);
	});

	it('say in words what is empty, with no table left bare, and leave out what is not there', () => {
		const pages = shown(render('deck', minimal.deck()));
		const page = pages.map(words).join('\n');
		for (const sentence of ['Aucune action ouverte', 'Aucune échéance datée', 'Aucun rapport déposé'])
			expect(page).toContain(sentence);
		expect(page).not.toMatch(/Indicateurs|Obligations|[{}]/);
		expect(pages.join('')).not.toContain('<a:tbl>');
	});

	it('go on over as many as a long table needs, each row once, in order', () => {
		const pages = shown(render('deck', long()));
		const actions = pages.filter((page) => page.includes('name="actions"'));
		expect(actions.length).toBeGreaterThan(3);
		const codes = actions.flatMap((page) =>
			[...words(page).matchAll(/ACT-(\d+)/g)].map(([, n]) => Number(n))
		);
		expect(codes).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
		for (const [at, page] of actions.entries())
			expect(words(page)).toContain(`${at + 1} / ${actions.length}`);
		expect(pages.map((page) => attribute(page, 'name')).filter((name) => name === 'agenda')).toHaveLength(
			1
		);
	});

	it('are a sound file: each part listed once, each relation leads somewhere', () => {
		for (const model of [long(), minimal.deck()]) {
			const bytes = render('deck', model);
			const zip = new PizZip(bytes);
			const names = Object.keys(zip.files);
			const listed = [...part(bytes, '[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)].map(
				([, n]) => n!
			);
			expect(new Set(listed).size).toBe(listed.length);
			for (const name of listed) expect(names).toContain(name);
			for (const name of names.filter((one) => one.startsWith('ppt/slides/') && one.endsWith('.xml')))
				expect(listed).toContain(name);
			for (const name of names.filter((one) => one.endsWith('.rels'))) {
				const folder = name.replace(/_rels\/[^/]+$/, '');
				for (const [, target] of zip.files[name]!.asText().matchAll(/Target="([^"]+)"/g))
					expect(names, `${name} ${target}`).toContain(
						new URL(target!, `x:/${folder}`).pathname.slice(1)
					);
			}
		}
	});

	it('are the same file whenever they are made, titled and in French', () => {
		const bytes = render('deck', long(), 'COPIL n° 2');
		expect(Buffer.from(render('deck', long(), 'COPIL n° 2')).equals(Buffer.from(bytes))).toBe(true);
		expect(part(bytes, 'docProps/core.xml')).toContain('<dc:title>COPIL n° 2</dc:title>');
		expect(bodies(bytes).join('')).not.toMatch(/lang="(?!fr-FR)/);
		for (const page of bodies(bytes)) expect(page).toMatch(/type="(?:ctrT|t)itle"/);
	});

	it('keep hostile text as text, and say which way it runs', () => {
		const wording = '</a:t></a:r> {#agenda} {@x} <script> & 👍🏽';
		const arabic = 'محمد الأمين';
		const model = buildDeck({
			...richDeck,
			decisions: { lines: [{ number: '1', wording, kind: 'Avis' }] },
			agenda: { lines: [{ rank: '1', topic: arabic }] }
		});
		const xml = bodies(render('deck', model)).join('');
		expect(words(xml)).toContain(wording);
		expect(xml).toMatch(new RegExp(`<a:pPr rtl="1"[^>]*>(?:(?!</a:p>).)*${arabic}`));
	});
});

describe('a template of slides edited by a person', () => {
	const change = (path: string, make: (xml: string) => string) => {
		const zip = new PizZip(template('deck'));
		zip.file(path, make(zip.file(path)!.asText()));
		return zip.generate({ type: 'uint8array' });
	};
	const make = (bytes: Uint8Array) =>
		renderSlides(bytes, deckSlides(minimal.deck()), { templateName: 'deck', title: 'x' });

	it('with an unknown tag is refused, even on a slide that is left out', () => {
		const bytes = change('ppt/slides/slide8.xml', (xml) => xml.replace('{verdict}', '{avis}'));
		expect(() => make(bytes)).toThrow(DocumentError);
		expect(() => make(bytes)).toThrow(/indicators\.lines\.avis/);
	});

	it('keeps a slide that somebody added, and the order they chose', () => {
		const renamed = change('ppt/slides/slide8.xml', (xml) => xml.replace('name="indicators"', 'name=""'));
		expect(shown(make(renamed)).map((page) => attribute(page, 'name'))).toContain('');
		const turned = change('ppt/presentation.xml', (xml) =>
			xml.replace(/(<p:sldId [^>]*rId10"\/>)(<p:sldId [^>]*rId11"\/>)/, '$2$1')
		);
		expect(
			shown(make(turned))
				.map((page) => attribute(page, 'name'))
				.slice(0, 2)
		).toEqual(['agenda', 'opening']);
	});

	it('with a macro, or not a presentation at all, is refused', () => {
		const zip = new PizZip(template('deck'));
		zip.file('ppt/vbaProject.bin', 'x');
		expect(() => make(zip.generate({ type: 'uint8array' }))).toThrow(/sans macro/);
		expect(() => make(template('minutes'))).toThrow(DocumentError);
	});
});
