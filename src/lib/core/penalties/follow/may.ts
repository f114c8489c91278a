import type { Day } from '../../calendar/days.ts';
import type { Hearing } from './hearing.ts';
import type { PenaltyLine } from './types.ts';

export type MayDo = {
	/** Types the amount where no clause gives one. */
	type: boolean;
	/** Types the value a formula multiplies. */
	value: boolean;
	invite: boolean;
	comment: boolean;
	decide: boolean;
	/** The decision open is another one on the same penalty. */
	correct: boolean;
	charge: boolean;
};

/** Why nobody can decide now, in the order it is asked. */
export type NotYet = 'hearing' | 'delay' | 'amount' | null;

/** What still has to come before the decision. */
export function notYet(line: PenaltyLine, hearing: Hearing, today: Day): NotYet {
	if (line.stage === 'invited' && line.commentBy !== null && today <= line.commentBy) return 'delay';
	if (line.notifiedOn === null && hearing.needed === 'required')
		return line.amount === null ? 'amount' : 'hearing';
	return null;
}

/** What somebody may do about a penalty now; the store asks the same again. */
export function mayDo(
	line: PenaltyLine,
	who: { roles: readonly string[]; signs: boolean },
	hearing: Hearing,
	today: Day,
	formula: boolean
): MayDo {
	const manager = who.roles.includes('client_manager');
	const { stage } = line;
	const open = line.notifiedOn === null && (stage === 'detected' || stage === 'computed');
	const decided = stage === 'decided' || stage === 'charged';
	const ready = stage === 'invited' || stage === 'commented' || open;
	return {
		type: manager && open && !formula && (line.amount === null || line.typed),
		value: manager && open && formula && line.about !== 'interruption',
		invite: manager && stage === 'computed' && line.amount !== null,
		comment: who.roles.includes('contractor_lead') && stage === 'invited',
		decide: who.signs && ready && notYet(line, hearing, today) === null,
		correct: who.signs && decided,
		charge: manager && stage === 'decided' && line.decision !== 'waived'
	};
}
