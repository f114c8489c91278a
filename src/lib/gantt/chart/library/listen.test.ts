import { expect, it } from 'vitest';
import { listenTo } from './listen.ts';

it('removes the listeners of something that cannot remove its own', () => {
	const target = new EventTarget();
	let heard = 0;
	const { made, release } = listenTo(target, () => {
		target.addEventListener('ping', () => (heard += 1));
		return 'made';
	});
	target.addEventListener('ping', () => (heard += 10));
	target.dispatchEvent(new Event('ping'));
	expect([made, heard]).toEqual(['made', 11]);
	release();
	target.dispatchEvent(new Event('ping'));
	expect(heard).toBe(21);
});

it('gives the method back when the making fails', () => {
	const target = new EventTarget();
	expect(() =>
		listenTo(target, () => {
			throw new Error('no chart');
		})
	).toThrow('no chart');
	expect(Object.hasOwn(target, 'addEventListener')).toBe(false);
});
