import { formatDateTime } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { TimelineItem } from '$lib/ui/index.ts';

const fr = {
	home: 'Accueil',
	export: 'Exporter',
	remove: 'Retirer',
	open: 'Ouvrir une fenêtre',
	views: 'Vues',
	all: 'Tous',
	late: 'En retard',
	acts: 'Actions',
	second: 'Action seconde',
	quiet: 'Discrète',
	save: 'Enregistrer',
	disabled: 'Indisponible',
	close: 'Fermer',
	more: 'Autres actions',
	toast: 'Dire que c’est fait',
	toastError: 'Dire une erreur',
	done: 'La tâche a été déplacée.',
	undo: 'Annuler',
	undone: 'La tâche est revenue à sa place.',
	failed: 'Le fichier n’a pas été reçu. Choisissez-le à nouveau.',
	states: 'États',
	lateBy: 'en retard de 2 jours',
	reason: 'Deux livrables attendent un avis depuis plus de cinq jours.',
	progress: 'Avancement du marché',
	days: '12 jours sur 60',
	sending: 'Envoi du fichier',
	field: 'Intitulé',
	hint: 'Tel qu’il figure au contrat.',
	titleError: 'Écrivez l’intitulé du livrable.',
	role: 'Rôle',
	chair: 'Préside le comité',
	member: 'Membre du comité',
	due: 'Échéance',
	file: 'Version à déposer',
	note: 'Observations',
	sure: 'J’ai lu le document',
	vote: 'Votre vote',
	voteError: 'Choisissez l’une des trois réponses.',
	yes: 'J’approuve',
	but: 'J’approuve avec réserves',
	no: 'Je refuse',
	table: 'Livrables',
	amount: 'Montant',
	first: 'Rapport de lancement',
	other: 'Étude de l’existant, avec un intitulé assez long pour passer à la ligne',
	history: 'Historique',
	empty: 'Aucun rapport cette semaine',
	next: 'Le rapport de la semaine se prépare à partir du planning.',
	sureRemove: 'Retirer cette personne ?'
};

const en: typeof fr = {
	home: 'Home',
	export: 'Export',
	remove: 'Remove',
	open: 'Open a dialog',
	views: 'Views',
	all: 'All',
	late: 'Late',
	acts: 'Actions',
	second: 'Secondary',
	quiet: 'Quiet',
	save: 'Save',
	disabled: 'Unavailable',
	close: 'Close',
	more: 'More actions',
	toast: 'Say it is done',
	toastError: 'Say an error',
	done: 'The task was moved.',
	undo: 'Undo',
	undone: 'The task is back in its place.',
	failed: 'The file did not arrive. Choose it again.',
	states: 'States',
	lateBy: '2 days late',
	reason: 'Two deliverables have waited for an opinion for more than five days.',
	progress: 'Progress of the contract',
	days: '12 days of 60',
	sending: 'Sending the file',
	field: 'Title',
	hint: 'As the contract has it.',
	titleError: 'Write the deliverable’s title.',
	role: 'Role',
	chair: 'Chairs the committee',
	member: 'Committee member',
	due: 'Due',
	file: 'Version to hand in',
	note: 'Remarks',
	sure: 'I have read the document',
	vote: 'Your vote',
	voteError: 'Choose one of the three answers.',
	yes: 'I approve',
	but: 'I approve with reserves',
	no: 'I refuse',
	table: 'Deliverables',
	amount: 'Amount',
	first: 'Inception report',
	other: 'Study of what exists, with a title long enough to run over the line',
	history: 'History',
	empty: 'No report this week',
	next: 'The week’s report is prepared from the schedule.',
	sureRemove: 'Remove this person?'
};

export type Words = typeof fr & { title: string; sub: string };

export const samples = (): Words => ({
	...(getLocale() === 'en' ? en : fr),
	title: m.design_title(),
	sub: m.design_sub()
});

export const rows = [
	{ code: 'E-L11', title: 'first', due: '2019-12-01', state: 'done', amount: 12_500 },
	{ code: 'E-L12', title: 'other', due: '2020-01-29', state: 'late', amount: 84_000 }
] as const;

export const history = (say: Words): TimelineItem[] => [
	{
		key: 1,
		at: '2019-12-02T13:05:00Z',
		when: formatDateTime('2019-12-02T13:05:00Z'),
		title: say.yes,
		who: 'Claire Martin',
		tone: 'done'
	},
	{
		key: 2,
		at: '2019-11-29T09:00:00Z',
		when: formatDateTime('2019-11-29T09:00:00Z'),
		title: say.file,
		who: 'Paul Diallo'
	}
];
