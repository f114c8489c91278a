import type { Quantity } from '#core/indicators/types.ts';

/** The columns a file of values has: names the reader of files knows, and the contract's own words. */
export function modelColumns({ measure, perFact, by, grains }: Quantity): string[] {
	const period = {
		slot: 'jour',
		day: 'jour',
		week: 'semaine',
		month: 'mois',
		year: 'année',
		mission: 'période'
	};
	const over = {
		ratio: measure?.kind === 'ratio' ? measure.over : '',
		mean: 'nombre',
		gap: 'sur'
	} as const;
	const kind = measure?.kind;
	return [
		period[grains[0]!],
		...(grains[0] === 'slot' ? ['tranche'] : []),
		...(perFact || by !== null ? ['libellé'] : []),
		kind === 'ratio' ? measure!.of : 'valeur',
		...(kind === 'ratio' || kind === 'mean' || kind === 'gap' ? [over[kind]] : [])
	];
}
