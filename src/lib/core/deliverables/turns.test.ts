import { describe, expect, it } from 'vitest';
import type { State } from './circuit.ts';
import { states } from './circuit.ts';
import { allowedMoves, isMine, mayHandIn, mayVote, nextAct, whoseTurn, type Actor } from './turns.ts';

const nobody: Actor = { roles: [], seats: [], signs: false, isContractor: false };
const chair: Actor = { ...nobody, roles: ['committee_chair'], seats: ['chair'] };
const member: Actor = { ...nobody, roles: ['committee_member'], seats: ['member'] };
const signatory: Actor = { ...nobody, roles: ['client_signatory'], signs: true };
const consultant: Actor = { ...nobody, roles: ['consultant'], isContractor: true };
const observer: Actor = { ...nobody, roles: ['observer'] };
const manager: Actor = { ...nobody, roles: ['client_manager'] };
const none = { voted: false, votes: 0 };
const at = (state: State | null, hasBody = true) => ({ state, hasBody });

describe('whose turn', () => {
	it('says it for every state', () => {
		expect(states.map((state) => whoseTurn(at(state)))).toEqual([
			'body',
			'signatory',
			'signatory',
			'signatory',
			'nobody',
			'nobody',
			'contractor',
			'contractor',
			'contractor'
		]);
		expect(whoseTurn(at(null))).toBe('contractor');
		expect(whoseTurn(at('submitted', false))).toBe('signatory');
	});
});

describe('what a person may do', () => {
	it('gives an observer and the project manager nothing', () => {
		for (const state of [null, ...states])
			for (const who of [observer, manager]) {
				expect(allowedMoves(at(state), who)).toEqual([]);
				expect(mayVote(at(state), who) || mayHandIn(at(state), who)).toBe(false);
				expect(nextAct(at(state), who, { voted: false, votes: 3 })).toBeNull();
			}
	});
	it('never lets the contractor judge its own work, whatever seats it holds', () => {
		const both: Actor = { ...consultant, seats: ['chair', 'member'], signs: true };
		for (const state of states) {
			expect(mayVote(at(state), both)).toBe(false);
			expect(allowedMoves(at(state), both).every((m) => m.by === 'contractor')).toBe(true);
		}
	});
	it('lets a member vote while the version is under verification, and no longer', () => {
		expect(mayVote(at('submitted'), member)).toBe(true);
		expect(mayVote(at('endorsed'), member)).toBe(false);
		expect(allowedMoves(at('submitted'), member)).toEqual([]);
	});
	it('lets the contractor hand in first, again, and after an adjournment, not over an endorsement', () => {
		for (const state of [
			null,
			'submitted',
			'adjourned',
			'rejected',
			'not_endorsed',
			'endorsed_with_reserves'
		] as const)
			expect(mayHandIn(at(state), consultant), String(state)).toBe(true);
		for (const state of ['endorsed', 'admitted', 'admitted_with_reduction'] as const)
			expect(mayHandIn(at(state), consultant), state).toBe(false);
	});
});

describe('the next act', () => {
	it('asks the chair for a vote, then for the body’s opinion', () => {
		expect(nextAct(at('submitted'), chair, none)).toBe('vote');
		expect(nextAct(at('submitted'), chair, { voted: true, votes: 1 })).toBe('endorse');
		expect(nextAct(at('submitted'), member, { voted: true, votes: 1 })).toBeNull();
	});
	it('asks who signs only once the body has spoken', () => {
		expect(nextAct(at('submitted'), signatory, none)).toBeNull();
		expect(nextAct(at('submitted', false), signatory, none)).toBe('decide');
		for (const state of ['endorsed', 'endorsed_with_reserves', 'not_endorsed'] as const)
			expect(nextAct(at(state), signatory, none)).toBe('decide');
	});
	it('counts as mine what has a next act', () => {
		expect(isMine(at(null), consultant, none)).toBe(true);
		expect(isMine(at('submitted'), consultant, none)).toBe(false);
		expect(isMine(at('admitted'), signatory, none)).toBe(false);
	});
});
