import type { Day } from '#core/calendar/days.ts';
import { phaseGroups, rowsOf } from '#core/schedule/rows.ts';
import type { Holiday, ScheduleItem } from '#core/schedule/types.ts';
import type { UndatedLine } from '#core/schedule/undated.ts';
import { withUndated } from '#core/schedule/undated-rows.ts';
import { filterGroups, narrows } from './filter.ts';
import type { View } from './view.ts';

interface Sources {
	lines: () => readonly ScheduleItem[];
	undated: () => readonly UndatedLine[];
	holidays: () => readonly Holiday[];
	today: () => Day;
	view: () => View;
	/** The lines of the critical path; asked for only when it chooses the lines. */
	critical: () => ReadonlySet<string>;
}

/** How the address names a phase. */
export const keyOf = (phase: ScheduleItem) => phase.code ?? phase.id;

const NOBODY: ReadonlySet<string> = new Set();

/** The lines a person sees, in their order, as the address asks for them. */
export class Seen {
	#of: Sources;
	/** A line keeps its row while the page is open: under the hand that moves it, it must not jump elsewhere. */
	#firstDays = new Map<string, ScheduleItem>();
	/** The same lines give the same list, or the chart would be drawn again at each step of a save. */
	#last: ScheduleItem[] = [];

	constructor(of: Sources) {
		this.#of = of;
	}

	readonly byId = $derived.by(() => new Map(this.#of.lines().map((line) => [line.id, line])));

	readonly phases = $derived.by(() =>
		rowsOf(phaseGroups(this.#of.lines())).filter((item) => item.kind === 'phase')
	);

	readonly phaseId = $derived.by(
		() => this.phases.find((phase) => keyOf(phase) === this.#of.view().phase)?.id ?? null
	);

	readonly collapsed: ReadonlySet<string> = $derived.by(() => {
		const { closed } = this.#of.view();
		return new Set(this.phases.filter((phase) => closed.includes(keyOf(phase))).map(({ id }) => id));
	});

	readonly groups = $derived.by(() => {
		const [lines, view] = [this.#of.lines(), this.#of.view()];
		for (const line of lines) if (!this.#firstDays.has(line.id)) this.#firstDays.set(line.id, line);
		const all = phaseGroups(lines, this.phaseId, (line) => this.#firstDays.get(line.id) ?? line);
		const critical = view.shown === 'critical' ? this.#of.critical() : NOBODY;
		return filterGroups(all, view, this.#of.today(), critical);
	});

	readonly rows = $derived.by(() => {
		const next = rowsOf(this.groups);
		const same = next.length === this.#last.length && next.every((row, at) => row === this.#last[at]);
		if (!same) this.#last = next;
		return this.#last;
	});

	readonly count = $derived.by(() => this.groups.reduce((sum, { items }) => sum + items.length, 0));

	readonly undated = $derived.by(() =>
		this.#of.undated().filter((line) => this.phaseId === null || line.phaseId === this.phaseId)
	);

	/** The rows of the chart: those without a day stand among them, unless the lines are filtered by their days or people. */
	readonly chartRows = $derived.by(() =>
		narrows(this.#of.view()) ? this.rows : withUndated(this.rows, this.undated)
	);

	/** The holidays of the period that is drawn. */
	readonly holidays = $derived.by(() => {
		const today = this.#of.today();
		const first = this.rows.reduce((day, line) => (line.startsOn < day ? line.startsOn : day), today);
		const last = this.rows.reduce((day, line) => (line.endsOn > day ? line.endsOn : day), today);
		return this.#of.holidays().filter(({ day }) => day >= first && day <= last);
	});
}
