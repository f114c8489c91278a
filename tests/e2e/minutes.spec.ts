import { createHash } from 'node:crypto';
import { confirm, dialog } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { download, wordText } from './support/files.ts';
import { mailTo } from './support/mail.ts';
import { mission, people } from './support/people.ts';
import { expect, go, ready, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const first = 'Séance dont le compte rendu est relu';
const second = 'Séance qui approuve';
const remark = 'Il faut lire trente visites, et non vingt.';
const reason = 'Observation de la titulaire retenue.';

/** A project meeting of today, whose two leads are on its list, taken to where it is asked. */
async function held(page: import('@playwright/test').Page, title: string, moves: string[]): Promise<string> {
	await go(page, `${mission}/committees`);
	const today = await page.locator('#f-clock-to').inputValue();
	await page
		.getByRole('button', { name: saying(fr('committees_plan_of', { body: 'Point projet' })) })
		.click();
	const plan = dialog(page);
	await plan.getByLabel(fr('meetings_field_title')).fill(title);
	await plan.getByLabel(fr('meetings_field_day')).fill(today);
	await plan.getByRole('button', { name: fr('committees_plan_submit') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	const address = new URL(page.url()).pathname;
	for (const move of moves) {
		await ready(page);
		await page.getByRole('button', { name: move, exact: true }).click();
		await confirm(page, move);
	}
	return address;
}
const began = [fr('meetings_move_convened'), fr('meetings_move_in_session')];

test('minutes are circulated, commented on a phone, taken up again, and approved at the next meeting', async ({
	enter
}) => {
	const { page } = await enter('manager');
	const address = await held(page, first, [...began, fr('meetings_move_held')]);
	await page.getByRole('button', { name: fr('meetings_move_circulated'), exact: true }).click();
	const until = dialog(page).getByLabel(fr('minutes_until_label'));
	await until.fill((await page.locator('#f-clock-to').inputValue()) || '');
	await audit(page);
	await confirm(page, fr('meetings_move_circulated'));
	const after = page.locator('#afterwards');
	await expect(after).toContainText(fr('minutes_comments_none'));

	// The mail's link opens the minutes on the contractor's phone, which is proven; a comment goes back.
	const admin = await enter('admin');
	const mail = await mailTo(admin.page, people.lead, saying(first));
	const link = mail.links.find((one) => one.includes('?edition=1'))!;
	const phone = await enter('lead', {
		viewport: { width: 360, height: 740 },
		hasTouch: true,
		isMobile: true
	});
	await go(phone.page, link);
	await ready(phone.page);
	await phone.page.getByLabel(fr('minutes_comment_wording')).fill(remark);
	await audit(phone.page);
	await phone.page.getByRole('button', { name: fr('minutes_comment_send') }).click();
	await expect(phone.page.locator('#afterwards li')).toContainText(remark);

	// Taken in: nothing is approved before a new edition says it.
	await go(page, address);
	await expect(page.getByRole('button', { name: fr('meetings_move_approved'), exact: true })).toHaveCount(
		0
	);
	await after.getByRole('button', { name: fr('minutes_answer_taken'), exact: true }).click();
	await expect(after.getByText(fr('minutes_taken'), { exact: true })).toBeVisible();
	// The proof: sent to the list, opened by the one who followed the link.
	await expect(after.locator('summary')).toContainText(/1\s*$/);
	await audit(page);
	await page.getByRole('button', { name: saying(first) }).click();
	await page.getByRole('menuitem', { name: fr('meetings_move_held_again') }).click();
	await dialog(page).getByRole('textbox').fill(reason);
	await confirm(page, fr('meetings_move_held_again'));
	await ready(page);
	await page.getByRole('button', { name: fr('meetings_move_circulated'), exact: true }).click();
	await confirm(page, fr('meetings_move_circulated'));
	await expect(after).toContainText(remark);

	// The next meeting of the body approves it in one tap; what is served from then on is what was sealed.
	await held(page, second, began);
	await ready(page);
	const waiting = page.locator('#to-approve');
	await audit(page);
	await waiting.getByRole('button', { name: fr('minutes_approve_of', { title: first }) }).click();
	await expect(waiting.getByRole('link', { name: first })).toHaveCount(0);
	await go(page, address);
	await expect(after).toContainText(fr('minutes_how_meeting'));
	const seal = ((await after.locator('code').first().textContent()) ?? '').trim();
	const file = await download(page, () =>
		page.getByRole('link', { name: fr('meetings_minutes_word'), exact: true }).click()
	);
	expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(seal);
	expect(await wordText(file.bytes)).toContain(second);
	await audit(page);
});
