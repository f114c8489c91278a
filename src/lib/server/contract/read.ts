import { crossCheck } from '#core/contract/checks/cross-check.ts';
import { contractSchema, contractShape, type Contract } from '#core/contract/schema.ts';
import { maxProblems, parseYaml, type Locate } from './parse-yaml.ts';
import { issuesToProblems, pathText } from './problems.ts';
import { salvage } from './salvage.ts';
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
	const found = issuesToProblems(read.error.issues, yaml.locate);
	return { ok: false, problems: together(found, behind(yaml.data, read.error.issues, yaml.locate)) };
}

/** What the shape faults would hide: the checks of one part against another, on the file with those faults mended. */
function behind(data: unknown, issues: Parameters<typeof salvage>[1], locate: Locate): Problem[] {
	const mended = contractShape.safeParse(salvage(data, issues));
	if (!mended.success) return [];
	return crossCheck(mended.data).map(({ path, message }) => ({
		...locate(path),
		path: pathText(path),
		message
	}));
}

function together(...lists: Problem[][]): Problem[] {
	const once = new Map(lists.flat().map((one) => [`${one.path} ${one.message}`, one]));
	return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, maxProblems);
}
