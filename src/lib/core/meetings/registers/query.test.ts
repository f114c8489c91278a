import { describe, expect, it } from 'vitest';
import {
	bodiesOf,
	pickActions,
	pickDecisions,
	queryString,
	readActionQuery,
	readDecisionQuery
} from './query.ts';
import type { ActionRow, DecisionRow } from './types.ts';

const born = {
	id: 'x',
	meeting: 'E-COPIL-01',
	meetingTitle: 'Lancement',
	heldOn: '2019-11-05',
	meetingState: 'held' as const,
	body: 'E-COPIL',
	bodyName: 'COPIL'
};
const action = (over: Partial<ActionRow>): ActionRow => ({
	...born,
	number: 'ACT-1',
	wording: 'Envoyer la grille à l’équipe',
	ownerId: 'moi',
	owner: 'Inès Lambert',
	dueOn: '2019-12-01',
	doneOn: null,
	result: '',
	version: 1,
	item: null,
	...over
});
const decision = (over: Partial<DecisionRow>): DecisionRow => ({
	...born,
	number: 'DEC-1',
	wording: 'Le périmètre est arrêté.',
	kind: 'orientation',
	effectOn: null,
	result: 'adopted',
	outcome: null,
	votes: null,
	binds: true,
	deliverable: null,
	version: null,
	...over
});
const asked = (text: string) => readActionQuery(new URLSearchParams(text));
const rows = [
	action({}),
	action({ number: 'ACT-2', dueOn: '2019-12-02', ownerId: 'autre' }),
	action({ number: 'ACT-3', dueOn: null }),
	action({ number: 'ACT-4', doneOn: '2019-11-30', body: 'E-PT', bodyName: 'Point' })
];
const numbers = (text: string) => pickActions(rows, asked(text), '2019-12-02', 'moi').map((r) => r.number);

describe('the actions asked for', () => {
	it('are the open ones, the late ones, one’s own, those of a body or those that say a word', () => {
		expect(numbers('')).toEqual(['ACT-1', 'ACT-2', 'ACT-3']);
		expect(numbers('view=late')).toEqual(['ACT-1']);
		expect(numbers('view=mine')).toEqual(['ACT-1', 'ACT-3']);
		expect(numbers('view=done')).toEqual(['ACT-4']);
		expect(numbers('view=all&body=E-PT')).toEqual(['ACT-4']);
		expect(numbers('q=GRILLE equipe')).toEqual(['ACT-1', 'ACT-2', 'ACT-3']);
		expect(numbers('q=introuvable')).toEqual([]);
		expect(pickActions(rows, asked('view=mine'), '2019-12-02', null)).toEqual([]);
	});
	it('come from addresses nobody can break', () => {
		expect(asked('view=__proto__&q=%00')).toMatchObject({ view: 'open' });
		expect(queryString(asked('view=late&body=E-PT&q=a b'), 'open')).toBe('?view=late&body=E-PT&q=a+b');
		expect(queryString(asked(''), 'open')).toBe('');
	});
});

it('picks decisions by kind, by what does not bind yet, and by their words', () => {
	const list = [
		decision({}),
		decision({ number: 'DEC-2', kind: 'validation', binds: false, deliverable: 'E-L11' })
	];
	const pick = (text: string) =>
		pickDecisions(list, readDecisionQuery(new URLSearchParams(text))).map((r) => r.number);
	expect(pick('')).toEqual(['DEC-1', 'DEC-2']);
	expect(pick('view=validation')).toEqual(['DEC-2']);
	expect(pick('view=draft')).toEqual(['DEC-2']);
	expect(pick('q=perimetre')).toEqual(['DEC-1', 'DEC-2']);
	expect(pick('q=e-l11')).toEqual(['DEC-2']);
	expect(bodiesOf(rows)).toEqual([
		{ value: 'E-COPIL', label: 'COPIL' },
		{ value: 'E-PT', label: 'Point' }
	]);
});
