/** A piece of a mail's text: plain words, or an address to follow. */
export interface Piece {
	text: string;
	/** A path on this site; addresses elsewhere stay plain text. */
	href?: string;
}

/**
 * Splits a text at its addresses, so that those of this site can be followed without reading any HTML of a mail.
 * @param siteUrl the public address mails are written with, without a slash at its end
 */
export function withLinks(text: string, siteUrl: string): Piece[] {
	const pieces: Piece[] = [];
	let rest = 0;
	for (const match of text.matchAll(/https?:\/\/[^\s<>"')]+/g)) {
		const address = match[0].replace(/[.,;:]+$/, '');
		if (address !== siteUrl && !address.startsWith(`${siteUrl}/`)) continue;
		if (match.index > rest) pieces.push({ text: text.slice(rest, match.index) });
		pieces.push({ text: address, href: address.slice(siteUrl.length) || '/' });
		rest = match.index + address.length;
	}
	if (rest < text.length) pieces.push({ text: text.slice(rest) });
	return pieces;
}
