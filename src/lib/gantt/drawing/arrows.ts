import type { DayLocale } from '#core/calendar/format.ts';
import { headPath, pathOf, route, within, type Box } from '#core/schedule/drawing/route.ts';
import type { Link } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { linkWords, tieWords } from '../link-words.ts';
import { draw } from './svg.ts';

/** A link with its lines and where they stand. */
export interface Tied {
	link: Link & { of: readonly Link[] };
	from: { item: ScheduleItem; box: Box };
	to: { item: ScheduleItem; box: Box };
	broken: boolean;
	/** The row of the two that is drawn, where the arrow must be whole. */
	near: number;
	/** The lines that are tied, which may be folded into the phases where the arrow stands. */
	named: (id: string) => ScheduleItem;
}

/** A link to a line far away runs out of what any screen shows, and no further. */
const FAR = 4000;
/** Of links drawn as one, this many are said. */
const MOST_SAID = 8;

/** How a link is drawn: a line, its head, and room to be pointed at. */
export function arrow(tied: Tied, halfRow: number, locale: DayLocale): SVGGElement {
	const { link, broken, named } = tied;
	const group = draw('g', { class: 'tie', 'aria-hidden': 'true' });
	// Several drawn as one open none of them.
	if (link.of.length === 1) group.dataset['link'] = link.id;
	if (broken) group.dataset['broken'] = 'true';
	const words = link.of
		.slice(0, MOST_SAID)
		.map((one) => linkWords(one, named(one.from), named(one.to), broken && link.of.length === 1, locale))
		.join('\n');
	const hit = draw('path', { class: 'tie-room' });
	hit.append(draw('title', {}, words));
	group.append(draw('path', { class: 'tie-way' }), draw('path', { class: 'tie-head' }), hit);
	if (broken) group.append(draw('text', { class: 'tie-sign' }, '≠'));
	placeArrow(group, tied, halfRow);
	return group;
}

/** Puts an arrow where its two lines stand, also while one of them is dragged. */
export function placeArrow(group: SVGGElement, { link, from, to, near }: Tied, halfRow: number): void {
	const way = within(route(from.box, to.box, link.type, halfRow), near - FAR, near + FAR);
	const d = pathOf(way.points);
	const [line, head, room, sign] = group.children as unknown as SVGElement[];
	line?.setAttribute('d', d);
	room?.setAttribute('d', d);
	head?.setAttribute('d', headPath(way));
	const [turn] = way.points.slice(1) as [[number, number]];
	sign?.setAttribute('x', String(turn[0] + 3));
	sign?.setAttribute('y', String((from.box.middle + to.box.middle) / 2));
}

/** Shows a link's words beside it, while the line it leaves or reaches is looked at. */
export function light(group: SVGGElement, tied: Tied, lit: boolean, locale: DayLocale): void {
	group.classList.toggle('lit', lit);
	group.querySelector('.tie-words')?.remove();
	if (!lit) return;
	const { box } = tied.to;
	const at = tied.link.type === 'FS' || tied.link.type === 'SS' ? box.start : box.end;
	const before = tied.link.type === 'FS' || tied.link.type === 'SS';
	group.append(
		draw(
			'text',
			{
				class: 'tie-words',
				x: before ? at - 12 : at + 14,
				y: box.middle - 7,
				'text-anchor': before ? 'end' : 'start'
			},
			tied.link.of.length === 1
				? tieWords(tied.link, tied.broken, locale)
				: m.gantt_links({ count: tied.link.of.length }, { locale })
		)
	);
}
