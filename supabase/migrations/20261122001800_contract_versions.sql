-- A contract changes while it runs. Each text of it stays, numbered, with the act that brought it; what is in force is
-- the last one, and missions.contract is that one.
create table public.contract_versions (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	number int not null,
	contract jsonb not null check (jsonb_typeof(contract) = 'object'),
	contract_sha256 text not null check (contract_sha256 ~ '^[0-9a-f]{64}$'),
	-- As it was written, when it came as a file.
	source text check (length(source) <= 600000),
	in_force_on date not null,
	at timestamptz not null default clock_timestamp(),
	unique (mission_id, number),
	unique (id, mission_id)
);
comment on table public.contract_versions is 'Each text of a contract that was in force, in order; the last one is.';

-- A change of the contract and the act it rests on: prepared by the client's project manager, in force when the client
-- signs. The first date of an event that the contract left open is a fact, recorded by the project manager alone.
create table public.amendments (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	number int not null,
	state text not null default 'prepared' check (state in ('prepared', 'in_force', 'withdrawn')),
	-- The text it was prepared on.
	base_number int not null,
	act_kind text not null check (act_kind in ('amendment', 'service_order', 'decision', 'fact')),
	act_number text not null check (length(trim(act_number)) between 1 and 100),
	act_on date not null,
	signed_by text not null check (length(trim(signed_by)) between 1 and 200),
	-- An amendment is signed by both parties.
	contractor_signed_by text check (length(trim(contractor_signed_by)) between 1 and 200),
	purpose text not null check (length(trim(purpose)) between 1 and 2000),
	contract jsonb not null check (jsonb_typeof(contract) = 'object'),
	contract_sha256 text not null check (contract_sha256 ~ '^[0-9a-f]{64}$'),
	source text check (length(source) <= 600000),
	anchors jsonb not null default '{}',
	-- What it moved, old dates and new, as it was shown: at its preparation, then as it was when it came in force.
	changes jsonb not null default '{}',
	file_name text,
	file_size bigint,
	sha256 text,
	storage_key text unique,
	prepared_by uuid not null references public.people (id),
	prepared_on date not null,
	prepared_at timestamptz not null default clock_timestamp(),
	decided_by uuid references public.people (id),
	delegation_id uuid references public.delegations (id),
	in_force_on date,
	decided_at timestamptz,
	version int not null default 1,
	unique (mission_id, number),
	check (act_kind <> 'amendment' or contractor_signed_by is not null),
	check ((state = 'in_force') = (in_force_on is not null))
);
create index amendments_state on public.amendments (state);
comment on table public.amendments is 'Changes of a contract, each with its act: prepared, in force, or withdrawn.';

alter table public.contract_versions enable row level security;
alter table public.amendments enable row level security;
create policy "members read the texts of their contract" on public.contract_versions for select to authenticated using (
	mission_id in (select private.my_missions()));
create policy "members read changes in force, the client those prepared" on public.amendments for select to authenticated using (
	mission_id in (select private.my_missions())
	and (state = 'in_force' or mission_id in (select private.my_missions_as('client'))));
grant select on public.contract_versions, public.amendments to authenticated;

create trigger contract_versions_are_append_only before update or delete on public.contract_versions
	for each row execute function private.refuse_change();
create trigger contract_versions_are_not_truncated before truncate on public.contract_versions
	for each statement execute function private.refuse_change();

-- What was signed or withdrawn stands as it was.
create function private.settled_changes_stand() returns trigger
	language plpgsql set search_path = '' as $$
begin
	if tg_op = 'DELETE' or old.state <> 'prepared' then perform private.refuse(403, 'append_only'); end if;
	return new;
end $$;
create trigger amendments_stand before update or delete on public.amendments
	for each row execute function private.settled_changes_stand();
create trigger amendments_are_not_truncated before truncate on public.amendments
	for each statement execute function private.refuse_change();

-- However a mission is made, its contract is text number 1. `jalon.contract_source` carries the file as written.
create function private.first_contract() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	insert into public.contract_versions (mission_id, number, contract, contract_sha256, source, in_force_on)
	values (new.id, 1, new.contract, new.contract_sha256, nullif(current_setting('jalon.contract_source', true), ''),
		coalesce(new.plays_on, (now() at time zone new.time_zone)::date));
	return new;
end $$;
create trigger missions_begin_with_a_contract after insert on public.missions
	for each row execute function private.first_contract();
insert into public.contract_versions (mission_id, number, contract, contract_sha256, in_force_on)
select m.id, 1, m.contract, m.contract_sha256, coalesce(m.plays_on, (m.created_at at time zone m.time_zone)::date) from public.missions m;

create function private.contract_number(mission uuid) returns int
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select max(v.number) from public.contract_versions v where v.mission_id = mission);
end $$;
