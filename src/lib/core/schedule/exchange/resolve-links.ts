import { planLimits, quoted, type Fault, type FaultCode, type PlanLink, type PlanRow } from './plan.ts';

/** A link as the file writes it: `from` may be a number or a code. */
export type WrittenLink = Omit<PlanLink, 'from'> & { ref: string };

/**
 * The links of a file by the keys of its lines, and what is wrong with them: to nowhere, to itself, twice the same,
 * a wait nobody plans. Circles are found later, with the links that are already kept.
 */
export function resolveLinks(
	written: readonly WrittenLink[],
	rows: readonly PlanRow[]
): { links: PlanLink[]; faults: Fault[] } {
	const byKey = new Map(rows.map((row) => [row.key, row.key]));
	for (const { code, key } of rows) if (code !== null && !byKey.has(code)) byKey.set(code, key);
	const faults: Fault[] = [];
	const links: PlanLink[] = [];
	const seen = new Set<string>();
	if (written.length > planLimits.links) {
		const { line } = written[planLimits.links]!;
		return { links, faults: [{ line, code: 'too_many_links', value: String(written.length) }] };
	}
	for (const { ref, ...link } of written) {
		const from = byKey.get(ref);
		const fault = (code: FaultCode, value: unknown) =>
			faults.push({ line: link.line, column: 'links', code, value: quoted(value) });
		if (from === undefined) fault('link_nowhere', ref);
		else if (from === link.to) fault('link_itself', ref);
		else if (seen.has(`${from}\n${link.to}`)) fault('link_twice', ref);
		else if (Math.abs(link.lag) > planLimits.lag) fault('lag_too_long', link.lag);
		else {
			seen.add(`${from}\n${link.to}`);
			links.push({ ...link, from });
		}
	}
	return { links, faults };
}
