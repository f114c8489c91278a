import type { TableWords } from '#core/schedule/exchange/table/write.ts';
import { m } from '../../i18n/paraglide/messages.js';

/** The headings and words of the schedule as a table, in the person's language. */
export const tableWords = (): TableWords => ({
	columns: {
		number: m.schedule_exchange_number(),
		code: m.schedule_exchange_code(),
		kind: m.schedule_exchange_kind(),
		title: m.schedule_exchange_title_column(),
		phase: m.schedule_phase(),
		startsOn: m.schedule_exchange_starts(),
		endsOn: m.schedule_exchange_ends(),
		progress: m.schedule_exchange_progress(),
		links: m.schedule_exchange_links(),
		constraint: m.schedule_exchange_constraint(),
		constraintOn: m.schedule_exchange_constraint_on(),
		limitOn: m.schedule_exchange_limit(),
		actualStart: m.schedule_exchange_actual_start(),
		actualEnd: m.schedule_exchange_actual_end(),
		assignee: m.schedule_exchange_assignee(),
		organisation: m.schedule_exchange_organisation(),
		notes: m.schedule_exchange_notes(),
		baselineStart: m.schedule_exchange_baseline_start(),
		baselineEnd: m.schedule_exchange_baseline_end(),
		id: m.schedule_exchange_mark()
	},
	kind: {
		phase: m.schedule_kind_phase(),
		task: m.schedule_kind_task(),
		milestone: m.schedule_kind_milestone(),
		meeting: m.schedule_kind_meeting()
	},
	constraint: {
		must_start: m.schedule_exchange_must_start(),
		not_before: m.schedule_exchange_not_before(),
		not_after: m.schedule_exchange_not_after()
	}
});

/** Widths of the columns, as a spreadsheet counts them. */
export const tableWidths = [6, 10, 10, 48, 24, 12, 12, 14, 20, 20, 18, 16, 12, 12, 24, 18, 40, 16, 16, 38];
