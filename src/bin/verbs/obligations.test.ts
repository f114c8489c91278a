import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { run } from './obligations.ts';

const eure = 'templates/missions/eure-et-loir.yaml';

async function obligations(...args: string[]) {
	let out = '';
	let err = '';
	const status = await run(args, {
		stdin: async () => '',
		out: (text) => void (out += text),
		err: (text) => void (err += text),
		readFile: (path) => readFile(path, 'utf8')
	});
	return { status, out, err };
}
type Row = {
	key: string;
	code: string;
	due: string | null;
	state: string;
	words: string;
	label: string | null;
	clause: { ref: string };
	alternatives: { due: string | null }[];
};
const list = async (...args: string[]) => JSON.parse((await obligations(...args, '--json')).out) as Row[];
const notified = ['--event', 'notification=2019-10-29'];

describe('jalon obligations', () => {
	it('gives what the document asks, with dates, clause and arithmetic', async () => {
		const rows = await list(eure, ...notified);
		const of = (key: string) => rows.find((one) => one.key === key);
		expect(of('E-M0')).toMatchObject({
			due: '2019-11-05',
			words: '29 oct. + 7 jours = mar. 5 nov. 2019',
			clause: { ref: 'CCTP, Phase 1, p. 8' },
			alternatives: [{ due: '2019-11-08' }]
		});
		expect(of('E-S4/2019-W44')?.due).toBe('2019-10-31');
		expect(
			rows.filter((one) => one.code === 'E-L25').map((one) => [one.due, one.label !== null])
		).toEqual([
			['2020-06-14', true],
			['2020-06-29', true]
		]);
		expect(of('E-S1/awaiting-cotech')?.state).toBe('awaiting');
	});
	it('takes meetings, numbered in order of time whatever the order they come in', async () => {
		const meetings = ['2020-01-20', '2019-11-05'].flatMap((day) => ['--event', `meeting:copil=${day}`]);
		const rows = await list(eure, ...notified, ...meetings);
		expect(rows.filter((one) => one.code === 'E-S3').map((one) => [one.key, one.due])).toEqual([
			['E-S3/E-COPIL-01', '2019-10-31'],
			['E-S3/E-COPIL-02', '2020-01-15']
		]);
	});
	it('keeps what is due between two days, and all that has no day', async () => {
		const rows = await list(eure, ...notified, '--from', '2019-11-01', '--to', '2019-11-08');
		const dated = rows.filter((one) => one.due !== null);
		expect(dated.map((one) => one.key)).toEqual(['E-M0', 'E-S4/2019-W45']);
		expect(rows.some((one) => one.state === 'awaiting')).toBe(true);
	});
	it('dates the duties of a fact to the minute', async () => {
		const rows = await list(
			'templates/missions/redal.yaml',
			'--event',
			'start=2022-11-30',
			'--event',
			'interruption=2022-12-05T14:10'
		);
		expect(rows.find((one) => one.key === 'R-V2/interruption-01')?.due).toBe('2022-12-05T14:30');
	});
	it('lists what waits before anything is dated, and says what is missing', async () => {
		const { status, out, err } = await obligations(eure, '--json');
		expect(status).toBe(0);
		expect(err).toContain('--event notification');
		const rows = JSON.parse(out) as Row[];
		expect(rows.find((one) => one.key === 'E-M0')).toMatchObject({ state: 'awaiting', due: null });
	});
	it('warns outside the years a calendar was confirmed for', async () => {
		const { err } = await obligations('templates/missions/senagrosol.yaml');
		expect(err).toContain('1996 non confirmés');
	});
	it('writes one line each without --json', async () => {
		const { out } = await obligations(eure, ...notified, '--to', '2019-11-05');
		expect(out).toContain('2019-11-05\tE-M0\tRéunion de lancement\t29 oct. + 7 jours');
	});
});

describe('refusals', () => {
	it('tells every wrong event, one message each, and computes nothing', async () => {
		const { status, out } = await obligations(
			eure,
			'--event',
			'notifcation=2019-10-29',
			'--event',
			'notification=2019-02-30',
			'--event',
			'meeting:conseil=2019-12-01',
			'--to',
			'demain',
			'--json'
		);
		expect(status).toBe(1);
		const { ok, problems } = JSON.parse(out) as {
			ok: boolean;
			problems: { path: string; message: string }[];
		};
		expect(ok).toBe(false);
		expect(problems.map((one) => one.path)).toEqual([
			'--event notifcation=2019-10-29',
			'--event notification=2019-02-30',
			'--event meeting:conseil=2019-12-01',
			'--to'
		]);
		expect(problems[0]?.message).toContain('notification');
		expect(problems[2]?.message).toContain('E-COPIL');
	});
	it('refuses an event given twice, a missing file and a file that is no contract', async () => {
		expect((await obligations(eure, ...notified, ...notified)).err).toContain('deux fois');
		expect(await obligations('absent.yaml')).toMatchObject({
			status: 1,
			err: expect.stringContaining('introuvable')
		});
		expect((await obligations('package.json')).err).toMatch(/^package\.json:\d+:\d+/);
	});
	it.each([[[]], [['a', 'b']], [[eure, '--event', 'notification']], [[eure, '--when']]])(
		'answers 2 to the wrong usage %j',
		async (args) => {
			const { status, err } = await obligations(...args);
			expect([status, err]).toEqual([2, expect.stringContaining('Usage')]);
		}
	);
	it('explains itself', async () => {
		expect((await obligations('--help')).out).toContain('meeting:copil');
	});
});
