/**
 * Starts the built application: `npm start` runs this after `scripts/setup.mjs`.
 *
 * adapter-node's own server takes `https` for granted and knows one origin only, so that on a plain
 * http://localhost every form would be refused; this one wraps its request handler instead.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isLoopbackName, listenAddresses, parseOrigin, parsePort, shownAddress } from './lib/origin.mjs';
import { closeApplication, handleSignals } from './lib/process-life.mjs';
import { explain, listenRefusal, Refusal, report } from './lib/refusal.mjs';
import { createWebServer, PROTOCOL_HEADER } from './lib/web-server.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** On the machine's old Node, hand over to the one among the dependencies; signals pass through. */
function handOver() {
	const node = path.join(ROOT, 'node_modules', '.bin', 'node');
	if (!existsSync(node))
		throw new Refusal('Node 24 manque parmi les dépendances : lancez « npm start », qui l’installe.');
	const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)));
	child.on('exit', (code) => process.exit(code ?? 1));
}

/** What the environment asks for, checked before anything is started. */
function readSettings() {
	const envFile = path.join(ROOT, '.env');
	if (process.env.JALON_ENV_FILE !== 'none' && existsSync(envFile)) process.loadEnvFile(envFile);
	const build = path.resolve(ROOT, process.env.JALON_BUILD_DIR || 'build', 'handler.js');
	if (!existsSync(build))
		throw new Refusal('L’application n’est pas construite : lancez « npm start », qui la construit.');
	try {
		const addresses = listenAddresses(process.env.HOST);
		return {
			build,
			addresses,
			origin: parseOrigin(process.env.ORIGIN),
			port: parsePort(process.env.PORT)
		};
	} catch (error) {
		throw new Refusal(/** @type {Error} */ (error).message);
	}
}

/** Says that another program holds the port before the store is started, which takes longer. @param {string} host @param {number} port */
async function probe(host, port) {
	const server = net.createServer();
	await new Promise((resolve, reject) => {
		server.once('error', (error) => reject(listenRefusal(error, host, port)));
		server.listen({ host, port }, () => server.close(resolve));
	});
}

/** Imports the built application, which starts its store and rejects when it cannot. @param {string} build @param {URL | undefined} origin */
async function importApplication(build, origin) {
	// adapter-node reads these when it is imported, and refuses an empty ORIGIN.
	if (origin) process.env.ORIGIN = origin.origin;
	else delete process.env.ORIGIN;
	process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	delete process.env.HOST_HEADER;
	delete process.env.PORT_HEADER;
	process.env.BODY_SIZE_LIMIT ||= '64M';
	process.env.NODE_ENV ||= 'production';
	process.env.LITE_TELEMETRY = '0';
	process.chdir(ROOT); // the store reads its migrations from <cwd>/supabase
	const { handler } = await import(pathToFileURL(build).href);
	return { handler, demo: /** @type {any} */ (globalThis).__jalonHasDemo === true };
}

async function main() {
	const { build, addresses, origin, port } = readSettings();
	const open = !addresses.every(isLoopbackName);
	await probe(addresses[0], port);

	/** @type {{ server?: ReturnType<typeof createWebServer> }} */
	const running = {};
	handleSignals(running);
	const { handler, demo } = await importApplication(build, origin);
	if (demo && open)
		throw new Refusal(
			`Cette base contient les comptes de démonstration, dont le mot de passe est public : elle ne peut pas être servie sur ${addresses[0]}. ` +
				'Retirez HOST, ou enlevez la démonstration : npm run --silent jalon -- demo remove'
		);

	running.server = createWebServer({
		handler,
		origin,
		report: (error) => report('Requête échouée', error)
	});
	const chosen = await running.server.listen(addresses, port).catch((error) => {
		throw listenRefusal(error, addresses[0], port);
	});
	if (open && !origin)
		console.error(
			'Sans ORIGIN, seules les adresses de cette machine sont servies ; les autres reçoivent 421. Exemple : ORIGIN=https://jalon.exemple.fr npm start'
		);
	if (demo && origin && !isLoopbackName(origin.hostname))
		console.error(
			`Attention : ${origin.origin} publie des comptes de démonstration, dont le mot de passe est public.`
		);
	const hint = demo ? ' — démonstration : connectez-vous avec l’un des comptes proposés sur la page.' : '';
	console.log(
		`Jalon est prêt : ${origin?.origin ?? shownAddress(addresses[0], chosen)}  (Ctrl+C pour arrêter)${hint}`
	);
}

try {
	if (Number(process.versions.node.split('.')[0]) < 22) handOver();
	else await main();
} catch (error) {
	console.error(explain(error));
	await closeApplication();
	process.exit(1);
}
