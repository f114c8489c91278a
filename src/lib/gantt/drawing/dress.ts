import type { Day } from '#core/calendar/days.ts';
import type { Editable } from '#core/schedule/permissions.ts';
import type { Span } from '#core/schedule/drawing/scale.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import type { FrappeBar } from 'frappe-gantt';
import { m } from '../../i18n/paraglide/messages.js';
import { headline, lineWords, spanWords } from '../words.ts';
import type { Stage } from './backdrop.ts';
import { bracket, diamond, placeDiamond } from './marks.ts';

export interface Dress {
	item: ScheduleItem;
	rights: Editable;
	today: Day;
	/** The line that Tab reaches. */
	reachable: boolean;
	barHeight: number;
	critical: boolean;
	baseline: Span | null;
	ghost: Span | null;
	/** A phase that can be folded: whether its lines are shown, and how many there are. */
	fold: { open: boolean; count: number } | null;
}

/** The whole line in words, with what is drawn around it. */
function words({ item, today, critical, baseline, ghost, fold }: Dress, stage: Stage): string {
	const { locale } = stage;
	const moved = baseline && (baseline.startsOn !== item.startsOn || baseline.endsOn !== item.endsOn);
	return [
		lineWords(item, today, locale),
		critical ? m.gantt_critical({}, { locale }) : null,
		moved ? m.gantt_baseline({ span: spanWords(baseline, locale) }, { locale }) : null,
		ghost ? m.gantt_ghost({ span: spanWords(ghost, locale) }, { locale }) : null,
		fold && !fold.open ? m.gantt_folded({ count: fold.count }, { locale }) : null
	]
		.filter((part) => part !== null)
		.join(', ');
}

/** Gives a drawn bar its kind and state (for the style), its words (for those who hear) and its marks. */
export function dress(stage: Stage, bar: FrappeBar, look: Dress): void {
	const { item, rights, today, reachable, barHeight, critical, fold } = look;
	const { group } = bar;
	Object.assign(group.dataset, {
		// A meeting is drawn as a milestone is.
		kind: isPoint(item) ? 'milestone' : item.kind,
		state: headline(item, today, stage.locale).state,
		dates: rights.dates ? 'free' : 'fixed',
		progress: rights.progress ? 'free' : 'fixed'
	});
	if (item.undated) group.dataset['undated'] = item.undated;
	if (critical) group.dataset['critical'] = 'true';
	group.setAttribute('role', 'button');
	group.setAttribute('tabindex', reachable ? '0' : '-1');
	group.setAttribute('aria-label', words(look, stage));
	if (fold) group.setAttribute('aria-expanded', String(fold.open));
	if (isPoint(item)) {
		bar.bar_group.append(diamond(item));
		placeDiamond(bar, barHeight);
	}
	if (item.kind === 'phase') bar.bar_group.append(bracket(item, bar));
}
