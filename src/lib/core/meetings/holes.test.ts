import { expect, it } from 'vitest';
import { holesOf } from './holes.ts';
import type { Action, MeetingLine, Resolution } from './view.ts';

const action = (number: string, more: Partial<Action> = {}): Action => ({
	id: number,
	number,
	wording: 'x',
	ownerId: null,
	owner: '',
	dueOn: null,
	doneOn: null,
	version: 1,
	meeting: 'M',
	itemId: null,
	result: '',
	binds: true,
	createdBy: null,
	...more
});
const resolution = (number: string, effectOn: string | null): Resolution => ({
	id: number,
	number,
	wording: 'x',
	kind: 'orientation',
	versionId: null,
	deliverable: null,
	effectOn,
	version: 1,
	itemId: null,
	outcome: null,
	reserves: [],
	result: 'adopted',
	votes: null,
	quorum: null,
	binds: true,
	endorsed: false,
	createdBy: null
});
const item = (minutes: string, conclusion = '') => ({
	title: 'x',
	purpose: 'opinion' as const,
	minutes,
	conclusion
});
const line = (state: MeetingLine['state']): MeetingLine => ({
	id: 'n',
	code: 'N',
	title: 'N',
	heldOn: '2019-12-18',
	startsAt: null,
	place: null,
	state
});

it('names what minutes leave open', () => {
	expect(
		holesOf({
			actions: [
				action('A1'),
				action('A2', { owner: 'Sophie Lemoine', dueOn: '2019-12-10' }),
				action('A3', { ownerId: 'p' })
			],
			resolutions: [resolution('R1', null), resolution('R2', '2019-12-10')],
			agenda: [item('dit'), item(' '), item('', 'conclu')],
			nextMeeting: '',
			following: null
		})
	).toEqual({
		ownerless: ['A1'],
		dateless: ['A1', 'A3'],
		effectless: ['R1'],
		silent: [2],
		nextUnset: true
	});
});

it('promises the next meeting once people were convened to it, or in words of one’s own', () => {
	const rest = { actions: [], resolutions: [], agenda: [] };
	expect(holesOf({ ...rest, nextMeeting: '', following: line('draft') }).nextUnset).toBe(true);
	expect(holesOf({ ...rest, nextMeeting: '', following: line('convened') }).nextUnset).toBe(false);
	expect(holesOf({ ...rest, nextMeeting: 'En janvier.', following: null }).nextUnset).toBe(false);
});
