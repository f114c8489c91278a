import { confirm } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { mission } from './support/people.ts';
import { expect, go, ready, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const decision = 'Le comité valide la version présentée, avec une réserve.';
const reserve = 'Compléter la carte des partenaires.';

test('from convening to approved minutes: a deliverable decided in session on a phone, the contractor’s draft confirmed', async ({
	enter
}) => {
	const { page } = await enter('manager');
	await go(page, `${mission}/committees`);
	const today = await page.locator('#f-clock-to').inputValue();
	await page.getByRole('button', { name: saying(fr('committees_plan_of', { body: 'COPIL' })) }).click();
	const plan = page.getByRole('dialog');
	await plan.getByLabel(fr('meetings_field_title')).fill('COPIL de décision');
	await plan.getByLabel(fr('meetings_field_day')).fill(today);
	await plan.getByRole('button', { name: fr('committees_plan_submit') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('COPIL de décision');
	const address = new URL(page.url()).pathname;
	await page.getByRole('button', { name: fr('meetings_move_convened'), exact: true }).click();
	const late = page.getByRole('alertdialog').getByRole('textbox');
	if (await late.count()) await late.fill('Décision attendue.');
	await confirm(page, fr('meetings_move_convened'));
	await page.getByRole('button', { name: fr('meetings_move_in_session'), exact: true }).click();
	await confirm(page, fr('meetings_move_in_session'));
	await expect(page.locator('#attendance [role=group]')).toHaveCount(3);

	// The contractor holds the pen, on a phone: one tap per person.
	const pen = await enter('consultant');
	await pen.page.setViewportSize({ width: 360, height: 740 });
	await go(pen.page, address);
	const groups = pen.page.locator('#attendance [role=group]');
	for (const i of [0, 1]) {
		const button = groups.nth(i).getByRole('button', { name: fr('deciding_present'), exact: true });
		await button.click();
		await expect(button).toHaveAttribute('aria-pressed', 'true');
	}
	await expect(pen.page.locator('#attendance').getByRole('status')).toContainText('2 ');
	await audit(pen.page);
	const form = pen.page.locator('#decisions');
	await form.locator('summary').click();
	await form
		.getByLabel(saying(fr('meetings_col_decision')))
		.first()
		.fill(decision);
	await form.getByLabel(fr('meetings_col_kind')).selectOption('validation');
	const version = form.getByLabel(fr('meetings_col_version'));
	const code = ((await version.locator('option').nth(1).textContent()) ?? '').trim().split(',')[0]!;
	await version.selectOption({ index: 1 });
	await form
		.getByRole('radio', { name: fr('deliverables_outcome_endorsed_with_reserves'), exact: true })
		.check();
	await form.locator('textarea[name=reserves]').fill(reserve);
	await form.locator('select[name=severities]').selectOption('major');
	await form.getByRole('button', { name: fr('meetings_save'), exact: true }).click();
	await expect(form.getByText(fr('deciding_draft'))).toBeVisible();
	await audit(pen.page);
	await go(pen.page, `${mission}/deliverables/${code}`);
	await expect(pen.page.locator('main')).not.toContainText(reserve);

	// Confirmed by the project manager, it is the body's endorsement, its reserve numbered.
	await go(page, address);
	await ready(page);
	const waiting = page.locator('#unconfirmed');
	await expect(waiting).toContainText(decision);
	await audit(page);
	await waiting.getByRole('button', { name: saying(fr('deciding_confirm_one')) }).click();
	await expect(waiting).toHaveCount(0);
	await expect(page.locator('#decisions')).toContainText(fr('deciding_endorsement'));
	await go(page, `${mission}/deliverables/${code}`);
	await expect(page.locator('main')).toContainText(`OBS-${code}-`);
	await expect(page.locator('main')).toContainText(reserve);

	// Closed, circulated and approved: from its convening to its sealed minutes, on one page.
	await go(page, address);
	for (const move of ['held', 'circulated', 'approved'] as const) {
		await ready(page);
		const label = fr(`meetings_move_${move}`);
		await page.getByRole('button', { name: label, exact: true }).click();
		await confirm(page, label);
	}
	await expect(page.locator('#afterwards')).toContainText(fr('minutes_how_express'));
	await expect(page.locator('#afterwards code').first()).toHaveText(/^[0-9a-f]{64}$/);
});
