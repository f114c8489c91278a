import type { Line } from '#core/obligations/follow/line.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindWords, ownerWords, stateWords } from './words.ts';

/** The words of the table that is taken away, in the reader's language. */
export const sheetWords = () => ({
	columns: [
		m.obligations_sheet_key(),
		m.obligations_sheet_code(),
		m.obligations_sheet_title(),
		m.obligations_sheet_kind(),
		m.obligations_sheet_owner(),
		m.obligations_sheet_period(),
		m.obligations_sheet_nominal(),
		m.obligations_sheet_due(),
		m.obligations_sheet_advised(),
		m.obligations_sheet_state(),
		m.obligations_sheet_done(),
		m.obligations_sheet_late(),
		m.obligations_sheet_clause(),
		m.obligations_sheet_quote(),
		m.obligations_sheet_words()
	],
	owner: (line: Line) => ownerWords(line.owner),
	kind: (line: Line) => kindWords(line.kind),
	state: stateWords
});
