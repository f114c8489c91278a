/**
 * Completes package-lock.json: `npm run lock`, after a dependency was added or changed.
 *
 * npm leaves the binaries of other platforms out of the lock file when the registry it asked did not have them
 * (a mirror that lags behind), and then `npm ci` refuses everywhere with "Missing … from lock file". Their version is
 * known all the same, it is pinned by the package that names them; what they run on is asked from the registry.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { missingFromLock } from './lib/lock-file.mjs';
import { ROOT, run } from './lib/run.mjs';
import { fail, say } from './lib/say.mjs';

const file = path.join(ROOT, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingFromLock(lock);

for (const { name, version, wantedBy } of missing) {
	if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version))
		fail(`${wantedBy} demande ${name}@${version}, qui n’est pas une version exacte.`);
	const { code, output } = await run('npm', [
		'view',
		name,
		'os',
		'cpu',
		'libc',
		'license',
		'--json',
		'--loglevel=error'
	]);
	const facts = code === 0 ? JSON.parse(output) : {};
	const latest = Array.isArray(facts) ? facts.at(-1) : facts;
	const { os, cpu, libc } = latest;
	if (!os && !cpu)
		fail(`Le registre ne dit pas à quelle machine ${name} est destiné : réessayez plus tard.`);
	const entry = {
		version,
		cpu,
		dev: lock.packages[`node_modules/${wantedBy}`]?.dev,
		libc,
		license: latest.license,
		optional: true,
		os
	};
	lock.packages[`node_modules/${name}`] = JSON.parse(JSON.stringify(entry));
	say(`${name}@${version}`);
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (missing.length) writeFileSync(file, `${JSON.stringify(lock, null, '\t')}\n`);
say(`${missing.length} paquet(s) ajouté(s) à package-lock.json.`);
