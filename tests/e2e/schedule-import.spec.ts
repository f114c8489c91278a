import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from './support/audit.ts';
import { openChart } from './support/chart.ts';
import { mission } from './support/people.ts';
import { expect, go, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

/** Written by another program (TaskJuggler, `format mspxml`); what it says was done is still to come in this mission. */
const foreign = readFileSync(join(import.meta.dirname, '../fixtures/schedule/schedule.xml'), 'utf8')
	.replaceAll(/<Actual(Start|Finish)>.*?<\/Actual\1>/g, '')
	.replaceAll(/<PercentComplete>\d+</g, '<PercentComplete>0<');

test('a file of MS Project: refused with its line, shown line by line, then drawn', async ({ enter }) => {
	const { page, watch } = await enter('manager');
	watch.allow(422);
	await go(page, `${mission}/schedule/import`);
	const file = page.locator('input[type="file"]');
	const look = page.getByRole('button', { name: fr('schedule_exchange_import_look'), exact: true });
	const apply = page.getByRole('button', { name: fr('schedule_exchange_import_apply') });

	// It asks for a file of the server: refused before anything of it is read.
	const evil = `<?xml version="1.0"?>\n<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task><UID>1</UID><Name>&x;</Name></Task></Tasks></Project>`;
	await file.setInputFiles({ name: 'piege.xml', mimeType: 'text/xml', buffer: Buffer.from(evil) });
	await look.click();
	const refused = page.getByRole('row', { name: saying(fr('schedule_exchange_fault_xml_entities')) });
	await expect(refused).toBeVisible();
	await expect(refused.getByRole('rowheader')).toHaveText('2');
	await expect(page.locator('main')).not.toContainText('root:');
	await expect(apply).toHaveCount(0);
	await audit(page);

	await file.setInputFiles({ name: 'plan.xml', mimeType: 'text/xml', buffer: Buffer.from(foreign) });
	await look.click();
	// Its phases are not the contract's: where their lines go is asked.
	const places = page.locator('select[name="place[]"]');
	await expect(apply.or(places.first()).first()).toBeVisible();
	for (const place of await places.all()) await place.selectOption('-');
	if ((await places.count()) > 0)
		await page.getByRole('button', { name: fr('schedule_exchange_import_look_again') }).click();
	await expect(apply).toBeVisible();
	const added = page.getByRole('table', { name: saying(fr('schedule_exchange_import_added')) });
	const names = await added.getByRole('rowheader').allTextContents();
	expect(names.length).toBeGreaterThan(2);
	await audit(page);
	await apply.click();
	await expect(page.getByText(fr('schedule_exchange_import_done_title'))).toBeVisible();

	await openChart(page);
	await page.locator('.jalon-gantt .frame').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
	await expect(
		page.locator('.jalon-gantt .names button').filter({ hasText: names.at(-1)?.trim() ?? '' })
	).toBeVisible();
});
