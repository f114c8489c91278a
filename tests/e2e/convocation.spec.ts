import { confirm } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { mailTo } from './support/mail.ts';
import { mission, people } from './support/people.ts';
import { expect, go, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('convened, somebody replies from their phone by the mail’s link, and the meeting’s page says so', async ({
	enter
}) => {
	const manager = await enter('manager');
	const { page } = manager;
	const title = `Point d’étape ${Date.now().toString(36)}`;
	// Planned where the project's two leads sit.
	await go(page, `${mission}/committees`);
	await page
		.getByRole('button', { name: saying(fr('committees_plan_of', { body: 'Point projet' })) })
		.click();
	const form = page.getByRole('dialog');
	await form.getByLabel(fr('meetings_field_title')).fill(title);
	await form.getByLabel(fr('meetings_field_day')).fill('2019-12-18');
	await form.getByRole('button', { name: fr('committees_plan_submit') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	const address = new URL(page.url()).pathname;
	await page.getByRole('button', { name: fr('meetings_move_convened'), exact: true }).click();
	await confirm(page, fr('meetings_move_convened'));
	await expect(page.getByRole('heading', { name: fr('reply_section') })).toBeVisible();
	await audit(page);

	const admin = await enter('admin');
	const mail = await mailTo(admin.page, people.lead, saying(title));
	const link = mail.links.find((one) => one.includes('/reply/'));
	expect(link).toBeDefined();

	// A phone, and nobody signed in: the link, then the answer.
	const { page: door, watch } = await enter(null, phone);
	watch.allow(404, 422);
	await go(door, new URL(link!).pathname);
	await expect(door.getByRole('heading', { level: 1 })).toHaveText(title);
	await audit(door);
	await door.getByRole('button', { name: fr('reply_yes'), exact: true }).tap();
	await expect(door.getByText(saying(fr('reply_change')))).toBeVisible();
	// Changed their mind: an alternate, who has a name.
	await door.locator('summary', { hasText: fr('reply_alternate') }).tap();
	await door.getByRole('button', { name: fr('reply_alternate_send'), exact: true }).tap();
	await expect(door.getByText(saying(fr('error_alternate_missing'))).first()).toBeVisible();
	await door.getByLabel(fr('reply_alternate_name')).fill('Paule Dubois, juriste');
	await door.getByRole('button', { name: fr('reply_alternate_send'), exact: true }).tap();
	await expect(door.getByText(/Paule Dubois, juriste vous représente/)).toBeVisible();
	await audit(door);
	// A secret nobody was sent is a page that says there is none.
	await go(door, `/reply/${'0'.repeat(64)}`, 404);

	await go(page, address);
	const line = page.locator('#replies').getByRole('row').filter({ hasText: 'Paule Dubois, juriste' });
	await expect(line).toContainText(fr('reply_by_link'));
	await audit(page);

	// The lead, signed in, replies on the page itself.
	const lead = await enter('lead');
	await go(lead.page, address);
	const own = lead.page.locator('#reply');
	await own.getByRole('button', { name: fr('reply_no'), exact: true }).click();
	await expect(own.getByText(saying(fr('reply_change')))).toBeVisible();
	await expect(lead.page.locator('#replies')).toHaveCount(0);
	await audit(lead.page);
	await go(page, address);
	await expect(page.locator('#replies')).toContainText(fr('reply_answer_no'));
});

test('a calendar’s link is shown once, followed without a session, and ends when it is revoked', async ({
	enter,
	playwright,
	origin
}) => {
	const { page } = await enter('member2');
	await go(page, '/account');
	await page.getByRole('button', { name: fr('feed_make'), exact: true }).click();
	const field = page.getByLabel(fr('feed_link'));
	await expect(field).toHaveValue(/\/calendar\/[0-9a-f]{64}\.ics$/);
	const path = new URL(await field.inputValue()).pathname;
	await audit(page);

	const program = await playwright.request.newContext({ baseURL: origin });
	const first = await program.get(path);
	expect(first.status()).toBe(200);
	expect(first.headers()['content-type']).toBe('text/calendar; charset=utf-8');
	expect(first.headers()['cache-control']).toBe('private, no-cache');
	const text = await first.text();
	expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
	expect(text).toMatch(/UID:meeting-[0-9a-f-]{36}@jalon/);
	const headers = { 'if-none-match': first.headers()['etag']! };
	expect((await program.get(path, { headers })).status()).toBe(304);
	const since = { 'if-modified-since': first.headers()['last-modified']! };
	expect((await program.get(path, { headers: since })).status()).toBe(304);
	const other = { ...since, 'if-none-match': '"autre"' };
	expect((await program.get(path, { headers: other })).status()).toBe(200);

	await go(page, '/account');
	await expect(page.getByLabel(fr('feed_link'))).toHaveCount(0);
	await page
		.getByRole('button', { name: saying(fr('feed_revoke')) })
		.first()
		.click();
	await confirm(page, fr('feed_revoke'));
	await expect(page.getByText(fr('feed_none'))).toBeVisible();
	expect((await program.get(path)).status()).toBe(404);
	await program.dispose();
});
