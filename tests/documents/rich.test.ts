import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { buildMinutes } from '#core/documents/minutes.ts';
import { DocumentError } from '#core/documents/problems.ts';
import { renderDocument } from '#server/documents/render.ts';
import { edited, part, render, template } from './helpers.ts';
import { richMinutes } from './samples.ts';

const minutes = (discussion: string, beyond = '') =>
	buildMinutes({ ...richMinutes, agenda: [], beyond, items: [{ rank: '1', topic: 'Point', discussion }] });
const html = async (bytes: Uint8Array) => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
const body = (bytes: Uint8Array) => part(bytes, 'word/document.xml');

describe('marks in what is typed', () => {
	it('become headings, lists and bold of the document', async () => {
		const page = await html(
			render('minutes', minutes('# Un\n## Deux\nLe **délai** court.\n- a\n  - b\n- c', '1. x\n2. y'))
		);
		expect(page).toContain('<h3>Un</h3><h4>Deux</h4><p>Le <strong>délai</strong> court.</p>');
		expect(page).toContain('<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>');
		expect(page).toContain('<ol><li>x</li><li>y</li></ol>');
	});

	it('keep the numbers that were typed, each list its own', () => {
		const bytes = render('minutes', minutes('3. trois\n4. quatre\ntexte\n1. un'));
		const lists = part(bytes, 'word/numbering.xml');
		expect([...lists.matchAll(/<w:startOverride w:val="(\d+)"/g)].map(([, n]) => n)).toEqual(['3', '1']);
		const used = [
			...body(bytes).matchAll(/"ListNumber"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/g)
		];
		expect(new Set(used.map(([, id]) => id)).size).toBe(2);
		for (const [, id] of used) expect(lists).toContain(`<w:num w:numId="${id}">`);
		expect(lists.lastIndexOf('</w:abstractNum>')).toBeLessThan(lists.indexOf('<w:num '));
	});

	it('leave the template’s own lists as they are in a document without any', () => {
		const bytes = render('minutes', minutes('Sans liste.'));
		const given = edited('minutes', (xml) => xml.replace('Participants', 'Participants '));
		expect(part(bytes, 'word/numbering.xml')).toBe(part(given, 'word/numbering.xml'));
	});

	it.each([
		['markup', '- </w:t></w:r></w:p><w:p> & <b>x</b>'],
		['a tag', '- **{meeting.body}** {#items} {@beyond}'],
		['control characters', '- a\u0000\u0008b\ud800'],
		['emoji', '**👍🏽** 𝒜'],
		['marks without end', `${'**a '.repeat(5000)}`]
	])('stay text: %s', async (_name, typed) => {
		const bytes = render('minutes', minutes(typed));
		const read = await html(bytes);
		const words = (text: string) => text.replace(/[^\p{L}{}#@./]+/gu, '');
		const plain = read
			.replace(/<[^>]+>/g, '')
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&amp;', '&');
		expect(words(plain)).toContain(words(typed.replace(/\p{Cc}|\p{Cs}/gu, '')));
		expect(body(bytes).match(/<w:body>/g)).toHaveLength(1);
	});

	it('say nothing where nothing was typed', async () => {
		for (const nothing of ['', ' \n\t\n', '\n'])
			expect(await html(render('minutes', minutes(nothing)))).toContain(
				'Pas d’échange consigné sur ce point.'
			);
	});
});

describe('a template written before there were marks', () => {
	const older = () =>
		edited('minutes', (xml) => xml.replace('{@discussion}', '{#discussion}{.}{/discussion}'));

	it('still prints what was said, without the marks', async () => {
		const bytes = renderDocument(older(), minutes('# Un\n- **deux**'), {
			templateName: 'minutes',
			title: 'x'
		});
		expect(await html(bytes)).toContain('Un<br />• deux');
	});

	it('is refused markup anywhere else', () => {
		for (const tag of ['meeting.body', 'approval', 'contract.title']) {
			const bytes = edited('minutes', (xml) => xml.replace('{@beyond}', `{@${tag}}`));
			const attempt = () =>
				renderDocument(bytes, minutes('x', 'y'), { templateName: 'minutes', title: 'x' });
			expect(attempt, tag).toThrow(DocumentError);
			expect(attempt, tag).toThrow(tag);
		}
	});

	it('is refused when it comes from elsewhere', () => {
		const attempt = () =>
			renderDocument(template('minutes'), minutes('x'), { templateName: 'client', title: 'x' });
		expect(attempt).toThrow(/items\.discussion/);
	});
});

describe('text from right to left', () => {
	const arabic = 'محمد الأمين بن علي';

	it('is marked so in names, sentences and lists, and nothing else is', () => {
		const xml = body(render('minutes', { ...minutes(`- ${arabic} (Rabat)\nM. ${arabic} parle.`) }));
		expect(xml).toMatch(/<w:numPr>(?:(?!<w:p>).)*<w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/><\/w:rPr>/);
		expect(xml).toContain(
			`<w:p><w:r><w:t xml:space="preserve">M. </w:t></w:r><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">${arabic}</w:t></w:r><w:r><w:t xml:space="preserve"> parle.</w:t></w:r></w:p>`
		);
		expect(xml.match(/<w:bidi\/>/g)).toHaveLength(1);
		expect(body(render('minutes', minutes('Rien.')))).not.toMatch(/<w:(?:bidi|rtl)\/>/);
	});

	it('keeps the order Word asks of a paragraph’s properties', () => {
		const present = [{ name: arabic, organisation: 'Redal', function: 'Directeur' }];
		const xml = body(render('minutes', buildMinutes({ ...richMinutes, present })));
		const [paragraph] = xml.match(new RegExp(`<w:p>(?:(?!</w:p>).)*${arabic}.*?</w:p>`))!;
		expect(paragraph).toMatch(/^<w:p><w:pPr><w:pStyle w:val="TableText"\/><w:bidi\/>/);
	});
});
