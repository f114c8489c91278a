const look = `
	body { margin: 0; background: #e9eaec; }
	.docx-wrapper { background: none !important; padding: 12px !important; }
	.docx-wrapper > section.docx { margin-bottom: 12px !important; }
	@media (max-width: 820px) {
		.docx-wrapper { padding: 0 !important; align-items: stretch !important; }
		.docx-wrapper > section.docx {
			width: auto !important; min-height: 0 !important; padding: 20px 16px !important;
			margin-bottom: 8px !important; box-sizing: border-box;
		}
		section.docx table { width: 100% !important; table-layout: auto !important; }
		section.docx td, section.docx th {
			width: auto !important; padding: 2px 6px !important; overflow-wrap: anywhere;
		}
		section.docx p { overflow-wrap: break-word; }
	}`;

/**
 * Draws a Word file into an empty page. Loaded only when somebody reads: the renderer weighs more than our own pages.
 * @param into the document of a frame without scripts
 */
export async function showWord(href: string, into: Document): Promise<void> {
	const [{ renderAsync }, answer] = await Promise.all([import('docx-preview'), fetch(href)]);
	if (!answer.ok) throw new Error(`${answer.status}`);
	const style = into.createElement('style');
	style.textContent = look;
	await renderAsync(await answer.blob(), into.body, into.head, {
		className: 'docx',
		inWrapper: true,
		ignoreLastRenderedPageBreak: false,
		renderAltChunks: false,
		renderComments: false,
		useBase64URL: true
	});
	into.head.append(style);
}
