import { expect, type Page } from '@playwright/test';
import { audit, drawn, overflow } from './audit.ts';
import { mission } from './people.ts';
import { go } from './test.ts';

/** The pages that are looked at for everybody. */
export const common = ['/', '/missions', '/account'];
export const inMission = [
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
export const open = ['/accessibility', '/privacy'];

export const large = { width: 1440, height: 900 };
export const small = { width: 360, height: 740 };

/** Opens a page in the window as it stands, then gives it the other one: axe in its own, the width in both. */
export async function look(page: Page, address: string, own: typeof large): Promise<void> {
	await go(page, address);
	const opened = page.viewportSize()?.width === large.width ? [large, small] : [small, large];
	for (const size of opened) {
		await page.setViewportSize(size);
		await drawn(page);
		if (size === own) await audit(page);
		else expect.soft(await overflow(page), `${address}, ${size.width} wide: nothing wider`).toEqual([]);
	}
}
