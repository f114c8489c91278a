import {
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	visit,
	type Document,
	type Node
} from 'yaml';
import type { Problem } from './read.ts';
import { tooDeep, yamlMessage } from './yaml-messages.ts';

/** A mission file is a few hundred lines; anything near this size is not one. */
export const maxBytes = 1_000_000;

export type Position = { line: number; column: number };
/** The longest contract known is under 2,000 lines; a hostile file within the size would hold the server for seconds. */
const maxLines = 20_000;
const maxMarks = 20_000;

/** Beyond this many, a person starts again from a good file. */
export const maxProblems = 100;

/** Where a path of the data stands: at its value, at its key (`key: true`), or at the nearest thing that exists. */
export type Locate = (path: readonly PropertyKey[], key?: boolean) => Position;

export type Yaml = { ok: true; data: unknown; locate: Locate } | { ok: false; problems: Problem[] };

function refusal(message: string, at: Position = { line: 1, column: 1 }): Yaml {
	return { ok: false, problems: [{ ...at, path: '', message }] };
}

/** Text to data, with positions. Aliases are refused: they make a small file into a huge one, and hide where a value is written. */
export function parseYaml(text: string): Yaml {
	if (Buffer.byteLength(text) > maxBytes) {
		return refusal(
			'Le fichier dépasse 1 Mo : un contrat tient en quelques centaines de lignes. Vérifiez le fichier choisi.'
		);
	}
	if (text.includes('\uFFFD') || text.includes('\0')) {
		return refusal(
			'Le fichier n’est pas un texte en UTF-8 : enregistrez-le de nouveau en choisissant l’encodage UTF-8.'
		);
	}
	if (count(text, /\n/g) > maxLines || count(text, /[[{,]/g) > maxMarks) {
		return refusal(
			'Le fichier compte trop de lignes ou de listes pour être un contrat : vérifiez le fichier choisi.'
		);
	}
	if (text.trim() === '') return refusal('Le fichier est vide.');
	const lines = new LineCounter();
	const at = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line), column: Math.max(1, col) };
	};
	try {
		const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
		const faults = [...doc.errors, ...doc.warnings].map((fault) => ({
			...at(fault.pos[0]),
			path: '',
			message: yamlMessage(fault.code, fault.message)
		}));
		faults.push(...aliases(doc, at), ...repeatedKeys(doc, at));
		if (faults.length > 0) return { ok: false, problems: faults.slice(0, maxProblems) };
		return { ok: true, data: doc.toJS({ maxAliasCount: 0 }), locate: locator(doc, at) };
	} catch (error) {
		// The parser recurses: a file nested thousands of levels deep exhausts the stack, and nothing else throws here.
		if (error instanceof RangeError) return refusal(tooDeep);
		throw error;
	}
}

function count(text: string, mark: RegExp): number {
	let found = 0;
	for (const _ of text.matchAll(mark)) found++;
	return found;
}

function aliases(doc: Document, at: (offset: number) => Position): Problem[] {
	const found: Problem[] = [];
	visit(doc, {
		Node(_, node) {
			const position = at(node.range?.[0] ?? 0);
			if (isAlias(node)) {
				const message = `L’alias « *${node.source} » n’est pas admis : recopiez la valeur à cet endroit.`;
				found.push({ ...position, path: '', message });
			} else if ('anchor' in node && node.anchor) {
				const message = `L’ancre YAML « &${String(node.anchor)} » n’est pas admise : retirez-la.`;
				found.push({ ...position, path: '', message });
			}
		}
	});
	return found;
}

/** The parser's own check compares every key with every other: too slow for a hostile file. */
function repeatedKeys(doc: Document, at: (offset: number) => Position): Problem[] {
	const found: Problem[] = [];
	visit(doc, {
		Map(_, map) {
			const seen = new Set<unknown>();
			for (const { key } of map.items) {
				if (!isScalar(key)) continue;
				if (seen.has(key.value)) {
					const message = `Le champ « ${String(key.value)} » est écrit deux fois : gardez-en un seul.`;
					found.push({ ...at(start(key)), path: '', message });
				}
				seen.add(key.value);
			}
		}
	});
	return found;
}

function locator(doc: Document, at: (offset: number) => Position): Locate {
	return (path, key = false) => {
		let node: unknown = doc.contents;
		let offset = start(node);
		for (const [index, step] of path.entries()) {
			const last = index === path.length - 1;
			if (isMap(node)) {
				const pair = node.items.find(
					(one) => isPair(one) && isScalar(one.key) && one.key.value === step
				);
				if (!pair) break;
				const onKey = start(pair.key);
				// An empty value has no place of its own: its key is what the person sees.
				const empty = !pair.value || (isScalar(pair.value) && pair.value.source === '');
				offset = (last && key) || empty ? onKey : start(pair.value);
				node = pair.value;
			} else if (isSeq(node)) {
				const item = node.items[Number(step)];
				if (item === undefined) break;
				node = item;
				offset = start(item);
			} else break;
		}
		return at(offset);
	};
}

function start(node: unknown): number {
	return (node as Node | null)?.range?.[0] ?? 0;
}
