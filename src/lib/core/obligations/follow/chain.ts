import type { Calendar } from '../../calendar/calendar.ts';
import { formatDay, type DayLocale } from '../../calendar/format.ts';
import { explainRule } from '../../calendar/rules/explain.ts';
import { eventsIn, type Rule } from '../../calendar/rules/schema.ts';
import type { Clause } from '../../contract/common.ts';
import { makeResolver, type EventDays } from '../../contract/events.ts';
import type { Contract } from '../../contract/schema.ts';

/** How the day of an event came about, one step back: « 29 janv. + 5 mois = lun. 29 juin 2020 ». */
export type ChainStep = {
	label: string;
	edge?: 'start' | 'end';
	words: string;
	clause: Clause | null;
};

type Source = { label: string; edge?: 'start' | 'end'; rule: Rule | string | null; clause: Clause | null };

/** No contract counts further back than its phases follow one another. */
const DEEPEST = 12;

/**
 * Where the day of an event comes from, and the day that one counts from in turn, back to a day that was told or that
 * the contract writes. A day that was told (a notification, a meeting held) has no arithmetic behind it.
 */
export function chainOf(
	contract: Contract,
	event: string,
	given: EventDays,
	calendar: Calendar,
	locale: DayLocale
): ChainStep[] {
	const { dayOf } = makeResolver(contract, given, calendar);
	const chain: ChainStep[] = [];
	let at: string | undefined = event;
	for (let left = DEEPEST; left > 0 && at !== undefined; left--) {
		const source: Source | null = sourceOf(contract, at);
		const told = given[at];
		if (source === null) break;
		if (told) {
			// Told, not worked out: what the contract calls it is all there is to say. The event itself is said before.
			const { label, clause } = source;
			if (at !== event) chain.push({ label, words: formatDay(told, locale), clause });
			break;
		}
		if (source.rule === null) break;
		const { rule, ...about } = source as Source & { rule: Rule | string };
		if (typeof rule === 'string') {
			chain.push({ ...about, words: formatDay(rule, locale) });
			break;
		}
		at = eventsIn(rule).at(-1);
		const from = at === undefined ? null : dayOf(at);
		if (at !== undefined && from === null) break;
		// « The same day » explains nothing: what it is the day of does.
		if (!('on' in rule)) chain.push({ ...about, words: explainRule(rule, from, calendar, 1, locale) });
	}
	return chain;
}

function sourceOf(contract: Contract, event: string): Source | null {
	const [edge, code] = event.split(':');
	const phase = contract.phases.find((one) => one.code === code);
	if (phase && (edge === 'start' || edge === 'end')) {
		const label = `${phase.code} ${phase.title}`;
		return { label, edge, rule: phase[edge], clause: phase.clause ?? null };
	}
	const anchor = contract.anchors.find((one) => one.name === event);
	if (anchor) {
		const rule = anchor.day ?? anchor.rule ?? null;
		return { label: anchor.label, rule, clause: anchor.clause ?? null };
	}
	const milestone = contract.milestones.find((one) => one.code === event);
	if (!milestone || 'tbd' in milestone.rule) return null;
	const { code: own, title, rule, clause } = milestone;
	return { label: `${own} ${title}`, rule, clause: clause ?? null };
}
