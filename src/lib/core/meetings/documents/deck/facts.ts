import type { Day } from '../../../calendar/days.ts';
import type { Contract } from '../../../contract/schema.ts';
import type { RegisterRow } from '../../../deliverables/view.ts';
import type { Judgement } from '../../../indicators/state.ts';
import type { Line } from '../../../obligations/follow/line.ts';
import type { ReportBody } from '../../../reports/body.ts';
import type { ScheduleItem } from '../../../schedule/types.ts';
import type { UndatedLine } from '../../../schedule/undated.ts';
import type { PaperFacts } from '../words.ts';

/** What the slides of a meeting are made from, as this very person may read it. */
export interface DeckFacts extends PaperFacts {
	/** The mission's own day. */
	today: Day;
	regime: string;
	/** The phase under way, and day n of the whole. */
	phase: { code: string; title: string; progress: number; endsOn: Day | null } | null;
	day: number | null;
	of: number | null;
	/** The last filed weekly report, and the one before it. */
	weather: { period: string; filedOn: Day | null; body: ReportBody; before: ReportBody | null } | null;
	items: readonly ScheduleItem[];
	undated: readonly UndatedLine[];
	/** Where each line stood in the last plan frozen; null while none was. */
	baseline: Readonly<Record<string, { startsOn: Day; endsOn: Day }>> | null;
	/** The versions an item of the agenda is about, by its title: « E-L11, V1.0 ». */
	asked: ReadonlyMap<string, string[]>;
	/** Meetings people were told of: a draft is its planner's alone, and slides go to everybody. */
	convened: readonly { code: string; title: string; heldOn: Day }[];
	deliverables: readonly RegisterRow[];
	/** Late, or due soon. */
	obligations: readonly Line[];
	indicators: { contract: Contract['indicators']; judged: readonly Judgement[] };
}
