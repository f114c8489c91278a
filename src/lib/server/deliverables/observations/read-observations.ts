import type { ObservationView } from '#core/deliverables/observations/view.ts';
import type { Context } from '#server/context.ts';
import { selectObservations } from '#server/db/observations.ts';

/** What was asked about a deliverable, by number; empty for who is not a member of the mission. */
export const readObservations = (ctx: Context, slug: string, code: string): Promise<ObservationView[]> =>
	selectObservations(ctx, slug, code);
