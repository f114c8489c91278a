import { applyAction } from '$app/forms';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DraftKeeper } from '../draft.svelte.ts';
import { connection } from '../feedback/connection.svelte.ts';
import { toast } from '../feedback/toast.svelte.ts';

export interface SubmitOptions {
	/** Cleared once the server has accepted. */
	draft?: DraftKeeper;
	/** Said once it is done: « Rapport déposé ». */
	done?: string;
	/** Empties the fields after success; they keep what they show unless told. */
	reset?: boolean;
	onsuccess?: (data: Record<string, unknown> | undefined) => void;
}

/**
 * For `use:enhance`: sends a form without ever losing what was typed. A refusal (422, 409 …) shows in the page
 * as Kit does it; a request that does not arrive or a server that breaks leaves the page as it stands and says so,
 * where Kit would replace it by the error page.
 *
 * `const sending = createSubmit({ draft })` · `<form method="post" use:enhance={sending.enhance}>` · `<Button loading={sending.pending}>`
 */
export function createSubmit(options: SubmitOptions = {}): {
	readonly pending: boolean;
	enhance: SubmitFunction;
} {
	let pending = $state(false);
	const enhance: SubmitFunction = ({ cancel }) => {
		// A second click while the first is on its way would act twice.
		if (pending) return cancel();
		pending = true;
		return async ({ result, update }) => {
			try {
				// A server that could not even reach the action answers without saying what kind of answer it is.
				if (!('type' in result)) return stay({ type: 'error', status: 503, error: null });
				if (result.type === 'error') return stay(result);
				// The session was lost: nothing was accepted, and the draft waits for the person to come back.
				const toSignIn = result.type === 'redirect' && result.location.startsWith('/sign-in');
				if (toSignIn) return await applyAction(result);
				if (result.type === 'success' || result.type === 'redirect') options.draft?.clear();
				if (result.type === 'redirect') await applyAction(result);
				else await update({ reset: options.reset ?? false });
				if (result.type === 'failure') return;
				if (options.done) toast.success(options.done);
				if (result.type === 'success') options.onsuccess?.(result.data);
			} finally {
				pending = false;
			}
		};
	};
	return {
		get pending() {
			return pending;
		},
		enhance
	};
}

/** Keeps the page and says what to do. Kit gives no status, or 500 with a TypeError, when nothing came back. */
function stay(result: Extract<ActionResult, { type: 'error' }>): void {
	const silent = result.error instanceof TypeError || result.status === undefined;
	if (silent || result.status === 503) {
		connection.failed();
		toast.error(m.ui_submit_unreachable());
		return;
	}
	const said = (result.error as { message?: unknown } | null)?.message;
	const sentence = typeof said === 'string' && result.status !== 500 ? said : '';
	toast.error(sentence || m.ui_submit_refused({ status: result.status ?? 500 }));
}
