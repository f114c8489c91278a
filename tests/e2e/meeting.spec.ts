import { confirm } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { download, wordText } from './support/files.ts';
import { mailTo } from './support/mail.ts';
import { mission, people } from './support/people.ts';
import { expect, go, ready, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const title = 'Point sur les visites de décembre';
const place = 'Salle Marceau';
const item = 'Calendrier des visites';
const said = 'Les visites de Brou sont avancées d’une semaine.';
const decision = 'Les visites de Brou se tiennent avant le 20 décembre.';
const action = 'Prévenir la mairie de Brou du nouveau calendrier.';

test('a meeting goes from plan to minutes', async ({ enter }) => {
	const { page } = await enter('manager');
	await go(page, `${mission}/committees`);
	await audit(page);
	const today = await page.locator('#f-clock-to').inputValue();
	const day = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);

	// Planned: nobody knows yet.
	await page.getByRole('button', { name: saying(fr('committees_plan_of', { body: 'COTECH' })) }).click();
	const plan = page.getByRole('dialog');
	await plan.getByLabel(fr('meetings_field_title')).fill(title);
	await plan.getByLabel(fr('meetings_field_day')).fill('2019-11-29');
	await expect(plan.getByText(saying(fr('meetings_remark_past').split('}')[1] ?? ''))).toBeVisible();
	await plan.getByLabel(fr('meetings_field_day')).fill(day);
	await expect(plan.getByText(saying(fr('meetings_remark_past').split('}')[1] ?? ''))).toHaveCount(0);
	await plan.getByLabel(fr('meetings_field_starts')).fill('14:30');
	await plan.getByLabel(fr('meetings_field_place')).fill(place);
	await audit(page);
	await plan.getByRole('button', { name: fr('committees_plan_submit') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	const address = new URL(page.url()).pathname;
	await audit(page);
	const consultant = await enter('consultant');
	expect((await consultant.page.request.get(address)).status(), 'a draft is the client’s own').toBe(404);

	const agenda = page.locator('#agenda');
	await agenda.getByRole('button', { name: fr('meetings_item_add') }).click();
	await agenda.getByLabel(fr('meetings_item_title', { rank: 1 })).fill(item);
	// What is on screen and not saved would not be told: the dialog leads to it, and convenes nobody.
	await page.getByRole('button', { name: fr('meetings_move_convened'), exact: true }).click();
	const asked = page.getByRole('alertdialog');
	await expect(asked).toContainText(fr('meetings_unsaved_convened'));
	await expect(asked.getByRole('button', { name: fr('meetings_move_convened') })).toHaveCount(0);
	await asked.getByRole('button', { name: fr('meetings_save_first') }).click();
	await expect(asked).toHaveCount(0);
	await expect(agenda.getByRole('button', { name: fr('meetings_save'), exact: true })).toBeFocused();
	await agenda.getByRole('button', { name: fr('meetings_save'), exact: true }).click();
	await expect(agenda.getByText(fr('meetings_unsaved'))).toHaveCount(0);
	const attendance = page.locator('#attendance');
	await attendance
		.getByLabel(fr('meetings_person_add'))
		.selectOption({ label: await optionOf(page, 'Inès Lambert') });
	await attendance.getByRole('button', { name: fr('meetings_person_add_do'), exact: true }).click();
	await expect(attendance.getByRole('row').filter({ hasText: 'Inès Lambert' })).toHaveCount(1);
	await attendance.getByRole('button', { name: fr('meetings_save'), exact: true }).click();
	await expect(attendance.getByText(fr('meetings_unsaved'))).toHaveCount(0);

	// Convened: those on the list are told, by a mail that opens the meeting.
	await page.getByRole('button', { name: fr('meetings_move_convened'), exact: true }).click();
	await audit(page);
	await confirm(page, fr('meetings_move_convened'));
	await expect(page.getByText(saying(fr('meetings_notice_open_from').split('{')[0] ?? ''))).toBeVisible();
	await expect(page.getByRole('button', { name: fr('meetings_move_in_session'), exact: true })).toHaveCount(
		0
	);
	const admin = await enter('admin');
	const mail = await mailTo(admin.page, people.consultant, saying(title));
	expect(mail.links.some((link) => link.endsWith(address))).toBe(true);

	// The demonstration's day comes.
	await page.getByText(fr('shell_demo_change')).click();
	await page.getByRole('button', { name: fr('shell_demo_day') }).click();
	await expect(page.locator('#f-clock-to')).toHaveValue(day);
	await ready(page);
	await page.getByRole('button', { name: fr('meetings_move_in_session'), exact: true }).click();
	await confirm(page, fr('meetings_move_in_session'));
	await expect(page.getByText(fr('meetings_notice_project'))).toBeVisible();
	await audit(page);

	// Held: attendance, what was said, a decision, an action; typed live.
	await attendance.getByRole('button', { name: fr('deciding_all_present') }).click();
	await expect(attendance.getByRole('button', { name: fr('deciding_all_present') })).toHaveCount(0);
	const session = page.locator('#session');
	await session.getByLabel(fr('meetings_item_minutes'), { exact: true }).fill(said);
	// Saved by itself: nothing is pressed.
	await expect(session.getByText(saying(fr('session_saved', { time: '' }).trim()))).toBeVisible();
	const decisions = page.locator('#decisions');
	await decisions.locator('summary').click();
	await decisions.getByLabel(fr('meetings_col_decision')).fill(decision);
	await decisions.getByRole('button', { name: fr('meetings_save'), exact: true }).click();
	await expect(decisions.getByRole('cell', { name: decision })).toBeVisible();
	const actions = page.locator('#actions');
	await actions.locator('summary').click();
	await actions.getByLabel(fr('meetings_col_action')).fill(action);
	await actions.getByLabel(fr('meetings_col_owner'), { exact: true }).selectOption({ index: 1 });
	await actions.getByLabel(fr('meetings_col_due')).fill('2019-12-16');
	await actions.getByRole('button', { name: fr('meetings_save'), exact: true }).click();
	await expect(actions.getByRole('cell', { name: action })).toBeVisible();
	await audit(page);
	await page.getByRole('button', { name: fr('meetings_move_held'), exact: true }).click();
	await confirm(page, fr('meetings_move_held'));

	// The minutes, as Word, straight after.
	const draft = await download(page, () =>
		page.getByRole('link', { name: fr('meetings_minutes_project_word') }).click()
	);
	const text = await wordText(draft.bytes);
	for (const words of [title, place, item, said, decision, action, 'Inès Lambert', 'Camille Renaud'])
		expect(text).toContain(words);

	await page.getByRole('button', { name: fr('meetings_move_circulated'), exact: true }).click();
	const holes = page.getByRole('alertdialog');
	await expect(holes).toContainText(fr('meetings_holes'));
	await expect(holes).toContainText(fr('meetings_hole_effect', { numbers: '' }).trim());
	await expect(holes).not.toContainText(fr('meetings_hole_due', { numbers: '' }).trim());
	await audit(page);
	await confirm(page, fr('meetings_move_circulated'));
	await expect(page.getByText(saying(fr('meetings_notice_circulated').split('{')[0] ?? ''))).toBeVisible();
	await expect(page.locator('#agenda form, #session textarea, #attendance form')).toHaveCount(0);
	await audit(page);
	await mailTo(
		admin.page,
		people.consultant,
		saying(fr('mail_meeting_circulated_subject', { mission: '', title }))
	);

	// Read by others, changed by nobody.
	const observer = await enter('observer');
	await go(observer.page, address);
	await expect(observer.page.locator('main')).toContainText(decision);
	await expect(observer.page.locator('main form[method="post"]')).toHaveCount(0);
	await audit(observer.page);
	const file = await download(observer.page, () =>
		observer.page.getByRole('link', { name: fr('meetings_minutes_word'), exact: true }).click()
	);
	expect(await wordText(file.bytes)).toContain(decision);
	await go(observer.page, `${mission}/journal`);
	await expect(observer.page.locator('main')).toContainText(fr('journal_event_meeting_circulated'));
});

/** The words of the choice that names somebody. */
async function optionOf(page: import('@playwright/test').Page, name: string): Promise<string> {
	const option = page.locator('#attendance option', { hasText: name }).first();
	return ((await option.textContent()) ?? '').trim();
}
