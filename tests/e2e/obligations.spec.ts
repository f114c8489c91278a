import { audit } from './support/audit.ts';
import { download } from './support/files.ts';
import { mission } from './support/people.ts';
import { expect, go, phone, test } from './support/test.ts';
import { fr } from './support/words.ts';

const slides = `${mission}/obligations/E-S3/E-COPIL-02`;

test('a postponed committee moves its J-5, not what was sent', async ({ enter }) => {
	const { page } = await enter('manager');

	// The page alone says which clause asks for it, and why this date.
	await go(page, `${mission}/obligations?span=contract&code=E-S3`);
	const row = page.getByRole('row').filter({ hasText: 'E-COPIL-02' });
	await expect(row.getByText('sam. 18 janv. 2020', { exact: true })).toBeVisible();
	await row.locator('summary').click();
	await expect(row.getByText(/au plus tard 5 jours avant/)).toBeVisible();
	await expect(row.getByText(/23 janv\. − 5 jours = sam\. 18 janv\. 2020/).first()).toBeVisible();
	await audit(page);
	for (const view of ['calendar&month=2020-01', 'grid']) {
		await go(page, `${mission}/obligations?view=${view}`);
		await expect(page.locator('main :is(li, th)').filter({ hasText: 'E-S3' }).first()).toBeVisible();
		await audit(page);
	}
	const csv = await download(page, async () => {
		await go(page, `${mission}/obligations?span=contract&code=E-S3`);
		await page.getByRole('button', { name: fr('obligations_export') }).click();
		await page.getByRole('menuitem', { name: fr('obligations_csv') }).click();
	});
	expect(csv.bytes.toString()).toContain('E-S3/E-COPIL-02;E-S3');

	// What moves is shown before it is saved.
	const postpone = async (to: string) => {
		await go(page, `${mission}/meetings/E-COPIL-02`);
		await page.getByText(fr('meetings_edit_details')).click();
		await page.getByLabel(fr('meetings_field_day')).fill(to);
		await page.getByRole('button', { name: fr('obligations_preview_do') }).click();
		await expect(page.getByText(fr('obligations_preview_title'))).toBeVisible();
	};
	await postpone('2020-01-30');
	const told = page.locator('li').filter({ has: page.locator('s') });
	await expect(told.locator('s')).toHaveText('sam. 18 janv. 2020');
	await expect(told.locator('strong')).toHaveText('sam. 25 janv. 2020');
	// The contract wants this committee before 29 January.
	await expect(page.getByText(/E-M1.*mar\. 28 janv\. 2020/)).toBeVisible();
	await audit(page);
	await page.getByRole('button', { name: fr('obligations_preview_confirm') }).click();
	await expect(page.getByText('jeu. 30 janv. 2020').first()).toBeVisible();
	await go(page, slides);
	await expect(page.getByText('sam. 25 janv. 2020').first()).toBeVisible();
	await audit(page);

	// The contractor sends it, with its proof.
	const consultant = await enter('consultant', phone);
	await go(consultant.page, slides);
	await audit(consultant.page);
	await consultant.page.locator('input[type=file]').setInputFiles({
		name: 'diaporama.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from('Diaporama du comité')
	});
	await consultant.page.getByRole('button', { name: fr('obligations_send_do') }).click();
	await expect(consultant.page.getByText(fr('obligations_state_sent'), { exact: true })).toBeVisible();
	await expect(consultant.page.getByRole('link', { name: 'diaporama.txt' }).first()).toBeVisible();

	// Postponed again: what was sent stays where it was.
	await postpone('2020-02-06');
	await expect(page.getByText(fr('obligations_preview_none'))).toBeVisible();
	await expect(page.getByText(fr('obligations_preview_kept'))).toBeVisible();
	await page.getByRole('button', { name: fr('obligations_preview_confirm') }).click();
	await expect(page.getByText('jeu. 6 févr. 2020').first()).toBeVisible();
	await go(page, slides);
	await expect(page.getByText('sam. 25 janv. 2020').first()).toBeVisible();
	await page.getByText(fr('obligations_answer_accept'), { exact: true }).click();
	await page.getByRole('button', { name: fr('obligations_answer_do') }).click();
	await expect(page.getByText(fr('obligations_state_accepted'), { exact: true })).toBeVisible();

	// Back where the other journeys expect it.
	await postpone('2020-01-23');
	await page.getByRole('button', { name: fr('obligations_preview_confirm') }).click();
	await expect(page.getByText('jeu. 23 janv. 2020').first()).toBeVisible();
});

test('an observer reads, and finds no act', async ({ enter }) => {
	const { page } = await enter('observer', phone);
	await go(page, `${mission}/obligations`);
	await audit(page);
	await go(page, `${mission}/reports/E-S5/2020-02`);
	await expect(page).toHaveURL(new RegExp('/obligations/E-S5/2020-02$'));
	await expect(page.locator('main form')).toHaveCount(0);
});
