import { parseArgs } from 'node:util';
import { isDay } from '#core/calendar/days.ts';
import { readContract } from '#server/contract/read.ts';
import { importMission } from '#server/missions/import-mission.ts';
import type { Io } from './io.ts';
import { missingSources } from './sources.ts';
import { withStore } from './with-store.ts';

export const name = 'mission';
export const summary = 'importe une mission depuis son fichier de contrat';
export const help = `jalon mission import FICHIER --event NOM=AAAA-MM-JJ … --manager COURRIEL [--manager-name NOM] [--json]

Crée la mission que décrit le fichier : tout, ou rien. Les dates que le contrat laisse ouvertes se donnent par --event
(par exemple --event notification=2019-10-29). --manager désigne la personne qui la conduit pour le client ; elle se
connecte ensuite par un code reçu à cette adresse, ou après « jalon user add ».
`;

/** `jalon mission import FILE`. */
export async function run(args: readonly string[], io: Io): Promise<number> {
	if (args.includes('--help')) {
		io.out(help);
		return 0;
	}
	let parsed;
	try {
		parsed = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				event: { type: 'string', multiple: true, default: [] },
				manager: { type: 'string' },
				'manager-name': { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
	} catch (error) {
		io.err(`${(error as Error).message}\n\n${help}`);
		return 2;
	}
	const { values, positionals } = parsed;
	const [verb, file] = positionals;
	const anchors: Record<string, string> = Object.fromEntries(values.event.map((e) => e.split('=', 2)));
	if (verb !== 'import' || !file || positionals.length > 2 || !Object.values(anchors).every(isDay)) {
		io.err(help);
		return 2;
	}
	const text = await io.readFile(file).catch(() => null);
	if (text === null) {
		io.err(`Fichier illisible : ${file}. Vérifiez le chemin et les droits.\n`);
		return 1;
	}
	const read = readContract(text);
	const problems = read.ok ? await missingSources(read, file, io) : read.problems;
	if (!read.ok || problems.length > 0) {
		for (const p of problems) io.err(`${file}:${p.line}:${p.column} ${p.path}: ${p.message}\n`);
		return 1;
	}
	return withStore(io, values.json, async ({ backend }) => {
		const id = await importMission(backend.door!, read.contract, text, { anchors });
		const client = read.contract.parties.find((p) => p.side === 'client');
		if (values.manager && client)
			await backend.door!.enrol(id, {
				email: values.manager,
				fullName: values['manager-name'] ?? values.manager.split('@')[0]!,
				organisation: client.key,
				role: 'client_manager',
				functionTitle: null,
				startsOn: Object.values(anchors)[0] ?? '1990-01-01'
			});
		const slug = read.contract.slug;
		io.out(
			values.json
				? `${JSON.stringify({ ok: true, slug, id })}\n`
				: `Mission créée : /missions/${slug}\n`
		);
		return 0;
	});
}
