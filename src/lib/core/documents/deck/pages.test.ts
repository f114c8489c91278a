import { describe, expect, it } from 'vitest';
import { buildDeck } from './model.ts';
import { cutRows, deckSlides } from './pages.ts';

const base = {
	contract: { title: 'Contrat' },
	client: { role: 'Maître d’ouvrage', name: 'Client' },
	contractor: { role: 'Titulaire', name: 'Prestataire' },
	meeting: { body: 'Comité', number: 'COPIL n° 1', date: '2 déc. 2019' },
	asOf: 'Situation au 2 décembre 2019',
	weatherFrom: 'Aucun rapport.'
};
const point = (n: number, topic = `Point ${n}`) => ({ rank: `${n}`, topic, purpose: 'Avis' });

describe('rows over slides', () => {
	it('keep their order, lose none, and repeat none', () => {
		const rows = Array.from({ length: 60 }, (_, n) => point(n));
		const pages = cutRows(rows, { topic: 40 });
		expect(pages.length).toBeGreaterThan(3);
		expect(pages.flat()).toEqual(rows);
	});

	it('take as many lines as their fullest cell', () => {
		const short = cutRows(
			Array.from({ length: 8 }, (_, n) => point(n)),
			{ topic: 40 }
		);
		const long = cutRows(
			Array.from({ length: 8 }, (_, n) => point(n, 'mot '.repeat(50))),
			{ topic: 40 }
		);
		expect(short).toHaveLength(1);
		expect(long.length).toBeGreaterThan(2);
	});

	it('stand alone when one is longer than a slide', () => {
		const pages = cutRows([point(1), point(2, 'mot '.repeat(1000)), point(3)], { topic: 40 });
		expect(pages.map((page) => page.map((row) => row.rank))).toEqual([['1'], ['2'], ['3']]);
	});
});

describe('the slides of a model', () => {
	const slides = deckSlides(
		buildDeck({ ...base, agenda: { lines: Array.from({ length: 40 }, (_, n) => point(n + 1)) } })
	);

	it('are numbered when a table goes over several, and share what they can', () => {
		const agenda = slides('agenda');
		expect(agenda.map(({ agenda: { part } }) => part[0])).toEqual(
			agenda.map((_, at) => `${at + 1} / ${agenda.length}`)
		);
		expect(agenda.flatMap((one) => one.agenda.lines.map((row) => row.rank))).toHaveLength(40);
		expect(slides('opening')).toEqual([agenda[0]]);
	});

	it('say that a table is empty, or are left out where there is nothing of the kind', () => {
		expect(slides('decisions')).toHaveLength(1);
		expect(slides('indicators')).toEqual([]);
		expect(slides('obligations')).toEqual([]);
		expect(slides('toString')).toHaveLength(1);
	});
});
