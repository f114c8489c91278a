import { expect, it } from 'vitest';
import { feedEvents, type FeedMission, type FeedWords } from './feed.ts';

const words: FeedWords = {
	draft: ({ title }) => `Projet : ${title}`,
	obligation: ({ code, title }) => `${code} : ${title}`,
	deliverable: ({ code, title }) => `Dû, ${code} : ${title}`,
	milestone: ({ title }) => `Jalon : ${title}`,
	reached: ({ title }) => `Atteint : ${title}`,
	agenda: () => 'Ordre du jour :'
};
const at = '2019-11-01T08:00:00Z';
const o = { siteUrl: 'https://jalon.test', at };
const meeting: FeedMission['meetings'][number] = {
	...{
		id: 'm1',
		code: 'E-COPIL-02',
		title: 'COPIL n° 2',
		heldOn: '2020-01-23',
		startsAt: '09:30',
		endsAt: null
	},
	...{ place: 'Chartres', state: 'convened', told: true, at: '2019-12-02T10:00:00Z', sequence: 3 },
	agenda: ['Compte rendu', 'E-L11']
};
const mission: FeedMission = {
	...{ slug: 'eure-et-loir', mission: 'Relation citoyenne', zone: 'Europe/Paris' },
	...{ meetings: [], obligations: [], deliverables: [], milestones: [] }
};

it('names a meeting as its invitation does, with its agenda and its page', () => {
	const [event] = feedEvents([{ ...mission, meetings: [meeting] }], words, o);
	expect(event).toMatchObject({
		uid: 'meeting-m1@jalon',
		sequence: 3,
		when: { day: '2020-01-23', startsAt: '09:30', zone: 'Europe/Paris' },
		status: 'CONFIRMED',
		text: 'Ordre du jour :\n1. Compte rendu\n2. E-L11\n\nhttps://jalon.test/missions/eure-et-loir/meetings/E-COPIL-02'
	});
});

it('shows a meeting nobody was told of as a draft that takes no time, and a cancelled one as cancelled', () => {
	const [draft, cancelled] = feedEvents(
		[
			{
				...mission,
				meetings: [
					{ ...meeting, state: 'draft', told: false, sequence: null, startsAt: null },
					{ ...meeting, state: 'cancelled' }
				]
			}
		],
		words,
		o
	);
	expect(draft).toMatchObject({ status: 'TENTATIVE', free: true, when: { day: '2020-01-23' } });
	expect(draft!.title).toBe('Projet : COPIL n° 2 (Relation citoyenne)');
	expect(cancelled).toMatchObject({ status: 'CANCELLED', free: true });
});

it('puts a deadline on its day, or at its hour where the contract counts in hours', () => {
	const due = { id: 'o1', code: 'E-S3', title: 'Diaporama', due: '2020-01-18', key: 'E-S3/E-COPIL-02' };
	const [day, hour, , reached] = feedEvents(
		[
			{
				...mission,
				obligations: [
					{ ...due, full: '2020-01-18' },
					{ ...due, id: 'o2', full: '2020-01-18T14:10' }
				],
				milestones: [
					{ id: 'j1', code: 'J1', title: 'Fin de phase', due: '2020-01-28', done: false, at },
					{ id: 'j2', code: 'J2', title: 'Lancement', due: '2019-11-05', done: true, at }
				]
			}
		],
		words,
		o
	);
	expect(day).toMatchObject({ when: { day: '2020-01-18' }, free: true, stamp: at });
	expect(day!.url).toBe('https://jalon.test/missions/eure-et-loir/obligations/E-S3/E-COPIL-02');
	expect(hour!.when).toEqual({ day: '2020-01-18', startsAt: '14:10', zone: 'Europe/Paris' });
	expect(reached!.title).toBe('Atteint : Lancement (Relation citoyenne)');
});
