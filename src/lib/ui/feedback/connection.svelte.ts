const PROBE_EVERY = 10_000;

let browserOffline = $state(false);
let serverSilent = $state(false);
let cameBack = $state(false);
let probe: ReturnType<typeof setInterval> | undefined;

async function ask(): Promise<void> {
	try {
		const answer = await fetch('/healthz', { cache: 'no-store' });
		if (answer.ok) restored();
	} catch {
		// Still silent: the next turn asks again.
	}
}

function restored(): void {
	clearInterval(probe);
	probe = undefined;
	if (serverSilent || browserOffline) cameBack = true;
	serverSilent = false;
	browserOffline = false;
}

/** What is known of the way to the server. Only a browser changes it. */
export const connection = {
	get state(): 'ok' | 'browser' | 'server' {
		return browserOffline ? 'browser' : serverSilent ? 'server' : 'ok';
	},
	/** True from the return of the connection until `seen`. */
	get back(): boolean {
		return cameBack;
	},
	seen(): void {
		cameBack = false;
	},
	/** A request did not arrive, or met a store that is down: asks `/healthz` until it answers. */
	failed(): void {
		if (typeof window === 'undefined') return;
		cameBack = false;
		serverSilent = true;
		probe ??= setInterval(ask, PROBE_EVERY);
	},
	/** Follows the browser's own word; gives what stops it. */
	watch(): () => void {
		const lost = () => {
			cameBack = false;
			browserOffline = true;
		};
		const found = () => (serverSilent ? void ask() : restored());
		if (!navigator.onLine) lost();
		window.addEventListener('offline', lost);
		window.addEventListener('online', found);
		return () => {
			window.removeEventListener('offline', lost);
			window.removeEventListener('online', found);
			clearInterval(probe);
			probe = undefined;
		};
	}
};
