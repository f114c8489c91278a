import type { z } from 'zod';
import { richText } from './fields.ts';

/** Tags as a tree: a leaf is an empty object, a list or a group holds its own tags. */
export interface TagTree {
	[name: string]: TagTree;
}

interface Definition {
	type: string;
	innerType?: z.ZodType;
	out?: z.ZodType;
	element?: z.ZodType;
	shape?: Record<string, z.ZodType>;
}

/**
 * The tags a template may use, read from its view model: what the model *gives* (after transforms), not what it is fed.
 * A list of plain texts has the single tag `.`.
 */
export function tagTree(schema: z.ZodType): TagTree {
	const definition = schema.def as unknown as Definition;
	switch (definition.type) {
		case 'default':
		case 'prefault':
		case 'optional':
		case 'nullable':
			return tagTree(definition.innerType!);
		case 'pipe':
			return tagTree(definition.out!);
		case 'array': {
			const inside = tagTree(definition.element!);
			return Object.keys(inside).length > 0 ? inside : { '.': {} };
		}
		case 'object':
			return Object.fromEntries(
				Object.entries(definition.shape!).map(([key, value]) => [key, tagTree(value)])
			);
		default:
			return {};
	}
}

/** Dotted paths of the texts that a template may print as paragraphs, lists and bold, with `{@tag}`. */
export function richPaths(schema: z.ZodType, prefix = ''): string[] {
	if (schema === richText) return [prefix];
	const { innerType, out, element, shape } = schema.def as unknown as Definition;
	const inner = innerType ?? out ?? element;
	if (inner) return richPaths(inner, prefix);
	return Object.entries(shape ?? {}).flatMap(([key, value]) =>
		richPaths(value, prefix ? `${prefix}.${key}` : key)
	);
}

/** Flattens a tree to sorted dotted paths (`decisions.wording`, `participants..` for a list of texts). */
export function tagPaths(tree: TagTree, prefix = ''): string[] {
	return Object.entries(tree)
		.flatMap(([name, inside]) => [`${prefix}${name}`, ...tagPaths(inside, `${prefix}${name}.`)])
		.sort();
}
