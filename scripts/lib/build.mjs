import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, stamp, stamped } from './fingerprint.mjs';
import { NODE, ROOT, run } from './run.mjs';
import { fail, say, seconds } from './say.mjs';

const GENERATED = 'src/lib/i18n/paraglide';
const PREPARED = path.join(ROOT, '.svelte-kit', '.jalon-stamp');
const BUILT = path.join(ROOT, 'build', '.stamp');

const messages = () =>
	fingerprint(ROOT, [
		'src/lib/i18n/messages',
		'project.inlang/settings.json',
		'svelte.config.js',
		'package-lock.json'
	]);

const sources = () =>
	fingerprint(
		ROOT,
		[
			'src',
			'static',
			'project.inlang/settings.json',
			'svelte.config.js',
			'vite.config.ts',
			'tsconfig.json',
			'package.json',
			'package-lock.json'
		],
		(file) => file === GENERATED || file === 'src/bin' || file.endsWith('.test.ts')
	);

/** Are the message functions and Kit's types those of the sources? */
export const prepared = () =>
	stamped(PREPARED, messages()) &&
	existsSync(path.join(ROOT, GENERATED, 'messages.js')) &&
	existsSync(path.join(ROOT, '.svelte-kit', 'tsconfig.json'));

/** Before an installation, whose own `prepare` makes them anew. */
export function forgetPrepared() {
	for (const file of [
		PREPARED,
		path.join(ROOT, GENERATED, 'messages.js'),
		path.join(ROOT, '.svelte-kit', 'tsconfig.json')
	])
		rmSync(file, { force: true });
}

/** After an installation: what it has just made needs not be made twice. */
export function notePrepared() {
	if (
		existsSync(path.join(ROOT, GENERATED, 'messages.js')) &&
		existsSync(path.join(ROOT, '.svelte-kit', 'tsconfig.json'))
	)
		stamp(PREPARED, messages());
}

/** Compiles the message catalogue and lets Kit write its types. */
export async function prepare() {
	const value = messages();
	for (const script of ['i18n', 'sync']) {
		const { code, output } = await run('npm', ['run', '--silent', script]);
		if (code !== 0)
			fail(
				'Les textes de l’application n’ont pas pu être préparés : le message ci-dessus dit où.',
				output
			);
	}
	stamp(PREPARED, value);
	say('Textes et types préparés.');
}

/** Was the application built from these very sources? */
export const built = () => existsSync(path.join(ROOT, 'build', 'handler.js')) && stamped(BUILT, sources());

/** Builds the application for production, whatever NODE_ENV is. The stamp comes last: half a build counts for nothing. */
export async function build() {
	const begun = Date.now();
	say('Construction de l’application…');
	const value = sources();
	rmSync(BUILT, { force: true });
	const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
	const { code, output } = await run(NODE, [vite, 'build', '--logLevel', 'warn'], {
		env: { NODE_ENV: 'production', NO_COLOR: '1' }
	});
	if (code !== 0) fail('La construction a échoué : le message ci-dessus dit où.', output);
	stamp(BUILT, value);
	say(`Application construite en ${seconds(Date.now() - begun)}.`);
}
