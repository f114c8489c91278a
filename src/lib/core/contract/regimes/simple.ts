import type { Regime } from './types.ts';

/** A project without general conditions: papers are handed in, commented and approved, with no legal clock. */
export const simple: Regime = {
	name: 'simple',
	title: 'Projet simple (aucune condition générale)',
	warning: 'Aucun délai légal ne court : ni admission tacite, ni pénalité, sauf clause du contrat.',
	words: {
		admit: 'validation',
		admitTacitly: null,
		adjourn: 'demande de corrections',
		reduce: null,
		reject: 'refus',
		final: null,
		buyer: 'client',
		contractor: 'prestataire',
		source: 'usage'
	},
	verification: 'unknown',
	adjournment: 'unknown',
	hearing: 'unknown',
	penalty: 'unknown',
	notification: 'unknown',
	asks: []
};
