-- An invitation is a long-lived link to a page; the page sends a one-time code, and only that code opens a
-- session. Links in mails act only after a POST, for scanners open them all.
create table public.invitations (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid references public.missions (id) on delete cascade,
	person_id uuid not null references public.people (id),
	token_sha256 text not null unique,
	created_by uuid references public.people (id),
	created_at timestamptz not null default clock_timestamp(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_at timestamptz,
	revoked_at timestamptz
);
create index invitations_mission on public.invitations (mission_id);
create index invitations_person on public.invitations (person_id);
alter table public.invitations enable row level security;
create policy "project managers read the invitations of their missions" on public.invitations for select to authenticated using (
	mission_id in (select private.my_missions()) and private.i_am(mission_id, 'client_manager'));
grant select (id, mission_id, person_id, created_by, created_at, expires_at, accepted_at, revoked_at) on public.invitations to authenticated;
grant execute on function private.i_am(uuid, text[]) to authenticated;

create function private.side_of(role text) returns text
	language sql immutable set search_path = '' as
$$ select case when role in ('client_manager', 'client_signatory') then 'client'
	when role in ('contractor_lead', 'consultant') then 'contractor' end $$;

create function private.check_role(mission uuid, organisation uuid, role text) returns void
	language plpgsql stable security definer set search_path = '' as $$
declare
	side text;
begin
	select o.side into side from public.organisations o where o.id = organisation and o.mission_id = mission;
	perform private.require(side is not null, 422, 'unknown_organisation', '{"field":"organisation"}');
	perform private.require(check_role.role in ('client_manager', 'client_signatory', 'committee_chair', 'committee_member',
		'technical_member', 'contractor_lead', 'consultant', 'observer'), 422, 'choice_missing', '{"field":"role"}');
	perform private.require(private.side_of(check_role.role) is null or private.side_of(check_role.role) = side, 422, 'role_of_other_side', '{"field":"role"}');
	perform private.require(check_role.role not in ('committee_chair', 'committee_member') or side <> 'contractor', 422, 'role_of_other_side', '{"field":"role"}');
end $$;

-- Whoever names people does not name themself to sign for the buyer.
create function private.not_for_oneself(role text, person uuid, field text) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(role <> 'client_signatory' or person is distinct from private.me(), 422, 'signature_for_oneself', jsonb_build_object('field', field));
end $$;

create function private.find_or_make_person(email text, full_name text) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	known uuid;
	address text := lower(trim(coalesce(email, '')));
begin
	perform private.require(address ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$' and length(address) <= 254, 422, 'email_invalid', '{"field":"email"}');
	select p.id into known from public.people p where p.email = address;
	if known is null then
		perform private.require((coalesce(full_name, '') ~ '\S' and length(full_name) <= 200), 422, 'name_missing', '{"field":"fullName"}');
		-- Whom the demonstration invites belongs to it: its outbox goes on showing what it sends.
		insert into public.people (email, full_name, is_demo) values (address, trim(full_name),
			coalesce((select p.is_demo from public.people p where p.id = private.me()), false)) returning id into known;
	end if;
	return known;
end $$;

create function private.send_invitation(mission uuid, person uuid) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
begin
	update public.invitations set revoked_at = clock_timestamp()
		where mission_id is not distinct from mission and person_id = person and accepted_at is null and revoked_at is null;
	insert into public.invitations (mission_id, person_id, token_sha256, created_by)
		values (mission, person, encode(sha256(convert_to(token, 'UTF8')), 'hex'), private.me());
	perform private.mail(mission, p.email, 'invitation', jsonb_build_object('name', p.full_name, 'token', token, 'by', private.person_name(private.me())))
		from public.people p where p.id = person;
end $$;

-- Bodies follow roles: a chair or member of the steering committee sits in each COPIL of the mission.
create function private.seat(mission uuid, person uuid, role text, starts date) returns void
	language sql security definer set search_path = '' as
$$ insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on)
   select c.id, mission, person, case role when 'committee_chair' then 'chair' when 'committee_member' then 'member' else 'member' end, starts
   from public.committees c
   where c.mission_id = mission and ((role in ('committee_chair', 'committee_member') and c.kind = 'copil')
	or (role in ('technical_member', 'client_manager') and c.kind = 'cotech')
	or (role in ('client_manager', 'contractor_lead') and c.kind = 'project'))
   on conflict do nothing $$;

create function private.unseat(mission uuid, person uuid, leaves date) returns void
	language sql security definer set search_path = '' as
$$ update public.committee_members c set ends_on = greatest(leaves, c.starts_on)
   where c.mission_id = mission and c.person_id = person and (c.ends_on is null or c.ends_on > leaves)
	and not exists (select from public.memberships s where s.mission_id = mission and s.person_id = person and (s.ends_on is null or s.ends_on > leaves)
		and s.role in ('committee_chair', 'committee_member', 'technical_member', 'client_manager', 'contractor_lead')) $$;

create function public.invite(mission uuid, email text, full_name text, organisation uuid, role text, function_title text default null, starts_on date default null) returns public.memberships
	language plpgsql security definer set search_path = '' as $$
declare
	person uuid;
	made public.memberships;
	from_day date;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.check_role(mission, organisation, role);
	perform private.require(length(coalesce(invite.function_title, '')) <= 200, 422, 'too_long', '{"field":"functionTitle"}');
	person := private.find_or_make_person(email, full_name);
	perform private.not_for_oneself(invite.role, person, 'role');
	from_day := coalesce(invite.starts_on, private.today(mission));
	perform private.require(from_day between private.today(mission) - 3650 and private.today(mission) + 730, 422, 'date_out_of_range', '{"field":"startsOn"}');
	perform private.require(not exists (select from public.memberships s where s.mission_id = mission and s.person_id = person and s.role = invite.role
		and (s.ends_on is null or s.ends_on > from_day)), 409, 'already_member', '{"field":"email"}');
	insert into public.memberships (mission_id, person_id, organisation_id, role, function_title, starts_on, invited_by)
	values (mission, person, organisation, invite.role, nullif(trim(coalesce(invite.function_title, '')), ''), from_day, private.me()) returning * into made;
	perform private.seat(mission, person, invite.role, from_day);
	perform private.send_invitation(mission, person);
	perform private.log(mission, 'member_invited', private.person_name(person), jsonb_build_object('role', made.role, 'startsOn', from_day, 'membership', made.id));
	return made;
end $$;

create function public.invite_again(membership uuid) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	s public.memberships;
begin
	select * into s from public.memberships x where x.id = membership and x.mission_id in (select private.my_missions());
	perform private.require(s.id is not null, 404, 'not_found');
	perform private.must_be(s.mission_id, 'client_manager');
	perform private.require(s.ends_on is null or s.ends_on > private.today(s.mission_id), 409, 'membership_ended');
	perform private.send_invitation(s.mission_id, s.person_id);
	perform private.log(s.mission_id, 'member_invited_again', private.person_name(s.person_id));
end $$;

-- The mission is never left without somebody who can manage it.
create function private.keep_a_manager(mission uuid, leaving uuid, leaves date) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(exists (select from public.memberships s join public.people p on p.id = s.person_id
		where s.mission_id = mission and s.role = 'client_manager' and s.id <> leaving and p.disabled_at is null
		  and s.starts_on <= leaves and (s.ends_on is null or s.ends_on > leaves)), 409, 'last_manager');
end $$;

create function private.membership_to_change(membership uuid, read_version int) returns public.memberships
	language plpgsql security definer set search_path = '' as $$
declare
	s public.memberships;
begin
	select * into s from public.memberships x where x.id = membership and x.mission_id in (select private.my_missions()) for update;
	perform private.require(s.id is not null, 404, 'not_found');
	perform private.must_be(s.mission_id, 'client_manager');
	perform private.require(s.version = read_version, 409, 'stale');
	perform private.require(s.ends_on is null or s.ends_on > private.today(s.mission_id), 409, 'membership_ended');
	return s;
end $$;

-- A change of role ends one membership and begins another the same day: the past stays readable.
create function public.change_role(membership uuid, read_version int, new_role text, new_function text default null) returns public.memberships
	language plpgsql security definer set search_path = '' as $$
declare
	s public.memberships;
	made public.memberships;
	today date;
begin
	s := private.membership_to_change(membership, read_version);
	today := private.today(s.mission_id);
	perform private.check_role(s.mission_id, s.organisation_id, new_role);
	perform private.require(length(coalesce(new_function, '')) <= 200, 422, 'too_long', '{"field":"functionTitle"}');
	perform private.require(new_role <> s.role, 422, 'same_role', '{"field":"role"}');
	perform private.not_for_oneself(new_role, s.person_id, 'role');
	perform private.require(not exists (select from public.memberships x where x.mission_id = s.mission_id and x.person_id = s.person_id and x.role = new_role
		and (x.ends_on is null or x.ends_on > today)), 409, 'already_member', '{"field":"role"}');
	if s.role = 'client_manager' then perform private.keep_a_manager(s.mission_id, s.id, today); end if;
	update public.memberships x set ends_on = greatest(today, x.starts_on), version = x.version + 1 where x.id = membership;
	insert into public.memberships (mission_id, person_id, organisation_id, role, function_title, starts_on, replaces, invited_by)
	values (s.mission_id, s.person_id, s.organisation_id, new_role, coalesce(nullif(trim(coalesce(new_function, '')), ''), s.function_title), today, s.id, private.me())
	returning * into made;
	-- Seats of the former role end; those of the new one begin.
	update public.committee_members c set ends_on = greatest(today, c.starts_on) where c.mission_id = s.mission_id and c.person_id = s.person_id
		and (c.ends_on is null or c.ends_on > today);
	perform private.seat(s.mission_id, s.person_id, x.role, today) from public.memberships x
		where x.mission_id = s.mission_id and x.person_id = s.person_id and private.active(x.starts_on, x.ends_on, s.mission_id);
	perform private.log(s.mission_id, 'role_changed', private.person_name(s.person_id), jsonb_build_object('from', s.role, 'to', new_role));
	return made;
end $$;

create function public.replace_member(membership uuid, read_version int, email text, full_name text, from_day date) returns public.memberships
	language plpgsql security definer set search_path = '' as $$
declare
	s public.memberships;
	person uuid;
	made public.memberships;
begin
	s := private.membership_to_change(membership, read_version);
	perform private.require(from_day is not null and from_day >= private.today(s.mission_id) and from_day <= private.today(s.mission_id) + 730, 422, 'date_out_of_range', '{"field":"fromDay"}');
	perform private.require(from_day >= s.starts_on, 422, 'date_out_of_range', '{"field":"fromDay"}');
	person := private.find_or_make_person(email, full_name);
	perform private.require(person <> s.person_id, 422, 'same_person', '{"field":"email"}');
	perform private.not_for_oneself(s.role, person, 'email');
	perform private.require(not exists (select from public.memberships x where x.mission_id = s.mission_id and x.person_id = person and x.role = s.role
		and (x.ends_on is null or x.ends_on > from_day)), 409, 'already_member', '{"field":"email"}');
	update public.memberships x set ends_on = from_day, version = x.version + 1 where x.id = membership;
	insert into public.memberships (mission_id, person_id, organisation_id, role, function_title, starts_on, replaces, invited_by)
	values (s.mission_id, person, s.organisation_id, s.role, s.function_title, from_day, s.id, private.me()) returning * into made;
	perform private.unseat(s.mission_id, s.person_id, from_day);
	perform private.seat(s.mission_id, person, s.role, from_day);
	perform private.send_invitation(s.mission_id, person);
	perform private.log(s.mission_id, 'member_replaced', private.person_name(s.person_id),
		jsonb_build_object('by', private.person_name(person), 'role', s.role, 'fromDay', from_day));
	return made;
end $$;

create function public.remove_member(membership uuid, read_version int, reason text) returns public.memberships
	language plpgsql security definer set search_path = '' as $$
declare
	s public.memberships;
	made public.memberships;
	today date;
begin
	s := private.membership_to_change(membership, read_version);
	perform private.require((coalesce(reason, '') ~ '\S' and length(reason) <= 500), 422, 'reason_missing', '{"field":"reason"}');
	today := private.today(s.mission_id);
	if s.role = 'client_manager' then perform private.keep_a_manager(s.mission_id, s.id, today); end if;
	update public.memberships x set ends_on = greatest(today, x.starts_on), version = x.version + 1 where x.id = membership returning * into made;
	perform private.unseat(s.mission_id, s.person_id, today);
	update public.delegations d set revoked_at = clock_timestamp(), revoked_by = private.me() where d.mission_id = s.mission_id and d.revoked_at is null
		and (d.membership_id = s.id or (d.delegate_id = s.person_id and not exists (select from public.memberships x where x.mission_id = s.mission_id
			and x.person_id = s.person_id and (x.ends_on is null or x.ends_on > today))));
	update public.invitations i set revoked_at = clock_timestamp() where i.mission_id = s.mission_id and i.person_id = s.person_id and i.accepted_at is null
		and i.revoked_at is null and not exists (select from public.memberships x where x.mission_id = s.mission_id and x.person_id = s.person_id and (x.ends_on is null or x.ends_on > today));
	perform private.log(s.mission_id, 'member_removed', private.person_name(s.person_id), jsonb_build_object('role', s.role, 'reason', trim(reason)));
	return made;
end $$;

create function private.mail_delegation(d public.delegations, kind text, people uuid[]) returns void
	language sql security definer set search_path = '' as
$$ select private.mail(d.mission_id, p.email, kind, jsonb_build_object('name', p.full_name, 'of', private.person_name(s.person_id),
	'delegate', private.person_name(d.delegate_id), 'by', private.person_name(private.me()), 'fromDay', d.starts_on, 'toDay', d.ends_on, 'reason', d.reason))
   from public.people p, public.memberships s where p.id = any (people) and s.id = d.membership_id and p.disabled_at is null $$;

-- A signature is given by whoever holds it, and by nobody else. The signatory is written to as well: should somebody
-- else have sat at their desk, they read it.
create function public.delegate(membership uuid, to_person uuid, from_day date, to_day date, reason text) returns public.delegations
	language plpgsql security definer set search_path = '' as $$
declare
	s public.memberships;
	made public.delegations;
begin
	select * into s from public.memberships x where x.id = membership and x.mission_id in (select private.my_missions());
	perform private.require(s.id is not null, 404, 'not_found');
	perform private.require(s.person_id = private.me(), 403, 'not_allowed');
	perform private.require(s.role = 'client_signatory' and private.active(s.starts_on, s.ends_on, s.mission_id), 422, 'not_a_signatory', '{"field":"membership"}');
	perform private.require(to_person is not null and to_person <> s.person_id, 422, 'same_person', '{"field":"toPerson"}');
	perform private.require(exists (select from public.memberships x where x.mission_id = s.mission_id and x.person_id = to_person
		and private.active(x.starts_on, x.ends_on, s.mission_id)), 422, 'unknown_person', '{"field":"toPerson"}');
	perform private.require(private.sits_on_side(to_person, s.mission_id, 'client'), 422, 'role_of_other_side', '{"field":"toPerson"}');
	perform private.require(from_day is not null and from_day >= private.today(s.mission_id), 422, 'date_in_the_past', '{"field":"fromDay"}');
	perform private.require(to_day is not null and to_day >= from_day and to_day <= from_day + 366, 422, 'end_before_start', '{"field":"toDay"}');
	perform private.require((coalesce(delegate.reason, '') ~ '\S' and length(delegate.reason) <= 500), 422, 'reason_missing', '{"field":"reason"}');
	insert into public.delegations (mission_id, membership_id, delegate_id, starts_on, ends_on, reason, created_by)
	values (s.mission_id, s.id, to_person, from_day, to_day, trim(delegate.reason), private.me()) returning * into made;
	perform private.mail_delegation(made, 'delegation', array[to_person]);
	perform private.mail_delegation(made, 'delegation_recorded', array[s.person_id]);
	perform private.log(s.mission_id, 'delegation_given', private.person_name(to_person),
		jsonb_build_object('of', private.person_name(s.person_id), 'fromDay', from_day, 'toDay', to_day, 'reason', made.reason));
	return made;
end $$;

create function public.revoke_delegation(delegation uuid) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	d public.delegations;
begin
	select * into d from public.delegations x where x.id = delegation and x.mission_id in (select private.my_missions()) for update;
	perform private.require(d.id is not null, 404, 'not_found');
	perform private.require(private.i_am(d.mission_id, 'client_manager')
		or exists (select from public.memberships s where s.id = d.membership_id and s.person_id = private.me()), 403, 'not_allowed');
	perform private.require(d.revoked_at is null, 409, 'already_revoked');
	update public.delegations x set revoked_at = clock_timestamp(), revoked_by = private.me() where x.id = delegation;
	perform private.mail_delegation(d, 'delegation_revoked', array[d.delegate_id,
		(select s.person_id from public.memberships s where s.id = d.membership_id)]);
	perform private.log(d.mission_id, 'delegation_revoked', private.person_name(d.delegate_id));
end $$;

create function public.edit_organisation(organisation uuid, read_version int, new_name text, new_short_name text, new_address text default null) returns public.organisations
	language plpgsql security definer set search_path = '' as $$
declare
	was public.organisations;
	now_is public.organisations;
begin
	select * into was from public.organisations o where o.id = organisation and o.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	perform private.require(was.version = read_version, 409, 'stale');
	perform private.require((coalesce(new_name, '') ~ '\S' and length(new_name) <= 200), 422, 'name_missing', '{"field":"name"}');
	perform private.require((coalesce(new_short_name, '') ~ '\S' and length(new_short_name) <= 60), 422, 'name_missing', '{"field":"shortName"}');
	update public.organisations o set name = trim(new_name), short_name = trim(new_short_name), address = nullif(trim(coalesce(new_address, '')), ''),
		version = o.version + 1 where o.id = organisation returning * into now_is;
	perform private.log(was.mission_id, 'organisation_edited', now_is.name, jsonb_build_object('from', was.name));
	return now_is;
end $$;

-- Read without a session, by the server alone, for whoever holds the link: the least that lets a person
-- recognise the invitation.
create function private.read_invitation(token text) returns table (email text, full_name text, mission text, invited_by text, state text, has_account boolean)
	language sql stable security definer set search_path = '' as
$$ select p.email, p.full_name, m.short_title, private.person_name(i.created_by),
	case when i.revoked_at is not null then 'revoked' when i.accepted_at is not null then 'accepted'
		when i.expires_at < now() then 'expired' else 'open' end, p.user_id is not null
   from public.invitations i join public.people p on p.id = i.person_id left join public.missions m on m.id = i.mission_id
   where i.token_sha256 = encode(sha256(convert_to(token, 'UTF8')), 'hex') $$;
-- After a proven sign-in: the account becomes the invited person's. Proof is the mailbox, confirmed by the store.
create function public.claim_person() returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	mine uuid := private.me();
	address text;
begin
	perform private.require((select auth.uid()) is not null, 403, 'not_allowed');
	if mine is null then
		select lower(u.email) into address from auth.users u where u.id = (select auth.uid()) and u.email_confirmed_at is not null;
		update public.people p set user_id = (select auth.uid()) where p.email = address and p.user_id is null and p.disabled_at is null returning p.id into mine;
		if mine is not null then perform private.log(null, 'account_claimed', address, '{}', 'admin'); end if;
	end if;
	if mine is not null then
		update public.invitations i set accepted_at = clock_timestamp() where i.person_id = mine and i.accepted_at is null and i.revoked_at is null;
	end if;
	return mine;
end $$;

-- Accounts, for administrators: who exists, who may administer, who is shut out. No mission's content.
create function public.set_account(person uuid, administrator boolean default null, disabled boolean default null) returns public.people
	language plpgsql security definer set search_path = '' as $$
declare
	was public.people;
	now_is public.people;
begin
	perform private.require(private.i_administer(), 403, 'not_allowed');
	select * into was from public.people p where p.id = person for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.require(person <> private.me(), 409, 'not_yourself');
	update public.people p set is_admin = coalesce(administrator, p.is_admin),
		disabled_at = case when disabled is null then p.disabled_at when disabled then coalesce(p.disabled_at, clock_timestamp()) end
	where p.id = person returning * into now_is;
	perform private.log(null, 'account_set', was.email, jsonb_build_object('administrator', now_is.is_admin, 'disabled', now_is.disabled_at is not null), 'admin');
	return now_is;
end $$;

create function public.add_account(email text, full_name text) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	person uuid;
begin
	perform private.require(private.i_administer(), 403, 'not_allowed');
	person := private.find_or_make_person(email, full_name);
	perform private.require((select user_id from public.people where id = person) is null, 409, 'already_member', '{"field":"email"}');
	perform private.send_invitation(null, person);
	perform private.log(null, 'account_added', lower(trim(email)), '{}', 'admin');
	return person;
end $$;

grant execute on function public.invite(uuid, text, text, uuid, text, text, date), public.invite_again(uuid), public.change_role(uuid, int, text, text),
	public.replace_member(uuid, int, text, text, date), public.remove_member(uuid, int, text), public.delegate(uuid, uuid, date, date, text),
	public.revoke_delegation(uuid), public.edit_organisation(uuid, int, text, text, text), public.claim_person(),
	public.set_account(uuid, boolean, boolean), public.add_account(text, text) to authenticated;
