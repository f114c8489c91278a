import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findSystemBrowser } from './scripts/lib/find-program.mjs';

const port = Number(process.env.PORT) || 4173;

/**
 * Journeys on the built application. One after the other: they share one store, as people do. The pages that are only
 * looked at are walked beside them.
 */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	workers: 2,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	// Long journeys, and machines where other things run: a wait ends as soon as what it waits for is there.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['json', { outputFile: '.tmp/e2e.json' }]],
	use: {
		baseURL: `http://localhost:${port}`,
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		// A colour half-way through a fade is nobody's contrast.
		contextOptions: { reducedMotion: 'reduce' },
		// Recording every step costs a quarter of the time.
		trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
		screenshot: 'only-on-failure',
		// What cannot be pressed fails by itself, and does not use up the time of its test.
		actionTimeout: 20_000,
		navigationTimeout: 30_000,
		launchOptions: { executablePath: findSystemBrowser(), args: browserArguments() }
	},
	projects: [
		{
			name: 'pages',
			testMatch: '**/pages.spec.ts',
			workers: 1,
			use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }
		},
		{
			name: 'desktop',
			testIgnore: '**/pages.spec.ts',
			grepInvert: /@phone-only/,
			workers: 1,
			use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }
		},
		{
			name: 'phone',
			grep: /@phone/,
			workers: 1,
			dependencies: ['desktop'],
			use: {
				...devices['Desktop Chrome'],
				viewport: { width: 360, height: 740 },
				hasTouch: true,
				isMobile: true
			}
		}
	],
	webServer: {
		command: 'node scripts/e2e-server.mjs',
		url: `http://localhost:${port}/healthz`,
		env: { PORT: String(port) },
		timeout: 120_000,
		reuseExistingServer: false,
		stdout: 'ignore',
		stderr: 'pipe',
		gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 }
	}
});
