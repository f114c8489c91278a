import { eventsIn } from '#core/calendar/rules/schema.ts';
import { rulesOf } from '#core/contract/rules-of.ts';
import type { Contract } from '#core/contract/schema.ts';
import type { Locate } from './parse-yaml.ts';
import type { Problem } from './read.ts';

/** What a valid file still leaves to a person: dates to come, parties to name. */
export function warningsOf(contract: Contract, locate: Locate): Problem[] {
	const warnings: Problem[] = [];
	const awaited = new Set(rulesOf(contract).flatMap(({ rule }) => eventsIn(rule)));
	contract.anchors.forEach((anchor, index) => {
		if (anchor.tbd === undefined || !awaited.has(anchor.name)) return;
		const message = `« ${anchor.label} » n’a pas encore de date : ce qui en dépend reste en attente.`;
		warnings.push({ ...locate(['anchors', index, 'tbd'], true), path: `anchors[${index}].tbd`, message });
	});
	contract.parties.forEach((party, index) => {
		if (!party.unknown) return;
		const message = `« ${party.name} » n’est pas nommé par le document : à compléter à l’import.`;
		warnings.push({
			...locate(['parties', index, 'unknown'], true),
			path: `parties[${index}].unknown`,
			message
		});
	});
	return warnings.sort((a, b) => a.line - b.line);
}
