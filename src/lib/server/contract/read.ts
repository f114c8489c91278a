import { contractSchema, type Contract } from '#core/contract/schema.ts';
import { parseYaml, type Locate } from './parse-yaml.ts';
import { issuesToProblems } from './problems.ts';
import { warningsOf } from './warnings.ts';

/** One thing to correct (or to know) in a mission file, where it stands, in words a person can act on. */
export type Problem = { line: number; column: number; path: string; message: string };

export type Reading =
	/** `locate` tells where a path of the file stands, for checks that come after (a file it names, a slug taken). */
	| { ok: true; contract: Contract; warnings: Problem[]; locate: Locate }
	| { ok: false; problems: Problem[] };

/**
 * Reads the text of a mission file (YAML, format `jalon: 1`).
 * Never throws on bad text: every fault comes back with its line and column, both counted from 1.
 */
export function readContract(text: string): Reading {
	const yaml = parseYaml(text);
	if (!yaml.ok) return yaml;
	const read = contractSchema.safeParse(yaml.data, { reportInput: true });
	if (read.success)
		return {
			ok: true,
			contract: read.data,
			warnings: warningsOf(read.data, yaml.locate),
			locate: yaml.locate
		};
	return { ok: false, problems: issuesToProblems(read.error.issues, yaml.locate) };
}
