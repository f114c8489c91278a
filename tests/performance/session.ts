/** The time the server takes to save what is said of one item of a session, by the route a page uses. */
import { join } from 'node:path';
import { memoryClient, openBackend, readSettings } from '#server/backend/index.ts';
import { readRecord } from '#server/backend/cluster/index.ts';
import { demoPassword } from '#server/demo/people.ts';
import type { Context } from '#server/context.ts';
import { diskStore } from '#server/files/store.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { readMission } from '#server/missions/read-mission.ts';
import type { Figure } from './obligations.ts';

const slug = 'eure-et-loir';

/** A session of thirty items, opened in the running store. @returns its code and the id of an item in its middle */
async function openSession(dataDir: string): Promise<{ code: string; item: string }> {
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
		const { data: body } = await client
			.from('committees')
			.select('id')
			.eq('kind', 'copil')
			.limit(1)
			.single();
		const planned = {
			committee: body!.id,
			title: 'Mesure',
			heldOn: mission.today,
			startsAt: '',
			place: ''
		};
		const code = await planMeeting(ctx, planned);
		const items = Array.from({ length: 30 }, (_, i) => ({
			title: `Point ${i + 1}`,
			purpose: 'information' as const,
			minutes: '',
			conclusion: ''
		}));
		const { id, sections } = await readMeeting(ctx, mission, code);
		await saveAgenda(ctx, id, sections.agenda, items);
		for (const to of ['convened', 'in_session'] as const)
			await moveMeeting(ctx, id, (await readMeeting(ctx, mission, code)).version, to, 'Mesure');
		const meeting = await readMeeting(ctx, mission, code);
		return { code, item: meeting.agenda[15]!.id };
	} finally {
		await backend.close();
	}
}

/** @param timed gives the median time of a work, in milliseconds */
export async function sessionFigures(
	dataDir: string,
	origin: string,
	cookie: string,
	timed: (rounds: number, work: () => unknown) => Promise<number>
): Promise<Figure[]> {
	const { code, item } = await openSession(dataDir);
	const address = `${origin}/missions/${slug}/meetings/${code}/items`;
	const headers = { cookie, origin, 'content-type': 'application/json', accept: 'application/json' };
	let version = 1;
	const long = 'Ce qui se dit en séance, phrase après phrase. '.repeat(200);
	const save = async () => {
		const body = JSON.stringify({ version, minutes: `${long}${version}`, conclusion: '' });
		const answer = await fetch(`${address}/${item}`, { method: 'PUT', headers, body });
		if (!answer.ok) throw new Error(`the save answered ${answer.status}`);
		({ version } = (await answer.json()) as { version: number });
	};
	const news = async () => {
		const answer = await fetch(`${address}/news?since=2200-01-01T00:00:00Z`, { headers });
		if (!answer.ok) throw new Error(`the news answered ${answer.status}`);
		await answer.json();
	};
	return [
		{
			figure: 'séance : enregistrer la saisie d’un point (9 200 caractères, 30 points)',
			measured: `${(await timed(60, save)).toFixed(1)} ms`,
			aim: '< 30 ms'
		},
		{
			figure: 'séance : demander ce que les autres ont saisi',
			measured: `${(await timed(60, news)).toFixed(1)} ms`,
			aim: '< 20 ms'
		}
	];
}
