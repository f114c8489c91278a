import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minimal, NAMES, render, rich } from './helpers.ts';

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

describe.skipIf(missing.length > 0)('in a word processor', () => {
	const files = NAMES.flatMap((name) => [
		{ file: name, bytes: () => render(name, rich[name](), `Titre de ${name}`) },
		{ file: `${name}-minimal`, bytes: () => render(name, minimal[name]()) }
	]);
	let folder: string;

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'jalon-pages-'));
		const paths = files.map(({ file, bytes }) => {
			const path = join(folder, `${file}.docx`);
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
		expect(pages).toBeGreaterThan(1);
		expect(text).not.toMatch(/undefined|[{}]/);
		expect(text).toContain(`Page ${pages} / ${pages}`);
	});

	it('keeps the title', () => {
		expect(execFileSync('pdfinfo', [join(folder, 'minutes.pdf')], { encoding: 'utf8' })).toMatch(
			/Title:\s+Titre de minutes/
		);
	});
});
