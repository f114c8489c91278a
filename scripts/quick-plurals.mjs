/**
 * Paraglide makes a new `Intl.PluralRules` for each word it puts in the plural, which takes longer than the word: the
 * register of deliverables spent a tenth of its time there. Run after the messages are compiled; keeps one per locale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/run.mjs';

const file = path.join(ROOT, 'src/lib/i18n/paraglide/registry.js');
const slow = 'return new Intl.PluralRules(locale, options).select(Number(input))';
const quick = `if (options && Object.keys(options).length > 0) ${slow};
	let rules = kept.get(locale);
	if (!rules) kept.set(locale, (rules = new Intl.PluralRules(locale)));
	return rules.select(Number(input))`;

const text = readFileSync(file, 'utf8');
if (!text.includes('const kept')) {
	if (!text.includes(slow))
		throw new Error(`${file} is not written as expected any more: is this still needed?`);
	writeFileSync(
		file,
		`/** @type {Map<string, Intl.PluralRules>} */\nconst kept = new Map();\n${text.replace(slow, quick)}`
	);
}
