const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text made safe to be put in as markup: the chart library writes a task's name with `innerHTML`. */
export function escapeMarkup(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}

/**
 * An identifier that the library can use in a class name and a selector: letters, digits and hyphens stay, every
 * other character becomes its number between underscores, so that two ids never become the same one.
 */
export function safeId(id: string): string {
	return id.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${(sign.codePointAt(0) as number).toString(16)}_`);
}
