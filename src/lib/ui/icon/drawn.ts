/** An icon as the icon library describes it. */
export interface IconData {
	name: string;
	node: [tag: string, attributes: Record<string, string | number>][];
}

const kept = new WeakMap<IconData, string>();

/** The strokes of an icon as markup, written once per icon. */
export function drawn(icon: IconData): string {
	let markup = kept.get(icon);
	if (markup === undefined) {
		markup = icon.node
			.map(([tag, attributes]) => {
				const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
				return `<${tag}${written.join('')}></${tag}>`;
			})
			.join('');
		kept.set(icon, markup);
	}
	return markup;
}
