import { readdirSync, readFileSync } from 'node:fs';

type Entry = string | { match: Record<string, string> }[];
type Inputs = Record<string, string | number>;

function catalogue(locale: 'fr' | 'en'): Map<string, Entry> {
	const folder = new URL(`../../../src/lib/i18n/messages/${locale}/`, import.meta.url);
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return new Map(
		files.flatMap((name) =>
			Object.entries(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, Entry>)
		)
	);
}

/** The words of the screens, from their catalogue: a better wording must not break a journey. */
function words(locale: 'fr' | 'en') {
	const all = catalogue(locale);
	return (key: string, inputs: Inputs = {}): string => {
		const entry = all.get(key);
		if (entry === undefined) throw new Error(`The catalogue has no message ${key}`);
		let text: string | undefined;
		if (typeof entry === 'string') text = entry;
		else {
			const match = entry[0]?.match ?? {};
			const { count } = inputs;
			const one = count !== undefined && new Intl.PluralRules(locale).select(Number(count)) === 'one';
			text = one ? (match['n=one'] ?? match['n=*']) : match['n=*'];
		}
		return (text ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(inputs[name] ?? `{${name}}`));
	};
}

export const fr = words('fr');
export const en = words('en');

/** Words as a pattern, wherever they stand in a longer text; spaces of any width are alike. */
export function saying(text: string): RegExp {
	return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
}
