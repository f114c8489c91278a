import type { Day } from '../../calendar/days.ts';
import type { MeetingState } from '../states.ts';
import type { ResolutionKind } from '../view.ts';

interface Born {
	id: string;
	number: string;
	wording: string;
	/** The meeting it was born in. */
	meeting: string;
	meetingTitle: string;
	heldOn: Day;
	meetingState: MeetingState;
	/** Code and short name of the body. */
	body: string;
	bodyName: string;
}

/** A decision as the register of the mission tells it. */
export interface DecisionRow extends Born {
	kind: ResolutionKind;
	effectOn: Day | null;
	result: 'adopted' | 'rejected' | 'deferred';
	/** Of a validation: what the body says of the version. */
	outcome: 'endorsed' | 'endorsed_with_reserves' | 'not_endorsed' | null;
	votes: {
		how?: 'consensus' | 'vote';
		for?: number;
		against?: number;
		abstained?: number;
		casting?: boolean;
	} | null;
	/** False while it is a draft of the contractor's secretary. */
	binds: boolean;
	deliverable: string | null;
	version: string | null;
}

/** An action as the register of the mission tells it. */
export interface ActionRow extends Born {
	ownerId: string | null;
	owner: string;
	dueOn: Day | null;
	doneOn: Day | null;
	/** What came of it, said when it was closed. */
	result: string;
	version: number;
	/** Title of the item of the agenda it comes from. */
	item: string | null;
}
