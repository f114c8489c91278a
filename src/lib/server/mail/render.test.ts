import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mailKinds, renderMail } from './render.ts';

const data = {
	name: 'Hélène <b>Marchais</b>',
	mission: 'Relation citoyenne',
	slug: 'eure-et-loir',
	code: 'E-L13',
	number: '1.0',
	title: 'Liste',
	decision: 'DEC-E-2019-001',
	period: '2019-W48',
	author: 'Inès',
	reason: 'Incomplet',
	heldOn: '2020-01-23',
	place: 'Chartres',
	by: 'Camille',
	of: 'Dominique',
	who: 'Anne Roy',
	delegate: 'Camille',
	regime: 'unknown',
	reasons: 'Compléter la partie 2.\nReprendre <les> annexes.',
	effectOn: '2019-12-02',
	told: ['lead@demo.test'],
	fromDay: '2019-12-02',
	toDay: '2019-12-20',
	token: 'abc',
	outcome: 'endorsed',
	kind: 'adjourn',
	act: 'AV-2',
	purpose: 'Prolonger la phase 1'
};

describe('mails', () => {
	for (const kind of mailKinds)
		it(`says ${kind} in both languages, with a link to a page and no markup of ours`, () => {
			for (const locale of ['fr', 'en'] as const) {
				const mail = renderMail(kind, data, 'https://jalon.test', locale);
				expect(mail.subject.length).toBeGreaterThan(8);
				expect(mail.text).toContain('https://jalon.test/');
				expect(`${mail.subject}${mail.text}`).not.toMatch(/[{}]|undefined|null/);
				expect(mail.html).not.toContain('<b>');
			}
		});

	it('turns the mail of a code into text with its link', () => {
		const mail = renderMail(
			'auth',
			{
				subject: 'Code',
				html: '<p>Code : <strong>123456</strong></p><p><a href="http://x.test/a?b=1&amp;c=2">ouvrir</a></p>'
			},
			''
		);
		expect(mail.text).toBe('Code : 123456\nouvrir (http://x.test/a?b=1&c=2)');
	});

	it('keeps the code and the link of every template as it is laid out', () => {
		const names = readdirSync('supabase/templates').filter((name) => name.endsWith('.html'));
		expect(names.length).toBeGreaterThan(0);
		for (const name of names) {
			const html = readFileSync(`supabase/templates/${name}`, 'utf8')
				.replaceAll('{{ .SiteURL }}', 'https://jalon.test')
				.replaceAll('{{ .TokenHash }}', 'abc')
				.replaceAll('{{ .Token }}', '123456');
			const { text } = renderMail('auth', { subject: name, html }, '');
			expect(text).toMatch(/: 123456\n/);
			expect(text).toMatch(
				/\(https:\/\/jalon\.test\/auth\/confirm\?token_hash=abc&type=\w+\) et confirmer\.\n/
			);
			expect(text).not.toMatch(/[<>\t]|\n\s/);
		}
	});

	it('notifies a decision whole: what, why, from when, by whom and for whom', () => {
		const { text, html } = renderMail('decision_taken', data, 'https://jalon.test');
		for (const said of [
			'DEC-E-2019-001',
			'Ajourné',
			'Compléter la partie 2.\nReprendre <les> annexes.',
			'Camille, par délégation de Dominique',
			'lun. 2 déc. 2019'
		])
			expect(text).toContain(said);
		expect(text).not.toContain('Réfaction');
		expect(html).toContain('Compléter la partie 2.<br>Reprendre &lt;les&gt; annexes.');
		const own = { ...data, kind: 'reduce', reduction: '5 %', of: null, reasons: '' };
		const reduced = renderMail('decision_taken', own, 'https://jalon.test').text;
		expect(reduced).toMatch(/Réfaction\s: 5 %/);
		expect(reduced).not.toMatch(/Motifs|délégation/);
		const copy = renderMail('decision_copy', data, 'https://jalon.test');
		expect(copy.subject).toContain('pour information');
		expect(copy.text).toContain('lead@demo.test');
		expect(copy.text).not.toContain('vous est notifiée');
	});

	it('tells the signatory who recorded a delegation, and for how long', () => {
		const { subject, text } = renderMail('delegation_recorded', data, 'https://jalon.test');
		expect(subject).toContain('votre signature est déléguée à Camille');
		expect(text).toMatch(/enregistrée par\s: Camille/);
		expect(text).toContain('du lun. 2 déc. 2019 au ven. 20 déc. 2019 inclus');
		expect(text).toContain('https://jalon.test/missions/eure-et-loir/team');
	});

	it('dates a meeting in words', () => {
		expect(renderMail('meeting_convened', data, 'https://jalon.test').text).toContain(
			'jeu. 23 janv. 2020, Chartres'
		);
	});
});
