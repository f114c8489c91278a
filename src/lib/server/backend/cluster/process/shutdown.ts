import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError, explainAccess, systemCode } from '../errors.ts';
import { isSameProcess } from './identity.ts';
import { run } from '../programs/run.ts';

type Mode = 'fast' | 'immediate' | 'kill';
/** postgres(1): SIGINT is the fast shutdown, SIGQUIT the immediate one (recovery follows at the next start). */
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' } as const;

/**
 * Stops a server and waits for its end: fast first (everything written, sessions closed), harder only when it does
 * not obey. No committed row is lost either way.
 * @param patienceMs how long the fast shutdown may take; a survivor nobody uses deserves less than a server in use
 * @param pgCtl the program that asks on Windows, where there are no signals
 * @throws ClusterError `cannot_stop`, `wrong_user`
 */
export async function stopServer(
	server: { pid: number; mark: string },
	pgData: string,
	pgCtl: string | null,
	patienceMs = 20_000
): Promise<void> {
	const steps: [Mode, number][] = [
		['fast', patienceMs],
		['immediate', 3_000],
		['kill', 5_000]
	];
	for (const [mode, waitMs] of steps) {
		if (!isSameProcess(server.pid, server.mark)) return;
		await ask(mode, server.pid, pgData, pgCtl);
		const deadline = Date.now() + waitMs;
		while (Date.now() < deadline) {
			if (!isSameProcess(server.pid, server.mark)) return;
			await sleep(15);
		}
	}
	throw new ClusterError(
		'cannot_stop',
		`PostgreSQL (processus ${server.pid}) ne s’arrête pas : arrêtez ce processus vous-même, puis relancez.`
	);
}

async function ask(mode: Mode, pid: number, pgData: string, pgCtl: string | null): Promise<void> {
	if (process.platform === 'win32' && mode !== 'kill' && pgCtl) {
		await run(pgCtl, ['stop', '-D', pgData, '-m', mode, '--no-wait'], { account: null });
		return;
	}
	try {
		process.kill(pid, SIGNALS[mode]);
	} catch (error) {
		if (systemCode(error) !== 'ESRCH') throw explainAccess(error, pgData);
	}
}
