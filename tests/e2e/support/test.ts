import { test as base, expect, request, type BrowserContextOptions, type Page } from '@playwright/test';
import { people, password, type Who } from './people.ts';
import { Watch } from './watch.ts';

type State = Awaited<ReturnType<Awaited<ReturnType<typeof request.newContext>>['storageState']>>;

interface Visit {
	page: Page;
	/** What this page may meet besides success; anything else fails the test. */
	watch: Watch;
}

interface Fixtures {
	/** Opens a browser of its own for somebody already signed in, or for nobody; watched until the test ends. */
	enter: (who: Who | null, options?: BrowserContextOptions) => Promise<Visit>;
	/** The server's own address, for requests that no page of ours would make. */
	origin: string;
}

interface Shared {
	sessions: (who: Who, origin: string) => Promise<State>;
}

/** Signs in with the form, as a browser without scripts would, and gives the cookies. */
async function signInByForm(email: string, origin: string): Promise<State> {
	const api = await request.newContext({
		baseURL: origin,
		extraHTTPHeaders: { origin, accept: 'text/html' }
	});
	const answer = await api.post('/sign-in', { form: { email, password }, maxRedirects: 0 });
	expect(answer.status(), `${email} signs in`).toBe(303);
	const state = await api.storageState();
	await api.dispose();
	return state;
}

export const test = base.extend<Fixtures, Shared>({
	// One sign-in per person and run: what is tested is tested in sign-in.spec.ts.
	sessions: [
		async ({ playwright: _ }, use) => {
			const kept = new Map<Who, Promise<State>>();
			await use((who, origin) => {
				const session = kept.get(who) ?? signInByForm(people[who], origin);
				kept.set(who, session);
				return session;
			});
		},
		{ scope: 'worker' }
	],
	origin: async ({ baseURL }, use) => use(baseURL ?? ''),
	enter: async ({ browser, sessions, origin }, use) => {
		const visits: Visit[] = [];
		await use(async (who, options = {}) => {
			const storageState = who ? await sessions(who, origin) : undefined;
			const context = await browser.newContext({ ...options, storageState });
			const watch = new Watch();
			context.on('page', (page) => watch.on(page));
			const visit = { page: await context.newPage(), watch };
			visits.push(visit);
			return visit;
		});
		for (const { page } of visits) await page.context().close();
		expect(
			visits.flatMap(({ watch }) => watch.problems),
			'errors in the browser'
		).toEqual([]);
	}
});

export { expect };

/** A phone held upright. */
export const phone: BrowserContextOptions = {
	viewport: { width: 360, height: 740 },
	hasTouch: true,
	isMobile: true
};

/** The page answers to the hand: its scripts have taken over what the server drew. */
export async function ready(page: Page): Promise<void> {
	// SvelteKit adds its announcer once everything on the page is mounted.
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/** Opens an address and waits until the page answers to the hand. */
export async function go(page: Page, address: string, status = 200): Promise<void> {
	const answer = await page.goto(address);
	expect(answer?.status(), address).toBe(status);
	await ready(page);
}
