import { describe, expect, it } from 'vitest';
import { deadlineCases } from '#core/calendar/rules/cases.fixture.ts';
import { run } from './due.ts';

async function due(input: unknown, args = ['--json']) {
	let out = '';
	let err = '';
	const status = await run(args, {
		stdin: async () => (typeof input === 'string' ? input : JSON.stringify(input)),
		out: (text) => void (out += text),
		err: (text) => void (err += text),
		readFile: () => Promise.reject(new Error('not read'))
	});
	return { status, out, err };
}
const answers = async (input: unknown) => JSON.parse((await due(input)).out) as Record<string, unknown>[];
const seven = { after: 'event', count: 7, unit: 'day' };

describe('jalon due --json', () => {
	it('answers every worked case, in order and in this exact shape', async () => {
		const single = deadlineCases.filter((one) => one.occurrence === undefined);
		const cases = single.map(({ id, calendar, rule, event }) => ({ id, calendar, rule, event }));
		const expected = single.map(({ id, nominal, due, advised }) => ({ id, nominal, due, advised }));
		const { status, out } = await due(cases);
		expect([status, JSON.parse(out)]).toEqual([0, expected]);
	});
	it('gives lists for repetitions', async () => {
		const rule = { every: 3, unit: 'month', from: 'event' };
		const [found] = await answers([
			{ id: 'D45', calendar: 'MA', rule, event: '2022-11-30', occurrences: 3 }
		]);
		expect(found).toMatchObject({
			nominal: ['2023-02-28', '2023-05-30', '2023-08-30'],
			due: expect.any(Array)
		});
	});
	it('refuses a bad case in its own place and computes the others', async () => {
		const { status, out } = await due([
			{ id: 'a', calendar: 'FR', rule: seven, event: '2019-02-30' },
			{ id: 'b', calendar: 'XX', rule: seven, event: '2019-10-25' },
			{
				id: 'c',
				calendar: 'FR',
				rule: { after: 'event', count: -7, unit: 'day' },
				event: '2019-10-25'
			},
			{ id: 'd', calendar: 'FR', rule: { sometime: true }, event: '2019-10-25' },
			{ id: 'e', calendar: 'FR', rule: seven },
			{ id: 'f', calendar: 'FR', rule: { weekly: 'friday' } },
			{ id: 'g', calendar: 'FR', rule: seven, event: '2199-12-30' },
			'h',
			{ id: 'i', calendar: 'FR', rule: seven, event: '2019-10-25' }
		]);
		const list = JSON.parse(out) as { id: string; error?: string }[];
		expect(status).toBe(1);
		expect(list.map((one) => [one.id, one.error === undefined])).toEqual([
			...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => [id, false]),
			[null, false],
			['i', true]
		]);
		for (const { error } of list.slice(0, 8)) expect(error).not.toMatch(/Invalid|expected/);
	});
	it('gives a date outside the confirmed years, once with a warning beside the answers', async () => {
		const cases = [1, 2].map((id) => ({ id, calendar: 'SN', rule: seven, event: '1996-07-31' }));
		const { status, out, err } = await due(cases);
		expect([status, (JSON.parse(out) as unknown[]).length]).toEqual([0, 2]);
		expect(err.trim().split('\n')).toEqual([expect.stringContaining('1996 non confirmés')]);
		expect((await due([{ id: 1, calendar: 'FR', rule: seven, event: '2019-10-25' }])).err).toBe('');
	});
	it('leaves what is to be set, or waits for its event, without dates', async () => {
		const list = await answers([
			{ id: 1, calendar: 'FR', rule: { tbd: true, why: 'non daté' } },
			{ id: 2, calendar: 'FR', rule: seven, event: null }
		]);
		expect(list).toEqual([
			{ id: 1, nominal: null, due: null, advised: null },
			{ id: 2, nominal: null, due: null, advised: null, awaiting: 'event' }
		]);
	});
	it.each(['', '{', '{"id":1}', '"x"'])('refuses the input %j with a reason', async (input) => {
		const { status, err } = await due(input);
		expect([status, err]).toEqual([1, expect.stringContaining('liste de cas')]);
	});
	it('answers 2 to a wrong option, and explains in words without --json', async () => {
		expect((await due([], ['--calendar'])).status).toBe(2);
		const { out } = await due([{ id: 'D25', calendar: 'FR', rule: seven, event: '2020-04-24' }], []);
		expect(out).toContain(
			'24 avr. + 7 jours = ven. 1er mai 2020 (Fête du Travail), reporté au lun. 4 mai 2020'
		);
	});
});
