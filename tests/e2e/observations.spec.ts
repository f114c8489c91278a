import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { confirm } from './support/acts.ts';
import { audit } from './support/audit.ts';
import { download, wordText } from './support/files.ts';
import { mission } from './support/people.ts';
import { expect, go, phone, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const code = 'E-L22';
const address = `${mission}/deliverables/${code}`;
const first = `OBS-${code}-01`;
const wording = 'Ajouter les horaires de chaque accueil, sans lesquels la carte ne sert pas.';

/** The contractor puts a file aside and hands it in as the next version. */
async function handIn(page: Page, number: string): Promise<void> {
	await go(page, address);
	await page.locator('input[name="file"]').setInputFiles({
		name: `rapport ${number}.txt`,
		mimeType: 'text/plain',
		buffer: Buffer.from(`Rapport, version ${number}, ${randomUUID()}`)
	});
	await page.getByRole('button', { name: fr('deliverables_put'), exact: true }).click();
	await page.getByRole('button', { name: fr('deliverables_hand_in', { number }) }).click();
	await confirm(page, fr('deliverables_hand_in_confirm'));
	await expect(page.locator(`#version-${number.replace('.', '\\.')}`)).toBeVisible();
}
/** One observation of the list. */
const item = (page: Page, number = first) => page.locator(`#observations li[id="${number}"]`);

async function vote(page: Page): Promise<void> {
	await go(page, address);
	const form = page.locator('#vote');
	await form.getByText(fr('deliverables_vote_approve'), { exact: true }).tap();
	await form.getByRole('button', { name: fr('deliverables_vote_save') }).tap();
	await expect(form).toContainText(saying(fr('deliverables_vote_mine', { choice: '' })));
}
async function endorse(page: Page, outcome: string): Promise<void> {
	const form = page.locator('#endorse');
	await form.getByRole('radio', { name: fr(`deliverables_outcome_${outcome}`), exact: true }).check();
	if (outcome === 'endorsed_with_reserves') {
		await form.locator('textarea[name="reserves"]').fill('Citer la source du tableau 4.');
		await form.getByRole('combobox', { name: saying('Gravité de') }).selectOption('minor');
	}
	await audit(page);
	await form.getByRole('button', { name: fr('deliverables_endorse_save') }).click();
	await confirm(page, fr('deliverables_endorse_save'));
	await expect(form).toHaveCount(0);
}

test.describe('a reserve, from the member who makes it to the admission it held back', () => {
	test.describe.configure({ mode: 'serial' });

	test('a member makes a blocking reserve on a phone', async ({ enter }) => {
		const lead = await enter('lead');
		await handIn(lead.page, '1.0');
		const { page } = await enter('member', phone);
		await go(page, address);
		await page.getByText(fr('observations_add'), { exact: true }).tap();
		const form = page.locator('#observe');
		await form.getByText(fr('observations_kind_observation'), { exact: true }).tap();
		await expect(form.getByText(fr('observations_severity_blocking'), { exact: true })).toHaveCount(0);
		await form.getByText(fr('observations_kind_reserve'), { exact: true }).tap();
		await form.getByText(fr('observations_severity_blocking'), { exact: true }).tap();
		await form.getByLabel(fr('observations_wording')).fill(wording);
		await form.getByLabel(fr('observations_place')).fill('p. 12, carte 3');
		await audit(page);
		await form.getByRole('button', { name: fr('observations_save') }).tap();
		await expect(item(page)).toContainText(wording);
		await expect(item(page)).toContainText(fr('observations_severity_blocking'));
		await expect(item(page)).toContainText('p. 12, carte 3');
		await audit(page);
	});

	test('the admission is refused with its number, on the form and past it', async ({ enter }) => {
		const chair = await enter('chair', phone);
		await vote(chair.page);
		await endorse(chair.page, 'endorsed_with_reserves');
		await expect(item(chair.page, `OBS-${code}-02`)).toContainText('Citer la source du tableau 4.');

		const { page } = await enter('signatory');
		await go(page, address);
		const form = page.locator('#decide');
		await expect(form).toContainText(first);
		await expect(form.locator('input[name="kind"][value="admit"]')).toBeDisabled();
		await audit(page);
		// Somebody who does not use the form is told the same.
		const field = (name: string) => form.locator(`input[name="${name}"]`).first().inputValue();
		const answer = await page.request.post(`${address}?/decide`, {
			form: { version: await field('version'), seen: await field('seen'), kind: 'admit', reasons: '' },
			headers: {
				origin: new URL(page.url()).origin,
				accept: 'application/json',
				'x-sveltekit-action': 'true'
			}
		});
		const body = await answer.text();
		expect(body).toContain('blocking_reserve_open');
		expect(body).toContain(first);
		await page.reload();
		await expect(page.locator('#decision')).toHaveCount(0);
	});

	test('the contractor answers, from what waits, and only then hands in the next version', async ({
		enter
	}) => {
		const { page } = await enter('lead');
		await go(page, '/');
		await page
			.getByRole('link', { name: saying(fr('home_kind_answer_observations')) })
			.filter({ hasText: code })
			.click();
		await expect(page.locator('#observations')).toBeInViewport();
		for (const [number, words] of [
			[first, 'Horaires ajoutés à la carte 3.'],
			[`OBS-${code}-02`, 'Source citée.']
		] as const) {
			const one = item(page, number);
			await one
				.getByText(saying(fr('observations_answer')))
				.first()
				.click();
			await one.getByText(fr('observations_answer_accepted'), { exact: true }).click();
			await one.getByLabel(fr('observations_answer_words'), { exact: true }).fill(words);
			await one.getByRole('button', { name: fr('observations_answer_save') }).click();
			await expect(one).toContainText(words);
			await expect(one).toContainText(fr('observations_answer_awaited'));
		}
		await audit(page);
		await handIn(page, '1.1');
		await expect(item(page)).toContainText(fr('observations_answer_carried', { number: '1.1' }));
	});

	test('the chair lifts on a phone; the sheet and the record say so', async ({ enter }) => {
		const { page } = await enter('chair', phone);
		await go(page, '/');
		await page
			.getByRole('link', { name: saying(fr('home_kind_check_answers')) })
			.filter({ hasText: code })
			.tap();
		for (const number of [first, `OBS-${code}-02`]) {
			const one = item(page, number);
			await one
				.getByText(saying(fr('observations_check')))
				.first()
				.tap();
			await one.getByText(fr('observations_verdict_lifted'), { exact: true }).tap();
			await audit(page);
			await one.getByRole('button', { name: fr('observations_check_save') }).tap();
			await expect(one).toContainText(/Levée dans la version 1\.1 par Hélène Marchais/);
		}
		for (const [paper, words] of [
			['observations_answers_sheet', 'Horaires ajoutés à la carte 3.'],
			['observations_lifted_sheet', wording]
		] as const) {
			const { name, bytes } = await download(page, () =>
				page.getByRole('link', { name: fr(paper) }).click()
			);
			expect(name).toMatch(/\.docx$/);
			const text = await wordText(bytes);
			expect(text).toContain(first);
			expect(text).toContain(words);
		}
	});

	test('nothing holds the admission back any more', async ({ enter }) => {
		const chair = await enter('chair', phone);
		await vote(chair.page);
		await endorse(chair.page, 'endorsed');
		const { page } = await enter('signatory');
		await go(page, address);
		const form = page.locator('#decide');
		await form.locator('input[name="kind"][value="admit"]').check();
		await form.getByRole('button', { name: fr('deliverables_decide_save') }).click();
		await confirm(page, fr('deliverables_decide_save'));
		await expect(page.locator('#decision')).toContainText(fr('deliverables_state_admitted'));

		const observer = await enter('observer');
		await go(observer.page, address);
		await expect(item(observer.page)).toContainText(fr('observations_state_lifted'));
		await expect(observer.page.locator('#observations form[method="post"]')).toHaveCount(0);
		await audit(observer.page);
	});
});
