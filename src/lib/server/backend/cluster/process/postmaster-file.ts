import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What PostgreSQL itself says of the server on a folder, in `postmaster.pid`: line 1 its process, line 4 its port,
 * line 8 its state (PostgreSQL's src/include/utils/pidfile.h).
 */
export function readPostmasterFile(pgData: string): { pid: number; port: number; isReady: boolean } | null {
	try {
		const lines = readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n');
		const pid = Math.abs(Number(lines[0])); // negative: a single-user backend
		if (!Number.isInteger(pid) || pid === 0) return null;
		return { pid, port: Number(lines[3]) || 0, isReady: lines[7]?.trim() === 'ready' };
	} catch {
		return null;
	}
}
