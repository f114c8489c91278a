import { documentProblem, type DocumentProblem } from '#core/documents/problems.ts';
import type { TagTree } from '#core/documents/tags.ts';
import { isTag } from './parser.ts';

/**
 * Compares the tags of a template with those its view model gives, without any data: a tag in an empty list is
 * checked too. Like the renderer, a name is looked for in the innermost list first, then outwards.
 */
export function checkTags(used: TagTree, given: TagTree): DocumentProblem[] {
	const problems: DocumentProblem[] = [];

	const visit = (tags: TagTree, scopes: TagTree[], prefix: string) => {
		for (const [tag, inside] of Object.entries(tags)) {
			const name = tag.replace(/\?$/, '');
			const path = `${prefix}${name}`;
			if (!isTag(tag)) {
				problems.push(documentProblem(path, 'syntax'));
				continue;
			}
			const found = find(name, scopes);
			if (!found) problems.push(documentProblem(path, 'unknown'));
			const asks = tag.endsWith('?');
			if (found) visit(inside, asks ? scopes : [...scopes, found], asks ? prefix : `${path}.`);
		}
	};
	visit(used, [given], '');
	return problems;
}

function find(name: string, scopes: TagTree[]): TagTree | undefined {
	if (name === '.') return scopes.at(-1)?.['.'];
	const path = name.split('.');
	let found = scopes.findLast((scope) => Object.hasOwn(scope, path[0]!));
	for (const step of path) found = found && Object.hasOwn(found, step) ? found[step] : undefined;
	return found;
}
