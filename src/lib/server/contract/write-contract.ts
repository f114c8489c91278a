import { stringify } from 'yaml';
import type { Contract } from '#core/contract/schema.ts';

/** Lists that say something by being empty. */
const told = new Set(['validators', 'composition']);
/** Marks that say nothing while they are not set. */
const marks = new Set(['unknown', 'undetermined', 'optional', 'editable', 'done']);

function tidy(value: unknown, name = ''): unknown {
	if (Array.isArray(value)) return value.map((one) => tidy(one));
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
		if (inner === undefined || (Array.isArray(inner) && inner.length === 0 && !told.has(key))) return [];
		if (inner === false && marks.has(key)) return [];
		if (
			key === 'papers' &&
			Object.values(inner as object).every((list) => (list as unknown[]).length === 0)
		)
			return [];
		return [[key, tidy(inner, key)]];
	});
	const { base, ...rest } = value as { base?: string };
	// A calendar without changes of its own is its name alone.
	if (name === 'calendar' && base !== undefined && kept.length === 1 && 'changes' in rest) return base;
	return Object.fromEntries(kept);
}

/** A contract as the text of its file: what is left to its usual value is left out. Reading it again gives the same. */
export function contractText(contract: Contract): string {
	return `# yaml-language-server: $schema=./contract.schema.json\n${stringify(tidy(contract), { lineWidth: 0 })}`;
}
