import { MAX_NAME } from '#core/deliverables/formats.ts';
import { DomainError } from '#core/errors.ts';

/** Control characters, and those that turn the reading direction or cannot be seen: `fdp.exe` shown as `exe.pdf`. */
const deceiving = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
/** Paths, and what some systems cannot write. */
const forbidden = /[/\\:*?"<>|]/;

/**
 * The name as it will be kept: composed letters (NFC), spaces at the ends taken away.
 * @throws `file_name_refused` for a path, a hidden or too long name, or one with characters that deceive
 */
export function checkName(given: string): string {
	const name = given.normalize('NFC').trim();
	const fine =
		name.length > 0 &&
		name.length <= MAX_NAME &&
		!deceiving.test(name) &&
		!forbidden.test(name) &&
		!name.startsWith('.') &&
		!name.endsWith('.');
	if (!fine) throw new DomainError('file_name_refused');
	return name;
}
