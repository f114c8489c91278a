import { fileURLToPath } from 'node:url';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { build, type BuildOptions, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const lib = fileURLToPath(new URL('../../../src/lib', import.meta.url));

/** The page is not the application: what some components of the same shelf ask of its router is never called. */
const noRouter: Plugin = {
	name: 'no-router',
	enforce: 'pre',
	resolveId: (source) => (source.startsWith('$app/') ? `\0${source}` : undefined),
	load: (id) =>
		id.startsWith('\0$app/')
			? 'export const page = {}, enhance = () => {}, applyAction = () => {}, afterNavigate = () => {};'
			: undefined
};

/** Builds the measured page into a folder, with the library and our chart in it. */
export async function buildPage(outDir: string, over: BuildOptions = {}): Promise<void> {
	await build({
		configFile: false,
		root: here,
		base: './',
		logLevel: 'error',
		plugins: [noRouter, tailwindcss(), svelte({ configFile: false, preprocess: vitePreprocess() })],
		resolve: { alias: { $lib: lib } },
		build: { outDir, emptyOutDir: true, modulePreload: false, chunkSizeWarningLimit: 4000, ...over }
	});
}
