import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../../scripts/lib/find-program.mjs';
import { buildPage } from './chart/build.ts';
import type { Bench } from './chart/page.svelte.ts';
import { servePage } from './chart/serve-page.ts';

declare global {
	interface Window {
		bench: Bench;
	}
}

interface Figure {
	figure: string;
	measured: string;
	aim: string;
}

type What = 'bare' | 'ours';

const SIZES = [500, 2000, 5000] as const;
/** Of the library's own time, at most. */
const AIMS: Record<number, string> = { 500: '≤ 1', 2000: '≤ 0,25', 5000: '≤ 0,10' };
const WHO: Record<What, string> = { bare: 'frappe-gantt seul', ours: 'le nôtre' };

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const ms = (value: number) => `${value.toFixed(0)} ms`;
const ratio = (part: number, whole: number) => (part / whole).toFixed(3).replace('.', ',');

async function rounds(times: number, measure: () => Promise<number>): Promise<number> {
	const took: number[] = [];
	for (let i = 0; i < times; i += 1) took.push(await measure());
	return median(took);
}

/** A real hand on the wheel, 6,000 pixels a second. @returns times between frames */
async function scrolled(page: Page): Promise<number[]> {
	const session = await page.context().newCDPSession(page);
	await page.evaluate(() => window.bench.watch());
	for (const yDistance of [-7000, 7000])
		await session.send('Input.synthesizeScrollGesture', {
			x: 800,
			y: 400,
			yDistance,
			speed: 6000,
			gestureSourceType: 'mouse'
		});
	await session.detach();
	return page.evaluate(() => window.bench.stop());
}

/** A bar taken by the mouse and moved there and back. */
async function dragged(page: Page): Promise<number[]> {
	const { x, y } = await page.evaluate(() => window.bench.grip());
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.evaluate(() => window.bench.watch());
	for (let step = 0; step <= 60; step += 1) await page.mouse.move(x + 150 * Math.sin(step / 6), y);
	const gaps = await page.evaluate(() => window.bench.stop());
	await page.mouse.move(x, y);
	await page.mouse.up();
	return gaps;
}

const told = (gaps: number[]): string => {
	const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
	return `${(1000 / mean).toFixed(0)} images/s, la plus longue ${ms(Math.max(...gaps))}`;
};

async function drawn(page: Page, note: (figure: Figure) => void): Promise<void> {
	const draw = (what: What, size: number) =>
		page.evaluate(([who, count]) => window.bench.draw(who, count), [what, size] as const);
	// Both once, unmeasured: the code is read and the fonts are there.
	await draw('bare', 50);
	await draw('ours', 50);
	const nodes: number[] = [];
	for (const size of SIZES) {
		const times = size > 2000 ? 1 : 3;
		const bare = await rounds(times, () => draw('bare', size));
		const bareView = await page.evaluate(() => window.bench.view());
		const bareNodes = await page.evaluate(() => window.bench.nodes());
		const ours = await rounds(3, () => draw('ours', size));
		const view = await rounds(3, () => page.evaluate(() => window.bench.view()));
		nodes.push(await page.evaluate(() => window.bench.nodes()));
		note({
			figure: `diagramme de ${size} lignes, premier affichage, nôtre / seul`,
			measured: `${ms(ours)} / ${ms(bare)} = ${ratio(ours, bare)}`,
			aim: AIMS[size] ?? ''
		});
		note({
			figure: `diagramme de ${size} lignes, changement d’échelle, nôtre / seul`,
			measured: `${ms(view)} / ${ms(bareView)} = ${ratio(view, bareView)}`,
			aim: 'sans objet'
		});
		note({
			figure: `diagramme de ${size} lignes, éléments de la page, nôtre / seul`,
			measured: `${nodes.at(-1)} / ${bareNodes}`,
			aim: 'borné : le même à toute taille'
		});
	}
}

async function moved(page: Page, what: What, note: (figure: Figure) => void): Promise<void> {
	const size = 5000;
	const aim = what === 'ours' ? 'aucune image de plus de 33 ms' : 'sans objet';
	await page.evaluate(([who, count]) => window.bench.draw(who, count), [what, size] as const);
	const subject = `diagramme de ${size} lignes, ${WHO[what]}`;
	note({ figure: `${subject}, en défilant`, measured: told(await scrolled(page)), aim });
	if (what === 'ours')
		note({
			figure: `${subject}, par sauts`,
			measured: told(await page.evaluate(() => window.bench.jump())),
			aim
		});
	note({ figure: `${subject}, en tirant une barre`, measured: told(await dragged(page)), aim });
}

/** The chart in a browser, beside the library alone on the same tasks: what is drawn, how fast, with how much. */
export async function chartFigures(tell: (figure: Figure) => void): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'jalon-chart-'));
	await buildPage(folder);
	const served = await servePage(folder);
	const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments() });
	try {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		const broken: Error[] = [];
		page.on('pageerror', (error) => broken.push(error));
		await page.goto(served.origin);
		await page.waitForFunction(() => 'bench' in window);
		await drawn(page, tell);
		await moved(page, 'ours', tell);
		if (broken[0]) throw broken[0];
		await moved(page, 'bare', tell);
	} finally {
		await browser.close();
		served.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

// Alone: node tests/performance/chart.ts
if (process.argv[1] === import.meta.filename)
	await chartFigures(({ figure, measured, aim }) => console.log(`${figure} : ${measured} (visé : ${aim})`));
