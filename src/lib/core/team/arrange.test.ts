import { describe, expect, it } from 'vitest';
import { arrangeTeam, type TeamRows } from './arrange.ts';

const rows: TeamRows = {
	organisations: [
		{ id: 'o2', name: 'Perche Conseil', short_name: 'PC', side: 'contractor', address: null, version: 1 },
		{ id: 'o1', name: 'Département', short_name: 'CD28', side: 'client', address: null, version: 1 }
	],
	people: [
		{ id: 'a', full_name: 'Anne', email: 'a@x.fr', disabled_at: null },
		{ id: 'b', full_name: 'Bruno', email: 'b@x.fr', disabled_at: null },
		{ id: 'c', full_name: 'Chloé', email: 'c@x.fr', disabled_at: '2019-12-01T00:00:00Z' },
		{ id: 'd', full_name: 'Driss', email: 'd@x.fr', disabled_at: null }
	],
	memberships: [
		m('m1', 'a', 'o1', 'client_signatory', '2019-10-29', '2020-01-10'),
		{ ...m('m2', 'b', 'o1', 'client_signatory', '2020-01-10', null), replaces: 'm1' },
		m('m3', 'c', 'o1', 'observer', '2019-10-29', null),
		m('m4', 'd', 'o2', 'contractor_lead', '2019-10-29', null)
	],
	delegations: [
		{
			id: 'd1',
			membership_id: 'm1',
			delegate_id: 'b',
			starts_on: '2019-12-20',
			ends_on: '2020-02-01',
			reason: 'congés',
			created_by: 'a',
			revoked_at: null
		}
	],
	invitations: [
		{
			person_id: 'b',
			created_at: '2020-01-01T00:00:00Z',
			expires_at: '2020-01-15T00:00:00Z',
			accepted_at: null,
			revoked_at: null
		}
	]
};

function m(id: string, person: string, organisation: string, role: string, from: string, to: string | null) {
	return {
		id,
		person_id: person,
		organisation_id: organisation,
		role,
		function_title: null,
		starts_on: from,
		ends_on: to,
		replaces: null,
		version: 1
	};
}

describe('arrangeTeam', () => {
	const before = arrangeTeam(rows, '2020-01-09', '2020-01-09T12:00:00Z');
	const after = arrangeTeam(rows, '2020-01-10', '2020-01-20T12:00:00Z');

	it('puts the client first and people in the order of their roles', () => {
		expect(before.organisations.map((o) => o.shortName)).toEqual(['CD28', 'PC']);
		expect(before.organisations[0]!.members.map((x) => [x.name, x.state])).toEqual([
			['Anne', 'current'],
			['Bruno', 'coming'],
			['Chloé', 'current']
		]);
	});

	it('moves a replaced person to the past on the very day', () => {
		expect(before.former).toEqual([]);
		expect(after.former.map((x) => x.name)).toEqual(['Anne']);
		expect(after.organisations[0]!.members[0]).toMatchObject({
			name: 'Bruno',
			replaces: 'Anne',
			state: 'current'
		});
	});

	it('says when a delegation no longer means anything', () => {
		expect(before.delegations[0]).toMatchObject({ of: 'Anne', to: 'Bruno', state: 'current' });
		expect(after.delegations[0]!.state).toBe('void');
		expect(arrangeTeam(rows, '2019-12-19', '').delegations[0]!.state).toBe('coming');
		expect(arrangeTeam(rows, '2020-02-02', '').delegations[0]!.state).toBe('over');
	});

	it('offers a delegation to nobody of the contractor, no observer, nobody shut out', () => {
		expect(after.delegates.map((x) => x.name)).toEqual(['Bruno']);
		expect(after.signatories.map((x) => x.name)).toEqual(['Bruno']);
	});

	it('tells an invitation that waits from one that has expired', () => {
		expect(before.organisations[0]!.members[1]!.pending).toEqual({
			at: '2020-01-01T00:00:00Z',
			expired: false
		});
		expect(after.organisations[0]!.members[0]!.pending?.expired).toBe(true);
	});
});
