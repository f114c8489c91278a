import type { AgendaChoices, SessionNews } from '#core/meetings/agenda/session.ts';
import type { Kept, SaveOutcome, Texts } from './keeper.ts';

interface Refusal {
	code: string;
	message: string;
	detail: { current?: Kept | null; changedBy?: string; changedAt?: string };
}
type Saved = { version: number; at: string; meetingVersion: number };

/** A network that is gone sometimes only never answers, in milliseconds. */
const PATIENCE = 15_000;
/** What a browser lets a page that closes send. */
const LEAVING = 60_000;

/**
 * Sends what is said of one item.
 * @param address of the meeting's page; a store that does not answer (502, 503) counts as no network
 */
export async function sendItem(
	address: string,
	item: string,
	version: number,
	texts: Texts,
	leaving: boolean
): Promise<SaveOutcome> {
	const body = JSON.stringify({ version, ...texts });
	let answer: Response;
	try {
		answer = await fetch(`${address}/items/${item}`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body,
			keepalive: leaving && body.length < LEAVING,
			signal: AbortSignal.timeout(PATIENCE)
		});
	} catch {
		return { ok: false, reason: 'offline' };
	}
	if (answer.status === 502 || answer.status === 503) return { ok: false, reason: 'offline' };
	const said = (await answer.json().catch(() => null)) as Saved | Refusal | null;
	if (answer.ok && said && 'version' in said) return { ok: true, ...said };
	const { code, message, detail } = (said as Refusal | null) ?? { code: '', message: '', detail: {} };
	if (code === 'stale' && detail.current) {
		const { current, changedBy = '', changedAt = '' } = detail;
		return { ok: false, reason: 'stale', current, changedBy, changedAt };
	}
	return { ok: false, reason: 'refused', message: message || String(answer.status) };
}

async function read<T>(address: string): Promise<T | null> {
	const answer = await fetch(address, {
		headers: { accept: 'application/json' },
		signal: AbortSignal.timeout(PATIENCE)
	}).catch(() => null);
	return answer?.ok ? ((await answer.json().catch(() => null)) as T | null) : null;
}

/** What was typed since an instant the server gave; null when nobody answers. */
export const readNews = (address: string, since: string) =>
	read<SessionNews>(`${address}/items/news?since=${encodeURIComponent(since)}`);

/** What the agenda could take up; null when nobody answers. */
export const readChoices = (address: string) => read<AgendaChoices>(`${address}/items/choices`);
