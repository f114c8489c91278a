import type { TableWords } from './table/write.ts';

/** The words of a table, for tests. */
export const words: TableWords = {
	columns: {
		number: 'N°',
		code: 'Code',
		kind: 'Nature',
		title: 'Intitulé',
		phase: 'Phase',
		startsOn: 'Début',
		endsOn: 'Fin',
		progress: 'Avancement (%)',
		links: 'Prédécesseurs',
		constraint: 'Contrainte',
		constraintOn: 'Date de la contrainte',
		limitOn: 'Limite du contrat',
		actualStart: 'Début réel',
		actualEnd: 'Fin réelle',
		assignee: 'Responsable',
		organisation: 'Organisation',
		notes: 'Notes',
		baselineStart: 'Début de référence',
		baselineEnd: 'Fin de référence',
		id: 'Repère Jalon'
	},
	kind: { phase: 'Phase', task: 'Tâche', milestone: 'Jalon', meeting: 'Réunion' },
	constraint: { must_start: 'Doit commencer le', not_before: 'Pas avant le', not_after: 'Pas après le' }
};
