import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** The built application as an operator runs it, on a data folder and port of its own. */
export interface Served {
	origin: string;
	/** From the spawn to the first page that answered, in milliseconds. */
	firstPageMs: number;
	stop(): Promise<void>;
}

export async function serveBuilt(dataDir: string, port: number): Promise<Served> {
	const began = performance.now();
	const child: ChildProcess = spawn(process.execPath, ['scripts/serve.mjs'], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			ORIGIN: '',
			DATABASE_URL: '',
			JALON_DATA_DIR: dataDir,
			JALON_DEMO: 'auto',
			JALON_ENV_FILE: 'none'
		},
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const origin = `http://localhost:${port}`;
	const stop = async () => {
		if (child.exitCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGTERM');
		await gone;
	};
	for (;;) {
		if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
		const ok = await fetch(`${origin}/sign-in`).then(
			async (r) => r.ok && (await r.text()) !== '',
			() => false
		);
		if (ok) return { origin, firstPageMs: performance.now() - began, stop };
		await wait(20);
	}
}

/** Signs in as a person does, through the form. @returns the cookie header */
export async function signIn(origin: string, email: string): Promise<string> {
	const answer = await fetch(`${origin}/sign-in`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', origin },
		body: new URLSearchParams({ email, password: 'jalon-demo' }),
		redirect: 'manual'
	});
	const cookies = answer.headers.getSetCookie().map((c) => c.split(';')[0]);
	if (answer.status !== 303 || cookies.length === 0)
		throw new Error(`Sign-in of ${email} answered ${answer.status}.`);
	return cookies.join('; ');
}
