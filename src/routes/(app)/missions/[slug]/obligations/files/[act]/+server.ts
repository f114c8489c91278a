import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { readProof } from '#server/obligations/read-proof.ts';
import type { RequestHandler } from './$types';

/** The exact bytes of what was sent. */
export const GET: RequestHandler = guarded(async ({ locals, params }) =>
	attachment(await readProof(locals.ctx, params.slug, params.act))
);
