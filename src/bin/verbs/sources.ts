import { dirname, join } from 'node:path';
import type { Problem, Reading } from '#server/contract/read.ts';
import type { Io } from './io.ts';

/** A register may take its rows from a CSV beside the contract: a contract without it is checked and imported alike, not at all. */
export async function missingSources(read: Reading & { ok: true }, file: string, io: Io): Promise<Problem[]> {
	const problems: Problem[] = [];
	for (const [index, { source }] of read.contract.registers.entries()) {
		if (source === undefined) continue;
		const rows = await io.readFile(join(dirname(file), source)).catch(() => '');
		if (rows.trim() !== '') continue;
		const path = `registers[${index}].source`;
		const message = `Le fichier « ${source} » manque ou est vide : placez-le à côté du contrat.`;
		problems.push({ ...read.locate(['registers', index, 'source']), path, message });
	}
	return problems;
}
