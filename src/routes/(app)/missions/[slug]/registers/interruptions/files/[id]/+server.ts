import { readInterruptionFile } from '#server/penalties/interruptions.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestHandler } from './$types';

/** The exact bytes of a proof. */
export const GET: RequestHandler = guarded(async ({ locals, params }) =>
	attachment(await readInterruptionFile(locals.ctx, params.slug, params.id))
);
