import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import mammoth from 'mammoth';

/** The bytes of what a click downloads, and the name it would have on the person's disk. */
export async function download(
	page: Page,
	act: () => Promise<void>
): Promise<{ name: string; bytes: Buffer }> {
	const waiting = page.waitForEvent('download');
	await act();
	const file = await waiting;
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** The text of a Word file, read by another program than the one that wrote it. */
export async function wordText(bytes: Buffer): Promise<string> {
	expect(bytes.subarray(0, 2).toString(), 'a Word file is a zip').toBe('PK');
	return (await mammoth.extractRawText({ buffer: bytes })).value;
}
