import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** The full path of a command, or undefined. @param {string} name a name to look for in PATH, or a path */
export function findProgram(name) {
	const places = name.includes(path.sep)
		? [name]
		: (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
	return places.find((place) => {
		try {
			accessSync(place, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

const MAC = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/**
 * A Chromium on this machine: CHROMIUM_PATH, then what packages install. Undefined when there is none;
 * Playwright's own may still be there.
 */
export function findSystemBrowser() {
	// The same Chromium without the windows that nobody sees comes first: it takes half the time.
	const names = [
		'chromium-headless-shell',
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
		...MAC
	];
	return [process.env.CHROMIUM_PATH, ...names].map((name) => name && findProgram(name)).find(Boolean);
}

/** The same, or the one that `npx playwright install chromium` downloads. */
export async function findBrowser() {
	const { chromium } = await import('@playwright/test');
	return findSystemBrowser() ?? [chromium.executablePath()].find((file) => file && existsSync(file));
}

/** What Chromium needs to run unattended: no calls home, and no sandbox for root, who cannot have one. */
export const browserArguments = () => [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-gpu',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];
