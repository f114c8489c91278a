import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ItemKeeper, WAIT, type ItemDraft, type Kept, type SaveOutcome, type Texts } from './keeper.ts';

/** A server of one item that answers as the store does, and the shelf of one browser. */
class Server {
	kept: Kept = { version: 1, minutes: '', conclusion: '' };
	by = '';
	up = true;
	refusing = '';
	asked = 0;
	at = '2019-12-02T10:42:00+01:00';
	save(by: string, version: number, texts: Texts): SaveOutcome {
		this.asked += 1;
		if (!this.up) return { ok: false, reason: 'offline' };
		if (this.refusing) return { ok: false, reason: 'refused', message: this.refusing };
		if (texts.minutes !== this.kept.minutes || texts.conclusion !== this.kept.conclusion) {
			if (version !== this.kept.version)
				return {
					ok: false,
					reason: 'stale',
					current: this.kept,
					changedBy: this.by,
					changedAt: this.at
				};
			this.kept = { version: version + 1, ...texts };
			this.by = by;
		}
		return { ok: true, version: this.kept.version, at: this.at, meetingVersion: 1 };
	}
}
function person(server: Server, name: string, shelf: { draft: ItemDraft | null } = { draft: null }) {
	return new ItemKeeper({
		start: { ...server.kept, at: server.at },
		send: async (version, texts) => server.save(name, version, texts),
		draft: {
			read: () => shelf.draft,
			write: (draft) => ((shelf.draft = structuredClone(draft)), true),
			drop: () => (shelf.draft = null)
		},
		changed: () => {}
	});
}
const told = (server: Server) => ({ ...server.kept, at: server.at, by: server.by });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('one item, typed', () => {
	it('is saved a second after the last key, once', async () => {
		const server = new Server();
		const me = person(server, 'Inès');
		me.typed({ minutes: 'Le' });
		await vi.advanceTimersByTimeAsync(WAIT - 1);
		me.typed({ minutes: 'Le délai' });
		await vi.advanceTimersByTimeAsync(WAIT - 1);
		expect([server.asked, me.state]).toEqual([0, 'typing']);
		await vi.advanceTimersByTimeAsync(1);
		expect([server.asked, server.kept.minutes, me.state]).toEqual([1, 'Le délai', 'saved']);
		// The field is left without anything new: nobody is asked.
		await me.flush();
		expect(server.asked).toBe(1);
	});

	it('keeps what was typed while a save was on its way', async () => {
		const server = new Server();
		const me = person(server, 'Inès');
		me.typed({ minutes: 'un' });
		const going = me.flush();
		me.typed({ minutes: 'un deux' });
		await going;
		await vi.advanceTimersByTimeAsync(WAIT);
		expect([server.kept.minutes, me.state]).toEqual(['un deux', 'saved']);
	});
});

describe('without a network', () => {
	it('says so, keeps everything here, and sends it once somebody answers', async () => {
		const server = new Server();
		const shelf: { draft: ItemDraft | null } = { draft: null };
		const me = person(server, 'Inès', shelf);
		server.up = false;
		me.typed({ minutes: 'Dit hors ligne.' });
		await vi.advanceTimersByTimeAsync(WAIT);
		expect([me.state, shelf.draft?.texts.minutes]).toEqual(['offline', 'Dit hors ligne.']);
		me.typed({ conclusion: 'Noté.' });
		expect(me.state).toBe('offline');
		server.up = true;
		await vi.advanceTimersByTimeAsync(60_000);
		expect([server.kept.minutes, server.kept.conclusion]).toEqual(['Dit hors ligne.', 'Noté.']);
		expect([me.state, shelf.draft]).toEqual(['saved', null]);
	});

	it('a tab that was closed sends what it left when the page is opened again, put together with the rest', async () => {
		const server = new Server();
		const shelf: { draft: ItemDraft | null } = { draft: null };
		server.kept = { version: 3, minutes: 'Constat', conclusion: '' };
		const before = person(server, 'Inès', shelf);
		server.up = false;
		before.typed({ minutes: 'Constat\nLe mien' });
		before.stop();
		server.up = true;
		server.save('Camille', 3, { minutes: 'Leur titre\nConstat', conclusion: '' });
		const again = person(server, 'Inès', shelf);
		again.wake();
		await vi.advanceTimersByTimeAsync(WAIT);
		expect(server.kept.minutes).toBe('Leur titre\nConstat\nLe mien');
		expect([again.state, shelf.draft]).toEqual(['saved', null]);
	});

	it('a refusal is said and nothing is thrown away', async () => {
		const server = new Server();
		const shelf: { draft: ItemDraft | null } = { draft: null };
		const me = person(server, 'Inès', shelf);
		server.refusing = 'Le compte rendu est diffusé.';
		me.typed({ minutes: 'Trop tard' });
		await vi.advanceTimersByTimeAsync(WAIT);
		expect([me.state, me.message]).toEqual(['refused', server.refusing]);
		expect(shelf.draft?.texts.minutes).toBe('Trop tard');
		await vi.advanceTimersByTimeAsync(120_000);
		expect(server.asked).toBe(1);
	});
});

describe('two people in the same item', () => {
	it('lose no word, whoever saves first', async () => {
		const server = new Server();
		const [a, b] = [person(server, 'Inès'), person(server, 'Camille')];
		a.typed({ minutes: 'Inès écrit ceci.' });
		b.typed({ minutes: 'Camille écrit cela.' });
		await vi.advanceTimersByTimeAsync(WAIT * 3);
		expect(server.kept.minutes).toBe('Inès écrit ceci.\nCamille écrit cela.');
		expect([a.state, b.state, b.both]).toEqual(['saved', 'saved', 'Inès']);
		a.news(told(server));
		expect(a.texts.minutes).toBe(server.kept.minutes);
		expect(a.state).toBe('saved');
	});

	it('the other’s text comes in under what is being typed', async () => {
		const server = new Server();
		server.kept = { version: 2, minutes: 'un\ndeux', conclusion: '' };
		const [a, b] = [person(server, 'Inès'), person(server, 'Camille')];
		a.typed({ minutes: 'un\ndeux et plus' });
		b.typed({ minutes: 'UN\ndeux' });
		await b.flush();
		a.news(told(server));
		expect([a.texts.minutes, a.state]).toEqual(['UN\ndeux et plus', 'typing']);
		await vi.advanceTimersByTimeAsync(WAIT);
		expect([server.kept.minutes, a.both]).toEqual(['UN\ndeux et plus', null]);
	});

	it('a hundred keys of both at once end with every word', async () => {
		const server = new Server();
		const [a, b] = [person(server, 'Inès'), person(server, 'Camille')];
		const say = (k: ItemKeeper, word: string) =>
			k.typed({ minutes: k.texts.minutes ? `${k.texts.minutes}\n${word}` : word });
		for (let i = 0; i < 50; i++) {
			say(a, `a${i}.`);
			say(b, `b${i}.`);
			await vi.advanceTimersByTimeAsync(i % 3 === 0 ? WAIT * 2 : 137);
			if (i % 5 === 0) for (const k of [a, b]) k.news(told(server));
		}
		await vi.advanceTimersByTimeAsync(WAIT * 20);
		for (const k of [a, b]) k.news(told(server));
		const words = server.kept.minutes.split('\n');
		for (let i = 0; i < 50; i++) for (const w of [`a${i}.`, `b${i}.`]) expect(words, w).toContain(w);
		expect(words).toHaveLength(100);
		expect(a.texts).toEqual(b.texts);
	});
});
