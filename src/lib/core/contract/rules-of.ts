import type { Rule } from '../calendar/rules/schema.ts';
import type { Contract } from './schema.ts';

/** Every rule of the file with the path of its value. */
export function rulesOf(contract: Contract): { path: PropertyKey[]; rule: Rule }[] {
	const found: { path: PropertyKey[]; rule: Rule }[] = [];
	const add = (path: PropertyKey[], rule: Rule | undefined) => rule && found.push({ path, rule });
	contract.anchors.forEach((one, i) => add(['anchors', i, 'rule'], one.rule));
	contract.phases.forEach((one, i) => {
		add(['phases', i, 'start'], one.start);
		add(['phases', i, 'end'], one.end);
		add(['phases', i, 'limit'], one.limit);
	});
	contract.committees.forEach((one, i) => add(['committees', i, 'cadence', 'rule'], one.cadence.rule));
	contract.deliverables.forEach((one, i) =>
		one.steps.forEach((step, j) => add(['deliverables', i, 'steps', j, 'rule'], step.rule))
	);
	for (const name of ['milestones', 'deliverables', 'obligations'] as const) {
		contract[name].forEach((one, i) => {
			add([name, i, 'rule'], one.rule);
			one.alternatives.forEach((other, j) => add([name, i, 'alternatives', j, 'rule'], other.rule));
		});
	}
	contract.tasks.forEach((one, i) => {
		add(['tasks', i, 'start'], one.start);
		add(['tasks', i, 'end'], one.end);
	});
	return found;
}
