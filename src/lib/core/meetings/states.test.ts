import { describe, expect, it } from 'vitest';
import { hasMinutes, mayEdit, meetingStates, movesFrom, needsReason } from './states.ts';

describe('who may type', () => {
	it('nobody once the minutes went out or the meeting is cancelled', () => {
		for (const state of ['circulated', 'approved', 'cancelled'] as const)
			for (const role of ['client_manager', 'contractor_lead', 'consultant'] as const)
				expect(mayEdit(state, [role]), `${state} ${role}`).toBe(false);
	});
	it('the contractor from the opening of the session only, observers and members never', () => {
		expect(meetingStates.filter((s) => mayEdit(s, ['consultant']))).toEqual(['in_session', 'held']);
		expect(meetingStates.filter((s) => mayEdit(s, ['contractor_lead']))).toEqual(['in_session', 'held']);
		for (const role of ['observer', 'committee_chair', 'technical_member', 'client_signatory'] as const)
			expect(
				meetingStates.some((s) => mayEdit(s, [role])),
				role
			).toBe(false);
	});
	it('the project manager until they go out', () => {
		expect(meetingStates.filter((s) => mayEdit(s, ['client_manager']))).toEqual([
			'draft',
			'convened',
			'in_session',
			'held'
		]);
	});
});

it('goes one way from draft to approved, and approved and cancelled are ends', () => {
	const way = ['draft'] as (typeof meetingStates)[number][];
	for (let next = movesFrom('draft').next; next; next = movesFrom(next).next) way.push(next);
	expect(way).toEqual(['draft', 'convened', 'in_session', 'held', 'circulated', 'approved']);
	expect(movesFrom('cancelled')).toEqual({ next: null, also: [] });
});

it('asks a reason only where people were already told', () => {
	expect(needsReason('convened', 'cancelled')).toBe(true);
	expect(needsReason('circulated', 'held')).toBe(true);
	expect(needsReason('draft', 'cancelled')).toBe(false);
	expect(needsReason('in_session', 'held')).toBe(false);
});

it('has minutes from the opening of the session', () => {
	expect(meetingStates.filter(hasMinutes)).toEqual(['in_session', 'held', 'circulated', 'approved']);
});
