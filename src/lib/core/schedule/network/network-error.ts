/** Why a network cannot be computed: a day the calendar does not cover, a circle, a line nobody knows, one nobody moves. */
export type NetworkFault = 'out_of_range' | 'cycle' | 'unknown' | 'pinned' | 'end_before_start';

/** A schedule that cannot be computed. `ids` names the lines: of a circle in order, each followed by the next. */
export class NetworkError extends Error {
	override name = 'NetworkError';
	readonly fault: NetworkFault;
	readonly ids: string[];
	constructor(fault: NetworkFault, ids: string[] = []) {
		super(ids.length > 0 ? `${fault}: ${ids.join(' > ')}` : fault);
		this.fault = fault;
		this.ids = ids;
	}
}
