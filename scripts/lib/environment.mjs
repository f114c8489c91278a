const OURS =
	/^(JALON_|HOST$|PORT$|ORIGIN$|DATABASE_URL$|PUBLIC_SUPABASE_|SUPABASE_|SMTP_URL$|MAIL_FROM$|TEMPLATES_DIR$|LEGAL_|ADDRESS_HEADER$|XFF_DEPTH$|NODE_ENV$)/;

/**
 * An environment without Jalon's settings: tests never touch the store, the mail or the address that this
 * machine uses for real.
 * @param {NodeJS.ProcessEnv} env
 */
export function withoutSettings(env) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS.test(name)));
}
