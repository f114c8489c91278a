import { readContract, type Problem } from '#server/contract/read.ts';
import type { Io } from './io.ts';
import { missingSources } from './sources.ts';

export const name = 'check';
export const summary = 'vérifie un fichier de contrat : valable ou non, avec la ligne et la colonne';
export const help = `jalon check FICHIER [--json]

Lit un contrat (YAML, « jalon: 1 ») et dit ce qu’il faut corriger, une ligne par faute :
  fichier.yaml:12:5 phases[0].title: ce champ obligatoire manque
Sortie : 0 valable, 1 non valable, 2 mauvais usage. --json écrit les mêmes faits en JSON.`;

/** `jalon check FILE [--json]`. */
export async function run(args: readonly string[], io: Io): Promise<number> {
	if (args.includes('--help')) return say(io, help);
	const files = args.filter((one) => !one.startsWith('--'));
	const [file] = files;
	if (
		file === undefined ||
		files.length > 1 ||
		args.some((one) => one.startsWith('--') && one !== '--json')
	) {
		io.err(`Usage : jalon check FICHIER [--json]\n`);
		return 2;
	}
	const json = args.includes('--json');
	let text: string;
	try {
		text = await io.readFile(file);
	} catch (error) {
		return refuse([{ line: 1, column: 1, path: '', message: unreadable(error) }], file, json, io);
	}
	const read = readContract(text);
	if (!read.ok) return refuse(read.problems, file, json, io);
	const missing = await missingSources(read, file, io);
	if (missing.length > 0) return refuse(missing, file, json, io);
	const { contract, warnings } = read;
	if (json) return say(io, JSON.stringify({ ok: true, file, slug: contract.slug, warnings }));
	for (const warning of warnings) io.out(`${line(file, warning)}\n`);
	const counts = `${contract.phases.length} phases, ${contract.deliverables.length} livrables, ${contract.obligations.length} obligations`;
	return say(io, `${file} : contrat valable (${contract.slug} : ${counts}).`);
}

function say(io: Io, text: string): number {
	io.out(`${text}\n`);
	return 0;
}

function refuse(problems: Problem[], file: string, json: boolean, io: Io): number {
	if (json) io.out(`${JSON.stringify({ ok: false, file, problems })}\n`);
	else for (const problem of problems) io.out(`${line(file, problem)}\n`);
	return 1;
}

function line(file: string, problem: Problem): string {
	const path = problem.path === '' ? '' : `${problem.path}: `;
	return `${file}:${problem.line}:${problem.column} ${path}${problem.message}`;
}

function unreadable(error: unknown): string {
	const code = (error as { code?: string }).code;
	if (code === 'ENOENT') return 'Fichier introuvable : vérifiez le chemin.';
	if (code === 'EISDIR') return 'C’est un dossier : donnez le chemin du fichier .yaml.';
	return `Fichier illisible (${code ?? 'erreur inconnue'}) : vérifiez les droits.`;
}
