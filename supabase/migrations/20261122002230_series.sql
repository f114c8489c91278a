-- A meeting is planned with those who sit that day; a series of them in one act.

-- Those who sit that day and are not on the list yet, or of them only those who vote. Whoever stands in for somebody is
-- told of it too, and counts once it is seen who is missing.
-- @returns how many
create function private.put_on_list(m public.meetings, voters_only boolean) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	added int;
begin
	insert into public.attendances (meeting_id, mission_id, person_id, full_name, organisation, function_title, status, position, seat_id, votes)
	select m.id, m.mission_id, p.id, p.full_name, coalesce(o.short_name, ''), coalesce(nullif(s.function_title, ''), x.function_title, ''), 'expected',
		(select coalesce(max(y.position), 0) from public.attendances y where y.meeting_id = m.id)
			+ row_number() over (order by s.alternate_of is not null, case s.capacity when 'chair' then 0 when 'guest' then 2 else 1 end, p.full_name),
		coalesce(v.id, s.id), v.id is not null
	from private.seats_on(m.committee_id, m.held_on, m.phase) s join public.people p on p.id = s.person_id
	cross join lateral (select private.voting_seat(m, p.id) as id) v
	left join lateral (select y.* from public.memberships y where y.person_id = p.id and y.mission_id = m.mission_id
		and (y.ends_on is null or y.ends_on > least(m.held_on, private.today(m.mission_id))) order by y.created_at limit 1) x on true
	left join public.organisations o on o.id = x.organisation_id
	where (v.id is not null or not voters_only) and not exists (select from public.attendances y where y.meeting_id = m.id and y.person_id = p.id);
	get diagnostics added = row_count;
	return added;
end $$;

create function private.draft_meeting(c public.committees, title text, held_on date, starts_at time, place text, phase text, occurrence text) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	made public.meetings;
	n int;
begin
	perform private.require((coalesce(draft_meeting.title, '') ~ '\S' and length(draft_meeting.title) <= 200), 422, 'title_length', '{"field":"title"}');
	perform private.require(draft_meeting.held_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"heldOn"}');
	perform private.require(draft_meeting.phase is null or exists (select from public.phases p where p.mission_id = c.mission_id and p.code = draft_meeting.phase),
		422, 'unknown_phase', '{"field":"phase"}');
	perform pg_advisory_xact_lock(hashtextextended('meetings ' || c.mission_id, 0));
	perform private.require(draft_meeting.occurrence is null or not exists (select from public.meetings m where m.committee_id = c.id
		and m.occurrence = draft_meeting.occurrence and m.state <> 'cancelled'), 409, 'occurrence_planned', jsonb_build_object('occurrence', draft_meeting.occurrence));
	select count(*) + 1 into n from public.meetings m where m.committee_id = c.id;
	insert into public.meetings (mission_id, committee_id, code, title, held_on, starts_at, place, phase, occurrence, chaired_by, written_by, updated_by)
	values (c.mission_id, c.id, c.code || '-' || lpad(n::text, 2, '0'), trim(draft_meeting.title), draft_meeting.held_on,
		draft_meeting.starts_at, left(coalesce(nullif(trim(draft_meeting.place), ''), c.detail ->> 'place'), 300), draft_meeting.phase, draft_meeting.occurrence,
		coalesce((select private.person_name(s.person_id) from private.seats_on(c.id, draft_meeting.held_on, draft_meeting.phase) s
			where s.capacity = 'chair' and s.alternate_of is null order by s.starts_on limit 1), case when c.detail ->> 'chair' !~ '^À désigner' then left(c.detail ->> 'chair', 200) end),
		(select private.person_name(s.person_id) from private.seats_on(c.id, draft_meeting.held_on, draft_meeting.phase) s
			where s.capacity = 'secretary' and s.alternate_of is null order by s.starts_on limit 1),
		private.me()) returning * into made;
	perform private.put_on_list(made, false);
	perform private.log(c.mission_id, 'meeting_planned', made.code, jsonb_strip_nulls(jsonb_build_object('heldOn', made.held_on, 'occurrence', made.occurrence)), 'client');
	return made;
end $$;

drop function public.plan_meeting(uuid, text, date, time, text);
create function public.plan_meeting(committee uuid, title text, held_on date, starts_at time default null, place text default null, phase text default null) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	c public.committees;
begin
	select * into c from public.committees x where x.id = committee and x.mission_id in (select private.my_missions());
	perform private.require(c.id is not null, 404, 'not_found');
	perform private.must_be(c.mission_id, 'client_manager');
	return private.draft_meeting(c, plan_meeting.title, plan_meeting.held_on, plan_meeting.starts_at, plan_meeting.place, plan_meeting.phase, null);
end $$;

-- A real day: the month is not longer than it is.
create function private.is_day(given text) returns boolean
	language sql immutable set search_path = '' as
$$ select coalesce(case when given ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' and given >= '1900'
	then split_part(given, '-', 3)::int <= extract(day from make_date(split_part(given, '-', 1)::int, split_part(given, '-', 2)::int, 1) + interval '1 month' - interval '1 day') end, false) $$;

-- All of them or none; each stands for one occurrence of the cadence, so that none is planned twice.
create function public.plan_series(committee uuid, meetings jsonb) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	c public.committees;
	one jsonb;
	made public.meetings;
	codes text[] := '{}';
begin
	meetings := private.plain_json(plan_series.meetings);
	select * into c from public.committees x where x.id = committee and x.mission_id in (select private.my_missions());
	perform private.require(c.id is not null, 404, 'not_found');
	perform private.must_be(c.mission_id, 'client_manager');
	perform private.require(case when jsonb_typeof(meetings) = 'array' then jsonb_array_length(meetings) >= 1 else false end, 422, 'series_empty', '{"field":"series"}');
	perform private.require(jsonb_array_length(meetings) <= 60, 422, 'series_too_long', '{"field":"series"}');
	for one in select x.value from jsonb_array_elements(meetings) x order by x.value ->> 'heldOn', x.value ->> 'occurrence' loop
		perform private.require(private.is_day(one ->> 'heldOn'), 422, 'date_out_of_range',
			jsonb_build_object('field', 'heldOn', 'occurrence', one ->> 'occurrence'));
		perform private.require(coalesce(one ->> 'occurrence', '') ~ '^[0-9]{4}(-(W[0-9]{2}|[0-9]{2}|[0-9]{2}-[0-9]{2}))?$', 422, 'bad_input', '{"field":"series"}');
		perform private.require(coalesce(one ->> 'startsAt', '') = '' or (one ->> 'startsAt') ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$', 422, 'bad_input', '{"field":"startsAt"}');
		-- Nobody is convened to a day that is past.
		perform private.require((one ->> 'heldOn')::date >= private.today(c.mission_id), 422, 'date_in_the_past',
			jsonb_build_object('field', 'heldOn', 'occurrence', one ->> 'occurrence'));
		made := private.draft_meeting(c, one ->> 'title', (one ->> 'heldOn')::date, nullif(one ->> 'startsAt', '')::time, one ->> 'place', null, one ->> 'occurrence');
		codes := codes || made.code;
	end loop;
	perform private.log(c.mission_id, 'series_planned', c.code, jsonb_build_object('meetings', to_jsonb(codes)), 'client');
	return to_jsonb(codes);
end $$;
grant execute on function public.plan_meeting(uuid, text, date, time, text, text), public.plan_series(uuid, jsonb) to authenticated;
