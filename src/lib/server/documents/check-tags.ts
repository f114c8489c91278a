import { documentProblem, type DocumentProblem } from '#core/documents/problems.ts';
import type { TagTree } from '#core/documents/tags.ts';
import { readTag } from './parser.ts';

/**
 * Compares the tags of a template with those its view model gives, without any data: a tag in an empty list is
 * checked too. Like the renderer, a name is looked for in the innermost list first, then outwards.
 */
export function checkTags(used: TagTree, given: TagTree): DocumentProblem[] {
	const problems: DocumentProblem[] = [];

	const visit = (tags: TagTree, scopes: TagTree[], prefix: string) => {
		for (const [text, inside] of Object.entries(tags)) {
			const tag = readTag(text);
			const path = `${prefix}${tag?.path.join('.') ?? text}`;
			const found = tag && find(tag.path, scopes);
			if (!tag || !found) problems.push(documentProblem(path, tag ? 'unknown' : 'syntax'));
			else if (tag.asks) visit(inside, scopes, prefix);
			else visit(inside, [...scopes, found], `${path}.`);
		}
	};
	visit(used, [given], '');
	return problems;
}

function find(path: string[], scopes: TagTree[]): TagTree | undefined {
	if (path[0] === '.') {
		const here = scopes.at(-1);
		// Inside a text that stands once or not at all, the text itself.
		return here?.['.'] ?? (here && Object.keys(here).length === 0 ? here : undefined);
	}
	let found = scopes.findLast((scope) => Object.hasOwn(scope, path[0]!));
	for (const step of path) found = found && Object.hasOwn(found, step) ? found[step] : undefined;
	return found;
}
