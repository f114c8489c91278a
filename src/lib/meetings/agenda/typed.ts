import type { AgendaLine, AgendaRef, MeetingView, Purpose } from '#core/meetings/view.ts';

/** A point as the form holds it: its list, its papers, never what is said of it. */
export interface TypedItem {
	/** Empty for one that was not saved yet. */
	id: string;
	/** What it was put off as, at another meeting. */
	from: string;
	title: string;
	purpose: Purpose;
	duration: number | null;
	presenter: string;
	refs: AgendaRef[];
}
export interface TypedAgenda {
	items: TypedItem[];
	/** `id:version` of those taken off. */
	removed: string[];
}

export const MOST_ITEMS = 300;

export const newItem = (given: Partial<TypedItem> = {}): TypedItem => ({
	id: '',
	from: '',
	title: '',
	purpose: 'information',
	duration: null,
	presenter: '',
	refs: [],
	...given
});

const typedOf = ({ id, title, purpose, duration, presenter, refs }: AgendaLine): TypedItem => ({
	...{ id, from: '', title, purpose, duration, presenter },
	refs: refs.map((ref) => ({ ...ref }))
});
export const typedAgenda = (meeting: Pick<MeetingView, 'agenda'>): TypedAgenda => ({
	items: meeting.agenda.map(typedOf),
	removed: []
});

/** One cell for all papers of an item. */
export const refsCell = (refs: readonly AgendaRef[]): string =>
	refs.map(({ kind, id }) => `${kind}:${id}`).join(',');
