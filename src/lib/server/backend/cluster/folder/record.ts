import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeDurably } from './files.ts';
import { ClusterError, explainAccess, systemCode } from '../errors.ts';
import { isSameProcess } from '../process/identity.ts';
import type { ClusterRecord } from '../types.ts';

/** The superuser of the cluster; Supabase calls it so, and migrations may name it. */
export const OWNER = 'postgres';
/** The application's database; `postgres` stays empty, for maintenance. */
export const DATABASE = 'jalon';

const recordShape = z.object({
	layout: z.literal(1),
	state: z.enum(['starting', 'running', 'stopped']),
	pid: z.number().int().nonnegative(),
	startMark: z.string(),
	port: z.number().int().min(0).max(65535),
	secret: z.string().min(20),
	version: z.string(),
	settings: z.string(),
	pgData: z.string().min(1)
});

/** The content of `cluster.json`. `settings` is a digest of what the server was started with. */
export type StoredRecord = z.infer<typeof recordShape>;

/**
 * Reads `cluster.json`, from beside a running server too.
 * @returns null when the folder holds none
 * @throws ClusterError `corrupt_record` when it cannot be understood, `wrong_user` when it may not be read
 */
export function loadRecord(dataDir: string): StoredRecord | null {
	const path = recordPath(dataDir);
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return null;
		throw explainAccess(error, dataDir);
	}
	try {
		return recordShape.parse(JSON.parse(text));
	} catch (error) {
		throw new ClusterError(
			'corrupt_record',
			`Le fichier ${path} est illisible : démarrez le serveur une fois (npm start), il le reconstruit sans ` +
				'toucher aux données.',
			error
		);
	}
}

/** Writes `cluster.json` (0600) so that a reader sees the old one or the new one, never half of it. */
export function saveRecord(dataDir: string, record: StoredRecord): void {
	writeDurably(recordPath(dataDir), `${JSON.stringify(record, null, '\t')}\n`);
}

/**
 * For operators' verbs run beside a server: where it listens, how to enter as its owner, whether it lives.
 * @returns null when no cluster was ever made in this folder
 * @throws ClusterError `corrupt_record`, `wrong_user`
 */
export async function readRecord(dataDir: string): Promise<ClusterRecord | null> {
	const record = loadRecord(resolve(dataDir));
	if (!record) return null;
	return {
		pid: record.pid,
		port: record.port,
		ownerUrl: ownerUrl(record.port, record.secret),
		alive: record.state === 'running' && isSameProcess(record.pid, record.startMark),
		version: record.version,
		dataDir: resolve(dataDir),
		pgData: record.pgData
	};
}

/** The owner's connection address. The secret is hexadecimal: nothing to escape. */
export function ownerUrl(port: number, secret: string): string {
	return `postgres://${OWNER}:${secret}@127.0.0.1:${port}/${DATABASE}`;
}

function recordPath(dataDir: string): string {
	return join(dataDir, 'cluster.json');
}
