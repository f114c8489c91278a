import type { Locator, Page } from '@playwright/test';
import { mission } from './people.ts';
import { expect, go } from './test.ts';
import { fr } from './words.ts';

export const bar = (page: Page, code: string): Locator =>
	page.locator(`.bar-wrapper[aria-label^="${fr('schedule_kind_task')} ${code} "]`);

/** Opens the chart and waits for its first bar. */
export async function openChart(page: Page, query = ''): Promise<void> {
	await go(page, `${mission}/schedule${query}`);
	await page.locator('.bar-wrapper').first().waitFor();
}

/** Brings a line into view from its name, and its frame to the top of the screen: fingers go by places. */
export async function reveal(page: Page, code: string): Promise<void> {
	await page.locator('.jalon-gantt .names button').filter({ hasText: code }).click();
	await page.locator('.jalon-gantt').evaluate((chart) => chart.scrollIntoView({ block: 'start' }));
}

export interface Spot {
	x: number;
	y: number;
}

/** The middle of what is seen of a bar, and its two ends. */
export async function spotOf(page: Page, code: string): Promise<Spot & { start: number; end: number }> {
	const [rect, names, frame] = [
		await bar(page, code).locator('.bar').boundingBox(),
		await page.locator('.jalon-gantt .names').boundingBox(),
		await page.locator('.jalon-gantt .frame').boundingBox()
	];
	if (!rect || !names || !frame) throw new Error(`${code} is not drawn`);
	const [start, end] = [rect.x, rect.x + rect.width];
	const [left, right] = [Math.max(start, names.x + names.width), Math.min(end, frame.x + frame.width)];
	expect(right - left, `${code} is in view`).toBeGreaterThan(8);
	return { x: (left + right) / 2, y: rect.y + rect.height / 2, start, end };
}

/** The middle of something drawn. */
export async function middleOf(drawn: Locator): Promise<Spot> {
	const box = await drawn.boundingBox();
	if (!box) throw new Error('nothing is drawn there');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A real finger, as the browser hears one: not a mouse that says it is one. */
export async function fingerOf(page: Page) {
	const session = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Spot) =>
		session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ ...at, id: 1 }] : [] });
	return {
		/** Rests where it is, and is lifted. */
		async rest(at: Spot): Promise<void> {
			await touch('touchStart', at);
			await page.waitForTimeout(600);
			await touch('touchEnd');
		},
		async pull(from: Spot, to: Spot, restFirst = false): Promise<void> {
			await touch('touchStart', from);
			if (restFirst) await page.waitForTimeout(600);
			for (let step = 1; step <= 10; step += 1)
				await touch('touchMove', {
					x: from.x + ((to.x - from.x) * step) / 10,
					y: from.y + ((to.y - from.y) * step) / 10
				});
			await touch('touchEnd');
		}
	};
}

/** The next answer to what is sent about links, or about one line. */
export const answered = (page: Page, about: 'links' | 'items') =>
	page.waitForResponse(
		(answer) => answer.request().method() !== 'GET' && answer.url().includes(`/schedule/${about}`)
	);

/** Takes back the last thing done, and waits until it is. */
export async function undo(page: Page, about: 'links' | 'items'): Promise<void> {
	const undone = answered(page, about);
	await page.getByRole('button', { name: fr('schedule_undo_label') }).click();
	expect((await undone).ok()).toBe(true);
}
