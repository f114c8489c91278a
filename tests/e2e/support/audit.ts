import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { shapeOf } from './shape.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * The page as axe gets it, its frames left out: what ours show is a contractor's file, not a page of ours, and scripts
 * are forbidden in them, axe's included.
 */
function withoutFrames(page: Page): Page {
	return new Proxy(page, {
		get(target, name) {
			if (name === 'frames') return () => [target.mainFrame()];
			const value: unknown = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
}

/** One line per fault, with the element, so that a failure can be read. */
async function axeFaults(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page: withoutFrames(page) })
		.options({ runOnly: tags, resultTypes: ['violations'], iframes: false })
		.setLegacyMode()
		.analyze();
	return violations.flatMap((fault) =>
		fault.nodes.map(
			(node) => `${fault.id}: ${fault.help} → ${node.target.join(' ')} ${node.html.slice(0, 200)}`
		)
	);
}

/** How many pixels the page is wider than its window, and what sticks out; nothing when it fits. */
export async function overflow(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const root = document.documentElement;
		if (root.scrollWidth <= root.clientWidth) return [];
		const out = [...document.querySelectorAll('body *')].filter(
			(element) => element.getBoundingClientRect().right > root.clientWidth + 0.5
		);
		return [
			`${root.scrollWidth} > ${root.clientWidth}`,
			...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))
		];
	});
}

/** The shapes axe found right in this run: the same one has nothing new to say. */
const known = new Set<string>();

/**
 * What every page owes: one first heading, a title, nothing wider than the window, no fault that axe finds. Axe is asked
 * once about a shape, for it takes longer than all the rest.
 */
export async function audit(page: Page): Promise<void> {
	const where = page.url();
	await expect(page.locator('h1'), `${where}: one h1`).toHaveCount(1);
	await expect(page, `${where}: a title`).toHaveTitle(/\S · Jalon$/);
	expect.soft(await overflow(page), `${where}: nothing wider than the window`).toEqual([]);
	const shape = await shapeOf(page);
	if (known.has(shape)) return;
	const faults = await axeFaults(page);
	expect.soft(faults, `${where}: accessible`).toEqual([]);
	if (faults.length === 0) known.add(shape);
}

/** The page has settled in the size of its window: fonts there, the chart drawn. */
export async function drawn(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	});
	const chart = page.locator('.jalon-gantt');
	if ((await chart.count()) > 0) await page.locator('.bar-wrapper').first().waitFor();
}
