import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { buildMinutes } from '#core/documents/minutes.ts';
import { part, render, rich } from './helpers.ts';
import { richMinutes } from './samples.ts';

const hostile = {
	markup: '</w:t></w:r><w:r><w:t>&lt;b&gt; <script>alert(1)</script> & "guillemets"',
	tag: '{meeting.body} {#decisions} {@raw}',
	emoji: 'Accord 👍🏽 — 𝒜 «œ»',
	rightToLeft: 'محمد الأمين بن علي (عمالة الرباط)',
	long: 'Attendu que le comité délibère, '.repeat(2000).trim()
};

async function decision(wording: string): Promise<string> {
	const model = buildMinutes({ ...richMinutes, decisions: [{ number: 'D1', wording }] });
	const bytes = render('minutes', model);
	const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
	return value;
}

describe('text from people', () => {
	it.each(Object.entries(hostile))('stays text: %s', async (_name, text) => {
		expect(await decision(text)).toContain(text);
	});

	it('loses only what XML cannot carry', async () => {
		const page = await decision('Début\u0000\u0008\u001f\uffff\ud800 fin');
		expect(page).toMatch(/Début\ufffd? fin/);
	});

	it('keeps its lines', () => {
		const model = buildMinutes({ ...richMinutes, decisions: [{ number: 'D1', wording: 'Un\nDeux' }] });
		expect(part(render('minutes', model), 'word/document.xml')).toMatch(
			/Un<\/w:t><\/w:r><w:r>.*?<w:br\/>.*?Deux/s
		);
	});

	it('cannot break the title property', () => {
		const core = part(render('minutes', rich.minutes(), '</dc:title>\u0001&<x>'), 'docProps/core.xml');
		expect(core).toContain('<dc:title>&lt;/dc:title&gt;&amp;&lt;x&gt;</dc:title>');
	});

	it('gives a sound zip, dated alike whenever it is made', () => {
		const files = unzipSync(render('minutes', rich.minutes()));
		expect(Object.keys(files)[0]).toBe('[Content_Types].xml');
		const body = new TextDecoder().decode(files['word/document.xml']);
		expect(body).toContain('DEC-E-2020-003');
		expect(body.trimEnd()).toMatch(/<\/w:document>$/);
	});

	it('does not change from one document to the next', () => {
		const first = render('minutes', rich.minutes());
		render('minutes', buildMinutes({ ...richMinutes, decisions: [], nextMeeting: 'Autre' }));
		expect(Buffer.from(render('minutes', rich.minutes())).equals(Buffer.from(first))).toBe(true);
	});
});
