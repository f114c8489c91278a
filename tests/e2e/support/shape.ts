import type { Page } from '@playwright/test';

/**
 * How a page is made, without its words: in its middle and the dialog over it, the elements, their classes, roles and
 * states, whether what should have words has them and whether what is referred to is there. Two pages of the same shape in windows of the same width are the
 * same page to an audit; a list is told by the kinds of its lines, not by their number.
 */
export async function shapeOf(page: Page): Promise<string> {
	const width = page.viewportSize()?.width;
	const shape = await page.evaluate(() => {
		const references =
			/^(for|list|headers|aria-(labelledby|describedby|controls|owns|errormessage|details))$/;
		const kept = /^(class|role|type|style|tabindex|scope|aria-(?!label$|valuetext$|valuenow$).*)$/;
		const attribute = ({ name, value }: Attr): string => {
			if (references.test(name))
				return `${name}:${value.split(/\s+/).every((id) => document.getElementById(id))}`;
			if (kept.test(name)) return `${name}=${value.replace(/\d+(\.\d+)?/g, '0')}`;
			return `${name}${value.trim() ? '+' : ''}`;
		};
		const shapeOfElement = (element: Element): string => {
			const attributes = [...element.attributes].map(attribute).sort().join(' ');
			const words = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()
			);
			const parts = new Set(
				[...element.children].filter((child) => !child.matches('script, style')).map(shapeOfElement)
			);
			return `<${element.tagName} ${attributes}${words ? ' …' : ''}>${[...parts].join('')}</>`;
		};
		return [...document.querySelectorAll('main, [role="dialog"], [role="alertdialog"]')]
			.map(shapeOfElement)
			.join('');
	});
	return `${width} ${shape}`;
}
