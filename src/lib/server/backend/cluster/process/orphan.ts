import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';
import { withConnection } from '../connect.ts';
import { systemCode } from '../errors.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isSameProcess, servesFolder, startMark } from './identity.ts';
import { ownerUrl, type StoredRecord } from '../folder/record.ts';

/**
 * The server left on a folder by a process that was killed: the one PostgreSQL's own file names, or, in the moment
 * before it has written that file, the one we recorded.
 */
export function findOrphan(
	pgData: string,
	record: StoredRecord | null
): { pid: number; mark: string } | null {
	const file = readPostmasterFile(pgData);
	if (file) {
		const mark = startMark(file.pid);
		const isRecorded = record?.pid === file.pid && record.startMark === mark;
		if (mark && (isRecorded || servesFolder(file.pid, pgData))) return { pid: file.pid, mark };
		removeMisleadingFile(pgData, file.pid);
	}
	if (record && record.pid > 0 && isSameProcess(record.pid, record.startMark)) {
		return { pid: record.pid, mark: record.startMark };
	}
	return null;
}

/** Whether the survivor is the recorded one, started as we would start it, and answers with the recorded secret. */
export async function canAdopt(
	orphan: { pid: number; mark: string },
	record: StoredRecord | null,
	wanted: { version: string; settings: string; pgData: string }
): Promise<boolean> {
	if (record?.state !== 'running' || record.pid !== orphan.pid || record.startMark !== orphan.mark)
		return false;
	if (record.version !== wanted.version || record.settings !== wanted.settings) return false;
	try {
		const ask = async (sql: postgres.Sql) => {
			const [row] = await sql`select pg_read_file('postmaster.pid') as file,
				current_setting('data_directory') as folder`;
			return Number.parseInt(String(row?.['file'])) === orphan.pid && row?.['folder'] === wanted.pgData;
		};
		return await withConnection(ownerUrl(record.port, record.secret), null, ask, 4);
	} catch {
		return false;
	}
}

/**
 * PostgreSQL refuses to start while the process named in its file exists, be it a zombie or a stranger that was
 * given the same number. When nobody has that number it looks further by itself: the file is left to it.
 */
function removeMisleadingFile(pgData: string, pid: number): void {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (systemCode(error) !== 'EPERM') return;
	}
	rmSync(join(pgData, 'postmaster.pid'), { force: true });
}
