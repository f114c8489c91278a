import type { Calendar } from '#core/calendar/calendar.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { toast } from '$lib/ui/index.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { ScheduleData } from '../data.ts';
import { LinkActs } from '../links/link-acts.ts';
import { saveEdit } from '../save.ts';
import { Board } from './board.svelte.ts';
import { addLink, changeLink, keepPlan, removeLink, setLinks, undoPlan } from './calls.ts';
import { NetworkFacts } from './network.svelte.ts';

interface Sources {
	schedule: () => ScheduleData;
	calendar: () => Calendar;
	address: () => string;
	locale: () => DayLocale;
	/** Whether the frozen plan is compared with. */
	compared: () => boolean;
	/** Reads the schedule again. */
	refresh: () => Promise<void>;
	held: (item: ScheduleItem) => void;
	/** A link may be followed by its preview: nothing else stands over the page. */
	free: () => boolean;
}

export interface Work {
	board: Board;
	facts: NetworkFacts;
	acts: LinkActs;
}

/** Everything one person's work on the schedule needs, tied together: lines, links, and what they say. */
export function openWork(of: Sources): Work {
	const undo = () => ({ label: m.plan_undo({}, { locale: of.locale() }), run: () => board.editor.undo() });
	let said = 0;
	/** The undo offered before is of something else by now: it goes. */
	function tell(words: string, undoable: boolean) {
		toast.close(said);
		said = toast.success(words, undoable ? undo() : undefined);
	}
	const board: Board = new Board({
		save: (edit) => saveEdit(of.address(), edit),
		keepPlan: (ask) => keepPlan(of.address(), ask),
		undoPlan: (act) => undoPlan(of.address(), act),
		links: () => of.schedule().links,
		calendar: of.calendar,
		locale: of.locale,
		refresh: () => void of.refresh(),
		done: tell,
		undone: () => toast.close(said),
		held: of.held
	});
	const facts = new NetworkFacts({
		items: () => board.shown.lines,
		links: () => of.schedule().links,
		calendar: of.calendar,
		baseline: () => (of.compared() ? of.schedule().baseline : null)
	});
	const acts = new LinkActs({
		store: {
			add: (link) => addLink(of.address(), link),
			change: (id, tie, version) => changeLink(of.address(), id, { ...tie, version }),
			remove: (id, version) => removeLink(of.address(), id, version),
			set: (line, ties, read) => setLinks(of.address(), line, ties, read)
		},
		links: () => of.schedule().links,
		items: () => board.shown.lines,
		locale: of.locale,
		refresh: of.refresh,
		done: (words, deed) => {
			board.editor.record(deed);
			board.news = words;
			tell(words, true);
		},
		unkept: (to) => {
			const wrong = of.schedule().links.some((link) => link.to === to && facts.broken.has(link.id));
			if (wrong && of.free()) board.editor.weighLinks(to);
		}
	});
	return { board, facts, acts };
}
