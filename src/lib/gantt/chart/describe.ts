import { m } from '../../i18n/paraglide/messages.js';
import { tieWords } from '../link-words.ts';
import { nameWords } from '../words.ts';
import type { DrawnRow } from './drawn-rows.ts';
import type { SceneIndex } from './scene.ts';

/** More links than this are not a sentence any more: the panel lists them. */
const MOST_SAID = 6;

/** What a line follows and what follows it, and where it stands among all rows: said once the line has the focus. */
export function describe({ item, row, bar }: DrawnRow, index: SceneIndex): void {
	const { locale, rows } = index.scene;
	const links = index
		.linksOf(item.id)
		.flatMap((link) => link.of.map((one) => ({ ...one, of: [one], after: link.to === item.id })))
		.slice(0, MOST_SAID)
		.map(({ after, ...link }) => {
			// Also one whose row is folded away.
			const other = index.item(after ? link.from : link.to);
			if (!other) return '';
			const said = { title: nameWords(other), words: tieWords(link, index.isBroken(link), locale) };
			return after ? m.gantt_after(said, { locale }) : m.gantt_before(said, { locale });
		});
	const place = m.gantt_row({ row: row + 1, count: rows.length }, { locale });
	bar.group.setAttribute('aria-description', [...links, place].filter((part) => part !== '').join('. '));
}
