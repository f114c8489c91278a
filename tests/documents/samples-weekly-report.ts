import type { WeeklyReportInput } from '#core/documents/weekly-report.ts';
import { minimalParties, parties } from './samples.ts';

export const richWeeklyReport: WeeklyReportInput = {
	...parties,
	report: {
		reference: 'E-S4-2019-W47',
		week: 'Semaine 47 de 2019',
		period: 'du lun. 18 au dim. 24 nov. 2019',
		author: 'Camille Aubert, Cabinet Relation & Services',
		state: 'Déposé',
		filed: 'ven. 22 nov. 2019 à 16 h 40',
		version: '1'
	},
	recipients: [
		{ name: 'Cheffe de projet', organisation: 'Département d’Eure-et-Loir' },
		{ name: 'Direction de la relation aux usagers', organisation: 'Département d’Eure-et-Loir' }
	],
	weather: {
		level: 'cloud',
		trend: 'steady',
		comment: 'Les visites de sites ont une semaine de retard, rattrapée avant le COPIL.'
	},
	axes: [
		{ axis: 'Délais', level: 'cloud', trend: 'up' },
		{
			axis: 'Périmètre et qualité',
			level: 'sun',
			trend: 'steady'
		},
		{ axis: 'Ressources', level: 'sun', trend: 'steady' },
		{ axis: 'Risques', level: 'storm', trend: 'down' }
	],
	highlights: 'Premier atelier à Dreux : 14 agents.\nAccord de la CAF pour les entretiens.',
	done: ['Visites de six maisons de services au public', 'Entretien avec la direction de l’action sociale'],
	missed: [{ what: 'Visite de la mairie de Châteaudun', why: 'Reportée par la mairie au 27 nov.' }],
	next: [
		'Visites de sept sites du Perche (du 25 au 28 nov.)',
		'Trame de la cartographie (échéance : ven. 29 nov.)'
	],
	blocked: [{ what: 'Constitution du panel d’usagers', why: 'Liste attendue', owner: 'Département' }],
	deliverables: [
		{
			code: 'E-L11',
			title: 'Cartographie',
			due: '28 janv. 2020',
			standing: 'En rédaction'
		},
		{
			code: 'E-L12',
			title: 'Cahier de préconisations',
			due: '28 janv. 2020',
			standing: 'Non commencé'
		}
	],
	meetings: [
		{ date: 'mar. 19 nov. 2019', subject: 'Comité technique n° 1', place: 'Chartres', standing: 'Tenue' },
		{ date: 'jeu. 28 nov. 2019', subject: 'Point mensuel', place: 'Chartres', standing: 'À venir' }
	],
	risks: [
		{
			risk: 'Moins de 50 sites observés à la fin de la phase 1',
			probability: 'Moyenne',
			impact: 'Fort',
			response: 'Doubler les équipes de visite en décembre',
			owner: 'H. Delmas'
		}
	],
	alerts: ['Valider la liste des sites de substitution avant le 27 nov. 2019'],
	days: [
		{ profile: 'Directeur de mission', sold: 20, week: 0.5, consumed: 3.5, remaining: 16.5 },
		{ profile: 'Consultant senior', sold: 60, week: 4, consumed: 14, remaining: 46 }
	],
	total: { sold: 80, week: 4.5, consumed: 17.5, remaining: 62.5 },
	actions: [
		{
			number: 'ACT-012',
			action: 'Transmettre l’organigramme à jour',
			owner: 'Département',
			due: '25 nov. 2019',
			standing: 'Ouverte'
		}
	]
};

export const minimalWeeklyReport: WeeklyReportInput = {
	...minimalParties,
	report: {
		reference: 'X',
		week: 'Semaine 1 de 2020',
		period: 'du 30 déc. au 5 janv.',
		author: 'A',
		state: 'Brouillon'
	}
};
