/**
 * Figures of the schedule outside the browser: a change re-planned among 5,000 tasks and 8,000 links, and its growth
 * from 500; the page of a mission of 2,000 tasks, its time and its bytes as they travel.
 */
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { addDays } from '#core/calendar/days.ts';
import { replan, type PlanNode } from '#core/schedule/network/index.ts';
import { bigPlan } from '#core/schedule/network/network.fixture.ts';
import type { Context } from '#server/context.ts';
import { memoryClient, openBackend, readSettings } from '#server/backend/index.ts';
import { readRecord } from '#server/backend/cluster/index.ts';
import { demoPassword } from '#server/demo/people.ts';
import { diskStore } from '#server/files/store.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { freezePlan } from '#server/schedule/baselines.ts';
import { importPlan, type PlanChanges } from '#server/schedule/import-plan.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import type { Figure } from './obligations.ts';

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** A plan whose links all hold, so that what moves is what one change brings about. */
function settled(tasks: number, links: number) {
	const plan = bigPlan(tasks, links);
	const to = new Map(
		replan(plan.nodes, plan.links, [], makeCalendar('FR')).moves.map((move) => [move.id, move.to])
	);
	const nodes: PlanNode[] = plan.nodes.map((node) => ({ ...node, ...to.get(node.id) }));
	return { nodes, links: plan.links };
}

/** The median time to re-plan after the first task is put ten days later, on a calendar nobody has counted yet. */
function replanned(tasks: number, links: number): { ms: number; moved: number } {
	const plan = settled(tasks, links);
	const first = plan.nodes[0]!;
	const edit = { id: first.id, startsOn: addDays(first.startsOn, 10), endsOn: addDays(first.endsOn, 10) };
	const took: number[] = [];
	let moved = 0;
	for (let i = 0; i < 45; i++) {
		const calendar = makeCalendar('FR');
		const began = performance.now();
		moved = replan(plan.nodes, plan.links, [edit], calendar, 'push').moves.length;
		if (i >= 5) took.push(performance.now() - began);
	}
	return { ms: median(took), moved };
}

/** The rows for the bench that need no server. */
export function replanFigures(): Figure[] {
	const [small, big] = [replanned(500, 800), replanned(5000, 8000)];
	return [
		{
			figure: `replanification de 5 000 tâches et 8 000 liens (${big.moved} lignes déplacées)`,
			measured: `${big.ms.toFixed(1)} ms`,
			aim: '< 30 ms'
		},
		{
			figure: 'de 500 tâches à 5 000',
			measured: `${small.ms.toFixed(2)} → ${big.ms.toFixed(1)} ms, soit × ${(big.ms / small.ms / 10).toFixed(2)} par tâche`,
			aim: 'presque linéaire (× 1)'
		}
	];
}

/** Gives a mission of the demonstration that has no task of its own a plan of that size, in the running store. */
async function fill(dataDir: string, slug: string, tasks: number, links: number): Promise<void> {
	const record = await readRecord(join(dataDir, 'postgres'));
	if (!record?.alive) throw new Error('The server to measure is not running.');
	const settings = readSettings({ JALON_DATA_DIR: dataDir, DATABASE_URL: record.ownerUrl });
	const backend = await openBackend(settings);
	try {
		const client = memoryClient(backend);
		const email = 'chef-de-projet@demo.test';
		const { data, error } = await client.auth.signInWithPassword({ email, password: demoPassword });
		if (error) throw error;
		const files = diskStore(join(dataDir, 'files'));
		const ctx: Context = { client, backend, settings, files, userId: data.user.id, person: null };
		const mission = await readMission(ctx, slug);
		const view = await readSchedule(ctx, mission);
		const phases = view.items.filter((item) => item.kind === 'phase');
		const plan = settled(tasks, links);
		const changes: PlanChanges = {
			fileName: 'mesure',
			added: plan.nodes.map(({ id, startsOn, endsOn }, i) => ({
				...{ key: id, kind: 'task', code: `T-${i + 1}` },
				values: {
					...{ title: `Tâche ${i + 1} du programme de déploiement`, startsOn, endsOn },
					phaseId: phases[i % Math.max(1, phases.length)]?.id ?? null,
					...(i % 3 === 0 ? { assignee: 'Inès Lambert' } : {})
				}
			})),
			changed: [],
			removed: [],
			links: plan.links.map(({ from, to, type, lag, lagUnit }) => ({
				...{ from: `new:${from}`, to: `new:${to}` },
				after: { type, lag, lagUnit }
			}))
		};
		await importPlan(ctx, mission.id, view.stamp, changes);
		await freezePlan(ctx, mission.id, { name: 'Planning accepté', reason: 'Mesure' });
	} finally {
		await backend.close();
	}
}

/** One page as a browser asks for it, its bytes as they travel. */
function page(url: string, cookie: string): Promise<{ ms: number; travelled: number; whole: number }> {
	const began = performance.now();
	return new Promise((resolve, reject) => {
		const asked = request(
			url,
			{ headers: { cookie, 'accept-encoding': 'gzip, deflate, br' } },
			(answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('end', () => {
					const bytes = Buffer.concat(parts);
					const ms = performance.now() - began;
					if (answer.statusCode !== 200)
						return reject(new Error(`${url} answered ${answer.statusCode}`));
					const whole =
						answer.headers['content-encoding'] === 'br'
							? brotliDecompressSync(bytes).length
							: bytes.length;
					resolve({ ms, travelled: bytes.length, whole });
				});
			}
		);
		asked.on('error', reject);
		asked.end();
	});
}

/** The rows for the bench that need the served application, whose demonstration is filled for it. */
export async function schedulePageFigures(
	dataDir: string,
	origin: string,
	cookie: string
): Promise<Figure[]> {
	await fill(dataDir, 'redal', 2000, 3200);
	const rows: Figure[] = [];
	for (const [what, path] of [
		['planning de 2 000 tâches et 3 200 liens', '/missions/redal/schedule'],
		[
			'ses données seules, à chaque relecture',
			'/missions/redal/schedule/__data.json?x-sveltekit-invalidated=0001'
		]
	] as const) {
		const seen = [];
		for (let i = 0; i < 25; i++) seen.push(await page(origin + path, cookie));
		const last = seen.at(-1)!;
		rows.push({
			figure: `${what} : temps du serveur, octets transmis`,
			measured: `${median(seen.slice(5).map(({ ms }) => ms)).toFixed(0)} ms, ${(last.travelled / 1000).toFixed(0)} ko (${(last.whole / 1000).toFixed(0)} ko avant compression)`,
			aim: '< 150 ms, < 400 ko'
		});
	}
	return rows;
}
