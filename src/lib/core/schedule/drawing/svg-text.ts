const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

// What XML 1.0 allows nowhere, not even as an entity: one of them makes the whole picture unreadable.
const FORBIDDEN =
	// eslint-disable-next-line no-control-regex
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text made safe inside an XML element or attribute. */
export function xml(text: string): string {
	return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}

type Attributes = Record<string, string | number | null | undefined>;

/** One element as text; `inside` is markup already, attributes are escaped, those without a value are left out. */
export function tag(name: string, attributes: Attributes, inside = ''): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([key, value]) => ` ${key}="${xml(typeof value === 'number' ? short(value) : String(value))}"`)
		.join('');
	return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A number with two decimals at most. */
export function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}

/** A text element; its content is escaped. */
export function label(attributes: Attributes, text: string): string {
	return tag('text', attributes, xml(text));
}

/** How wide a text is about, where no one can measure it. @param size of the font, in pixels */
export function widthAbout(text: string, size: number, bold = false): number {
	let ems = 0;
	for (const sign of text)
		ems += /[iljtfr.,:;!' |’]/.test(sign) ? 0.3 : /[A-ZMW—…%▲◆]/.test(sign) ? 0.68 : 0.52;
	return ems * size * (bold ? 1.06 : 1);
}

/** The text cut to a width, with a sign that it is. */
export function fitted(text: string, room: number, size: number, bold = false): string {
	if (widthAbout(text, size, bold) <= room) return text;
	const signs = [...text];
	while (signs.length > 1 && widthAbout(`${signs.join('')}…`, size, bold) > room) signs.pop();
	return `${signs.join('').trimEnd()}…`;
}
