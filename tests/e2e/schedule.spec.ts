import type { Locator, Page } from '@playwright/test';
import { dialog } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { mission } from './support/people.ts';
import { expect, go, ready, test } from './support/test.ts';
import { fr } from './support/words.ts';

const chartAddress = `${mission}/schedule`;
const tableAddress = `${mission}/schedule?view=table`;
/** Pixels of a day at the scale of days. */
const DAY = 46;

const bar = (page: Page, code: string): Locator =>
	page.locator(`.bar-wrapper[aria-label^="${fr('schedule_kind_task')} ${code} "]`);

async function openChart(page: Page): Promise<void> {
	await go(page, chartAddress);
	await page.locator('.bar-wrapper').first().waitFor();
}

/** Brings the last rows of the chart into view. */
const toTheEnd = (page: Page) =>
	page.locator('.jalon-gantt .frame').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));

/** What the store holds of a task, read in the table of a page loaded anew. */
async function stored(page: Page, code: string): Promise<{ starts: string; ends: string }> {
	await go(page, tableAddress);
	const row = page.locator('tr[data-line]').filter({ has: page.getByText(code, { exact: true }) });
	return {
		starts: await row.locator('[id^="line-startsOn"]').inputValue(),
		ends: await row.locator('[id^="line-endsOn"]').inputValue()
	};
}

const plus = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

interface Place {
	/** The middle of the part of the bar that is in view: the names stand over the left of the chart. */
	x: number;
	y: number;
}

/** Brings a bar into view and gives where a hand would take it. */
async function place(page: Page, code: string): Promise<Place> {
	await page.locator('.jalon-gantt .names button').filter({ hasText: code }).click();
	const [rect, names, frame] = [
		await bar(page, code).locator('.bar').boundingBox(),
		await page.locator('.jalon-gantt .names').boundingBox(),
		await page.locator('.jalon-gantt').boundingBox()
	];
	if (!rect || !names || !frame) throw new Error(`${code} is not drawn`);
	const left = Math.max(rect.x, names.x + names.width);
	const right = Math.min(rect.x + rect.width, frame.x + frame.width);
	expect(right - left, `${code} is in view`).toBeGreaterThan(DAY / 2);
	return { x: (left + right) / 2, y: rect.y + rect.height / 2 };
}

const patched = (page: Page) =>
	page.waitForResponse((answer) => answer.request().method() === 'PATCH', { timeout: 15_000 });

/** A real hand: press, move in steps, release; waits for the store's answer. */
async function drag(page: Page, from: Place, days: number): Promise<void> {
	const saved = patched(page);
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + days * DAY, from.y, { steps: 8 });
	await page.mouse.up();
	expect((await saved).status()).toBe(200);
}

/** Presses a key until what is wanted has the focus, as a person would, and no more than a page holds. */
async function pressUntil(page: Page, key: string, wanted: string): Promise<void> {
	for (let times = 0; times < 80; times++) {
		await page.keyboard.press(key);
		if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted)) return;
	}
	throw new Error(`${key} never leads to ${wanted}`);
}

const daily = (page: Page) =>
	page.getByRole('button', { name: fr('schedule_zoom_day'), exact: true }).click();

test('a bar moved by the mouse is kept, and undone', async ({ enter }) => {
	const { page } = await enter('manager');
	const before = await stored(page, 'E-T112');
	await openChart(page);
	await audit(page);
	await daily(page);
	const at = await place(page, 'E-T112');
	await drag(page, at, 2);
	await expect(page.getByText(/^Enregistré/)).toBeVisible();
	expect(await stored(page, 'E-T112')).toEqual({
		starts: plus(before.starts, 2),
		ends: plus(before.ends, 2)
	});

	// Undo takes back this person's own change of this page.
	await openChart(page);
	await daily(page);
	const again = await place(page, 'E-T112');
	await drag(page, again, 3);
	await expect(page.getByText(/^Enregistré/)).toBeVisible();
	await page.getByRole('button', { name: fr('schedule_undo_label') }).click();
	await expect(page.getByText(/^Annulé/)).toBeVisible();
	expect(await stored(page, 'E-T112')).toEqual({
		starts: plus(before.starts, 2),
		ends: plus(before.ends, 2)
	});
});

test('a bar pulled by its end lasts longer', async ({ enter }) => {
	const { page } = await enter('manager');
	const before = await stored(page, 'E-T107');
	await openChart(page);
	await daily(page);
	const at = await place(page, 'E-T107');
	await page.mouse.move(at.x, at.y);
	const handle = bar(page, 'E-T107').locator('.handle.right');
	const box = await handle.boundingBox();
	if (!box) throw new Error('no handle');
	await drag(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, 2);
	expect(await stored(page, 'E-T107')).toEqual({ starts: before.starts, ends: plus(before.ends, 2) });
});

test('the chart answers to the keyboard alone', async ({ enter }) => {
	const { page } = await enter('manager');
	const before = await stored(page, 'E-T103');
	await openChart(page);
	// Reached with Tab, walked with the arrows.
	await pressUntil(page, 'Tab', '.bar-wrapper');
	await page.keyboard.press('Home');
	await pressUntil(page, 'ArrowDown', '[aria-label*=" E-T103 "]');
	const saved = patched(page);
	await page.keyboard.press('Alt+ArrowRight');
	await page.keyboard.press('Alt+ArrowRight');
	await page.keyboard.press('Alt+Shift+ArrowRight');
	expect((await saved).status()).toBe(200);
	await expect(page.getByText(/^Enregistré/)).toBeVisible();
	await expect(bar(page, 'E-T103')).toBeFocused();

	await page.keyboard.press('Enter');
	await expect(dialog(page)).toContainText('E-T103');
	await audit(page);
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
	await expect(bar(page, 'E-T103')).toBeFocused();
	expect(await stored(page, 'E-T103')).toEqual({
		starts: plus(before.starts, 2),
		ends: plus(before.ends, 3)
	});

	await openChart(page);
	await page.locator('.jalon-gantt .names button').filter({ hasText: 'E-T103' }).click();
	await page.keyboard.press('Alt+ArrowLeft');
	await expect(page.getByText(/^Enregistré/)).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(page.getByText(/^Annulé/)).toBeVisible();
});

test('the table edits the same lines by keyboard alone', async ({ enter }) => {
	const { page } = await enter('manager');
	await go(page, tableAddress);
	await audit(page);
	const row = page.locator('tr[data-line]').filter({ has: page.getByText('E-T111', { exact: true }) });
	await row.locator('[id^="line-progress"]').focus();
	await page.keyboard.press('Control+a');
	await page.keyboard.type('135');
	await page.keyboard.press('Enter');
	await expect(row.getByRole('alert')).toHaveText(fr('schedule_fault_progress'));
	await audit(page);
	await page.keyboard.press('Control+a');
	await page.keyboard.type('35');
	const saved = patched(page);
	await page.keyboard.press('Enter');
	expect((await saved).status()).toBe(200);
	// From the last field of the row back to its first, and Escape takes back what is not saved.
	await page.keyboard.press('Shift+Tab');
	const title = row.locator('[id^="line-title"]');
	await title.focus();
	const wording = await title.inputValue();
	await page.keyboard.type(' (non)');
	await page.keyboard.press('Escape');
	await expect(title).toHaveValue(wording);
	await page.reload();
	await ready(page);
	await expect(row.locator('[id^="line-progress"]')).toHaveValue('35');
});

test('a stale edit overwrites nothing and shows both sides', async ({ enter }) => {
	const first = await enter('manager');
	const second = await enter('manager');
	second.watch.allow(409);
	await go(first.page, tableAddress);
	await go(second.page, tableAddress);
	const progress = (page: Page) =>
		page
			.locator('tr[data-line]')
			.filter({ has: page.getByText('E-T109', { exact: true }) })
			.locator('[id^="line-progress"]');
	const change = async (page: Page, value: string) => {
		const saved = patched(page);
		await progress(page).fill(value);
		await progress(page).press('Enter');
		return (await saved).status();
	};
	expect(await change(first.page, '20')).toBe(200);
	expect(await change(second.page, '55')).toBe(409);
	const question = dialog(second.page);
	await expect(question).toContainText(fr('schedule_stale_title'));
	await expect(question).toContainText('Camille Renaud');
	const line = question.getByRole('row', { name: new RegExp(`^${fr('schedule_progress')}`) });
	await expect(line.getByRole('cell').nth(0)).toHaveText(/^55\s%$/);
	await expect(line.getByRole('cell').nth(1)).toHaveText(/^20\s%$/);
	await audit(second.page);

	await question.getByRole('button', { name: fr('schedule_stale_keep') }).click();
	await expect(dialog(second.page)).toHaveCount(0);
	await expect(progress(second.page)).toHaveValue('20');
	// Somebody who insists writes over the version they have now seen.
	expect(await change(first.page, '25')).toBe(200);
	expect(await change(second.page, '60')).toBe(409);
	const applied = patched(second.page);
	await dialog(second.page)
		.getByRole('button', { name: fr('schedule_stale_again') })
		.click();
	expect((await applied).status()).toBe(200);
	await go(first.page, tableAddress);
	await expect(progress(first.page)).toHaveValue('60');
});

for (const who of ['consultant', 'observer', 'chair'] as const)
	test(`the ${who} reads the schedule and changes nothing`, async ({ enter, origin }) => {
		const { page } = await enter(who);
		let sent = 0;
		page.on('request', (request) => (sent += Number(request.method() === 'PATCH')));
		await openChart(page);
		await daily(page);
		const at = await place(page, 'E-T104');
		const before = await bar(page, 'E-T104').getAttribute('aria-label');
		await page.mouse.move(at.x, at.y);
		await page.mouse.down();
		await page.mouse.move(at.x + 3 * DAY, at.y, { steps: 6 });
		await page.mouse.up();
		// To this hand it was a press, and what it opens says who may move the bar.
		await expect(dialog(page)).toContainText('E-T104');
		await expect(dialog(page)).toContainText(fr('schedule_panel_reader'));
		await expect(dialog(page).locator('input, form')).toHaveCount(0);
		await audit(page);
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toHaveCount(0);
		// The keys move nothing either, and say so.
		await expect(bar(page, 'E-T104')).toBeFocused();
		const said = page.locator('[aria-live]', { hasText: fr('schedule_panel_reader') });
		await expect(said).toHaveCount(0);
		await page.keyboard.press('Alt+ArrowRight');
		await expect(said).toBeVisible();
		await expect(bar(page, 'E-T104')).toHaveAttribute('aria-label', before ?? '');
		await expect(page.getByRole('button', { name: fr('schedule_undo_label') })).toHaveCount(0);
		await go(page, tableAddress);
		await expect(page.locator('table input')).toHaveCount(0);
		await expect(page.getByText(fr('schedule_manage'))).toHaveCount(0);
		expect(sent, 'nothing was sent').toBe(0);

		// Past the page, the store refuses.
		const line = await page.locator('tr[data-line]').first().getAttribute('data-line');
		const answer = await page.request.patch(`${chartAddress}/items/${line}`, {
			headers: { origin },
			data: { version: 1, startsOn: '2019-12-01', endsOn: '2019-12-31' }
		});
		expect(answer.status()).toBe(403);
		expect(await answer.text()).toContain(fr('error_not_allowed'));
	});

test('a task called like a script stays a name', async ({ enter }) => {
	const { page } = await enter('manager');
	const name = '<img src=x onerror="document.title=\'volé\'">';
	await openChart(page);
	await page.getByText(fr('schedule_manage')).click();
	const form = page.locator('form[action="?/add"]');
	await form.getByLabel(fr('schedule_add_title')).fill(name);
	await form.getByLabel(fr('schedule_add_from')).fill('2019-12-09');
	await form.getByLabel(fr('schedule_add_to')).fill('2019-12-13');
	await form.getByRole('button', { name: fr('schedule_add') }).click();
	const drawn = page.locator(`.bar-wrapper[aria-label*='<img src=x']`);
	await expect(page.getByText(fr('schedule_added'))).toBeVisible();
	// A task of no phase comes last, and only the rows in view are drawn.
	await toTheEnd(page);
	await expect(drawn).toHaveCount(1);
	await expect(page.locator('.jalon-gantt .names button', { hasText: '<img src=x' })).toHaveCount(1);
	await expect(page.locator('.jalon-schedule img')).toHaveCount(0);
	await go(page, tableAddress);
	await expect(page.locator(`input[value*="<img"], input`).filter({ visible: true }).first()).toBeVisible();
	const titles = await page
		.locator('[id^="line-title"]')
		.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
	expect(titles).toContain(name);
	await expect(page).toHaveTitle(/Planning/);
	await go(page, `${mission}/journal`);
	await expect(page.locator('main img')).toHaveCount(0);

	// Taken off, put back, taken off: each is one press.
	await openChart(page);
	await page.getByText(fr('schedule_manage')).click();
	const removing = page.locator('form[action="?/remove"]');
	const option = await removing.locator('option', { hasText: '<img' }).getAttribute('value');
	await removing.getByRole('combobox').selectOption(option);
	await toTheEnd(page);
	await removing.getByRole('button', { name: fr('schedule_remove') }).click();
	await expect(drawn).toHaveCount(0);
	await page.getByRole('button', { name: fr('schedule_restore'), exact: true }).click();
	await expect(drawn).toHaveCount(1);
});
