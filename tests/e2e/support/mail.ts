import { expect, type Page } from '@playwright/test';
import { go } from './test.ts';

export interface Mail {
	subject: string;
	text: string;
	to: string;
	/** Addresses on this site that the text holds. */
	links: string[];
}

/** Reads the mails of the demonstration as its administrator does, newest first. */
export async function mails(admin: Page): Promise<Mail[]> {
	await go(admin, '/admin/mail');
	return admin.locator('tbody tr').evaluateAll((rows) =>
		rows.map((row) => ({
			subject: row.querySelector('summary')?.textContent?.trim() ?? '',
			text: row.querySelector('details p')?.textContent ?? '',
			to: row.querySelector('td')?.textContent?.trim() ?? '',
			links: [...row.querySelectorAll<HTMLAnchorElement>('details a')].map((a) => a.href)
		}))
	);
}

/** Waits for a mail to somebody whose subject matches, and gives the newest. */
export async function mailTo(admin: Page, email: string, subject: RegExp): Promise<Mail> {
	let found: Mail | undefined;
	await expect(async () => {
		found = (await mails(admin)).find((mail) => mail.to.includes(email) && subject.test(mail.subject));
		expect(found, `a mail to ${email} about ${subject}`).toBeDefined();
	}).toPass({ timeout: 15_000 });
	return found as Mail;
}

/** The six digits of a sign-in mail. */
export const codeIn = (mail: Mail): string => /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
