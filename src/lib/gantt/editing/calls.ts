import type { Day } from '#core/calendar/days.ts';
import type { Link, Replan } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Tie } from '../links/links-text.ts';
import type { PlanAsk, PlanOutcome } from './plan-ask.ts';

interface Refusal {
	code: string;
	message: string;
	detail: {
		preview?: Replan;
		conflicts?: { current: ScheduleItem | null; changedBy: string; changedAt: string }[];
		current?: ScheduleItem | null;
		changedBy?: string;
		changedAt?: string;
		/** The line that a refusal is about. */
		from?: string;
	};
}

type Answer<T> =
	{ ok: true; said: T } | { ok: false; offline: true } | { ok: false; offline: false; refusal: Refusal };

/** One request to the store; a store that does not answer (502, 503) counts as no network. */
async function ask<T>(address: string, method: string, body?: unknown): Promise<Answer<T>> {
	let answer: Response;
	try {
		answer = await fetch(address, {
			method,
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body)
		});
	} catch {
		return { ok: false, offline: true };
	}
	if (answer.status === 503 || answer.status === 502) return { ok: false, offline: true };
	const said = (await answer.json().catch(() => null)) as (T & Partial<Refusal>) | null;
	if (answer.ok) return { ok: true, said: (said ?? {}) as T };
	const { code = '', message = String(answer.status), detail = {} } = said ?? {};
	return { ok: false, offline: false, refusal: { code, message, detail } };
}

function outcomeOf(answer: Answer<{ act?: string; items: ScheduleItem[] }>, act = ''): PlanOutcome {
	if (answer.ok) return { ok: true, act: answer.said.act ?? act, items: answer.said.items };
	if (answer.offline) return { ok: false, reason: 'offline' };
	const { code, message, detail } = answer.refusal;
	if (code === 'preview_changed' && detail.preview)
		return { ok: false, reason: 'preview_changed', preview: detail.preview };
	if (code === 'stale') {
		const { current, changedBy = '', changedAt = '' } = detail;
		const told = detail.conflicts ?? [{ current: current ?? null, changedBy, changedAt }];
		// A line that is gone has nothing to be compared with: the sentence says what happened.
		const conflicts = told.flatMap((one) => (one.current ? [{ ...one, current: one.current }] : []));
		if (conflicts.length > 0) return { ok: false, reason: 'stale', conflicts };
	}
	return { ok: false, reason: 'refused', message };
}

/** Keeps a plan as one act. @param address of the schedule page */
export async function keepPlan(address: string, plan: PlanAsk): Promise<PlanOutcome> {
	return outcomeOf(await ask(`${address}/plan`, 'POST', plan));
}

/** Takes one act back, whole. */
export async function undoPlan(address: string, act: string): Promise<PlanOutcome> {
	return outcomeOf(await ask(`${address}/plan/${encodeURIComponent(act)}/undo`, 'POST'), act);
}

export type LinkOutcome =
	{ ok: true; link: Link | null } | { ok: false; offline: boolean; code: string; message: string };

function linkOutcome(answer: Answer<{ link?: Link }>): LinkOutcome {
	if (answer.ok) return { ok: true, link: answer.said.link ?? null };
	if (answer.offline) return { ok: false, offline: true, code: '', message: '' };
	return { ok: false, offline: false, code: answer.refusal.code, message: answer.refusal.message };
}

export const addLink = async (address: string, link: Omit<Link, 'id'>): Promise<LinkOutcome> =>
	linkOutcome(await ask(`${address}/links`, 'POST', link));

export const changeLink = async (
	address: string,
	id: string,
	link: Pick<Link, 'type' | 'lag' | 'lagUnit'> & { version?: number }
): Promise<LinkOutcome> =>
	linkOutcome(await ask(`${address}/links/${encodeURIComponent(id)}`, 'PATCH', link));

/** @param version the one that was read; without it, whatever stands now is removed */
export const removeLink = async (address: string, id: string, version?: number): Promise<LinkOutcome> =>
	linkOutcome(
		await ask(`${address}/links/${encodeURIComponent(id)}`, 'DELETE', version ? { version } : null)
	);

/** `about`: the predecessor that is wrong, where it is one of them. */
export type LinksOutcome =
	| { ok: true; links: (Link & { version: number })[] }
	| { ok: false; offline: boolean; message: string; about: string | null };

/** Makes the links of a line those that are given, as one act. @param read those on the screen, with their versions */
export async function setLinks(
	address: string,
	line: string,
	links: readonly Tie[],
	read: readonly { id: string; version: number }[]
): Promise<LinksOutcome> {
	const body = { links, read: read.map(({ id, version }) => ({ id, version })) };
	const answer = await ask<{ links: (Link & { version: number })[] }>(
		`${address}/items/${encodeURIComponent(line)}/links`,
		'PUT',
		body
	);
	if (answer.ok) return { ok: true, links: answer.said.links };
	if (answer.offline) return { ok: false, offline: true, message: '', about: null };
	const { message, detail } = answer.refusal;
	return { ok: false, offline: false, message, about: detail.from ?? null };
}

/** What the schedule's stamp is now, and who changed it last; null when nobody answers. */
export async function readStamp(
	address: string
): Promise<{ stamp: string; by?: string | null; on?: Day } | null> {
	const answer = await ask<{ stamp: string; by?: string | null }>(`${address}/stamp`, 'GET');
	return answer.ok ? answer.said : null;
}
