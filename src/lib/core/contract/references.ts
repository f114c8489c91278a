import { roles } from './roles.ts';
import type { Problem } from './cross-check.ts';
import type { Contract } from './schema.ts';

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
			contract.tasks
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
	contract.obligations.forEach((one, i) =>
		one.recipients.forEach((key, j) =>
			known(key, recipients, 'aucun destinataire', ['obligations', i, 'recipients', j])
		)
	);
	contract.tasks.forEach((one, i) => {
		known(one.phase, phases, 'aucune phase', ['tasks', i, 'phase']);
		one.after.forEach((code, j) => known(code, tasks, 'aucune tâche', ['tasks', i, 'after', j]));
	});
	contract.volumes.forEach((one, i) =>
		known(one.register, registers, 'aucun registre', ['volumes', i, 'register'])
	);
	contract.indicators.forEach((one, i) =>
		known(one.register, registers, 'aucun registre', ['indicators', i, 'register'])
	);
	contract.penalties.items.forEach((one, i) =>
		one.obligations.forEach((code, j) =>
			known(code, obligations, 'aucune obligation', ['penalties', 'items', i, 'obligations', j])
		)
	);
	contract.ambiguities.forEach((one, i) =>
		one.concerns.forEach((code, j) => known(code, everything, 'rien', ['ambiguities', i, 'concerns', j]))
	);
	return problems;
}
