import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One SHA-256 over the names and contents of files: times say nothing after a `git clone` or a branch
 * change, contents do. Folders are walked; what does not exist counts as absent.
 * @param {string} root
 * @param {string[]} entries files and folders, relative to the root
 * @param {(relative: string) => boolean} [skip] leaves a file or folder out
 */
export function fingerprint(root, entries, skip = () => false) {
	const hash = createHash('sha256');
	/** @param {string} relative */
	function add(relative) {
		if (skip(relative)) return;
		const full = path.join(root, relative);
		let names;
		try {
			names = readdirSync(full).sort();
		} catch {
			if (existsSync(full)) hash.update(`${relative}\0`).update(readFileSync(full)).update('\0');
			return;
		}
		for (const name of names) add(`${relative}/${name}`);
	}
	for (const entry of entries) add(entry);
	return hash.digest('hex');
}

/** Does the stamp hold this value? @param {string} file @param {string} value */
export function stamped(file, value) {
	try {
		return readFileSync(file, 'utf8').trim() === value;
	} catch {
		return false;
	}
}

/** @param {string} file @param {string} value */
export function stamp(file, value) {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, `${value}\n`);
}
