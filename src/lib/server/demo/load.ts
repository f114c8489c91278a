import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#core/errors.ts';
import { readContract } from '#server/contract/read.ts';
import { importMission } from '#server/missions/import-mission.ts';
import { demoMissions, type DemoMission } from './missions.ts';
import { demoPassword, demoPeople } from './people.ts';
import { makeCast, makeStage, type Theatre } from './stage.ts';

/**
 * Fills an empty store with the demonstration: each contract file goes through the ordinary import, and what happened
 * until the day it plays on is played by its people, through the same verbs as the pages.
 * @param missions those to load; all of them unless told
 */
export async function loadDemo(
	theatre: Theatre,
	missions: readonly DemoMission[] = demoMissions
): Promise<void> {
	const { door } = theatre.backend;
	if (!door) throw new DomainError('not_allowed');
	await door.markDemo('demo_begun');
	theatre.settings.log('Chargement de la démonstration…');
	// Passwords are slow to hash and the store is slow to answer: each works while the other waits.
	await Promise.all([
		...demoPeople.map((person) => door.createUser(person.email, demoPassword)),
		openMissions(theatre, missions)
	]);
	for (const person of demoPeople)
		await door.markDemoPerson(person.email, person.fullName, person.administrator ?? false);
	const cast = makeCast(theatre);
	// What happens in one mission does not depend on another.
	await Promise.all(missions.map(({ slug, play }) => play(makeStage(theatre, slug, cast))));
	await door.markDemo('demo_done');
}

async function openMissions(theatre: Theatre, missions: readonly DemoMission[]): Promise<void> {
	for (const mission of missions) await openMission(theatre, mission);
}

/** A mission on its first day, with its people in it. */
async function openMission({ backend, settings }: Theatre, mission: DemoMission): Promise<void> {
	const door = backend.door!;
	const text = await readFile(join(settings.templatesDir, 'missions', `${mission.slug}.yaml`), 'utf8');
	const read = readContract(text);
	if (!read.ok)
		throw new Error(`The demonstration's contract ${mission.slug}: ${JSON.stringify(read.problems[0])}`);
	const id = await importMission(door, read.contract, text, {
		anchors: mission.anchors,
		demo: { playsOn: mission.from },
		parties: mission.parties
	});
	for (const { email, fullName, place } of demoPeople) {
		if (!place) continue;
		await door.enrol(id, {
			email,
			fullName,
			organisation: place.party,
			role: place.role,
			functionTitle: mission.functions[email] ?? null,
			startsOn: mission.from
		});
	}
}
