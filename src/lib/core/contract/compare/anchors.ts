import type { EventDays } from '../events.ts';
import type { Contract } from '../schema.ts';

const derivedIn = (contract: Contract) =>
	new Set([
		...contract.milestones.map(({ code }) => code),
		...contract.phases.flatMap(({ code }) => [`start:${code}`, `end:${code}`]),
		...contract.anchors.filter((one) => one.rule !== undefined).map(({ name }) => name)
	]);

/**
 * The days a mission was told for events of its contract, as another text of it needs them: what either text works
 * out is left out, and a day the new text writes itself wins over the one that was told.
 */
export function anchorsFor(before: Contract, after: Contract, told: EventDays): EventDays {
	const derived = new Set([...derivedIn(before), ...derivedIn(after)]);
	const written = new Map(after.anchors.map((one) => [one.name, one.day]));
	const days: EventDays = {};
	for (const [name, day] of Object.entries(told)) {
		if (derived.has(name) || !day) continue;
		days[name] = written.get(name) ?? day;
	}
	return days;
}
