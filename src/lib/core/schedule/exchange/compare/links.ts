import { cycles } from '../../network/links/cycles.ts';
import type { Link } from '../../network/types.ts';
import { quoted, type Fault, type PlanLink, type Remark } from '../plan.ts';
import type { End, LinkChange } from './types.ts';

/** A line of the file once it is known what it speaks of. */
export interface Placed {
	end: End;
	title: string;
	/** Why it carries no link: a phase's tasks do, and what is not taken over has none. */
	carries: boolean;
	/** A meeting may be followed and follows nothing. */
	follows: boolean;
}

const pair = (from: string, to: string) => `${from}\n${to}`;

/**
 * What the links of a file change in those that stand. A link between two lines of the file goes when the file does not
 * have it; one that comes from a line the file does not have stays. A circle is named, with the line that closes it.
 */
export function compareLinks(
	inFile: readonly PlanLink[],
	placed: ReadonlyMap<string, Placed>,
	standing: readonly Link[],
	titleOf: (id: string) => string
): { changes: LinkChange[]; faults: Fault[]; remarks: Remark[] } {
	const remarks: Remark[] = [];
	const kept = new Map(standing.map((link) => [pair(link.from, link.to), link]));
	const said = new Set<string>();
	const changes: LinkChange[] = [];
	const after: { from: string; to: string; line: number }[] = [];
	const titles = new Map([...placed.values()].map(({ end, title }) => [end, title]));
	for (const { line, from, to, type, lag, lagUnit } of inFile) {
		const [before, next] = [placed.get(from), placed.get(to)];
		if (!before?.carries || !next?.carries || !next.follows) {
			const names = `${before?.title ?? from} → ${next?.title ?? to}`;
			remarks.push({ line, column: 'links', code: 'link_left', value: quoted(names) });
			continue;
		}
		const key = pair(before.end, next.end);
		const was = kept.get(key);
		said.add(key);
		after.push({ from: before.end, to: next.end, line });
		if (was && was.type === type && was.lag === lag && was.lagUnit === lagUnit) continue;
		changes.push({
			line,
			from: before.end,
			to: next.end,
			fromTitle: before.title,
			toTitle: next.title,
			before: was ? { type: was.type, lag: was.lag, lagUnit: was.lagUnit } : null,
			after: { type, lag, lagUnit }
		});
	}
	const present = new Set([...placed.values()].filter(({ carries }) => carries).map(({ end }) => end));
	for (const { from, to, type, lag, lagUnit } of standing) {
		if (said.has(pair(from, to))) continue;
		if (!present.has(from) || !present.has(to)) {
			after.push({ from, to, line: 0 });
			continue;
		}
		const [fromTitle, toTitle] = [titleOf(from), titleOf(to)];
		changes.push({ line: 0, from, to, fromTitle, toTitle, before: { type, lag, lagUnit }, after: null });
	}
	const faults = cycles(after).map((circle): Fault => {
		const inside = new Set(circle);
		const closing = after.filter(({ from, to, line }) => line > 0 && inside.has(from) && inside.has(to));
		const names = [...circle, circle[0]!].map((id) => titles.get(id) ?? titleOf(id));
		const path = names.length > 8 ? [...names.slice(0, 6), '…', names.at(-1)!] : names;
		return {
			line: closing.at(-1)?.line ?? 0,
			column: 'links',
			code: 'link_cycle',
			value: path.map((name) => name.slice(0, 40)).join(' → ')
		};
	});
	return { changes, faults, remarks };
}
