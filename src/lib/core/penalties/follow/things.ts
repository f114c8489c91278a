import type { Line } from '../../obligations/follow/line.ts';
import type { LateThing } from './types.ts';

/**
 * The contractor's duties that are late or were done late, oldest first. A waiver or an extension is already counted
 * in; a milestone is a limit of the mission and nobody's own duty, and what both owe is no delay of one of them.
 */
export function lateThings(lines: readonly Line[]): LateThing[] {
	return lines
		.filter(
			(one) =>
				one.owner === 'contractor' &&
				one.source !== 'milestone' &&
				one.due !== null &&
				one.standing.late
		)
		.map((one) => ({
			key: one.key,
			code: one.code,
			title: one.title,
			about: aboutOf(one),
			due: one.due!,
			doneOn: one.facts.sent?.on ?? null,
			days: one.standing.daysLate,
			clause: one.clause
		}));
}

function aboutOf({ source, kind }: Pick<Line, 'source' | 'kind'>): LateThing['about'] {
	if (source === 'deliverable' || source === 'step') return 'deliverable';
	return kind === 'report' ? 'report' : 'obligation';
}
