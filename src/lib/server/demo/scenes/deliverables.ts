import { castVote } from '#server/deliverables/cast-vote.ts';
import { handIn } from '#server/deliverables/hand-in.ts';
import { putDraft } from '#server/deliverables/put-draft.ts';
import { readDeliverable } from '#server/deliverables/read-deliverable.ts';
import { writeShell } from '#server/deliverables/write-shell.ts';
import { contactPoints, usersList, usersRows } from '../papers/e-l13.ts';
import { fillShell } from '../papers/fill-shell.ts';
import { asCsv, asXlsx } from '../papers/tables.ts';
import type { Stage, Step } from '../stage.ts';

/**
 * E-L13 is written in its shell and handed in by the contractor's lead, with the list as the data the contract asks
 * for; E-L11 is under way, put aside.
 */
async function handInUsersList(stage: Stage): Promise<void> {
	const { slug } = stage;
	const consultant = await stage.as('consultant@demo.test');
	const shell = await writeShell(consultant, slug, 'E-L13');
	const bytes = fillShell(shell.bytes, usersList);
	const called = (extension: string) => shell.name.replace(/\.docx$/, extension);
	const files: string[] = [];
	for (const file of [
		{ name: shell.name, bytes },
		{ name: called('.xlsx'), bytes: asXlsx('Profils', usersRows) },
		{ name: called('.csv'), bytes: asCsv(usersRows) }
	])
		files.push((await putDraft(consultant, slug, 'E-L13', file)).id);
	await putDraft(consultant, slug, 'E-L11', {
		name: 'Points de contact, relevé en cours.csv',
		bytes: new TextEncoder().encode(contactPoints)
	});
	await handIn(await stage.as('consultant-chef@demo.test'), slug, 'E-L13', {
		files,
		note: 'Première version, pour validation. Le comité est invité à regarder en particulier la règle de remplacement, § 2.'
	});
}

/** One of the three members of the committee speaks; the chair and the third still have to. */
async function firstVote(stage: Stage): Promise<void> {
	const member = await stage.as('copil2@demo.test');
	const { versions } = await readDeliverable(member, stage.slug, 'E-L13');
	const [version] = versions;
	if (!version) throw new Error('E-L13 was not handed in');
	await castVote(member, { version: version.id, seen: version.sha256, choice: 'approve', reason: '' });
}

export const deliverableSteps: Step[] = [
	{ on: '2019-11-28', play: handInUsersList },
	{ on: '2019-11-29', play: firstVote }
];
