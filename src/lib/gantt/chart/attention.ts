import { describe } from './describe.ts';
import type { DrawnRow, DrawnRows } from './drawn-rows.ts';
import type { SceneIndex } from './scene.ts';
import type { Ties } from './ties.ts';

interface Heard {
	index: () => SceneIndex;
	/** A bar is held: what is looked at does not change. */
	held: () => boolean;
	focused: (drawn: DrawnRow) => void;
	openLink: (id: string) => void;
}

/** What the hand points at and what has the focus shows its links, with their words, and its handles. */
export function attend(container: HTMLElement, rows: DrawnRows, ties: Ties, heard: Heard): void {
	container.addEventListener('focusin', (event) => {
		const drawn = rows.under(event.target);
		if (!drawn) return;
		heard.focused(drawn);
		ties.light(drawn.item.id);
		rows.handles(drawn, heard.index());
		describe(drawn, heard.index());
	});
	container.addEventListener('focusout', () => ties.light(null));
	container.addEventListener('pointerover', (event) => {
		const under = rows.under(event.target);
		if (under) rows.handles(under, heard.index());
		const focused = rows.under(document.activeElement)?.item.id;
		if (!heard.held()) ties.light(under?.item.id ?? focused ?? null);
	});
	container.addEventListener('click', (event) => {
		const tie = event.target instanceof Element && event.target.closest<SVGElement>('[data-link]');
		if (tie) heard.openLink(tie.dataset['link'] as string);
	});
}
