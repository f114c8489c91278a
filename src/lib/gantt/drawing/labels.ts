import type { FrappeBar } from 'frappe-gantt';

/** Space between a bar's edge and its name. */
const PAD = 8;
const widths = new WeakMap<SVGTextElement, number>();

function widthOf(label: SVGTextElement): number {
	const known = widths.get(label);
	if (known !== undefined) return known;
	const width = label.getBBox().width;
	if (width > 0) widths.set(label, width);
	return width;
}

/**
 * Puts a bar's name inside it where it fits, against the left edge of what is seen of the bar, so that a long bar
 * keeps its name while the chart scrolls; beside it otherwise.
 */
export function placeLabel(bar: FrappeBar, left: number): void {
	const label = bar.group.querySelector<SVGTextElement>('.bar-label');
	if (!label) return;
	const start = bar.$bar.getX();
	const end = start + bar.$bar.getWidth();
	const room = end - PAD - widthOf(label);
	const fits = bar.group.dataset['kind'] !== 'milestone' && room >= start + PAD;
	label.classList.toggle('big', !fits);
	const x = fits ? Math.min(Math.max(start, left) + PAD, room) : end + PAD;
	label.setAttribute('x', String(x));
}

/** A month that shows only its last days leaves its label no room: it is cut at the next one. */
export function trimLabels(labels: readonly HTMLElement[], width: number): void {
	labels.forEach((label, index) => {
		const next = labels[index + 1];
		const end = next ? Number.parseFloat(next.style.left) : width;
		label.style.maxWidth = `${end - Number.parseFloat(label.style.left)}px`;
	});
}
