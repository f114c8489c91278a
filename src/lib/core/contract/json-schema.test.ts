import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ruleKinds } from '../calendar/rules/schema.ts';
import { contractJsonSchema } from './json-schema.ts';

const file = new URL('../../../../templates/missions/contract.schema.json', import.meta.url);

it('is the file beside the missions; after a change of the format run: node scripts/contract-schema.ts', () => {
	expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(contractJsonSchema());
});

it('describes each kind of rule, and asks for the chair of a committee', () => {
	const schema = contractJsonSchema() as {
		definitions: { rule: { anyOf: unknown[] } };
		properties: Record<string, { items: { required: string[]; properties: Record<string, unknown> } }>;
		required: string[];
	};
	expect(schema.definitions.rule.anyOf).toHaveLength(ruleKinds.length);
	expect(schema.properties['obligations']?.items.properties['rule']).toMatchObject({
		$ref: '#/definitions/rule'
	});
	expect(schema.properties['committees']?.items.required).toContain('chair');
	// What the reader fills in by itself is not asked of the person who writes.
	expect(schema.required).not.toContain('tasks');
});
