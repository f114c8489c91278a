create table public.committees (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	code text not null,
	kind text not null check (kind in ('copil', 'cotech', 'project', 'panel', 'other')),
	title text not null,
	detail jsonb not null default '{}',
	clause jsonb,
	version int not null default 1,
	unique (mission_id, code),
	unique (id, mission_id)
);

create table public.committee_members (
	id uuid primary key default gen_random_uuid(),
	committee_id uuid not null,
	mission_id uuid not null,
	person_id uuid not null references public.people (id),
	capacity text not null check (capacity in ('chair', 'member', 'secretary', 'guest')),
	starts_on date not null,
	ends_on date check (ends_on >= starts_on),
	foreign key (committee_id, mission_id) references public.committees (id, mission_id) on delete cascade
);
create unique index committee_members_once on public.committee_members (committee_id, person_id) where ends_on is null;
create index committee_members_person on public.committee_members (person_id);
create index committee_members_mission on public.committee_members (mission_id);

create table public.meetings (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	committee_id uuid not null,
	code text not null,
	title text not null check (length(trim(title)) between 1 and 200),
	held_on date not null,
	starts_at time,
	ends_at time,
	place text check (length(place) <= 300),
	state text not null default 'draft' check (state in ('draft', 'convened', 'in_session', 'held', 'circulated', 'approved', 'cancelled')),
	chaired_by text check (length(chaired_by) <= 200),
	written_by text check (length(written_by) <= 200),
	discussion text not null default '' check (length(discussion) <= 20000),
	next_meeting text check (length(next_meeting) <= 300),
	-- When it was first told to anybody; a cancelled draft never was.
	convened_at timestamptz,
	circulated_on date,
	approved_on date,
	-- How often its minutes were circulated: the edition of the document.
	edition int not null default 0,
	-- Version, author and time of each part that is typed by itself, so that two people may type at once.
	sections jsonb not null default '{}',
	updated_by uuid references public.people (id),
	updated_at timestamptz not null default now(),
	version int not null default 1,
	unique (mission_id, code),
	unique (id, mission_id),
	foreign key (committee_id, mission_id) references public.committees (id, mission_id)
);
create index meetings_committee on public.meetings (committee_id, held_on);

create table public.attendances (
	id uuid primary key default gen_random_uuid(),
	meeting_id uuid not null,
	mission_id uuid not null,
	person_id uuid references public.people (id),
	full_name text not null check (length(trim(full_name)) between 1 and 200),
	organisation text not null default '',
	function_title text not null default '',
	status text not null check (status in ('expected', 'present', 'represented', 'excused', 'absent')),
	represented_by text check (length(represented_by) <= 200),
	position int not null default 0,
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id) on delete cascade
);
create index attendances_meeting on public.attendances (meeting_id);

create table public.agenda_items (
	id uuid primary key default gen_random_uuid(),
	meeting_id uuid not null,
	mission_id uuid not null,
	position int not null,
	title text not null check (length(trim(title)) between 1 and 300),
	purpose text not null default 'information' check (purpose in ('information', 'opinion', 'decision')),
	minutes text not null default '' check (length(minutes) <= 20000),
	conclusion text not null default '' check (length(conclusion) <= 4000),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id) on delete cascade
);
create index agenda_items_meeting on public.agenda_items (meeting_id);

alter table public.committees enable row level security;
alter table public.committee_members enable row level security;
alter table public.meetings enable row level security;
alter table public.attendances enable row level security;
alter table public.agenda_items enable row level security;
create policy "members read the committees" on public.committees for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read who sits where" on public.committee_members for select to authenticated using (mission_id in (select private.my_missions()));
-- A meeting nobody was told of yet is the client's preparation.
create policy "members read meetings once convened, the client its drafts" on public.meetings for select to authenticated using (
	mission_id in (select private.my_missions())
	and (convened_at is not null or mission_id in (select private.my_missions_as('client'))));
create policy "members read the attendance of meetings they read" on public.attendances for select to authenticated using (
	meeting_id in (select id from public.meetings));
create policy "members read the agenda of meetings they read" on public.agenda_items for select to authenticated using (
	meeting_id in (select id from public.meetings));
grant select on public.committees, public.committee_members, public.meetings, public.attendances, public.agenda_items to authenticated;

-- The embedded store hands a JSON argument over as a JSON string that holds it, hosted PostgREST as it is.
create function private.plain_json(given jsonb) returns jsonb
	language sql immutable set search_path = '' as
$$ select case when jsonb_typeof(given) = 'string' then (given #>> '{}')::jsonb else given end $$;

-- Sits in the body today, as chair or member, and still belongs to the mission.
create function private.sits_as(person uuid, committee uuid, variadic capacities text[]) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select exists (select from public.committee_members c
	where c.committee_id = committee and c.person_id = person and c.capacity = any (capacities)
	  and private.active(c.starts_on, c.ends_on, c.mission_id)
	  and exists (select from public.memberships m where m.person_id = person and m.mission_id = c.mission_id
		and private.active(m.starts_on, m.ends_on, m.mission_id))));
end $$;

create function private.sits_on_side(person uuid, mission uuid, wanted text) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select exists (select from public.memberships m join public.organisations o on o.id = m.organisation_id
	where m.person_id = person and m.mission_id = mission and o.side = wanted and m.role <> 'observer'
	  and private.active(m.starts_on, m.ends_on, mission)));
end $$;
