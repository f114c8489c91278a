/** Seconds each item was open in this browser while the session ran; kept across a reload. */
export class SessionTimer {
	private spent = $state<Record<string, number>>({});
	private readonly key: string;

	constructor(meeting: string) {
		this.key = `jalon:time:${meeting}`;
	}

	minutes(item: string): number {
		return Math.floor((this.spent[item] ?? 0) / 60);
	}

	/** @param current the item that is open, none while nobody looks @returns what stops it */
	start(current: () => string | null): () => void {
		try {
			const kept = JSON.parse(localStorage.getItem(this.key) ?? '{}') as Record<string, number>;
			this.spent = kept && typeof kept === 'object' ? kept : {};
		} catch {
			this.spent = {};
		}
		let before = performance.now();
		const ticking = setInterval(() => {
			const now = performance.now();
			const item = current();
			// A machine that slept was not in session.
			const passed = Math.min(60, (now - before) / 1000);
			before = now;
			if (!item) return;
			this.spent[item] = (this.spent[item] ?? 0) + passed;
			try {
				localStorage.setItem(this.key, JSON.stringify(this.spent));
			} catch {
				// Only the count of minutes would be lost by a reload.
			}
		}, 5000);
		return () => clearInterval(ticking);
	}
}
