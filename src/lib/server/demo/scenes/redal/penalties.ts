import { chargePenalty, commentPenalty, decidePenalty, inviteToComment } from '#server/penalties/act-on.ts';
import { interruption, onPenalty, searchPenalties } from '../../acts/penalties.ts';
import { consultant, lead, manager, signatory, type Step } from '../../stage.ts';

const link = 'interruption:INT-001';

/** Article 6 at work: an interruption up to its charge, a late report notified, a shorter interruption still simulated. */
export const penaltySteps: Step[] = [
	{
		on: '2022-12-20',
		play: (stage) =>
			interruption(stage, consultant, {
				startsAt: '2022-12-20T14:05:00',
				endsAt: '2022-12-20T14:47:30',
				what: 'Le 0800 ne répond plus : aucun appel n’aboutit',
				place: 'Centre Service Client Allo Redal'
			})
	},
	{
		on: '2022-12-22',
		async play(stage) {
			await interruption(stage, manager, {
				corrects: 'INT-001',
				revision: 1,
				correction: 'Cause établie par le rapport d’incident du prestataire.',
				startsAt: '2022-12-20T14:05:00',
				endsAt: '2022-12-20T14:47:30',
				what: 'Le 0800 ne répond plus : aucun appel n’aboutit',
				place: 'Centre Service Client Allo Redal',
				attributable: 'yes',
				attributableReason:
					'Mise à jour du serveur d’appels faite en heures ouvrées, sans bascule sur le site de secours.'
			});
			await searchPenalties(stage);
			await onPenalty(stage, manager, link, (ctx, { id, version }) =>
				inviteToComment(ctx, {
					id,
					version,
					commentBy: '2023-01-13',
					message: 'Article 6 : interruption de plus de trente minutes.'
				})
			);
		}
	},
	{
		on: '2023-01-05',
		play: (stage) =>
			onPenalty(stage, lead, link, (ctx, { id, version }) =>
				commentPenalty(ctx, {
					id,
					version,
					comment:
						'Nous reconnaissons l’interruption. La mise à jour corrigeait une faille signalée le matin même, et les appels ont été rappelés dans l’après-midi. Nous demandons une réduction.'
				})
			)
	},
	{
		on: '2023-01-17',
		play: (stage) =>
			onPenalty(stage, signatory, link, (ctx, { id, version }) =>
				decidePenalty(ctx, {
					id,
					version,
					decision: 'reduced',
					amount: '3000.00',
					reason: 'La faille et les rappels sont établis ; la bascule sur le site de secours aurait évité l’arrêt.'
				})
			)
	},
	{
		on: '2023-01-31',
		play: (stage) =>
			onPenalty(stage, manager, link, (ctx, { id, version }) =>
				chargePenalty(ctx, {
					id,
					version,
					reference: 'Décompte n° 2, janvier 2023',
					chargedOn: '2023-01-31'
				})
			)
	},
	{
		on: '2023-02-13',
		play: (stage) =>
			interruption(stage, manager, {
				startsAt: '2023-02-13T09:10:00',
				endsAt: '2023-02-13T09:35:00',
				what: 'Appels coupés',
				place: 'Centre Service Client Allo Redal',
				attributable: 'no',
				attributableReason: 'Coupure du réseau de l’opérateur, constatée dans tout le quartier.'
			})
	},
	{
		on: '2023-02-21',
		play: (stage) =>
			interruption(stage, manager, {
				startsAt: '2023-02-21T16:20:00',
				endsAt: '2023-02-21T16:38:00',
				what: 'Aucun chargé de clientèle connecté',
				place: 'Centre Service Client Allo Redal',
				attributable: 'yes',
				attributableReason: 'Relève non assurée au changement d’équipe, reconnue par le prestataire.'
			})
	},
	{
		on: '2023-02-27',
		async play(stage) {
			await searchPenalties(stage);
			await onPenalty(stage, manager, 'late:R-M2/2022-12', (ctx, { id, version }) =>
				inviteToComment(ctx, {
					id,
					version,
					commentBy: '2023-03-14',
					message:
						'Article 6 : rapport de production de décembre transmis trois jours après le 10 janvier.'
				})
			);
		}
	},
	{
		on: '2023-03-02',
		play: (stage) =>
			interruption(stage, consultant, {
				startsAt: '2023-03-02T11:00:00',
				endsAt: '2023-03-02T11:25:00',
				what: 'Le chat en ligne ne s’ouvre plus',
				place: 'Agence en ligne'
			})
	}
];
