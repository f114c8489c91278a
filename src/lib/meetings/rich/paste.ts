import { richFromHtml } from '#core/documents/rich/from-html.ts';
import { hasMarks } from '#core/documents/rich/parse.ts';

/**
 * Pastes what comes from Word or a web page into a field of running text: bold, lists and headings become the marks a
 * person would type, the rest is words. Plain text is left to the browser.
 */
export function pasteRich(event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }): void {
	const html = event.clipboardData?.getData('text/html') ?? '';
	const marked = html ? richFromHtml(html) : '';
	if (!hasMarks(marked)) return;
	event.preventDefault();
	const field = event.currentTarget;
	const room = field.maxLength > 0 ? field.maxLength - field.value.length : marked.length;
	const before = field.value.slice(0, field.selectionStart);
	// A list or a heading begins on a line of its own.
	const text = before && !before.endsWith('\n') && marked.includes('\n') ? `\n${marked}` : marked;
	const put = text.slice(0, Math.max(0, room));
	// Deprecated and kept by every browser: the one way that leaves « undo » to the person.
	if (document.execCommand('insertText', false, put)) return;
	field.setRangeText(put, field.selectionStart, field.selectionEnd, 'end');
	field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
