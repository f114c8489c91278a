/** Scrolls the page so that a line, and some of what follows it, is seen above the preview of its change. */
export function uncover(id: string): void {
	const place = `[data-id="${CSS.escape(id)}"] .bar, tr[data-line="${CSS.escape(id)}"]`;
	const line = document.querySelector(place)?.getBoundingClientRect();
	const panel = document.querySelector('.plan-preview')?.getBoundingClientRect();
	if (!line || !panel) return;
	const room = Math.max(80, panel.top * 0.35);
	if (line.bottom > panel.top - room || line.top < 60) window.scrollBy({ top: line.top - room });
}

/** Gives the focus to the first field of a line in the table. */
export function focusRow(id: string): void {
	const row = document.querySelector(`[data-line="${CSS.escape(id)}"]`);
	row?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}
