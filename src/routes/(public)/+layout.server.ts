import type { LayoutServerLoad } from './$types';

/** The legal pages say who runs this installation; whoever is signed in keeps their menu. */
export const load: LayoutServerLoad = ({ locals }) => ({
	person: locals.ctx.person,
	legal: locals.ctx.settings.legal
});
