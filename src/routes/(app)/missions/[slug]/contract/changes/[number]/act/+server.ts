import { readActFile } from '#server/amendments/read-act-file.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestHandler } from './$types';

/** The exact bytes of the signed act. */
export const GET: RequestHandler = guarded(async ({ locals, params }) =>
	attachment(await readActFile(locals.ctx, params.slug, Number(params.number)))
);
