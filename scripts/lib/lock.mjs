import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock whose holder cannot be asked (another machine or container on the same folder) lapses after this. */
const LAPSE = 15 * 60_000;
/** The holder writes its name just after taking the lock: a nameless one is given this long. */
const NAMELESS = 10_000;

/**
 * Runs `work` while no other process holds the lock; a holder that died is replaced.
 * @template T
 * @param {string} folder the lock itself; making a folder is atomic everywhere
 * @param {() => void} waiting told once when someone else holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, waiting, work) {
	mkdirSync(path.dirname(folder), { recursive: true });
	for (let told = false; !take(folder); told = true) {
		if (holderIsGone(folder)) discard(folder);
		else if (!told) waiting();
		await sleep(200);
	}
	const release = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', release);
	try {
		return await work();
	} finally {
		process.off('exit', release);
		release();
	}
}

/** @param {string} folder */
function take(folder) {
	try {
		mkdirSync(folder);
	} catch (error) {
		if (/** @type {any} */ (error).code === 'EEXIST') return false;
		throw error;
	}
	writeFileSync(path.join(folder, 'holder'), JSON.stringify({ pid: process.pid, host: os.hostname() }));
	return true;
}

/** @param {string} folder */
function holderIsGone(folder) {
	try {
		const age = Date.now() - statSync(folder).mtimeMs;
		let holder;
		try {
			holder = JSON.parse(readFileSync(path.join(folder, 'holder'), 'utf8'));
		} catch {
			return age > NAMELESS;
		}
		if (holder.host !== os.hostname()) return age > LAPSE;
		process.kill(holder.pid, 0);
		return false;
	} catch (error) {
		return /** @type {any} */ (error).code === 'ESRCH';
	}
}

/** Of several that find the holder gone, one moves the lock away; the others find nothing. @param {string} folder */
function discard(folder) {
	const aside = `${folder}.${process.pid}`;
	try {
		renameSync(folder, aside);
	} catch {
		return;
	}
	if (holderIsGone(aside)) rmSync(aside, { recursive: true, force: true });
	else renameSync(aside, folder);
}
