import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Io } from './io.ts';
import { withStore } from './with-store.ts';

export const name = 'user';
export const summary = 'ajoute un compte (--admin pour le premier administrateur)';
export const help = `jalon user add COURRIEL --name NOM [--admin] [--json]

Crée un compte et affiche une seule fois un mot de passe provisoire, à changer dans « Mon compte ».
`;

/** `jalon user add EMAIL --name … [--admin]`. */
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
				name: { type: 'string' },
				admin: { type: 'boolean', default: false },
				json: { type: 'boolean', default: false }
			}
		});
	} catch (error) {
		io.err(`${(error as Error).message}\n\n${help}`);
		return 2;
	}
	const { values, positionals } = parsed;
	const [verb, email] = positionals;
	const fullName = values.name;
	if (verb !== 'add' || !email || !fullName) {
		io.err(help);
		return 2;
	}
	return withStore(io, values.json, async ({ backend }) => {
		const password = randomBytes(12).toString('base64url');
		const userId = await backend.door!.addPerson(email, fullName, password, values.admin);
		io.out(
			values.json
				? `${JSON.stringify({ ok: true, email, userId, password })}\n`
				: `Compte créé : ${email}\nMot de passe provisoire : ${password}\nÀ changer dans « Mon compte » dès la première connexion.\n`
		);
		return 0;
	});
}
