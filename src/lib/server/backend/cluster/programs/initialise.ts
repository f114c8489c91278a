import { randomBytes } from 'node:crypto';
import {
	chownSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { ClusterError } from '../errors.ts';
import { syncFolder } from '../folder/files.ts';
import type { Place } from '../folder/place.ts';
import { OWNER } from '../folder/record.ts';
import { run } from './run.ts';
import { settingArguments } from './settings.ts';
import type { Account } from '../types.ts';

/** A secret of 256 bits, in hexadecimal: safe in an address, in SQL and in a file. */
export function newSecret(): string {
	return randomBytes(32).toString('hex');
}

/** Removes what a first start cut short may have left, the password file first. */
export function sweepDrafts(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (/^(password-|pg-draft-)|^\.[0-9a-f]{8}\.tmp$/.test(name)) {
			rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
		}
	}
}

/**
 * Makes the cluster: in a draft folder renamed once complete, so that `pg/` is whole or absent. Passwords are
 * SCRAM everywhere (never `trust`), pages have checksums, and the locale comes with PostgreSQL rather than with the
 * machine, so that a bare one will do.
 * @throws ClusterError `cannot_start`
 */
export async function initialise(place: Place, binaries: Binaries, secret: string): Promise<void> {
	const word = randomBytes(4).toString('hex');
	const draft = join(place.base, `pg-draft-${word}`);
	const passwordFile = join(place.base, `password-${word}`);
	mkdirSync(draft, { mode: 0o700 });
	giveTo(place.account, draft);
	try {
		writeFileSync(passwordFile, `${secret}\n`, { mode: 0o600, flag: 'wx' });
		giveTo(place.account, passwordFile);
		const args = ['-D', draft, '--username', OWNER, '--pwfile', passwordFile];
		args.push(
			'--auth-host=scram-sha-256',
			'--auth-local=scram-sha-256',
			'--data-checksums',
			'--no-instructions'
		);
		args.push('--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
		const { code, output, refused } = await run(binaries.initdb, args, { account: place.account });
		if (code !== 0) throw initError(place.base, refused || lastLine(output));
	} catch (error) {
		rmSync(draft, { recursive: true, force: true });
		throw error;
	} finally {
		rmSync(passwordFile, { force: true });
	}
	renameSync(draft, place.pgData);
	// A first start that was killed leaves its `initdb` running for a moment, and that one makes its folder anew.
	sweepDrafts(place.base);
	syncFolder(place.base);
}

/**
 * Gives the owner a new password from inside, without the old one: the way back in when `cluster.json` is lost.
 * The server must be stopped.
 */
export async function resetSecret(place: Place, binaries: Binaries, secret: string): Promise<void> {
	const args = ['--single', '-D', place.pgData, ...settingArguments(), 'postgres'];
	const input = `ALTER ROLE ${OWNER} PASSWORD '${secret}'\n`;
	const { code, output, refused } = await run(binaries.postgres, args, { account: place.account, input });
	if (code !== 0) throw initError(place.base, refused || lastLine(output));
}

/** @throws ClusterError when the folder is not a whole cluster, or one of another major version */
export function checkVersion(pgData: string, binaries: Binaries): void {
	const file = join(pgData, 'PG_VERSION');
	if (!existsSync(file)) {
		throw new ClusterError(
			'cannot_start',
			`Le dossier ${pgData} n’est pas une base PostgreSQL complète : remettez-le depuis une sauvegarde, ou ` +
				'déplacez-le ailleurs pour repartir d’une base vide.'
		);
	}
	const major = readFileSync(file, 'utf8').trim();
	if (major === binaries.major) return;
	throw new ClusterError(
		'version_mismatch',
		`La base de ${pgData} est de la version ${major} de PostgreSQL et les programmes installés de la version ` +
			`${binaries.major} : remettez la version précédente de Jalon, faites-y « jalon backup », puis restaurez ` +
			'la sauvegarde avec celle-ci dans un dossier neuf.'
	);
}

function giveTo(account: Account | null, path: string): void {
	if (account) chownSync(path, account.uid, account.gid);
}

function initError(base: string, reason: string): ClusterError {
	if (reason.includes('effective user ID')) {
		return new ClusterError(
			'wrong_user',
			`L’utilisateur ${process.getuid?.()} n’a pas de compte sur cette machine (/etc/passwd), et PostgreSQL en ` +
				'demande un : relancez Jalon avec un utilisateur qui en a un.'
		);
	}
	return new ClusterError(
		'cannot_start',
		`PostgreSQL n’a pas pu préparer la base dans ${base} (${reason}) : vérifiez la place et les droits sur ce ` +
			'dossier, puis relancez.'
	);
}

function lastLine(output: string): string {
	return output.trim().split('\n').at(-1) ?? '';
}
