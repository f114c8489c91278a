import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: its start time (with the boot it belongs to).
 * @returns an opaque word without spaces, or null when no such process runs (a zombie does not run)
 */
export function startMark(pid: number): string | null {
	if (!Number.isInteger(pid) || pid <= 0) return null;
	if (process.platform === 'linux') return linuxMark(pid);
	if (process.platform === 'win32') return answersSignal(pid) ? 'unknown' : null;
	return psMark(pid);
}

/** Whether this very process (same number, same start) still runs. */
export function isSameProcess(pid: number, mark: string): boolean {
	const now = startMark(pid);
	return now !== null && now === mark;
}

/** Whether that process is a PostgreSQL server working on `pgData`. */
export function servesFolder(pid: number, pgData: string): boolean {
	try {
		if (process.platform === 'linux') {
			// The postmaster works inside its data folder; this holds even after the folder was renamed.
			return readlinkSync(`/proc/${pid}/cwd`) === pgData && commandLine(pid).includes('postgres');
		}
		return commandLine(pid).includes(pgData);
	} catch {
		return false;
	}
}

/** Two processes only see each other's numbers within one of these (a container has its own). */
export function processSpace(): string {
	if (process.platform !== 'linux') return process.platform;
	try {
		return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '') || 'linux';
	} catch {
		return 'linux';
	}
}

function linuxMark(pid: number): string | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
		// proc(5): the name in parentheses may hold spaces; state is field 3, start time field 22.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		const state = fields[0] ?? '';
		const start = fields[19] ?? '';
		if (state === 'Z' || state === 'X' || !start) return null;
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8);
		return `${boot}-${start}`;
	} catch {
		return null;
	}
}

function psMark(pid: number): string | null {
	try {
		const options = {
			env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
			encoding: 'utf8'
		} as const;
		const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], options).trim();
		if (!line || line.startsWith('Z')) return null;
		return line.split(/\s+/).slice(1).join('_').replaceAll(':', '');
	} catch {
		return null;
	}
}

function commandLine(pid: number): string {
	if (process.platform === 'linux')
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
	return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

function answersSignal(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
