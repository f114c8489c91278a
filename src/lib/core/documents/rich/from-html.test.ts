import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richFromHtml } from './from-html.ts';

describe('what is pasted', () => {
	it('from Word keeps bold, lists and headings, and drops the rest', () => {
		const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style>
			<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=FR><!--StartFragment-->
			<h1>Constat<o:p></o:p></h1>
			<p class=MsoNormal>Le <b>délai</b> tient&nbsp;; <i>voir</i> <span style='color:red;font-weight:bold'>l&rsquo;annexe</span>.<o:p></o:p></p>
			<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
			style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>premier</p>
			<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>o<![endif]>dessous</p>
			<table><tr><td>Brou</td><td>20 déc.</td></tr></table><!--EndFragment--></body></html>`;
		expect(richFromHtml(word)).toBe(
			[
				'# Constat',
				'Le **délai** tient\u00a0; voir **l’annexe**.',
				'- premier',
				'  - dessous',
				'Brou 20 déc.'
			].join('\n')
		);
	});

	it('from a browser keeps lists within lists and numbers that go on', () => {
		expect(
			richFromHtml(
				'<ul><li><p>un</p><ul><li>dessous</li></ul></li><li>deux</li></ul><ol start="3"><li>trois<li>quatre</ol><p>a<br>b</p>'
			)
		).toBe('- un\n  - dessous\n- deux\n3. trois\n4. quatre\na\nb');
	});

	it('keeps what no program should read: right-to-left names, emoji, markup told as text', () => {
		expect(
			richFromHtml('<p>محمد 👍🏽 &lt;script&gt;{#items}&lt;/script&gt;</p><script>alert(1)</script>')
		).toBe('محمد 👍🏽 <script>{#items}</script>');
		expect(
			richFromHtml('<b style="font-weight:normal" id="docs-internal"><span>pas gras</span></b>')
		).toBe('pas gras');
		expect(richFromHtml('sans balise & sans fin <')).toBe('sans balise & sans fin <');
	});

	it('never fails, whatever is pasted, and keeps plain words', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'<b>',
				'</b>',
				'<li>',
				'<ul>',
				'</ul>',
				'<p ',
				'>',
				'<!--',
				'<![endif]>',
				'&#0;',
				'&#x1F600;',
				'"'
			),
			fc.string({ maxLength: 6 })
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				expect(typeof richFromHtml(pieces.join(''))).toBe('string');
			})
		);
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-zéà0-9,.]{1,40}$/), (word) => {
				expect(richFromHtml(`<div><p><span>${word}</span></p></div>`)).toBe(word);
			})
		);
	});

	it('reads a long one in one pass', () => {
		expect(richFromHtml('<b><i>x'.repeat(20_000)).replaceAll('*', '')).toBe('x'.repeat(20_000));
		expect(richFromHtml('<!--'.repeat(20_000))).toBe('');
	});
});
