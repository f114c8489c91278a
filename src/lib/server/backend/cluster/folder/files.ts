import { randomBytes } from 'node:crypto';
import {
	closeSync,
	fsyncSync,
	lchownSync,
	lstatSync,
	openSync,
	renameSync,
	statSync,
	writeSync
} from 'node:fs';
import { dirname } from 'node:path';

/** Writes a small file (0600) atomically and durably; it belongs to the owner of its folder. */
export function writeDurably(path: string, text: string): void {
	// A fresh name, made exclusively: root may be writing in the folder of somebody who set a link there.
	const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
	const file = openSync(draft, 'wx', 0o600);
	try {
		writeSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	giveToFolderOwner(draft);
	renameSync(draft, path);
	syncFolder(dirname(path));
}

/**
 * When root writes into the folder of an ordinary user, the file must stay that user's: else his next start,
 * without root, could not read it.
 */
export function giveToFolderOwner(path: string): void {
	if (process.getuid?.() !== 0) return;
	const folder = statSync(dirname(path));
	if (lstatSync(path).uid !== folder.uid) lchownSync(path, folder.uid, folder.gid);
}

/** Makes a rename or a new file survive a power cut. Not possible, nor needed, on Windows. */
export function syncFolder(path: string): void {
	if (process.platform === 'win32') return;
	const folder = openSync(path, 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
