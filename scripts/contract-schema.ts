import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { contractJsonSchema } from '../src/lib/core/contract/json-schema.ts';

/** Writes the JSON Schema of mission files beside them; run it after a change of the format. */
const file = fileURLToPath(new URL('../templates/missions/contract.schema.json', import.meta.url));
const options = { ...(await resolveConfig(file, { editorconfig: true })), filepath: file };
await writeFile(file, await format(JSON.stringify(contractJsonSchema(), null, '\t'), options));
