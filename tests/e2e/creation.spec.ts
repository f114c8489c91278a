import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { audit } from './support/audit.ts';
import { people } from './support/people.ts';
import { expect, go, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

const press = (page: Page, key: string) => page.getByRole('button', { name: fr(key), exact: true }).click();
const field = (page: Page, key: string) => page.getByLabel(saying(fr(key))).first();
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Names who conducts it and creates; the page says what happened. */
async function create(page: Page, slug?: string): Promise<void> {
	await page.locator('#f-email').fill(people.manager);
	if (slug) await page.locator('#f-slug').fill(slug);
	await press(page, 'creation_go');
	await expect(page.getByText(saying(fr('creation_done_back')))).toBeVisible();
}

test('a mission from a supplied contract, under the first name that is free', async ({ enter }) => {
	const { page, watch } = await enter('admin');
	watch.allow(409);
	await go(page, '/missions');
	await page.getByRole('link', { name: fr('creation_link') }).click();
	await expect(title(page)).toHaveText(fr('creation_page_title'));
	await audit(page);
	await page.getByLabel(/Euréliens/).check();
	await press(page, 'creation_look');
	await expect(title(page)).toHaveText(fr('creation_preview_title'));
	await audit(page);
	// What the contract leaves open is set here, and the plan follows.
	await page.locator('#f-day_notification').fill('2026-11-02');
	await press(page, 'creation_again');
	await expect(page.getByRole('row').filter({ hasText: 'E-P1' }).first()).toContainText('2 nov. 2026');
	await expect(page.getByRole('row').filter({ hasText: 'E-L11' }).first()).toContainText(
		/avant le 29 janv/
	);
	await page.locator('#f-email').fill(people.manager);
	await press(page, 'creation_go');
	// The address is taken: said, with one that is free, and nothing typed is lost.
	await expect(page.locator('#f-slug-error')).toBeVisible();
	await expect(page.locator('#f-email')).toHaveValue(people.manager);
	await expect(page.locator('#f-day_notification')).toHaveValue('2026-11-02');
	await page
		.getByRole('button', { name: saying(fr('creation_slug_use', { free: 'eure-et-loir-2' })) })
		.click();
	await press(page, 'creation_go');
	await expect(page.getByText(saying(fr('creation_done_back')))).toBeVisible();
	await audit(page);
	const manager = await enter('manager');
	await go(manager.page, '/missions/eure-et-loir-2/obligations');
	await expect(manager.page.locator('option[value="E-S4"]')).toHaveCount(1);
});

test('a mission from a file with faults, mended where they are', async ({ enter }) => {
	const { page, watch } = await enter('admin');
	watch.allow(422);
	const good = readFileSync('templates/missions/iltizam.yaml', 'utf8').replace(
		/^slug: .*$/m,
		'slug: reprise'
	);
	const faulty = good
		.replace('regime: unknown', 'regime: aucun')
		.replace(/^calendar: .*$/m, 'calendar: Maroc');
	expect(faulty).not.toBe(good);
	await go(page, '/missions/new?way=file');
	await audit(page);
	const file = { name: 'contrat.yaml', mimeType: 'application/yaml', buffer: Buffer.from(faulty) };
	await page.locator('input[type=file]').setInputFiles(file);
	await press(page, 'creation_look');
	await expect(page.getByText(fr('creation_problems_title', { count: 2 }))).toBeVisible();
	const line = faulty.split('\n').findIndex((one) => one.startsWith('regime:')) + 1;
	const place = page.getByRole('button', { name: fr('creation_problems_at', { line, column: 9 }) });
	await expect(place).toBeVisible();
	await audit(page);
	// The fault brings the cursor to its place, and what is typed there mends it.
	await place.click();
	await page.keyboard.type('unknown');
	const text = page.locator('#f-text');
	await expect(text).toHaveValue(/regime: unknown/);
	await text.fill((await text.inputValue()).replace('calendar: Maroc', 'calendar: MA-public'));
	// The file it came from is chosen no more: what is typed counts.
	await expect(page.locator('input[type=file]')).toHaveValue('');
	await press(page, 'creation_look');
	await expect(title(page)).toHaveText(fr('creation_preview_title'));
	await page.locator('#f-day_signature').fill('2026-11-02');
	await create(page);
	const manager = await enter('manager');
	await go(manager.page, '/missions/reprise');
});

test('a mission step by step', async ({ enter }) => {
	const { page, watch } = await enter('admin');
	watch.allow(422);
	await go(page, '/missions/new?way=steps');
	await audit(page);
	await page.locator('#f-title').fill('Étude des accueils');
	await page.locator('#f-client').fill('Ville de Dreux');
	await page.locator('#f-contractor').fill('Cabinet Delta');
	await page.locator('#f-startOn').fill('2026-12-01');
	await page.locator('#f-phase_title_0').fill('Diagnostic');
	await page.locator('#f-phase_count_0').fill('2');
	await page.locator('#f-committee_title').fill('Comité de pilotage');
	await page.locator('#f-deliverable_title_0').fill('Rapport de diagnostic');
	await page.locator('#f-weekly').selectOption('friday');
	await press(page, 'creation_look');
	// A committee has a chair: asked for, with everything typed still there.
	await expect(page.locator('#f-committee_chair-error')).toBeVisible();
	await expect(page.locator('#f-title')).toHaveValue('Étude des accueils');
	await page.locator('#f-committee_chair').fill('Directrice générale');
	await press(page, 'creation_look');
	await expect(title(page)).toHaveText(fr('creation_preview_title'));
	await expect(page.getByText('M-L1 · Rapport de diagnostic').first()).toBeVisible();
	await create(page, 'accueils-de-dreux');
	const manager = await enter('manager');
	await go(manager.page, '/missions/accueils-de-dreux/schedule');
});

test('a phase is extended: prepared, signed, in force, with the old dates kept', async ({ enter }) => {
	const contract = '/missions/iltizam/contract';
	const { page } = await enter('manager');
	await go(page, contract);
	await audit(page);
	await page.getByRole('link', { name: fr('contract_amend') }).click();
	await audit(page);
	await field(page, 'contract_what').selectOption('L-DUR');
	await field(page, 'contract_new_date').fill('2013-06-28');
	await press(page, 'contract_change_add');
	await press(page, 'contract_look');
	const phase = (on: Page) => on.getByRole('row').filter({ hasText: 'L-DUR' }).first();
	await expect(phase(page)).toContainText('15 mars 2013');
	await expect(phase(page)).toContainText('28 juin 2013');
	await audit(page);
	await page.locator('#f-actNumber').fill('AV-1');
	await page.locator('#f-actOn').fill('2012-06-01');
	await page.locator('#f-signedBy').fill('Directeur général');
	await page.locator('#f-contractorSignedBy').fill('Gérant du cabinet');
	await page.locator('#f-purpose').fill('La mission est prolongée de trois mois.');
	await press(page, 'contract_prepare');
	await expect(page).toHaveURL(/\/changes\/1$/);
	await expect(page.getByText(fr('contract_waits'))).toBeVisible();
	await audit(page);
	// The contractor knows nothing of it yet.
	const lead = await enter('lead');
	await go(lead.page, contract);
	await expect(lead.page.getByText('AV-1')).toHaveCount(0);
	const signatory = await enter('signatory');
	await go(signatory.page, '/');
	await signatory.page
		.getByRole('link', { name: saying(fr('home_kind_sign_amendment')) })
		.first()
		.click();
	await press(signatory.page, 'contract_sign');
	await expect(signatory.page.getByText(fr('contract_state_in_force'), { exact: true })).toBeVisible();
	await go(lead.page, contract);
	await lead.page.getByRole('link', { name: /AV-1/ }).click();
	await expect(phase(lead.page)).toContainText('15 mars 2013');
	await expect(phase(lead.page)).toContainText('28 juin 2013');
	await audit(lead.page);
});
