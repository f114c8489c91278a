import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#core/errors.ts';
import { readContract } from '#server/contract/read.ts';
import type { Context } from '#server/context.ts';
import { mustAdminister } from '#server/accounts/list-people.ts';

/** A contract file that comes with the application, or that the operator put beside those. */
export interface ShippedContract {
	name: string;
	title: string;
	reference: string;
	client: string;
}

const folder = (ctx: Context) => join(ctx.settings.templatesDir, 'missions');
const isName = (name: string) => /^[a-z0-9][a-z0-9-]{0,60}$/.test(name);

/** The contract files at hand; one that cannot be read is left out, `jalon check` says why. */
export async function shippedContracts(ctx: Context): Promise<ShippedContract[]> {
	mustAdminister(ctx);
	const files = await readdir(folder(ctx)).catch(() => []);
	const names = files
		.filter((file) => file.endsWith('.yaml'))
		.map((file) => file.slice(0, -'.yaml'.length))
		.filter(isName)
		.sort();
	const found: ShippedContract[] = [];
	for (const name of names) {
		const line = await headOf(join(folder(ctx), `${name}.yaml`), name);
		if (line) found.push(line);
	}
	return found;
}

/** Reading a contract takes a tenth of a second: once for each state of its file. */
const heads = new Map<string, { at: number; line: ShippedContract | null }>();

async function headOf(path: string, name: string): Promise<ShippedContract | null> {
	const at = (await stat(path)).mtimeMs;
	const known = heads.get(path);
	if (known?.at === at) return known.line;
	const read = readContract(await readFile(path, 'utf8'));
	const client = read.ok ? read.contract.parties.find((one) => one.side === 'client')?.name : undefined;
	const line = read.ok
		? { name, title: read.contract.title, reference: read.contract.reference, client: client ?? '' }
		: null;
	heads.set(path, { at, line });
	return line;
}

/** @throws `not_found` */
export async function shippedText(ctx: Context, name: string): Promise<string> {
	mustAdminister(ctx);
	const text = isName(name)
		? await readFile(join(folder(ctx), `${name}.yaml`), 'utf8').catch(() => null)
		: null;
	if (text === null) throw new DomainError('not_found', { field: 'shipped' });
	return text;
}
