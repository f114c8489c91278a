/** An element of an XML file as the reader wants it: attributes and what stands between elements are dropped. */
export interface XmlElement {
	name: string;
	/** The line it opens on, counted from 1. */
	line: number;
	/** Entities and references already turned into characters. */
	text: string;
	children: XmlElement[];
}

export const child = (of: XmlElement | undefined, name: string): XmlElement | undefined =>
	of?.children.find((one) => one.name === name);
export const children = (of: XmlElement | undefined, name: string): XmlElement[] =>
	of?.children.filter((one) => one.name === name) ?? [];
export const text = (of: XmlElement | undefined, name: string): string => child(of, name)?.text.trim() ?? '';

/** MS Project writes 1 and 0, its schema also allows true and false. */
export const flag = (of: XmlElement | undefined, name: string): boolean => /^(1|true)$/i.test(text(of, name));

/** Null for what is no number. */
export function number(of: XmlElement | undefined, name: string): number | null {
	const written = text(of, name);
	const value = Number(written);
	return written === '' || !Number.isFinite(value) ? null : value;
}

// Characters that XML 1.0 does not have: a file that holds one is refused by every reader. Half a pair of surrogates is
// no character either.
const isWritable = (character: string): boolean => {
	const code = character.codePointAt(0)!;
	if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
	return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
};
const writable = (value: string): string =>
	// eslint-disable-next-line no-control-regex
	/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/.test(value) ? [...value].filter(isWritable).join('') : value;

export const escaped = (value: string): string =>
	writable(value)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('\r', '&#13;');

export type XmlValue = string | number | boolean | null | undefined | XmlOut[];
/** An element to be written: nothing for null, 1 or 0 for a truth. */
export type XmlOut = [name: string, value: XmlValue];

/** The elements one under the other, in the order given. */
export function written(elements: readonly XmlOut[], depth = 0): string {
	const indent = '\t'.repeat(depth);
	return elements
		.map(([name, value]) => {
			if (value === null || value === undefined) return '';
			if (Array.isArray(value))
				return `${indent}<${name}>\n${written(value, depth + 1)}${indent}</${name}>\n`;
			const text = typeof value === 'boolean' ? (value ? '1' : '0') : escaped(String(value));
			return `${indent}<${name}>${text}</${name}>\n`;
		})
		.join('');
}
