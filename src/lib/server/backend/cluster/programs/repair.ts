import {
	chmodSync,
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { giveToFolderOwner } from '../folder/files.ts';

const linksShape = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages carry no symbolic links: the package's own install script makes them, and that script may have been
 * blocked. Makes the missing links, and makes the programs executable.
 * @returns false when something is missing that could not be mended in place (a read-only folder)
 */
export function repairBinaries(native: string): boolean {
	try {
		for (const { source, target } of listedLinks(native)) restoreLink(source, target);
		if (process.platform !== 'win32') {
			for (const name of readdirSync(join(native, 'bin'))) makeExecutable(join(native, 'bin', name));
		}
		return true;
	} catch {
		return false;
	}
}

/**
 * Copies the programs, complete and executable by anyone, into `copyDir`; a finished copy is kept, one cut short is
 * never taken for finished.
 */
export function copyBinaries(native: string, copyDir: string): string {
	const finished = join(copyDir, fingerprint(native));
	if (existsSync(finished)) return finished;
	if (mkdirSync(copyDir, { recursive: true })) giveToFolderOwner(copyDir);
	chmodSync(copyDir, 0o755);
	for (const old of readdirSync(copyDir)) removeIfPossible(join(copyDir, old));
	const draft = mkdtempSync(join(copyDir, 'draft-'));
	const useful = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
	cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: useful });
	openToAll(draft);
	if (!repairBinaries(draft)) rmSync(draft, { recursive: true, force: true });
	else renameSync(draft, finished);
	return finished;
}

/** An older copy may belong to root, or be in use: it then stays, which only costs room. */
function removeIfPossible(path: string): void {
	try {
		rmSync(path, { recursive: true, force: true });
	} catch {
		// see above
	}
}

/** The package's list is relative to the folder above `native/`; a copy has the same inside under another name. */
function listedLinks(native: string): { source: string; target: string }[] {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return [];
	const inside = (path: string) => join(native, path.replace(/^native\//, ''));
	return linksShape
		.parse(JSON.parse(readFileSync(list, 'utf8')))
		.map(({ source, target }) => ({ source: inside(source), target: inside(target) }));
}

function restoreLink(source: string, target: string): void {
	if (existsSync(target)) return; // follows the link: a dangling one is replaced
	rmSync(target, { force: true });
	const beside = dirname(source) === dirname(target);
	try {
		if (!beside) throw new Error('not in the same folder');
		symlinkSync(basename(source), target);
	} catch {
		copyFileSync(source, target); // a disk without symbolic links
	}
}

function makeExecutable(path: string): void {
	const { mode } = statSync(path);
	if ((mode & 0o555) !== 0o555) chmodSync(path, 0o755);
}

function openToAll(folder: string): void {
	chmodSync(folder, 0o755);
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) openToAll(path);
		else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
	}
}

/** Changes when another version of the package is installed. */
function fingerprint(native: string): string {
	const { version } = z
		.object({ version: z.string() })
		.parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')));
	return `${version}-${statSync(join(native, 'bin', readdirSync(join(native, 'bin'))[0] ?? '')).size}`;
}
