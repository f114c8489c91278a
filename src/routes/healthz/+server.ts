import { runningApplication } from '#server/app.ts';
import { log } from '#server/log.ts';
import { version } from '../../../package.json';

const json = (status: number, body: object) =>
	new Response(JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});

/** For balancers and operators: does the store answer? Says nothing else. */
export async function GET() {
	const { backend } = await runningApplication();
	try {
		await backend.ping();
		return json(200, { status: 'ok', backend: backend.kind, version });
	} catch (error) {
		log.error({ err: error }, 'health');
		return json(503, { status: 'down', backend: backend.kind, version });
	}
}
