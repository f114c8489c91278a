import { roles } from '../roles.ts';
import type { Problem } from './cross-check.ts';
import type { Contract } from '../schema.ts';

/** Codes and keys that name nothing in the file. */
export function references(contract: Contract): Problem[] {
	const problems: Problem[] = [];
	const phases = new Set(contract.phases.map((one) => one.code));
	const committees = new Set(contract.committees.map((one) => one.code));
	const obligations = new Set(contract.obligations.map((one) => one.code));
	const parties = new Set(contract.parties.map((one) => one.key));
	const recipients = new Set(contract.recipients.map((one) => one.key));
	const registers = new Set(contract.registers.map((one) => one.key));
	const tasks = new Set(contract.tasks.map((one) => one.code));
	const everything = new Set(
		[
			contract.phases,
			contract.milestones,
			contract.committees,
			contract.deliverables,
			contract.obligations,
			contract.tasks,
			contract.indicators,
			contract.penalties.items
		]
			.flat()
			.map((one) => one.code)
	);

	function known(
		value: string | undefined,
		set: ReadonlySet<string>,
		what: string,
		path: PropertyKey[]
	): void {
		if (value === undefined || set.has(value)) return;
		const list = [...set].slice(0, 12).join(', ') || 'aucun n’est déclaré';
		problems.push({ path, message: `« ${value} » ne désigne ${what} de ce contrat (${list}).` });
	}

	contract.contacts.forEach((one, i) =>
		known(one.party, parties, 'aucune partie', ['contacts', i, 'party'])
	);
	contract.milestones.forEach((one, i) => {
		known(one.phase, phases, 'aucune phase', ['milestones', i, 'phase']);
		known(one.committee, committees, 'aucun comité', ['milestones', i, 'committee']);
	});
	contract.committees.forEach((one, i) => {
		one.composition.forEach((line, j) => {
			known(line.party, parties, 'aucune partie', ['committees', i, 'composition', j, 'party']);
			line.phases.forEach((code, k) =>
				known(code, phases, 'aucune phase', ['committees', i, 'composition', j, 'phases', k])
			);
		});
		for (const when of ['before', 'after'] as const) {
			one.papers[when].forEach((paper, j) =>
				known(paper.obligation, obligations, 'aucune obligation', [
					'committees',
					i,
					'papers',
					when,
					j,
					'obligation'
				])
			);
		}
	});
	const validators = new Set([...committees, ...roles, ...parties]);
	contract.deliverables.forEach((one, i) => {
		known(one.phase, phases, 'aucune phase', ['deliverables', i, 'phase']);
		one.validators.forEach((name, j) =>
			known(name, validators, 'ni un comité, ni un rôle, ni une partie', [
				'deliverables',
				i,
				'validators',
				j
			])
		);
		one.recipients.forEach((key, j) =>
			known(key, recipients, 'aucun destinataire', ['deliverables', i, 'recipients', j])
		);
	});
	contract.obligations.forEach((one, i) => {
		one.recipients.forEach((key, j) =>
			known(key, recipients, 'aucun destinataire', ['obligations', i, 'recipients', j])
		);
		one.quotas.forEach((quota, j) =>
			known(quota.register, registers, 'aucun registre', ['obligations', i, 'quotas', j, 'register'])
		);
	});
	contract.events.forEach((one, i) =>
		known(one.register, registers, 'aucun registre', ['events', i, 'register'])
	);
	contract.tasks.forEach((one, i) => {
		known(one.phase, phases, 'aucune phase', ['tasks', i, 'phase']);
		one.after.forEach((code, j) => known(code, tasks, 'aucune tâche', ['tasks', i, 'after', j]));
	});
	contract.volumes.forEach((one, i) =>
		known(one.register, registers, 'aucun registre', ['volumes', i, 'register'])
	);
	const clocks = new Set(['calendar', ...contract.services.map((one) => one.key)]);
	contract.indicators.forEach((one, i) => {
		known(one.register, registers, 'aucun registre', ['indicators', i, 'register']);
		known(one.excludes, registers, 'aucun registre', ['indicators', i, 'excludes']);
		for (const list of ['thresholds', 'alternatives'] as const) {
			one[list].forEach((limit, j) =>
				known(limit.clock, clocks, 'aucun service', ['indicators', i, list, j, 'clock'])
			);
		}
	});
	const facts = new Set(['late_report', 'late_delivery', ...contract.events.map((one) => one.name)]);
	const duties = new Set([...obligations, ...contract.deliverables.map((one) => one.code)]);
	contract.penalties.items.forEach((one, i) => {
		const path = ['penalties', 'items', i];
		known(one.fact, facts, 'aucun fait', [...path, 'fact']);
		one.obligations.forEach((code, j) =>
			known(code, duties, 'aucune obligation', [...path, 'obligations', j])
		);
		one.alternatives.forEach((other, k) =>
			other.obligations.forEach((code, j) =>
				known(code, duties, 'aucune obligation', [...path, 'alternatives', k, 'obligations', j])
			)
		);
	});
	contract.ambiguities.forEach((one, i) =>
		one.concerns.forEach((code, j) => known(code, everything, 'rien', ['ambiguities', i, 'concerns', j]))
	);
	return problems;
}
