-- Who is there, ticked one by one so that two people may tick at once, and what that makes of the quorum.

alter table public.attendances
	-- An alternate of the seat, another member who holds a mandate (their line of the same list), or a person named.
	add column represented_how text check (represented_how in ('alternate', 'mandate', 'named')),
	add column mandated_id uuid references public.attendances (id) on delete set null check (mandated_id <> id),
	-- Guards the line alone: two people ticking two lines do not meet.
	add column version int not null default 1,
	add column updated_by uuid references public.people (id),
	add column updated_at timestamptz not null default clock_timestamp();
create index attendances_mandated on public.attendances (mandated_id) where mandated_id is not null;

-- The seat by which a person counts in the quorum and in votes: a guest, a secretary, an alternate who is not sitting
-- for anybody, whoever is of the contractor and whoever left the mission have none.
create function private.voting_seat(m public.meetings, person uuid) returns uuid
	language plpgsql stable security definer set search_path = '' as $$
declare
	s public.committee_members;
begin
	if private.is_contractors(voting_seat.person, m.mission_id, m.held_on) or not exists (select from public.memberships p
		where p.person_id = voting_seat.person and p.mission_id = m.mission_id and (p.ends_on is null or m.held_on < p.ends_on)) then
		return null;
	end if;
	for s in select * from public.committee_members x where x.committee_id = m.committee_id and x.person_id = voting_seat.person
		and x.capacity in ('chair', 'member') and x.votes and x.alternate_of is null
		and x.starts_on <= m.held_on and (x.ends_on is null or m.held_on < x.ends_on) order by x.capacity <> 'chair', x.id
	loop
		if cardinality(s.phases) = 0 then return s.id; end if;
		if coalesce(m.phase, private.phase_on(m.mission_id, m.held_on)) = any (s.phases) then return s.id; end if;
	end loop;
	return null;
end $$;

-- Lines put on the list by hand get the seat their person holds: one line for each person, and one for each seat.
-- @returns how many
create function private.seat_attendees(m public.meetings) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	seated int;
begin
	update public.attendances a set seat_id = found.seat, votes = true
	from (select distinct on (x.person_id) x.id, private.voting_seat(m, x.person_id) as seat from public.attendances x
		where x.meeting_id = m.id and x.seat_id is null and x.person_id is not null
		  and not exists (select from public.attendances y where y.meeting_id = m.id and y.person_id = x.person_id and y.votes)
		order by x.person_id, x.position, x.id) found
	where a.id = found.id and found.seat is not null;
	get diagnostics seated = row_count;
	return seated;
end $$;
create unique index attendances_one_vote on public.attendances (meeting_id, seat_id) where votes and seat_id is not null;

-- Who votes is who holds a seat on the day of the meeting: seats end, begin and change between the plan and the session,
-- and another day is another phase. Whoever votes then and is not on the list comes on it.
create function private.recount_seats(m public.meetings) returns boolean
	language plpgsql security definer set search_path = '' as $$
declare
	changed int;
begin
	update public.attendances a set votes = false, seat_id = null
	where a.meeting_id = m.id and a.person_id is not null and a.votes and a.seat_id is distinct from private.voting_seat(m, a.person_id);
	get diagnostics changed = row_count;
	-- There as a guest or in somebody's place so far.
	update public.attendances a set seat_id = null
	where a.meeting_id = m.id and a.person_id is not null and not a.votes and a.seat_id is not null and private.voting_seat(m, a.person_id) is not null
	  and not exists (select from public.attendances y where y.meeting_id = m.id and y.person_id = a.person_id and y.votes);
	return changed + private.seat_attendees(m) + private.put_on_list(m, true) > 0;
end $$;

-- Before, so that whoever comes on the list is told together with the others, and whoever has the list open is told of it.
create function private.list_follows() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	if private.recount_seats(new) then
		new.sections := new.sections || jsonb_build_object('attendance', jsonb_build_object(
			'version', coalesce((new.sections -> 'attendance' ->> 'version')::int, 1) + 1, 'by', private.me(), 'at', clock_timestamp()));
	end if;
	return new;
end $$;
create trigger meetings_list_follows before update of state, held_on, phase on public.meetings for each row
	when ((old.state is distinct from new.state and new.state in ('convened', 'in_session'))
		or ((old.held_on, old.phase) is distinct from (new.held_on, new.phase) and new.state in ('draft', 'convened', 'in_session', 'held')))
	execute function private.list_follows();

do $$
declare
	m public.meetings;
begin
	for m in select * from public.meetings loop
		perform private.seat_attendees(m);
	end loop;
end $$;

-- Gone: left while the session goes on, or before the hour it ended.
create function private.is_gone(a public.attendances, m public.meetings) returns boolean
	language sql immutable set search_path = '' as
$$ select a.left_at is not null and not (m.state <> 'in_session' and m.ends_at is not null and a.left_at >= m.ends_at) $$;

-- core/meetings/quorum.ts says the same, and a test holds the two equal.
create function private.quorum(meeting uuid) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
declare
	m public.meetings;
	rules jsonb;
	asked jsonb;
	voting int;
	present int;
	required int := 0;
begin
	select * into m from public.meetings x where x.id = meeting;
	select c.rules into rules from public.committees c where c.id = m.committee_id;
	-- Represented is who was seen to be: what was announced by a reply names nobody's way of standing in yet.
	select count(*), count(*) filter (where not private.is_gone(a, m) and (a.status = 'present'
		or (a.status = 'represented' and (a.represented_how in ('alternate', 'named')
			or (a.represented_how = 'mandate' and h.status = 'present' and not private.is_gone(h, m))))))
	into voting, present
	from public.attendances a left join public.attendances h on h.id = a.mandated_id and h.meeting_id = a.meeting_id
	where a.meeting_id = m.id and a.votes;
	asked := rules -> 'quorum';
	-- Convened again for want of quorum, where the rules foresee it, a body sits whatever the number.
	if asked is not null and not (m.second_of is not null and rules ? 'second') then
		required := case asked ->> 'share' when 'half' then (voting + 1) / 2 when 'majority' then voting / 2 + 1
			when 'two_thirds' then (2 * voting + 2) / 3 when 'all' then voting
			else case when jsonb_typeof(asked -> 'count') = 'number' and (asked ->> 'count')::numeric between 1 and 200
				then ceil((asked ->> 'count')::numeric)::int end end;
		if required is not null then required := greatest(required, 1); end if;
	end if;
	return jsonb_build_object('asked', coalesce(required, 0) > 0, 'required', coalesce(required, 0), 'present', present, 'voting', voting,
		'reached', present >= coalesce(required, 0));
end $$;

-- Whoever types the minutes, and the chair of the body once the session is open.
create function private.deciding_meeting(meeting uuid) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
begin
	select * into m from public.meetings x where x.id = meeting and x.mission_id in (select private.my_missions()) and x.convened_at is not null for update;
	if m.state in ('in_session', 'held') and private.sits_as(private.me(), m.committee_id, 'chair')
		and not private.sits_on_side(private.me(), m.mission_id, 'contractor') then
		return m;
	end if;
	return private.writable_meeting(meeting);
end $$;

-- Whose word binds the body: its chair, or the client's project manager.
create function private.may_bind(m public.meetings) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return not private.sits_on_side(private.me(), m.mission_id, 'contractor')
		and (private.i_am(m.mission_id, 'client_manager') or private.sits_as(private.me(), m.committee_id, 'chair'));
end $$;

-- One line of the list: who came, when, or by whom they are represented. Without an attendee, a person is added.
create function public.mark_attendance(meeting uuid, said jsonb, attendee uuid default null, read_version int default 0) returns public.attendances
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	was public.attendances;
	holder public.attendances;
	made public.attendances;
	came text;
	how text;
	who uuid;
begin
	said := private.plain_json(said);
	m := private.deciding_meeting(meeting);
	perform private.require(m.state in ('in_session', 'held'), 409, 'not_from_here', jsonb_build_object('state', m.state));
	perform private.seat_attendees(m);
	came := coalesce(said ->> 'status', '');
	perform private.require(came in ('expected', 'present', 'represented', 'excused', 'absent'), 422, 'choice_missing', '{"field":"status"}');
	perform private.require(coalesce(said ->> 'arrived_at', '') ~ '^(([01]\d|2[0-3]):[0-5]\d(:\d\d)?)?$', 422, 'bad_input', '{"field":"arrivedAt"}');
	perform private.require(coalesce(said ->> 'left_at', '') ~ '^(([01]\d|2[0-3]):[0-5]\d(:\d\d)?)?$', 422, 'bad_input', '{"field":"leftAt"}');
	if attendee is null then
		perform private.require(length(trim(coalesce(said ->> 'full_name', ''))) between 1 and 200, 422, 'attendance_row', '{"field":"fullName"}');
		perform private.require((select count(*) from public.attendances a where a.meeting_id = m.id) < 300, 422, 'too_long', '{"field":"attendance"}');
		select p.person_id into who from public.memberships p where p.mission_id = m.mission_id and p.person_id = (nullif(said ->> 'person_id', ''))::uuid limit 1;
		perform private.require(not exists (select from public.attendances a where a.meeting_id = m.id and a.person_id = who), 422, 'same_person', '{"field":"personId"}');
		insert into public.attendances (meeting_id, mission_id, person_id, full_name, organisation, function_title, status, position)
		values (m.id, m.mission_id, who, coalesce((select p.full_name from public.people p where p.id = who), trim(said ->> 'full_name')), left(coalesce(said ->> 'organisation', ''), 200), left(coalesce(said ->> 'function_title', ''), 200), 'expected',
			(select coalesce(max(a.position), 0) + 1 from public.attendances a where a.meeting_id = m.id)) returning * into was;
		perform private.seat_attendees(m);
	else
		select * into was from public.attendances a where a.id = attendee and a.meeting_id = m.id;
		perform private.require(was.id is not null, 404, 'not_found');
		if was.version is distinct from read_version then
			perform private.refuse_stale(jsonb_build_object('status', was.status, 'represented_by', was.represented_by, 'arrived_at', was.arrived_at,
				'left_at', was.left_at), was.updated_by, was.updated_at);
		end if;
	end if;
	if came = 'represented' then
		select * into holder from public.attendances a where a.id = (nullif(said ->> 'mandated', ''))::uuid and a.meeting_id = m.id and a.id <> was.id;
		how := case when holder.id is not null then 'mandate' else coalesce(nullif(said ->> 'how', ''), 'named') end;
		perform private.require(how in ('alternate', 'mandate', 'named'), 422, 'choice_missing', '{"field":"how"}');
		-- A mandate is another member's, who votes and has come.
		perform private.require(how <> 'mandate' or (holder.votes and holder.status = 'present'), 422, 'mandate_not_there', '{"field":"mandated"}');
		perform private.require(coalesce(holder.full_name, said ->> 'represented_by', '') ~ '\S', 422, 'proxy_missing', '{"field":"representedBy"}');
		perform private.require(how <> 'alternate' or exists (select from public.committee_members s join public.people p on p.id = s.person_id
			where s.alternate_of = was.seat_id and p.full_name = trim(said ->> 'represented_by') and (s.votes or not was.votes)
			  and private.seat_holds(s, m.held_on, coalesce(m.phase, private.phase_on(m.mission_id, m.held_on)))), 422, 'unknown_person', '{"field":"representedBy"}');
	end if;
	-- Hours are those of a person who came.
	update public.attendances a set status = came,
		represented_how = how, mandated_id = holder.id,
		represented_by = case when came = 'represented' then left(trim(coalesce(holder.full_name, said ->> 'represented_by')), 200) end,
		arrived_at = case when came in ('present', 'represented') then case when said ? 'arrived_at' then (nullif(said ->> 'arrived_at', ''))::time else a.arrived_at end end,
		left_at = case when came in ('present', 'represented') then case when said ? 'left_at' then (nullif(said ->> 'left_at', ''))::time else a.left_at end end,
		version = a.version + 1, updated_by = private.me(), updated_at = clock_timestamp()
	where a.id = was.id and private.hours_in_order(said, a) returning * into made;
	perform private.require(made.id is not null, 422, 'end_before_start', '{"field":"leftAt"}');
	-- Ticking a list does not stand in the way of whoever moves the meeting on.
	if m.state = 'held' then
		perform private.touch_meeting(m.id, 'attendance');
	else
		update public.meetings x set sections = x.sections || jsonb_build_object('attendance', jsonb_build_object(
			'version', coalesce((x.sections -> 'attendance' ->> 'version')::int, 1) + 1, 'by', private.me(), 'at', clock_timestamp())) where x.id = m.id;
	end if;
	return made;
end $$;

create function private.hours_in_order(said jsonb, a public.attendances) returns boolean
	language sql immutable set search_path = '' as
$$ select coalesce(
	case when said ? 'left_at' then (nullif(said ->> 'left_at', ''))::time else a.left_at end
	>= case when said ? 'arrived_at' then (nullif(said ->> 'arrived_at', ''))::time else a.arrived_at end, true)
	or said ->> 'status' not in ('present', 'represented') $$;

-- The list as a whole. Lines keep their identity: hours, seats and mandates stay with those who stay on it.
create or replace function public.set_attendance(meeting uuid, read_version int, rows jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	one record;
	kept uuid[] := '{}';
	added uuid[] := '{}';
	seen boolean;
	found uuid;
	who uuid;
begin
	rows := private.plain_json(rows);
	m := private.writable_meeting(meeting);
	perform private.check_section(m, 'attendance', read_version);
	perform private.require(jsonb_typeof(rows) = 'array' and jsonb_array_length(rows) <= 300, 422, 'too_long', '{"field":"attendance"}');
	perform private.require(not exists (select from jsonb_array_elements(rows) r where coalesce(r ->> 'status', '') not in ('expected', 'present', 'represented', 'excused', 'absent')
		or length(trim(coalesce(r ->> 'full_name', ''))) not between 1 and 200), 422, 'attendance_row', '{"field":"attendance"}');
	perform private.require(not exists (select from jsonb_array_elements(rows) r where r ->> 'status' = 'represented' and coalesce(r ->> 'represented_by', '') !~ '\S'),
		422, 'proxy_missing', '{"field":"attendance"}');
	-- Said before the session, it is announced; said in it, somebody saw it.
	seen := m.state in ('in_session', 'held');
	for one in select x.value as line, x.ordinality as place from jsonb_array_elements(rows) with ordinality x loop
		-- By its own name, or by its person, or, for a guest, by what is written of them.
		select a.id into found from public.attendances a where a.meeting_id = m.id and not a.id = any (kept)
			and case when nullif(one.line ->> 'id', '') is not null then a.id = (one.line ->> 'id')::uuid
				when nullif(one.line ->> 'person_id', '') is not null then a.person_id = (one.line ->> 'person_id')::uuid
				else a.person_id is null and a.full_name = trim(one.line ->> 'full_name') end
			order by a.position limit 1;
		if found is null then
			select p.person_id into who from public.memberships p where p.mission_id = m.mission_id and p.person_id = nullif(one.line ->> 'person_id', '')::uuid limit 1;
			insert into public.attendances (meeting_id, mission_id, person_id, full_name, organisation, function_title, status, represented_by, represented_how, position, updated_by)
			values (m.id, m.mission_id, who, coalesce((select p.full_name from public.people p where p.id = who), trim(one.line ->> 'full_name')), left(coalesce(one.line ->> 'organisation', ''), 200), left(coalesce(one.line ->> 'function_title', ''), 200),
				one.line ->> 'status', left(one.line ->> 'represented_by', 200),
				case when seen and one.line ->> 'status' = 'represented' then 'named' end, one.place, private.me()) returning id into found;
			added := added || found;
		else
			update public.attendances a set position = one.place,
				full_name = case when a.person_id is null then trim(one.line ->> 'full_name') else a.full_name end,
				organisation = left(coalesce(one.line ->> 'organisation', ''), 200), function_title = left(coalesce(one.line ->> 'function_title', ''), 200),
				status = one.line ->> 'status', represented_by = left(one.line ->> 'represented_by', 200),
				represented_how = case when one.line ->> 'status' <> 'represented' then null
					when a.status = 'represented' and a.represented_by is not distinct from left(one.line ->> 'represented_by', 200) then a.represented_how
					when seen then 'named' end,
				mandated_id = case when one.line ->> 'status' = 'represented' and a.status = 'represented' and a.represented_by is not distinct from left(one.line ->> 'represented_by', 200) then a.mandated_id end,
				arrived_at = case when one.line ->> 'status' in ('present', 'represented') then a.arrived_at end,
				left_at = case when one.line ->> 'status' in ('present', 'represented') then a.left_at end,
				version = a.version + 1, updated_by = private.me(), updated_at = clock_timestamp()
			where a.id = found;
		end if;
		kept := kept || found;
	end loop;
	-- Whoever votes in the body is not taken off its list by the contractor who holds the pen: the quorum is counted on it.
	perform private.require(private.may_bind(m) or not exists (select from public.attendances a where a.meeting_id = m.id and a.votes and not a.id = any (kept)),
		409, 'voter_stays');
	delete from public.attendances a where a.meeting_id = m.id and not a.id = any (kept);
	perform private.require(not exists (select from public.attendances a join public.attendances b on b.meeting_id = m.id and b.person_id = a.person_id and b.id <> a.id
		where a.meeting_id = m.id and a.id = any (added)), 422, 'same_person', '{"field":"attendance"}');
	perform private.seat_attendees(m);
	perform private.touch_meeting(meeting, 'attendance');
	return coalesce((m.sections -> 'attendance' ->> 'version')::int, 1) + 1;
end $$;

grant execute on function public.mark_attendance(uuid, jsonb, uuid, int) to authenticated;
