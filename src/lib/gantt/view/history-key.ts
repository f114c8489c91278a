/** Whether a key asks to undo or to redo; in a field and in a dialog these keys are the field's own. */
export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
	const typing =
		event.target instanceof Element &&
		event.target.closest('input, select, textarea, [contenteditable], [role="dialog"]');
	if (typing || event.altKey || !(event.ctrlKey || event.metaKey)) return null;
	const key = event.key.toLowerCase();
	if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo';
	return key === 'z' ? 'undo' : null;
}
