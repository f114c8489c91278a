-- A mission's own copy of its calendar: the shipped one, what its contract says, then what its project manager says.
-- Each word on a day is kept; the last one counts.
create table public.calendar_days (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	mission_id uuid not null references public.missions (id),
	day date not null,
	label text not null check (length(trim(label)) between 1 and 120),
	-- off: nobody works; worked: it is given back; shipped: as before anybody said anything.
	kind text not null check (kind in ('off', 'worked', 'shipped')),
	reason text not null default '' check (length(reason) <= 1000),
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp()
);
create index calendar_days_day on public.calendar_days (mission_id, day, number);
comment on table public.calendar_days is 'What a mission changes in its calendar: days off, days given back, feasts confirmed or moved.';
alter table public.calendar_days enable row level security;
create policy "members read their mission's calendar" on public.calendar_days for select to authenticated using (
	mission_id in (select private.my_missions()));
grant select on public.calendar_days to authenticated;
create trigger calendar_days_are_append_only before update or delete on public.calendar_days
	for each row execute function private.refuse_change();
create trigger calendar_days_are_not_truncated before truncate on public.calendar_days
	for each statement execute function private.refuse_change();

-- The words in force, as core reads them.
create function private.calendar_changes(mission uuid) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce((select jsonb_agg(jsonb_build_object('day', c.day, 'label', c.label, 'working', c.kind = 'worked') order by c.day)
		from (select distinct on (x.day) x.* from public.calendar_days x where x.mission_id = mission order by x.day, x.number desc) c
		where c.kind <> 'shipped'), '[]');
end $$;

-- One or two days at once: a feast that moves gives back one day and takes another.
create function public.change_calendar(mission uuid, read_number bigint, days jsonb, reason text default '') returns void
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require(jsonb_typeof(days) = 'array' and jsonb_array_length(days) between 1 and 10, 422, 'bad_input');
	perform private.require(not exists (select from jsonb_to_recordset(days) as x (day date, label text, kind text)
		where x.day is null or coalesce(x.kind, '') not in ('off', 'worked', 'shipped')), 422, 'bad_input');
	perform private.require(not exists (select from jsonb_to_recordset(days) as x (day date) where x.day not between '1900-01-01' and '2199-12-31'),
		422, 'date_out_of_range', '{"field":"day"}');
	perform private.require(not exists (select from jsonb_to_recordset(days) as x (label text) where length(trim(coalesce(x.label, ''))) not between 1 and 120
		or x.label ~ '[\x01-\x1f\x7f]'), 422, 'title_length', '{"field":"label"}');
	perform private.require(length(coalesce(reason, '')) <= 1000, 422, 'too_long', '{"field":"reason"}');
	perform pg_advisory_xact_lock(hashtextextended('calendar ' || mission, 0));
	perform private.require(coalesce((select max(c.number) from public.calendar_days c where c.mission_id = mission), 0) = coalesce(read_number, 0), 409, 'stale');
	insert into public.calendar_days (mission_id, day, label, kind, reason, person_id, mission_day)
	select mission, x.day, trim(x.label), x.kind, trim(coalesce(change_calendar.reason, '')), private.me(), private.today(mission)
	from jsonb_to_recordset(days) as x (day date, label text, kind text) order by x.day;
	perform private.log(mission, 'calendar_changed', (select string_agg(distinct x ->> 'day', ', ') from jsonb_array_elements(days) x),
		jsonb_strip_nulls(jsonb_build_object('days', days, 'reason', nullif(trim(change_calendar.reason), ''))));
end $$;

-- The calendar's page reads this; runs as the person who reads.
create function public.calendar_page(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return coalesce((select jsonb_agg(jsonb_build_object('number', c.number, 'day', c.day, 'label', c.label, 'kind', c.kind, 'reason', c.reason,
			'by', p.full_name, 'on', c.mission_day) order by c.number desc)
		from public.calendar_days c left join public.people p on p.id = c.person_id where c.mission_id = mission), '[]');
end $$;

grant execute on function public.change_calendar(uuid, bigint, jsonb, text), public.calendar_page(text) to authenticated;

-- Obligations are worked out from it too: what they depend on, and what core is given, hold it beside the rest.
alter function private.obligation_stamp(uuid) rename to obligation_stamp_of_facts;
create function private.obligation_stamp(mission uuid) returns text
	language plpgsql stable security definer set search_path = '' as $$
declare
	changes jsonb := private.calendar_changes(mission);
begin
	return private.obligation_stamp_of_facts(mission) || case when changes = '[]' then '' else md5(changes::text) end;
end $$;

alter function private.obligation_facts(uuid, text[]) rename to obligation_facts_of_contract;
create function private.obligation_facts(mission uuid, known text[] default '{}') returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return private.obligation_facts_of_contract(mission, known) || jsonb_build_object('calendarChanges', private.calendar_changes(mission));
end $$;

-- As before, with the mission's own calendar and whether its contract measures anything.
create or replace function public.mission_context(mission_slug text, counting boolean default false) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select jsonb_build_object(
	'id', m.id, 'slug', m.slug, 'title', m.title, 'shortTitle', m.short_title, 'reference', m.reference, 'regime', m.regime,
	'calendar', m.calendar, 'timeZone', m.time_zone, 'language', m.language, 'prefix', m.prefix,
	'isDemo', m.is_demo, 'playsOn', m.plays_on, 'today', private.today(m.id), 'anchors', m.anchors,
	'roles', private.person_roles(private.me(), m.id),
	'isClient', m.id in (select private.my_missions_as('client')),
	'isContractor', m.id in (select private.my_missions_as('contractor')),
	'signs', (select s.may from private.signing_for(m.id) s),
	'contractSha256', m.contract_sha256, 'waiting', case when counting then public.count_waiting() end,
	'calendarChanges', private.calendar_changes(m.id), 'hasIndicators', m.has_indicators)
   from public.missions m where m.slug = mission_slug and m.id in (select private.my_missions()));
end $$;
