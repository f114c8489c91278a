const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([\p{L}_][\p{L}\p{N}_.-]*));/giu;

/**
 * Text with the five entities of XML and the characters written by number turned into what they stand for. No other
 * entity can be: none is ever declared.
 * @returns null when one is named all the same
 */
export function readText(text: string): string | null {
	if (!text.includes('&')) return text;
	let unknown = false;
	const read = text.replace(REFERENCE, (_whole, decimal?: string, hex?: string, name?: string) => {
		const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
		const character =
			code === null ? CHARACTERS[name!] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
		unknown ||= character === undefined;
		return character ?? '';
	});
	return unknown ? null : read;
}
