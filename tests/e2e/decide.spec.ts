import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from '@playwright/test';
import { confirm, dialog } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { download, wordText } from './support/files.ts';
import { mailTo } from './support/mail.ts';
import { mission, people } from './support/people.ts';
import { expect, go, phone, ready, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

// The same journey twice, each on its own deliverable: on a large screen, then with everybody on a phone.
const code = () => (test.info().project.name === 'phone' ? 'E-L12' : 'E-L11');
const address = () => `${mission}/deliverables/${code()}`;
const note = 'Version pour le comité ; regardez la partie sur les parcours.';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const choose = (page: Page, name: string, buffer: Buffer) =>
	page.locator('input[name="file"]').setInputFiles({ name, mimeType: docx, buffer });

/** The Word shell of the deliverable, as its author downloads it. */
async function shell(page: Page): Promise<Buffer> {
	const { bytes } = await download(page, () =>
		page.getByRole('link', { name: fr('deliverables_shell') }).click()
	);
	return bytes;
}

/** The same file with a macro in it, its extension kept quiet. */
function withMacro(word: Buffer): Buffer {
	const parts = unzipSync(word);
	const types = Buffer.from(parts['[Content_Types].xml']!).toString('utf8');
	parts['[Content_Types].xml'] = strToU8(
		types.replace(`${docx}.main+xml`, 'application/vnd.ms-word.document.macroEnabled.main+xml')
	);
	parts['word/vbaProject.bin'] = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	return Buffer.from(zipSync(parts));
}

test.describe('a deliverable, from its shell to the client’s decision', { tag: '@phone' }, () => {
	test.describe.configure({ mode: 'serial' });

	test('files that are not what they claim are refused, with the reason', async ({ enter }) => {
		const { page, watch } = await enter('lead');
		watch.allow(422);
		await go(page, address());
		const word = await shell(page);
		expect(await wordText(word)).toContain(code());
		const put = page.getByRole('button', { name: fr('deliverables_put'), exact: true });
		const refusals: [string, Buffer, string][] = [
			['rapport.docx', withMacro(word), 'error_file_has_macros'],
			['vide.docx', Buffer.alloc(0), 'error_file_empty'],
			['image.docx', Buffer.from('\x89PNG\r\n\x1a\n, une image'), 'error_file_not_what_it_claims'],
			['programme.exe', word, 'error_file_type_refused']
		];
		const before = await page.locator('#drafts li').count();
		for (const [name, bytes, why] of refusals) {
			await choose(page, name, bytes);
			await put.click();
			const sentence = fr(why).split('{')[0] ?? '';
			await expect(page.getByText(saying(sentence)).first(), name).toBeVisible();
		}
		await audit(page);
		await page.reload();
		await ready(page);
		await expect(page.locator('#drafts li'), 'nothing was kept').toHaveCount(before);
	});

	test('the contractor hands in a version, and its date is on record', async ({ enter }) => {
		const { page } = await enter('lead');
		await go(page, address());
		const name = `${code()} version 1.docx`;
		await choose(page, name, await shell(page));
		await page.getByRole('button', { name: fr('deliverables_put'), exact: true }).click();
		const files = page.getByRole('group', { name: fr('deliverables_hand_in_files') });
		await expect(files.getByLabel(name)).toBeChecked();
		// What was put aside before stays aside.
		for (const other of await files.getByRole('checkbox').all())
			if ((await other.getAttribute('id')) !== (await files.getByLabel(name).getAttribute('id')))
				await other.uncheck();
		await page.getByLabel(fr('deliverables_hand_in_note')).fill(note);
		await audit(page);
		await page.getByRole('button', { name: saying(fr('deliverables_hand_in', { number: '' })) }).click();
		await expect(dialog(page)).toContainText(code());
		// The contract asks for Word and PDF.
		await expect(dialog(page)).toContainText(fr('deliverables_formats_missing', { formats: 'PDF' }));
		await audit(page);
		await confirm(page, fr('deliverables_hand_in_confirm'));
		await expect(page.getByText(fr('deliverables_state_submitted')).first()).toBeVisible();
		await expect(page.locator('main')).toContainText(note);
		await expect(page.locator('main')).toContainText(/Remise le .*déc\.\s2019 par Julien Carpentier/);
		await audit(page);
	});

	test('a member votes in three taps from the home page', async ({ enter }) => {
		const { page } = await enter('chair', phone);
		let taps = 0;
		const tap = async (target: Locator) => {
			taps += 1;
			await target.tap();
		};
		await go(page, '/');
		await audit(page);
		await tap(page.getByRole('link', { name: saying(fr('home_kind_vote')) }).filter({ hasText: code() }));
		await expect(page.getByRole('heading', { level: 1 })).toContainText(code());
		const vote = page.locator('#vote');
		await expect(vote.getByRole('radio').first(), 'the choices are on the first screen').toBeInViewport();
		await tap(vote.getByText(fr('deliverables_vote_approve'), { exact: true }));
		await tap(vote.getByRole('button', { name: fr('deliverables_vote_save') }));
		await expect(vote).toContainText(saying(fr('deliverables_vote_mine', { choice: '' })));
		expect(taps).toBeLessThanOrEqual(3);
		await audit(page);
	});

	test('another member opens the mail’s page, reads without Word, and has reserves', async ({ enter }) => {
		const { page, watch } = await enter('member', phone);
		watch.allow(422);
		const admin = await enter('admin');
		const mail = await mailTo(admin.page, people.member, saying(code()));
		await go(page, mail.links.find((link) => link.endsWith(address())) ?? mail.links[0] ?? '');
		expect(page.url(), 'the mail opens the item itself').toMatch(new RegExp(`${address()}$`));

		await page
			.getByRole('button', { name: saying(fr('deliverables_read_file', { name: '' })) })
			.first()
			.tap();
		const reader = page.frameLocator('[role="dialog"] iframe');
		await expect(reader.locator('body')).toContainText(code());
		await audit(page);
		await page.getByRole('button', { name: fr('deliverables_read_close') }).tap();

		const vote = page.locator('#vote');
		await vote.getByText(fr('deliverables_vote_approve_with_reserves'), { exact: true }).tap();
		const reason = vote.getByLabel(fr('deliverables_vote_reason_reserves'));
		await expect(reason).toHaveAttribute('required', '');
		await reason.fill('Préciser les horaires de chaque accueil.');
		// A call comes in: the page is left and found again.
		await expect(async () =>
			expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('horaires')
		).toPass({ timeout: 10_000 });
		await page.reload();
		await ready(page);
		await expect(reason).toHaveValue('Préciser les horaires de chaque accueil.');
		await vote.getByRole('button', { name: fr('deliverables_vote_save') }).tap();
		await expect(vote).toContainText(saying(fr('deliverables_vote_mine', { choice: '' })));
		await expect(vote).toContainText('Préciser les horaires de chaque accueil.');
		await audit(page);
	});

	test('the chair confirms what the committee said', async ({ enter }) => {
		const { page } = await enter('chair');
		await go(page, '/');
		await page
			.getByRole('link', { name: saying(fr('home_kind_endorse')) })
			.filter({ hasText: code() })
			.click();
		const form = page.locator('#endorse');
		await expect(page.locator('#tally')).toContainText('Préciser les horaires de chaque accueil.');
		await form.getByRole('radio', { name: fr('deliverables_outcome_endorsed'), exact: true }).check();
		await audit(page);
		await form.getByRole('button', { name: fr('deliverables_endorse_save') }).click();
		await expect(dialog(page), 'who has not spoken yet').toContainText('Nadia Ferrand');
		await confirm(page, fr('deliverables_endorse_save'));
		await expect(page.getByText(fr('deliverables_state_endorsed')).first()).toBeVisible();
		await expect(form).toHaveCount(0);
		await audit(page);
	});

	test('the signatory decides, and is told what it does before', async ({ enter }) => {
		const { page } = await enter('signatory');
		await go(page, '/');
		await page
			.getByRole('link', { name: saying(fr('home_kind_decide')) })
			.filter({ hasText: code() })
			.click();
		const form = page.locator('#decide');
		await form.getByRole('radio').first().check();
		await form.getByLabel(fr('deliverables_reasons')).fill('Conforme aux attendus de la phase 1.');
		await audit(page);
		await form.getByRole('button', { name: fr('deliverables_decide_save') }).click();
		await expect(form).toContainText(fr('deliverables_formats_missing', { formats: 'PDF' }));
		await expect(dialog(page)).toContainText(fr('deliverables_decide_confirm_text'));
		await confirm(page, fr('deliverables_decide_save'));
		await expect(page.locator('#decision')).toContainText('Dominique Vasseur');
		await audit(page);
	});

	test('everybody reads the decision with its dates; an observer has nothing to press', async ({
		enter
	}) => {
		const consultant = await enter('consultant');
		await go(consultant.page, address());
		const decision = consultant.page.locator('#decision');
		await expect(decision).toContainText('Conforme aux attendus de la phase 1.');
		await expect(decision).toContainText(fr('deliverables_state_admitted'));
		for (const term of ['decision_on', 'decision_notified_on', 'decision_effect_on']) {
			const line = decision.locator('div', {
				has: consultant.page.getByText(fr(`deliverables_${term}`), { exact: true })
			});
			await expect(line.last()).toContainText(/déc\.\s2019/);
		}
		await expect(decision, 'who was told').toContainText(people.lead);
		await audit(consultant.page);

		const admin = await enter('admin');
		const notified = await mailTo(admin.page, people.lead, /notification de la décision/);
		expect(notified.text).toMatch(/Décision\s: Admis/);
		expect(notified.text).toContain('Conforme aux attendus de la phase 1.');
		await mailTo(admin.page, people.consultant, /pour information/);

		const manager = await enter('manager');
		await go(manager.page, `${mission}/journal?event=decision_taken`);
		const line = manager.page.getByRole('row').filter({ hasText: code() });
		await expect(line).toContainText('Dominique Vasseur');
		await audit(manager.page);

		const observer = await enter('observer');
		await go(observer.page, address());
		await expect(observer.page.locator('main form[method="post"]')).toHaveCount(0);
		await expect(observer.page.locator('#vote, #endorse, #decide, #drafts')).toHaveCount(0);
		await expect(observer.page.locator('#decision')).toBeVisible();
		await audit(observer.page);
	});
});
