/** A drawn element with its attributes; text goes in as text. */
export function draw<K extends keyof SVGElementTagNameMap>(
	name: K,
	attributes: Record<string, string | number>,
	text?: string
): SVGElementTagNameMap[K] {
	const element = document.createElementNS('http://www.w3.org/2000/svg', name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	if (text !== undefined) element.textContent = text;
	return element;
}

/** The same with a name, shown on hover and read out. */
export function drawNamed<K extends keyof SVGElementTagNameMap>(
	name: K,
	attributes: Record<string, string | number>,
	title: string
): SVGElementTagNameMap[K] {
	const element = draw(name, { ...attributes, role: 'img', 'aria-label': title });
	element.append(draw('title', {}, title));
	return element;
}
