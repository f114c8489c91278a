-- People are one per human being; what they may do is said per mission, by memberships.
create table public.people (
	id uuid primary key default gen_random_uuid(),
	user_id uuid unique references auth.users (id) on delete set null,
	email text not null check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
	full_name text not null check (length(trim(full_name)) between 1 and 200),
	is_admin boolean not null default false,
	is_demo boolean not null default false,
	disabled_at timestamptz,
	created_at timestamptz not null default now(),
	constraint people_email_key unique (email)
);

create table public.missions (
	id uuid primary key default gen_random_uuid(),
	slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
	title text not null check (length(title) between 1 and 300),
	short_title text not null check (length(short_title) between 1 and 80),
	reference text,
	prefix text not null default 'M' check (prefix ~ '^[A-Z]{1,4}$'),
	regime text not null default 'unknown',
	calendar text not null,
	time_zone text not null default 'Europe/Paris',
	language text not null default 'fr',
	is_demo boolean not null default false,
	-- Only a demonstration plays on another day than today.
	plays_on date check (plays_on is null or is_demo),
	anchors jsonb not null default '{}',
	contract jsonb not null check (jsonb_typeof(contract) = 'object'),
	contract_sha256 text not null,
	created_at timestamptz not null default now(),
	version int not null default 1
);

create table public.organisations (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	key text not null,
	name text not null check (length(name) between 1 and 200),
	short_name text not null check (length(short_name) between 1 and 60),
	side text not null check (side in ('client', 'contractor', 'other')),
	address text,
	version int not null default 1,
	unique (mission_id, key),
	unique (id, mission_id)
);

-- Who may do what, from a day to the eve of another. `ends_on` is the first day the role is no longer held.
create table public.memberships (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	person_id uuid not null references public.people (id),
	organisation_id uuid not null,
	role text not null check (role in ('client_manager', 'client_signatory', 'committee_chair', 'committee_member',
		'technical_member', 'contractor_lead', 'consultant', 'observer')),
	function_title text check (length(function_title) <= 200),
	starts_on date not null,
	ends_on date check (ends_on >= starts_on),
	replaces uuid references public.memberships (id),
	invited_by uuid references public.people (id),
	created_at timestamptz not null default now(),
	version int not null default 1,
	foreign key (organisation_id, mission_id) references public.organisations (id, mission_id)
);
create index memberships_person on public.memberships (person_id, mission_id);
create index memberships_mission on public.memberships (mission_id);

-- A signatory may have their decisions taken by another member for a period.
create table public.delegations (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	membership_id uuid not null references public.memberships (id),
	delegate_id uuid not null references public.people (id),
	starts_on date not null,
	ends_on date not null check (ends_on >= starts_on),
	reason text not null check (length(trim(reason)) between 1 and 500),
	created_by uuid not null references public.people (id),
	created_at timestamptz not null default now(),
	revoked_at timestamptz,
	revoked_by uuid references public.people (id)
);
create index delegations_mission on public.delegations (mission_id);
create index delegations_delegate on public.delegations (delegate_id);

alter table public.people enable row level security;
alter table public.missions enable row level security;
alter table public.organisations enable row level security;
alter table public.memberships enable row level security;
alter table public.delegations enable row level security;

-- Definers: policies on memberships would otherwise ask themselves. What each request asks is written in plpgsql, whose
-- plans are kept for the whole connection.
create function private.me() returns uuid
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select id from public.people where user_id = (select auth.uid()) and disabled_at is null);
end $$;

create function private.i_administer() returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select coalesce((select is_admin from public.people where id = private.me()), false));
end $$;

-- The mission's own day: the demonstration's, else today where the mission is.
create function private.today(mission uuid) returns date
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select coalesce(plays_on, (now() at time zone time_zone)::date) from public.missions where id = mission);
end $$;

create function private.active(starts date, ends date, mission uuid) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
declare
	day date := private.today(mission);
begin
	return starts <= day and (ends is null or day < ends);
end $$;

create function private.my_missions() returns setof uuid
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select distinct m.mission_id from public.memberships m
   where m.person_id = private.me() and private.active(m.starts_on, m.ends_on, m.mission_id);
end $$;

create function private.person_roles(person uuid, mission uuid) returns text[]
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select coalesce(array_agg(distinct m.role), '{}') from public.memberships m
   where m.person_id = person and m.mission_id = mission and private.active(m.starts_on, m.ends_on, mission));
end $$;

create function private.i_am(mission uuid, variadic roles text[]) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select private.person_roles(private.me(), mission) && roles);
end $$;

-- An observer sits on no side: what one side prepares is not theirs to read.
create function private.my_missions_as(wanted text) returns setof uuid
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select distinct m.mission_id from public.memberships m
   join public.organisations o on o.id = m.organisation_id
   where m.person_id = private.me() and o.side = wanted and m.role <> 'observer'
     and private.active(m.starts_on, m.ends_on, m.mission_id);
end $$;

create function private.people_i_meet() returns setof uuid
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select m.person_id from public.memberships m where m.mission_id in (select private.my_missions());
end $$;

-- Not a member: the mission does not exist for you. A member who may not: told so.
create function private.must_be(mission uuid, variadic roles text[]) returns uuid
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(mission is not null and mission in (select private.my_missions()), 404, 'not_found');
	perform private.require(private.i_am(mission, variadic roles), 403, 'not_allowed');
	return private.me();
end $$;

-- Nobody sits on both sides at once: what one prepares is not for the other's eyes, whatever the role.
create function private.one_side_at_a_time() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.require(not exists (select from public.memberships m
		join public.organisations theirs on theirs.id = m.organisation_id
		join public.organisations this on this.id = new.organisation_id
		where m.person_id = new.person_id and m.mission_id = new.mission_id and m.id <> new.id
		  and array[theirs.side, this.side] @> array['client', 'contractor']
		  and m.ends_on is distinct from m.starts_on
		  and (m.ends_on is null or m.ends_on > new.starts_on) and (new.ends_on is null or new.ends_on > m.starts_on)),
		422, 'role_of_other_side', '{"field":"organisation"}');
	return new;
end $$;
create trigger memberships_are_of_one_side before insert on public.memberships
	for each row execute function private.one_side_at_a_time();

create policy "members read the missions they belong to" on public.missions
	for select to authenticated using (id in (select private.my_missions()));
create policy "members read the organisations of their missions" on public.organisations
	for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read who holds which role" on public.memberships
	for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read the delegations of their missions" on public.delegations
	for select to authenticated using (mission_id in (select private.my_missions()));
create policy "people read themselves and those they meet, administrators all" on public.people
	for select to authenticated using (
		id = (select private.me()) or id in (select private.people_i_meet()) or (select private.i_administer()));

grant select on public.people, public.missions, public.organisations, public.memberships, public.delegations to authenticated;
grant usage on schema private to authenticated;

-- Policies call these as the person who reads; nothing else of `private` can be called.
grant execute on function private.me(), private.i_administer(), private.my_missions(), private.my_missions_as(text),
	private.people_i_meet() to authenticated;
