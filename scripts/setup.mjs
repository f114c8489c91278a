/**
 * Brings the project's folder up to date, and does nothing when it is: dependencies, message catalogue and,
 * with `--build`, the application. Plain JavaScript without dependencies, for whatever Node the machine has
 * (20.20 at least): `npm start` and `npm test` run it first.
 */
import path from 'node:path';
import process from 'node:process';

const OLDEST = [20, 20];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
	console.error(
		`Jalon demande Node ${OLDEST.join('.')} ou plus récent ; cette machine a Node ${process.versions.node}. ` +
			'Installez une version récente (https://nodejs.org), puis recommencez.'
	);
	process.exit(1);
}

const { dependenciesReady, installDependencies } = await import('./lib/dependencies.mjs');
const { build, built, forgetPrepared, notePrepared, prepare, prepared } = await import('./lib/build.mjs');
const { withLock } = await import('./lib/lock.mjs');
const { ROOT } = await import('./lib/run.mjs');
const { fail, say } = await import('./lib/say.mjs');

const wantsBuild = process.argv.includes('--build');
const ready = () => dependenciesReady() && prepared() && (!wantsBuild || built());

async function bringUpToDate() {
	// Asked again under the lock: another run may just have done it.
	if (!dependenciesReady()) {
		forgetPrepared();
		await installDependencies();
		notePrepared();
	}
	if (!prepared()) await prepare();
	if (wantsBuild && !built()) await build();
}

if (!ready()) {
	const lock = path.join(ROOT, '.tmp', 'setup.lock');
	const waiting = () => say('Une autre installation est en cours dans ce dossier : attente…');
	await withLock(lock, waiting, bringUpToDate).catch((error) => {
		if (process.env.JALON_DEBUG === '1') console.error(error);
		if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
			fail(
				`Le dossier ${ROOT} n’est pas modifiable par ce compte : lancez la commande avec le compte à qui il appartient.`
			);
		fail(`La préparation a échoué (${error.code ?? error.message}). JALON_DEBUG=1 en montre davantage.`);
	});
}
