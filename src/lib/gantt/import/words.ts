import { formatDay, type DayLocale } from '#core/calendar/format.ts';
import { isDay } from '#core/calendar/days.ts';
import type { Difference, LinkChange, ValueName } from '#core/schedule/exchange/compare/types.ts';
import type { FaultCode, RemarkCode } from '#core/schedule/exchange/plan.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { tableWords } from '../export/table-words.ts';
import { tieWords as inWords } from '../link-words.ts';

type Sentences = Record<string, (() => string) | undefined>;
const messages = m as unknown as Sentences;

/** Why a line is refused, and what to do. */
export const faultWords = (code: FaultCode): string =>
	messages[`schedule_exchange_fault_${code}`]?.() ?? code;
/** What to know of a line. */
export const remarkWords = (code: RemarkCode): string =>
	messages[`schedule_exchange_remark_${code}`]?.() ?? code;

/** A column as the table heads it; what the reader calls it where no column has it. */
export function columnWords(column: string | undefined): string {
	if (column === undefined) return '';
	const { columns } = tableWords();
	if (column === 'baseline') return columns.baselineStart;
	return (columns as Record<string, string>)[column] ?? column;
}

const NAMES: Record<ValueName, Parameters<typeof columnWords>[0]> = {
	title: 'title',
	phaseId: 'phase',
	startsOn: 'startsOn',
	endsOn: 'endsOn',
	progress: 'progress',
	constraint: 'constraint',
	actualStart: 'actualStart',
	actualEnd: 'actualEnd',
	assignee: 'assignee',
	organisationId: 'organisation',
	notes: 'notes'
};
export const valueName = (name: ValueName): string => columnWords(NAMES[name]);

/** One value as a person reads it. */
export function valueWords(value: Difference['before'], locale: DayLocale): string {
	if (value === null || value === '') return m.schedule_exchange_import_empty();
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') return isDay(value) ? formatDay(value, locale) : value;
	return `${tableWords().constraint[value.kind]} ${formatDay(value.day, locale)}`;
}

/** A link in words: `FS, 2 jours ouvrés`. */
export function tieWords(tie: LinkChange['after'], locale: DayLocale): string {
	return tie === null ? m.schedule_exchange_import_none({}, { locale }) : inWords(tie, false, locale);
}
