import { defineConfig } from 'vitest/config';

// Three rings: pure rules (no store), documents (bytes in, bytes out), and the store itself.
export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					environment: 'node',
					testTimeout: 60_000
				}
			},
			{ test: { name: 'documents', include: ['tests/documents/**/*.test.ts'], testTimeout: 60_000 } },
			{
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					globalSetup: ['tests/fixtures/global-store.ts'],
					testTimeout: 60_000,
					hookTimeout: 120_000,
					maxWorkers: 2
				}
			}
		]
	}
});
