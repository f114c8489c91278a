import type { ConstraintKind } from '../../network/types.ts';
import type { ScheduleKind } from '../../types.ts';

/** What a column of a schedule's table may hold. */
export const columnFields = [
	'number',
	'code',
	'kind',
	'title',
	'phase',
	'startsOn',
	'endsOn',
	'progress',
	'links',
	'constraint',
	'constraintOn',
	'limitOn',
	'actualStart',
	'actualEnd',
	'assignee',
	'organisation',
	'notes',
	'baselineStart',
	'baselineEnd',
	'id'
] as const;
export type ColumnField = (typeof columnFields)[number];

/** Accents, case, blanks and points apart: how headings and words are compared. */
export const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9%]+/g, ' ')
		.trim();

/** The headings that are read, ours first; then those of a table copied out of MS Project, in French and in English. */
const HEADINGS: Record<ColumnField, readonly string[]> = {
	number: ['n', 'no', 'numero', 'number', 'id', '#'],
	code: ['code'],
	kind: ['nature', 'kind', 'type'],
	title: ['intitule', 'title', 'tache', 'nom de la tache', 'nom', 'task name', 'task', 'name', 'libelle'],
	phase: ['phase'],
	startsOn: ['debut', 'start', 'date de debut', 'start date', 'debut prevu'],
	endsOn: ['fin', 'end', 'finish', 'date de fin', 'end date', 'finish date', 'fin prevue'],
	progress: ['avancement %', 'avancement', 'progress %', 'progress', '% acheve', '% complete', '% termine'],
	links: ['predecesseurs', 'predecessors', 'predecesseur'],
	constraint: ['contrainte', 'constraint', 'type de contrainte', 'constraint type'],
	constraintOn: ['date de la contrainte', 'constraint date', 'date de contrainte'],
	limitOn: ['limite du contrat', 'contract limit', 'echeance', 'deadline'],
	actualStart: ['debut reel', 'actual start'],
	actualEnd: ['fin reelle', 'actual end', 'actual finish'],
	assignee: ['responsable', 'assignee', 'noms ressources', 'resource names'],
	organisation: ['organisation', 'organisme'],
	notes: ['notes', 'note', 'remarques'],
	baselineStart: ['debut de reference', 'baseline start', 'debut planifie', 'debut de la planification'],
	baselineEnd: ['fin de reference', 'baseline end', 'baseline finish', 'fin planifiee'],
	id: ['repere jalon', 'jalon mark']
};
const byHeading = new Map(
	columnFields.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const))
);

/** What a heading says its column holds; null for a column that is not read. */
export const fieldOf = (heading: unknown): ColumnField | null =>
	byHeading.get(plain(String(heading ?? ''))) ?? null;

const KINDS: Record<string, ScheduleKind> = {
	phase: 'phase',
	tache: 'task',
	task: 'task',
	jalon: 'milestone',
	milestone: 'milestone',
	reunion: 'meeting',
	meeting: 'meeting'
};
export const kindOf = (written: string): ScheduleKind | null => KINDS[plain(written)] ?? null;

const CONSTRAINTS: Record<string, ConstraintKind | 'none'> = {
	'doit commencer le': 'must_start',
	'must start on': 'must_start',
	'pas avant le': 'not_before',
	'not before': 'not_before',
	'debut au plus tot le': 'not_before',
	'start no earlier than': 'not_before',
	'pas apres le': 'not_after',
	'not after': 'not_after',
	'fin au plus tard le': 'not_after',
	'finish no later than': 'not_after',
	'des que possible': 'none',
	'as soon as possible': 'none'
};
export const constraintOf = (written: string): ConstraintKind | 'none' | null =>
	CONSTRAINTS[plain(written)] ?? null;
