import type { DXT } from 'docxtemplater';
import { documentProblem, type DocumentProblem } from '#core/documents/problems.ts';
import { richPlain } from '#core/documents/rich/blocks.ts';

/** Letters and digits, dots between names, `?` after a list to ask whether it has rows; nothing is ever evaluated. */
const TAG = /^(?:\.|[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)*\??)$/;

// XML 1.0 cannot carry these characters at all, even escaped (https://www.w3.org/TR/xml/#charsets).
// eslint-disable-next-line no-control-regex
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Removes what XML cannot carry: control characters and halves of characters. */
export function printable(text: string): string {
	return text.replace(ILLEGAL, '').toWellFormed();
}

export interface Tag {
	/** Names from the outside in; `['.']` for the item itself. */
	path: string[];
	/** Whether it only asks if a list has rows. */
	asks: boolean;
}

/**
 * Reads a tag, given without `#`, `^` and `/`; undefined when a template may not use it at all.
 * Spaces do not count: French Word puts one before `?` by itself.
 */
export function readTag(text: string): Tag | undefined {
	const tag = text.replace(/\s/g, '');
	if (!TAG.test(tag)) return undefined;
	if (tag === '.') return { path: ['.'], asks: false };
	const asks = tag.endsWith('?');
	return { path: (asks ? tag.slice(0, -1) : tag).split('.'), asks };
}

function own(scope: unknown, name: string): boolean {
	return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name);
}

/** Walks a dotted path over own properties only, from the innermost scope that knows the first name. */
function find(path: string[], scopes: unknown[]): { known: boolean; value?: unknown } {
	const home = scopes.findLast((scope) => own(scope, path[0]!));
	if (home === undefined) return { known: false };
	let value: unknown = home;
	for (const name of path) {
		if (!own(value, name)) return { known: false };
		value = (value as Record<string, unknown>)[name];
	}
	return { known: true, value };
}

const isFilled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The texts a template may print as paragraphs, lists and bold with `{@tag}`, and how. */
export interface Rich {
	/** Dotted paths of the view model (`items.discussion`). */
	paths: ReadonlySet<string>;
	/** Absent where a document has no such paragraphs (slides). */
	write?: (text: string) => string;
}

/** Is it one of the rich texts, as far as the lists around it tell? */
function isRich(name: string[], around: string[], { paths }: Rich): boolean {
	return (
		around.some((_, at) => paths.has([...around.slice(0, at + 1), ...name].join('.'))) ||
		paths.has(name.join('.'))
	);
}

/**
 * The parser given to docxtemplater: restricted to dotted paths, and strict. Whatever it cannot print goes to
 * `problems` (each tag once) and prints nothing, so that one pass names every faulty tag.
 */
export function strictParser(problems: Map<string, DocumentProblem>, rich: Rich = { paths: new Set() }) {
	return (text: string): DXT.Parser => {
		const tag = readTag(text);
		const { path, asks } = tag ?? { path: [text], asks: false };
		const isSelf = path[0] === '.';

		const get = (scope: unknown, context: DXT.ParserContext): unknown => {
			const around = context.scopePath.filter((step) => !readTag(step)?.asks);
			const refuse = (reason: DocumentProblem['reason']) => {
				const name = [...around, path.join('.')].join('.');
				problems.set(name, problems.get(name) ?? documentProblem(name, reason));
				return '';
			};
			const { module } = context.meta.part;
			const written = isRich(isSelf ? [] : path, around, rich);
			// `{@tag}` would print the data as markup: only where the markup is made here.
			const raw = module === 'rawxml' && written && rich.write;
			if (!tag || (module && module !== 'loop' && !raw)) return refuse('syntax');
			const { known, value } = isSelf ? { known: true, value: scope } : find(path, context.scopeList);
			if (!known) return refuse('unknown');
			if (value === null || value === undefined) return refuse('missing');
			if (asks) return isFilled(value);
			if (raw) return typeof value === 'string' ? raw(printable(value)) : refuse('syntax');
			// A block opened on a text holds that text once, or not at all.
			if (module && typeof value === 'string') return value.trim() === '' ? [] : [value];
			if (module) return value;
			if (typeof value === 'object' || typeof value === 'function') return refuse('syntax');
			const text = printable(written ? richPlain(String(value)) : String(value));
			return text.trim() === '' ? refuse('empty') : text;
		};
		return { get };
	};
}
