import { expect, it } from 'vitest';
import { rulesInput } from './bodies/inputs.ts';
import { bodyRulesSchema, crpaModel, rulesOf } from './rules.ts';

it('what is not understood is left out, never guessed', () => {
	expect(rulesOf(null)).toEqual({});
	expect(rulesOf([])).toEqual({});
	expect(
		rulesOf({
			quorum: { share: 'third' },
			voting: { rule: 'majority', casting: true },
			source: '  ',
			other: 1
		})
	).toEqual({ voting: { rule: 'majority', casting: true } });
	expect(rulesOf({ ...crpaModel, source: ' COPIL ' })).toEqual({ ...crpaModel, source: 'COPIL' });
});

it('the model is sound and says nothing of the secretary nor of the minutes', () => {
	expect(bodyRulesSchema.parse(crpaModel)).toEqual(crpaModel);
	expect(Object.keys(crpaModel)).toEqual(['convening', 'quorum', 'second', 'voting']);
});

it('a form’s empty fields ask nothing; half-filled ones are told by their field', () => {
	const form = { version: '2', source: 'COPIL n° 1' };
	expect(rulesInput.parse({ ...form, convening: '', quorum: '' })).toEqual({
		version: 2,
		rules: { source: 'COPIL n° 1' }
	});
	expect(
		rulesInput.parse({
			...form,
			quorum: 'count',
			quorumCount: '4',
			approval: 'silence',
			approvalDays: '15'
		}).rules
	).toEqual({ source: 'COPIL n° 1', quorum: { count: 4 }, approval: { how: 'silence', days: 15 } });
	for (const [field, half] of [
		['quorumCount', { quorum: 'count' }],
		['approvalDays', { approval: 'silence' }],
		['source', { source: ' ' }],
		['convening', { convening: '0' }]
	] as const) {
		const read = rulesInput.safeParse({ ...form, ...half });
		expect([field, read.error?.issues[0]?.path[0]]).toEqual([field, field]);
	}
});
