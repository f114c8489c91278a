import type { Slot } from '#core/meetings/agenda/times.ts';
import type { AgendaLine, AgendaRef } from '#core/meetings/view.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** « 10 h 20 ». */
export const clockWords = (time: string) =>
	m.agenda_clock({ hours: String(Number(time.slice(0, 2))), minutes: time.slice(3, 5) });

/** « 10 h 20 – 10 h 40 »; nothing while the hour is not known. */
export function slotWords({ from, to }: Slot): string {
	if (!from) return '';
	return to
		? m.agenda_hours({ from: clockWords(from), to: clockWords(to) })
		: m.agenda_from_hour({ from: clockWords(from) });
}

/** « 1 h 50 », « 2 h », « 45 min ». */
export function lengthWords(minutes: number): string {
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (hours === 0) return m.agenda_minutes_long({ minutes: rest });
	return rest === 0
		? m.agenda_hours_long({ hours })
		: m.agenda_hours_minutes({ hours, minutes: String(rest).padStart(2, '0') });
}

/** « E-L11, V1.0 : Cartographie des usages ». */
export function paperName(ref: Pick<AgendaRef, 'kind' | 'code' | 'number' | 'title'>): string {
	if (ref.kind === 'minutes') return m.agenda_paper_minutes({ code: ref.code });
	const code =
		ref.kind === 'version' && ref.number
			? m.agenda_paper_version({ code: ref.code, number: ref.number })
			: ref.code;
	return ref.kind === 'obligation' ? ref.title : `${code}\u00a0: ${ref.title}`;
}

/** Where a paper is read; an action has no page of its own. */
export function paperAddress(base: string, { kind, code }: Pick<AgendaRef, 'kind' | 'code'>): string | null {
	const path = code.split('/').map(encodeURIComponent).join('/');
	if (kind === 'version') return `${base}/deliverables/${path}`;
	if (kind === 'obligation') return `${base}/obligations/${path}`;
	return kind === 'minutes' ? `${base}/meetings/${path}` : null;
}

/** « reporté à E-COPIL-03 », « en attente ». */
export function placeWords({ place, to }: Pick<AgendaLine, 'place' | 'to'>): string {
	if (to) return m.agenda_off_moved({ meeting: to.code });
	return place === 'moved' ? m.agenda_off_moved_some() : m.agenda_off_parking();
}
