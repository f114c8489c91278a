import type { SubmitFunction } from '@sveltejs/kit';
import { createSubmit } from '$lib/ui/index.ts';

/**
 * Sends one line of the list. What is tapped shows at once; what did not arrive stays shown as not saved, so that it
 * can be tapped again.
 */
export function ticking() {
	const sending = createSubmit();
	let sent = $state<string | null>(null);
	let lost = $state(false);
	const enhance: SubmitFunction = async (input) => {
		if (sending.pending) return input.cancel();
		sent = String(input.formData.get('status') ?? '');
		lost = false;
		const after = await sending.enhance(input);
		return async (answer) => {
			await after?.(answer);
			lost = !('type' in answer.result) || answer.result.type === 'error';
			if (!lost) sent = null;
		};
	};
	return {
		/** The status that was tapped and is not confirmed yet. */
		get sent() {
			return sent;
		},
		get lost() {
			return lost;
		},
		get pending() {
			return sending.pending;
		},
		enhance
	};
}
