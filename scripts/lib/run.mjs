import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

export const ROOT = path.resolve(
	import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
	'../..'
);
const BIN = path.join(ROOT, 'node_modules', '.bin');

/** The Node among the dependencies, whatever Node the machine has. */
export const NODE = path.join(BIN, 'node');

/** What is running: stopped with us, so that nothing keeps a port or a store behind our back. @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let watching = false;
function stopChildrenWithUs() {
	if (watching) return;
	watching = true;
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.once(signal, () => {
			for (const child of children) child.kill('SIGTERM');
			process.exit(signal === 'SIGINT' ? 130 : 143);
		});
}

/**
 * Runs a command in the project's folder.
 * @param {string} command @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, base?: NodeJS.ProcessEnv, show?: boolean, bin?: boolean, limit?: number }} [options] `show` lets its output through
 *   instead of keeping it; `bin: false` hides the dependencies' commands from it;
 *   `env` is added to `base`; after `limit` milliseconds it is stopped
 * @returns {Promise<{ code: number, output: string, missing: boolean }>} never rejects
 */
export function run(command, args, { env = {}, base = process.env, show = false, bin = true, limit } = {}) {
	stopChildrenWithUs();
	const others = (process.env.PATH ?? '')
		.split(path.delimiter)
		.filter((folder) => path.resolve(folder) !== BIN);
	const PATH = (bin ? [BIN, ...others] : others).join(path.delimiter);
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			env: { ...base, PATH, ...env },
			timeout: limit,
			stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe']
		});
		children.add(child);
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream?.setEncoding('utf8').on('data', (text) => (output += text));
		child.on('error', (error) => {
			const missing = /** @type {any} */ (error).code === 'ENOENT';
			resolve({ code: 127, output: `${output}${error.message}`, missing });
		});
		child.on('close', (code, signal) => {
			children.delete(child);
			resolve({ code: code ?? 1, output: signal ? `${output}\n(${signal})` : output, missing: false });
		});
	});
}
