import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of programs of the newest PostgreSQL that the system's packages installed, or undefined. */
export function systemPostgres() {
	try {
		const newest = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))[0];
		const bin = path.join(DEBIAN, newest, 'bin');
		return readdirSync(bin).includes('initdb') && readdirSync(bin).includes('postgres') ? bin : undefined;
	} catch {
		return undefined;
	}
}

/** PostgreSQL refuses to run as root. @returns {{ uid: number, gid: number } | undefined} */
function ordinaryUser() {
	if (process.getuid?.() !== 0) return undefined;
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const user = ['postgres', 'nobody']
		.map((name) => users.find((fields) => fields[0] === name))
		.find(Boolean);
	if (!user) throw new Error('root may not run PostgreSQL, and there is no user postgres or nobody');
	return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** @returns {Promise<number>} */
function freePort() {
	const server = net.createServer();
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = /** @type {net.AddressInfo} */ (server.address());
			server.close(() => resolve(port));
		});
	});
}

/**
 * Starts a cluster of its own from the system's PostgreSQL, on a loopback port, in a temporary folder.
 * @param {string} bin
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the owner's address
 */
export async function startPrivatePostgres(bin) {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'jalon-postgres-'));
	const user = ordinaryUser();
	const password = randomBytes(18).toString('hex');
	const secret = path.join(folder, 'secret');
	writeFileSync(secret, password, { mode: 0o600 });
	for (const place of user ? [folder, secret] : []) chownSync(place, user?.uid ?? 0, user?.gid ?? 0);
	const options = { cwd: folder, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' }, ...user };
	const data = path.join(folder, 'data');
	const made = spawnSync(
		path.join(bin, 'initdb'),
		[
			'-D',
			data,
			'-U',
			'postgres',
			'-A',
			'scram-sha-256',
			'-E',
			'UTF8',
			'--no-locale',
			`--pwfile=${secret}`
		],
		{ ...options, encoding: 'utf8' }
	);
	if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);

	const port = await freePort();
	// Thrown away afterwards, so nothing needs to reach the disk.
	const settings = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		max_connections: '200',
		fsync: 'off'
	};
	const server = spawn(
		path.join(bin, 'postgres'),
		[
			'-D',
			data,
			'-p',
			String(port),
			...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
		],
		{ ...options, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	let log = '';
	server.stderr.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-5000)));
	const ended = new Promise((resolve) => server.on('close', resolve));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	const kill = () => server.kill('SIGKILL');
	process.once('exit', kill);
	for (let tries = 0; !log.includes('ready to accept connections'); tries++) {
		if (server.exitCode !== null || tries > 300) {
			kill();
			remove();
			throw new Error(`postgres did not start: ${log}`);
		}
		await sleep(100);
	}
	return {
		url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
		async stop() {
			server.kill('SIGINT'); // "fast": connections are closed, nothing is waited for
			await Promise.race([ended, sleep(10_000).then(kill)]);
			process.off('exit', kill);
			remove();
		}
	};
}
