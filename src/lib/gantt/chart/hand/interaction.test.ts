import { describe, expect, it } from 'vitest';
import { DragLog } from './drag.ts';
import { commandOf } from './keys.ts';

describe('DragLog', () => {
	it('gives the last change of each line, once', () => {
		const log = new DragLog();
		log.press();
		expect(log.moved).toBe(false);
		log.note('a', { startsOn: '2019-11-05', endsOn: '2019-12-21' });
		log.note('a', { startsOn: '2019-11-06', endsOn: '2019-12-22' });
		log.note('a', { progress: 50 });
		expect(log.moved).toBe(true);
		expect(log.release()).toEqual([
			['a', { startsOn: '2019-11-06', endsOn: '2019-12-22', progress: 50 }]
		]);
		expect(log.release()).toEqual([]);
	});

	it('saves nothing of a drag given up, even when the mouse goes on', () => {
		const log = new DragLog();
		log.press();
		log.note('a', { endsOn: '2019-12-21' });
		expect(log.giveUp()).toBe(true);
		log.note('a', { endsOn: '2019-12-22' });
		expect(log.release()).toEqual([]);
		log.press();
		log.note('a', { endsOn: '2019-12-23' });
		expect(log.release()).toHaveLength(1);
	});
});

describe('commandOf', () => {
	const press = (key: string, held: object = {}) =>
		commandOf({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held });

	it('walks, opens, moves and resizes', () => {
		expect(press('ArrowDown')).toEqual({ do: 'focus', step: 1 });
		expect(press('Home')).toEqual({ do: 'first' });
		expect(press('Enter')).toEqual({ do: 'open' });
		expect(press('ArrowLeft', { altKey: true })).toEqual({ do: 'move', days: -1 });
		expect(press('ArrowRight', { altKey: true, shiftKey: true })).toEqual({ do: 'resize', days: 1 });
	});

	it('folds and opens with the side arrows, walks screens and starts a link', () => {
		expect(press('ArrowLeft')).toEqual({ do: 'focus', step: -1, fold: 'close' });
		expect(press('ArrowRight')).toEqual({ do: 'focus', step: 1, fold: 'open' });
		expect(press('PageDown')).toEqual({ do: 'page', step: 1 });
		expect(press('L', { shiftKey: true })).toEqual({ do: 'link' });
		expect(press('l', { ctrlKey: true })).toBeNull();
		expect(press('l', { altKey: true })).toBeNull();
	});

	it('leaves the rest to the browser', () => {
		expect(press('Tab')).toBeNull();
		expect(press('a')).toBeNull();
		expect(press('ArrowUp', { altKey: true })).toBeNull();
		expect(press('ArrowLeft', { ctrlKey: true })).toBeNull();
		expect(press('Enter', { shiftKey: true })).toBeNull();
	});
});
