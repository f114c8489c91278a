import type { Day } from '#core/calendar/days.ts';
import { roles, type Role } from '#core/contract/roles.ts';

export type Side = 'client' | 'contractor' | 'other';

/** What the store holds of a team, as it stands in its tables. */
export interface TeamRows {
	organisations: {
		id: string;
		name: string;
		short_name: string;
		side: string;
		address: string | null;
		version: number;
	}[];
	memberships: {
		id: string;
		person_id: string;
		organisation_id: string;
		role: string;
		function_title: string | null;
		starts_on: Day;
		ends_on: Day | null;
		replaces: string | null;
		version: number;
	}[];
	people: { id: string; full_name: string; email: string; disabled_at: string | null }[];
	delegations: {
		id: string;
		membership_id: string;
		delegate_id: string;
		starts_on: Day;
		ends_on: Day;
		reason: string;
		created_by: string;
		revoked_at: string | null;
	}[];
	/** Only its project managers read the invitations of a mission. */
	invitations: {
		person_id: string;
		created_at: string;
		expires_at: string;
		accepted_at: string | null;
		revoked_at: string | null;
	}[];
}

export interface Member {
	id: string;
	version: number;
	personId: string;
	name: string;
	email: string;
	role: Role;
	functionTitle: string | null;
	organisation: string;
	startsOn: Day;
	/** The first day the role is no longer held. */
	endsOn: Day | null;
	state: 'current' | 'coming' | 'former';
	/** Whose place this is. */
	replaces: string | null;
	/** The account is closed: the role is held by nobody who can act. */
	closed: boolean;
	/** Invited and not in yet. */
	pending: { at: string; expired: boolean } | null;
}

export interface Organisation {
	id: string;
	name: string;
	shortName: string;
	side: Side;
	address: string | null;
	version: number;
	members: Member[];
}

export interface Delegation {
	id: string;
	of: string;
	ofPersonId: string;
	to: string;
	startsOn: Day;
	/** The last day of the delegation. */
	endsOn: Day;
	reason: string;
	by: string;
	revokedAt: string | null;
	/** `void`: in its period, but the signatory no longer holds the role. */
	state: 'current' | 'coming' | 'over' | 'revoked' | 'void';
}

export interface Team {
	organisations: Organisation[];
	former: Member[];
	delegations: Delegation[];
	/** Roles whose signature may be delegated today. */
	signatories: { id: string; personId: string; name: string }[];
	/** Who may receive one: in office today, not of the contractor, not an observer. */
	delegates: { personId: string; name: string }[];
}

const sides: Side[] = ['client', 'contractor', 'other'];
const byRank = (a: Member, b: Member) =>
	roles.indexOf(a.role) - roles.indexOf(b.role) || a.name.localeCompare(b.name);

/** Is a role held on that day? It is no longer on `ends_on`. */
export const holds = (m: { starts_on: Day; ends_on: Day | null }, day: Day): boolean =>
	m.starts_on <= day && (m.ends_on === null || day < m.ends_on);

function delegationState(
	d: TeamRows['delegations'][number],
	of: TeamRows['memberships'][number] | undefined,
	today: Day
): Delegation['state'] {
	if (d.revoked_at) return 'revoked';
	if (today > d.ends_on) return 'over';
	if (today < d.starts_on) return 'coming';
	return of && holds(of, today) ? 'current' : 'void';
}

/**
 * The team as its page shows it: people by organisation, the past apart, delegations with their state.
 * @param today the mission's own day
 * @param now an instant, for invitations that have expired
 */
export function arrangeTeam(rows: TeamRows, today: Day, now: string): Team {
	const people = new Map(rows.people.map((p) => [p.id, p]));
	const organisations = new Map(rows.organisations.map((o) => [o.id, o]));
	const memberships = new Map(rows.memberships.map((m) => [m.id, m]));
	const name = (id: string | undefined) => (id && people.get(id)?.full_name) || '';

	const members = rows.memberships.map((m): Member => {
		const invitation = rows.invitations.find((i) => i.person_id === m.person_id && !i.revoked_at);
		const replaced = m.replaces ? memberships.get(m.replaces) : undefined;
		return {
			id: m.id,
			version: m.version,
			personId: m.person_id,
			name: name(m.person_id),
			email: people.get(m.person_id)?.email ?? '',
			role: m.role as Role,
			functionTitle: m.function_title,
			organisation: organisations.get(m.organisation_id)?.short_name ?? '',
			startsOn: m.starts_on,
			endsOn: m.ends_on,
			state: holds(m, today)
				? 'current'
				: m.ends_on !== null && m.ends_on <= today
					? 'former'
					: 'coming',
			replaces: replaced && replaced.person_id !== m.person_id ? name(replaced.person_id) : null,
			closed: Boolean(people.get(m.person_id)?.disabled_at),
			pending:
				invitation && !invitation.accepted_at
					? { at: invitation.created_at, expired: invitation.expires_at < now }
					: null
		};
	});
	const placed = (m: Member, organisation: string) =>
		memberships.get(m.id)?.organisation_id === organisation;
	const current = members.filter((m) => m.state === 'current');

	return {
		organisations: rows.organisations
			.map((o): Organisation => ({
				id: o.id,
				name: o.name,
				shortName: o.short_name,
				side: o.side as Side,
				address: o.address,
				version: o.version,
				members: members.filter((m) => m.state !== 'former' && placed(m, o.id)).sort(byRank)
			}))
			.sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side) || a.name.localeCompare(b.name)),
		former: members
			.filter((m) => m.state === 'former')
			.sort((a, b) => (b.endsOn ?? '').localeCompare(a.endsOn ?? '') || byRank(a, b)),
		delegations: rows.delegations
			.map((d): Delegation => {
				const of = memberships.get(d.membership_id);
				return {
					id: d.id,
					of: name(of?.person_id),
					ofPersonId: of?.person_id ?? '',
					to: name(d.delegate_id),
					startsOn: d.starts_on,
					endsOn: d.ends_on,
					reason: d.reason,
					by: name(d.created_by),
					revokedAt: d.revoked_at,
					state: delegationState(d, of, today)
				};
			})
			.sort((a, b) => b.startsOn.localeCompare(a.startsOn)),
		signatories: current
			.filter((m) => m.role === 'client_signatory')
			.map((m) => ({ id: m.id, personId: m.personId, name: m.name })),
		delegates: [
			...new Map(
				current
					.filter(
						(m) =>
							m.role !== 'observer' &&
							!m.closed &&
							sideOf(rows, memberships.get(m.id)) !== 'contractor'
					)
					.map((m) => [m.personId, { personId: m.personId, name: m.name }])
			).values()
		].sort((a, b) => a.name.localeCompare(b.name))
	};
}

const sideOf = (rows: TeamRows, m: TeamRows['memberships'][number] | undefined) =>
	rows.organisations.find((o) => o.id === m?.organisation_id)?.side;
