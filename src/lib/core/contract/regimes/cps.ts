import type { Regime } from './types.ts';

/**
 * A Moroccan contract under its own CPS, which may cite the CCAG-EMO (decree 2-01-2332 of 4 June 2002). That text
 * leaves the figures to the CPS: nothing here is a number, and silence accepts nothing by default.
 */
export const cps: Regime = {
	name: 'cps',
	title: 'CPS marocain (CCAG-EMO s’il est cité)',
	warning:
		'Les délais de vérification et de correction, le taux et le plafond des pénalités viennent du CPS ; rien n’est supposé, et le silence ne vaut pas acceptation.',
	words: {
		admit: 'acceptation sans réserve',
		admitTacitly: null,
		adjourn: 'demande de corrections',
		reduce: null,
		reject: 'refus motivé pour insuffisance grave',
		final: 'réception définitive',
		buyer: 'maître d’ouvrage',
		contractor: 'prestataire',
		source: 'clause usuelle des CPS ; CCAG-EMO, art. 47'
	},
	verification: 'from_contract',
	adjournment: 'from_contract',
	hearing: 'unknown',
	penalty: 'from_contract',
	notification: 'unknown',
	asks: [
		'Quel délai le CPS donne-t-il pour vérifier un document (CCAG-EMO, art. 47) ?',
		'Quel délai pour remettre les corrections, et combien de tours de correction ?',
		'Quel taux de pénalité par mille et par jour (CCAG-EMO, art. 42) ?',
		'Quel plafond des pénalités, en pour-cent du marché ?',
		'Qui signe le procès-verbal de réception ?',
		'Le CPS cite-t-il le CCAG-EMO ?'
	]
};
