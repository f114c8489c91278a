import { accept, send, waive } from '../../acts/obligations.ts';
import type { Step } from '../../stage.ts';

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
			await waive(
				stage,
				'E-S5/2019-10',
				'Le marché a été notifié le 29 octobre ; la réunion de lancement du 5 novembre en tient lieu.'
			);
		}
	},
	{
		on: '2019-11-15',
		play: (stage) => send(stage, 'E-S1/E-COTECH-01', 'Support du comité technique.txt', technical)
	}
];
