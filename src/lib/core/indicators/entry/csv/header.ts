import type { Quantity } from '../../types.ts';

export const columns = ['indicator', 'period', 'slot', 'label', 'value', 'over'] as const;
export type Column = (typeof columns)[number];

const names: Record<Column, string[]> = {
	indicator: ['indicateur', 'code', 'indicator'],
	period: ['periode', 'date', 'jour', 'mois', 'annee', 'semaine', 'period', 'day', 'month', 'week', 'year'],
	slot: ['tranche', 'tranche horaire', 'creneau', 'heure', 'slot'],
	label: ['libelle', 'objet', 'fait', 'item', 'reference', 'label'],
	value: ['valeur', 'numerateur', 'value', 'numerator'],
	over: ['sur', 'denominateur', 'nombre', 'poids', 'over', 'denominator', 'weight']
};

/** Without case, accents or idle blanks. */
const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[\s\u00a0\u202f_]+/g, ' ')
		.trim()
		.toLowerCase();

export type Header = {
	/** Where each column stands, from 0. */
	places: Partial<Record<Column, number>>;
	/** Written in the file and not read. */
	ignored: string[];
	/** The same column twice: its name. */
	twice: string | null;
};

/** Which column is which: by its name in French or English, or by the contract's own words (« appels reçus »). */
export function readHeader(cells: readonly string[], quantity: Quantity): Header {
	const { measure } = quantity;
	const known = new Map<string, Column>();
	for (const column of columns) for (const name of names[column]) known.set(name, column);
	if (measure) known.set(plain(measure.of), 'value');
	if (measure?.kind === 'ratio') known.set(plain(measure.over), 'over');
	const found: Header = { places: {}, ignored: [], twice: null };
	cells.forEach((cell, place) => {
		const column = known.get(plain(cell));
		if (!column) {
			if (cell.trim() !== '') found.ignored.push(cell.trim());
		} else if (found.places[column] !== undefined) found.twice ??= cell.trim();
		else found.places[column] = place;
	});
	return found;
}
