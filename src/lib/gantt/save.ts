import type { EditOutcome, ScheduleEdit, ScheduleItem } from '#core/schedule/types.ts';

interface Refusal {
	code: string;
	message: string;
	detail: { current?: ScheduleItem | null; changedBy?: string; changedAt?: string };
}

/**
 * Sends one change to the store.
 * @param address of the schedule page
 * @returns what became of it; a store that does not answer (503) counts as no network: the change waits
 */
export async function saveEdit(address: string, edit: ScheduleEdit): Promise<EditOutcome> {
	const { id, ...change } = edit;
	let answer: Response;
	try {
		answer = await fetch(`${address}/items/${encodeURIComponent(id)}`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify(change),
			keepalive: true
		});
	} catch {
		return { ok: false, reason: 'offline' };
	}
	if (answer.status === 503 || answer.status === 502) return { ok: false, reason: 'offline' };
	const said = (await answer.json().catch(() => null)) as { item: ScheduleItem } | Refusal | null;
	if (answer.ok && said && 'item' in said) return { ok: true, item: said.item };
	const refusal = said as Refusal | null;
	if (refusal?.code === 'stale' && refusal.detail.current)
		return {
			ok: false,
			reason: 'stale',
			current: refusal.detail.current,
			changedBy: refusal.detail.changedBy ?? '',
			changedAt: refusal.detail.changedAt ?? ''
		};
	return { ok: false, reason: 'refused', message: refusal?.message ?? String(answer.status) };
}
