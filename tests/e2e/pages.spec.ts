import type { Page } from '@playwright/test';
import { audit, drawn, overflow } from './support/audit.ts';
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
	`${mission}/indicators`,
	`${mission}/calendar`,
	`${mission}/team`,
	`${mission}/journal`,
	`${mission}/contract`,
	// Another contract, with what it leaves undated, without weekly report, without committee.
	'/missions/iltizam/schedule?view=table',
	'/missions/redal/reports',
	'/missions/redal/deliverables/R-S10',
	'/missions/redal/indicators',
	'/missions/redal/indicators/R-K5?t=1',
	'/missions/redal/indicators/R-K9',
	'/missions/redal/penalties',
	'/missions/redal/penalties/PEN-005',
	'/missions/redal/registers/interruptions',
	'/missions/senagrosol',
	'/missions/senagrosol/deliverables/U-D2'
];
const open = ['/accessibility', '/privacy'];

const large = { width: 1440, height: 900 };
const small = { width: 360, height: 740 };

/**
 * Who sees what, and in which window axe reads it; nothing may be too wide in either. The members of one body see the
 * same, and so do the contractor's people.
 */
const walks: [Who, typeof large, string[]][] = [
	['manager', large, [...common, ...inMission]],
	['signatory', small, [...common, ...inMission]],
	['chair', small, [...common, ...inMission]],
	['consultant', large, [...common, ...inMission]],
	['observer', small, [...common, ...inMission]],
	[
		'admin',
		large,
		[
			...common,
			'/admin/people',
			'/admin/mail',
			'/missions/new',
			'/missions/new?way=file',
			'/missions/new?way=steps'
		]
	],
	['stranger', small, [...common, ...open]]
];

/** Opens a page in the window as it stands, then gives it the other one: axe in its own, the width in both. */
async function look(page: Page, address: string, own: typeof large): Promise<void> {
	await go(page, address);
	const opened = page.viewportSize()?.width === large.width ? [large, small] : [small, large];
	for (const size of opened) {
		await page.setViewportSize(size);
		await drawn(page);
		if (size === own) await audit(page);
		else expect.soft(await overflow(page), `${address}, ${size.width} wide: nothing wider`).toEqual([]);
	}
}

for (const [who, own, addresses] of walks)
	test(`every page of ${people[who]}, large and small`, async ({ enter }) => {
		const { page } = await enter(who);
		await page.setViewportSize(own);
		for (const address of addresses) await look(page, address, own);
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
	for (const address of [...common, ...inMission, ...open]) await look(page, address, large);
	await page.setViewportSize(large);
	await go(page, mission);
	await page.locator('header details summary').last().click();
	await page.getByRole('button', { name: /Français/ }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('dashboard_title'));
});
