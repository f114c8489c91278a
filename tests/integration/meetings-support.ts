import { expect } from 'vitest';
import { DomainError } from '#core/errors.ts';
import type { AgendaItem } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

export const slug = 'eure-et-loir';
const people = [
	'chef-de-projet',
	'copil',
	'consultant',
	'consultant-chef',
	'observateur',
	'etranger'
] as const;
export type Who = (typeof people)[number];

export let store: TestStore;
export const as = {} as Record<Who, Context>;
/** Opens the store of one test file and signs everybody in; `closeStore` throws it away. */
export async function openStore(): Promise<void> {
	store = await makeStore();
	for (const who of people) as[who] = await store.as(who);
}
export const closeStore = () => store?.close();

export const refused = async (act: Promise<unknown>): Promise<DomainError> => {
	const caught = await act.then(
		() => null,
		(e: unknown) => e
	);
	expect(caught).toBeInstanceOf(DomainError);
	return caught as DomainError;
};
export const code = async (act: Promise<unknown>) => (await refused(act)).code;
export const mission = () => readMission(as['chef-de-projet'], slug);
export const read = async (who: Who, meeting: string) => readMeeting(as[who], await mission(), meeting);
export const point = (title: string, minutes = ''): AgendaItem => ({
	title,
	purpose: 'opinion',
	minutes,
	conclusion: ''
});

export async function committee(kind: string): Promise<string> {
	const { data } = await as['chef-de-projet'].client
		.from('committees')
		.select('id')
		.eq('kind', kind)
		.single();
	return data!.id;
}
/** A meeting of the technical committee on a day that has come. */
export async function plan(heldOn = '2019-12-02', kind = 'cotech'): Promise<string> {
	const input = {
		committee: await committee(kind),
		title: 'Séance d’essai',
		heldOn,
		startsAt: '14:00',
		place: ''
	};
	return planMeeting(as['chef-de-projet'], input);
}
export async function to(meeting: string, ...states: Parameters<typeof moveMeeting>[3][]): Promise<void> {
	for (const state of states) {
		const m = await read('chef-de-projet', meeting);
		await moveMeeting(as['chef-de-projet'], m.id, m.version, state, 'Pour l’essai.');
	}
}
export const resolution = {
	id: null,
	wording: 'Avis favorable.',
	kind: 'orientation' as const,
	versionId: null,
	effectOn: null
};
export const action = {
	id: null,
	version: 0,
	wording: 'Envoyer la grille.',
	ownerId: null,
	ownerName: 'Inès Lambert',
	dueOn: null
};
