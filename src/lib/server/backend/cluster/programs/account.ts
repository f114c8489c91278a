import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from '../types.ts';

/**
 * The account PostgreSQL must run under: null for "our own". PostgreSQL refuses to run as root, so root lends it
 * `nobody`, or the ordinary user that owns the cluster's folder, so that he can start it himself afterwards.
 * @param pgData the cluster's folder; it need not exist, the one above it must
 */
export function chooseAccount(pgData: string): Account | null {
	if (process.getuid?.() !== 0) return null;
	const existing = statSync(pgData, { throwIfNoEntry: false });
	const owner = existing ?? statSync(dirname(pgData));
	// initdb refuses a number that has no account (a volume of a container, say); a server that exists does not care.
	if (owner.uid !== 0 && (existing || hasAccount(owner.uid)))
		return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
	return { name: 'nobody', uid: askId('-u'), gid: askId('-g') };
}

/** The `uid` and `gid` options of `spawn` for this account; Node drops root's other groups with them. */
export function asAccount(account: Account | null): { uid?: number; gid?: number } {
	return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Whether the account may walk down to this folder, which exists (permission bits only). */
export function canReach(account: Account | null, path: string): boolean {
	if (!account) return true;
	for (let folder = path; ; folder = dirname(folder)) {
		const { mode, uid, gid } = statSync(folder);
		const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
		if (((mode >> shift) & 0o1) === 0) return false;
		if (folder === dirname(folder)) return true;
	}
}

function hasAccount(uid: number): boolean {
	try {
		execFileSync('id', ['-un', String(uid)], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

function askId(flag: '-u' | '-g'): number {
	try {
		const id = Number(
			execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
		);
		// A nobody that is root would be refused by PostgreSQL: fall back on the usual number.
		return Number.isInteger(id) && id > 0 ? id : 65534;
	} catch {
		return 65534;
	}
}
