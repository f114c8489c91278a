import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog or the question that is open. */
export const dialog = (page: Page): Locator => page.locator('[role="dialog"], [role="alertdialog"]').last();

/** Answers a question with its own verb and waits until it is closed. */
export async function confirm(page: Page, verb: string): Promise<void> {
	const question = dialog(page);
	await question.getByRole('button', { name: verb, exact: true }).click();
	await expect(question).toHaveCount(0);
}
