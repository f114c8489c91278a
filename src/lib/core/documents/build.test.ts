import { describe, expect, it } from 'vitest';
import { buildMinutes } from './minutes.ts';
import { buildShell } from './shell.ts';
import { buildWeeklyReport } from './weekly-report.ts';

const parties = {
	contract: { title: 'Contrat' },
	client: { role: 'Maître d’ouvrage', name: 'Client' },
	contractor: { role: 'Titulaire', name: 'Prestataire' }
};
const report = { reference: 'X', week: 'Semaine 1', period: 'du 30 au 5', author: 'A', state: 'Brouillon' };

describe('what a view model makes of facts', () => {
	it('prints words for what is absent', () => {
		const model = buildShell({
			...parties,
			deliverable: { code: 'X-1', title: 'Livrable', phase: '  ' },
			control: { reference: 'X', version: '0.1', state: 'Projet', date: '2 déc. 2019', author: null },
			confidentiality: 'Publique',
			sections: [{ heading: 'Un' }]
		});
		expect(model.contract.number).toBe('(numéro non précisé)');
		expect(model.deliverable.phase).toBe('—');
		expect(model.control.author).toBe('—');
		expect(model.sections).toEqual([{ heading: 'Un', clause: 'clause non précisée', expected: [] }]);
		expect(model.history).toEqual([]);
	});

	it('cuts typed text into paragraphs, and writes days with a comma', () => {
		const model = buildWeeklyReport({
			...parties,
			report,
			highlights: 'Un\r\n\r\n Deux ',
			days: [{ profile: 'Senior', sold: 12.5, week: 0, consumed: '3 j' }]
		});
		expect(model.highlights).toEqual(['Un', 'Deux']);
		expect(model.days).toEqual([
			{ profile: 'Senior', sold: '12,5', week: '0', consumed: '3 j', remaining: '—' }
		]);
		expect(model.total.sold).toBe('—');
	});

	it('gives each weather a sign and a word', () => {
		const model = buildWeeklyReport({
			...parties,
			report,
			weather: { level: 'storm', trend: 'down', comment: 'Panel incomplet' },
			axes: [{ axis: 'Délais' }]
		});
		expect(model.weather.symbol).toBe('⚡');
		expect(model.weather.word).toMatch(/^Orage/);
		expect(model.weather.comment).toEqual(['Panel incomplet']);
		expect(model.axes[0]).toMatchObject({
			word: 'Non renseignée',
			trend: '— (pas de semaine précédente)'
		});
	});

	it('refuses a weather that is not in the list, naming it', () => {
		const input = { ...parties, report, weather: { level: 'rain' } } as never;
		expect(() => buildWeeklyReport(input)).toThrow(/weather\.level/);
	});

	it('refuses minutes without their reference', () => {
		const meeting = {
			body: 'COPIL',
			number: 'COPIL n° 1',
			date: 'hier',
			version: '1.0',
			state: 'projet'
		} as never;
		expect(() =>
			buildMinutes({ ...parties, meeting, nextMeeting: 'À fixer.', approval: 'À la prochaine.' })
		).toThrow(/meeting\.reference/);
	});
});
