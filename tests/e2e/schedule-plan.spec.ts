import type { Locator, Page } from '@playwright/test';
import { dialog } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { mission } from './support/people.ts';
import { expect, go, phone, ready, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const chartAddress = `${mission}/schedule`;
const tableAddress = `${mission}/schedule?view=table`;

const preview = (page: Page): Locator => page.locator('.plan-preview');
const row = (page: Page, code: string): Locator =>
	page.locator('tr[data-line]').filter({ has: page.getByText(code, { exact: true }) });
const field = (page: Page, code: string, name: 'startsOn' | 'endsOn' | 'after'): Locator =>
	row(page, code).locator(`input[id^="line-${name}"]`);
const bar = (page: Page, code: string): Locator =>
	page.locator(`.bar-wrapper[aria-label^="${fr('schedule_kind_task')} ${code} "]`);

async function openChart(page: Page, query = ''): Promise<void> {
	await go(page, `${chartAddress}${query}`);
	await page.locator('.bar-wrapper').first().waitFor();
}

/** What the store holds of some tasks, read in the table of a page loaded anew. */
async function stored(page: Page, ...codes: string[]): Promise<Record<string, string>> {
	await go(page, tableAddress);
	const found: Record<string, string> = {};
	for (const code of codes)
		found[code] =
			`${await field(page, code, 'startsOn').inputValue()} ${await field(page, code, 'endsOn').inputValue()}`;
	return found;
}

const plus = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Counts what is written, so that nothing is kept before it was seen. */
function writes(page: Page): () => number {
	let count = 0;
	page.on('request', (request) => (count += Number(request.method() !== 'GET')));
	return () => count;
}

const planned = (page: Page) =>
	page.waitForResponse((answer) => answer.url().endsWith('/schedule/plan'), { timeout: 20_000 });

/** A task of the critical path, and the one right after it. */
const TASK = 'E-T213';
const NEXT = 'E-T301';

test('a task moved by the mouse shows what moves with it before it is kept, and is undone as one act', async ({
	enter
}) => {
	const { page } = await enter('manager');
	const before = await stored(page, TASK, NEXT);
	await openChart(page, '?zoom=day&phase=E-P2');
	await page.locator('.bar-wrapper[tabindex="0"]').first().focus();
	await page.keyboard.press('End');
	await page.locator('.jalon-gantt .names button').filter({ hasText: TASK }).click();
	const sent = writes(page);
	const [rect, names, frame] = [
		await bar(page, TASK).locator('.bar').boundingBox(),
		await page.locator('.jalon-gantt .names').boundingBox(),
		await page.locator('.jalon-gantt').boundingBox()
	];
	if (!rect || !names || !frame) throw new Error(`${TASK} is not drawn`);
	// The middle of what is in view: the names stand over the left of the chart.
	const left = Math.max(rect.x, names.x + names.width);
	const right = Math.min(rect.x + rect.width, frame.x + frame.width);
	const [x, y] = [(left + right) / 2, rect.y + rect.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 2 * 46, y, { steps: 8 });
	await page.mouse.up();

	await expect(preview(page)).toContainText(TASK);
	await expect(preview(page)).toContainText(NEXT);
	await expect(preview(page).getByRole('radio', { name: saying(fr('plan_push')) })).toBeChecked();
	expect(sent(), 'nothing is kept before it was seen').toBe(0);
	await audit(page);

	// The other way of keeping it says what it would break.
	await preview(page)
		.getByRole('radio', { name: saying(fr('plan_alone')) })
		.check();
	await expect(preview(page)).toContainText(fr('plan_broken_title'));
	await preview(page)
		.getByRole('radio', { name: saying(fr('plan_push')) })
		.check();

	const kept = planned(page);
	await preview(page)
		.getByRole('button', { name: fr('plan_keep') })
		.click();
	expect((await kept).status()).toBe(200);
	await expect(preview(page)).toHaveCount(0);
	const undone = page.waitForResponse((answer) => answer.url().endsWith('/undo'));
	await page.getByRole('button', { name: fr('plan_undo'), exact: true }).click();
	expect((await undone).status()).toBe(200);
	expect(await stored(page, TASK, NEXT)).toEqual(before);
});

test('by keyboard alone: move, see, keep, undo, do again', async ({ enter }) => {
	const { page } = await enter('manager');
	const before = await stored(page, TASK, NEXT);
	await openChart(page, '?phase=E-P2');
	await page.locator('.bar-wrapper[tabindex="0"]').first().focus();
	await page.keyboard.press('End');
	for (
		let times = 0;
		times < 12 &&
		!(await bar(page, TASK)
			.evaluate((one) => one === document.activeElement)
			.catch(() => false));
		times++
	)
		await page.keyboard.press('ArrowUp');
	await expect(bar(page, TASK)).toBeFocused();
	await page.keyboard.press('Alt+ArrowRight');
	await expect(preview(page)).toBeVisible();
	await expect(preview(page).getByRole('heading', { level: 2 })).toBeFocused();

	// Escape moves nothing, and the line has the focus again.
	await page.keyboard.press('Escape');
	await expect(preview(page)).toHaveCount(0);
	await expect(bar(page, TASK)).toBeFocused();
	await page.keyboard.press('Alt+ArrowRight');
	await expect(preview(page).getByRole('heading', { level: 2 })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(preview(page).getByRole('radio').first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(preview(page).getByRole('radio', { name: saying(fr('plan_alone')) })).toBeChecked();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Tab');
	const keep = preview(page).getByRole('button', { name: fr('plan_keep') });
	for (let times = 0; times < 5 && !(await keep.evaluate((one) => one === document.activeElement)); times++)
		await page.keyboard.press('Tab');
	const kept = planned(page);
	await page.keyboard.press('Enter');
	expect((await kept).status()).toBe(200);
	await expect(bar(page, TASK)).toBeFocused();
	const undone = page.waitForResponse((answer) => answer.url().endsWith('/undo'));
	await page.keyboard.press('Control+z');
	expect((await undone).status()).toBe(200);
	await expect(page.getByText(/^Déplacement annulé/).first()).toBeVisible();
	const again = planned(page);
	await page.keyboard.press('Control+Shift+z');
	expect((await again).status()).toBe(200);
	await expect(page.getByText(/^Déplacement rétabli/).first()).toBeVisible();
	const back = page.waitForResponse((answer) => answer.url().endsWith('/undo'));
	await page.keyboard.press('Control+z');
	expect((await back).status()).toBe(200);
	expect(await stored(page, TASK, NEXT)).toEqual(before);
});

test('in the table: a date that concerns other lines is shown first, and a network that is away loses nothing', async ({
	enter
}) => {
	const { page, watch } = await enter('manager');
	watch.allowOffline();
	const before = await stored(page, TASK, NEXT);
	const ends = field(page, TASK, 'endsOn');
	const day = before[TASK]!.split(' ')[1]!;
	await ends.fill(plus(day, 7));
	await ends.press('Enter');
	await expect(preview(page)).toContainText(NEXT);
	await page.context().setOffline(true);
	await preview(page)
		.getByRole('button', { name: fr('plan_keep') })
		.click();
	await expect(preview(page)).toContainText(saying(fr('plan_offline')));
	await expect(ends).toHaveValue(plus(day, 7));
	await page.context().setOffline(false);
	const kept = planned(page);
	await preview(page)
		.getByRole('button', { name: fr('plan_retry') })
		.click();
	expect((await kept).status()).toBe(200);
	await expect(preview(page)).toHaveCount(0);
	await page.getByRole('button', { name: fr('schedule_undo_label') }).click();
	await expect(page.getByText(/^Déplacement annulé/).first()).toBeVisible();
	expect(await stored(page, TASK, NEXT)).toEqual(before);
});

test('two people on several lines: both values of each are shown, and one choice settles them', async ({
	enter
}) => {
	const first = await enter('manager');
	const second = await enter('manager');
	first.watch.allow(409);
	const before = await stored(first.page, TASK, NEXT);
	const ends = field(first.page, TASK, 'endsOn');
	await ends.fill(plus(before[TASK]!.split(' ')[1]!, 7));
	await ends.press('Enter');
	const kept = planned(first.page);
	await preview(first.page)
		.getByRole('button', { name: fr('plan_keep') })
		.click();
	expect((await kept).status()).toBe(200);

	// Somebody else writes in both lines; then the move is taken back.
	await go(second.page, tableAddress);
	for (const code of [TASK, NEXT]) {
		const title = row(second.page, code).locator('[id^="line-title"]');
		const saved = second.page.waitForResponse((answer) => answer.request().method() === 'PATCH');
		await title.fill(`${await title.inputValue()} bis`);
		await title.press('Enter');
		expect((await saved).status()).toBe(200);
	}
	const refused = first.page.waitForResponse((answer) => answer.url().endsWith('/undo'));
	await first.page.getByRole('button', { name: fr('schedule_undo_label') }).click();
	expect((await refused).status()).toBe(409);
	const question = dialog(first.page);
	for (const code of [TASK, NEXT])
		await expect(question.getByRole('heading', { name: new RegExp(`^${code} .* bis$`) })).toBeVisible();
	await expect(question).toContainText('Camille Renaud');
	const end = question.getByRole('row', { name: new RegExp(`^${fr('schedule_end')}`) }).first();
	const [mine, now] = await end.getByRole('cell').allTextContents();
	expect(mine).not.toBe(now);
	await audit(first.page);
	await question.getByRole('button', { name: fr('schedule_stale_again') }).click();
	// What both lines would bring about is shown once more, and kept.
	await expect(preview(first.page)).toContainText(TASK);
	await expect(preview(first.page)).toContainText(NEXT);
	await preview(first.page).getByRole('radio').first().check();
	const again = planned(first.page);
	await preview(first.page)
		.getByRole('button', { name: fr('plan_keep') })
		.click();
	expect((await again).status()).toBe(200);
	expect(await stored(second.page, TASK, NEXT)).toEqual(before);
});

test('links are typed as codes, a circle is refused by its name, and a link is taken back', async ({
	enter
}) => {
	const { page } = await enter('manager');
	await go(page, tableAddress);
	const after = field(page, 'E-T206', 'after');
	const was = await after.inputValue();
	await after.fill('E-T999');
	await after.press('Enter');
	await expect(row(page, 'E-T206').getByRole('alert')).toContainText('E-T999');
	await audit(page);
	await after.fill('E-T203 ; E-T204 DD+2 j');
	const made = page.waitForResponse((answer) => answer.url().endsWith('/links'));
	await after.press('Enter');
	expect((await made).status()).toBe(200);
	await expect(after).toHaveValue(/E-T204 DD\+2 j/);

	// E-T206 follows E-T203: the reverse would close a circle, and is said before anything is sent.
	const first = field(page, 'E-T203', 'after');
	const sent = writes(page);
	await first.fill(`${await first.inputValue()} ; E-T206`);
	await first.press('Enter');
	const refusal = row(page, 'E-T203').getByRole('alert');
	await expect(refusal).toContainText('→');
	await expect(refusal).toContainText('E-T203');
	await expect(refusal).toContainText('E-T206');
	expect(sent()).toBe(0);
	await first.press('Escape');

	const undone = page.waitForResponse((answer) => answer.url().endsWith('/links'));
	await page.getByRole('button', { name: fr('schedule_undo_label') }).click();
	expect((await undone).status()).toBe(200);
	await expect(after).toHaveValue(was);
});

test('the panel of a task: constraint, who does it, notes and links', async ({ enter }) => {
	const { page } = await enter('manager');
	await go(page, tableAddress);
	await row(page, 'E-T206')
		.getByRole('button', { name: saying(fr('plan_open_of', { title: '' }).trim()) })
		.click();
	await expect(dialog(page)).toContainText(fr('plan_float'));
	await audit(page);
	await dialog(page).getByLabel(fr('plan_constraint'), { exact: true }).selectOption('not_after');
	await dialog(page)
		.getByRole('button', { name: fr('schedule_save') })
		.click();
	await expect(dialog(page).getByText(fr('plan_constraint_day_missing')).first()).toBeVisible();
	await dialog(page)
		.getByLabel(saying(fr('plan_constraint_day')))
		.fill('2020-06-30');
	await dialog(page)
		.getByLabel(saying(fr('plan_notes')))
		.fill('Voir avec la DSI.');
	const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
	await dialog(page)
		.getByRole('button', { name: fr('schedule_save') })
		.click();
	expect((await saved).status()).toBe(200);
	await page.reload();
	await ready(page);
	await row(page, 'E-T206')
		.getByRole('button', { name: saying(fr('plan_open_of', { title: '' }).trim()) })
		.click();
	await expect(dialog(page).getByLabel(saying(fr('plan_notes')))).toHaveValue('Voir avec la DSI.');
	await expect(dialog(page).getByLabel(saying(fr('plan_constraint_day')))).toHaveValue('2020-06-30');
});

test('a plan is frozen with its reason, and slippage is said in words and days', async ({ enter }) => {
	const { page, watch } = await enter('manager');
	watch.allow(422);
	await go(page, `${chartAddress}/baselines`);
	await audit(page);
	const open = page.getByText(fr('plan_freeze'), { exact: true });
	if (!(await page.getByLabel(saying(fr('plan_baseline_reason'))).isVisible())) await open.click();
	const form = page.locator('form[action="?/freeze"]');
	await form.getByLabel(saying(fr('plan_baseline_name'))).fill('Plan du comité de décembre');
	await form.getByLabel(saying(fr('plan_baseline_reason'))).fill('Accepté en COTECH du 10 décembre');
	await form.getByRole('button', { name: fr('plan_freeze_do'), exact: true }).click();
	await expect(page.getByRole('row', { name: /Plan du comité de décembre/ })).toContainText(
		'Camille Renaud'
	);

	// A task with room goes three working days later, from a Wednesday.
	await go(page, tableAddress);
	const [from, to] = [field(page, 'E-T206', 'startsOn'), field(page, 'E-T206', 'endsOn')];
	const starts = await from.inputValue();
	await to.fill(plus(await to.inputValue(), 4));
	const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
	await to.press('Enter');
	expect((await saved).status()).toBe(200);
	expect(await from.inputValue()).toBe(starts);
	await expect(row(page, 'E-T206')).toContainText(/jours? ouvrés? après le plan/);
	await go(page, `${chartAddress}/baselines`);
	await expect(page.getByRole('row', { name: /^E-T206/ })).toContainText(/jours? ouvrés? après le plan/);
	await expect(page.getByRole('img', { name: saying(fr('plan_trend_label')) })).toBeVisible();
	await audit(page);

	const reader = await enter('consultant');
	await go(reader.page, `${chartAddress}/baselines`);
	await expect(reader.page.getByRole('row', { name: /Plan du comité de décembre/ })).toBeVisible();
	await expect(reader.page.locator('form[action="?/freeze"]')).toHaveCount(0);
});

test('what somebody else changes appears without a reload, with their name', async ({ enter }) => {
	const manager = await enter('manager');
	const reader = await enter('consultant');
	await go(reader.page, tableAddress);
	await go(manager.page, tableAddress);
	const progress = row(manager.page, 'E-T110').locator('[id^="line-progress"]');
	const value = (await progress.inputValue()) === '15' ? '17' : '15';
	const saved = manager.page.waitForResponse((answer) => answer.request().method() === 'PATCH');
	await progress.fill(value);
	await progress.press('Enter');
	expect((await saved).status()).toBe(200);
	await expect(row(reader.page, 'E-T110')).toContainText(new RegExp(`${value}\\s%`), { timeout: 30_000 });
	await expect(reader.page.locator('[aria-live]', { hasText: 'Camille Renaud' })).toBeVisible();
});

test('what is looked for is kept in the address', async ({ enter }) => {
	const { page } = await enter('manager');
	await go(page, tableAddress);
	await page
		.getByText(saying(fr('plan_filters')))
		.first()
		.click();
	await page.getByLabel(fr('plan_search')).fill('parcours');
	await expect(page).toHaveURL(/q=parcours/);
	await page.getByLabel(fr('plan_shown_label'), { exact: true }).selectOption('critical');
	await expect(page).toHaveURL(/show=critical/);
	await expect(row(page, 'E-T113')).toBeVisible();
	await expect(row(page, 'E-T101')).toHaveCount(0);
	await page.reload();
	await ready(page);
	await expect(row(page, 'E-T113')).toBeVisible();
	await expect(row(page, 'E-T101')).toHaveCount(0);
	await audit(page);
	await page.getByRole('button', { name: fr('plan_filters_clear') }).click();
	await expect(row(page, 'E-T101')).toBeVisible();
});

test('on a phone the preview fits, and the table reads as cards', async ({ enter }) => {
	const { page } = await enter('manager', phone);
	await go(page, tableAddress);
	const ends = field(page, TASK, 'endsOn');
	const day = await ends.inputValue();
	await ends.fill(plus(day, 7));
	await ends.press('Enter');
	await expect(preview(page).getByRole('button', { name: fr('plan_keep') })).toBeInViewport();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
	expect(wide, 'nothing goes past the side of the screen').toBe(false);
	await audit(page);
	await preview(page)
		.getByRole('button', { name: fr('plan_cancel') })
		.click();
	await expect(ends).toHaveValue(day);
});
