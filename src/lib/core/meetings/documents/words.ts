import { formatDay } from '../../calendar/format.ts';
import { meetingNumber } from '../numbers.ts';
import type { MeetingView, Purpose } from '../view.ts';

/** What every paper of a meeting is made from. */
export interface PaperFacts {
	contract: { title: string; number?: string };
	client: string;
	contractor: string;
	meeting: MeetingView;
}

// The words of a French document: it speaks French whatever the reader's screen speaks.
export const purposeWords: Record<Purpose, string> = {
	information: 'Information',
	opinion: 'Avis',
	decision: 'Décision'
};

/** « 14 h 00 ». */
export const clock = (time: string) => `${Number(time.slice(0, 2))}\u00a0h\u00a0${time.slice(3, 5)}`;

/** « de 14 h 00 à 16 h 00 », or when it begins; nothing while the hour is to be set. */
export function hours({ startsAt, endsAt }: Pick<MeetingView, 'startsAt' | 'endsAt'>): string | undefined {
	if (!startsAt) return undefined;
	return endsAt ? `de ${clock(startsAt)} à ${clock(endsAt)}` : clock(startsAt);
}

export const shortDay = (day: string | null): string | undefined => (day ? formatDay(day, 'fr') : undefined);

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** The title of a meeting without the number it may begin with, where the number stands beside it. */
export function subjectOf(m: Pick<MeetingView, 'body' | 'code' | 'title'>): string {
	const [title, number] = [plain(m.title), plain(meetingNumber(m.body, m.code))];
	if (!title.startsWith(number)) return m.title;
	const rest = title.slice(number.length).replace(/^[\s:,–—-]+/, '');
	return /^\d/.test(rest) || rest === '' ? m.title : rest[0]!.toUpperCase() + rest.slice(1);
}

/** The contract and its parties, as every paper begins. */
export const partiesOf = ({ contract, client, contractor }: PaperFacts) => ({
	contract,
	client: { role: 'Maître d’ouvrage', name: client },
	contractor: { role: 'Titulaire', name: contractor }
});

/** « 1 jour », « 12 jours ». */
export const count = (n: number, one: string, many = `${one}s`): string => `${n}\u00a0${n > 1 ? many : one}`;

export const severityWords = { blocking: 'Bloquante', major: 'Majeure', minor: 'Mineure' } as const;
