import type { Regime } from './types.ts';

const day = (count: number) => ({ count, unit: 'day' as const });

/** CCAG-FCS approved on 30 March 2021: articles 14 (penalties), 28 to 30 (verification and its decisions). */
export const ccagFcs2021: Regime = {
	name: 'ccag-fcs-2021',
	title: 'CCAG-FCS 2021 (fournitures courantes et services)',
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
		source: 'CCAG-FCS 2021, art. 30'
	},
	verification: {
		delay: day(15),
		from: 'submitted',
		silence: 'admitted',
		source: 'CCAG-FCS 2021, art. 28.2',
		toCheck: null
	},
	adjournment: {
		acceptWithin: day(10),
		resubmitWithin: day(15),
		decideWithin: day(15),
		verificationRestarts: true,
		source: 'CCAG-FCS 2021, art. 30.2',
		toCheck: 'Lu dans le texte de 2009 (art. 25.2), de même rédaction.'
	},
	hearing: {
		observationsWithin: day(15),
		source: 'CCAG-FCS 2021, art. 30.3 et 30.4',
		toCheck: 'Le délai de quinze jours n’a pas été lu dans le texte : vérifiez les articles 30.3 et 30.4.'
	},
	penalty: {
		divisor: 1000,
		exemptUpTo: 1000,
		currency: 'EUR',
		capPercent: 10,
		adversarial: true,
		observationsWithin: day(15),
		days: 'calendar',
		source: 'CCAG-FCS 2021, art. 14.1.1 (formule, observations) et 14.1.2 (plafond)',
		toCheck: 'Le plafond est appliqué avant l’exonération : cet ordre est une convention.'
	},
	notification: {
		deemedReceivedAfter: day(8),
		source: 'CCAG 2021, art. 3.1 (profil d’acheteur)',
		toCheck: 'Lu dans les textes Travaux et MOE de 2021, de même rédaction.'
	},
	asks: ['Le CCAP déroge-t-il aux articles 14, 28 ou 30 ?']
};
