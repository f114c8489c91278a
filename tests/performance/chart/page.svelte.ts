import '../../../src/app.css';
import Gantt from 'frappe-gantt';
import { flushSync, mount, unmount } from 'svelte';
import Chart from '$lib/gantt/Chart.svelte';
import type { Zoom } from '$lib/gantt/drawing/range.ts';
import { schedule } from './tasks.ts';

/**
 * The page that is measured: the library bare and our chart, one after the other, with the same tasks in the same
 * frame of 1,000 by 700 pixels or whatever the window leaves.
 */
const place = document.getElementById('place') as HTMLElement;
const HEIGHT = 700;

/** The end of the frame in which all that was asked is on the screen. */
const painted = () =>
	new Promise<number>((done) =>
		requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
	);

let remove: () => void = () => {};
let scroller: HTMLElement;
let look: (zoom: 'day' | 'week') => void = () => {};
let zoomed = $state<Zoom>('day');

async function bare(count: number): Promise<number> {
	const { rows, links } = schedule(count);
	const before = new Map<string, string[]>();
	for (const { from, to } of links) before.set(to, [...(before.get(to) ?? []), from]);
	const tasks = rows.map((row) => ({
		id: row.id,
		name: `${row.code ?? ''} ${row.title}`,
		start: row.startsOn,
		end: row.endsOn,
		progress: row.progress,
		dependencies: before.get(row.id) ?? []
	}));
	const began = performance.now();
	const gantt = new Gantt(
		place,
		tasks as never,
		{
			view_mode: 'Day',
			container_height: HEIGHT,
			scroll_to: 'start',
			infinite_padding: false,
			popup: false,
			language: 'fr'
		} as never
	);
	const took = (await painted()) - began;
	scroller = gantt.$container;
	look = (zoom) => gantt.change_view_mode(zoom === 'day' ? 'Day' : 'Week');
	remove = () => place.replaceChildren();
	return took;
}

async function ours(count: number, over: object = {}): Promise<number> {
	const { rows, links } = schedule(count);
	zoomed = 'day';
	const began = performance.now();
	const chart = mount(Chart, {
		target: place,
		props: {
			rows,
			get zoom() {
				return zoomed;
			},
			links,
			today: '2025-01-20',
			holidays: [{ day: '2025-05-01', label: 'Fête du travail' }],
			canEdit: true,
			locale: 'fr',
			onlink: () => {},
			onchange: () => {},
			onopen: () => {},
			onsay: () => {},
			...over
		}
	});
	while (!place.querySelector('.bar-wrapper')) await new Promise((done) => setTimeout(done, 0));
	const took = (await painted()) - began;
	scroller = place.querySelector('.frame') as HTMLElement;
	look = (zoom) => flushSync(() => (zoomed = zoom));
	remove = () => void unmount(chart);
	return took;
}

/** Times between frames, in milliseconds, while `each` is called in every one of them. */
function frames(count: number, each: (at: number) => void): Promise<number[]> {
	return new Promise((done) => {
		const gaps: number[] = [];
		let last = 0;
		let at = 0;
		const step = (now: number) => {
			if (last > 0) gaps.push(now - last);
			last = now;
			if (at >= count) return done(gaps);
			each(at++);
			requestAnimationFrame(step);
		};
		requestAnimationFrame(step);
	});
}

const bench = {
	async draw(what: 'bare' | 'ours', count: number, over?: object): Promise<number> {
		remove();
		place.replaceChildren();
		// What the former drawing left is cleared away outside the measure.
		await painted();
		return what === 'bare' ? bare(count) : ours(count, over);
	},
	async view(): Promise<number> {
		const began = performance.now();
		look('week');
		const took = (await painted()) - began;
		look('day');
		await painted();
		return took;
	},
	nodes: () => place.querySelectorAll('*').length,
	/** Jumps from one place to another far away, as a hand on the scroll bar does. */
	async jump(): Promise<number[]> {
		const end = scroller.scrollHeight;
		const found = await frames(60, (at) => {
			if (at % 4 === 0) scroller.scrollTop = (end * ((at * 37) % 61)) / 61;
		});
		scroller.scrollTop = 0;
		scroller.scrollLeft = 0;
		await painted();
		return found;
	},
	/** Frames until told to stop: the hand is moved from outside. */
	watch(): void {
		watching = true;
		gaps = [];
		let last = 0;
		const step = (now: number) => {
			if (last > 0) gaps.push(now - last);
			last = now;
			if (watching) requestAnimationFrame(step);
		};
		requestAnimationFrame(step);
	},
	stop(): number[] {
		watching = false;
		return gaps;
	},
	/** Where to take the bar of a task of the first screen. */
	grip(): { x: number; y: number } {
		const names = place.querySelector('.names')?.getBoundingClientRect().right ?? 0;
		for (const bar of place.querySelectorAll('.bar-wrapper .bar')) {
			const box = bar.getBoundingClientRect();
			const kind = bar.closest<SVGElement>('.bar-wrapper')?.dataset['kind'] ?? 'task';
			const left = Math.max(box.left, names);
			if (kind !== 'task' || box.top < 120 || box.right - left < 60 || left > innerWidth - 200)
				continue;
			return { x: left + 24, y: box.top + box.height / 2 };
		}
		throw new Error('no bar to take');
	}
};
let watching = false;
let gaps: number[] = [];
Object.assign(window, { bench });
export type Bench = typeof bench;
