import type { Page } from '@playwright/test';
import { dialog } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { answered, bar, fingerOf, middleOf, openChart, reveal, spotOf, undo } from './support/chart.ts';
import { expect, phone, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

/** Two lines of the first phase that no link ties, the one done when the other begins. */
const FROM = 'E-T107';
const TO = 'E-T112';

/** Where the arrows between two lines say so, in their words. */
const arrow = (page: Page, from: string, to: string) =>
	page.locator('.tie title').filter({ hasText: new RegExp(`${from} .*→ ${to} `) });
const plan = (page: Page) => page.locator('.plan-preview');

test('a link drawn by the mouse, from the end of one bar to the start of another', async ({ enter }) => {
	const { page } = await enter('manager');
	await openChart(page, '?zoom=month');
	await reveal(page, FROM);
	await expect(arrow(page, FROM, TO)).toHaveCount(0);
	const at = await spotOf(page, FROM);
	await page.mouse.move(at.x, at.y);
	const handle = await middleOf(bar(page, FROM).locator('[data-end="end"] .link-dot'));
	const goal = await spotOf(page, TO);
	const made = answered(page, 'links');
	await page.mouse.move(handle.x, handle.y);
	await page.mouse.down();
	await page.mouse.move(goal.start + 3, goal.y, { steps: 8 });
	await expect(page.locator('.thread ~ .tie-words')).toHaveText(/E-T107 → .*E-T112/);
	await page.mouse.up();
	const answer = await made;
	expect(answer.status()).toBe(200);
	expect(answer.request().postDataJSON()).toMatchObject({ type: 'FS', lag: 0 });
	await expect(arrow(page, FROM, TO)).toHaveCount(1);
	await undo(page, 'links');
	await expect(arrow(page, FROM, TO)).toHaveCount(0);
});

test('a link made with the keyboard alone: L, arrows, Enter', async ({ enter }) => {
	const { page } = await enter('manager');
	await openChart(page, '?zoom=month');
	const row = page.locator('.bar-wrapper[tabindex="0"]');
	await row.focus();
	const goTo = async (code: string, key: string) => {
		for (let times = 0; times < 20; times++) {
			if (await bar(page, code).evaluate((one) => one === document.activeElement)) return;
			await page.keyboard.press(key);
		}
		throw new Error(`${key} never leads to ${code}`);
	};
	await page.keyboard.press('Home');
	await goTo(FROM, 'ArrowDown');
	await page.keyboard.press('l');
	// Given up first: nothing was begun.
	await page.keyboard.press('Escape');
	await expect(page.getByText(fr('gantt_linking_end')).first()).toBeVisible();
	await page.keyboard.press('l');
	await expect(page.getByText(saying(fr('gantt_linking_bar', { title: FROM }))).first()).toBeVisible();
	await goTo(TO, 'ArrowDown');
	await page.keyboard.press('Enter');
	await expect(dialog(page)).toContainText(FROM);
	await expect(dialog(page)).toContainText(TO);
	await audit(page);
	const made = answered(page, 'links');
	for (let times = 0; times < 8; times++) {
		await page.keyboard.press('Tab');
		const name = await page.evaluate(() => document.activeElement?.textContent.trim());
		if (name === fr('plan_link_add')) break;
	}
	await page.keyboard.press('Enter');
	expect((await made).status()).toBe(200);
	await expect(dialog(page)).toHaveCount(0);
	await expect(bar(page, TO)).toBeFocused();
	await expect(arrow(page, FROM, TO)).toHaveCount(1);
	const undone = answered(page, 'links');
	await page.keyboard.press('Control+z');
	expect((await undone).status()).toBe(200);
	await expect(arrow(page, FROM, TO)).toHaveCount(0);
});

test('by touch on a phone: a link drawn, a link by presses, progress, length and place', async ({
	enter
}) => {
	const { page } = await enter('manager', phone);
	await openChart(page, '?zoom=month');
	const finger = await fingerOf(page);
	await reveal(page, FROM);
	await finger.rest(await spotOf(page, FROM));
	await expect(bar(page, FROM)).toHaveAttribute('data-chosen');
	await expect(dialog(page)).toHaveCount(0);
	await audit(page);
	const handle = bar(page, FROM).locator('[data-end="end"] .link-room');
	expect((await handle.boundingBox())?.width, 'as large as a finger').toBeGreaterThanOrEqual(44);
	const goal = await spotOf(page, TO);
	const before = await page.evaluate(() => [window.scrollX, window.scrollY]);
	const made = answered(page, 'links');
	await finger.pull(await middleOf(handle), { x: goal.start + 4, y: goal.y });
	expect((await made).request().postDataJSON()).toMatchObject({ type: 'FS' });
	expect(await page.evaluate(() => [window.scrollX, window.scrollY]), 'the page stays').toEqual(before);
	await expect(arrow(page, FROM, TO)).toHaveCount(1);
	await undo(page, 'links');

	// Without pulling anything: two presses and a form.
	await reveal(page, FROM);
	await finger.rest(await spotOf(page, FROM));
	await page.getByRole('button', { name: fr('gantt_link_to') }).tap();
	const other = await spotOf(page, TO);
	await page.touchscreen.tap(other.x, other.y);
	await expect(dialog(page)).toContainText(FROM);
	await expect(dialog(page)).toContainText(TO);
	await dialog(page)
		.getByRole('button', { name: fr('schedule_cancel') })
		.tap();
	await expect(dialog(page)).toHaveCount(0);

	// The handles of a chosen bar are taken at once: what is done of it, then its end.
	await reveal(page, TO);
	await finger.rest(await spotOf(page, TO));
	await expect(bar(page, TO)).toHaveAttribute('data-chosen');
	const saved = answered(page, 'items');
	const progress = await middleOf(bar(page, TO).locator('.handle.progress'));
	await finger.pull({ ...progress, y: progress.y + 4 }, { x: progress.x + 22, y: progress.y + 4 });
	expect((await saved).request().postDataJSON().progress).toBeGreaterThan(0);
	await undo(page, 'items');
	await reveal(page, TO);
	if ((await bar(page, TO).getAttribute('data-chosen')) === null) await finger.rest(await spotOf(page, TO));
	const { end, y } = await spotOf(page, TO);
	const was = await bar(page, TO).getAttribute('aria-label');
	await finger.pull({ x: end - 6, y }, { x: end + 10, y });
	await expect(bar(page, TO)).not.toHaveAttribute('aria-label', was ?? '');
	if (await plan(page).isVisible())
		await plan(page)
			.getByRole('button', { name: fr('plan_cancel') })
			.tap();
	else await undo(page, 'items');
	await expect(bar(page, TO)).toHaveAttribute('aria-label', was ?? '');
});

test('the links of a folded phase are drawn at the phase', async ({ enter }) => {
	const { page } = await enter('manager');
	await openChart(page, '?zoom=month');
	const fold = page.locator('.jalon-gantt .fold').first();
	await fold.click();
	await expect(fold).toHaveAttribute('aria-expanded', 'false');
	const first = page.locator('.bar-wrapper').first();
	await expect(first).toHaveAttribute('data-kind', 'phase');
	await expect(arrow(page, 'E-T1\\d+', 'E-T2\\d+').first()).toBeAttached();
	// One line for all that would lie on one another: no two have the same way.
	const ways = await page.locator('.tie-way').evaluateAll((all) => all.map((one) => one.getAttribute('d')));
	expect(new Set(ways).size).toBe(ways.length);
});
