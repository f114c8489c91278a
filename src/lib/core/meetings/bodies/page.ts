import type { Clause } from '../../contract/common.ts';
import type { RuleName } from '../rules.ts';
import type { BodyView, CalendarData } from '../view.ts';
import type { BodySeat, PhaseStart } from './seats.ts';
import type { Planned, Proposal } from './series.ts';

/** Somebody who may be seated. */
export interface Seatable {
	id: string;
	name: string;
	organisation: string;
	functionTitle: string;
	side: string;
	/** Only reads the mission: sits as a guest. */
	observes: boolean;
}

/** One body, with everything its page says. */
export interface BodyPage extends BodyView {
	version: number;
	/** Rules the contract states: they are not set here. With where, when it says so by a clause. */
	stated: Partial<Record<RuleName, Clause | null>>;
	phases: PhaseStart[];
	/** Where the mission stands today. */
	phase: string | null;
	/** Every seat there is or was. */
	allSeats: BodySeat[];
	people: Seatable[];
	calendar: CalendarData;
	/** Can a series be proposed from its cadence? */
	cadenceRule: boolean;
	planned: Planned[];
}

export interface SeriesPage {
	body: BodyPage;
	from: string;
	to: string;
	proposals: Proposal[];
}
