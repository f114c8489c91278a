/**
 * Where the caret goes when the text around it is replaced by one that differs in a single run: it stays behind the
 * same letter, whether the others typed before it or after it.
 */
export function caretAfter(before: string, after: string, caret: number): number {
	let start = 0;
	while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
	if (caret <= start) return caret;
	let end = 0;
	const room = Math.min(before.length, after.length) - start;
	while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
	if (caret >= before.length - end) return caret + after.length - before.length;
	return Math.min(caret, after.length - end);
}

/** Puts a text into a field that somebody may be typing in, and leaves the caret where it was. */
export function putText(field: HTMLTextAreaElement, text: string): void {
	if (field.value === text) return;
	const { value, selectionStart, selectionEnd } = field;
	const focused = document.activeElement === field;
	field.value = text;
	if (focused)
		field.setSelectionRange(
			caretAfter(value, text, selectionStart),
			caretAfter(value, text, selectionEnd)
		);
}
