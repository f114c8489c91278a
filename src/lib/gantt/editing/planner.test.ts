import { beforeEach, describe, expect, it } from 'vitest';
import { line } from '#core/schedule/fixture.ts';
import type { Replan } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { ScheduleEditor, type EditorEvent } from './editor.ts';
import type { PlanAsk, PlanOutcome } from './plan-ask.ts';

const settle = () => new Promise((done) => setTimeout(done, 0));
const days = (startsOn: string, endsOn = startsOn) => ({ startsOn, endsOn });
const move = (id: string, from: string, to: string) => ({ id, from: days(from), to: days(to) });

/** A store that keeps plans as the real one does: each line at the version it was read, or nothing at all. */
class Store {
	items = new Map<string, ScheduleItem>();
	asks: PlanAsk[] = [];
	undone: string[] = [];
	patches: string[] = [];
	answer: Exclude<PlanOutcome, { ok: true }> | null = null;
	acts: { id: string; startsOn: string; endsOn: string }[][] = [];

	#write(days: { id: string; startsOn: string; endsOn: string }[]): ScheduleItem[] {
		return days.map(({ id, startsOn, endsOn }) => {
			const item = this.items.get(id)!;
			const kept = { ...item, startsOn, endsOn, version: item.version + 1 };
			this.items.set(id, kept);
			return kept;
		});
	}

	keep = async (ask: PlanAsk): Promise<PlanOutcome> => {
		this.asks.push(ask);
		if (this.answer) return this.answer;
		for (const { id, version } of ask.edits) expect(this.items.get(id)?.version).toBe(version);
		this.acts.push(ask.expected.map(({ id }) => ({ ...this.items.get(id)! })));
		const items = this.#write(ask.expected.map(({ id, to }) => ({ id, ...to })));
		return { ok: true, act: String(this.acts.length - 1), items };
	};

	undo = async (act: string): Promise<PlanOutcome> => {
		this.undone.push(act);
		if (this.answer) return this.answer;
		return { ok: true, act, items: this.#write(this.acts[Number(act)]!) };
	};
}

let store: Store;
let events: EditorEvent[];
let editor: ScheduleEditor;
const shown = (id: string) => editor.items.find((item) => item.id === id)!;
const moves = [move('a', '2019-11-04', '2019-11-06'), move('b', '2019-11-05', '2019-11-07')];

beforeEach(async () => {
	store = new Store();
	for (const [id, day] of [
		['a', '2019-11-04'],
		['b', '2019-11-05']
	] as const)
		store.items.set(id, line({ id, ...days(day) }));
	events = [];
	editor = new ScheduleEditor({
		save: async (edit) => {
			store.patches.push(edit.id);
			const item = { ...store.items.get(edit.id)!, ...edit, refs: [], version: edit.version + 1 };
			store.items.set(edit.id, item);
			return { ok: true, item };
		},
		concerns: (wanted) => wanted.some(({ id }) => id === 'a'),
		keepPlan: store.keep,
		undoPlan: store.undo,
		changed: () => {},
		tell: (event) => events.push(event)
	});
	editor.accept([...store.items.values()]);
	editor.propose('a', days('2019-11-06'));
	await settle();
});

describe('a change that concerns other lines', () => {
	it('is shown and sent nowhere until it is kept, then kept as one act', async () => {
		expect(events.map(({ kind }) => kind)).toEqual(['held']);
		expect(shown('a').startsOn).toBe('2019-11-06');
		expect([store.asks, store.patches]).toEqual([[], []]);
		expect(editor.pending).toBe(0);

		await editor.keepPlan('push', moves);
		expect(store.asks).toEqual([
			{ edits: [{ id: 'a', version: 1, ...days('2019-11-06') }], mode: 'push', expected: moves }
		]);
		expect(editor.held).toEqual([]);
		expect([shown('a').startsOn, shown('b').startsOn]).toEqual(['2019-11-06', '2019-11-07']);
		expect(events.at(-1)).toMatchObject({ kind: 'planned', items: [{ id: 'a' }, { id: 'b' }] });
	});

	it('is undone and done again as one act', async () => {
		await editor.keepPlan('push', moves);
		editor.undo();
		await settle();
		expect([shown('a').startsOn, shown('b').startsOn]).toEqual(['2019-11-04', '2019-11-05']);
		expect(store.undone).toEqual(['0']);
		expect([editor.canUndo, editor.canRedo]).toEqual([false, true]);
		editor.redo();
		await settle();
		// From the versions the lines have by now.
		expect(store.asks[1]?.edits[0]?.version).toBe(3);
		expect([shown('a').startsOn, shown('b').startsOn]).toEqual(['2019-11-06', '2019-11-07']);
		editor.undo();
		await settle();
		expect(store.undone).toEqual(['0', '1']);
		expect(shown('b').startsOn).toBe('2019-11-05');
	});

	it('goes back where it was when nothing is to move, and what else was typed is saved', async () => {
		editor.propose('a', { title: 'Entretiens et ateliers' });
		await settle();
		expect(store.patches).toEqual([]);
		editor.plan.cancel();
		await settle();
		expect(shown('a')).toMatchObject({ startsOn: '2019-11-04', title: 'Entretiens et ateliers' });
		expect(store.items.get('a')).toMatchObject({
			startsOn: '2019-11-04',
			title: 'Entretiens et ateliers'
		});
	});

	it('may be kept alone, as one line', async () => {
		editor.keepAlone();
		await settle();
		expect(store.patches).toEqual(['a']);
		expect(store.items.get('a')?.startsOn).toBe('2019-11-06');
		expect(store.items.get('b')?.startsOn).toBe('2019-11-05');
		expect(editor.held).toEqual([]);
	});

	it('takes along what is moved while it is shown', async () => {
		editor.propose('b', days('2019-11-20'));
		await settle();
		expect(editor.held.map(({ id }) => id)).toEqual(['a', 'b']);
		// Back where it was, it is no longer part of it.
		editor.propose('b', days('2019-11-05'));
		await settle();
		expect(editor.held.map(({ id }) => id)).toEqual(['a']);
	});

	it('waits when the store does not answer, and can be tried again', async () => {
		store.answer = { ok: false, reason: 'offline' };
		await editor.keepPlan('push', moves);
		expect(editor.plan.offline).toBe(true);
		expect(shown('a').startsOn).toBe('2019-11-06');
		store.answer = null;
		await editor.keepPlan('push', moves);
		expect(store.items.get('b')?.startsOn).toBe('2019-11-07');
	});

	it('is shown anew when the store would do something else', async () => {
		const preview: Replan = { moves: [moves[0]!], broken: [], mended: [] };
		store.answer = { ok: false, reason: 'preview_changed', preview };
		await editor.keepPlan('push', moves);
		expect(editor.plan.answered).toEqual({ mode: 'push', replan: preview });
		expect(editor.held.map(({ id }) => id)).toEqual(['a']);
		expect(events.at(-1)?.kind).toBe('preview_changed');
	});

	it('shows both values of each line that somebody else changed, and overwrites none', async () => {
		const current = { ...store.items.get('a')!, ...days('2019-12-02'), version: 2 };
		const by = { changedBy: 'Claire Martin', changedAt: '2019-11-04T09:12:00Z' };
		store.answer = { ok: false, reason: 'stale', conflicts: [{ current, ...by }] };
		await editor.keepPlan('push', moves);
		expect(editor.conflicts).toMatchObject([
			{
				mine: { startsOn: '2019-11-06' },
				current: { startsOn: '2019-12-02' },
				changedBy: 'Claire Martin'
			}
		]);
		expect(shown('a').startsOn).toBe('2019-12-02');
		editor.applyMine();
		await settle();
		// Shown again first, from what stands now.
		expect(editor.held).toMatchObject([{ id: 'a', startsOn: '2019-11-06', version: 2 }]);
	});

	it('an undo that meets somebody else’s change leaves it and shows both', async () => {
		await editor.keepPlan('push', moves);
		const current = { ...store.items.get('b')!, ...days('2019-12-24'), version: 9 };
		store.answer = {
			ok: false,
			reason: 'stale',
			conflicts: [{ current, changedBy: 'Claire Martin', changedAt: '2019-11-04T09:12:00Z' }]
		};
		editor.undo();
		await settle();
		expect(editor.conflicts).toMatchObject([
			{ mine: { id: 'b', startsOn: '2019-11-05' }, current: { startsOn: '2019-12-24' } }
		]);
		expect(shown('b').startsOn).toBe('2019-12-24');
	});

	it('keeps the same object for a line that did not change, so that nothing typed over it is lost', () => {
		const before = shown('b');
		expect(editor.accept([...store.items.values()].map((item) => ({ ...item })))).toEqual([]);
		expect(shown('b')).toBe(before);
	});
});
