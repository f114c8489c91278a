import { csvOf } from '#core/obligations/follow/csv.ts';
import { readInterruptions } from '#server/penalties/interruptions.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { interruptionSheet } from '$lib/penalties/sheet.ts';
import type { RequestHandler } from './$types';

/** The whole register, every revision of it. */
export const GET: RequestHandler = guarded(async ({ locals, params }) =>
	attachment({
		bytes: new TextEncoder().encode(
			csvOf(interruptionSheet(await readInterruptions(locals.ctx, params.slug)))
		),
		mediaType: 'text/csv; charset=utf-8',
		name: `${params.slug}-interruptions.csv`
	})
);
