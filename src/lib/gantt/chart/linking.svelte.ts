import type { DayLocale } from '#core/calendar/format.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { nameWords } from '../words.ts';

interface LinkingOptions {
	/** Two lines were found: what ties them is asked in a form. */
	tie: (from: string, to: string) => void;
	say: (words: string) => void;
	locale: () => DayLocale;
}

/** What a finger chose, and a link made without pulling: its first line is known, the other one is looked for. */
export class Linking {
	/** The line a link starts from. */
	from = $state.raw<ScheduleItem | null>(null);
	/** The line a finger rested on: its handles are large. */
	chosen = $state.raw<ScheduleItem | null>(null);
	readonly #options: LinkingOptions;

	constructor(options: LinkingOptions) {
		this.#options = options;
	}

	choose(row: ScheduleItem): void {
		this.from = null;
		this.chosen = row;
		this.#say(m.gantt_chosen({ title: nameWords(row) }, { locale: this.#options.locale() }));
	}

	start(row: ScheduleItem): void {
		const locale = this.#options.locale();
		if (row.kind === 'phase' || row.undated) return this.#say(m.gantt_linking_phase({}, { locale }));
		this.chosen = null;
		this.from = row;
		this.#say(m.gantt_linking({ title: nameWords(row) }, { locale }));
	}

	tie(row: ScheduleItem): void {
		const locale = this.#options.locale();
		if (!this.from || row.id === this.from.id) return this.#say(m.gantt_linking_self({}, { locale }));
		if (row.kind === 'phase' || row.undated) return this.#say(m.gantt_linking_phase({}, { locale }));
		const from = this.from.id;
		this.from = null;
		this.#options.tie(from, row.id);
	}

	/** Gives up; false when there was nothing to give up. */
	leave(): boolean {
		const had = this.from ?? this.chosen;
		if (this.from) this.#say(m.gantt_linking_end({}, { locale: this.#options.locale() }));
		this.from = null;
		this.chosen = null;
		return had !== null;
	}

	#say(words: string): void {
		this.#options.say(words);
	}
}
