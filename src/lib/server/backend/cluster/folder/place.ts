import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canReach, chooseAccount } from '../programs/account.ts';
import { ClusterError, systemCode } from '../errors.ts';
import { giveToFolderOwner, writeDurably } from './files.ts';
import type { Account } from '../types.ts';

/** Where root keeps a cluster that its unprivileged account cannot reach in the project's folder. */
const SYSTEM_FOLDER = '/var/lib/jalon';

export interface Place {
	/** Holds `pg/` and, when needed, a copy of the programs. */
	base: string;
	pgData: string;
	account: Account | null;
}

/** Makes the data folder (0700; root's lets its lent account walk through: 0711). */
export function makeDataDir(dataDir: string): void {
	const isNew = !existsSync(dataDir);
	const isRoot = process.getuid?.() === 0;
	mkdirSync(dataDir, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
	const mine = statSync(dataDir).uid === process.getuid?.();
	if (mine && process.platform !== 'win32') chmodSync(dataDir, isRoot ? 0o711 : 0o700);
	if (isNew) giveToFolderOwner(dataDir);
}

/** The folder that holds `pg/`, as already decided: the data folder, or the one noted in `moved-to`. */
export function notedBase(dataDir: string): string {
	return readNote(join(dataDir, 'moved-to')) ?? dataDir;
}

/**
 * Decides where the cluster lives: inside the data folder, or, for root, in a system folder when the account that
 * must own it cannot come there. That choice is noted in `moved-to` and never changes afterwards.
 * @throws ClusterError `unreachable`, `moved_missing`, `moved_shared`
 */
export function choosePlace(dataDir: string, log: (line: string) => void): Place {
	const noted = readNote(join(dataDir, 'moved-to'));
	if (noted) return movedPlace(dataDir, noted);
	const pgData = join(dataDir, 'pg');
	const account = chooseAccount(pgData);
	if (canReach(account, dataDir)) return { base: dataDir, pgData, account };
	if (existsSync(pgData)) {
		throw new ClusterError(
			'unreachable',
			`La base existe dans ${pgData}, mais l’utilisateur ${account?.name} ne peut plus traverser les dossiers ` +
				'qui y mènent : rendez-les traversables (chmod o+x), ou lancez Jalon avec un utilisateur ordinaire.'
		);
	}
	return newMovedPlace(dataDir, log);
}

function newMovedPlace(dataDir: string, log: (line: string) => void): Place {
	let base = systemFolder(dataDir);
	try {
		if (existsSync(base)) {
			// This path had a cluster once. Its data folder was removed (its secret with it), or renamed: never touch it.
			log(`L’ancienne base liée à ce chemin reste dans ${base} ; une base neuve est créée à côté.`);
			base = systemFolder(dataDir + randomBytes(8).toString('hex'));
		}
		mkdirSync(base, { recursive: true, mode: 0o711 });
		chmodSync(SYSTEM_FOLDER, 0o711);
		chmodSync(base, 0o711);
		base = realpathSync(base);
	} catch (error) {
		throw new ClusterError(
			'unreachable',
			`PostgreSQL ne peut pas travailler dans ${dataDir} en tant que root, et ${SYSTEM_FOLDER} n’est pas ` +
				`utilisable (${systemCode(error)}) : lancez Jalon avec un utilisateur ordinaire, ou placez ` +
				'JALON_DATA_DIR dans un dossier que tous peuvent traverser.',
			error
		);
	}
	writeDurably(join(base, 'moved-from'), identity(dataDir));
	writeDurably(join(dataDir, 'moved-to'), base);
	log(`L’utilisateur nobody ne peut pas atteindre ${dataDir} : la base est placée dans ${base}.`);
	return { base, pgData: join(base, 'pg'), account: chooseAccount(join(base, 'pg')) };
}

function movedPlace(dataDir: string, base: string): Place {
	const owner = readNote(join(base, 'moved-from'));
	if (!owner) {
		throw new ClusterError(
			'moved_missing',
			`${join(dataDir, 'moved-to')} dit que la base est dans ${base}, où elle n’est pas : remettez ce dossier ` +
				'depuis une sauvegarde, ou effacez le dossier de données pour repartir d’une base vide.'
		);
	}
	if (owner !== identity(dataDir)) {
		const [path = ''] = owner.split('\n');
		if (existsSync(join(path, 'moved-to')) && identity(path) === owner) {
			throw new ClusterError(
				'moved_shared',
				`${dataDir} est une copie de ${path}, qui possède la base de ${base} : utilisez l’original, ou ` +
					'effacez la copie du dossier de données et restaurez-y une sauvegarde.'
			);
		}
		writeDurably(join(base, 'moved-from'), identity(dataDir)); // the project's folder was renamed
	}
	return { base, pgData: join(base, 'pg'), account: chooseAccount(join(base, 'pg')) };
}

function systemFolder(words: string): string {
	return join(SYSTEM_FOLDER, createHash('sha256').update(words).digest('hex').slice(0, 16));
}

/** Path and inode: a renamed folder and a bind mount stay the same folder, a copy does not. */
function identity(dataDir: string): string {
	const { dev, ino } = statSync(dataDir);
	return `${realpathSync(dataDir)}\n${dev}:${ino}`;
}

function readNote(path: string): string | null {
	try {
		return readFileSync(path, 'utf8').trim() || null;
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return null;
		throw error;
	}
}
