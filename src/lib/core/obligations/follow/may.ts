import type { Line } from './line.ts';

export type MayDo = {
	send: boolean;
	answer: boolean;
	/** Waive it, or record that it never came. */
	close: boolean;
	restore: boolean;
	extend: boolean;
	read: boolean;
};

/** What somebody with these roles may do about a line now; the store asks the same again. */
export function mayDo(line: Line, readings: number, roles: readonly string[]): MayDo {
	const manager = roles.includes('client_manager');
	const contractor = roles.includes('contractor_lead') || roles.includes('consultant');
	const owes =
		line.owner === 'client' ? manager : line.owner === 'contractor' ? contractor : manager || contractor;
	const { state } = line.standing;
	const here = ['file', 'papers', 'statement'].includes(line.proof);
	const closed = ['sent', 'accepted', 'not_sent', 'waived'].includes(state);
	return {
		send: here && owes && !closed,
		answer: here && manager && state === 'sent' && line.owner !== 'client',
		close: manager && !closed,
		restore: manager && (state === 'waived' || state === 'not_sent'),
		// What was done keeps its date, contested or not.
		extend: manager && line.due !== null && !closed && state !== 'contested' && line.act === null,
		read: manager && readings > 0
	};
}
