import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { addDays } from '#core/calendar/days.ts';
import { analyse } from './analyse.ts';
import { breaksOf } from './breaks.ts';
import { graphOf } from './pass/graph.ts';
import { link, node } from './network.fixture.ts';
import { replan, type PlanEdit } from './replan.ts';
import { isHeld, standingOf, workDaysAround } from './pass/standing.ts';
import type { Link, Move, PlanNode } from './types.ts';

const france = makeCalendar('FR');
const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2019-10-01', n));
const constraint = fc.option(
	fc.record({ kind: fc.constantFrom('must_start', 'not_before', 'not_after'), day }),
	{ freq: 4, nil: null }
);

/** A plan without a circle: links go from earlier lines of the list to later ones. */
const plans = fc
	.record({
		lines: fc.array(
			fc.record({
				startsOn: day,
				length: fc.nat(20),
				point: fc.boolean(),
				fate: fc.constantFrom('free', 'free', 'free', 'free', 'pinned', 'begun', 'done'),
				constraint,
				limit: fc.option(day, { freq: 6, nil: null })
			}),
			{ minLength: 1, maxLength: 14 }
		),
		links: fc.array(
			fc.record({
				a: fc.nat(13),
				b: fc.nat(13),
				type: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
				lag: fc.integer({ min: -8, max: 12 }),
				unit: fc.constantFrom('working', 'calendar')
			}),
			{ maxLength: 22 }
		)
	})
	.map(({ lines, links }) => {
		const nodes = lines.map((one, i): PlanNode => {
			const point = one.point && one.fate !== 'begun';
			const endsOn = point ? one.startsOn : addDays(one.startsOn, one.length);
			return node(`n${i}`, one.startsOn, endsOn, {
				kind: point ? 'milestone' : 'task',
				pinned: one.fate === 'pinned' || one.fate === 'done',
				constraint: one.constraint as PlanNode['constraint'],
				limitOn: one.limit,
				actualStart: one.fate === 'begun' ? addDays(one.startsOn, 2) : null,
				actualEnd: one.fate === 'done' ? addDays(endsOn, 1) : null
			});
		});
		const made = new Map<string, Link>();
		for (const { a, b, type, lag, unit } of links) {
			const [from, to] = [Math.min(a, b), Math.max(a, b)];
			if (from === to || to >= nodes.length) continue;
			const one = link(`n${from}`, `n${to}`, type as Link['type'], lag, unit as Link['lagUnit']);
			made.set(one.id, one);
		}
		return { nodes, links: [...made.values()] };
	});
const edits = fc.array(fc.record({ at: fc.nat(13), startsOn: day, length: fc.nat(15) }), { maxLength: 2 });
const modes = fc.constantFrom('push' as const, 'follow' as const);
const asked = fc.record({ plan: plans, edits, mode: modes }).map(({ plan, edits: wanted, mode }) => {
	const given = new Map<string, PlanEdit>();
	for (const { at, startsOn, length } of wanted) {
		const line = plan.nodes[at];
		if (!line || line.pinned || line.actualEnd !== null) continue;
		const endsOn = line.kind === 'milestone' ? startsOn : addDays(startsOn, length);
		given.set(line.id, { id: line.id, startsOn, endsOn });
	}
	return { ...plan, edits: [...given.values()], mode };
});

const moved = (nodes: PlanNode[], moves: Move[]): PlanNode[] => {
	const to = new Map(moves.map((one) => [one.id, one.to]));
	return nodes.map((one) => ({ ...one, ...to.get(one.id) }));
};
const broken = (nodes: PlanNode[], links: Link[]) => {
	const at = standingOf(nodes);
	return breaksOf(graphOf(nodes, links), workDaysAround(france, at), at);
};

describe('a re-plan', () => {
	it('leaves no link and no first day violated, but those of lines that nobody moves', () => {
		fc.assert(
			fc.property(asked, ({ nodes, links, edits: wanted, mode }) => {
				const after = moved(nodes, replan(nodes, links, wanted, france, mode).moves);
				const held = new Set(after.filter(isHeld).map((one) => one.id));
				for (const one of broken(after, links)) {
					if (one.kind === 'link') expect(held.has(one.link.to)).toBe(true);
					if (one.kind === 'constraint' && one.constraint.kind === 'not_before')
						expect(held.has(one.id)).toBe(true);
				}
			}),
			{ numRuns: 1500 }
		);
	});

	it('tells every break there was not, and every one there no longer is', () => {
		fc.assert(
			fc.property(asked, ({ nodes, links, edits: wanted, mode }) => {
				const found = replan(nodes, links, wanted, france, mode);
				const key = (one: (typeof found.broken)[number]) =>
					one.kind === 'link' ? one.link.id : `${one.kind} ${one.id}`;
				const then = broken(nodes, links).map(key);
				const now = broken(moved(nodes, found.moves), links).map(key);
				expect(found.broken.map(key)).toEqual(now.filter((one) => !then.includes(one)));
				expect(found.mended.map(key)).toEqual(then.filter((one) => !now.includes(one)));
			}),
			{ numRuns: 600 }
		);
	});

	it('never moves what is pinned, and keeps the working days of what nobody resized', () => {
		fc.assert(
			fc.property(asked, ({ nodes, links, edits: wanted, mode }) => {
				const days = workDaysAround(france, standingOf(nodes));
				const at = new Map(nodes.map((one, v) => [one.id, v]));
				const resized = new Set(wanted.map((one) => one.id));
				const worked = (one: PlanNode) => {
					const { starts, ends } = standingOf([one]);
					return one.kind === 'milestone' ? 0 : days.before(ends[0]! + 1) - days.before(starts[0]!);
				};
				for (const move of replan(nodes, links, wanted, france, mode).moves) {
					const was = nodes[at.get(move.id)!]!;
					expect(was.pinned || was.actualEnd !== null).toBe(false);
					if (!resized.has(move.id) && worked(was) > 0)
						expect(worked({ ...was, ...move.to })).toBe(worked(was));
				}
			}),
			{ numRuns: 800 }
		);
	});

	it('does not depend on the order lines and links are given in', () => {
		fc.assert(
			fc.property(asked, fc.nat(), ({ nodes, links, edits: wanted, mode }, seed) => {
				const mixed = <T>(list: T[]): T[] =>
					list
						.map((one, i) => ({ one, at: Math.imul(seed + i * 7919, 2_654_435_761) >>> 0 }))
						.sort((a, b) => a.at - b.at)
						.map(({ one }) => one);
				const once = replan(nodes, links, wanted, france, mode);
				expect(replan(mixed(nodes), mixed(links), mixed(wanted), france, mode)).toEqual(once);
			}),
			{ numRuns: 600 }
		);
	});

	it('changes nothing the second time', () => {
		fc.assert(
			fc.property(asked, modes, ({ nodes, links, edits: wanted, mode }, again) => {
				const after = moved(nodes, replan(nodes, links, wanted, france, mode).moves);
				expect(replan(after, links, [], france, again)).toEqual({
					moves: [],
					broken: [],
					mended: []
				});
			}),
			{ numRuns: 1500 }
		);
	});

	it('pushes nothing earlier', () => {
		fc.assert(
			fc.property(asked, ({ nodes, links, edits: wanted }) => {
				const chosen = new Set(wanted.map((one) => one.id));
				for (const { id, from, to } of replan(nodes, links, wanted, france, 'push').moves)
					if (!chosen.has(id)) expect(to.startsOn >= from.startsOn).toBe(true);
			}),
			{ numRuns: 600 }
		);
	});
});

describe('the room of each line', () => {
	/** Settled, so that what is broken is broken by what nobody moves. */
	const settled = plans.map(({ nodes, links }) => ({
		nodes: moved(nodes, replan(nodes, links, [], france).moves),
		links
	}));

	/** The same with nothing but tasks and links. */
	const free = plans.map(({ nodes, links }) => {
		const loose = nodes.map(({ id, startsOn, endsOn, kind }) => node(id, startsOn, endsOn, { kind }));
		return { nodes: moved(loose, replan(loose, links, [], france).moves), links };
	});

	it('is never negative while nothing is broken', () => {
		let sound = 0;
		fc.assert(
			fc.property(fc.oneof(settled, free), ({ nodes, links }) => {
				if (broken(nodes, links).length > 0) return;
				sound += 1;
				for (const room of analyse(nodes, links, france).values())
					expect(room.totalFloat).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 1500 }
		);
		expect(sound).toBeGreaterThan(200);
	});

	it('is nothing on a critical line: a working day later moves the end, or breaks what is pinned', () => {
		let tried = 0;
		fc.assert(
			fc.property(fc.oneof(settled, free), ({ nodes, links }) => {
				if (broken(nodes, links).length > 0) return;
				const room = analyse(nodes, links, france);
				const tied = new Set(links.flatMap(({ from, to }) => [from, to]));
				const end = (list: PlanNode[]) =>
					list
						.filter((one) => tied.has(one.id) || one.kind === 'task' || !isHeld(one))
						.map((one) => one.actualEnd ?? one.endsOn)
						.sort()
						.at(-1)!;
				const days = workDaysAround(france, standingOf(nodes));
				for (const one of nodes) {
					if (isHeld(one) || room.get(one.id)!.totalFloat !== 0) continue;
					const { starts, ends } = standingOf([one]);
					const worked = days.before(ends[0]! + 1) - days.before(starts[0]!);
					if (worked === 0) continue;
					tried += 1;
					const next = (serial: number) => addDays('1970-01-01', days.at(days.before(serial) + 1));
					const endsOn = addDays('1970-01-01', days.at(days.before(ends[0]! + 1)));
					const startsOn = one.kind === 'milestone' ? endsOn : next(starts[0]!);
					const found = replan(nodes, links, [{ id: one.id, startsOn, endsOn }], france);
					const after = moved(nodes, found.moves);
					expect(end(after) > end(nodes) || found.broken.length > 0).toBe(true);
				}
			}),
			{ numRuns: 1500 }
		);
		expect(tried).toBeGreaterThan(200);
	});

	it('lets a line slip by all of it, and not break anything', () => {
		fc.assert(
			fc.property(settled, ({ nodes, links }) => {
				const room = analyse(nodes, links, france);
				for (const one of nodes) {
					const { totalFloat, lateStart, lateEnd } = room.get(one.id)!;
					if (isHeld(one) || totalFloat <= 0 || one.kind === 'milestone') continue;
					const edit = { id: one.id, startsOn: lateStart, endsOn: lateEnd };
					const found = replan(nodes, links, [edit], france);
					expect(found.broken).toEqual([]);
				}
			}),
			{ numRuns: 600 }
		);
	});
});
