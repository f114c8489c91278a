/**
 * Optional packages that something in the lock file names and that the lock file does not hold.
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 * @returns {{ name: string, version: string, wantedBy: string }[]}
 */
export function missingFromLock({ packages }) {
	/** @type {Map<string, { name: string, version: string, wantedBy: string }>} */
	const missing = new Map();
	for (const [where, entry] of Object.entries(packages)) {
		for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
			if (found(packages, where, name)) continue;
			missing.set(name, { name, version, wantedBy: where.split('node_modules/').at(-1) ?? '' });
		}
	}
	return [...missing.values()];
}

/** Looks a package up as Node does: beside its user, then in each folder above. @param {object} packages @param {string} where @param {string} name */
function found(packages, where, name) {
	for (let folder = where; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
		if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
		if (!folder.includes('node_modules/') || folder === '') return false;
		if (!folder.includes('/node_modules/')) return `node_modules/${name}` in packages;
	}
}
