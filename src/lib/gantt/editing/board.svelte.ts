import { untrack } from 'svelte';
import type { Calendar } from '#core/calendar/calendar.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { valuesOf, type Values } from '#core/schedule/edit.ts';
import { NetworkError } from '#core/schedule/network/index.ts';
import type { Break, Link, Move, Replan } from '#core/schedule/network/types.ts';
import type { EditOutcome, ScheduleEdit, ScheduleItem } from '#core/schedule/types.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { nameWords, spanWords } from '../words.ts';
import { ScheduleEditor, type EditorEvent } from './editor.ts';
import type { PlanAsk, PlanMode, PlanOutcome } from './plan-ask.ts';
import { concernsOthers, sameMoves, weigh, type Weighed } from './plan.ts';

/** What to do with what follows: make room, come along, or nothing. */
export type Choice = PlanMode | 'alone';

/** What the person is shown before anything is kept. */
export interface Preview {
	/** The lines taken in hand, where they are wanted. */
	wanted: ScheduleItem[];
	/** The ways of keeping it; one at least. */
	choices: Choice[];
	choice: Choice;
	moves: readonly Move[];
	broken: readonly Break[];
	mended: readonly Break[];
	/** What would not hold if nothing else moved. */
	alone: readonly Break[];
	/** How many lines each way moves. */
	counts: Record<PlanMode, number>;
	/** Why nothing can be computed. */
	fault: NetworkError | null;
	/** Nothing was moved by hand: a link asks for it. */
	byLink: boolean;
}

export interface BoardOptions {
	save: (edit: ScheduleEdit) => Promise<EditOutcome>;
	keepPlan: (ask: PlanAsk) => Promise<PlanOutcome>;
	undoPlan: (act: string) => Promise<PlanOutcome>;
	links: () => readonly Link[];
	calendar: () => Calendar;
	locale: () => DayLocale;
	/** Several lines were moved or put back: to be said with its undo. */
	done: (words: string, undo: boolean) => void;
	/** Something was undone or done since: the undo offered before is no longer of the last act. */
	undone: () => void;
	/** What the store holds is not what this page shows. */
	refresh: () => void;
	/** Something is to be looked at before it is kept. */
	held: (item: ScheduleItem) => void;
}

/** What the schedule's screens show and say while somebody works on it. */
export class Board {
	#turn = $state(0);
	#asked = $state<Choice | null>(null);
	news = $state('');
	refusals = $state<{ id: string; text: string }[]>([]);
	/** What the panel of the preview has to say about its last try. */
	planNews = $state<'offline' | 'changed' | null>(null);
	/** What was typed of a line and refused, to go on with. */
	readonly typed = new Map<string, Values>();
	readonly editor: ScheduleEditor;
	#options: BoardOptions;

	constructor(options: BoardOptions) {
		this.#options = options;
		this.editor = new ScheduleEditor({
			save: options.save,
			keepPlan: options.keepPlan,
			undoPlan: options.undoPlan,
			concerns: (wanted) => concernsOthers(this.#context, wanted),
			changed: () => untrack(() => (this.#turn += 1)),
			tell: (event) => this.#tell(event)
		});
	}

	get #context() {
		const { links, calendar } = this.#options;
		return { items: this.editor.stored, links: links(), calendar: calendar() };
	}

	readonly shown = $derived.by(() => {
		void this.#turn;
		const { items: lines, conflicts, canUndo, canRedo, waiting, pending, plan } = this.editor;
		return { lines, conflicts, canUndo, canRedo, waiting, pending, sending: plan.sending };
	});

	/** What is held, weighed again whenever it or what stands around it changes. */
	readonly preview: Preview | null = $derived.by(() => {
		void this.#turn;
		const wanted = this.editor.held;
		return wanted.length === 0 ? null : this.#previewOf(wanted);
	});

	#previewOf(wanted: ScheduleItem[]): Preview {
		const stored = new Map(this.editor.stored.map((item) => [item.id, item]));
		const put = wanted.map(({ id, startsOn, endsOn }): Move => {
			const from = stored.get(id)!;
			return { id, from: { startsOn: from.startsOn, endsOn: from.endsOn }, to: { startsOn, endsOn } };
		});
		const moved = put.filter(
			({ from, to }) => from.startsOn !== to.startsOn || from.endsOn !== to.endsOn
		);
		const alone: Replan = { moves: moved, broken: [], mended: [] };
		let weighed: Weighed = { push: alone, follow: null, alone: [] };
		let fault: NetworkError | null = null;
		try {
			weighed = weigh(this.#context, wanted);
		} catch (error) {
			if (!(error instanceof NetworkError)) throw error;
			fault = error;
		}
		const byLink = moved.length === 0;
		const choices: Choice[] = [];
		if (!fault && (byLink || !sameMoves(weighed.push.moves, moved))) choices.push('push');
		if (weighed.follow) choices.push('follow');
		if (!byLink) choices.push('alone');
		const usual = choices.includes('push') ? 'push' : (choices.at(-1) ?? 'push');
		const choice = this.#asked && choices.includes(this.#asked) ? this.#asked : usual;
		const { answered } = this.editor.plan;
		const told = answered?.mode === choice ? answered.replan : null;
		const plan =
			told ??
			(choice === 'alone'
				? { ...alone, broken: weighed.alone }
				: choice === 'follow'
					? weighed.follow!
					: weighed.push);
		return {
			wanted,
			choices,
			choice,
			...plan,
			alone: weighed.alone,
			counts: {
				push: weighed.push.moves.length,
				follow: (weighed.follow ?? weighed.push).moves.length
			},
			fault,
			byLink
		};
	}

	choose(choice: Choice): void {
		this.#asked = choice;
		this.planNews = null;
	}

	async keep(): Promise<void> {
		const preview = this.preview;
		if (!preview || preview.fault) return;
		this.planNews = null;
		if (preview.choice === 'alone') this.editor.keepAlone();
		else await this.editor.keepPlan(preview.choice, [...preview.moves]);
		if (!this.preview) this.#asked = null;
	}

	cancel(): void {
		this.editor.plan.cancel();
		this.#asked = null;
		this.planNews = null;
	}

	dismiss(id: string): void {
		this.refusals = this.refusals.filter((refusal) => refusal.id !== id);
	}

	/** Says what was refused, until it is closed or done. */
	refuse(id: string, text: string): void {
		this.refusals = [...this.refusals.filter((refusal) => refusal.id !== id), { id, text }];
		this.news = '';
	}

	#tell(event: EditorEvent): void {
		const locale = this.#options.locale();
		if ('items' in event) {
			const count = event.items.length;
			const said = { planned: m.plan_kept, unplanned: m.plan_unkept, replanned: m.plan_rekept };
			this.news = said[event.kind]({ count }, { locale });
			this.dismiss('plan');
			return this.#options.done(this.news, event.kind !== 'unplanned');
		}
		if (event.kind === 'plan_offline') {
			// Taking back something has no panel to say it in.
			if (!this.editor.plan.offline) return this.refuse('plan', m.plan_undo_offline({}, { locale }));
			this.planNews = 'offline';
			return;
		}
		if (event.kind === 'preview_changed') {
			this.planNews = 'changed';
			return this.#options.refresh();
		}
		if (event.kind === 'plan_refused')
			return this.refuse('plan', m.plan_refused({ message: event.message }, { locale }));
		if ('item' in event) this.#tellOfLine(event, locale);
	}

	#tellOfLine(event: Extract<EditorEvent, { item: ScheduleItem }>, locale: DayLocale): void {
		const words = { title: nameWords(event.item), span: spanWords(event.item, locale) };
		if (event.kind === 'refused') {
			const text = m.schedule_refused({ title: words.title, message: event.message }, { locale });
			this.typed.set(event.item.id, valuesOf(event.item));
			return this.refuse(event.item.id, text);
		}
		this.dismiss(event.item.id);
		this.typed.delete(event.item.id);
		this.#options.undone();
		if (event.kind === 'held') return this.#options.held(event.item);
		if (event.kind === 'saved') this.news = m.schedule_saved(words, { locale });
		if (event.kind === 'undone') this.news = m.schedule_undone(words, { locale });
		if (event.kind === 'redone') this.news = m.schedule_redone(words, { locale });
		if (event.kind === 'stale') this.news = m.schedule_stale_announce({ title: words.title }, { locale });
		if (event.kind === 'offline') this.news = '';
	}
}
