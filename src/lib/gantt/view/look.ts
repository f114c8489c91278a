import { goto } from '$app/navigation';
import { writeView, type View } from './view.ts';

/** Shows something else of the same page: the address follows, the focus and the place stay. */
export function lookAt(now: URLSearchParams, change: Partial<View>): void {
	const asked = writeView(now, change).toString();
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- the address of this very page
	void goto(`?${asked}`, { keepFocus: true, noScroll: true, replaceState: true });
}

/** A list with one more, or without the one it had. */
export const toggled = (list: readonly string[], one: string): string[] =>
	list.includes(one) ? list.filter((known) => known !== one) : [...list, one];
