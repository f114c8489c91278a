import { confirm } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { mission } from './support/people.ts';
import { expect, go, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

test('a seat is given, and the rules of a body set from the model, by keyboard alone', async ({ enter }) => {
	const { page } = await enter('manager');
	await go(page, `${mission}/committees/E-PANEL`);
	await audit(page);
	const composition = page.locator('#composition');
	await page.getByRole('button', { name: fr('bodies_seat_add'), exact: true }).focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByLabel(fr('bodies_field_person'))).toBeVisible();
	await audit(page);
	// What is typed reaches the list of choices: a name is chosen by its first letters.
	await dialog.getByLabel(fr('bodies_field_person')).focus();
	await page.keyboard.type('Bruno');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Élu référent du panel');
	await page.keyboard.press('Enter');
	await expect(dialog).toBeHidden();
	await expect(composition.getByRole('row').filter({ hasText: 'Élu référent du panel' })).toContainText(
		'Bruno Delaunay'
	);

	await page.getByRole('button', { name: saying(fr('bodies_rules_edit_of', { body: 'Panel' })) }).focus();
	await page.keyboard.press('Enter');
	await dialog.getByRole('button', { name: fr('bodies_model') }).focus();
	await page.keyboard.press('Enter');
	await dialog.getByLabel(fr('bodies_field_source')).focus();
	await page.keyboard.type('Panel n° 1 du 26 novembre 2019');
	await audit(page);
	await page.keyboard.press('Enter');
	await expect(dialog).toBeHidden();
	await expect(page.locator('#rules')).toContainText(saying(fr('bodies_quorum_half')));
	await expect(page.locator('#rules')).toContainText('Panel n° 1 du 26 novembre 2019');
	// What the contract states is there, and is not asked.
	await expect(page.locator('#rules')).toContainText(fr('bodies_rule_stated'));
});

test('a COTECH in two days: its J-3 presentation is late, for the contractor too', async ({ enter }) => {
	const { page } = await enter('manager');
	await go(page, `${mission}/committees/E-COTECH`);
	await page.getByRole('button', { name: fr('committees_plan'), exact: true }).click();
	const form = page.getByRole('dialog');
	await form.getByLabel(fr('meetings_field_title')).fill('COTECH de cadrage');
	await form.getByLabel(fr('meetings_field_day')).fill('2019-12-04');
	await form.getByRole('button', { name: fr('committees_plan_submit') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('COTECH de cadrage');
	await page.getByRole('button', { name: fr('meetings_move_convened'), exact: true }).click();
	await confirm(page, fr('meetings_move_convened'));
	// The page of the meeting says the day it was asked for.
	await expect(page.getByText(/dim\. 1(er)? déc\. 2019/).first()).toBeVisible();
	// And that it is late already.
	await expect(page.locator('main aside')).toContainText(/En retard d’un jour/);
	const code = new URL(page.url()).pathname.split('/').at(-1)!;
	await go(page, `${mission}/obligations/E-S1/${code}`);
	await expect(
		page
			.locator('main')
			.getByText(/en retard|1 jour de retard/i)
			.first()
	).toBeVisible();

	const { page: theirs } = await enter('lead');
	await go(theirs, '/');
	await expect(theirs.locator('main')).toContainText('E-S1');
	await go(theirs, `${mission}/obligations/E-S1/${code}`);
	await expect(
		theirs
			.locator('main')
			.getByText(/en retard|1 jour de retard/i)
			.first()
	).toBeVisible();
});
