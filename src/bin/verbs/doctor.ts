import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '#server/backend/index.ts';
import { readRecord } from '#server/backend/cluster/index.ts';
import type { Io } from './io.ts';

export const name = 'doctor';
export const summary = 'dit ce qui est configuré, ce qui manque et quoi faire';
export const help = 'jalon doctor [--json]\n\nNe change rien et ne démarre rien.\n';

interface Finding {
	what: string;
	state: 'ok' | 'note' | 'missing';
	say: string;
}

const readable = (path: string) =>
	access(path, constants.R_OK).then(
		() => true,
		() => false
	);

/** `jalon doctor`. Exit 1 when something that is needed is missing. */
export async function run(args: readonly string[], io: Io): Promise<number> {
	if (args.includes('--help')) {
		io.out(help);
		return 0;
	}
	const found: Finding[] = [];
	try {
		const s = readSettings(process.env);
		const record = await readRecord(join(s.dataDir, 'postgres'));
		const store = s.supabaseUrl
			? 'Supabase hébergé (non éprouvé)'
			: s.databaseUrl
				? 'PostgreSQL extérieur (DATABASE_URL)'
				: 'PostgreSQL embarqué';
		found.push({
			what: 'node',
			state: Number(process.versions.node.split('.')[0]) >= 22 ? 'ok' : 'missing',
			say: `Node ${process.versions.node}`
		});
		found.push({ what: 'store', state: 'ok', say: store });
		if (!s.databaseUrl && !s.supabaseUrl)
			found.push({
				what: 'cluster',
				state: 'note',
				say: record
					? record.alive
						? 'le serveur tourne'
						: 'arrêté ; « npm start » le démarre'
					: 'pas encore créé ; « npm start » le crée'
			});
		found.push({
			what: 'mail',
			state: s.smtpUrl ? 'ok' : 'note',
			say: s.smtpUrl
				? 'SMTP configuré'
				: 'sans SMTP_URL, les messages restent dans la boîte d’envoi (/admin/mail)'
		});
		found.push({
			what: 'origin',
			state: process.env.ORIGIN ? 'ok' : 'note',
			say: process.env.ORIGIN
				? `adresse publique ${process.env.ORIGIN}`
				: 'sans ORIGIN, seules les adresses de boucle locale répondent'
		});
		for (const template of ['shell', 'weekly-report', 'minutes']) {
			const path = join(s.templatesDir, 'documents', `${template}.docx`);
			if (!(await readable(path)))
				found.push({
					what: 'template',
					state: 'missing',
					say: `modèle absent : ${path} ; vérifiez TEMPLATES_DIR`
				});
		}
	} catch (error) {
		found.push({
			what: 'environment',
			state: 'missing',
			say: (error as { sentence?: string }).sentence ?? (error as Error).message
		});
	}
	const mark = { ok: 'bien', note: 'note', missing: 'MANQUE' };
	if (args.includes('--json')) io.out(`${JSON.stringify(found)}\n`);
	else for (const f of found) io.out(`${mark[f.state].padEnd(7)} ${f.say}\n`);
	return found.some((f) => f.state === 'missing') ? 1 : 0;
}
