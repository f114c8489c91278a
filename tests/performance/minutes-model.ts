import { join } from 'node:path';
import { buildMinutes } from '#core/documents/minutes.ts';
import { minutesDocument } from '#core/meetings/minutes-document.ts';
import { memoryClient, openBackend, readSettings } from '#server/backend/index.ts';
import { readRecord } from '#server/backend/cluster/index.ts';
import { demoPassword } from '#server/demo/people.ts';
import type { Context } from '#server/context.ts';
import { diskStore } from '#server/files/store.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { readMission } from '#server/missions/read-mission.ts';

/** What the route fills the template with for one meeting, so that bare docxtemplater fills it with the same. */
export async function minutesModel(dataDir: string, code: string): Promise<object> {
	const record = await readRecord(join(dataDir, 'postgres'));
	if (!record?.alive) throw new Error('The server to measure is not running.');
	const settings = readSettings({ JALON_DATA_DIR: dataDir, DATABASE_URL: record.ownerUrl });
	const backend = await openBackend(settings);
	try {
		const client = memoryClient(backend);
		const { data, error } = await client.auth.signInWithPassword({
			email: 'chef-de-projet@demo.test',
			password: demoPassword
		});
		if (error) throw error;
		const ctx: Context = {
			client,
			backend,
			settings,
			files: diskStore(join(dataDir, 'files')),
			userId: data.user.id,
			person: null
		};
		const mission = await readMission(ctx, 'eure-et-loir');
		const meeting = await readMeeting(ctx, mission, code);
		return buildMinutes(
			minutesDocument({
				contract: { title: mission.title },
				client: 'Client',
				contractor: 'Titulaire',
				meeting
			})
		);
	} finally {
		await backend.close();
	}
}
