import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fingerprint, stamp, stamped } from './fingerprint.mjs';
import { NODE, ROOT, run } from './run.mjs';
import { fail, say, seconds } from './say.mjs';

const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.jalon-stamp');

/** The folder may be shared with a container or another machine, whose binaries do not run here. */
const MACHINE = `${process.platform} ${process.arch}`;

/** What an installation depends on. */
const wanted = () => `${fingerprint(ROOT, ['package-lock.json'])} ${MACHINE}`;

/** Are the dependencies those of the lock file? An installation made by hand counts once it has been compared. */
export function dependenciesReady() {
	if (!existsSync(NODE)) return false;
	if (stamped(STAMP, wanted())) return true;
	if (existsSync(STAMP) && !readFileSync(STAMP, 'utf8').trim().endsWith(MACHINE)) return false;
	if (!sameAsLock() || nodeVersion() < 24) return false;
	try {
		stamp(STAMP, wanted());
	} catch {
		// A folder we may not write to: compared again next time.
	}
	return true;
}

/** Compares npm's own record of what it installed with the lock file. */
function sameAsLock() {
	try {
		const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
		const installed = JSON.parse(readFileSync(path.join(MODULES, '.package-lock.json'), 'utf8')).packages;
		return Object.entries(lock).every(([name, entry]) => {
			const has = installed[name];
			return has
				? has.version === entry.version && has.integrity === entry.integrity
				: mayBeAbsent(name, entry);
		});
	} catch {
		return false;
	}
}

/** The project itself, and optional packages unless they are made for exactly this kind of machine. @param {string} name @param {any} entry */
function mayBeAbsent(name, entry) {
	const ours = entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && !entry.libc;
	return !name || (entry.optional && !ours);
}

/** The major version of the Node among the dependencies; 0 when it does not run here. */
function nodeVersion() {
	const { stdout } = spawnSync(NODE, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' });
	return Number(stdout?.trim()) || 0;
}

/**
 * Installs what the lock file says, tools for building included, whatever NODE_ENV is.
 * Its own `prepare` compiles the messages.
 */
export async function installDependencies() {
	const begun = Date.now();
	say('Installation des dépendances (une à trois minutes la première fois)…');
	const { code, output, missing } = await npm(['ci']);
	if (missing)
		fail(
			'npm est introuvable : installez Node 20.20 ou plus récent avec npm (https://nodejs.org), puis recommencez.'
		);
	if (code !== 0) fail(explainInstall(output), output);
	if (nodeVersion() < 24) await npm(['rebuild', 'node'], { npm_config_ignore_scripts: 'false' });
	if (nodeVersion() < 24)
		fail(
			'Node 24 n’a pas pu s’installer parmi les dépendances : les scripts d’installation sont peut-être interdits. ' +
				'Autorisez-les, « npm config set ignore-scripts false », puis recommencez.'
		);
	stamp(STAMP, wanted());
	say(`Dépendances installées en ${seconds(Date.now() - begun)}.`);
}

/** Settings rather than flags: a flag that a version of npm does not know is an error. */
const NPM_SETTINGS = {
	npm_config_include: 'dev',
	npm_config_omit: '',
	npm_config_engine_strict: 'false',
	npm_config_audit: 'false',
	npm_config_fund: 'false',
	npm_config_update_notifier: 'false',
	npm_config_progress: 'false',
	npm_config_loglevel: 'error'
};

/** npm must not run on the Node it is about to replace. @param {string[]} args @param {NodeJS.ProcessEnv} [more] */
function npm(args, more = {}) {
	/** @type {NodeJS.ProcessEnv} */
	const env = { ...NPM_SETTINGS, ...more };
	if (!process.env.npm_config_cache && !writable(os.homedir()))
		env.npm_config_cache = path.join(ROOT, '.tmp', 'npm-cache');
	return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env, bin: false });
}

/** @param {string} folder */
function writable(folder) {
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

/** @param {string} output */
function explainInstall(output) {
	if (/EACCES|EPERM|EROFS/.test(output))
		return `L’installation n’a pas pu écrire dans ${ROOT} : lancez la commande avec le compte à qui ce dossier appartient.`;
	if (/ENOSPC/.test(output)) return 'Le disque est plein : libérez au moins 1 Go, puis recommencez.';
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|network/i.test(output))
		return 'L’installation n’a pas pu joindre le registre npm : vérifiez la connexion ou le mandataire (npm config get proxy), puis recommencez.';
	return 'L’installation des dépendances a échoué : le message ci-dessus dit pourquoi. Recommencez une fois la cause levée.';
}
