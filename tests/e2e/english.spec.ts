import { common, inMission, large, look, open } from './support/look.ts';
import { mission } from './support/people.ts';
import { expect, go, ready, test } from './support/test.ts';
import { en, fr } from './support/words.ts';

test('the whole in English, once, and back', async ({ enter }) => {
	test.setTimeout(360_000);
	const { page } = await enter('manager');
	await go(page, mission);
	await page.locator('header details summary').last().click();
	await page.getByRole('button', { name: /English/ }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await ready(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(en('dashboard_title'));
	expect(new URL(page.url()).pathname, 'on the same page').toBe(mission);
	for (const address of [...common, ...inMission, ...open]) await look(page, address, large);
	await page.setViewportSize(large);
	await go(page, mission);
	await page.locator('header details summary').last().click();
	await page.getByRole('button', { name: /Français/ }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('dashboard_title'));
});
