import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { run } from './check.ts';

const shipped = new URL('../../../templates/missions/eure-et-loir.yaml', import.meta.url);

async function check(args: string[], files: Record<string, string> = {}) {
	let out = '';
	let err = '';
	const status = await run(args, {
		stdin: async () => '',
		out: (text) => void (out += text),
		err: (text) => void (err += text),
		readFile: async (path) => files[path] ?? (await readFile(path, 'utf8'))
	});
	return { status, out, err };
}

describe('jalon check', () => {
	it('accepts the shipped file', async () => {
		const { status, out } = await check([shipped.pathname]);
		expect(status).toBe(0);
		expect(out).toContain('contrat valable (eure-et-loir : 3 phases, 8 livrables, 6 obligations)');
	});
	it('names file, line, column and path of a fault', async () => {
		const text = (await readFile(shipped, 'utf8')).replace('weekly: friday', 'weekly: vendredi');
		const line = text.slice(0, text.indexOf('weekly: vendredi')).split('\n').length;
		const { status, out } = await check(['faux.yaml'], { 'faux.yaml': text });
		expect(status).toBe(1);
		const index = 3;
		expect(out).toMatch(
			new RegExp(
				`^faux\\.yaml:${line}:\\d+ obligations\\[${index}\\]\\.rule\\.weekly: « vendredi » n’est pas admis ici`
			)
		);
	});
	it('writes the same as JSON', async () => {
		const { status, out } = await check(['faux.yaml', '--json'], { 'faux.yaml': 'jalon: 2\n' });
		expect(status).toBe(1);
		const answer = JSON.parse(out) as {
			ok: boolean;
			problems: { line: number; column: number; path: string }[];
		};
		expect(answer.ok).toBe(false);
		expect(answer.problems).toContainEqual(
			expect.objectContaining({ line: 1, column: 8, path: 'jalon' })
		);
	});
	it('refuses a contract whose table is missing, and a file that is', async () => {
		const text = await readFile(shipped, 'utf8');
		const alone = await check(['seul.yaml'], { 'seul.yaml': text });
		expect(alone.status).toBe(1);
		expect(alone.out).toMatch(
			/^seul\.yaml:\d+:\d+ registers\[0\]\.source: Le fichier « eure-et-loir\/sites\.csv » manque/
		);
		const absent = await check(['absent.yaml']);
		expect([absent.status, absent.out]).toEqual([1, expect.stringContaining('introuvable')]);
	});
	it.each([[[]], [['a.yaml', 'b.yaml']], [['a.yaml', '--strict']]])(
		'answers 2 to the wrong usage %j',
		async (args) => {
			const { status, err } = await check(args);
			expect(status).toBe(2);
			expect(err).toContain('Usage');
		}
	);
});
