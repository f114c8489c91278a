import type { Page } from '@playwright/test';
import { confirm, dialog } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { codeIn, mailTo } from './support/mail.ts';
import { mission, people } from './support/people.ts';
import { expect, go, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const address = `${mission}/team`;
const lea = { name: 'Léa Bonnet', email: 'lea.bonnet@demo.test' };
const tom = { name: 'Tom Girard', email: 'tom.girard@demo.test' };

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

async function choose(page: Page, name: string, act: string): Promise<void> {
	await page.getByRole('button', { name: fr('team_actions_for', { name }) }).click();
	await page.getByRole('menuitem', { name: fr(act), exact: true }).click();
}

/** The person opens the link of the invitation, proves the address, chooses a password. */
async function accept(page: Page, admin: Page, person: { email: string }): Promise<void> {
	const mail = await mailTo(admin, person.email, /invite/);
	const link = mail.links.find((one) => one.includes('/invitation/')) ?? '';
	// A scanner before the person: opening it changes nothing.
	await go(page, link);
	await go(page, link);
	await audit(page);
	await page.getByRole('button', { name: fr('auth_code_send') }).click();
	await expect(page.getByText(fr('auth_code_sent_title'))).toBeVisible();
	await audit(page);
	const code = codeIn(await mailTo(admin, person.email, /code/i));
	await page.getByLabel(fr('auth_code')).fill(code);
	await page.locator('input[name="password"]').fill('une phrase assez longue');
	await page.getByRole('button', { name: fr('auth_invitation_accept') }).click();
	await expect(page).toHaveURL(/\/missions$/);
	await page.getByRole('main').getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr('dashboard_title'));
}

test.describe('the team', () => {
	test.describe.configure({ mode: 'serial' });

	test('a person is invited, replaced, and the next one removed; the past stays', async ({ enter }) => {
		const { page, watch } = await enter('manager');
		watch.allow(422);
		const admin = await enter('admin');
		await go(page, address);
		await audit(page);
		await page.getByRole('button', { name: fr('team_invite'), exact: true }).click();
		const form = dialog(page);
		await form.getByLabel(fr('auth_full_name')).fill(lea.name);
		await form.getByLabel(fr('auth_email')).fill('lea.bonnet');
		await form.getByLabel(fr('team_organisation')).selectOption({ label: 'Perche Conseil' });
		await form.getByRole('button', { name: fr('team_invite_go') }).click();
		// What is wrong is named, what was typed is kept.
		await expect(form.getByText(saying(fr('error_email_invalid'))).first()).toBeVisible();
		await expect(form.getByLabel(fr('auth_full_name'))).toHaveValue(lea.name);
		await audit(page);
		await form.getByLabel(fr('auth_email')).fill(lea.email);
		await form.getByLabel(fr('team_role')).selectOption('consultant');
		await form.getByRole('button', { name: fr('team_invite_go') }).click();
		await expect(dialog(page)).toHaveCount(0);
		await expect(row(page, lea.name)).toContainText(saying(fr('team_not_yet', { date: '' })));

		const newcomer = await enter(null);
		await accept(newcomer.page, admin.page, lea);
		await audit(newcomer.page);

		await go(page, address);
		await choose(page, lea.name, 'team_replace');
		await dialog(page).getByLabel(fr('auth_full_name')).fill(tom.name);
		await dialog(page).getByLabel(fr('auth_email')).fill(tom.email);
		await audit(page);
		await dialog(page)
			.getByRole('button', { name: fr('team_replace_go'), exact: true })
			.click();
		await expect(dialog(page)).toHaveCount(0);
		await expect(row(page, tom.email)).toContainText(saying(fr('team_replaces', { name: lea.name })));
		newcomer.watch.allow(404);
		await go(newcomer.page, mission, 404);
		await expect(newcomer.page.getByRole('heading', { level: 1 })).toHaveText(fr('page_error_404_title'));

		const second = await enter(null);
		await accept(second.page, admin.page, tom);
		await go(page, address);
		await choose(page, tom.name, 'team_remove');
		const question = page.getByRole('alertdialog');
		await expect(question).toContainText(tom.name);
		await audit(page);
		await question.getByLabel(fr('ui_reason')).fill('Fin de son intervention sur la mission.');
		await confirm(page, fr('team_remove'));
		await expect(page.locator('#former')).toContainText(tom.name);
		await expect(page.locator('#former')).toContainText(lea.name);
		await audit(page);

		second.watch.allow(404);
		for (const part of ['', '/schedule', '/deliverables', '/reports/2019-W47', '/team', '/journal'])
			await go(second.page, `${mission}${part}`, 404);
		await audit(second.page);

		await go(page, `${mission}/journal`);
		for (const event of ['member_invited', 'member_replaced', 'member_removed'])
			await expect(page.locator('main')).toContainText(fr(`journal_event_${event}`));
	});

	test('a signature is delegated for a period, and taken back', async ({ enter }) => {
		const { page, watch } = await enter('signatory');
		watch.allow(422);
		await go(page, address);
		await page.getByRole('button', { name: fr('team_delegate'), exact: true }).click();
		const form = dialog(page);
		await form.getByLabel(fr('team_delegate_to')).selectOption({ label: 'Camille Renaud' });
		const from = await form.getByLabel(fr('team_delegate_from'), { exact: false }).first().inputValue();
		await form.getByLabel(fr('team_delegate_until')).fill('2019-12-31');
		await form.getByLabel(fr('team_delegate_reason')).fill('Congés, arrêté n° 2019-214.');
		await audit(page);
		await form.getByRole('button', { name: fr('team_delegate_go') }).click();
		await expect(dialog(page)).toHaveCount(0);
		const line = page.locator('#delegations').getByRole('row').filter({ hasText: 'arrêté n° 2019-214' });
		await expect(line).toContainText(fr('team_delegation_current'));
		expect(from).toMatch(/^2019-12-/);
		await audit(page);
		const admin = await enter('admin');
		await mailTo(admin.page, people.manager, /vous délègue sa signature/);
		await mailTo(admin.page, people.signatory, /votre signature est déléguée/);

		await line.getByRole('button', { name: fr('team_revoke') }).click();
		await confirm(page, fr('team_revoke'));
		await expect(line).toContainText(saying(fr('team_delegation_revoked', { date: '' })));
	});

	test('a mission keeps a project manager; nobody else manages the team', async ({ enter }) => {
		const { page, watch } = await enter('manager');
		watch.allow(409, 422);
		await go(page, address);
		await choose(page, 'Camille Renaud', 'team_remove');
		await page.getByRole('alertdialog').getByLabel(fr('ui_reason')).fill('Essai.');
		await page
			.getByRole('alertdialog')
			.getByRole('button', { name: fr('team_remove'), exact: true })
			.click();
		await expect(page.getByText(saying(fr('error_last_manager'))).first()).toBeVisible();
		await page
			.getByRole('alertdialog')
			.getByRole('button', { name: fr('ui_cancel') })
			.click();
		await expect(
			page.getByRole('button', { name: fr('team_delegate'), exact: true }),
			'a signature is its holder’s to delegate'
		).toHaveCount(0);
		for (const who of ['chair', 'lead', 'observer'] as const) {
			const other = await enter(who);
			await go(other.page, address);
			await expect(
				other.page.getByRole('button', { name: fr('team_invite'), exact: true })
			).toHaveCount(0);
			await expect(other.page.locator('main form[method="post"]')).toHaveCount(0);
			await expect(other.page.getByRole('main').getByRole('button')).toHaveCount(0);
			await audit(other.page);
		}
	});
});
