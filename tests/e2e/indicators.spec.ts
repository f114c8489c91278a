import { audit } from './support/audit.ts';
import { download } from './support/files.ts';
import { expect, go, phone, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const redal = '/missions/redal';
const indicators = `${redal}/indicators`;
/** A button that names what it does. */
const button = (key: string, inputs = {}) => ({ name: fr(key, inputs), exact: true });

test('values typed by keyboard and from a file, a day left out, a state set down', async ({ enter }) => {
	// The contractor types an hour of calls without leaving the keyboard; on a phone nothing sticks out.
	const { page } = await enter('consultant');
	await go(page, `${indicators}/R-K5?t=0`);
	await audit(page);
	const hour = page.getByLabel(saying('appels pris, lun. 6 mars 2023, 08:00–09:00'));
	await hour.click();
	await page.keyboard.type('45');
	await page.keyboard.press('Tab');
	await page.keyboard.type('x');
	// Enter goes down the column.
	await page.keyboard.press('Enter');
	await expect(page.getByLabel(saying('appels reçus, lun. 6 mars 2023, 09:00–10:00'))).toBeFocused();
	await page.getByRole('button', button('indicators_entry_save')).click();
	await expect(page.getByText(fr('indicators_fault_over_unread')).first()).toBeVisible();
	await expect(hour).toHaveValue('45');
	await audit(page);
	await page.getByLabel(saying('appels reçus, lun. 6 mars 2023, 08:00–09:00')).fill('50');
	await page.getByRole('button', button('indicators_entry_save')).click();
	const row = page.getByRole('row').filter({ hasText: '45 / 50' });
	await expect(row.getByText(fr('indicators_verdict_breach'))).toBeVisible();

	// A file with faults tells them all and imports nothing; the right one shows old and new first.
	const give = async (text: string) => {
		await page.locator('input[type=file]').setInputFiles({
			name: 'valeurs.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(text, 'latin1')
		});
		await page.getByRole('button', button('indicators_file_check')).click();
	};
	await give('Jour;Tranche;Appels pris;Appels reçus\r\n06/03/2023;9h-10h;un;50\r\n31/02/2023;;1;2');
	await expect(page.getByText(saying(fr('indicators_file_faults', { count: 2 })))).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: '31/02/2023' })).toContainText('Jour');
	await audit(page);
	await give('Jour;Tranche;Appels pris;Appels reçus\r\n06/03/2023;8h-9h;49;50\r\n06/03/2023;9h-10h;0;0');
	const change = page.getByRole('row').filter({ hasText: '49 / 50' });
	await expect(change.locator('s')).toHaveText('45 / 50');
	await audit(page);
	await page.getByLabel(fr('indicators_entry_reason')).last().fill('Relevé définitif.');
	await page.getByRole('button', button('indicators_file_import')).click();
	await expect(page.getByText('Relevé définitif.')).toBeVisible();
	await expect(
		page.getByRole('row').filter({ hasText: '0 / 0' }).getByText(fr('indicators_verdict_not_applicable'))
	).toBeVisible();
	const csv = await download(page, () => page.getByRole('link', button('indicators_csv')).first().click());
	expect(csv.bytes.toString()).toContain('R-K5;2023-03-06;08:00-09:00;;;49;50;98');

	// The client accepts the day the contractor proposed: it is no longer judged.
	const manager = (await enter('manager')).page;
	await go(manager, `${indicators}/R-K5?t=1`);
	await manager.getByLabel(fr('indicators_exclusion_accept')).check();
	await manager.getByRole('button', button('indicators_exclusion_settle')).click();
	const day = manager.getByRole('row').filter({ hasText: /mer\. 1er mars 2023/ });
	await expect(day.getByText(fr('indicators_verdict_excluded'))).toBeVisible();
	await audit(manager);

	// What the next committee will see is set down, and read by everybody who may.
	await go(manager, `${indicators}?meeting=R-CSP-02`);
	await audit(manager);
	await manager.getByRole('button', button('indicators_freeze', { meeting: 'R-CSP-02' })).click();
	await expect(manager.getByRole('heading', { level: 1 })).toHaveText(
		fr('indicators_state_title', { meeting: 'R-CSP-02' })
	);
	await expect(manager.locator('code')).toHaveText(/^[0-9a-f]{64}$/);
	await audit(manager);
	const observer = (await enter('observer', phone)).page;
	await go(observer, manager.url());
	await audit(observer);
	await go(observer, `${indicators}/R-K9`);
	await expect(observer.getByRole('button', button('indicators_entry_save'))).toHaveCount(0);
});

test('a closing day shows what it moves before the project manager saves it', async ({ enter }) => {
	const { page } = await enter('manager');
	await go(page, `${redal}/calendar?year=2023`);
	await audit(page);
	await page.getByRole('link', button('calendar_add')).click();
	await page.getByLabel(fr('calendar_field_day')).fill('2023-06-12');
	await page.getByLabel(fr('calendar_field_label')).fill('Fermeture du siège');
	await page.getByRole('button', button('calendar_preview')).click();
	await expect(page.getByText(fr('calendar_moves_title'))).toBeVisible();
	await audit(page);
	await page.getByRole('button', button('calendar_save')).click();
	const line = page.getByRole('row').filter({ hasText: 'Fermeture du siège' });
	await expect(line.getByText(fr('calendar_status_own'))).toBeVisible();
	const observer = (await enter('observer', phone)).page;
	await go(observer, `${redal}/calendar?year=2026`);
	await expect(observer.getByRole('link', button('calendar_add'))).toHaveCount(0);
	await audit(observer);
});
