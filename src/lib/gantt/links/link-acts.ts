import type { DayLocale } from '#core/calendar/format.ts';
import { checkLink } from '#core/schedule/network/index.ts';
import type { Link } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { linkFaultWords } from '../plan-words.ts';
import { shortWords } from '../words.ts';
import type { LinkOutcome, LinksOutcome } from '../editing/calls.ts';
import type { Deed } from '../editing/history.ts';
import type { Tie } from './links-text.ts';

/** A link as it was read; its version is named when it is changed. */
export type StoredLink = Link & { version?: number };

export interface LinkStore {
	add: (link: Omit<Link, 'id'>) => Promise<LinkOutcome>;
	change: (id: string, tie: Omit<Tie, 'from'>, version?: number) => Promise<LinkOutcome>;
	remove: (id: string, version?: number) => Promise<LinkOutcome>;
	/** All that a line follows, as one act. `read`: what it follows now, as it was read. */
	set: (
		line: string,
		ties: readonly Tie[],
		read: readonly { id: string; version: number }[]
	) => Promise<LinksOutcome>;
}

export interface LinkActsOptions {
	store: LinkStore;
	links: () => readonly StoredLink[];
	items: () => readonly ScheduleItem[];
	locale: () => DayLocale;
	/** Reads the schedule again, and waits for it. */
	refresh: () => Promise<void>;
	/** It is done, and can be taken back. */
	done: (words: string, deed: Deed) => void;
	/** The line now stands where one of its links does not allow. */
	unkept: (to: string) => void;
}

/** The version an act gave, which the next one on the same link names. */
const versionOf = (outcome: LinkOutcome, otherwise: number): number =>
	(outcome.ok ? (outcome.link as StoredLink | null)?.version : undefined) ?? otherwise;

/** Why a link was not kept, as a sentence; null when it was. */
export type LinkResult = Promise<string | null>;

/**
 * Links made, changed and removed, each at once and each to be taken back. What can be seen to be wrong (a circle
 * above all) is said before the store is asked.
 */
export class LinkActs {
	#options: LinkActsOptions;

	constructor(options: LinkActsOptions) {
		this.#options = options;
	}

	/** What is wrong with such a link, in words; null when nothing is. */
	fault(link: Pick<Link, 'from' | 'to'>): string | null {
		const { items, links, locale } = this.#options;
		const found = checkLink(items(), links(), link);
		return found && linkFaultWords(found, this.#lines(), locale());
	}

	async add(link: Omit<Link, 'id'>): LinkResult {
		const wrong = this.fault(link);
		if (wrong) return wrong;
		const { store } = this.#options;
		const made = await store.add(link);
		if (!made.ok) return this.#words(made);
		let id = made.link?.id ?? null;
		// An undo names the version it takes back: what somebody else changed since is not run over.
		let version = versionOf(made, 1);
		await this.#options.refresh();
		id ??= this.#find(link)?.id ?? null;
		this.#done(m.plan_link_added, link, {
			undo: async () => id !== null && (await store.remove(id, version)).ok,
			redo: async () => {
				const again = await store.add(link);
				if (again.ok) id = again.link?.id ?? id;
				version = versionOf(again, 1);
				return again.ok;
			}
		});
		this.#options.unkept(link.to);
		return null;
	}

	async change(link: StoredLink, tie: Omit<Tie, 'from'>): LinkResult {
		const { store, locale } = this.#options;
		const changed = await store.change(link.id, tie, link.version);
		if (!changed.ok) return this.#words(changed);
		await this.#options.refresh();
		const { type, lag, lagUnit } = link;
		let version = versionOf(changed, (link.version ?? 0) + 1);
		const put = async (values: Omit<Tie, 'from'>) => {
			const again = await store.change(link.id, values, version);
			if (again.ok) version = versionOf(again, version + 1);
			return again.ok;
		};
		this.#options.done(
			m.plan_link_saved({}, { locale: locale() }),
			this.#deed({
				undo: () => put({ type, lag, lagUnit }),
				redo: () => put(tie)
			})
		);
		this.#options.unkept(link.to);
		return null;
	}

	async remove(link: StoredLink): LinkResult {
		const { store } = this.#options;
		const removed = await store.remove(link.id, link.version);
		if (!removed.ok) return this.#words(removed);
		await this.#options.refresh();
		const { id: old, version: _, ...same } = link;
		let id = old;
		let version = 1;
		this.#done(m.plan_link_removed, link, {
			undo: async () => {
				const again = await store.add(same);
				if (again.ok) id = again.link?.id ?? this.#find(link)?.id ?? id;
				version = versionOf(again, 1);
				return again.ok;
			},
			redo: async () => (await store.remove(id, version)).ok
		});
		return null;
	}

	/** Makes the links of one line those that were typed, as one act: all of them, or none. Taken back as one too. */
	async setAll(to: string, wanted: readonly Tie[]): LinkResult {
		const { store, items, links, locale } = this.#options;
		const before = links().filter((link) => link.to === to);
		const same = (tie: Tie) =>
			before.some(
				({ from, type, lag, lagUnit }) =>
					from === tie.from &&
					type === tie.type &&
					lag === tie.lag &&
					(lag === 0 || lagUnit === tie.lagUnit)
			);
		if (wanted.length === before.length && wanted.every(same)) return null;
		// What is taken away closes no circle; what is typed closes one with all the rest.
		const kept = links().filter((link) => link.to !== to) as Pick<Link, 'from' | 'to'>[];
		for (const { from } of wanted) {
			const found = checkLink(items(), kept, { from, to });
			if (found) return this.#about(from, linkFaultWords(found, this.#lines(), locale()));
			kept.push({ from, to });
		}
		const versioned = (read: readonly StoredLink[]) =>
			read.map(({ id, version }) => ({ id, version: version ?? 1 }));
		const made = await store.set(to, wanted, versioned(before));
		if (!made.ok) {
			if (made.offline) return m.plan_link_offline({}, { locale: locale() });
			return this.#about(made.about, made.message);
		}
		let now = made.links;
		const put = async (ties: readonly Tie[]) => {
			const again = await store.set(to, ties, versioned(now));
			if (again.ok) now = again.links;
			return again.ok;
		};
		const was = before.map(({ from, type, lag, lagUnit }) => ({ from, type, lag, lagUnit }));
		await this.#options.refresh();
		this.#options.done(
			m.plan_links_set({ line: this.#name(to) }, { locale: locale() }),
			this.#deed({ undo: () => put(was), redo: () => put(wanted) })
		);
		this.#options.unkept(to);
		return null;
	}

	/** A reason, with the line it is about. */
	#about(line: string | null, reason: string): string {
		if (line === null || !this.#lines().has(line)) return reason;
		return m.plan_links_refused({ line: this.#name(line), reason }, { locale: this.#options.locale() });
	}

	#name(id: string): string {
		return shortWords(this.#lines().get(id) ?? { code: null, title: id });
	}

	#find({ from, to }: Pick<Link, 'from' | 'to'>): Link | undefined {
		return this.#options.links().find((link) => link.from === from && link.to === to);
	}

	#lines() {
		return new Map(this.#options.items().map((item) => [item.id, item]));
	}

	#words(outcome: Extract<LinkOutcome, { ok: false }>): string {
		return outcome.offline
			? m.plan_link_offline({}, { locale: this.#options.locale() })
			: outcome.message;
	}

	#done(said: typeof m.plan_link_added, link: Pick<Link, 'from' | 'to'>, acts: Omit<Deed, 'kind'>): void {
		const names = { from: this.#name(link.from), to: this.#name(link.to) };
		const words = said(names, { locale: this.#options.locale() });
		this.#options.done(words, this.#deed(acts));
	}

	/** Taken back or done again, the page is read again. */
	#deed(acts: Omit<Deed, 'kind'>): Deed {
		const then = (act: () => Promise<boolean>) => async () => {
			const done = await act();
			await this.#options.refresh();
			return done;
		};
		return { kind: 'deed', undo: then(acts.undo), redo: then(acts.redo) };
	}
}
