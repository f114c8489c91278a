/**
 * npm run bench: figures, never a test. Each is measured in this run on this machine; what has something to be
 * measured against is given as a ratio. Needs a calm machine and about four minutes.
 */
import { chmod, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { removeCluster } from '#server/backend/cluster/index.ts';
import { chartFigures } from './chart.ts';
import { heavyMinutes, plainMinutes } from './minutes-heavy.ts';
import { minutesModel } from './minutes-model.ts';
import { obligationFigures } from './obligations.ts';
import { replanFigures, schedulePageFigures } from './schedule.ts';
import { sessionFigures } from './session.ts';
import { serveBuilt, signIn } from './serve-built.ts';

const port = Number(process.env.JALON_BENCH_PORT ?? 4199);
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function timed(rounds: number, work: () => unknown): Promise<number> {
	const took: number[] = [];
	for (let i = 0; i < rounds + 5; i++) {
		const began = performance.now();
		await work();
		if (i >= 5) took.push(performance.now() - began);
	}
	return median(took);
}

const rows: { figure: string; measured: string; aim: string }[] = [];
const note = (figure: string, measured: string, aim: string) => {
	rows.push({ figure, measured, aim });
	console.log(`${figure} : ${measured} (visé : ${aim})`);
};

const dir = await mkdtemp(join(tmpdir(), 'jalon-bench-'));
await chmod(dir, 0o711);
try {
	const first = await serveBuilt(dir, port);
	note(
		'premier démarrage, démonstration comprise',
		`${(first.firstPageMs / 1000).toFixed(2)} s`,
		'sans objet'
	);
	await first.stop();
	const served = await serveBuilt(dir, port);
	note('second démarrage jusqu’à la première page', `${(served.firstPageMs / 1000).toFixed(2)} s`, '< 5 s');
	try {
		const cookie = await signIn(served.origin, 'chef-de-projet@demo.test');
		const get = async (path: string) => {
			const answer = await fetch(served.origin + path, { headers: { cookie } });
			if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
			return new Uint8Array(await answer.arrayBuffer());
		};
		for (const path of [
			'/missions/eure-et-loir',
			'/missions/eure-et-loir/deliverables',
			'/missions/eure-et-loir/schedule',
			'/'
		])
			note(`médiane de ${path}`, `${(await timed(60, () => get(path))).toFixed(1)} ms`, '< 20 ms');

		const people = [
			'chef-de-projet',
			'signataire',
			'copil',
			'copil2',
			'copil3',
			'consultant-chef',
			'consultant',
			'observateur',
			'copil',
			'consultant'
		];
		const cookies = await Promise.all(people.map((p) => signIn(served.origin, `${p}@demo.test`)));
		let next = 0;
		const load = await autocannon({
			url: `${served.origin}/missions/eure-et-loir/deliverables`,
			connections: 10,
			duration: 10,
			setupClient: (client) => client.setHeaders({ cookie: cookies[next++ % cookies.length] })
		});
		if (load.non2xx > 0) throw new Error(`${load.non2xx} answers were not 2xx`);
		note(
			'registre des livrables, 10 clients connectés',
			`${load.requests.average.toFixed(0)} requêtes/s`,
			'> 160'
		);

		// Minutes that went out are served as they were kept: those of a session are made each time.
		const heavy = await heavyMinutes(dir);
		const heavyRoute = await timed(40, () =>
			get(`/missions/eure-et-loir/meetings/${heavy}/minutes.docx`)
		);
		note(
			'compte rendu Word par la route, 30 points, 40 personnes, 60 actions',
			`${heavyRoute.toFixed(1)} ms`,
			'< 60 ms'
		);
		const kept = await timed(40, () => get('/missions/eure-et-loir/meetings/E-COPIL-01/minutes.docx'));
		note('compte rendu scellé par la route', `${kept.toFixed(1)} ms`, '< 20 ms');
		await plainMinutes(dir);
		const route = await timed(40, () => get(`/missions/eure-et-loir/meetings/${heavy}/minutes.docx`));
		const template = await readFile('templates/documents/minutes.docx');
		const model = await minutesModel(dir, heavy);
		const bare = await timed(40, () => {
			const document = new Docxtemplater(new PizZip(template), {
				paragraphLoop: true,
				linebreaks: true,
				nullGetter: () => ''
			});
			document.render(model);
			return document.toBuffer();
		});
		note(
			'compte rendu Word par la route / docxtemplater seul',
			`${route.toFixed(1)} ms / ${bare.toFixed(1)} ms = ${(route / bare).toFixed(2)}`,
			'≤ 1,3'
		);
		for (const { figure, measured, aim } of await sessionFigures(dir, served.origin, cookie, timed))
			note(figure, measured, aim);
		// Fills a mission: last, so that nothing before is measured with it.
		for (const { figure, measured, aim } of await schedulePageFigures(dir, served.origin, cookie))
			note(figure, measured, aim);
	} finally {
		await served.stop();
	}
	for (const { figure, measured, aim } of replanFigures()) note(figure, measured, aim);
	for (const { figure, measured, aim } of await obligationFigures()) note(figure, measured, aim);
	await chartFigures(({ figure, measured, aim }) => note(figure, measured, aim));
} finally {
	await removeCluster(join(dir, 'postgres'));
}
console.table(rows);
