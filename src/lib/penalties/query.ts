import type { PenaltyLine } from '#core/penalties/follow/types.ts';

export const filters = ['all', 'simulated', 'notified', 'decided', 'charged', 'lapsed'] as const;
export type Filter = (typeof filters)[number];

const stagesOf: Record<Exclude<Filter, 'all'>, readonly string[]> = {
	simulated: ['detected', 'computed'],
	notified: ['invited', 'commented'],
	decided: ['decided'],
	charged: ['charged'],
	lapsed: ['lapsed']
};

/** What the address of the page asks for; anything it does not know is all of them. */
export const readFilter = (params: URLSearchParams): Filter =>
	filters.find((one) => one === params.get('stage')) ?? 'all';

/** The lines a filter leaves; `all` leaves out what lapsed. */
export const kept = (lines: readonly PenaltyLine[], filter: Filter): PenaltyLine[] =>
	lines.filter((one) => (filter === 'all' ? one.stage !== 'lapsed' : stagesOf[filter].includes(one.stage)));
