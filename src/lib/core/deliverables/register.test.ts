import { describe, expect, it } from 'vitest';
import { deadlineOf } from './deadline.ts';
import { decideInput, handInInput, voteInput } from './inputs.ts';
import { decisionKey, stateKey } from './labels.ts';
import { nextNumber } from './numbering.ts';
import { arrange, readLines, readQuery, writeQuery } from './register.ts';
import type { RegisterRow } from './view.ts';

const row = (code: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
	id: code,
	code,
	title: code,
	position: Number(code.replace(/\D/g, '')),
	dueOn: '2020-01-28',
	phase: 'E-P1',
	phaseTitle: 'Un',
	phasePosition: 0,
	body: 'COPIL',
	seats: [],
	version: null,
	state: null,
	submittedOn: null,
	firstOn: null,
	voted: false,
	votes: 0,
	drafts: 0,
	observations: 0,
	blocking: 0,
	...more
});
const reader = { roles: ['consultant' as const], signs: false, isContractor: true, today: '2019-12-02' };
const lines = readLines(
	[
		row('E-L12', { dueOn: null }),
		row('E-L21', { phase: 'E-P2', phaseTitle: 'Deux', phasePosition: 1 }),
		row('E-L11', { dueOn: '2019-12-20' }),
		row('E-L13', { state: 'submitted', version: '1.0', firstOn: '2019-11-28' })
	],
	reader
);
const codes = (address: string) =>
	arrange(lines, readQuery(new URLSearchParams(address))).map((g) => g.lines.map((l) => l.code));

describe('the register’s view', () => {
	it('groups by phase in the contract’s order', () => {
		expect(codes('')).toEqual([['E-L11', 'E-L12', 'E-L13'], ['E-L21']]);
	});
	it('filters by phase, state and what is mine', () => {
		expect(codes('phase=E-P2')).toEqual([['E-L21']]);
		expect(codes('state=submitted')).toEqual([['E-L13']]);
		expect(codes('state=planned&phase=E-P1')).toEqual([['E-L11', 'E-L12']]);
		expect(codes('mine')).toEqual([['E-L11', 'E-L12'], ['E-L21']]);
		expect(codes('phase=E-P9')).toEqual([]);
	});
	it('sorts within phases, without a date last, and both ways', () => {
		expect(codes('sort=due')[0]).toEqual(['E-L11', 'E-L13', 'E-L12']);
		expect(codes('sort=-code')[0]).toEqual(['E-L13', 'E-L12', 'E-L11']);
	});
	it('survives the address, and ignores what it does not know', () => {
		for (const address of ['', '?phase=E-P1', '?mine=1&sort=-due', '?state=admitted', '?sort=-code'])
			expect(writeQuery(readQuery(new URLSearchParams(address)))).toBe(address);
		expect(readQuery(new URLSearchParams('state=perdu&sort=couleur'))).toEqual(
			readQuery(new URLSearchParams())
		);
	});
});

describe('deadlines', () => {
	const of = (dueOn: string | null, firstOn: string | null, today: string) =>
		deadlineOf({ dueOn, firstOn, state: null }, today);
	it('counts days left, and late from the day after', () => {
		expect(of('2020-01-28', null, '2020-01-28')).toEqual({ state: 'soon', kind: 'pending', days: 0 });
		expect(of('2020-01-28', null, '2020-01-29')).toEqual({ state: 'late', kind: 'pending', days: -1 });
		expect(of('2020-01-28', null, '2020-01-20').state).toBe('ontime');
		expect(of('2020-01-28', null, '2020-01-21').state).toBe('soon');
	});
	it('stops at the first hand-in', () => {
		expect(of('2020-01-28', '2020-01-28', '2020-06-01')).toEqual({ state: 'done', kind: 'met', days: 0 });
		expect(of('2020-01-28', '2020-01-31', '2020-06-01')).toEqual({
			state: 'late',
			kind: 'missed',
			days: -3
		});
		expect(
			deadlineOf({ dueOn: '2020-01-28', firstOn: '2020-01-02', state: 'adjourned' }, '2020-06-01').state
		).toBe('neutral');
	});
	it('never calls late what has no date', () => {
		expect(of(null, null, '2030-01-01')).toEqual({ state: 'neutral', kind: 'unknown', days: null });
	});
});

describe('numbers', () => {
	it('grow by the minor part, and by the major part after an adjournment or a rejection', () => {
		expect(nextNumber(null)).toBe('1.0');
		expect(nextNumber({ number: '1.9', state: 'submitted' })).toBe('1.10');
		expect(nextNumber({ number: '1.1', state: 'adjourned' })).toBe('2.0');
		expect(nextNumber({ number: '2.3', state: 'rejected' })).toBe('3.0');
		expect(nextNumber({ number: '1.0', state: 'not_endorsed' })).toBe('1.1');
		for (const state of ['endorsed', 'admitted', 'admitted_with_reduction'] as const)
			expect(nextNumber({ number: '1.0', state })).toBeNull();
	});
});

describe('words of the regime', () => {
	it('speaks of réception under 2009, approbation under a CPS, admission elsewhere', () => {
		expect(stateKey('admitted', 'ccag-pi-2009')).toBe('deliverables_state_admitted_reception');
		expect(stateKey('admitted', 'cps')).toBe('deliverables_state_admitted_approval');
		expect(stateKey('admitted', 'unknown')).toBe('deliverables_state_admitted');
		expect(stateKey(null, 'cps')).toBe('deliverables_state_planned');
		expect(decisionKey('reject', 'ccag-pi-2009')).toBe('deliverables_decision_reject');
	});
});

describe('forms', () => {
	const seen = { version: '3f2b8c1e-5d4a-4e6f-9a7b-1c2d3e4f5a6b', seen: 'a'.repeat(64) };
	const codesOf = (read: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
		read.error?.issues.map((i) => `${i.path.join('.')} ${i.message}`);
	it('ask a reason of reserves and refusals', () => {
		expect(codesOf(voteInput.safeParse({ ...seen, choice: 'refuse', reason: ' ' }))).toEqual([
			'reason reason_missing'
		]);
		expect(voteInput.safeParse({ ...seen, choice: 'approve' }).success).toBe(true);
		expect(codesOf(voteInput.safeParse({ ...seen }))).toEqual(['choice choice_missing']);
		expect(codesOf(decideInput.safeParse({ ...seen, kind: 'reduce', reasons: 'x' }))).toEqual([
			'reduction reduction_missing'
		]);
	});
	it('take one file or several, and none is said so', () => {
		const id = '3f2b8c1e-5d4a-4e6f-9a7b-1c2d3e4f5a6b';
		expect(handInInput.parse({ files: id }).files).toEqual([id]);
		expect(handInInput.parse({ files: [id, id] }).files).toHaveLength(2);
		expect(codesOf(handInInput.safeParse({}))).toEqual(['files no_file']);
	});
});
