import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { penaltyCases } from '#core/penalties/cases.fixture.ts';
import { run } from './penalties.ts';

async function penalties(input: unknown, args = ['--json']) {
	let out = '';
	let err = '';
	const status = await run(args, {
		stdin: async () => (typeof input === 'string' ? input : JSON.stringify(input)),
		out: (text) => void (out += text),
		err: (text) => void (err += text),
		readFile: (path) => readFile(path, 'utf8')
	});
	return { status, out, err };
}
type Answer = {
	raw: string;
	due: string;
	items: { days: number | null; steps: string[] }[];
	readings: { due: string }[];
	duties: string[];
	steps: string[];
	error?: string;
	problems?: { path: string; message: string }[];
};
const answer = async (input: unknown) => JSON.parse((await penalties(input)).out) as Answer;

describe('jalon penalties --json', () => {
	let answers: Answer[] = [];
	beforeAll(async () => {
		answers = (await answer(penaltyCases.map((one) => one.input))) as unknown as Answer[];
	});
	it.each(penaltyCases.map((one, index) => ({ ...one, index })))(
		'$id $about',
		({ index, raw, due, days }) => {
			const found = answers[index]!;
			expect([found.raw, found.due]).toEqual([raw, due]);
			if (days !== undefined) expect(found.items[0]?.days).toBe(days);
		}
	);
	it('gives each reading of a disputed clause', async () => {
		const { input } = penaltyCases.find((one) => one.id === 'P20')!;
		expect((await answer(input)).readings.map((one) => one.due)).toEqual(['4000', '0']);
	});
	it('says each step in words, with its article', async () => {
		const { input } = penaltyCases.find((one) => one.id === 'P11')!;
		const { items, steps } = await answer(input);
		expect(items[0]?.steps).toEqual([
			'mer. 29 janv. 2020 + 10 jours de prolongation = sam. 8 févr. 2020, reporté au lun. 10 févr. 2020',
			'remis le ven. 14 févr. 2020 pour le lun. 10 févr. 2020 : R = 4 jours, comptés du lendemain de l’échéance',
			'P = V × R / 3000 = 84\u202f000,00\u00a0€ × 4 / 3000 = 112,00\u00a0€ (arrondi au centime)'
		]);
		expect(steps.join('\n')).toMatch(/exonéré[\s\S]*art\. 14\.1/);
	});
	it('names the duties that an interruption of more than 20 minutes brings', async () => {
		const duties = async (seconds: number) =>
			(
				await answer({
					contract: 'templates/missions/redal.yaml',
					facts: [{ kind: 'interruption', seconds }]
				})
			).duties;
		expect(await duties(1200)).not.toContain('R-V2');
		expect(await duties(1201)).toContain('R-V2');
	});
	it('answers a list in order, a bad one in its own place', async () => {
		const good = penaltyCases[0]!.input;
		const { status, out } = await penalties([{ ...good, id: 1 }, { id: 2, regime: 'x' }, 3]);
		const list = JSON.parse(out) as (Answer & { id?: number })[];
		expect(status).toBe(1);
		expect(list.map((one) => [one.id, one.error === undefined])).toEqual([
			[1, true],
			[2, false],
			[undefined, false]
		]);
	});
});

describe('refusals', () => {
	const ccag = (item: unknown) => ({ regime: 'ccag-pi-2021', contract: 1000, items: [item] });
	const redal = (fact: unknown) => ({ contract: 'templates/missions/redal.yaml', facts: [fact] });
	it.each<[unknown, string, RegExp]>([
		[ccag({ base: -1, days: 2 }), 'items[0].base', /nombre positif/],
		[ccag({ base: 1.005, days: 2 }), 'items[0].base', /deux décimales/],
		[ccag({ base: 1, days: 1.5 }), 'items[0].days', /entier/],
		[ccag({ base: 1 }), 'items[0]', /soit days/],
		[ccag({ base: 1, dueOn: '2020-02-30' }), 'items[0].dueOn', /AAAA-MM-JJ/],
		[ccag({ base: 1, days: 1, late: true }), 'items[0]', /late/],
		[{ ...ccag({ base: 1, days: 1 }), rate: 2 }, 'rate', /cps/],
		[{ regime: 'ccag-pi-2021', items: [] }, 'items', /au moins 1/],
		[redal({ kind: 'late_report', obligation: 'R-ZZ' }), 'facts[0].obligation', /R-S01/],
		[redal({ kind: 'interuption', seconds: 3 }), 'facts[0].kind', /interruption/],
		[{ contract: 'absent.yaml', facts: [{ kind: 'x' }] }, 'contract', /introuvable/],
		[{ contract: 'package.json', facts: [{ kind: 'x' }] }, 'contract', /package\.json:\d+:\d+/]
	])('%j', async (input, path, words) => {
		const { status, out } = await penalties(input);
		const { problems } = JSON.parse(out) as Answer;
		expect(status).toBe(1);
		expect(problems).toContainEqual({ path, message: expect.stringMatching(words) });
		for (const { message } of problems!) expect(message).not.toMatch(/Invalid|expected/);
	});
	it('tells every fault of one input, one message each', async () => {
		const { problems } = await answer({ regime: 'x', items: [{ base: -1, days: -1 }] });
		expect(problems?.map((one) => one.path)).toEqual(['regime', 'items[0].base', 'items[0].days']);
	});
	it('answers 1 to what is not JSON and 2 to a wrong option, and explains itself', async () => {
		expect((await penalties('{')).status).toBe(1);
		expect((await penalties({}, ['--yaml'])).status).toBe(2);
		expect((await penalties('', ['--help'])).out).toContain('undetermined');
	});
	it('writes for a person without --json', async () => {
		const { out } = await penalties(penaltyCases[1]!.input, []);
		expect(out).toContain('plafond de 10 % du contrat');
		expect(out.trimEnd().split('\n').at(-1)).toBe('Brut : 16000.00 EUR · dû : 12000.00 EUR');
	});
});
