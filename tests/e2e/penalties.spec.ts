import type { Page } from '@playwright/test';
import { audit } from './support/audit.ts';
import { download } from './support/files.ts';
import { expect, go, phone, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const redal = '/missions/redal';
const what = 'Le standard ne répond plus, essai de bout en bout';

const row = (page: Page) => page.getByRole('row').filter({ hasText: what });
const press = (page: Page, key: string) => page.getByRole('button', { name: fr(key), exact: true }).click();

test('an interruption becomes a penalty, commented by the contractor, reduced and charged', async ({
	enter
}) => {
	const { page, watch } = await enter('manager');

	// The register: an end before the start is refused, what was typed stays.
	await go(page, `${redal}/registers/interruptions`);
	await audit(page);
	await page.getByText(fr('penalties_int_add'), { exact: true }).click();
	const form = page.locator('details[open] form').last();
	await form.getByLabel(saying(fr('penalties_int_field_starts'))).fill('2023-03-03T10:00:00');
	await form.getByLabel(saying(fr('penalties_int_field_ends'))).fill('2023-03-03T09:45:01');
	await form.getByLabel(saying(fr('penalties_int_field_what'))).fill(what);
	await form.getByText(fr('penalties_int_attributable_yes'), { exact: true }).click();
	await form
		.getByLabel(saying(fr('penalties_int_field_attributable_reason')))
		.fill('Serveur du prestataire arrêté.');
	watch.allow(422);
	await form.getByRole('button', { name: fr('penalties_int_add_do') }).click();
	await expect(form.getByText(fr('error_end_before_start')).first()).toBeVisible();
	await expect(form.getByLabel(saying(fr('penalties_int_field_what')))).toHaveValue(what);
	await form.getByLabel(saying(fr('penalties_int_field_ends'))).fill('2023-03-03T10:30:01');
	await form.getByRole('button', { name: fr('penalties_int_add_do') }).click();
	await expect(row(page)).toContainText('30 min 1 s');

	// One second more than half an hour: the other amount of article 6.
	await go(page, `${redal}/penalties`);
	await audit(page);
	await expect(page.getByText(saying('pas encore de ligne'))).toBeVisible();
	await press(page, 'penalties_search');
	await expect(row(page)).toContainText(/5\s000,00\sDH/);
	await row(page).getByRole('link').first().click();
	await expect(page.locator('h1')).toContainText(what);
	const address = new URL(page.url()).pathname;
	await expect(page.getByText(saying('5 000 DH par interruption supérieure à 30 minutes'))).toBeVisible();
	await audit(page);

	// Simulated, it is the client's alone.
	const lead = await enter('lead', phone);
	lead.watch.allow(404);
	await go(lead.page, `${redal}/penalties`);
	await expect(row(lead.page)).toHaveCount(0);
	await go(lead.page, address, 404);

	// Invited, the contractor reads it and comments, once.
	await page.getByLabel(saying(fr('penalties_field_comment_by'))).fill('2023-03-20');
	await press(page, 'penalties_invite_do');
	await expect(
		page.getByText(saying(fr('penalties_wait_delay', { day: 'lun. 20 mars 2023' })))
	).toBeVisible();
	await go(lead.page, address);
	await audit(lead.page);
	await lead.page.getByLabel(saying(fr('penalties_field_comment'))).fill('Une seconde seulement au-delà.');
	await press(lead.page, 'penalties_comment_do');
	await expect(lead.page.getByRole('heading', { name: fr('penalties_comments_title') })).toBeVisible();
	await expect(lead.page.locator('main form')).toHaveCount(0);

	// Who signs decides, never above what was computed.
	const signatory = await enter('signatory');
	signatory.watch.allow(422);
	await go(signatory.page, address);
	await signatory.page.getByText(fr('penalties_decision_reduced'), { exact: true }).click();
	const amount = signatory.page.getByLabel(saying(fr('penalties_field_reduced_plain')));
	await amount.fill('6000');
	await signatory.page.getByLabel(saying(fr('penalties_field_reason'))).fill('Dépassement d’une seconde.');
	await audit(signatory.page);
	await press(signatory.page, 'penalties_decide_do');
	await expect(signatory.page.getByText(fr('error_amount_above_computed')).first()).toBeVisible();
	await expect(amount).toHaveValue('6000');
	await amount.fill('2000');
	await press(signatory.page, 'penalties_decide_do');
	await expect(signatory.page.getByText(/Réduite à 2\s000,00\sDH/).first()).toBeVisible();

	// Charged on a statement, with its day.
	await go(page, address);
	await page.getByLabel(saying(fr('penalties_field_reference'))).fill('Décompte n° 4');
	await press(page, 'penalties_charge_do');
	await expect(page.getByText('Décompte n° 4').first()).toBeVisible();
	await audit(page);
	await go(lead.page, `${redal}/penalties?stage=charged`);
	await expect(row(lead.page)).toContainText(/2\s000,00\sDH/);

	const csv = await download(page, async () => {
		await go(page, `${redal}/penalties?stage=charged`);
		await page.getByRole('link', { name: fr('penalties_csv') }).click();
	});
	expect(csv.bytes.toString()).toContain('Décompte n° 4;2023-03-06');
	await go(page, `${redal}/registers/interruptions`);
	await row(page).getByRole('link', { name: /PEN-/ }).click();
	await expect(page).toHaveURL(new RegExp(`${address}$`));
});

test('what the contract does not price is undetermined, and waits for its clause', async ({ enter }) => {
	const { page, watch } = await enter('manager');
	await go(page, '/missions/eure-et-loir/penalties');
	await expect(page.getByRole('row').filter({ hasText: 'PEN-001' })).toContainText(
		fr('penalties_undetermined')
	);
	await page.getByRole('link', { name: 'PEN-001' }).click();
	await expect(page.getByText(fr('penalties_clause_none'))).toBeVisible();
	watch.allow(422);
	await page.getByLabel(saying(fr('penalties_field_amount_plain'))).fill('0');
	await page.getByLabel(saying(fr('penalties_field_ref'))).fill('CCAP, art. 8');
	await press(page, 'penalties_type_do');
	await expect(page.getByText(fr('error_amount_unreadable')).first()).toBeVisible();
	const observer = await enter('observer', phone);
	await go(observer.page, '/missions/eure-et-loir/penalties');
	await expect(observer.page.locator('main form')).toHaveCount(0);
	await audit(observer.page);
});
