import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEdit } from '#core/schedule/edit.ts';
import { line } from '#core/schedule/fixture.ts';
import type { EditOutcome, ScheduleEdit, ScheduleItem } from '#core/schedule/types.ts';
import { ScheduleEditor, type EditorEvent } from './editor.ts';

/** A store that keeps versions as the real one does: an edit that names an old version is refused. */
class Store {
	items = new Map<string, ScheduleItem>();
	edits: ScheduleEdit[] = [];
	offline = false;
	refusal: string | null = null;
	gate: Promise<void> | null = null;

	add(item: ScheduleItem) {
		this.items.set(item.id, item);
	}

	/** Somebody else writes. */
	touch(id: string, over: Partial<ScheduleItem>) {
		const item = this.items.get(id)!;
		this.items.set(id, { ...item, ...over, version: item.version + 1 });
	}

	save = async (edit: ScheduleEdit): Promise<EditOutcome> => {
		this.edits.push(edit);
		await this.gate;
		if (this.offline) throw new TypeError('Failed to fetch');
		if (this.refusal) return { ok: false, reason: 'refused', message: this.refusal };
		const item = this.items.get(edit.id)!;
		if (item.version !== edit.version) {
			const changedAt = '2019-11-04T09:12:00Z';
			return { ok: false, reason: 'stale', current: item, changedBy: 'Claire Martin', changedAt };
		}
		const saved = { ...applyEdit(item, edit), version: item.version + 1 };
		this.items.set(edit.id, saved);
		return { ok: true, item: saved };
	};
}

let store: Store;
let events: EditorEvent[];
let editor: ScheduleEditor;

const settle = () => new Promise((done) => setTimeout(done, 0));
const end = (id = 't1') => editor.items.find((item) => item.id === id)?.endsOn;
const stored = (id = 't1') => store.items.get(id)!;

beforeEach(() => {
	store = new Store();
	store.add(line());
	store.add(line({ id: 't2', title: 'Ateliers' }));
	events = [];
	editor = new ScheduleEditor({
		save: store.save,
		concerns: () => false,
		keepPlan: async () => ({ ok: false, reason: 'offline' }),
		undoPlan: async () => ({ ok: false, reason: 'offline' }),
		changed: () => {},
		tell: (event) => events.push(event)
	});
	editor.accept([...store.items.values()]);
});

describe('ScheduleEditor', () => {
	it('shows a change at once and saves it once, on the version read', async () => {
		editor.propose('t1', { endsOn: '2019-12-21' });
		expect(end()).toBe('2019-12-21');
		expect(stored().endsOn).toBe('2019-12-20');
		await settle();
		expect(stored()).toMatchObject({ endsOn: '2019-12-21', version: 2 });
		expect(store.edits).toEqual([{ id: 't1', version: 1, startsOn: '2019-11-04', endsOn: '2019-12-21' }]);
		expect(events.map((event) => event.kind)).toEqual(['saved']);
	});

	it('sends nothing when nothing changes', async () => {
		editor.propose('t1', { endsOn: '2019-12-20' });
		await settle();
		expect(store.edits).toEqual([]);
	});

	it('gathers repeated keys into one save', async () => {
		vi.useFakeTimers();
		for (const day of ['21', '22', '23']) editor.propose('t1', { endsOn: `2019-12-${day}` }, 500);
		await vi.advanceTimersByTimeAsync(499);
		expect(store.edits).toHaveLength(0);
		await vi.advanceTimersByTimeAsync(1);
		vi.useRealTimers();
		expect(store.edits.map((edit) => edit.endsOn)).toEqual(['2019-12-23']);
	});

	it('saves what was changed during a save afterwards, on the new version', async () => {
		let open = () => {};
		store.gate = new Promise((done) => (open = done));
		editor.propose('t1', { endsOn: '2019-12-21' });
		editor.propose('t1', { endsOn: '2019-12-22' });
		store.gate = null;
		open();
		await settle();
		expect(store.edits.map((edit) => [edit.version, edit.endsOn])).toEqual([
			[1, '2019-12-21'],
			[2, '2019-12-22']
		]);
		expect(stored()).toMatchObject({ endsOn: '2019-12-22', version: 3 });
	});

	it('puts the line back on a stale edit, and says who changed what', async () => {
		store.touch('t1', { endsOn: '2020-01-10' });
		editor.propose('t1', { endsOn: '2019-12-21' });
		await settle();
		expect(end()).toBe('2020-01-10');
		expect(editor.conflicts[0]).toMatchObject({
			changedBy: 'Claire Martin',
			mine: { endsOn: '2019-12-21' }
		});
		editor.keepTheirs();
		expect(editor.conflicts).toEqual([]);
		expect(stored().endsOn).toBe('2020-01-10');
	});

	it('applies mine again over the version now known', async () => {
		store.touch('t1', { endsOn: '2020-01-10' });
		editor.propose('t1', { endsOn: '2019-12-21' });
		await settle();
		editor.applyMine();
		await settle();
		expect(stored()).toMatchObject({ endsOn: '2019-12-21', version: 3 });
		expect(editor.conflicts).toEqual([]);
	});

	it('never saves over a change that arrived while one was being prepared', async () => {
		editor.propose('t1', { endsOn: '2019-12-21' }, 1000);
		store.touch('t1', { endsOn: '2020-01-10' });
		editor.accept([...store.items.values()]);
		editor.flush();
		await settle();
		expect(stored().endsOn).toBe('2020-01-10');
		expect(editor.conflicts[0]?.current.endsOn).toBe('2020-01-10');
	});

	it('puts the line back on a refusal and passes the sentence on', async () => {
		store.refusal = 'Seule la cheffe de projet peut modifier le planning.';
		editor.propose('t1', { endsOn: '2019-12-21' });
		await settle();
		expect(end()).toBe('2019-12-20');
		expect(events).toMatchObject([{ kind: 'refused', message: store.refusal }]);
	});

	it('keeps the change when the network is away, and saves it on retry', async () => {
		store.offline = true;
		editor.propose('t1', { endsOn: '2019-12-21' });
		await settle();
		expect(end()).toBe('2019-12-21');
		expect(editor.waiting.map((item) => item.id)).toEqual(['t1']);
		store.offline = false;
		editor.retry();
		await settle();
		expect(stored().endsOn).toBe('2019-12-21');
		expect(editor.waiting).toEqual([]);
	});
});

describe('undo and redo', () => {
	it('walk back and forth through the saves of several lines', async () => {
		editor.propose('t1', { endsOn: '2019-12-21' });
		await settle();
		editor.propose('t2', { progress: 80 });
		await settle();
		editor.propose('t1', { startsOn: '2019-11-11', endsOn: '2019-12-28' });
		await settle();
		for (let turn = 0; turn < 3; turn += 1) {
			editor.undo();
			await settle();
		}
		expect(stored()).toMatchObject({ startsOn: '2019-11-04', endsOn: '2019-12-20' });
		expect(stored('t2').progress).toBe(40);
		expect(editor.canUndo).toBe(false);
		for (let turn = 0; turn < 3; turn += 1) {
			editor.redo();
			await settle();
		}
		expect(stored()).toMatchObject({ startsOn: '2019-11-11', endsOn: '2019-12-28' });
		expect(stored('t2').progress).toBe(80);
		expect(editor.canRedo).toBe(false);
		expect(events.slice(3).map((event) => event.kind)).toEqual([
			'undone',
			'undone',
			'undone',
			'redone',
			'redone',
			'redone'
		]);
		editor.undo();
		await settle();
		expect(stored().endsOn).toBe('2019-12-21');
	});

	it('a new change empties what could be redone', async () => {
		editor.propose('t1', { endsOn: '2019-12-21' });
		await settle();
		editor.undo();
		await settle();
		expect(editor.canRedo).toBe(true);
		editor.propose('t2', { progress: 10 });
		await settle();
		expect(editor.canRedo).toBe(false);
	});

	it('an undo never runs over what somebody else wrote since', async () => {
		editor.propose('t1', { endsOn: '2019-12-21' });
		await settle();
		store.touch('t1', { endsOn: '2020-01-10' });
		editor.accept([...store.items.values()]);
		editor.undo();
		await settle();
		expect(stored().endsOn).toBe('2020-01-10');
		expect(editor.conflicts[0]).toMatchObject({ mine: { endsOn: '2019-12-20' } });
	});

	it('a refused undo can be tried again', async () => {
		editor.propose('t1', { endsOn: '2019-12-21' });
		await settle();
		store.refusal = 'Le planning est figé.';
		editor.undo();
		await settle();
		expect(end()).toBe('2019-12-21');
		store.refusal = null;
		editor.undo();
		await settle();
		expect(stored().endsOn).toBe('2019-12-20');
	});
});
