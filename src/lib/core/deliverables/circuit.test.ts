import { describe, expect, it } from 'vitest';
import { circuit, movesFrom, states, type MoveName, type State } from './circuit.ts';

const names = (state: State, hasBody = true) => movesFrom(state, hasBody).map((m) => m.move);

describe('the circuit', () => {
	it('ends where it ends', () => {
		for (const state of [
			'admitted',
			'admitted_with_reduction',
			'adjourned',
			'rejected',
			'superseded'
		] as const)
			expect(names(state)).toEqual([]);
	});
	it('has one way per move and state, between known states', () => {
		const keys = circuit.map((m) => `${m.from} ${m.move}`);
		expect(new Set(keys).size).toBe(keys.length);
		for (const m of circuit) expect(states).toContain(m.to);
	});
	it('admits nothing the body has not endorsed, where there is a body', () => {
		for (const state of ['submitted', 'not_endorsed'] as const) {
			expect(names(state)).not.toContain('admit');
			expect(names(state)).not.toContain('reduce');
		}
		expect(names('endorsed')).toContain('admit');
	});
	it('lets the client decide at once where the contract names no body, and nobody endorse', () => {
		expect(names('submitted', false)).toEqual(['admit', 'reduce', 'adjourn', 'reject', 'supersede']);
	});
	it('keeps an endorsed version from being replaced before the decision', () => {
		expect(names('endorsed')).not.toContain('supersede');
	});
	it('asks reasons of every decision but an admission', () => {
		const needs = (move: MoveName) => movesFrom('endorsed', true).find((m) => m.move === move)?.needs;
		expect(needs('admit')).toEqual([]);
		for (const move of ['adjourn', 'reduce', 'reject'] as const) expect(needs(move)).toContain('reasons');
		expect(needs('reduce')).toContain('reduction');
	});
});
