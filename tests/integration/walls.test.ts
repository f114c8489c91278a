import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The house's own rules on files that exist only here, without those that need the types of the whole project. */
const eslint = new ESLint({
	cwd: ROOT,
	overrideConfig: [
		{
			languageOptions: { parserOptions: { projectService: false } },
			rules: {
				'@typescript-eslint/no-floating-promises': 'off',
				'@typescript-eslint/no-misused-promises': 'off',
				'@typescript-eslint/await-thenable': 'off'
			}
		}
	]
});

async function rulesBroken(file: string, code: string): Promise<(string | null)[]> {
	const [result] = await eslint.lintText(`${code}\n`, { filePath: path.join(ROOT, file) });
	return result?.messages.map((message) => message.ruleId) ?? ['not linted'];
}

const svelte = (code: string) => `<script lang="ts">\n\t${code}\n</script>\n`;
const uses = (from: string) => `import * as it from '${from}';\nexport const x = it;`;
const usesType = (from: string) => `import type { It } from '${from}';\nexport type X = It;`;
const calls = (from: string) => `export const x = () => import('${from}');`;

const CORE = 'src/lib/core/calendar/virtual.ts';
const VERB = 'src/lib/server/deliverables/virtual.ts';
const WORD = 'src/lib/server/documents/virtual.ts';
const BACKEND = 'src/lib/server/backend/virtual.ts';
const UI = 'src/lib/ui/Virtual.svelte';
const SUBJECT = 'src/lib/deliverables/virtual.ts';
const ROUTE = 'src/routes/missions/+page.server.ts';
const PAGE = 'src/routes/missions/+page.svelte';
const BIN = 'src/bin/virtual.ts';

it.each([
	[CORE, 'node:fs'],
	[CORE, 'svelte'],
	[CORE, '@supabase/supabase-js'],
	[CORE, '#server/db/unwrap.ts'],
	[CORE, '../../server/db/unwrap.ts'],
	[CORE, '$lib/ui/Button.svelte'],
	[CORE, 'yaml'],
	[VERB, '$app/environment'],
	[VERB, '$lib/core/ids.ts'],
	[VERB, '@sveltejs/kit'],
	[VERB, 'docxtemplater'],
	[VERB, '@supabase/lite'],
	[VERB, '@supabase/lite/postgres'],
	[VERB, 'postgres'],
	[VERB, '../../ui/form/Field.svelte'],
	[WORD, '#server/db/unwrap.ts'],
	[WORD, '../backend/open.ts'],
	[WORD, '@supabase/supabase-js'],
	[BACKEND, 'docxtemplater'],
	[BACKEND, '$env/dynamic/private'],
	[SUBJECT, '#server/deliverables/decide.ts'],
	[SUBJECT, '$lib/server/deliverables/decide.ts'],
	[SUBJECT, '@supabase/supabase-js'],
	[SUBJECT, 'node:path'],
	[ROUTE, '@supabase/supabase-js'],
	[ROUTE, '@supabase/ssr'],
	[ROUTE, 'docxtemplater'],
	[ROUTE, 'pizzip'],
	[ROUTE, 'postgres'],
	[BIN, 'docxtemplater'],
	[BIN, '@supabase/supabase-js'],
	[BIN, '$lib/core/ids.ts']
])('%s does not import %s, as a value, a type or a call', async (file, from) => {
	expect(await rulesBroken(file, uses(from))).toContain('no-restricted-imports');
	expect(await rulesBroken(file, usesType(from))).toContain('no-restricted-imports');
	expect(await rulesBroken(file, calls(from))).toContain('no-restricted-syntax');
});

it.each([
	[UI, '$lib/server/deliverables/decide.ts'],
	[UI, '../server/deliverables/decide.ts'],
	[PAGE, '#server/deliverables/decide.ts'],
	[PAGE, '@supabase/ssr']
])('the screen %s does not import %s', async (file, from) => {
	expect(await rulesBroken(file, svelte(uses(from).replace('export const', 'const')))).toContain(
		'no-restricted-imports'
	);
});

it.each([
	['const now = Date.now();', 'no-restricted-properties'],
	['const now = new Date();', 'no-restricted-syntax'],
	['const now = Date();', 'no-restricted-syntax'],
	['const luck = Math.random();', 'no-restricted-properties'],
	['const id = crypto.randomUUID();', 'no-restricted-properties'],
	['const key = process.env.KEY;', 'no-restricted-globals'],
	["const page = fetch('/');", 'no-restricted-globals'],
	['const loose = (x: any) => x;', '@typescript-eslint/no-explicit-any'],
	["console.log('x');", 'no-console'],
	['const unused = 1;', '@typescript-eslint/no-unused-vars']
])('core does not write: %s', async (code, rule) => {
	expect(await rulesBroken(CORE, code)).toContain(rule);
});

it('verbs know neither requests nor answers', async () => {
	expect(await rulesBroken(VERB, 'export const ask = (r: unknown) => r instanceof Request;')).toContain(
		'no-restricted-globals'
	);
	expect(await rulesBroken(VERB, "export const say = () => new Response('');")).toContain(
		'no-restricted-globals'
	);
});

it('no screen writes raw HTML', async () => {
	expect(await rulesBroken(UI, `${svelte("const text = '';")}{@html text}`)).toContain(
		'svelte/no-at-html-tags'
	);
});

it('no file is longer than 300 lines', async () => {
	const lines = (count: number) =>
		Array.from({ length: count }, (_, i) => `export const x${i} = ${i};`).join('\n');
	expect(await rulesBroken(VERB, lines(301))).toContain('max-lines');
	expect(await rulesBroken(VERB, lines(299))).toEqual([]);
});

it.each([
	[
		CORE,
		"import { z } from 'zod';\nimport { pad } from '../ids.ts';\nimport { Temporal } from 'temporal-polyfill';\nexport const x = [z, pad, Temporal, new Date(0)];"
	],
	[CORE, uses('#core/obligations/dates.ts')],
	[
		'src/lib/core/calendar/virtual.test.ts',
		"import { readFileSync } from 'node:fs';\nexport const x = readFileSync;"
	],
	[
		VERB,
		"import { circuit } from '#core/deliverables/circuit.ts';\nimport { unwrap } from '#server/db/unwrap.ts';\nimport { createHash } from 'node:crypto';\nexport const x = [circuit, unwrap, createHash];"
	],
	['src/lib/server/db/virtual.ts', usesType('@supabase/supabase-js')],
	[
		WORD,
		"import Docxtemplater from 'docxtemplater';\nimport PizZip from 'pizzip';\nexport const x = [Docxtemplater, PizZip];"
	],
	[
		BACKEND,
		"import postgres from 'postgres';\nimport { App } from '@supabase/lite';\nexport const x = [postgres, App, Request];"
	],
	[
		SUBJECT,
		"import { goto } from '$app/navigation';\nimport Button from '$lib/ui/Button.svelte';\nimport { x as y } from '#core/ids.ts';\nexport const x = [goto, Button, y];"
	],
	[
		ROUTE,
		"import { fail } from '@sveltejs/kit';\nimport * as deliverables from '#server/deliverables/index.ts';\nexport const x = [fail, deliverables];"
	],
	['src/hooks.server.ts', uses('#server/backend/open.ts')],
	[BIN, "import { x as y } from '#server/backend/open.ts';\nconsole.log(y);"]
])('%s may do this', async (file, code) => {
	expect(await rulesBroken(file, code)).toEqual([]);
});
