import type { Page } from '@playwright/test';
import { confirm } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { download, wordText } from './support/files.ts';
import { mails, mailTo } from './support/mail.ts';
import { mission, people } from './support/people.ts';
import { expect, go, ready, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const week = (period: string) => `${mission}/reports/${period}`;
const done = 'Douze sites observés à Dreux et à Nogent-le-Rotrou';
const next = 'Comité technique du 10 décembre';
const highlight = 'Premiers résultats partagés avec les mairies';
const reason = 'Les jours consommés ne correspondent pas au relevé du titulaire.';

test.describe('the weekly report', () => {
	test.describe.configure({ mode: 'serial' });

	test('is prefilled, survives a reload, and stays the contractor’s while it is a draft', async ({
		enter
	}) => {
		const { page } = await enter('consultant');
		await go(page, `${mission}/reports`);
		await audit(page);
		await page.getByRole('link', { name: saying(fr('reports_fill', { week: 48 })) }).click();
		await expect(page).toHaveURL(week('2019-W48'));
		const field = page.getByLabel(fr('report_done'));
		await expect(field, 'prefilled from what the schedule says').not.toHaveValue('');
		await audit(page);
		const given = await field.inputValue();
		expect(given, 'what is typed here is new').not.toContain('Nogent-le-Rotrou');
		await field.fill(`${given}\n${done}`);
		await page.getByLabel(fr('report_next')).fill(next);
		// Left at once: what is typed is in the browser already.
		await expect(async () =>
			expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(
				'Nogent-le-Rotrou'
			)
		).toPass({ timeout: 10_000 });
		await page.reload();
		await ready(page);
		await expect(field).toHaveValue(`${given}\n${done}`);
		await page.getByLabel(fr('report_highlights')).fill(highlight);
		await expect(
			page.getByRole('status').filter({ hasText: saying(fr('report_saved', { time: '' })) })
		).toBeVisible();

		// On the server too: another browser of the same person finds it.
		const elsewhere = await enter('consultant');
		await expect(async () => {
			await go(elsewhere.page, week('2019-W48'));
			expect(await elsewhere.page.getByLabel(fr('report_highlights')).inputValue()).toBe(highlight);
		}).toPass({ timeout: 15_000 });
		await expect(elsewhere.page.getByLabel(fr('report_done'))).toHaveValue(`${given}\n${done}`);
		await go(elsewhere.page, `${mission}/reports`);
		const inDraft = (of: Page) => of.getByRole('row').filter({ hasText: fr('reports_state_draft') });
		await expect(inDraft(elsewhere.page), 'its own side sees that there is one').toHaveCount(1);

		for (const who of ['observer', 'manager'] as const) {
			const reader = await enter(who);
			await go(reader.page, week('2019-W48'));
			await expect(reader.page.locator('main')).toContainText(fr('report_waiting_contractor'));
			await expect(reader.page.locator('main')).not.toContainText('Nogent-le-Rotrou');
			await audit(reader.page);
			const file = await reader.page.request.get(`${week('2019-W48')}.docx`);
			expect(file.status(), `${who} has no file of a draft`).toBe(404);
			await go(reader.page, `${mission}/reports`);
			await expect(reader.page.getByRole('heading', { level: 1 })).toHaveText(fr('reports_title'));
			await expect(inDraft(reader.page)).toHaveCount(0);
		}
	});

	test('is filed once, as a Word file that says what was typed', async ({ enter }) => {
		const { page } = await enter('consultant');
		await go(page, week('2019-W48'));
		await page.getByRole('button', { name: fr('report_file'), exact: true }).click();
		await expect(page.getByRole('alertdialog')).toContainText(fr('report_file_confirm_text'));
		await audit(page);
		await confirm(page, fr('report_file'));
		await expect(page.getByRole('heading', { name: fr('report_facts') })).toBeVisible();
		await expect(page.locator('main')).toContainText(done);
		await expect(page.getByRole('button', { name: fr('report_file'), exact: true })).toHaveCount(0);
		await audit(page);
		const file = await download(page, () => page.getByRole('link', { name: fr('reports_word') }).click());
		expect(file.name).toMatch(/2019-W48.*\.docx$/);
		const text = await wordText(file.bytes);
		for (const words of [done, next, highlight, 'Inès Lambert']) expect(text).toContain(words);

		// Sent to whom the contract names.
		const admin = await enter('admin');
		await mailTo(admin.page, people.manager, /2019-W48|semaine 48/);
		// Somebody who had the form open still cannot file it twice.
		const version = { version: '1', done: 'encore' };
		const again = await page.request.post(`${week('2019-W48')}?/file`, {
			form: version,
			headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
		});
		expect(again.status()).toBe(409);
		expect(await again.text()).toMatch(saying(fr('error_already_filed')));
		await page.reload();
		await expect(page.locator('main')).toContainText(done);
	});

	test('is contested with a reason, which the contractor reads', async ({ enter }) => {
		const { page, watch } = await enter('manager');
		watch.allow(422);
		await go(page, '/');
		await page
			.getByRole('link', { name: saying(fr('home_kind_answer_report')) })
			.filter({ hasText: /semaine 48/ })
			.click();
		await expect(page).toHaveURL(week('2019-W48'));
		await page.locator('summary', { hasText: fr('report_contest') }).click();
		await page.getByRole('button', { name: fr('report_contest'), exact: true }).click();
		await expect(page.getByText(saying(fr('error_reason_missing'))).first()).toBeVisible();
		await audit(page);
		await page.getByLabel(fr('report_contest_reason')).fill(reason);
		await page.getByRole('button', { name: fr('report_contest'), exact: true }).click();
		await expect(
			page.getByText(saying(fr('report_contested_by', { name: 'Camille Renaud', day: '' })))
		).toBeVisible();
		await audit(page);

		const consultant = await enter('consultant');
		await go(consultant.page, week('2019-W48'));
		await expect(consultant.page.locator('main')).toContainText(reason);
		const admin = await enter('admin');
		const list = await mails(admin.page);
		const told = list.filter((mail) => /contesté/.test(mail.subject));
		expect(told.map((mail) => mail.to).join(), 'the contractor is told').toMatch(/consultant/);
		expect(told[0]?.text).toContain(reason);
	});

	test('of the week before is received', async ({ enter }) => {
		const { page } = await enter('manager');
		await go(page, week('2019-W47'));
		await page.getByRole('button', { name: fr('report_receive') }).click();
		await expect(
			page.getByText(saying(fr('report_received_by', { name: 'Camille Renaud', day: '' })))
		).toBeVisible();
		await expect(page.getByRole('button', { name: fr('report_receive') })).toHaveCount(0);
		await audit(page);
		const observer = await enter('observer');
		await go(observer.page, week('2019-W47'));
		await expect(observer.page.locator('main form[method="post"]')).toHaveCount(0);
		await expect(observer.page.locator('main')).toContainText('Onze sites observés');
		await audit(observer.page);
	});

	test('typed without network is not lost', async ({ enter }) => {
		const { page, watch } = await enter('lead');
		watch.allowOffline();
		await go(page, week('2019-W49'));
		const field = page.getByLabel(fr('report_highlights'));
		await field.fill('Avant la coupure.');
		await expect(
			page.getByRole('status').filter({ hasText: saying(fr('report_saved', { time: '' })) })
		).toBeVisible();
		await page.context().setOffline(true);
		await expect(page.getByText(fr('ui_offline_browser'))).toBeVisible();
		await field.fill('Avant la coupure. Pendant la coupure.');
		await expect(page.getByText(fr('report_not_saved'))).toBeVisible();
		await audit(page);
		await expect(field).toHaveValue('Avant la coupure. Pendant la coupure.');
		await page.context().setOffline(false);
		await page.reload();
		await ready(page);
		await expect(field).toHaveValue('Avant la coupure. Pendant la coupure.');
		await expect(
			page.getByRole('status').filter({ hasText: saying(fr('report_saved', { time: '' })) })
		).toBeVisible();
	});
});
