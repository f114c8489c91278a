import type { Regime } from './types.ts';

const day = (count: number) => ({ count, unit: 'day' as const });

/** CCAG-PI of 16 September 2009: articles 14 (penalties), 26 and 27 (verification and its decisions). */
export const ccagPi2009: Regime = {
	name: 'ccag-pi-2009',
	title: 'CCAG-PI 2009 (prestations intellectuelles)',
	warning: 'Le dernier article du CCAP liste les dérogations : lisez-le avant de retenir un délai du CCAG.',
	words: {
		admit: 'réception',
		admitTacitly: 'réception tacite',
		adjourn: 'ajournement',
		reduce: 'réception avec réfaction',
		reject: 'rejet',
		final: null,
		buyer: 'pouvoir adjudicateur',
		contractor: 'titulaire',
		source: 'CCAG-PI 2009, art. 26.2 et 27'
	},
	verification: {
		delay: { count: 2, unit: 'month' },
		from: 'submitted',
		silence: 'admitted',
		source: 'CCAG-PI 2009, art. 26.2',
		toCheck: 'L’effet du silence (« reçues ») n’a pas été lu dans le texte : vérifiez l’article 26.2.'
	},
	adjournment: {
		acceptWithin: day(10),
		resubmitWithin: day(15),
		decideWithin: day(15),
		verificationRestarts: true,
		source: 'CCAG-PI 2009, art. 27.2',
		toCheck:
			'Dix et quinze jours ont été lus dans le texte parallèle du CCAG-FCS : vérifiez l’article 27.2.'
	},
	hearing: {
		observationsWithin: day(15),
		source: 'CCAG-PI 2009, art. 27.3 et 27.4',
		toCheck: 'Le délai de quinze jours n’a pas été lu dans le texte : vérifiez les articles 27.3 et 27.4.'
	},
	penalty: {
		divisor: 3000,
		exemptUpTo: 1000,
		currency: 'EUR',
		capPercent: null,
		adversarial: false,
		observationsWithin: null,
		days: 'calendar',
		source: 'CCAG-PI 2009, art. 14.1 (formule) et 14.3 (exonération)',
		toCheck:
			'Que les samedis, dimanches et fériés comptent vient du texte Travaux ; la formule de variation de l’article 14.2 est à appliquer au montant si le prix en a une.'
	},
	notification: 'unknown',
	asks: ['Le CCAP déroge-t-il aux articles 14, 26 ou 27 ?', 'Le prix porte-t-il une formule de variation ?']
};
