import { beforeEach, expect, test } from 'vitest';
import { dropDraft, readDraft, sweepDrafts, writeDraft, type Shelf } from './draft-store.ts';

let kept: Map<string, string>;
let shelf: Shelf;
beforeEach(() => {
	kept = new Map();
	shelf = {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key),
		key: (index) => [...kept.keys()][index] ?? null,
		get length() {
			return kept.size;
		}
	};
});
const draft = (at: string) => ({ at, base: '{}', values: { done: 'atelier 3' } });

test('another person on the same computer does not see it', () => {
	writeDraft(shelf, 'ada@demo.test', 'report', draft('2026-01-02T10:00:00Z'));
	expect(readDraft(shelf, 'bob@demo.test', 'report')).toBeNull();
	expect(readDraft(shelf, 'ada@demo.test', 'report')?.values).toEqual({ done: 'atelier 3' });
});

test('what cannot be read is no draft', () => {
	kept.set('jalon:draft:ada:report', '{"at":');
	expect(readDraft(shelf, 'ada', 'report')).toBeNull();
	kept.set('jalon:draft:ada:report', '"a word"');
	expect(readDraft(shelf, 'ada', 'report')).toBeNull();
});

test('a full or forbidden shelf is said, not thrown', () => {
	const full: Shelf = {
		...shelf,
		setItem() {
			throw new DOMException('full', 'QuotaExceededError');
		}
	};
	expect(writeDraft(full, 'ada', 'report', draft('2026-01-02T10:00:00Z'))).toBe(false);
});

test('thirty days later it is forgotten, and nothing that is not ours', () => {
	writeDraft(shelf, 'ada', 'old', draft('2026-01-01T00:00:00.000Z'));
	writeDraft(shelf, 'ada', 'new', draft('2026-01-20T00:00:00.000Z'));
	kept.set('jalon:draft:ada:broken', 'x');
	kept.set('other', 'x');
	expect(sweepDrafts(shelf, new Date('2026-02-05T00:00:00Z'))).toBe(2);
	expect([...kept.keys()].sort()).toEqual(['jalon:draft:ada:new', 'other']);
});

test('dropping one leaves the others', () => {
	writeDraft(shelf, 'ada', 'a', draft('2026-01-02T10:00:00Z'));
	writeDraft(shelf, 'ada', 'b', draft('2026-01-02T10:00:00Z'));
	dropDraft(shelf, 'ada', 'a');
	expect([...kept.keys()]).toEqual(['jalon:draft:ada:b']);
});
