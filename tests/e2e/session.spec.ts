import type { Page } from '@playwright/test';
import { audit } from './support/audit.ts';
import { mission } from './support/people.ts';
import { expect, go, phone, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const minutes = (page: Page) => page.getByLabel(fr('meetings_item_minutes'), { exact: true });
const saved = (page: Page) => expect(page.locator('#session [data-save="saved"]')).toBeVisible();

/** A meeting of today, in session on two items; what leads there is told in meeting.spec.ts. */
async function openSession(page: Page, origin: string): Promise<string> {
	await go(page, `${mission}/committees`);
	const today = await page.locator('#f-clock-to').inputValue();
	await page.getByRole('button', { name: saying(fr('committees_plan_of', { body: 'COTECH' })) }).click();
	const committee = await page.locator('[name="committee"]').first().inputValue();
	const headers = { origin, accept: 'text/html' };
	const post = async (address: string, form: Record<string, string>) =>
		page.request.post(address, { form, headers, maxRedirects: 0 });
	const title = 'Saisie à plusieurs';
	const made = await post(`${mission}/committees?/plan`, {
		committee,
		title,
		heldOn: today,
		startsAt: '10:00'
	});
	const address = new URL(made.headers().location ?? '', origin).pathname;
	const body = new URLSearchParams([
		['version', '1'],
		...['Avancement', 'Calendrier'].flatMap((item) => [
			['item_title', item],
			['item_duration', '20']
		])
	]);
	const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
	await page.request.post(`${address}?/agenda`, { data: body.toString(), headers: form });
	await post(`${address}?/move`, { version: '2', to: 'convened', reason: 'Essai' });
	await post(`${address}?/move`, { version: '3', to: 'in_session', reason: '' });
	return address;
}

test('two people type at once and lose no word; a dropped connection keeps everything', async ({
	enter,
	origin
}) => {
	const manager = await enter('manager');
	const address = await openSession(manager.page, origin);
	const consultant = await enter('consultant', phone);
	const [a, b] = [manager.page, consultant.page];
	// A save that came too late is put together with what stands; the browser tells of its answer.
	for (const { watch } of [manager, consultant]) watch.allow(409);
	consultant.watch.allowOffline();
	await go(a, address);
	await go(b, address);
	await expect(a.locator('#session')).toContainText(`10\u00a0h\u00a000 – 10\u00a0h\u00a020`);

	// The same item, at the same moment.
	await Promise.all([
		minutes(a).fill('La cheffe de projet parle.'),
		minutes(b).fill('La consultante note.')
	]);
	for (const page of [a, b]) {
		await expect(minutes(page)).toHaveValue(/La cheffe de projet parle\./);
		await expect(minutes(page)).toHaveValue(/La consultante note\./);
		await saved(page);
	}

	// Different items: nothing meets.
	await minutes(a).press('Alt+PageDown');
	await minutes(a).fill('Dit au second point.');
	await minutes(b).press('Control+End');
	await minutes(b).pressSequentially(' Et encore.');
	await saved(a);
	await saved(b);
	// Who types where is seen from the other item.
	await expect(a.locator('#session nav')).toContainText(
		saying(fr('session_writes', { name: 'Inès Lambert' }))
	);
	await audit(a);
	await audit(b);

	// The network goes, and comes back.
	await b.context().setOffline(true);
	await minutes(b).pressSequentially(' Sans réseau.');
	await expect(b.getByText(fr('session_offline'))).toBeVisible();
	await b.context().setOffline(false);
	await saved(b);
	await a
		.locator('#session')
		.getByRole('button', { name: fr('session_previous') })
		.click();
	await expect(minutes(a)).toHaveValue(
		/La consultante note\. Et encore\. Sans réseau\.|Et encore\. Sans réseau\.$/
	);
	await b.reload();
	await expect(minutes(b)).toHaveValue(/Sans réseau\./);
});
