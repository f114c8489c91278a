import { DomainError } from '#core/errors.ts';
import { answerObligation, sendObligation, closeObligation } from '#server/obligations/act-on.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { consultant, manager, type Stage, type Step } from '../../stage.ts';

/** Somebody who acts on one obligation, as it stands when they open it. */
async function at(stage: Stage, email: string, key: string) {
	const ctx = await stage.as(email);
	const mission = await stage.mission(email);
	const { lines, contract } = await readObligations(ctx, mission, 'fr');
	const line = lines.find((one) => one.key === key);
	if (!line) throw new DomainError('not_found', { key });
	return { ctx, mission, line, contract };
}

/** The contractor sends the paper of a meeting to the contract's recipients. */
async function send(stage: Stage, key: string, name: string, text: string): Promise<void> {
	const { ctx, mission, line, contract } = await at(stage, consultant, key);
	await sendObligation(ctx, mission, {
		id: line.id,
		version: line.version,
		sentOn: mission.today,
		sentTo: contract.recipients.flatMap((one) => one.email ?? []),
		note: '',
		file: new File([text], name, { type: 'text/plain' })
	});
}

async function accept(stage: Stage, key: string): Promise<void> {
	const { ctx, line } = await at(stage, manager, key);
	await answerObligation(ctx, { id: line.id, version: line.version, answer: 'accept', reason: '' });
}

const launch = `Comité de lancement, 5 novembre 2019
1. Ce que demande le marché, phase par phase
2. Les sites à observer : proposition de liste
3. Composition du comité de pilotage
4. Calendrier de la phase 1
`;
const technical = `Comité technique, 19 novembre 2019
1. Grille d’observation des sites
2. Entretiens : qui, quand
3. Points de contact déjà relevés
`;

export const obligationSteps: Step[] = [
	{
		on: '2019-10-31',
		play: (stage) => send(stage, 'E-S3/E-COPIL-01', 'Support du comité de lancement.txt', launch)
	},
	{
		on: '2019-11-04',
		async play(stage) {
			await accept(stage, 'E-S3/E-COPIL-01');
			const { ctx, line } = await at(stage, manager, 'E-S5/2019-10');
			await closeObligation(ctx, {
				id: line.id,
				version: line.version,
				closing: 'waived',
				reason: 'Le marché a été notifié le 29 octobre ; la réunion de lancement du 5 novembre en tient lieu.'
			});
		}
	},
	{
		on: '2019-11-15',
		play: (stage) => send(stage, 'E-S1/E-COTECH-01', 'Support du comité technique.txt', technical)
	}
];
