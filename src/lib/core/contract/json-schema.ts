import { z } from 'zod';
import { ruleSchema, ruleShapes } from '../calendar/rules/schema.ts';
import { contractShape } from './schema.ts';

type JsonSchema = Record<string, unknown>;

const options = { io: 'input', target: 'draft-7' } as const;

/**
 * The JSON Schema (draft 7, the one editors know best) of a mission file, so that an editor completes and checks it while it is written.
 * It knows the fields and their shapes; what one part says of another (a code that exists, a loop) is told by
 * `jalon check` only.
 */
export function contractJsonSchema(): JsonSchema {
	const rule = { anyOf: ruleShapes.map((shape) => withoutHead(z.toJSONSchema(shape, options))) };
	const schema = z.toJSONSchema(contractShape, {
		...options,
		override: ({ zodSchema, jsonSchema }) => {
			// A rule is read by hand, to report a fault on the field that was meant; here it is described by its kinds.
			if (zodSchema === (ruleSchema as unknown))
				Object.assign(jsonSchema, { $ref: '#/definitions/rule' });
		}
	}) as JsonSchema;
	const { $schema, ...rest } = schema;
	return {
		$schema,
		title: 'Fichier de mission Jalon',
		description: 'Un contrat, clause par clause ; voir le LISEZ-MOI du dossier et « jalon check ».',
		...rest,
		definitions: { ...(rest['definitions'] as JsonSchema | undefined), rule }
	};
}

function withoutHead(schema: JsonSchema): JsonSchema {
	const { $schema: _, ...rest } = schema;
	return rest;
}
