/** The characters RFC 5545 leaves no place for: controls other than the tab (and the line ends, written apart). */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * A value of type TEXT (RFC 5545, 3.3.11): the backslash, the semicolon, the comma and line ends are escaped, control
 * characters left out; half a surrogate pair becomes U+FFFD, since the file is UTF-8.
 */
export function escapeText(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
		.replace(controls, '')
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\n/g, '\\n');
}

/** A value that is neither TEXT nor made by us (an address): what would end its line is left out. */
export function plainValue(value: string): string {
	return value
		.toWellFormed()
		.replace(/[\r\n\u0085\u2028\u2029\t]+/g, ' ')
		.replace(controls, '');
}

/**
 * The value of a parameter (RFC 5545, 3.2), always quoted where it holds more than letters, figures and `-_/+`; a
 * quotation mark and the circumflex are written as RFC 6868 says.
 */
export function parameter(value: string): string {
	const safe = plainValue(value).replace(/\^/g, '^^').replace(/"/g, "^'");
	return /^[\w/+-]+$/.test(safe) ? safe : `"${safe}"`;
}

/**
 * One content line, folded at 75 octets of UTF-8 (RFC 5545, 3.1) without cutting a character, ended by CRLF.
 * @param line without its end; its value already escaped
 */
export function foldLine(line: string): string {
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = octetsOf(character);
		if (octets + size > 75) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += size;
	}
	return `${folded}\r\n`;
}

/** The content line of a property: its name, its parameters in the order given, its value. */
export function property(
	name: string,
	value: string,
	parameters: Record<string, string | undefined> = {}
): string {
	const said = Object.entries(parameters)
		.filter((entry): entry is [string, string] => entry[1] !== undefined)
		.map(([key, given]) => `;${key}=${parameter(given)}`);
	return foldLine(`${name}${said.join('')}:${value}`);
}

function octetsOf(character: string): number {
	const point = character.codePointAt(0) ?? 0;
	return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
