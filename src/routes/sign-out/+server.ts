import { redirect } from '@sveltejs/kit';
import { signOut } from '#server/accounts/sign-out.ts';
import type { RequestHandler } from './$types';

/** `everywhere=on` ends every session of the person; else this one alone. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const form = await request.formData().catch(() => new FormData());
	await signOut(locals.ctx, form.get('everywhere') === 'on');
	redirect(303, '/sign-in');
};

/** A link may not sign anybody out. */
export const GET: RequestHandler = () => redirect(303, '/');
