import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { buildMinutes } from '#core/documents/minutes.ts';
import { DocumentError, type DocumentProblem } from '#core/documents/problems.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { edited, part, render, rich, template, TEMPLATES_DIR } from './helpers.ts';
import { richMinutes } from './samples.ts';

function problems(attempt: () => unknown): DocumentProblem[] {
	try {
		attempt();
	} catch (error) {
		expect(error).toBeInstanceOf(DocumentError);
		return (error as DocumentError).problems;
	}
	throw new Error('nothing was refused');
}

const reasons = (attempt: () => unknown) =>
	problems(attempt).map(({ tag, reason, sentence }) => {
		expect(sentence).toMatch(/ : /);
		return `${reason} ${tag}`;
	});

const minutes = (bytes: Uint8Array, model: object = rich.minutes()) =>
	renderDocument(bytes, model, { templateName: 'minutes', title: 'Essai' });

describe('data', () => {
	it('that is missing, empty or blank is named, all at once', () => {
		const model = rich.minutes() as unknown as Record<string, unknown>;
		const { place: _place, ...meeting } = rich.minutes().meeting;
		const faulty = {
			...model,
			meeting: { ...meeting, number: null, chair: ' \u0000' },
			decisions: [{ ...rich.minutes().decisions[0], wording: undefined }]
		};
		expect(reasons(() => render('minutes', faulty)).sort()).toEqual([
			'empty meeting.chair',
			'missing decisions.wording',
			'missing meeting.number',
			'unknown meeting.place'
		]);
	});

	it('of the wrong shape is refused, not printed as [object Object]', () => {
		const faulty = { ...rich.minutes(), nextMeeting: { date: 'demain' } };
		expect(reasons(() => render('minutes', faulty))).toEqual(['syntax nextMeeting']);
	});

	it('is refused by the builder with the path of each field', () => {
		const input = {
			...richMinutes,
			nextMeeting: ' ',
			decisions: [{ number: 'D1' }],
			weather: 'sun'
		} as never;
		expect(reasons(() => buildMinutes(input)).sort()).toEqual([
			'empty nextMeeting',
			'missing decisions.0.wording',
			'unknown weather'
		]);
	});
});

describe('a template edited by a person', () => {
	it('with an unknown tag is refused, even in a list that is empty today', () => {
		const bytes = edited('minutes', (xml) => xml.replace('{severity}', '{gravite}'));
		const without = buildMinutes({ ...richMinutes, reserves: [] });
		expect(reasons(() => minutes(bytes, without))).toEqual(['unknown reserves.gravite']);
	});

	it('keeps working when Word puts its French space before a question mark', () => {
		const bytes = edited('minutes', (xml) => xml.replaceAll('reserves?}', 'reserves\u00a0?}'));
		expect(part(minutes(bytes), 'word/document.xml')).toBe(
			part(render('minutes', rich.minutes()), 'word/document.xml')
		);
	});

	it('with a tag that reaches for the machinery is refused', () => {
		for (const tag of [
			'constructor',
			'meeting.constructor.name',
			'__proto__',
			"meeting.body['x']",
			'meeting.toString()'
		]) {
			const bytes = edited('minutes', (xml) => xml.replace('{nextMeeting}', `{${tag}}`));
			const [problem] = problems(() => minutes(bytes));
			expect(['unknown', 'syntax']).toContain(problem!.reason);
		}
	});

	it('cannot insert raw XML, pictures of unpaid modules, or other delimiters', () => {
		for (const tag of ['@nextMeeting', '%nextMeeting', '=[[ ]]=']) {
			const bytes = edited('minutes', (xml) => xml.replace('{nextMeeting}', `{${tag}}`));
			expect(problems(() => minutes(bytes)).length).toBeGreaterThan(0);
		}
	});

	it('with a block left open, or closed by another name, is refused with the block’s name', () => {
		const open = edited('minutes', (xml) => xml.replace('{/documents}', ''));
		expect(reasons(() => minutes(open))).toContain('syntax documents');
		const crossed = edited('minutes', (xml) => xml.replace('{/documents}', '{/papiers}'));
		expect(reasons(() => minutes(crossed)).join()).toMatch(/syntax (documents|papiers)/);
	});

	it('that is no Word file, or carries a macro, is refused', () => {
		expect(reasons(() => minutes(new TextEncoder().encode('bonjour')))).toEqual(['template minutes']);
		expect(
			reasons(() => minutes(new PizZip().file('a.txt', 'a').generate({ type: 'uint8array' })))
		).toEqual(['template minutes']);
		const zip = new PizZip(template('minutes'));
		zip.file('word/vbaProject.bin', 'x');
		expect(reasons(() => minutes(zip.generate({ type: 'uint8array' })))).toEqual(['template minutes']);
	});
});

describe('the loader', () => {
	it('reads nothing outside the closed list', () => {
		for (const name of ['../missions/eure-et-loir', 'minutes.docx', '/etc/passwd', '__proto__', ''])
			expect(problems(() => loadTemplate(name, TEMPLATES_DIR))[0]!.reason).toBe('template');
	});

	it('gives the same bytes while the file is the same, and the new ones once it is edited', () => {
		const folder = mkdtempSync(join(tmpdir(), 'jalon-templates-'));
		try {
			expect(problems(() => loadTemplate('minutes', folder))[0]!.sentence).toContain('TEMPLATES_DIR');
			cpSync(TEMPLATES_DIR, folder, { recursive: true });
			const before = loadTemplate('minutes', folder);
			expect(loadTemplate('minutes', folder)).toBe(before);
			const bytes = edited('minutes', (xml) => xml.replace('Participants', 'Émargement'));
			writeFileSync(join(folder, 'documents/minutes.docx'), bytes);
			expect(loadTemplate('minutes', folder)).toEqual(bytes);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
