import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minimal, render, rich, WORD } from './helpers.ts';

function found(command: string, ...args: string[]): boolean {
	try {
		execFileSync(command, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

const missing = [
	...(found('soffice', '--version') ? [] : ['soffice (libreoffice-writer-nogui)']),
	...(found('pdftotext', '-v') && found('pdfinfo', '-v') ? [] : ['pdftotext (poppler-utils)'])
];
if (missing.length > 0) {
	console.log(
		`Skipped: Word files turned into pages. Absent: ${missing.join(', ')}; install them and run again.`
	);
}

/** Slides are turned into pages by another part of LibreOffice than texts. */
function hasImpress(): boolean {
	if (missing.length > 0) return false;
	const path = execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim();
	return existsSync(join(dirname(realpathSync(path)), 'libsdlo.so'));
}
const impress = hasImpress();
if (!impress) console.log('Skipped: slides turned into pages. Absent: libreoffice-impress-nogui.');

describe.skipIf(missing.length > 0)('in a word processor', () => {
	const slides = impress ? [{ file: 'deck.pptx', bytes: () => render('deck', rich.deck()) }] : [];
	const files = WORD.flatMap((name) => [
		{ file: name, bytes: () => render(name, rich[name](), `Titre de ${name}`) },
		{ file: `${name}-minimal`, bytes: () => render(name, minimal[name]()) }
	]);
	let folder: string;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'jalon-pages-'));
		const paths = [...files, ...slides].map(({ file, bytes }) => {
			const path = join(folder, file.includes('.') ? file : `${file}.docx`);
			writeFileSync(path, bytes());
			return path;
		});
		const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
		execFileSync(
			'soffice',
			[profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths],
			{
				stdio: 'ignore',
				timeout: 120_000
			}
		);
	}, 150_000);

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it.each(files.map(({ file }) => file))('%s becomes pages without tags, numbered to the last', (file) => {
		const pdf = join(folder, `${file}.pdf`);
		const pages = Number(
			/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))![1]
		);
		const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
		// The record of decisions is the paper that stays on one; what was observed may hold on one, the others have chapters.
		if (file.startsWith('decisions')) expect(pages).toBe(1);
		expect(text).not.toMatch(/undefined|[{}]/);
		expect(text).toContain(`Page ${pages} / ${pages}`);
	});

	it.skipIf(!impress)('the deck becomes one page per slide, each with its title', () => {
		const pdf = join(folder, 'deck.pdf');
		expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/^Pages:\s+12$/m);
		const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
		expect(pages.filter((page) => page.includes('Obligations en retard ou à venir'))).toHaveLength(1);
		expect(pages.join('')).not.toMatch(/undefined|[{}]/);
	});

	it('keeps the title', () => {
		expect(execFileSync('pdfinfo', [join(folder, 'minutes.pdf')], { encoding: 'utf8' })).toMatch(
			/Title:\s+Titre de minutes/
		);
	});
});
