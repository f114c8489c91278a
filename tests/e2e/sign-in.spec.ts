import { audit } from './support/audit.ts';
import { codeIn, mailTo } from './support/mail.ts';
import { mission, password, people } from './support/people.ts';
import { expect, go, ready, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const email = () => fr('auth_email');

test('a refused password says so and keeps the e-mail', async ({ enter }) => {
	const { page, watch } = await enter(null);
	watch.allow(401, 422);
	await go(page, '/sign-in');
	await audit(page);
	await page.getByLabel(email()).fill(people.observer);
	await page.getByLabel(fr('auth_password'), { exact: false }).first().fill('pas-le-bon-mot');
	await page.getByRole('button', { name: fr('auth_sign_in'), exact: true }).click();
	await expect(page.getByRole('alert')).toContainText(fr('error_wrong_credentials'));
	await expect(page.getByLabel(email())).toHaveValue(people.observer);
	await audit(page);
});

test('the page asked for comes back after sign-in, and sign-out ends it', async ({ enter }) => {
	const { page } = await enter(null);
	const asked = `${mission}/deliverables?state=submitted`;
	await go(page, asked);
	expect(new URL(page.url()).pathname).toBe('/sign-in');
	await page.getByLabel(email()).fill(people.member2);
	await page.getByLabel(fr('auth_password'), { exact: false }).first().fill(password);
	await page.getByRole('button', { name: fr('auth_sign_in'), exact: true }).click();
	await expect(page).toHaveURL(asked);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('deliverables_title'));

	const kept = await page.context().cookies();
	await page.locator('header summary').last().click();
	await page.getByRole('button', { name: fr('shell_sign_out') }).click();
	await expect(page).toHaveURL(/\/sign-in$/);
	await go(page, mission);
	expect(new URL(page.url()).pathname, 'the browser has forgotten').toBe('/sign-in');
	// Cookies that somebody copied before are worth nothing after.
	await page.context().addCookies(kept);
	await go(page, mission);
	expect(new URL(page.url()).pathname, 'the session is over').toBe('/sign-in');
});

test('the demonstration’s places are offered, one press each', async ({ enter }) => {
	const { page } = await enter(null);
	await go(page, `/sign-in?next=${encodeURIComponent(`${mission}/schedule`)}`);
	const door = page.getByRole('region', { name: fr('auth_demo_title') });
	await expect(door.getByRole('button')).toHaveCount(Object.keys(people).length);
	for (const address of Object.values(people)) await expect(door).toContainText(address);
	await door.getByRole('button', { name: saying(people.manager) }).click();
	await expect(page).toHaveURL(`${mission}/schedule`);
});

test('a code received by mail opens a session; a wrong one keeps the step', async ({ enter }) => {
	const { page, watch } = await enter(null);
	watch.allow(401, 422);
	const admin = await enter('admin');
	await go(page, '/sign-in/code');
	await audit(page);
	await page.getByLabel(email()).fill(people.member);
	await page.getByRole('button', { name: fr('auth_code_send') }).click();
	await expect(page.getByText(fr('auth_code_sent_title'))).toBeVisible();
	await audit(page);
	const mail = await mailTo(admin.page, people.member, /code/i);
	await audit(admin.page);
	const code = codeIn(mail);
	expect(code).toMatch(/^\d{6}$/);

	const wrong = code === '000000' ? '000001' : '000000';
	await page.getByLabel(fr('auth_code')).fill(wrong);
	await page.getByRole('button', { name: fr('auth_sign_in'), exact: true }).click();
	await expect(page.getByText(saying(fr('error_wrong_code'))).first()).toBeVisible();
	await page.getByLabel(fr('auth_code')).fill(code);
	await page.getByRole('button', { name: fr('auth_sign_in'), exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('home_title'));

	// Its link opens a page, and nothing else: programs that scan mails open every link.
	const link = mail.links.find((address) => address.includes('/auth/confirm'));
	expect(link).toBeDefined();
});

test('opening a sign-in link does nothing; only its button signs in', async ({ enter }) => {
	const admin = await enter('admin');
	const asking = await enter(null);
	await go(asking.page, '/sign-in/code');
	await asking.page.getByLabel(email()).fill(people.signatory);
	await asking.page.getByRole('button', { name: fr('auth_code_send') }).click();
	await expect(asking.page.getByText(fr('auth_code_sent_title'))).toBeVisible();
	const mail = await mailTo(admin.page, people.signatory, /code/i);
	const link = mail.links.find((address) => address.includes('/auth/confirm')) ?? '';

	// The scanner opens it, twice.
	const scanner = await enter(null);
	for (const _ of [1, 2]) await go(scanner.page, link);
	await go(scanner.page, '/missions');
	expect(new URL(scanner.page.url()).pathname, 'nobody is signed in').toBe('/sign-in');

	const { page, watch } = await enter(null);
	await go(page, link);
	await audit(page);
	await page.getByRole('button', { name: fr('auth_confirm_go') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('home_title'));

	// It served once.
	watch.allow(410, 422);
	await page.context().clearCookies();
	await go(page, link);
	await page.getByRole('button', { name: fr('auth_confirm_go') }).click();
	await expect(page.getByText(saying(fr('error_link_expired'))).first()).toBeVisible();
});

test('a forgotten password is chosen again by mail', async ({ enter }) => {
	const admin = await enter('admin');
	const { page, watch } = await enter(null);
	watch.allow(422);
	const chosen = 'une phrase assez longue';
	await go(page, '/sign-in');
	await page.getByRole('link', { name: fr('auth_forgotten') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('auth_reset_title'));
	await audit(page);
	await page.getByLabel(email()).fill(people.stranger);
	await page.getByRole('button', { name: fr('auth_code_send') }).click();
	await expect(page.getByText(fr('auth_code_sent_title'))).toBeVisible();
	const mail = await mailTo(admin.page, people.stranger, /mot de passe/i);
	await page.getByLabel(fr('auth_code')).fill(codeIn(mail));
	await page.locator('input[name="password"]').fill('court');
	await page.getByRole('button', { name: fr('auth_reset_save') }).click();
	await expect(page.getByText(saying(fr('error_password_too_short'))).first()).toBeVisible();
	await audit(page);
	await page.getByLabel(fr('auth_code')).fill(codeIn(mail));
	await page.locator('input[name="password"]').fill(chosen);
	await page.getByRole('button', { name: fr('auth_reset_save') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('home_title'));

	const again = await enter(null);
	await go(again.page, '/sign-in');
	await again.page.getByLabel(email()).fill(people.stranger);
	await again.page.locator('input[name="password"]').first().fill(chosen);
	await again.page.getByRole('button', { name: fr('auth_sign_in'), exact: true }).click();
	await expect(again.page.getByRole('heading', { level: 1 })).toHaveText(fr('home_title'));
});

test('an address of another site is never where sign-in leads', async ({ enter }) => {
	for (const next of ['https://example.org/', '//example.org/', '/\\example.org', 'javascript:alert(1)']) {
		const { page } = await enter(null);
		await go(page, `/sign-in?next=${encodeURIComponent(next)}`);
		await page.getByLabel(email()).fill(people.observer);
		await page.locator('input[name="password"]').first().fill(password);
		await page.getByRole('button', { name: fr('auth_sign_in'), exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 }), next).toHaveText(fr('home_title'));
		expect(new URL(page.url()).hostname, next).toBe('localhost');
	}
});

test('a link cannot sign anybody out', async ({ enter }) => {
	const { page } = await enter('observer');
	await page.goto('/sign-out');
	await ready(page);
	await go(page, mission);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('dashboard_title'));
});
