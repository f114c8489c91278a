import { createHash } from 'node:crypto';
import { DomainError } from '#core/errors.ts';
import { differences, type Difference, type Kept } from '#core/indicators/entry/compare-values.ts';
import { readValues, spanOf, type ReadRow } from '#core/indicators/entry/csv/read.ts';
import type { FileRead } from '#core/indicators/entry/shown.ts';
import { readGrid, type Entry, type GridFault } from '#core/indicators/entry/grid.ts';
import type { FileInput, GridInput, ImportInput } from '#core/indicators/inputs.ts';
import { quantitiesOf } from '#core/indicators/quantities.ts';
import type { Quantity } from '#core/indicators/types.ts';
import type { Context } from '#server/context.ts';
import type { Json } from '#server/db/types.gen.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { indicatorOf, readIndicators } from './read-indicators.ts';

export type Recorded = { added: number; changed: number; same: number };

type Subject = { quantity: Quantity; kept: Kept[] };

async function subjectOf(ctx: Context, mission: MissionContext, code: string, key: string): Promise<Subject> {
	const { contract, rows } = await readIndicators(ctx, mission, { code });
	const quantity = quantitiesOf(indicatorOf(contract, code)).find((one) => one.key === key);
	if (!quantity) throw new DomainError('not_found', { code, quantity: key });
	return { quantity, kept: rows.values.filter((one) => one.quantity === key) };
}

/**
 * Records entries of one indicator, all or none.
 * @throws `not_allowed`, `not_found`, `stale` when a value changed meanwhile, `reason_missing` for a correction,
 * `in_the_future`, `bad_input`
 */
export async function recordEntries(
	ctx: Context,
	mission: MissionContext,
	code: string,
	given: { quantity: string; reason: string; source: 'typed' | 'file'; entries: readonly Entry[] }
): Promise<Recorded> {
	const done = unwrap(
		await ctx.client.rpc('record_indicator_values', {
			mission: mission.id,
			code,
			quantity: given.quantity,
			reason: given.reason,
			source: given.source,
			rows: given.entries.map(({ at, label, value, over, withdrawn, instead }) => ({
				period: at,
				label,
				value,
				over,
				withdrawn,
				instead
			})) as unknown as Json
		})
	);
	return done as unknown as Recorded;
}

/** Records a table typed by hand, or says what is wrong at each of its fields. @throws as `recordEntries` */
export async function recordGrid(
	ctx: Context,
	mission: MissionContext,
	code: string,
	input: GridInput
): Promise<{ recorded: Recorded } | { faults: Record<string, GridFault> }> {
	const { quantity, kept } = await subjectOf(ctx, mission, code, input.quantity);
	const read = readGrid(input, quantity, mission.today, kept);
	if (!read.ok) return { faults: read.faults };
	if (read.entries.length === 0) return { recorded: { added: 0, changed: 0, same: 0 } };
	const { entries } = read;
	return { recorded: await recordEntries(ctx, mission, code, { ...input, source: 'typed', entries }) };
}

/** Excel in France writes Windows-1252 unless told otherwise: what is not UTF-8 is read so. */
export function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

const SHOWN = 50;

const seenOf = ({ changed, added }: Difference): string =>
	createHash('sha256')
		.update(JSON.stringify([added.length, changed.map((one) => one.before.id)]))
		.digest('hex');

/** What importing a file would do: every fault of it, or what is new and what it would change. Nothing is recorded. */
export async function previewFile(
	ctx: Context,
	mission: MissionContext,
	code: string,
	input: FileInput
): Promise<FileRead> {
	const text = textOf(new Uint8Array(await input.file.arrayBuffer()));
	const { quantity, kept } = await subjectOf(ctx, mission, code, input.quantity);
	const read = readValues(text, { code, quantity, today: mission.today });
	if (!read.ok) return { faults: read.faults, count: read.count };
	const found = differences<ReadRow>(read.rows, kept);
	const span = spanOf(read.rows)!;
	return {
		preview: {
			text,
			quantity: input.quantity,
			seen: seenOf(found),
			added: found.added.length,
			same: found.same.length,
			from: span.from,
			to: span.to,
			ignored: read.ignored,
			changes: found.changed.length,
			changed: found.changed
				.slice(0, SHOWN)
				.map(({ row, before }) => ({ line: row.line, before, after: row }))
		}
	};
}

/**
 * Imports a file as it was shown, all or nothing.
 * @throws `stale` when what it would do is no longer what was shown; as `recordEntries`
 */
export async function importFile(
	ctx: Context,
	mission: MissionContext,
	code: string,
	input: ImportInput
): Promise<Recorded> {
	const { quantity, kept } = await subjectOf(ctx, mission, code, input.quantity);
	const read = readValues(input.text, { code, quantity, today: mission.today });
	if (!read.ok) throw new DomainError('bad_input', { field: 'file' });
	const found = differences<ReadRow>(read.rows, kept);
	if (seenOf(found) !== input.seen) throw new DomainError('stale');
	const entries: Entry[] = [
		...found.added.map((row) => ({ ...row, instead: null, withdrawn: false })),
		...found.changed.map(({ row, before }) => ({ ...row, instead: before.id, withdrawn: false }))
	];
	if (entries.length === 0) return { added: 0, changed: 0, same: found.same.length };
	return recordEntries(ctx, mission, code, { ...input, source: 'file', entries });
}
