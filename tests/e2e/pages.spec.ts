import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { audit, drawn } from './support/audit.ts';
import { mission, people, type Who } from './support/people.ts';
import { expect, go, ready, test } from './support/test.ts';
import { en, fr } from './support/words.ts';

const common = ['/', '/missions', '/account'];
const inMission = [
	mission,
	`${mission}/schedule`,
	`${mission}/schedule?view=table`,
	`${mission}/deliverables`,
	`${mission}/deliverables/E-L13`,
	`${mission}/deliverables/E-L21`,
	`${mission}/committees`,
	`${mission}/meetings/E-COPIL-01`,
	`${mission}/meetings/E-PT-01`,
	`${mission}/meetings/E-COPIL-02`,
	`${mission}/reports`,
	`${mission}/reports/2019-W47`,
	`${mission}/reports/2019-W50`,
	`${mission}/team`,
	`${mission}/journal`
];
const open = ['/accessibility', '/privacy'];
// The members of one body see the same, and so do the contractor's people.
const seenBy: Partial<Record<Who, string[]>> = {
	manager: [...common, ...inMission],
	signatory: [...common, ...inMission],
	chair: [...common, ...inMission],
	consultant: [...common, ...inMission],
	observer: [...common, ...inMission],
	admin: [...common, '/admin/people', '/admin/mail'],
	stranger: [...common, ...open]
};
const widths = [1440, 360];

/** Pages audited already: the same page drawn for another role has nothing new to say. */
const known = new Set<string>();

async function look(page: Page, address: string, who: string): Promise<void> {
	await go(page, address);
	await expect(page.locator('h1'), address).toHaveCount(1);
	await expect(page, address).toHaveTitle(/\S · Jalon$/);
	for (const width of widths) {
		await page.setViewportSize({ width, height: width > 1000 ? 900 : 740 });
		await drawn(page);
		const name = `${who}${address.replace(/[^\w-]+/g, '_')}-${width}.png`;
		const file = test.info().outputPath('pages', name);
		await page.screenshot({ path: file });
		await test.info().attach(name, { path: file, contentType: 'image/png' });
		// The frame around differs by the person's name alone; what they are shown is in the middle.
		const markup = await page.locator('main').evaluate((main) => main.outerHTML);
		const print = createHash('sha256').update(`${width} ${markup}`).digest('hex');
		if (known.has(print)) continue;
		known.add(print);
		await audit(page);
	}
}

for (const [who, addresses] of Object.entries(seenBy) as [Who, string[]][])
	test(`every page of ${people[who]}, large and small`, async ({ enter }) => {
		const { page } = await enter(who);
		for (const address of addresses) await look(page, address, who);
	});

test('the whole in English, once, and back', async ({ enter }) => {
	const { page } = await enter('manager');
	await go(page, mission);
	await page.locator('header details summary').last().click();
	await page.getByRole('button', { name: /English/ }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await ready(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(en('dashboard_title'));
	expect(new URL(page.url()).pathname, 'on the same page').toBe(mission);
	for (const address of [...common, ...inMission, ...open]) await look(page, address, 'english');
	await go(page, mission);
	await page.locator('header details summary').last().click();
	await page.getByRole('button', { name: /Français/ }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('dashboard_title'));
});
