/** « Anne-Marie de La Tour » gives AT: first letter of the first and of the last word. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/u).filter(Boolean);
	const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
	return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
