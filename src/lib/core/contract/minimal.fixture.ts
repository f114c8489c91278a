/** The smallest file the format accepts; tests bend it. */
export function minimalContract() {
	return {
		jalon: 1,
		slug: 'essai',
		title: 'Mission d’essai',
		short: 'Essai',
		reference: 'E-1',
		source: { kind: 'CCTP', title: 'Essai' },
		regime: 'unknown',
		calendar: 'FR',
		parties: [
			{ key: 'client', name: 'Client', side: 'client' },
			{ key: 'contractor', name: 'Titulaire', side: 'contractor' }
		],
		anchors: [{ name: 'notification', label: 'Notification', tbd: 'à venir' }] as Record<
			string,
			unknown
		>[],
		phases: [
			{
				code: 'X-P1',
				title: 'Phase unique',
				start: { on: 'notification' },
				end: { after: 'notification', count: 1, unit: 'month' }
			}
		] as Record<string, unknown>[],
		committees: [
			{
				code: 'X-COPIL',
				kind: 'copil',
				title: 'Comité',
				composition: [],
				chair: 'Directeur général',
				cadence: { words: 'à la fin' },
				powers: 'valide'
			}
		] as Record<string, unknown>[],
		penalties: { undetermined: true, why: 'voir CCAP' }
	};
}
