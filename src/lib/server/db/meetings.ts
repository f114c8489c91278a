import type { Clause } from '#core/contract/common.ts';
import type { Deciding, Presence } from '#core/meetings/deciding/view.ts';
import type { MeetingState } from '#core/meetings/states.ts';
import { rulesOf } from '#core/meetings/rules.ts';
import type {
	Action,
	AgendaLine,
	AgendaRef,
	AttendanceStatus,
	Body,
	CommitteeKind,
	MeetingLine,
	MeetingView,
	Purpose,
	Resolution,
	ResolutionKind
} from '#core/meetings/view.ts';
import type { Row } from './types.gen.ts';

/** A stored time `10:00:00` as it is typed: `10:00`. */
export const timeOf = (stored: string | null): string => stored?.slice(0, 5) ?? '';

export const bodyColumns = 'id, code, kind, title, detail, clause, rules';
interface Detail {
	short?: string;
	composition?: { members: string; phases?: string[] }[];
	chair?: string;
	cadence?: { words: string };
	place?: string;
	powers?: string;
	notes?: string[];
}

export function bodyOf(
	row: Pick<Row<'committees'>, 'id' | 'code' | 'kind' | 'title' | 'detail' | 'clause' | 'rules'>
): Body {
	const detail = (row.detail ?? {}) as Detail;
	return {
		id: row.id,
		code: row.code,
		kind: row.kind as CommitteeKind,
		title: row.title,
		short: detail.short ?? row.title,
		powers: detail.powers ?? '',
		place: detail.place ?? null,
		cadence: detail.cadence?.words ?? '',
		chair: detail.chair ?? null,
		composition: (detail.composition ?? []).map((c) => ({ members: c.members, phases: c.phases ?? [] })),
		notes: detail.notes ?? [],
		clause: (row.clause as Clause | null) ?? null,
		rules: rulesOf(row.rules)
	};
}

export const lineColumns = 'id, code, title, held_on, starts_at, place, state';
export const lineOf = (
	row: Pick<Row<'meetings'>, 'id' | 'code' | 'title' | 'held_on' | 'starts_at' | 'place' | 'state'>
): MeetingLine => ({
	id: row.id,
	code: row.code,
	title: row.title,
	heldOn: row.held_on,
	startsAt: timeOf(row.starts_at) || null,
	place: row.place,
	state: row.state as MeetingState
});

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;
const byNumber = (a: { number: string }, b: { number: string }) => a.number.localeCompare(b.number);

/** What `meeting_agenda` gives beside the items themselves. */
export interface AgendaRows {
	refs: (AgendaRef & { item: string })[];
	people: Record<string, string>;
	from: Record<string, string>;
	to: Record<string, { code: string; told: boolean }>;
}

export const agendaOf = (rows: Row<'agenda_items'>[], beside: AgendaRows): AgendaLine[] =>
	[...rows].sort(byPosition).map((r) => ({
		id: r.id,
		version: r.version,
		title: r.title,
		purpose: r.purpose as Purpose,
		minutes: r.minutes,
		conclusion: r.conclusion,
		duration: r.duration,
		presenter: r.presenter,
		refs: beside.refs
			.filter((ref) => ref.item === r.id)
			.map(({ kind, id, code, number, title }) => ({ kind, id, code, number, title })),
		place: r.place as AgendaLine['place'],
		from: beside.from[r.id] ?? null,
		to: beside.to[r.id] ?? null,
		by: r.updated_by ? (beside.people[r.updated_by] ?? null) : null,
		at: r.updated_at
	}));

export const attendanceOf = (rows: Row<'attendances'>[]): MeetingView['attendance'] =>
	[...rows].sort(byPosition).map((r) => ({
		personId: r.person_id,
		name: r.full_name,
		organisation: r.organisation,
		functionTitle: r.function_title,
		status: r.status as AttendanceStatus,
		representedBy: r.represented_by ?? '',
		id: r.id,
		version: r.version,
		votes: r.votes,
		seatId: r.seat_id,
		arrivedAt: timeOf(r.arrived_at),
		leftAt: timeOf(r.left_at),
		how: r.represented_how as Presence['how'],
		mandatedId: r.mandated_id
	}));

/** « E-L11, V1.0 »: how papers cite a version. */
export const versionLabel = (v: { number: string; deliverables: { code: string } | null }): string =>
	`${v.deliverables?.code ?? '—'}, V${v.number}`;

export const resolutionsOf = (
	rows: (Row<'resolutions'> & { versions: Parameters<typeof versionLabel>[0] | null })[]
): Resolution[] =>
	[...rows].sort(byNumber).map((r) => ({
		id: r.id,
		number: r.number,
		wording: r.wording,
		kind: r.kind as ResolutionKind,
		versionId: r.version_id,
		deliverable: r.versions ? versionLabel(r.versions) : null,
		effectOn: r.effect_on,
		version: r.version,
		itemId: r.item_id,
		outcome: r.outcome as Deciding['outcome'],
		reserves: r.reserves as unknown as Deciding['reserves'],
		result: r.result as Deciding['result'],
		votes: r.votes as Deciding['votes'],
		quorum: r.quorum as Deciding['quorum'],
		binds: r.binds,
		endorsed: r.endorsement_id !== null,
		createdBy: r.created_by
	}));

export const actionsOf = (rows: Row<'actions'>[], meeting: (id: string) => string): Action[] =>
	[...rows].sort(byNumber).map((r) => ({
		id: r.id,
		number: r.number,
		wording: r.wording,
		ownerId: r.owner_id,
		owner: r.owner_name,
		dueOn: r.due_on,
		doneOn: r.done_on,
		version: r.version,
		meeting: meeting(r.meeting_id),
		itemId: r.item_id,
		result: r.result,
		binds: r.binds,
		createdBy: r.created_by
	}));
