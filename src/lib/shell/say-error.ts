import { m } from '../i18n/paraglide/messages.js';

const PAGES: Record<number, { title: () => string; text: () => string }> = {
	403: { title: m.page_error_403_title, text: m.page_error_403_text },
	404: { title: m.page_error_404_title, text: m.page_error_404_text },
	409: { title: m.page_error_409_title, text: m.page_error_409_text },
	421: { title: m.page_error_421_title, text: m.page_error_421_text },
	422: { title: m.page_error_422_title, text: m.page_error_422_text },
	429: { title: m.page_error_429_title, text: m.page_error_429_text },
	500: { title: m.page_error_500_title, text: m.page_error_500_text },
	503: { title: m.page_error_503_title, text: m.page_error_503_text }
};

/** Words that the framework puts where nobody wrote a sentence. */
const NOT_A_SENTENCE =
	/^(not found.*|internal error|error: \d+|bad request|forbidden|\w+ method not allowed)$/iu;

/**
 * What an error page says: the general case of its status and, under 500, the sentence of whoever refused.
 * What broke (500 and above) is never quoted: it may carry inner matters.
 */
export function sayError(
	status: number,
	error: unknown
): { title: string; text: string; detail: string; reference: string } {
	const known =
		PAGES[status] ?? (status >= 500 ? PAGES[500] : status >= 400 ? PAGES[422] : undefined) ?? PAGES[500];
	const { message, reference } = (error ?? {}) as { message?: unknown; reference?: unknown };
	const sentence =
		typeof message === 'string' &&
		status < 500 &&
		!NOT_A_SENTENCE.test(message.trim()) &&
		// The page that is not there says the same at more length.
		message !== m.error_not_found();
	return {
		title: known!.title(),
		text: known!.text(),
		detail: sentence ? (message as string) : '',
		reference: typeof reference === 'string' ? reference : ''
	};
}
