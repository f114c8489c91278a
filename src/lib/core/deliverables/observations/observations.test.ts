import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endorseInput } from '../inputs.ts';
import { states } from '../circuit.ts';
import { blocking, mayMove, mayObserve, unanswered, type Reader } from './checks.ts';
import {
	after,
	answers,
	isOpen,
	observationCircuit,
	observationKinds,
	observationStates,
	severities,
	severitiesOf,
	type ObservationMove,
	type ObservationState
} from './circuit.ts';
import { countObservations, keepObservations, readObservationQuery } from './counts.ts';
import { answerInput, checkInput, numberInput, observeInput, readLines } from './inputs.ts';
import { linesOf, observationNumber } from './numbering.ts';
import { lastAnswer, lastCheck, type ObservationView } from './view.ts';

const moves: ObservationMove[] = ['answer', 'lift', 'maintain', 'withdraw', 'correct'];
const one = (more: Partial<ObservationView> = {}): ObservationView => ({
	...{
		id: 'a',
		number: 'OBS-E-L11-01',
		kind: 'reserve',
		severity: 'blocking',
		state: 'open',
		version: '1.0'
	},
	...{ file: null, place: '', wording: 'Compléter', by: 'B. Delaunay', mine: false, body: null },
	...{
		at: '2019-12-02T10:00:00Z',
		day: '2019-12-02',
		answer: null,
		answerVersion: null,
		read: 1,
		acts: []
	},
	...more
});
const chair: Reader = { roles: ['committee_chair'], seats: ['chair'], isContractor: false };
const member: Reader = { roles: ['committee_member'], seats: ['member'], isContractor: false };
const manager: Reader = { roles: ['client_manager'], seats: [], isContractor: false };
const lead: Reader = { roles: ['contractor_lead'], seats: [], isContractor: true };
const observer: Reader = { roles: ['observer'], seats: [], isContractor: false };

describe('the way of an observation', () => {
	it('is answered before it is lifted, and ends lifted or withdrawn', () => {
		expect(after('open', 'lift')).toBeNull();
		expect(after('open', 'maintain')).toBeNull();
		expect(after('answered', 'withdraw')).toBeNull();
		for (const state of ['lifted', 'withdrawn'] as const)
			for (const move of moves) expect(after(state, move)).toBeNull();
		const keys = observationCircuit.map((m) => `${m.from} ${m.move}`);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('walked at random by random persons, is never lifted without an answer nor by the contractor', () => {
		const who = fc.constantFrom(chair, member, manager, lead, observer);
		const step = fc.record({
			who,
			move: fc.constantFrom(...moves),
			answer: fc.constantFrom(...answers),
			handIn: fc.boolean(),
			mine: fc.boolean()
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, ofBody) => {
				let o = one({ body: ofBody ? 'COPIL' : null });
				let answered = false;
				for (const { who: person, move, answer, handIn, mine } of steps) {
					if (
						handIn &&
						unanswered([o]).length === 0 &&
						o.state === 'answered' &&
						o.answer !== 'refused'
					)
						o = { ...o, answerVersion: '1.1' };
					const seen = { ...o, mine };
					if (!mayMove(seen, move, 'submitted', person)) continue;
					if (move === 'answer') {
						expect(person.isContractor).toBe(true);
						answered = true;
						o = { ...o, answer, answerVersion: null };
					} else expect(person.isContractor).toBe(false);
					if (move === 'lift') {
						expect(answered).toBe(true);
						expect(
							o.state === 'maintained' || o.answer === 'refused' || o.answerVersion
						).toBeTruthy();
						if (ofBody) expect(person.seats).toContain('chair');
					}
					if (move === 'withdraw') expect(answered).toBe(false);
					const before: ObservationState = o.state;
					o = { ...o, state: after(before, move)! };
					expect(isOpen(before)).toBe(true);
				}
			}),
			{ numRuns: 300 }
		);
	});
});

describe('who may', () => {
	it('observes: the client’s side, on a version nobody has decided on', () => {
		for (const who of [chair, member, manager, { ...manager, roles: ['technical_member' as const] }])
			expect(mayObserve('submitted', who)).toBe(true);
		for (const who of [lead, observer]) expect(mayObserve('submitted', who)).toBe(false);
		for (const state of [...states, null])
			expect(mayObserve(state, manager)).toBe(
				['submitted', 'endorsed', 'endorsed_with_reserves', 'not_endorsed'].includes(state ?? '')
			);
	});
	it('what a body said is its chair’s; the rest its author’s, the manager’s and the chair’s', () => {
		const answered = { state: 'answered', answer: 'refused' } as const;
		const may = (o: Partial<ObservationView>, who: Reader) =>
			mayMove(one({ ...answered, ...o }), 'lift', 'submitted', who);
		expect([chair, member, manager, lead, observer].map((who) => may({ body: 'COPIL' }, who))).toEqual([
			...[true, false, false, false, false]
		]);
		expect([chair, member, manager, lead, observer].map((who) => may({}, who))).toEqual([
			...[true, false, true, false, false]
		]);
		expect(may({ mine: true }, member)).toBe(true);
		expect(may({ mine: true }, observer)).toBe(false);
	});
	it('an accepted answer is lifted once a version carries it, or when none can follow', () => {
		const promised = one({ state: 'answered', answer: 'accepted' });
		expect(mayMove(promised, 'lift', 'submitted', chair)).toBe(false);
		expect(mayMove(promised, 'maintain', 'submitted', chair)).toBe(true);
		expect(mayMove({ ...promised, answerVersion: '1.1' }, 'lift', 'submitted', chair)).toBe(true);
		expect(mayMove(promised, 'lift', 'admitted', chair)).toBe(true);
	});
	it('only a blocking one that still stands blocks', () => {
		expect(blocking([one(), one({ number: 'x', severity: 'major' })])).toEqual(['OBS-E-L11-01']);
		for (const state of observationStates)
			expect(blocking([one({ state })]).length).toBe(isOpen(state) ? 1 : 0);
	});
});

describe('numbers, lines and counts', () => {
	it('numbers per deliverable, never shorter than two digits', () => {
		expect(observationNumber('E-L11', 3)).toBe('OBS-E-L11-03');
		expect(observationNumber('E-L11', 120)).toBe('OBS-E-L11-120');
	});
	it('reads one reserve per line', () => {
		expect(linesOf('- Compléter la carte\r\n\n  • Citer les sources ')).toEqual([
			'Compléter la carte',
			'Citer les sources'
		]);
		expect(readLines('Une\nDeux', ['major', 'minor'])).toEqual([
			{ wording: 'Une', severity: 'major' },
			{ wording: 'Deux', severity: 'minor' }
		]);
		expect(readLines(' \n', [])).toBe('wording_missing');
		for (const chosen of [['major'], ['major', ''], ['major', 'grave'], ['major', 'minor', 'minor']])
			expect(readLines('Une\nDeux', chosen)).toBe('severity_missing');
		expect(readLines('x'.repeat(4001), ['major'])).toBe('too_long');
	});
	it('counts each once, by state, and by severity while it stands', () => {
		const state = fc.constantFrom(...observationStates);
		const severity = fc.constantFrom(...severities);
		fc.assert(
			fc.property(fc.array(fc.record({ state, severity })), (list) => {
				const counts = countObservations(list);
				const sum = (of: Record<string, number>) => Object.values(of).reduce((a, b) => a + b, 0);
				expect(sum(counts.state)).toBe(list.length);
				expect(sum(counts.severity)).toBe(counts.open);
				expect(counts.open).toBe(list.length - counts.state.lifted - counts.state.withdrawn);
			})
		);
	});
	it('keeps what the address asks for', () => {
		const list = [one(), one({ version: '1.1', severity: 'minor', state: 'lifted' })];
		const keep = (query: string) =>
			keepObservations(list, readObservationQuery(new URLSearchParams(query))).map((o) => o.version);
		expect(keep('')).toEqual(['1.0', '1.1']);
		expect(keep('version=1.1')).toEqual(['1.1']);
		expect(keep('severity=blocking')).toEqual(['1.0']);
		expect(keep('state=standing')).toEqual(['1.0']);
		expect(keep('state=lifted&version=1.0')).toEqual([]);
		expect(keep('state=nimporte&version=x&severity=y')).toEqual(['1.0', '1.1']);
	});
	it('finds the last answer and the last check', () => {
		const act = (kind: 'answered' | 'maintained' | 'corrected', words: string) => ({
			...{ kind, words, answer: null, was: null, version: null, by: null, at: '', day: '2019-12-02' }
		});
		const o = one({ acts: [act('answered', 'un'), act('maintained', 'non'), act('corrected', '')] });
		expect([lastAnswer(o)?.words, lastCheck(o)?.words]).toEqual(['un', 'non']);
		expect(lastCheck({ ...o, acts: [...o.acts, act('answered', 'deux')] })).toBeNull();
		expect(lastAnswer(one())).toBeNull();
	});
});

describe('the forms', () => {
	const seen = { version: '0f0f0f0f-0000-4000-8000-000000000001', seen: 'a'.repeat(64) };
	const codes = (result: { error?: { issues: { message: string }[] } }) =>
		result.error?.issues.map((issue) => issue.message) ?? [];
	it('lets only a reserve be blocking', () => {
		for (const kind of observationKinds)
			for (const severity of severities) {
				const read = observeInput.safeParse({ ...seen, kind, severity, wording: 'x' });
				expect(read.success).toBe(severitiesOf(kind).includes(severity));
			}
		const bare = { ...seen, kind: 'reserve', wording: ' ' };
		expect(codes(observeInput.safeParse(bare))).toEqual(['severity_missing', 'wording_missing']);
	});
	it('asks why of what is not accepted, and of what is maintained', () => {
		const id = '0f0f0f0f-0000-4000-8000-000000000002';
		for (const answer of answers)
			expect(codes(answerInput.safeParse({ id, read: '1', answer, words: ' ' }))).toEqual(
				answer === 'accepted' ? [] : ['reason_missing']
			);
		const check = (verdict: string) => checkInput.safeParse({ id, read: 1, ...seen, verdict, words: '' });
		expect(codes(check('lifted'))).toEqual([]);
		expect(codes(check('maintained'))).toEqual(['reason_missing']);
	});
	it('numbers the lines of an endorsement only when a severity was chosen for each', () => {
		const given = { ...seen, outcome: 'endorsed_with_reserves', reserves: 'Une\nDeux', meeting: '' };
		expect(endorseInput.parse(given)).toMatchObject({ lines: null, reserves: 'Une\nDeux' });
		expect(endorseInput.parse({ ...given, severities: ['major', 'blocking'] }).lines).toHaveLength(2);
		expect(endorseInput.parse({ ...given, reserves: 'Une', severities: 'minor' }).lines).toEqual([
			{ wording: 'Une', severity: 'minor' }
		]);
		expect(codes(endorseInput.safeParse({ ...given, severities: ['major', ''] }))).toEqual([
			'severity_missing'
		]);
		expect(endorseInput.parse({ ...given, outcome: 'endorsed', severities: ['x'] }).lines).toBeNull();
		expect(codes(numberInput.safeParse({ version: seen.version, reserves: '' }))).toEqual([
			'wording_missing'
		]);
	});
});
