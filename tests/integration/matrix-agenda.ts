import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';

type Called = (id: string) => Promise<{ mission_slug: string; meeting_code: string }>;

/** What is done to one item of an agenda; each call has an item of its own. */
export function agendaActs(
	{ sql }: TestStore,
	mission: string,
	meetingCalled: Called,
	{ draft, convened, held }: { draft: string; convened: string; held: string }
): Record<string, Act> {
	const itemOf = async (id: string, place = 'agenda') =>
		(
			await sql`insert into public.agenda_items (meeting_id, mission_id, position, title, place)
			values (${id}, ${mission}, 900, 'Essai', ${place}) returning id`
		)[0]!.id as string;
	const typedIn = async (id: string) => ({
		item: await itemOf(id),
		read_version: 1,
		minutes: 'Dit',
		conclusion: ''
	});
	const takenUp = async (id: string) => ({ meeting: id, item: await itemOf(id, 'parking') });
	return {
		'meeting_agenda (draft)': ['meeting_agenda', () => meetingCalled(draft)],
		'meeting_agenda (held)': ['meeting_agenda', () => meetingCalled(held)],
		'session_news (draft)': ['session_news', () => meetingCalled(draft)],
		'session_news (held)': ['session_news', () => meetingCalled(held)],
		'agenda_choices (draft)': ['agenda_choices', () => meetingCalled(draft)],
		'agenda_choices (held)': ['agenda_choices', () => meetingCalled(held)],
		'save_item (held)': ['save_item', () => typedIn(held)],
		'put_off_item (draft)': [
			'put_off_item',
			async () => ({ item: await itemOf(draft), place: 'parking' })
		],
		'put_off_item (convened)': [
			'put_off_item',
			async () => ({ item: await itemOf(convened), place: 'parking' })
		],
		'put_off_item (held)': ['put_off_item', async () => ({ item: await itemOf(held), place: 'parking' })],
		'take_item (draft)': ['take_item', () => takenUp(draft)],
		'take_item (convened)': ['take_item', () => takenUp(convened)],
		'take_item (held)': ['take_item', () => takenUp(held)]
	};
}
