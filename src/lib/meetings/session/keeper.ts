import { merge } from '#core/meetings/merge.ts';

/** What is said of one item. */
export interface Texts {
	minutes: string;
	conclusion: string;
}
export interface Kept extends Texts {
	version: number;
}

export type SaveOutcome =
	| { ok: true; version: number; at: string; meetingVersion: number }
	| { ok: false; reason: 'offline' }
	| { ok: false; reason: 'stale'; current: Kept; changedBy: string; changedAt: string }
	| { ok: false; reason: 'refused'; message: string };

/** What is kept in this browser until the server has it: what was typed, and on what. */
export interface ItemDraft {
	base: Kept;
	texts: Texts;
}

export interface KeeperOptions {
	start: Kept & { at: string };
	send: (version: number, texts: Texts, leaving: boolean) => Promise<SaveOutcome>;
	draft: { read(): ItemDraft | null; write(draft: ItemDraft): boolean; drop(): void };
	/** Something that is shown has changed. */
	changed: () => void;
	saved?: (outcome: Extract<SaveOutcome, { ok: true }>, texts: Texts) => void;
}

/** `typing`: not sent yet; `offline`: nobody answers, it is sent again by itself; `refused`: a person has to act. */
export type KeeperState = 'saved' | 'typing' | 'saving' | 'offline' | 'refused';

/** After the last key, in milliseconds. */
export const WAIT = 1000;
const AGAIN = 4000;
const SELDOM = 60_000;

const same = (a: Texts, b: Texts) => a.minutes === b.minutes && a.conclusion === b.conclusion;
const lines = (text: string) => text.replace(/\r\n?/g, '\n');
const plain = <T extends Texts>(t: T): T => ({
	...t,
	minutes: lines(t.minutes),
	conclusion: lines(t.conclusion)
});

/**
 * Saves the text of one item by itself, a second after the last key. What somebody else saved meanwhile is put together
 * with what is typed; what cannot be sent is kept in this browser and sent when the network is back.
 */
export class ItemKeeper {
	state: KeeperState = 'saved';
	/** When it was last saved, by anybody. */
	at: string;
	texts: Texts;
	/** Why it was refused. */
	message = '';
	/** Who typed in the same lines, so that both wordings stand. */
	both: string | null = null;
	/** This browser keeps nothing: private window, or full. */
	unkept = false;
	private base: Kept;
	private readonly options: KeeperOptions;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private wait = AGAIN;
	private sending: Promise<void> | null = null;

	constructor(options: KeeperOptions) {
		this.options = options;
		const { at, ...kept } = options.start;
		this.at = at;
		this.base = plain(kept);
		this.texts = { minutes: this.base.minutes, conclusion: this.base.conclusion };
	}

	/** Nothing typed here is missing on the server. */
	get clean(): boolean {
		return this.state === 'saved';
	}
	get version(): number {
		return this.base.version;
	}

	/** What a closed tab left behind is put together with what stands now, and sent. */
	wake(): void {
		const left = this.options.draft.read();
		if (!left) return;
		const texts = plain(left.texts);
		this.texts = this.joined(plain(left.base), texts, this.base, '');
		if (same(this.texts, this.base)) this.options.draft.drop();
		else this.later(0);
		this.options.changed();
	}

	typed(texts: Partial<Texts>): void {
		this.texts = plain({ ...this.texts, ...texts });
		this.message = '';
		this.write();
		if (!this.sending) this.state = this.state === 'offline' ? 'offline' : 'typing';
		this.later(WAIT);
		this.options.changed();
	}

	/** Now, without waiting: the field was left, the network is back, the page closes. */
	flush(leaving = false): Promise<void> {
		if (this.state === 'saved' || this.state === 'refused') return Promise.resolve();
		return this.save(leaving);
	}

	/** Asked for by the person: also after a refusal. */
	again(): void {
		if (this.state !== 'saved') void this.save();
	}

	/** Somebody saved this item: it comes in without a reload, under what is being typed. */
	news(now: Kept & { at: string; by: string | null }): void {
		// A save on its way is answered with what stands: it is put together then.
		if (now.version <= this.base.version || this.sending) return;
		const theirs = plain({ version: now.version, minutes: now.minutes, conclusion: now.conclusion });
		this.texts = this.joined(this.base, this.texts, theirs, now.by ?? '');
		this.base = theirs;
		this.at = now.at;
		if (same(this.texts, theirs)) this.settle();
		else this.write();
		this.options.changed();
	}

	stop(): void {
		clearTimeout(this.timer);
	}

	private joined(base: Texts, mine: Texts, theirs: Texts, by: string): Texts {
		const [minutes, conclusion] = [
			merge(base.minutes, mine.minutes, theirs.minutes),
			merge(base.conclusion, mine.conclusion, theirs.conclusion)
		];
		if (minutes.both + conclusion.both > 0) this.both = by;
		return { minutes: minutes.text, conclusion: conclusion.text };
	}

	private write(): void {
		this.unkept = !this.options.draft.write({ base: this.base, texts: this.texts });
	}

	private settle(): void {
		this.state = 'saved';
		this.stop();
		this.options.draft.drop();
	}

	private later(ms: number): void {
		this.stop();
		this.timer = setTimeout(() => void this.save(), ms);
	}

	private save(leaving = false): Promise<void> {
		if (this.sending) return this.sending;
		this.stop();
		if (same(this.texts, this.base)) {
			this.settle();
			this.options.changed();
			return Promise.resolve();
		}
		this.sending = this.sent(leaving).finally(() => (this.sending = null));
		return this.sending.then(() => {
			if (this.state === 'typing') this.later(this.soon);
		});
	}
	/** Put together with somebody else's it leaves at once; typed on, a second later. */
	private soon = WAIT;

	private async sent(leaving: boolean): Promise<void> {
		const texts = this.texts;
		if (this.state !== 'offline') this.state = 'saving';
		this.options.changed();
		const outcome = await this.options.send(this.base.version, texts, leaving);
		this.soon = WAIT;
		if (outcome.ok) {
			this.base = { version: outcome.version, ...texts };
			this.at = outcome.at;
			this.wait = AGAIN;
			this.options.saved?.(outcome, texts);
			if (same(this.texts, texts)) this.settle();
			else {
				this.state = 'typing';
				this.write();
			}
		} else if (outcome.reason === 'stale') {
			const theirs = plain(outcome.current);
			this.texts = this.joined(this.base, this.texts, theirs, outcome.changedBy);
			this.base = { version: theirs.version, minutes: theirs.minutes, conclusion: theirs.conclusion };
			this.at = outcome.changedAt;
			this.state = 'typing';
			this.soon = 0;
			this.write();
		} else if (outcome.reason === 'offline') {
			this.state = 'offline';
			this.later(this.wait);
			this.wait = Math.min(this.wait * 2, SELDOM);
		} else {
			this.state = 'refused';
			this.message = outcome.message;
		}
		this.options.changed();
	}
}
