-- What bodies decide and ask for, with numbers that never change.
create table public.resolutions (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	meeting_id uuid not null,
	number text not null,
	wording text not null check (length(trim(wording)) between 1 and 4000),
	kind text not null default 'orientation' check (kind in ('validation', 'arbitration', 'orientation')),
	version_id uuid references public.versions (id),
	effect_on date,
	created_by uuid references public.people (id),
	created_at timestamptz not null default clock_timestamp(),
	unique (mission_id, number),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
create index resolutions_meeting on public.resolutions (meeting_id);

create table public.actions (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	meeting_id uuid not null,
	number text not null,
	wording text not null check (length(trim(wording)) between 1 and 2000),
	owner_id uuid references public.people (id),
	owner_name text not null default '' check (length(owner_name) <= 200),
	due_on date,
	done_on date,
	created_by uuid references public.people (id),
	created_at timestamptz not null default clock_timestamp(),
	version int not null default 1,
	unique (mission_id, number),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
create index actions_meeting on public.actions (meeting_id);
create index actions_owner on public.actions (owner_id) where done_on is null;

alter table public.resolutions enable row level security;
alter table public.actions enable row level security;
create policy "members read the decisions of meetings they read" on public.resolutions for select to authenticated using (meeting_id in (select id from public.meetings));
create policy "members read the actions of meetings they read" on public.actions for select to authenticated using (meeting_id in (select id from public.meetings));
grant select on public.resolutions, public.actions to authenticated;

create function private.writable_meeting(meeting uuid) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
begin
	select * into m from public.meetings x where x.id = meeting and x.mission_id in (select private.my_missions())
		and (x.convened_at is not null or x.mission_id in (select private.my_missions_as('client'))) for update;
	perform private.require(m.id is not null, 404, 'not_found');
	-- The contract asks the contractor for the minutes: during and after the meeting it may type them. They bind
	-- nobody until the project manager circulates them.
	if m.state in ('in_session', 'held') then
		perform private.must_be(m.mission_id, 'client_manager', 'contractor_lead', 'consultant');
	else
		perform private.must_be(m.mission_id, 'client_manager');
	end if;
	perform private.require(m.state not in ('circulated', 'approved', 'cancelled'), 409, 'minutes_circulated', jsonb_build_object('state', m.state));
	return m;
end $$;

create function private.touch_meeting(meeting uuid, section text default null) returns void
	language sql security definer set search_path = '' as
$$ update public.meetings x set version = x.version + 1, updated_by = private.me(), updated_at = clock_timestamp(),
	sections = case when section is null then x.sections else x.sections || jsonb_build_object(section, jsonb_build_object(
		'version', coalesce((x.sections -> section ->> 'version')::int, 1) + 1, 'by', private.me(), 'at', clock_timestamp())) end
   where x.id = meeting $$;

-- What each part holds now: shown beside the text of a person whose save came too late.
create function private.section_content(m public.meetings, section text) returns jsonb
	language sql stable security definer set search_path = '' as
$$ select case section
	when 'agenda' then (select coalesce(jsonb_agg(jsonb_build_object('title', a.title, 'purpose', a.purpose, 'minutes', a.minutes, 'conclusion', a.conclusion)
		order by a.position), '[]') from public.agenda_items a where a.meeting_id = m.id)
	when 'attendance' then (select coalesce(jsonb_agg(jsonb_build_object('full_name', a.full_name, 'organisation', a.organisation, 'status', a.status,
		'represented_by', a.represented_by) order by a.position), '[]') from public.attendances a where a.meeting_id = m.id)
	else to_jsonb(m) - 'sections' end $$;

create function private.check_section(m public.meetings, section text, read_version int) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	part jsonb := m.sections -> section;
begin
	if coalesce((part ->> 'version')::int, 1) is distinct from read_version then
		perform private.refuse_stale(private.section_content(m, section), (part ->> 'by')::uuid, (part ->> 'at')::timestamptz);
	end if;
end $$;

create function private.mail_meeting(meeting uuid, kind text) returns void
	language sql security definer set search_path = '' as
$$ select private.mail(m.mission_id, p.email, kind, jsonb_build_object('name', p.full_name, 'code', m.code, 'title', m.title, 'heldOn', m.held_on,
	'startsAt', m.starts_at, 'place', m.place))
   from public.meetings m join public.attendances a on a.meeting_id = m.id join public.people p on p.id = a.person_id
   where m.id = meeting and p.disabled_at is null $$;

create function public.plan_meeting(committee uuid, title text, held_on date, starts_at time default null, place text default null) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	c public.committees;
	made public.meetings;
	n int;
begin
	select * into c from public.committees x where x.id = committee and x.mission_id in (select private.my_missions());
	perform private.require(c.id is not null, 404, 'not_found');
	perform private.must_be(c.mission_id, 'client_manager');
	perform private.require((coalesce(plan_meeting.title, '') ~ '\S' and length(plan_meeting.title) <= 200), 422, 'title_length', '{"field":"title"}');
	perform private.require(plan_meeting.held_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"heldOn"}');
	perform pg_advisory_xact_lock(hashtextextended('meetings ' || c.mission_id, 0));
	select count(*) + 1 into n from public.meetings m where m.committee_id = committee;
	insert into public.meetings (mission_id, committee_id, code, title, held_on, starts_at, place, chaired_by, updated_by)
	values (c.mission_id, committee, c.code || '-' || lpad(n::text, 2, '0'), trim(plan_meeting.title), plan_meeting.held_on,
		plan_meeting.starts_at, left(coalesce(nullif(trim(plan_meeting.place), ''), c.detail ->> 'place'), 300),
		coalesce((select p.full_name from public.committee_members s join public.people p on p.id = s.person_id where s.committee_id = committee
			and s.capacity = 'chair' and private.active(s.starts_on, s.ends_on, c.mission_id) order by s.starts_on limit 1), left(c.detail ->> 'chair', 200)),
		private.me()) returning * into made;
	insert into public.attendances (meeting_id, mission_id, person_id, full_name, organisation, function_title, status, position)
	select made.id, c.mission_id, p.id, p.full_name, coalesce(o.short_name, ''), coalesce(s.function_title, ''), 'expected',
		row_number() over (order by m.capacity <> 'chair', p.full_name)
	from public.committee_members m join public.people p on p.id = m.person_id
	left join lateral (select * from public.memberships s where s.person_id = p.id and s.mission_id = c.mission_id
		and private.active(s.starts_on, s.ends_on, c.mission_id) order by s.created_at limit 1) s on true
	left join public.organisations o on o.id = s.organisation_id
	where m.committee_id = committee and private.active(m.starts_on, m.ends_on, c.mission_id);
	perform private.log(c.mission_id, 'meeting_planned', made.code, jsonb_build_object('heldOn', made.held_on), 'client');
	return made;
end $$;

-- Parts of it: what `content` does not name stays as it is.
create function public.edit_meeting(meeting uuid, read_version int, content jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	made public.meetings;
begin
	content := private.plain_json(content);
	m := private.writable_meeting(meeting);
	perform private.check_section(m, 'details', read_version);
	perform private.require(length(trim(coalesce(content ->> 'title', m.title))) between 1 and 200, 422, 'title_length', '{"field":"title"}');
	perform private.require(length(coalesce(content ->> 'discussion', '')) <= 20000, 422, 'too_long', '{"field":"discussion"}');
	perform private.require(length(coalesce(content ->> 'place', '')) <= 300, 422, 'too_long', '{"field":"place"}');
	perform private.require(length(coalesce(content ->> 'next_meeting', '')) <= 300, 422, 'too_long', '{"field":"nextMeeting"}');
	perform private.require(length(coalesce(content ->> 'chaired_by', '')) <= 200, 422, 'too_long', '{"field":"chairedBy"}');
	perform private.require(length(coalesce(content ->> 'written_by', '')) <= 200, 422, 'too_long', '{"field":"writtenBy"}');
	made := m;
	made.title := trim(coalesce(content ->> 'title', m.title));
	made.held_on := coalesce((nullif(content ->> 'held_on', ''))::date, m.held_on);
	made.starts_at := case when content ? 'starts_at' then nullif(content ->> 'starts_at', '')::time else m.starts_at end;
	made.ends_at := case when content ? 'ends_at' then nullif(content ->> 'ends_at', '')::time else m.ends_at end;
	made.place := case when content ? 'place' then content ->> 'place' else m.place end;
	perform private.require(made.held_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"heldOn"}');
	perform private.require(made.ends_at is null or made.starts_at is null or made.ends_at >= made.starts_at, 422, 'end_before_start', '{"field":"endsAt"}');
	-- Deadlines count from the day: only the project manager says it, and a session that took place was not in the future.
	if made.title <> m.title or made.held_on <> m.held_on then
		perform private.must_be(m.mission_id, 'client_manager');
		-- Nobody is convened to a day that is past.
		perform private.require(m.state <> 'convened' or made.held_on = m.held_on or made.held_on >= private.today(m.mission_id),
			422, 'date_in_the_past', '{"field":"heldOn"}');
		perform private.require(m.state in ('draft', 'convened') or made.held_on <= private.today(m.mission_id), 422, 'in_the_future', '{"field":"heldOn"}');
	end if;
	update public.meetings x set title = made.title, held_on = made.held_on, starts_at = made.starts_at, ends_at = made.ends_at, place = made.place,
		chaired_by = case when content ? 'chaired_by' then content ->> 'chaired_by' else m.chaired_by end,
		written_by = case when content ? 'written_by' then content ->> 'written_by' else m.written_by end,
		discussion = coalesce(content ->> 'discussion', m.discussion),
		next_meeting = case when content ? 'next_meeting' then content ->> 'next_meeting' else m.next_meeting end
	where x.id = meeting;
	perform private.touch_meeting(meeting, 'details');
	if made.held_on <> m.held_on then
		perform private.log(m.mission_id, 'meeting_moved', m.code, jsonb_build_object('from', m.held_on, 'to', made.held_on),
			case when m.convened_at is null then 'client' else 'all' end);
	end if;
	-- Those who were convened are told of another day, time or place by a new convocation.
	if m.state = 'convened' and (made.held_on, made.starts_at, coalesce(made.place, '')) is distinct from (m.held_on, m.starts_at, coalesce(m.place, '')) then
		perform private.mail_meeting(meeting, 'meeting_convened');
	end if;
	return coalesce((m.sections -> 'details' ->> 'version')::int, 1) + 1;
end $$;

create function public.set_attendance(meeting uuid, read_version int, rows jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
begin
	rows := private.plain_json(rows);
	m := private.writable_meeting(meeting);
	perform private.check_section(m, 'attendance', read_version);
	perform private.require(jsonb_typeof(rows) = 'array' and jsonb_array_length(rows) <= 300, 422, 'too_long', '{"field":"attendance"}');
	perform private.require(not exists (select from jsonb_array_elements(rows) r where coalesce(r ->> 'status', '') not in ('expected', 'present', 'represented', 'excused', 'absent')
		or length(trim(coalesce(r ->> 'full_name', ''))) not between 1 and 200), 422, 'attendance_row', '{"field":"attendance"}');
	delete from public.attendances a where a.meeting_id = meeting;
	insert into public.attendances (meeting_id, mission_id, person_id, full_name, organisation, function_title, status, represented_by, position)
	select meeting, m.mission_id,
		(select p.person_id from public.memberships p where p.mission_id = m.mission_id and p.person_id = nullif(r.value ->> 'person_id', '')::uuid limit 1),
		trim(r.value ->> 'full_name'), left(coalesce(r.value ->> 'organisation', ''), 200), left(coalesce(r.value ->> 'function_title', ''), 200),
		r.value ->> 'status', left(r.value ->> 'represented_by', 200), r.ordinality
	from jsonb_array_elements(rows) with ordinality r;
	perform private.touch_meeting(meeting, 'attendance');
	return coalesce((m.sections -> 'attendance' ->> 'version')::int, 1) + 1;
end $$;

create function public.set_agenda(meeting uuid, read_version int, items jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
begin
	items := private.plain_json(items);
	m := private.writable_meeting(meeting);
	perform private.check_section(m, 'agenda', read_version);
	perform private.require(jsonb_typeof(items) = 'array' and jsonb_array_length(items) <= 300, 422, 'too_long', '{"field":"agenda"}');
	perform private.require(not exists (select from jsonb_array_elements(items) r where length(trim(coalesce(r ->> 'title', ''))) not between 1 and 300
		or coalesce(r ->> 'purpose', 'information') not in ('information', 'opinion', 'decision')
		or length(coalesce(r ->> 'minutes', '')) > 20000 or length(coalesce(r ->> 'conclusion', '')) > 4000), 422, 'agenda_row', '{"field":"agenda"}');
	delete from public.agenda_items a where a.meeting_id = meeting;
	insert into public.agenda_items (meeting_id, mission_id, position, title, purpose, minutes, conclusion)
	select meeting, m.mission_id, r.ordinality, trim(r.value ->> 'title'), coalesce(r.value ->> 'purpose', 'information'),
		coalesce(r.value ->> 'minutes', ''), coalesce(r.value ->> 'conclusion', '')
	from jsonb_array_elements(items) with ordinality r;
	perform private.touch_meeting(meeting, 'agenda');
	return coalesce((m.sections -> 'agenda' ->> 'version')::int, 1) + 1;
end $$;

create function private.next_number(mission uuid, kind text) returns text
	language plpgsql security definer set search_path = '' as $$
declare
	n int;
	p text;
begin
	perform pg_advisory_xact_lock(hashtextextended('numbers ' || mission || kind, 0));
	select prefix into p from public.missions where id = mission;
	if kind = 'RD' then
		select coalesce(max(split_part(number, '-', 4)::int), 0) + 1 into n from public.resolutions where mission_id = mission;
	else
		select coalesce(max(split_part(number, '-', 4)::int), 0) + 1 into n from public.actions where mission_id = mission;
	end if;
	return kind || '-' || p || '-' || extract(year from private.today(mission)) || '-' || lpad(n::text, 3, '0');
end $$;

create function public.record_resolution(meeting uuid, wording text, kind text default 'orientation', version uuid default null, effect_on date default null) returns public.resolutions
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	made public.resolutions;
begin
	m := private.writable_meeting(meeting);
	perform private.require((coalesce(record_resolution.wording, '') ~ '\S' and length(record_resolution.wording) <= 4000), 422, 'wording_missing', '{"field":"wording"}');
	perform private.require(record_resolution.kind in ('validation', 'arbitration', 'orientation'), 422, 'choice_missing', '{"field":"kind"}');
	perform private.require(version is null or exists (select from public.versions v where v.id = version and v.mission_id = m.mission_id), 422, 'unknown_version', '{"field":"version"}');
	perform private.require(record_resolution.effect_on is null or record_resolution.effect_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"effectOn"}');
	insert into public.resolutions (mission_id, meeting_id, number, wording, kind, version_id, effect_on, created_by)
	values (m.mission_id, meeting, private.next_number(m.mission_id, 'RD'), trim(record_resolution.wording), record_resolution.kind, version,
		record_resolution.effect_on, private.me()) returning * into made;
	perform private.touch_meeting(meeting);
	perform private.log(m.mission_id, 'resolution_recorded', made.number, jsonb_build_object('meeting', m.code, 'wording', made.wording),
		case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

create function public.record_action(meeting uuid, wording text, owner uuid default null, owner_name text default '', due_on date default null) returns public.actions
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	made public.actions;
begin
	m := private.writable_meeting(meeting);
	perform private.require((coalesce(record_action.wording, '') ~ '\S' and length(record_action.wording) <= 2000), 422, 'wording_missing', '{"field":"wording"}');
	perform private.require(owner is null or exists (select from public.memberships s where s.mission_id = m.mission_id and s.person_id = owner), 422, 'unknown_person', '{"field":"owner"}');
	perform private.require(record_action.due_on is null or record_action.due_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"dueOn"}');
	insert into public.actions (mission_id, meeting_id, number, wording, owner_id, owner_name, due_on, created_by)
	values (m.mission_id, meeting, private.next_number(m.mission_id, 'ACT'), trim(record_action.wording), owner,
		coalesce(private.person_name(owner), left(trim(coalesce(record_action.owner_name, '')), 200)), record_action.due_on, private.me()) returning * into made;
	perform private.touch_meeting(meeting);
	perform private.log(m.mission_id, 'action_recorded', made.number, jsonb_build_object('meeting', m.code, 'owner', made.owner_name, 'dueOn', made.due_on),
		case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

-- Corrected before the minutes go out; the number stays, and the journal keeps both wordings.
create function public.correct_resolution(resolution uuid, wording text, kind text, version uuid default null, effect_on date default null) returns public.resolutions
	language plpgsql security definer set search_path = '' as $$
declare
	was public.resolutions;
	m public.meetings;
	made public.resolutions;
begin
	select * into was from public.resolutions r where r.id = resolution;
	m := private.writable_meeting(was.meeting_id);
	perform private.require((coalesce(correct_resolution.wording, '') ~ '\S' and length(correct_resolution.wording) <= 4000), 422, 'wording_missing', '{"field":"wording"}');
	perform private.require(correct_resolution.kind in ('validation', 'arbitration', 'orientation'), 422, 'choice_missing', '{"field":"kind"}');
	perform private.require(correct_resolution.version is null or exists (select from public.versions v where v.id = correct_resolution.version and v.mission_id = m.mission_id), 422, 'unknown_version', '{"field":"version"}');
	perform private.require(correct_resolution.effect_on is null or correct_resolution.effect_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"effectOn"}');
	update public.resolutions r set wording = trim(correct_resolution.wording), kind = correct_resolution.kind, version_id = correct_resolution.version,
		effect_on = correct_resolution.effect_on where r.id = resolution returning * into made;
	perform private.touch_meeting(m.id);
	perform private.log(m.mission_id, 'resolution_recorded', made.number, jsonb_build_object('meeting', m.code, 'wording', made.wording, 'instead', was.wording),
		case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

create function public.correct_action(action uuid, read_version int, wording text, owner uuid default null, owner_name text default '', due_on date default null) returns public.actions
	language plpgsql security definer set search_path = '' as $$
declare
	was public.actions;
	m public.meetings;
	made public.actions;
begin
	select * into was from public.actions a where a.id = action;
	m := private.writable_meeting(was.meeting_id);
	perform private.require(was.version = read_version, 409, 'stale');
	perform private.require((coalesce(correct_action.wording, '') ~ '\S' and length(correct_action.wording) <= 2000), 422, 'wording_missing', '{"field":"wording"}');
	perform private.require(owner is null or exists (select from public.memberships s where s.mission_id = m.mission_id and s.person_id = owner), 422, 'unknown_person', '{"field":"owner"}');
	perform private.require(correct_action.due_on is null or correct_action.due_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"dueOn"}');
	update public.actions a set wording = trim(correct_action.wording), owner_id = owner,
		owner_name = coalesce(private.person_name(owner), left(trim(coalesce(correct_action.owner_name, '')), 200)),
		due_on = correct_action.due_on, version = a.version + 1 where a.id = action returning * into made;
	perform private.touch_meeting(m.id);
	perform private.log(m.mission_id, 'action_recorded', made.number, jsonb_build_object('meeting', m.code, 'owner', made.owner_name, 'dueOn', made.due_on, 'instead', was.wording),
		case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

-- Its owner or the project manager says an action is done, or open again.
create function public.close_action(action uuid, read_version int, done boolean default true) returns public.actions
	language plpgsql security definer set search_path = '' as $$
declare
	was public.actions;
	now_is public.actions;
begin
	select a.* into was from public.actions a join public.meetings m on m.id = a.meeting_id where a.id = action
		and a.mission_id in (select private.my_missions())
		and (m.convened_at is not null or a.mission_id in (select private.my_missions_as('client'))) for update of a;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.require(was.owner_id = private.me() or private.i_am(was.mission_id, 'client_manager'), 403, 'not_allowed');
	perform private.require(was.version = read_version, 409, 'stale');
	update public.actions a set done_on = case when done then private.today(was.mission_id) end, version = a.version + 1
	where a.id = action returning * into now_is;
	perform private.log(was.mission_id, case when done then 'action_closed' else 'action_reopened' end, was.number);
	return now_is;
end $$;

create function public.move_meeting(meeting uuid, read_version int, to_state text, reason text default null) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	made public.meetings;
	secret boolean;
begin
	select * into m from public.meetings x where x.id = meeting and x.mission_id in (select private.my_missions())
		and (x.convened_at is not null or x.mission_id in (select private.my_missions_as('client'))) for update;
	perform private.require(m.id is not null, 404, 'not_found');
	perform private.must_be(m.mission_id, 'client_manager');
	if m.version is distinct from read_version then perform private.refuse_stale(to_jsonb(m) - 'sections', m.updated_by, m.updated_at); end if;
	perform private.require((m.state, to_state) in (('draft', 'convened'), ('draft', 'cancelled'), ('convened', 'in_session'), ('convened', 'cancelled'),
		('in_session', 'held'), ('held', 'in_session'), ('held', 'circulated'), ('circulated', 'approved'), ('circulated', 'held')),
		409, 'not_from_here', jsonb_build_object('state', m.state, 'move', to_state));
	perform private.require(to_state <> 'convened' or m.held_on >= private.today(m.mission_id), 422, 'date_in_the_past', '{"field":"heldOn"}');
	perform private.require(to_state <> 'in_session' or m.held_on <= private.today(m.mission_id), 409, 'meeting_in_the_future');
	-- People were told of it: they are owed a reason.
	perform private.require((coalesce(move_meeting.reason, '') ~ '\S' and length(move_meeting.reason) <= 500)
		or (m.state, to_state) not in (('convened', 'cancelled'), ('circulated', 'held')), 422, 'reason_missing', '{"field":"reason"}');
	if to_state = 'circulated' then
		update public.attendances a set status = 'absent' where a.meeting_id = meeting and a.status = 'expected';
		-- What goes out says what was known that day, and goes on saying it.
		update public.meetings x set next_meeting = (select left(n.title || ', ' || to_char(n.held_on, 'DD/MM/YYYY')
			|| coalesce(' à ' || to_char(n.starts_at, 'HH24:MI'), '') || coalesce(', ' || nullif(trim(n.place), ''), ''), 300)
			from public.meetings n where n.committee_id = m.committee_id and n.held_on > m.held_on and n.state = 'convened' order by n.held_on limit 1)
		where x.id = meeting and coalesce(trim(x.next_meeting), '') = '';
	end if;
	update public.meetings x set state = to_state,
		convened_at = case when to_state = 'convened' then clock_timestamp() else m.convened_at end,
		circulated_on = case when to_state = 'circulated' then private.today(m.mission_id) when to_state = 'held' then null else m.circulated_on end,
		approved_on = case when to_state = 'approved' then private.today(m.mission_id) end,
		edition = m.edition + (to_state = 'circulated')::int
	where x.id = meeting;
	perform private.touch_meeting(meeting);
	select * into made from public.meetings x where x.id = meeting;
	secret := made.convened_at is null;
	perform private.log(m.mission_id, 'meeting_' || to_state, m.code,
		jsonb_strip_nulls(jsonb_build_object('from', m.state, 'reason', nullif(trim(move_meeting.reason), ''))), case when secret then 'client' else 'all' end);
	if to_state in ('convened', 'circulated', 'cancelled') and not secret then
		perform private.mail_meeting(meeting, 'meeting_' || to_state);
	end if;
	return made;
end $$;

grant execute on function public.plan_meeting(uuid, text, date, time, text), public.edit_meeting(uuid, int, jsonb), public.set_attendance(uuid, int, jsonb),
	public.set_agenda(uuid, int, jsonb), public.record_resolution(uuid, text, text, uuid, date), public.record_action(uuid, text, uuid, text, date),
	public.close_action(uuid, int, boolean), public.move_meeting(uuid, int, text, text),
	public.correct_resolution(uuid, text, text, uuid, date), public.correct_action(uuid, int, text, uuid, text, date) to authenticated;
