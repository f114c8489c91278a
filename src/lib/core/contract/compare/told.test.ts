import { expect, it } from 'vitest';
import type { Amended } from './compare.ts';
import { toldToAll } from './told.ts';

const line = (key: string) => ({
	key,
	code: key.split('/')[0]!,
	title: key,
	from: null,
	to: null,
	clause: null
});
const amended: Amended = {
	parts: [],
	plan: [],
	added: [],
	moved: [line('E-S3/E-COPIL-02'), line('E-S3/E-COPIL-03'), line('E-L11')],
	ended: [],
	kept: [line('E-S2/E-COPIL-03')],
	counts: { added: 0, moved: 3, ended: 0, kept: 1 },
	warnings: []
};
const meeting = (code: string, told: boolean) => ({
	code,
	committee: 'E-COPIL',
	title: code,
	day: '2020-01-23',
	state: told ? 'convened' : 'draft',
	told,
	circulatedOn: null
});

it('leaves out what falls due for a meeting nobody was told of, and counts what is left', () => {
	const meetings = [meeting('E-COPIL-02', true), meeting('E-COPIL-03', false)];
	const told = toldToAll(amended, { meetings });
	expect(told.moved.map((one) => one.key)).toEqual(['E-S3/E-COPIL-02', 'E-L11']);
	expect(told.kept).toEqual([]);
	expect(told.counts).toEqual({ added: 0, moved: 2, ended: 0, kept: 0 });
	expect(toldToAll(amended, { meetings: [meeting('E-COPIL-02', true)] })).toBe(amended);
});
