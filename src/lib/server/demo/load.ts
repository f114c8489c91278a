import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#core/errors.ts';
import { readContract } from '#server/contract/read.ts';
import { importMission } from '#server/missions/import-mission.ts';
import { demoPassword, demoPeople } from './people.ts';
import { playEureEtLoir } from './scenes/eure-et-loir.ts';
import { makeStage, type Theatre } from './stage.ts';

/**
 * Fills an empty store with the demonstration: the contract file goes through the ordinary import, and what happened
 * until the day it plays on is played by its people, through the same verbs as the pages.
 */
export async function loadDemo(theatre: Theatre): Promise<void> {
	const { door } = theatre.backend;
	if (!door) throw new DomainError('not_allowed');
	await door.markDemo('demo_begun');
	theatre.settings.log('Chargement de la démonstration…');
	const text = await readFile(join(theatre.settings.templatesDir, 'missions', 'eure-et-loir.yaml'), 'utf8');
	const read = readContract(text);
	if (!read.ok) throw new Error(`The demonstration's contract file: ${JSON.stringify(read.problems[0])}`);
	const mission = await importMission(door, read.contract, text, {
		anchors: { notification: '2019-10-29' },
		demo: { playsOn: '2019-10-29' },
		parties: {
			contractor: { name: 'Perche Conseil (cabinet de démonstration)', shortName: 'Perche Conseil' }
		}
	});
	for (const person of demoPeople) {
		await door.createUser(person.email, demoPassword);
		if (person.place)
			await door.enrol(mission, {
				email: person.email,
				fullName: person.fullName,
				organisation: person.place.party,
				role: person.place.role,
				functionTitle: person.place.functionTitle,
				startsOn: '2019-10-29'
			});
		await door.markDemoPerson(person.email, person.fullName, person.administrator ?? false);
	}
	await playEureEtLoir(makeStage(theatre, 'eure-et-loir'));
	await door.markDemo('demo_done');
}
