import type { ReservedSql, Sql } from 'postgres';

/** The part of a postgres.js connection that the library's query builder uses. */
type Connection = Pick<ReservedSql, 'unsafe' | 'release'>;
type Values = Parameters<Connection['unsafe']>[1];
type Answer = ReturnType<Connection['unsafe']>;

/** `SELECT set_config('request.path', $1, true)`, as the library writes each of its settings. */
const SETTING = /^\s*select set_config\('([a-z_.]+)', (\$1|''), true\)\s*$/i;
const BEGIN = /^\s*begin\s*$/i;
const END = /^\s*(commit|rollback)\s*$/i;
const ASKS_FOR_ANSWER = /^\s*select current_setting\('response\.status', true\)/i;
const CALL = /^\s*select\b/i;
const ANSWER =
	"select current_setting('response.status', true) as status, current_setting('response.headers', true) as headers";
/** Statements kept ready on each connection; ours are some hundred, and nobody else can send any. */
const KEPT = 1000;

const seen = new Set<string>();

/** Parsed and planned once per connection, unless there are more of them than anybody wrote. */
function worthKeeping(text: string): boolean {
	if (seen.has(text)) return true;
	if (seen.size >= KEPT) return false;
	seen.add(text);
	return true;
}

const nothing = (): Answer =>
	Promise.resolve(Object.assign([], { command: 'SELECT', count: 0 })) as unknown as Answer;

/**
 * The library asks PostgreSQL some fifteen questions for one call of the data API, each after the answer to the one
 * before: begin, ten settings, the call, what it says of its answer, commit. Here begin and the settings wait and
 * leave together with the call, in the same transaction and the same order, and the question about the answer leaves
 * with it: two journeys in place of fifteen. PostgreSQL runs what it is sent in order and stops the transaction at the
 * first fault, so the call can never run without its settings, the role above all.
 */
export function pipelined(connection: Connection): Connection {
	let begins: string | null = null;
	let settings: [name: string, value: string][] = [];
	/** The call is one of a function: its settings name the answer to be. */
	let asked = false;
	let answer: Promise<unknown> | null = null;

	const send = (text: string, values: Values = []) =>
		connection.unsafe(text, values, values.length > 0 && worthKeeping(text) ? { prepare: true } : {});

	/** Sends what waits, without awaiting it. @returns what it comes to; never an unhandled rejection */
	function flush(): Promise<unknown>[] {
		const sent: Promise<unknown>[] = [];
		if (begins !== null) sent.push(send(begins).execute());
		if (settings.length > 0) {
			const calls = settings.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`);
			sent.push(send(`select ${calls.join(', ')}`, settings.flat()).execute());
		}
		begins = null;
		settings = [];
		for (const one of sent) one.catch(() => {});
		return sent;
	}

	/** The fault that stopped the transaction, not the ones that followed from it. */
	async function first(sent: Promise<unknown>[], last: Promise<unknown>): Promise<unknown> {
		const all = await Promise.allSettled([...sent, last]);
		const failed = all.find((one) => one.status === 'rejected');
		if (failed) throw failed.reason;
		return (all.at(-1) as PromiseFulfilledResult<unknown>).value;
	}

	function unsafe(text: string, values: Values = []): Answer {
		if (BEGIN.test(text)) {
			begins = text;
			return nothing();
		}
		const setting = SETTING.exec(text);
		if (setting && (begins !== null || settings.length > 0)) {
			settings.push([setting[1]!, setting[2] === '$1' ? String(values[0] ?? '') : '']);
			asked ||= setting[1] === 'response.status';
			return nothing();
		}
		if (ASKS_FOR_ANSWER.test(text) && answer !== null) {
			const kept = answer;
			answer = null;
			return kept as Answer;
		}
		if (END.test(text)) {
			asked = false;
			answer = null;
			// Nothing was sent: there is nothing to end.
			if (begins !== null) {
				begins = null;
				settings = [];
				return nothing();
			}
		}
		const isCall = asked && CALL.test(text);
		// Another statement after the call could change what it says of its answer: the library asks for itself then.
		answer = null;
		const sent = flush();
		if (sent.length === 0 && !isCall) return send(text, values);
		const running: Promise<unknown> = send(text, values).execute();
		running.catch(() => {});
		if (isCall) {
			asked = false;
			answer = send(ANSWER).execute();
			answer.catch(() => {});
		}
		return first(sent, running) as Answer;
	}
	return { unsafe, release: () => connection.release() } as Connection;
}

/** Makes every connection that the library takes from this pool a pipelined one. */
export function pipeline(pool: Sql): void {
	const reserve = pool.reserve.bind(pool);
	pool.reserve = async () => pipelined(await reserve()) as ReservedSql;
}
