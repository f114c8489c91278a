import type { Regime } from './types.ts';

const day = (count: number) => ({ count, unit: 'day' as const });

/** CCAG-PI approved on 30 March 2021: articles 14 (penalties), 28 and 29 (verification and its decisions). */
export const ccagPi2021: Regime = {
	name: 'ccag-pi-2021',
	title: 'CCAG-PI 2021 (prestations intellectuelles)',
	warning: 'Le dernier article du CCAP liste les dérogations : lisez-le avant de retenir un délai du CCAG.',
	words: {
		admit: 'admission',
		admitTacitly: 'admission tacite',
		adjourn: 'ajournement',
		reduce: 'admission avec réfaction',
		reject: 'rejet',
		final: null,
		buyer: 'acheteur',
		contractor: 'titulaire',
		source: 'CCAG-PI 2021, art. 29'
	},
	verification: {
		delay: { count: 2, unit: 'month' },
		from: 'submitted',
		silence: 'admitted',
		source: 'CCAG-PI 2021, art. 28.2 (délai) et 29 (silence)',
		toCheck:
			'Les deux mois ont été lus dans le texte de 2009, pas dans celui de 2021 : vérifiez l’article 28.2.'
	},
	adjournment: {
		acceptWithin: day(10),
		resubmitWithin: day(15),
		decideWithin: day(15),
		verificationRestarts: true,
		source: 'CCAG-PI 2021, art. 29.2',
		toCheck:
			'Dix et quinze jours ont été lus dans le texte parallèle du CCAG-FCS : vérifiez l’article 29.2.'
	},
	hearing: {
		observationsWithin: day(15),
		source: 'CCAG-PI 2021, art. 29.3 et 29.4',
		toCheck: 'Le délai de quinze jours n’a pas été lu dans le texte : vérifiez les articles 29.3 et 29.4.'
	},
	penalty: {
		divisor: 3000,
		exemptUpTo: 1000,
		currency: 'EUR',
		capPercent: 10,
		adversarial: true,
		observationsWithin: day(15),
		days: 'calendar',
		source: 'CCAG-PI 2021, art. 14.1.1 (formule, observations) et 14.1.2 (plafond)',
		toCheck: 'Le plafond est appliqué avant l’exonération : cet ordre est une convention.'
	},
	notification: {
		deemedReceivedAfter: day(8),
		source: 'CCAG 2021, art. 3.1 (profil d’acheteur)',
		toCheck: 'Lu dans les textes Travaux et MOE de 2021, de même rédaction.'
	},
	asks: ['Le CCAP déroge-t-il aux articles 14, 28 ou 29 ?']
};
