import { redirect } from '@sveltejs/kit';
import { keyPath } from '$lib/obligations/words.ts';
import type { RequestHandler } from './$types';

/** A report that has no page of its own is followed, and its proof given, on its obligation. */
export const GET: RequestHandler = ({ params }) =>
	redirect(303, `/missions/${params.slug}/obligations/${keyPath(`${params.code}/${params.period}`)}`);
