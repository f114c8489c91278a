import { eventsIn, type Rule } from '../../calendar/rules/schema.ts';
import type { Problem } from './cross-check.ts';
import type { Contract } from '../schema.ts';

type Node = { path: PropertyKey[]; needs: string[] };

/** Dates that wait for one another (an anchor counted from a milestone counted from it), and tasks likewise. */
export function circles(contract: Contract): Problem[] {
	const dates = new Map<string, Node>();
	const put = (name: string, path: PropertyKey[], rule: Rule | undefined) => {
		dates.set(name, { path, needs: rule ? eventsIn(rule) : [] });
	};
	contract.anchors.forEach((one, i) => put(one.name, ['anchors', i, 'rule'], one.rule));
	contract.milestones.forEach((one, i) => put(one.code, ['milestones', i, 'rule'], one.rule));
	contract.phases.forEach((one, i) => {
		put(`start:${one.code}`, ['phases', i, 'start'], one.start);
		put(`end:${one.code}`, ['phases', i, 'end'], one.end);
	});
	contract.deliverables.forEach((one, i) => {
		// A hand-in is awaited where something counts from it, its own due date included.
		put(`submitted:${one.code}`, ['deliverables', i, 'rule'], one.rule);
		for (const move of ['decided', 'notified'] as const)
			dates.set(`${move}:${one.code}`, {
				path: ['deliverables', i, 'rule'],
				needs: [`submitted:${one.code}`]
			});
	});
	const tasks = new Map<string, Node>();
	contract.tasks.forEach((one, i) =>
		tasks.set(one.code, { path: ['tasks', i, 'after'], needs: one.after })
	);
	return [
		...loops(
			dates,
			'Ces dates s’attendent l’une l’autre',
			'Donnez à l’une d’elles une date ({ by: 2020-01-29 }) ou un autre évènement.'
		),
		...loops(tasks, 'Ces tâches s’attendent l’une l’autre', 'Retirez l’une d’elles de « after ».')
	];
}

function loops(nodes: Map<string, Node>, sentence: string, remedy: string): Problem[] {
	const problems: Problem[] = [];
	const done = new Set<string>();
	function walk(name: string, trail: string[]): void {
		const node = nodes.get(name);
		if (!node || done.has(name)) return;
		const start = trail.indexOf(name);
		if (start >= 0) {
			const round = [...trail.slice(start), name].join(' → ');
			problems.push({ path: node.path, message: `${sentence} : ${round}. ${remedy}` });
			return;
		}
		for (const next of node.needs) walk(next, [...trail, name]);
		done.add(name);
	}
	for (const name of nodes.keys()) walk(name, []);
	return problems;
}
