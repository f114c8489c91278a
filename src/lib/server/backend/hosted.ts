import { DomainError } from '#core/errors.ts';
import type { Backend } from './types.ts';

/**
 * Hosted or self-hosted Supabase. Migrations are applied by its operator (`supabase db push`), mails of sign-in are
 * its own. The secret key is for operators' verbs and is never read here, so the server has no door of its own.
 * Written from the documentation and not tried against a hosted project.
 */
export function openHosted(url: string, publishableKey: string): Backend {
	return {
		kind: 'supabase',
		url,
		publishableKey,
		fetch: (input, init) => fetch(input, init),
		door: null,
		ping: async () => {
			const answer = await fetch(new URL('/auth/v1/health', url), {
				headers: { apikey: publishableKey },
				signal: AbortSignal.timeout(5000)
			});
			if (!answer.ok) throw new DomainError('store_down', { status: answer.status });
		},
		close: async () => {}
	};
}
