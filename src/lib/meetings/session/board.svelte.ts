import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { invalidateAll } from '$app/navigation';
import type { SavedText } from '#core/meetings/agenda/session.ts';
import type { AgendaLine, MeetingView } from '#core/meetings/view.ts';
import { watchStamp } from '$lib/gantt/view/watch.ts';
import { dropDraft, readDraft, writeDraft, type Shelf } from '$lib/ui/draft-store.ts';
import { readNews, sendItem } from './calls.ts';
import { ItemKeeper, type ItemDraft } from './keeper.ts';

/** How often a page in session asks what others typed, in milliseconds. */
const EVERY = 3000;

function browserShelf(): Shelf | null {
	try {
		return window.localStorage;
	} catch {
		return null;
	}
}

interface Options {
	meeting: () => MeetingView;
	/** Address of the meeting's page. */
	address: () => string;
	/** Whose drafts these are. */
	owner: () => string;
	/** May type. */
	types: () => boolean;
}

/**
 * What is typed in a session and what others type in it, beside what the page was given: texts come in without a
 * reload; when anything else of the meeting changed, the page is read again.
 */
export class SessionBoard {
	/** Counts what changed in keepers, which are plain objects. */
	private beat = $state(0);
	/** What was saved last in each item, by anybody. */
	private readonly last = new SvelteMap<string, SavedText>();
	/** The version own saves have brought the meeting to. */
	private reached = $state({ meeting: '', version: 0 });
	/** The server's clock when it last answered. */
	private now = $state('');
	private readonly keepers = new Map<string, ItemKeeper>();
	private readonly options: Options;

	constructor(options: Options) {
		this.options = options;
	}

	/** The meeting as it stands now, with what was saved since the page was read. */
	get meeting(): MeetingView {
		const given = this.options.meeting();
		const fresh = (item: AgendaLine): AgendaLine => {
			const now = this.last.get(item.id);
			if (!now || now.version <= item.version) return item;
			const { version, minutes, conclusion, at, by } = now;
			return { ...item, version, minutes, conclusion, at, by };
		};
		return {
			...given,
			version:
				this.reached.meeting === given.id
					? Math.max(given.version, this.reached.version)
					: given.version,
			agenda: given.agenda.map(fresh),
			putOff: given.putOff.map(fresh)
		};
	}

	/** The keeper of an item; read it where what it holds is shown. */
	of(item: AgendaLine): ItemKeeper {
		void this.beat;
		return untrack(() => this.keeper(item));
	}

	private keeper(item: AgendaLine): ItemKeeper {
		const known = this.keepers.get(item.id);
		if (known) return known;
		const key = `item:${item.id}`;
		const owner = this.options.owner();
		const made = new ItemKeeper({
			start: item,
			send: (version, texts, leaving) =>
				sendItem(this.options.address(), item.id, version, texts, leaving),
			draft: {
				read: () => {
					const shelf = browserShelf();
					return shelf && (readDraft<ItemDraft>(shelf, owner, key)?.values ?? null);
				},
				write: (values) => {
					const shelf = browserShelf();
					const at = new Date().toISOString();
					return shelf !== null && writeDraft(shelf, owner, key, { at, base: '', values });
				},
				drop: () => {
					const shelf = browserShelf();
					if (shelf) dropDraft(shelf, owner, key);
				}
			},
			changed: () => (this.beat += 1),
			saved: ({ version, at, meetingVersion }, texts) => {
				this.last.set(item.id, { id: item.id, version, ...texts, by: null, mine: true, at });
				// Held, each save makes another version of the meeting; when somebody else made one too, it is read again.
				const { id, version: known } = this.meeting;
				if (meetingVersion === known + 1) this.reached = { meeting: id, version: meetingVersion };
			}
		});
		this.keepers.set(item.id, made);
		return made;
	}

	/** Items with text the server does not have. */
	get waiting(): string[] {
		void this.beat;
		return [...this.keepers].flatMap(([id, keeper]) => (keeper.clean ? [] : [id]));
	}

	/** What somebody else saved last in an item, and the clock it is compared with. */
	lastIn(id: string): { last: SavedText | undefined; now: string } {
		return { last: this.last.get(id), now: this.now };
	}

	flush(leaving = false): void {
		for (const keeper of this.keepers.values()) void keeper.flush(leaving);
	}

	/** Begins to ask what others type, and sends what a closed tab left. @returns what stops it */
	start(): () => void {
		if (this.options.types())
			for (const item of untrack(() => this.options.meeting().agenda)) this.keeper(item).wake();
		let since = untrack(() => this.options.meeting().agenda.map((item) => item.at))
			.sort()
			.at(-1);
		let asked = 0;
		const stop = watchStamp({
			every: EVERY,
			known: () => '',
			busy: () => false,
			waits: () => {},
			changed: () => {},
			read: async () => {
				const news = await readNews(this.options.address(), since ?? '1970-01-01T00:00:00Z');
				if (!news) return null;
				since = news.items.at(-1)?.at ?? since;
				this.now = news.now;
				for (const item of news.items) this.take(item);
				// Read again once for each change that is not text.
				if (news.version > this.meeting.version && news.version !== asked) {
					asked = news.version;
					await invalidateAll();
				}
				return { stamp: '' };
			}
		});
		return () => {
			stop();
			this.flush(true);
			for (const keeper of this.keepers.values()) keeper.stop();
		};
	}

	private take(item: SavedText): void {
		this.last.set(item.id, item);
		this.keepers.get(item.id)?.news(item);
	}
}
