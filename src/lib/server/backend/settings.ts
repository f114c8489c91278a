import { resolve } from 'node:path';
import { z } from 'zod';

const text = z.string().trim().min(1);
const environment = z.object({
	HOST: text.default('127.0.0.1'),
	PORT: z.coerce.number().int().min(0).max(65535).default(3000),
	ORIGIN: z.url().optional(),
	JALON_DATA_DIR: text.default('./.data'),
	JALON_DEMO: z.enum(['auto', 'off']).default('auto'),
	DATABASE_URL: z.url().optional(),
	PUBLIC_SUPABASE_URL: z.url().optional(),
	PUBLIC_SUPABASE_PUBLISHABLE_KEY: text.optional(),
	SUPABASE_SECRET_KEY: text.optional(),
	SMTP_URL: z.url().optional(),
	MAIL_FROM: text.default('Jalon <jalon@localhost>'),
	TEMPLATES_DIR: text.default('./templates'),
	LEGAL_CONTROLLER: text.optional(),
	LEGAL_CONTACT: text.optional(),
	LEGAL_DPO: text.optional(),
	LEGAL_RETENTION: text.optional()
});

/** The environment, read and checked once; everything else asks this. */
export interface Settings {
	host: string;
	port: number;
	siteUrl: string;
	dataDir: string;
	demo: 'auto' | 'off';
	databaseUrl?: string;
	supabaseUrl?: string;
	supabaseKey?: string;
	smtpUrl?: string;
	mailFrom: string;
	templatesDir: string;
	supabaseDir: string;
	/** What the organisation that runs this installation says of itself on the legal pages. */
	legal: { controller?: string; contact?: string; dpo?: string; retention?: string };
	log: (line: string) => void;
}

/**
 * @param env the process's environment; empty variables count as absent
 * @throws with a French sentence naming each variable that cannot be used
 */
export function readSettings(
	env: Record<string, string | undefined>,
	log: (line: string) => void = () => {}
): Settings {
	const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''));
	const read = environment.safeParse(given);
	if (!read.success) {
		const names = read.error.issues.map((i) => `${i.path.join('.')} (${i.message})`).join(', ');
		throw Object.assign(new Error(`Bad environment: ${names}`), {
			sentence: `Configuration refusée : ${names}. Corrigez ces variables (voir .env.example) puis relancez.`
		});
	}
	const e = read.data;
	return {
		host: e.HOST,
		port: e.PORT,
		siteUrl: (e.ORIGIN ?? `http://localhost:${e.PORT}`).replace(/\/$/, ''),
		dataDir: resolve(e.JALON_DATA_DIR),
		demo: e.JALON_DEMO,
		databaseUrl: e.DATABASE_URL,
		supabaseUrl: e.PUBLIC_SUPABASE_URL,
		supabaseKey: e.PUBLIC_SUPABASE_PUBLISHABLE_KEY,
		smtpUrl: e.SMTP_URL,
		mailFrom: e.MAIL_FROM,
		templatesDir: resolve(e.TEMPLATES_DIR),
		supabaseDir: resolve('supabase'),
		legal: {
			controller: e.LEGAL_CONTROLLER,
			contact: e.LEGAL_CONTACT,
			dpo: e.LEGAL_DPO,
			retention: e.LEGAL_RETENTION
		},
		log
	};
}
