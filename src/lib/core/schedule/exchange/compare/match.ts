import type { ScheduleItem, ScheduleKind } from '../../types.ts';
import type { UndatedLine } from '../../undated.ts';
import { quoted, type Fault, type Named, type PlanRow } from '../plan.ts';
import { plain } from '../table/columns.ts';
import type { Matched, Standing } from './types.ts';

type Line = ScheduleItem | UndatedLine;

const single = <T>(found: T[] | undefined): T | null => (found?.length === 1 ? found[0]! : null);

/** Finds the lines that a file speaks of: by our own mark, else by the code, else by the name where one has it. */
export function finder({ items, undated }: Pick<Standing, 'items' | 'undated'>) {
	const lines: Line[] = [...items, ...undated];
	const byId = new Map(lines.map((line) => [line.id, line]));
	const byCode = Map.groupBy(
		lines.filter(({ code }) => code !== null),
		({ code }) => plain(code!)
	);
	const byTitle = Map.groupBy(lines, ({ kind, title }) => `${kind} ${plain(title)}`);
	const dated = new Set(items.map(({ id }) => id));
	const as = (line: Line): Matched =>
		dated.has(line.id)
			? { how: 'item', item: line as ScheduleItem }
			: { how: 'undated', line: line as UndatedLine };

	/** A phase, by the same three. */
	function phase({ id, code, title }: Named): Line | null {
		const isPhase = (line: Line | null | undefined) => (line?.kind === 'phase' ? line : null);
		return (
			isPhase(id === null ? null : byId.get(id)) ??
			single(byCode.get(plain(code ?? ''))?.filter(isPhase)) ??
			single(byTitle.get(`phase ${plain(title)}`))
		);
	}

	/** @param taken ids of lines that earlier rows already speak of: a name alone is not taken twice */
	function find(row: PlanRow, taken: ReadonlySet<string>): { matched: Matched; fault: Fault | null } {
		const known = (row.id === null ? null : byId.get(row.id)) ?? coded(row);
		if (known) return { matched: as(known), fault: kindFault(row, known) };
		const kinds: ScheduleKind[] = row.kind ? [row.kind] : ['task', 'milestone'];
		const named = kinds
			.flatMap((kind) => byTitle.get(`${kind} ${plain(row.title)}`) ?? [])
			.filter(({ id }) => !taken.has(id));
		const here =
			named.length > 1 && row.under ? named.filter((line) => isUnder(line, row.under!)) : named;
		if (here.length === 1) return { matched: as(here[0]!), fault: null };
		const fault: Fault | null =
			here.length > 1
				? { line: row.line, column: 'title', code: 'name_twice', value: quoted(row.title) }
				: null;
		return { matched: { how: 'new', kind: row.kind ?? 'task' }, fault };
	}

	function coded({ code, kind }: PlanRow): Line | null {
		const found = code === null ? undefined : byCode.get(plain(code));
		return single(found?.filter((line) => kind === null || line.kind === kind)) ?? single(found);
	}

	const isUnder = (line: Line, under: Named[]) =>
		(under.map(phase).find((one) => one !== null)?.id ?? null) === line.phaseId;

	return { find, phase };
}

const kindFault = (row: PlanRow, known: Line): Fault | null =>
	row.kind === null || row.kind === known.kind
		? null
		: { line: row.line, column: 'kind', code: 'kind_changed', value: quoted(known.title) };
