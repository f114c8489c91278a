import type { Page } from '@playwright/test';

/** Listens to what goes wrong in a browser: errors of scripts, refusals by the content policy, failed requests. */
export class Watch {
	readonly problems: string[] = [];
	#statuses = new Set<number>();
	#offline = false;

	/** Answers that this test asks for on purpose. */
	allow(...statuses: number[]): void {
		for (const status of statuses) this.#statuses.add(status);
	}

	/** The test cuts the network. */
	allowOffline(): void {
		this.#offline = true;
	}

	on(page: Page): void {
		page.on('pageerror', (error) => this.problems.push(`${page.url()} script: ${error.message}`));
		page.on('console', (message) => {
			const text = message.text();
			// Said again, with its address and status, by the two listeners below.
			if (text.startsWith('Failed to load resource')) return;
			// A contractor's file is shown in a frame where nothing may run; the browser says so each time the test's
			// own probe looks inside. That scripts are blocked there is what we want.
			if (text.startsWith("Blocked script execution in 'about:srcdoc'")) return;
			if (message.type() === 'error' || text.includes('svelte.dev/e/'))
				this.problems.push(`${page.url()} console: ${text}`);
		});
		page.on('response', (response) => {
			const status = response.status();
			if (status >= 400 && !this.#statuses.has(status))
				this.problems.push(
					`${page.url()} answer ${status}: ${response.request().method()} ${response.url()}`
				);
		});
		page.on('requestfailed', (request) => {
			const why = request.failure()?.errorText ?? '';
			// Aborted: the page was left, or the answer became a download.
			if (why === 'net::ERR_ABORTED' || (this.#offline && why === 'net::ERR_INTERNET_DISCONNECTED'))
				return;
			this.problems.push(`${page.url()} request: ${why} ${request.url()}`);
		});
	}
}
