import type { SubmitFunction } from '@sveltejs/kit';

/**
 * An act that cannot be undone asks once more: the first submit opens the question, the answer sends the form.
 * Without scripts the form goes straight away; the page has said what it does.
 */
export function askFirst(send: SubmitFunction) {
	let open = $state(false);
	let sure = false;
	let form: HTMLFormElement | undefined;
	const enhance: SubmitFunction = (input) => {
		if (sure) {
			sure = false;
			return send(input);
		}
		form = input.formElement;
		input.cancel();
		open = true;
	};
	return {
		get open() {
			return open;
		},
		set open(value) {
			open = value;
		},
		enhance,
		confirm() {
			sure = true;
			form?.requestSubmit();
		}
	};
}
