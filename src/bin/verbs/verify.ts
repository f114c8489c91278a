import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { diskStore } from '#server/files/store.ts';
import type { Io } from './io.ts';
import { withStore } from './with-store.ts';

export const name = 'verify';
export const summary = 'vérifie les chaînes du journal et l’empreinte de chaque fichier';
export const help = `jalon verify [--json]

Parcourt le journal de chaque mission, relit chaque fichier remis ou déposé et compare les comptes rendus scellés à leur ligne du journal. Sortie 1 si quelque chose ne concorde pas.
`;

/** `jalon verify`: journal chains and file hashes. */
export async function run(args: readonly string[], io: Io): Promise<number> {
	if (args.includes('--help')) {
		io.out(help);
		return 0;
	}
	if (args.some((a) => a !== '--json')) {
		io.err(help);
		return 2;
	}
	const json = args.includes('--json');
	return withStore(io, json, async ({ backend, settings }) => {
		const files = diskStore(join(settings.dataDir, 'files'));
		const { chains, files: listed, seals } = await backend.door!.integrity();
		const broken: { key: string; name: string; why: 'missing' | 'changed' }[] = [];
		for (const file of listed) {
			const bytes = await files.get(file.key).catch(() => null);
			if (!bytes) broken.push({ ...file, why: 'missing' });
			else if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
				broken.push({ ...file, why: 'changed' });
		}
		const bad = chains.filter((c) => c.brokenAt !== null);
		const ok = bad.length === 0 && broken.length === 0 && seals.length === 0;
		if (json) io.out(`${JSON.stringify({ ok, chains, files: listed.length, broken, seals })}\n`);
		else {
			for (const c of chains)
				io.out(
					`${c.mission ?? 'comptes'} : ${c.lines} lignes, ${c.brokenAt === null ? 'chaîne intègre' : `rompue à la ligne ${c.brokenAt}`}\n`
				);
			for (const b of broken)
				io.out(`${b.name} : ${b.why === 'missing' ? 'fichier absent' : 'contenu modifié'}\n`);
			for (const seal of seals)
				io.out(
					`${seal.mission} ${seal.meeting} : le sceau du compte rendu ne concorde pas avec le journal\n`
				);
			io.out(
				`${listed.length} fichiers relus. ${ok ? 'Tout concorde.' : 'Restaurez une sauvegarde antérieure et prévenez les parties.'}\n`
			);
		}
		return ok ? 0 : 1;
	});
}
