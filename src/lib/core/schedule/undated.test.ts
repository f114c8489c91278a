import { describe, expect, it } from 'vitest';
import { minimalContract } from '../contract/minimal.fixture.ts';
import { contractSchema } from '../contract/schema.ts';
import { whyUndated } from './undated.ts';

const draft = minimalContract();
const contract = contractSchema.parse({
	...draft,
	anchors: [
		...draft.anchors,
		{ name: 'seminaire', label: 'Séminaire', tbd: '« A déterminer » dans le plan.' }
	],
	events: [{ name: 'formation', label: 'Séance de formation' }],
	milestones: [
		{ code: 'X-M9', title: 'Forum', kind: 'floating', rule: { tbd: true, why: 'Planning à arrêter.' } }
	]
});
const why = (...rules: Parameters<typeof whyUndated>[1]) =>
	whyUndated(contract, rules, { notification: '2019-10-29', seminaire: null });

describe('why a line has no date', () => {
	it('is the reason its own rule gives', () => {
		expect(why({ tbd: true, why: 'La barre est perdue.' })).toEqual({ text: 'La barre est perdue.' });
	});
	it('is the reason the anchor gives that it counts from', () => {
		expect(why({ on: 'notification' }, { on: 'seminaire' })).toEqual({
			text: '« A déterminer » dans le plan.'
		});
	});
	it('is the event it waits for, in words', () => {
		expect(why({ strictly_before: 'X-M9' })).toEqual({ event: 'X-M9 Forum' });
		expect(why({ strictly_before: 'formation' })).toEqual({ event: 'Séance de formation' });
		expect(why({ on: 'meeting:copil' })).toEqual({ event: 'meeting:copil' });
	});
	it('is nothing when every event has its day', () => {
		expect(why({ on: 'notification' }, { by: '2020-01-01' })).toBeNull();
	});
});
