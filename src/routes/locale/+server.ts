import { error, redirect } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import { cookieMaxAge, cookieName, isLocale } from '$lib/i18n/paraglide/runtime.js';
import { safePath } from '$lib/shell/safe-path.ts';
import type { RequestHandler } from './$types.ts';

/** Form fields `locale` and `back`: keeps the language in a cookie, goes back to a page of this site. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const locale = form.get('locale');
	if (!isLocale(locale)) error(422, m.shell_language_unknown());
	// The browser's half of the application reads it too; it says nothing about anybody.
	cookies.set(cookieName, locale, {
		path: '/',
		maxAge: cookieMaxAge,
		httpOnly: false,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	redirect(303, safePath(form.get('back'), url.origin));
};
