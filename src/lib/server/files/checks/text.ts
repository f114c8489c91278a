import { DomainError } from '#core/errors.ts';

/** Neither UTF-8 nor any Latin text has these; tab, line ends and form feed are left out. */
// eslint-disable-next-line no-control-regex
const control = /[\x00-\x08\x0b\x0e-\x1f\x7f]/;
/** What other programs would take for theirs, though it is made of letters. */
const disguised = /^\s*(<!doctype|<\?xml|<(html|svg|script|head|body|iframe)[\s>]|%PDF-|%!PS|\{\\rtf)/i;

function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Older spreadsheets write one byte per letter.
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/**
 * Plain text: UTF-8, or one byte per letter; no control characters, and no web page or other document in disguise.
 * @throws `file_not_what_it_claims`
 */
export function checkText(bytes: Uint8Array): void {
	const text = decode(bytes);
	if (control.test(text) || disguised.test(text)) throw new DomainError('file_not_what_it_claims');
}
