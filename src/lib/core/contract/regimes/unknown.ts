import type { Regime } from './types.ts';

/** The papers at hand name no general conditions. Every figure is unknown, which is neither zero nor a default. */
export const unknownRegime: Regime = {
	name: 'unknown',
	title: 'Inconnu, voir CCAP ou CPS',
	warning:
		'Le document remis ne nomme pas ses conditions générales : délais de vérification, effet du silence et pénalités sont indéterminés. Voir le CCAP ou le CPS.',
	words: {
		admit: 'admission',
		admitTacitly: null,
		adjourn: 'ajournement',
		reduce: 'admission avec réfaction',
		reject: 'rejet',
		final: null,
		buyer: 'client',
		contractor: 'titulaire',
		source: 'vocabulaire par défaut'
	},
	verification: 'unknown',
	adjournment: 'unknown',
	hearing: 'unknown',
	penalty: 'unknown',
	notification: 'unknown',
	asks: ['Quelles conditions générales le CCAP ou le CPS cite-t-il, et de quelle année ?']
};
