import { defineConfig } from 'vitest/config';

/** The pure rules again, at both ends of the civil day: no result may depend on where the machine is. */
const inZone = (TZ: string) => ({
	test: {
		name: `core-${TZ.split('/')[1]}`,
		include: ['src/lib/core/{calendar,obligations,penalties}/**/*.test.ts'],
		environment: 'node' as const,
		env: { TZ },
		isolate: false,
		testTimeout: 60_000
	}
});

// Three rings: pure rules (no store), documents (bytes in, bytes out), and the store itself.
export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					environment: 'node',
					env: { TZ: 'UTC' },
					testTimeout: 60_000
				}
			},
			...['Pacific/Kiritimati', 'America/St_Johns'].map(inZone),
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
