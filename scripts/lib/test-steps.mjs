import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withoutSettings } from './environment.mjs';
import { findBrowser, findProgram } from './find-program.mjs';
import { startPrivatePostgres, systemPostgres } from './private-postgres.mjs';
import { counts, honest, playwrightCounts, readReport, vitestCounts } from './results.mjs';
import { NODE, ROOT, run } from './run.mjs';

/** @typedef {import('./results.mjs').Counts} Counts */

const MODULES = path.join(ROOT, 'node_modules');
const PROGRAMS = {
	eslint: 'eslint/bin/eslint.js',
	prettier: 'prettier/bin/prettier.cjs',
	'svelte-kit': '@sveltejs/kit/svelte-kit.js',
	'svelte-check': 'svelte-check/bin/svelte-check',
	vitest: 'vitest/vitest.mjs',
	playwright: '@playwright/test/cli.js'
};
const REPORTS = path.join(ROOT, '.tmp', 'reports');
/** Colours are for a person's screen, not for a log. @type {NodeJS.ProcessEnv} */
const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
/** Playwright sets FORCE_COLOR by itself, and Node warns when it meets both. @type {NodeJS.ProcessEnv} */
const PLAIN_PLAYWRIGHT = process.stdout.isTTY ? {} : { NO_COLOR: undefined, FORCE_COLOR: '0' };
/** Longer than any step takes: what has not ended by then hangs. */
const LIMIT = 30 * 60_000;

/** @param {keyof typeof PROGRAMS} program @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
const tool = (program, args, env = {}) =>
	run(NODE, [path.join(MODULES, PROGRAMS[program]), ...args], {
		env: { ...PLAIN, ...env, LITE_TELEMETRY: '0' },
		base: withoutSettings(process.env),
		show: true,
		limit: LIMIT
	});

/** A check that is one thing: it passes or it fails. @param {Promise<{ code: number }>} ending @returns {Promise<Counts>} */
const single = async (ending) => ((await ending).code === 0 ? counts({ passed: 1 }) : counts({ failed: 1 }));

/** @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
async function vitest(name, args, env) {
	const report = path.join(REPORTS, `${name}.json`);
	rmSync(report, { force: true });
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const { code } = await tool('vitest', ['run', ...args, ...reporters], env);
	return honest(readReport(report, vitestCounts), code);
}

/** The way to get what is missing, on this machine. @param {string} packages @param {string} otherwise */
const install = (packages, otherwise) =>
	findProgram('apt-get')
		? `sudo apt-get install -y --no-install-recommends ${packages} (.ci/run installs everything)`
		: otherwise;

function documentNotes() {
	const missing = ['soffice', 'pdftoppm', 'pdftotext'].filter((name) => !findProgram(name));
	if (!missing.length) return [];
	const command = install(
		'libreoffice-writer-nogui poppler-utils',
		'LibreOffice and poppler, from their own installers'
	);
	return [`Word files turned into pages: ${missing.join(', ')} not found. Install: ${command}`];
}

/**
 * The store once more, on an engine that Jalon did not bring along: each function by each role, the structure, what
 * the demonstration plays, what the commands do.
 */
async function outsideDatabase() {
	const bin = systemPostgres();
	if (!bin) {
		const command = install('postgresql', 'PostgreSQL 15 or later from your system’s packages');
		return counts({
			skipped: 1,
			notes: [`DATABASE_URL against another PostgreSQL: none is installed. Install: ${command}`]
		});
	}
	const files = readdirSync(path.join(ROOT, 'tests/integration'), { recursive: true, encoding: 'utf8' })
		.filter((file) =>
			/^(backend|demonstration|jalon|journal|matrix|missions|structure)[^/]*\.test\.ts$/.test(
				path.basename(file)
			)
		)
		.map((file) => `tests/integration/${file}`);
	if (!files.length) return counts({ failed: 1, notes: ['no test of the store was found'] });
	const postgres = await startPrivatePostgres(bin);
	try {
		const env = { JALON_TEST_DATABASE_URL: postgres.url };
		return await vitest('outside', ['--project', 'integration', ...files], env);
	} finally {
		await postgres.stop();
	}
}

/** Journeys in a browser, on a build that is up to date. */
async function journeys() {
	const report = path.join(ROOT, '.tmp', 'e2e.json');
	rmSync(report, { force: true });
	if (!existsSync(path.join(ROOT, 'build', '.stamp')))
		return counts({
			skipped: 1,
			notes: ['journeys in a browser: the application could not be built, see above']
		});
	if (!(await findBrowser())) {
		const listed = await run(NODE, [path.join(MODULES, PROGRAMS.playwright), 'test', '--list'], {});
		const number = Number(/Total: (\d+) test/.exec(listed.output)?.[1] ?? 1);
		const command = install('chromium', 'npx playwright install chromium');
		return counts({
			skipped: number,
			notes: [
				`journeys in a browser: no Chromium found (CHROMIUM_PATH, chromium-headless-shell, chromium, google-chrome, Playwright’s own). Install: ${command}`
			]
		});
	}
	const { code } = await tool('playwright', ['test'], {
		PORT: process.env.JALON_E2E_PORT,
		...PLAIN_PLAYWRIGHT
	});
	return honest(readReport(report, playwrightCounts), code);
}

/** @typedef {{ name: string, title: string, reads?: boolean, run: () => Promise<Counts> }} Step `reads`: only reads the sources */

/** Everything, cheapest first. @type {Step[]} */
export const STEPS = [
	{
		name: 'lint',
		title: 'Rules and walls (ESLint)',
		reads: true,
		run: () => single(tool('eslint', ['.']))
	},
	{
		name: 'format',
		title: 'Layout (Prettier)',
		reads: true,
		run: () => single(tool('prettier', ['--check', '--log-level', 'warn', '.']))
	},
	{
		name: 'types',
		title: 'Types (svelte-check)',
		reads: true,
		run: async () => {
			const synced = await tool('svelte-kit', ['sync']);
			if (synced.code !== 0) return counts({ failed: 1 });
			return single(
				tool('svelte-check', [
					'--tsconfig',
					'./tsconfig.json',
					'--threshold',
					'error',
					'--output',
					'human'
				])
			);
		}
	},
	{
		name: 'unit',
		title: 'Pure rules and documents',
		run: async () => {
			const result = await vitest('unit', [
				'--project',
				'unit',
				'--project',
				'documents',
				'--project',
				'core-*',
				'--testTimeout',
				'60000'
			]);
			return { ...result, notes: [...documentNotes(), ...result.notes] };
		}
	},
	{
		name: 'integration',
		title: 'The store and the commands',
		run: () => vitest('integration', ['--project', 'integration'])
	},
	{ name: 'outside', title: 'The store on the system’s PostgreSQL (DATABASE_URL)', run: outsideDatabase },
	{
		name: 'build',
		title: 'Build',
		run: () =>
			single(run(NODE, [path.join(ROOT, 'scripts/setup.mjs'), '--build'], { show: true, limit: LIMIT }))
	},
	{ name: 'e2e', title: 'Journeys in a browser', run: journeys }
];
