import type { Day } from '#core/calendar/days.ts';
import type { Editable } from '#core/schedule/permissions.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import type { FrappeBar } from 'frappe-gantt';
import { headline, lineWords } from '../words.ts';
import type { Stage } from './backdrop.ts';
import { bracket, diamond, placeDiamond } from './marks.ts';

export interface Dress {
	item: ScheduleItem;
	rights: Editable;
	today: Day;
	/** The line that Tab reaches. */
	reachable: boolean;
	barHeight: number;
}

/** Gives a drawn bar its kind and state (for the style), its words (for those who hear) and its marks. */
export function dress(
	stage: Stage,
	bar: FrappeBar,
	{ item, rights, today, reachable, barHeight }: Dress
): void {
	const { group } = bar;
	Object.assign(group.dataset, {
		// A meeting is drawn as a milestone is.
		kind: isPoint(item) ? 'milestone' : item.kind,
		state: headline(item, today, stage.locale).state,
		dates: rights.dates ? 'free' : 'fixed',
		progress: rights.progress ? 'free' : 'fixed'
	});
	group.setAttribute('role', 'button');
	group.setAttribute('tabindex', reachable ? '0' : '-1');
	group.setAttribute('aria-label', lineWords(item, today, stage.locale));
	if (isPoint(item)) {
		bar.bar_group.append(diamond(item));
		placeDiamond(bar, barHeight);
	}
	if (item.kind === 'phase') bar.bar_group.append(bracket(item, bar));
}
