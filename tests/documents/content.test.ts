import mammoth from 'mammoth';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { buildMinutes } from '#core/documents/minutes.ts';
import { minimal, part, render, rich, WORD } from './helpers.ts';
import { richMinutes } from './samples.ts';

/** All the texts of a model, as a reader would look for them. */
function texts(model: unknown): string[] {
	// A cell left for the hand holds a blank; a text of several lines is read line by line.
	if (typeof model === 'string') return model.split('\n').filter((line) => line.trim());
	return Object.values(model as object).flatMap(texts);
}

async function read(bytes: Uint8Array): Promise<string> {
	const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
	return value;
}

/** What a reader meets on paper: the body, and what headers and footers say. */
async function onPaper(bytes: Uint8Array): Promise<string> {
	const margins = ['word/header1.xml', 'word/header2.xml', 'word/footer1.xml', 'word/footer2.xml'];
	const there = margins.filter((path) => new PizZip(bytes).file(path));
	const plain = there.map((path) =>
		part(bytes, path)
			.replace(/<[^>]+>/g, '')
			.replaceAll('&amp;', '&')
	);
	return [await read(bytes), ...plain].join('\n');
}

describe.each(WORD)('%s', (name) => {
	it('says everything its model holds', async () => {
		const model = rich[name]();
		const page = await onPaper(render(name, model));
		for (const text of texts(model)) expect(page).toContain(text);
	});

	it('leaves no tag and no "undefined", rich or minimal', async () => {
		for (const model of [rich[name](), minimal[name]()]) {
			const page = await onPaper(render(name, model));
			expect(page).not.toMatch(/[{}]|undefined|\[object/);
		}
	});

	it('says in words that a block is empty, with no table left bare', () => {
		const body = part(render(name, minimal[name]()), 'word/document.xml');
		expect(body).toMatch(/Aucun/);
		for (const table of body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []) {
			const rows = table.match(/<w:tr[ >]/g)!.length;
			expect(rows).toBeGreaterThan(table.includes('w:tblHeader') ? 1 : 0);
		}
	});

	it('repeats the header row of every table of rows', () => {
		const body = part(render(name, rich[name]()), 'word/document.xml');
		const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs)!.filter((table) => table.includes('"JalonTable"'));
		expect(tables.length).toBeGreaterThan(2);
		for (const table of tables) {
			const [first, ...others] = table.match(/<w:tr[ >].*?<\/w:tr>/gs)!;
			expect(first).toContain('<w:tblHeader/>');
			expect(others.join('')).not.toContain('w:tblHeader');
		}
	});

	it('is in French, titled, with named styles and pages numbered x of y', () => {
		const bytes = render(name, rich[name](), 'COPIL n° 2 <projet>');
		const core = part(bytes, 'docProps/core.xml');
		expect(core).toContain('<dc:title>COPIL n° 2 &lt;projet&gt;</dc:title>');
		expect(core).toContain('<dc:language>fr-FR</dc:language>');
		const styles = part(bytes, 'word/styles.xml');
		expect(styles).toContain('<w:lang w:val="fr-FR"');
		for (const style of [
			'Title',
			'heading 1',
			'heading 2',
			'heading 3',
			'List Bullet',
			'List Number',
			'caption'
		])
			expect(styles).toContain(`<w:name w:val="${style}"/>`);
		const footer = part(bytes, 'word/footer1.xml');
		expect(footer).toMatch(/PAGE<.*NUMPAGES</s);
	});

	it('uses no style that it does not define', () => {
		const bytes = render(name, rich[name]());
		const styles = part(bytes, 'word/styles.xml');
		const parts = ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']
			.map((path) => part(bytes, path))
			.join('');
		const used = new Set(
			[...parts.matchAll(/<w:(?:pStyle|tblStyle|rStyle) w:val="([^"]+)"/g)].map(([, id]) => id)
		);
		expect(used.size).toBeGreaterThan(5);
		for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
	});
});

describe('the shell', () => {
	it('has a table of contents that Word refreshes on opening, made of the headings', () => {
		const bytes = render('shell', rich.shell());
		expect(part(bytes, 'word/settings.xml')).toContain('<w:updateFields');
		const body = part(bytes, 'word/document.xml');
		expect(body).toMatch(/TOC \\h[^<]*\\o &quot;1-3&quot;|TOC [^<]*\\o "1-3"/);
		expect(body).toMatch(/"TOC1"\/>.*Pratiques d’accueil observées/s);
	});

	it('gives a first-level heading to each point of the contract', async () => {
		const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(render('shell', rich.shell())) });
		const headings = [...value.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, text]) =>
			text!.replace(/<[^>]+>/g, '')
		);
		expect(headings).toEqual([
			'Synthèse',
			'Pratiques d’accueil observées',
			'Acteurs et systèmes d’information',
			'Parcours types actuels par canal',
			'Suivi des observations'
		]);
	});
});

describe('the minutes', () => {
	it('holds two hundred decisions and actions', async () => {
		const many = <Row>(make: (n: number) => Row) => Array.from({ length: 200 }, (_, n) => make(n + 1));
		const model = buildMinutes({
			...richMinutes,
			decisions: many((n) => ({ number: `DEC-${n}`, wording: `Décision numéro ${n}` })),
			actions: many((n) => ({ number: `ACT-${n}`, action: `Action numéro ${n}` }))
		});
		const page = await read(render('minutes', model));
		for (const n of [1, 100, 200]) {
			expect(page).toContain(`Décision numéro ${n}\n`);
			expect(page).toContain(`Action numéro ${n}\n`);
		}
	});

	it('names a group without anybody, and not the sentence where there is somebody', async () => {
		const page = await read(render('minutes', rich.minutes()));
		expect(page.match(/Personne\./g)).toHaveLength(1);
		expect(page).toMatch(/Absents\s+Personne\./);
	});
});
