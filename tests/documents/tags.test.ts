import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { tagPaths, tagTree, type TagTree } from '#core/documents/tags.ts';
import { TEMPLATES, type TemplateName } from '#core/documents/templates.ts';
import { usedTags } from '#server/documents/used-tags.ts';
import { bodies, NAMES, normalised, template, TEMPLATES_DIR } from './helpers.ts';

function inspected(name: TemplateName): string[] {
	const document = new Docxtemplater(new PizZip(template(name)), { paragraphLoop: true });
	const tags: TagTree = {};
	for (const used of usedTags(document)) normalised(used, tags);
	return tagPaths(tags);
}

/** The first column of the table under a template's heading, as paths. */
function documented(name: TemplateName): string[] {
	const readme = readFileSync(join(TEMPLATES_DIR, 'documents/README.md'), 'utf8');
	const chapter = readme.split(/^## /m).find((text) => text.includes(`\`${TEMPLATES[name].file}\``));
	return [...chapter!.matchAll(/^\| `([^`]+)`/gm)].map(([, path]) => path!).sort();
}

describe.each(NAMES)('the template %s', (name) => {
	const model = tagPaths(tagTree(TEMPLATES[name].model));

	it('uses exactly the tags of its view model', () => {
		expect(inspected(name)).toEqual(model);
	});

	it('has every tag documented once, and no other', () => {
		const text = bodies(template(name))
			.join('')
			.replace(/<[^>]+>/g, '');
		const blocks = new Set(
			[...text.matchAll(/\{#([\w.]+)\??\}/g)].map(([, block]) => block!.split('.').at(-1))
		);
		const isGroup = (path: string) => model.some((other) => other.startsWith(`${path}.`));
		const written = model.filter(
			(path) => !path.endsWith('..') && (!isGroup(path) || blocks.has(path.split('.').at(-1)))
		);
		expect(documented(name)).toEqual(written);
	});

	it('names no tag of a list as a tag around it, so that a missing value cannot be taken from outside', () => {
		const clashes: string[] = [];
		const visit = (tree: TagTree, around: Set<string>, path: string) => {
			for (const [tag, inside] of Object.entries(tree)) {
				if (tag !== '.' && around.has(tag)) clashes.push(`${path}${tag}`);
				visit(inside, new Set([...around, ...Object.keys(tree)]), `${path}${tag}.`);
			}
		};
		visit(tagTree(TEMPLATES[name].model), new Set(), '');
		expect(clashes).toEqual([]);
	});
});
