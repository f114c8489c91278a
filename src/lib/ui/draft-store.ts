/** What is kept of one form. */
export interface Draft<T> {
	/** When it was last typed in, ISO 8601. */
	at: string;
	/** What the form held before anything was typed: tells whether the stored thing has changed since. */
	base: string;
	values: T;
}

const PREFIX = 'jalon:draft:';
const KEPT_DAYS = 30;

/** The part of `localStorage` that is used; absent where the browser forbids it. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

function name(owner: string, key: string): string {
	return `${PREFIX}${owner}:${key}`;
}

/** The draft of `key` that `owner` left in this browser; null when there is none or it cannot be read. */
export function readDraft<T>(shelf: Shelf, owner: string, key: string): Draft<T> | null {
	try {
		const draft = JSON.parse(shelf.getItem(name(owner, key)) ?? 'null') as Draft<T> | null;
		return draft && typeof draft.at === 'string' && 'values' in draft ? draft : null;
	} catch {
		return null;
	}
}

/** Keeps it. False when the browser refuses (full, or private window): the person is then not told it is kept. */
export function writeDraft<T>(shelf: Shelf, owner: string, key: string, draft: Draft<T>): boolean {
	try {
		shelf.setItem(name(owner, key), JSON.stringify(draft));
		return true;
	} catch {
		return false;
	}
}

export function dropDraft(shelf: Shelf, owner: string, key: string): void {
	shelf.removeItem(name(owner, key));
}

/** Forgets drafts left for more than thirty days, whoever wrote them: a shared computer is not an archive. */
export function sweepDrafts(shelf: Shelf, now: Date): number {
	const oldest = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString();
	const names = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
	const stale = names.filter((full) => {
		if (!full.startsWith(PREFIX)) return false;
		try {
			return !(JSON.parse(shelf.getItem(full) ?? '').at >= oldest);
		} catch {
			return true;
		}
	});
	for (const full of stale) shelf.removeItem(full);
	return stale.length;
}
