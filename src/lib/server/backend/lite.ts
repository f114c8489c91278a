import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { App, type EmailDriver } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import postgres from 'postgres';
import { makeDoor } from './door.ts';
import { makeLane } from './lane/index.ts';
import { migrate } from './migrate.ts';
import { pipeline } from './pipeline.ts';
import { quietly } from './quiet.ts';
import { plainWarnings } from './plain-warnings.ts';
import type { Secrets } from './secrets.ts';
import type { Backend } from './types.ts';

process.env.LITE_TELEMETRY = '0';
plainWarnings();

/** Not on any network: requests are handed over in process. The name decides the session cookie's. */
const inProcess = 'http://jalon.internal';

export interface LiteOptions {
	kind: 'embedded' | 'postgres';
	ownerUrl: string;
	secrets: Secrets;
	/** The project's `supabase` folder. */
	folder: string;
	siteUrl: string;
	/** Called after the store's own connections are closed. */
	onClose?: () => Promise<void>;
	isAlive?: () => boolean;
}

function authSettings(o: LiteOptions) {
	const template = (file: string, subject: string) => ({
		subject,
		content_path: join(o.folder, 'templates', file)
	});
	return {
		enabled: true,
		jwt_secret: o.secrets.jwtSecret,
		publishable_key: o.secrets.publishableKey,
		secret_key: o.secrets.secretKey,
		jwt_expiry: 3600,
		enable_signup: true,
		minimum_password_length: 10,
		site_url: o.siteUrl,
		email: {
			enable_signup: true,
			enable_confirmations: true,
			otp_length: 6,
			otp_expiry: 3600,
			template: {
				magic_link: template('magic_link.html', 'Votre code de connexion à Jalon'),
				confirmation: template('confirmation.html', 'Votre code de connexion à Jalon'),
				recovery: template('recovery.html', 'Votre nouveau mot de passe pour Jalon')
			}
		}
	};
}

function liteApp(o: LiteOptions, url: string, email: EmailDriver) {
	const connection = createPostgresConnection({ url, postgresOptions: { onnotice: () => {} } });
	pipeline(connection.driver);
	return new App({
		connection,
		auth: authSettings(o),
		storage: { enabled: false },
		studio: { enabled: false },
		options: { server: { admin: false, disableStudio: true }, drivers: { email } }
	});
}

/**
 * Roles belong to the whole server, and a lock to one database: two databases prepared in the same instant may still
 * meet on a role, which PostgreSQL answers with `tuple concurrently updated`. Nothing was done then: done again.
 */
async function whenNobodyElse(work: () => Promise<unknown>, attempts = 10): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await work();
			return;
		} catch (error) {
			const crossed = /concurrently (updated|deleted)|deadlock/.test((error as Error).message);
			if (!crossed || attempt === attempts) throw error;
			await setTimeout(20 * attempt);
		}
	}
}

/** The owner's turn: roles, the store's own schemas, migrations, privileges. No data call is ever made as owner. */
async function prepare(o: LiteOptions): Promise<void> {
	const sql = postgres(o.ownerUrl, {
		max: 1,
		onnotice: () => {},
		connection: { client_min_messages: 'warning' }
	});
	try {
		// Two starts at once on an outside store: one prepares it after the other, and finds little left to do.
		await sql`select pg_advisory_lock(7263540)`;
		const roles = await readFile(join(o.folder, 'roles.sql'), 'utf8');
		await whenNobodyElse(() =>
			sql
				.unsafe(
					`${roles}\nalter role jalon_api password '${o.secrets.apiPassword.replaceAll("'", '')}'`
				)
				.simple()
		);
		const owner = liteApp(o, o.ownerUrl, { send: async () => {} });
		await quietly(() => owner.ensureSystemSchema());
		await owner.connection.close();
		await migrate(sql, o.folder);
		await sql.unsafe(await readFile(join(o.folder, 'privileges.sql'), 'utf8')).simple();
	} finally {
		await sql.end({ timeout: 5 });
	}
}

/** The library answers alike for a store that failed and for one that is not there: asked again, and said. */
async function orDown(answer: Response, ping: () => Promise<void>): Promise<Response> {
	try {
		await ping();
		return answer;
	} catch {
		const down = {
			code: 'CONNECTION_CLOSED',
			message: 'The store has stopped.',
			details: null,
			hint: null
		};
		return Response.json({ ...down, msg: down.message }, { status: 500 });
	}
}

/**
 * lite in this process, in front of a PostgreSQL: the owner prepares and leaves, then everything is served as
 * `jalon_api`, which can only become `anon` or `authenticated`.
 */
export async function openLite(o: LiteOptions): Promise<Backend> {
	await prepare(o);
	const api = new URL(o.ownerUrl);
	api.username = 'jalon_api';
	api.password = o.secrets.apiPassword;
	const sql = postgres(api.href, { max: 6, onnotice: () => {}, connect_timeout: 5 });
	const door = makeDoor(sql);
	const { jwtSecret, publishableKey } = o.secrets;
	const lane = makeLane({ sql, jwtSecret, publishableKey });
	const email: EmailDriver = {
		send: ({ to, subject, text, html }) =>
			door.keepMail({ toEmail: to, kind: 'auth', data: { subject, text, html } })
	};
	const app = liteApp(o, api.href, email);
	// lite grants ALL to anon and authenticated at its first data call unless it believes it already has.
	Reflect.set(app.connection, 'rlsState', 'active');
	await quietly(() => app.init());
	const ping = async () => {
		if (o.isAlive && !o.isAlive()) throw new Error('The store has stopped.');
		await sql`select 1`;
	};
	return {
		kind: o.kind,
		url: inProcess,
		publishableKey,
		fetch: async (input, init) => {
			const short = await lane(input, init);
			if (short) return short;
			const answer = await quietly(() => app.fetch(new Request(input, init), { peerAddress: null }));
			return answer.status < 500 ? answer : orDown(answer, ping);
		},
		door,
		ping,
		close: async () => {
			// Without a time limit a connection that broke in the middle of a transaction is waited for without end.
			const timeout = o.isAlive?.() === false ? 0 : 5;
			const library = Reflect.get(app.connection, 'driver') as postgres.Sql;
			await Promise.all([library.end({ timeout }), sql.end({ timeout })]);
			await o.onClose?.();
		}
	};
}
