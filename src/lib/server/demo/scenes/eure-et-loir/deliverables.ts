import { putDraft } from '#server/deliverables/put-draft.ts';
import { handInPaper, vote } from '../../acts/deliverables.ts';
import { contactPoints, usersList, usersRows } from '../../papers/e-l13.ts';
import { asCsv, asXlsx } from '../../papers/tables.ts';
import { committee, consultant, type Stage, type Step } from '../../stage.ts';

/**
 * E-L13 is written in its shell and handed in by the contractor's lead, with the list as the data the contract asks
 * for; E-L11 is under way, put aside.
 */
async function handInUsersList(stage: Stage): Promise<void> {
	await putDraft(await stage.as(consultant), stage.slug, 'E-L11', {
		name: 'Points de contact, relevé en cours.csv',
		bytes: new TextEncoder().encode(contactPoints)
	});
	await handInPaper(
		stage,
		'E-L13',
		usersList,
		'Première version, pour validation. Le comité est invité à regarder en particulier la règle de remplacement, § 2.',
		{ '.xlsx': asXlsx('Profils', usersRows), '.csv': asCsv(usersRows) }
	);
}

export const deliverableSteps: Step[] = [
	{ on: '2019-11-28', play: handInUsersList },
	// One of the three members of the committee speaks; the chair and the third still have to.
	{ on: '2019-11-29', play: (stage) => vote(stage, 'E-L13', committee[1]) }
];
