import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent } from './$types';

// Meetings are listed under the body they are of.
export const load = ({ params }: PageServerLoadEvent) => redirect(308, `/missions/${params.slug}/committees`);
