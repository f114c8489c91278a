import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceContract } from '../../obligations/mission.fixture.ts';
import { rework, type MissionFacts } from '../../obligations/follow/rework.ts';
import { proofOf } from '../../obligations/follow/fulfil.ts';
import type { FollowAct, StoredOccurrence } from '../../obligations/follow/world.ts';
import { addDays } from '../../calendar/days.ts';
import { contentOf } from '../../creation/content.ts';
import { applyChanges } from '../amend/apply.ts';
import type { Change } from '../amend/changes.ts';
import { countsOf, extendables } from '../amend/targets.ts';
import { contractSchema, type Contract } from '../schema.ts';
import { compareContracts } from './compare.ts';
import { hasEffects } from './effects.ts';
import { compareParts } from './parts.ts';

const told = { notification: '2022-11-15', start: '2022-11-30' };
const meeting = (code: string, committee: string, day: string, state = 'convened') => ({
	...{ code, committee, title: code, day, state, told: true },
	circulatedOn: null
});
const mission = (contract: Contract, acts: FollowAct[] = []): MissionFacts => {
	const content = contentOf(contract, told);
	return {
		contract,
		anchors: content.anchors,
		world: {
			meetings: [
				meeting('X-COPIL-01', 'X-COPIL', '2023-02-28'),
				meeting('X-CSP-01', 'X-CSP', '2023-01-10', 'held')
			],
			milestones: content.milestones.map((one) => ({
				code: one.code,
				dueOn: one.due_on,
				doneOn: null,
				fixed: one.is_fixed
			})),
			versions: [],
			reports: [],
			acts
		}
	};
};
const stored = (facts: MissionFacts): StoredOccurrence[] =>
	rework(facts, []).planned.map((one) => ({
		...{ key: one.key, duty: one.duty.key, source: one.duty.source, proof: proofOf(one.duty) },
		...{
			period: one.period,
			happening: one.meeting,
			countsFrom: one.from,
			k: one.k,
			rule: one.duty.rule
		},
		...{ state: one.state, ended: false, nominal: one.nominal, due: one.due, advised: one.advised }
	}));
const waived = (row: StoredOccurrence, index = 0): FollowAct => ({
	...{ id: `a${index}`, key: row.key, duty: row.duty, kind: 'waived', on: '2022-12-01', reason: 'inutile' },
	...{ days: null, fileName: null, missionDay: '2022-12-01' }
});

const contract = serviceContract();
const facts = mission(contract);
const rows = stored(facts);
const act = 'Avenant n° 1 du 2023-01-02';
const amended = (...changes: Change[]) =>
	contractSchema.parse(applyChanges(contract, facts.anchors, changes, act));
const moves = (list: readonly { key: string; from: string | null; to: string | null }[]) =>
	list.map(({ key, from, to }) => [key, from, to]);

/** Any change the form can make of this contract. */
const anyChange = (): fc.Arbitrary<Change> => {
	const day = fc.integer({ min: -400, max: 900 }).map((days) => addDays('2023-06-01', days));
	const codes = extendables(contract, facts.anchors).map((one) => one.code);
	const targets = countsOf(contract).map((one) => one.target);
	return fc.oneof(
		fc.record({ kind: fc.constant('extend' as const), code: fc.constantFrom(...codes), on: day }),
		fc.record({
			kind: fc.constant('event' as const),
			name: fc.constantFrom('notification', 'start'),
			on: day
		}),
		fc.record({
			kind: fc.constant('count' as const),
			target: fc.constantFrom(...targets),
			value: fc.integer({ min: 1, max: 12 })
		}),
		fc.record({ kind: fc.constant('renew' as const), on: day })
	);
};

describe('the same contract twice', () => {
	it('changes nothing at all, in whatever order its fields are written', () => {
		const again = contractSchema.parse(
			JSON.parse(JSON.stringify(contract, Object.keys(flatten(contract)).sort().reverse()))
		);
		for (const other of [structuredClone(contract), again]) {
			const { amended: seen, effects } = compareContracts(facts, rows, other);
			expect(seen).toEqual({
				...{ parts: [], plan: [], added: [], moved: [], ended: [], kept: [] },
				counts: { added: 0, moved: 0, ended: 0, kept: 0 },
				warnings: []
			});
			expect(hasEffects(effects)).toBe(false);
		}
	});
	it('after any change, applied and compared again, changes nothing more', () => {
		fc.assert(
			fc.property(anyChange(), (change) => {
				const next = amended(change);
				const first = compareContracts(facts, rows, next);
				const after: MissionFacts = {
					contract: next,
					anchors: first.anchors,
					world: {
						...facts.world,
						milestones: contentOf(next, first.anchors).milestones.map((one) => ({
							...{ code: one.code, dueOn: one.due_on, doneOn: null, fixed: one.is_fixed }
						}))
					}
				};
				const second = compareContracts(after, stored(after), structuredClone(next));
				expect([second.amended.counts, hasEffects(second.effects)]).toEqual([
					{ added: 0, moved: 0, ended: 0, kept: 0 },
					false
				]);
			}),
			{ numRuns: 25 }
		);
	});
});

describe('what is done', () => {
	it('is never moved nor ended, whatever the change and whatever is done', () => {
		fc.assert(
			fc.property(
				anyChange(),
				fc.uniqueArray(fc.integer({ min: 0, max: rows.length - 1 }), { minLength: 1, maxLength: 40 }),
				(change, picked) => {
					const acts = picked.map((index) => waived(rows[index]!, index));
					const keys = new Set(acts.map((one) => one.key));
					const { amended: seen } = compareContracts(
						mission(contract, acts),
						rows,
						amended(change)
					);
					for (const one of [...seen.moved, ...seen.ended, ...seen.added])
						expect(keys.has(one.key)).toBe(false);
				}
			),
			{ numRuns: 40 }
		);
	});
	it('is said to stay, with the date it keeps', () => {
		const row = rows.find((one) => one.key === 'X-S1/X-COPIL-01')!;
		const count = countsOf(contract).find((one) => one.target.startsWith('obligations/X-S1/'))!;
		const change: Change = { kind: 'count', target: count.target, value: count.value + 5 };
		const free = compareContracts(facts, rows, amended(change)).amended;
		expect(moves(free.moved)).toContainEqual([row.key, row.due, addDays(row.due!, -5)]);
		const kept = compareContracts(mission(contract, [waived(row)]), rows, amended(change)).amended;
		expect(moves(kept.kept)).toContainEqual([row.key, row.due, row.due]);
		expect(kept.moved.some((one) => one.key === row.key)).toBe(false);
	});
	it('a milestone that was reached stays where it stood', () => {
		const reached: MissionFacts = structuredClone(facts);
		reached.world.milestones.find((one) => one.code === 'X-M1')!.doneOn = '2025-11-30';
		const { amended: seen } = compareContracts(
			reached,
			rows,
			amended({ kind: 'renew', on: '2026-06-30' })
		);
		expect(seen.plan.map((one) => one.code)).toEqual(['X-P1']);
		expect(seen.moved.some((one) => one.key === 'X-M1')).toBe(false);
	});
});

describe('each change by form', () => {
	it('renews: the contract, its phase and what repeats go on', () => {
		const {
			amended: seen,
			anchors,
			effects
		} = compareContracts(facts, rows, amended({ kind: 'renew', on: '2026-11-30' }));
		expect(anchors.end).toBe('2026-11-30');
		expect(seen.plan[0]).toMatchObject({
			code: 'X-P1',
			from: ['2022-11-30', '2025-11-30'],
			to: ['2022-11-30', '2026-11-30']
		});
		// The calendar is confirmed until 2025: what is added after says so, once a year.
		expect(seen.warnings).toEqual([expect.stringContaining('2026'), expect.stringContaining('2027')]);
		expect(seen.counts.added).toBeGreaterThan(365);
		expect(seen.counts.ended).toBe(0);
		expect(effects.phases).toMatchObject([{ code: 'X-P1', ends_on: '2026-11-30' }]);
	});
	it('stages one deliverable: a first version, then an amended one', () => {
		const steps = [
			{ label: 'Première version', on: '2023-07-10' },
			{ label: 'Version amendée', on: '2023-07-31' }
		];
		const next = amended({ kind: 'stages', code: 'X-L1', steps });
		const { amended: seen, effects } = compareContracts(facts, rows, next);
		expect(moves(seen.moved)).toEqual([
			['X-L1/step-1', '2023-06-14', '2023-07-10'],
			['X-L1/step-2', '2023-06-29', '2023-07-31']
		]);
		expect(effects.deliverables).toMatchObject([{ code: 'X-L1', due_on: '2023-07-31' }]);
		expect(next.deliverables[0]!.notes.at(-1)).toContain(act);
	});
	it('adds a deliverable, which the client may bring', () => {
		const one = { kind: 'deliverable' as const, code: 'X-L9', title: 'Jeu de données', phase: 'X-P1' };
		const next = amended({ ...one, owner: 'client', committee: null, on: '2023-09-01' });
		const { amended: seen, effects } = compareContracts(facts, rows, next);
		expect(moves(seen.added)).toEqual([['X-L9', null, '2023-09-01']]);
		expect(seen.parts).toEqual([
			{ part: 'deliverables', code: 'X-L9', title: 'Jeu de données', what: 'added', fields: [] }
		]);
		expect(effects.deliverables.map((row) => row['code'])).toEqual(['X-L9']);
		expect(next.deliverables.at(-1)).toMatchObject({ owner: 'client', clause: { ref: act } });
	});
	it('gives a duty another owner and moves nothing', () => {
		const next = amended({ kind: 'owner', code: 'X-L1', owner: 'client' });
		const { amended: seen } = compareContracts(facts, rows, next);
		expect(seen.counts).toEqual({ added: 0, moved: 0, ended: 0, kept: 0 });
		expect(seen.parts).toMatchObject([{ code: 'X-L1', what: 'changed', fields: ['notes', 'owner'] }]);
	});
	it('extends what falls due once and leaves nothing to be read in two ways', () => {
		const next = amended({ kind: 'extend', code: 'X-L1', on: '2023-08-15' });
		expect(next.deliverables[0]).toMatchObject({ rule: { by: '2023-08-15' }, alternatives: [] });
		expect(moves(compareContracts(facts, rows, next).amended.moved)).toContainEqual([
			'X-L1/step-2',
			'2023-06-29',
			'2023-08-15'
		]);
	});
	it('refuses what the contract does not have, and a code that is taken', () => {
		for (const change of [
			{ kind: 'extend', code: 'X-NON', on: '2023-01-01' },
			{ kind: 'event', name: 'absent', on: '2023-01-01' },
			{ kind: 'count', target: 'obligations/X-NON/rule/count', value: 2 },
			{ kind: 'owner', code: 'X-NON', owner: 'client' }
		] as Change[])
			expect(() => amended(change)).toThrow(expect.objectContaining({ code: 'choice_missing' }));
		const taken = { kind: 'deliverable' as const, code: 'X-L1', title: 'Deux', phase: 'X-P1' };
		expect(() => amended({ ...taken, owner: 'contractor', committee: null, on: null })).toThrow(
			/déjà pris/
		);
	});
});

describe('another file', () => {
	it('tells part by part what it says otherwise', () => {
		const next = structuredClone(contract);
		next.obligations = next.obligations.filter((one) => one.code !== 'X-D3');
		next.title = 'Autre titre';
		next.volumes = [{ key: 'sites', label: 'Sites', minimum: 50, notes: [] }];
		expect(compareParts(contract, next)).toEqual([
			{ part: 'obligations', code: 'X-D3', title: 'Obligation X-D3', what: 'ended', fields: [] },
			{ part: 'volumes', code: 'sites', title: 'Sites', what: 'added', fields: [] },
			{ part: 'mission', code: '', title: 'Autre titre', what: 'changed', fields: ['title'] }
		]);
		const { amended: seen } = compareContracts(facts, rows, next);
		expect(new Set(seen.ended.map((one) => one.code))).toEqual(new Set(['X-D3']));
		// What repeats is told once, with its count and its last day.
		const last = rows.filter((one) => one.duty === 'X-D3').at(-1)!;
		expect(seen.ended).toMatchObject([{ times: seen.counts.ended, until: last.due }]);
		expect(seen.counts.ended).toBe(rows.filter((one) => one.duty === 'X-D3').length);
	});
	it('a day it writes itself wins over the one that was told', () => {
		const next = structuredClone(contract);
		const start = next.anchors.find((one) => one.name === 'start')!;
		start.day = '2022-12-15';
		delete start.tbd;
		expect(compareContracts(facts, rows, next).anchors).toMatchObject({
			start: '2022-12-15',
			end: '2025-12-15',
			notification: '2022-11-15'
		});
	});
});

/** The names of all fields of a value, for writing it in another order. */
function flatten(value: unknown, names: Record<string, true> = {}): Record<string, true> {
	if (typeof value !== 'object' || value === null) return names;
	for (const [name, inner] of Object.entries(value)) {
		names[name] = true;
		flatten(inner, names);
	}
	return names;
}
