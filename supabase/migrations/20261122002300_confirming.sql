-- What the contractor typed in meetings that are still open bound nobody until the minutes went out: it waits to be
-- confirmed like what is typed from now on.
update public.resolutions r set binds = false from public.meetings m where m.id = r.meeting_id and m.state in ('in_session', 'held')
	and private.sits_on_side(r.created_by, m.mission_id, 'contractor');
update public.actions a set binds = false from public.meetings m where m.id = a.meeting_id and m.state in ('in_session', 'held')
	and private.sits_on_side(a.created_by, m.mission_id, 'contractor');

-- Drafts of the contractor's secretary become the body's word by its chair or the project manager, or are set aside.

create function private.unconfirmed(meeting uuid) returns int
	language sql stable security definer set search_path = '' as
$$ select ((select count(*) from public.resolutions r where r.meeting_id = unconfirmed.meeting and not r.binds)
	+ (select count(*) from public.actions a where a.meeting_id = unconfirmed.meeting and not a.binds))::int $$;

-- One by one or all at once, each as it was read: [{"id", "version", "sha256"}], the fingerprint being that of the
-- version the decision is about.
create function public.confirm_resolutions(meeting uuid, seen jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	s jsonb;
	r public.resolutions;
	a public.actions;
	numbers text[] := '{}';
begin
	seen := private.plain_json(seen);
	m := private.deciding_meeting(meeting);
	perform private.require(private.may_bind(m), 403, 'not_allowed');
	perform private.require(jsonb_typeof(seen) = 'array' and jsonb_array_length(seen) between 1 and 400, 422, 'choice_missing', '{"field":"seen"}');
	for s in select * from jsonb_array_elements(seen) loop
		select * into r from public.resolutions x where x.id = (s ->> 'id')::uuid and x.meeting_id = m.id;
		select * into a from public.actions x where x.id = (s ->> 'id')::uuid and x.meeting_id = m.id;
		perform private.require(r.id is not null or a.id is not null, 404, 'not_found');
		if coalesce(r.binds, a.binds) or coalesce(r.version, a.version) is distinct from (s ->> 'version')::int then
			perform private.refuse_stale(coalesce(to_jsonb(r), to_jsonb(a)), coalesce(r.confirmed_by, a.confirmed_by, r.created_by, a.created_by),
				coalesce(r.confirmed_at, a.confirmed_at, r.created_at, a.created_at));
		end if;
		if r.id is not null then
			r := private.bind_resolution(r, s ->> 'sha256');
			update public.resolutions x set version = x.version + 1 where x.id = r.id;
		else
			update public.actions x set binds = true, confirmed_by = private.me(), confirmed_at = clock_timestamp(), version = x.version + 1 where x.id = a.id;
		end if;
		numbers := numbers || coalesce(r.number, a.number);
	end loop;
	perform private.touch_meeting(m.id);
	perform private.log(m.mission_id, 'resolutions_confirmed', m.code, jsonb_build_object('numbers', array_to_string(numbers, ', ')));
	return cardinality(numbers);
end $$;

-- Set aside by whoever might have confirmed it, or by who typed it. Its number is not given again.
create function public.drop_resolution(meeting uuid, draft uuid, read_version int, reason text default '') returns void
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	r public.resolutions;
	a public.actions;
	binding boolean;
begin
	m := private.deciding_meeting(meeting);
	binding := private.may_bind(m);
	select * into r from public.resolutions x where x.id = draft and x.meeting_id = m.id;
	select * into a from public.actions x where x.id = draft and x.meeting_id = m.id;
	perform private.require(r.id is not null or a.id is not null, 404, 'not_found');
	perform private.require(binding or coalesce(r.created_by, a.created_by) = private.me(), 403, 'not_allowed');
	if coalesce(r.binds, a.binds) or coalesce(r.version, a.version) is distinct from read_version then
		perform private.refuse_stale(coalesce(to_jsonb(r), to_jsonb(a)), coalesce(r.confirmed_by, a.confirmed_by, r.created_by, a.created_by),
			coalesce(r.confirmed_at, a.confirmed_at, r.created_at, a.created_at));
	end if;
	-- Whoever typed it is owed a reason by whoever does not want it.
	perform private.require(not binding or coalesce(drop_resolution.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(drop_resolution.reason, '')) <= 500, 422, 'too_long', '{"field":"reason"}');
	delete from public.resolutions x where x.id = r.id;
	delete from public.actions x where x.id = a.id;
	perform private.touch_meeting(m.id);
	perform private.log(m.mission_id, 'resolution_dropped', coalesce(r.number, a.number),
		jsonb_strip_nulls(jsonb_build_object('meeting', m.code, 'wording', coalesce(r.wording, a.wording), 'reason', nullif(trim(drop_resolution.reason), ''))));
end $$;

create or replace function private.next_number(mission uuid, kind text) returns text
	language plpgsql security definer set search_path = '' as $$
declare
	n int;
	p text;
begin
	perform pg_advisory_xact_lock(hashtextextended('numbers ' || mission || kind, 0));
	select prefix into p from public.missions where id = mission;
	if kind = 'RD' then
		select coalesce(max(split_part(number, '-', 4)::int), 0) into n from public.resolutions where mission_id = mission;
	else
		select coalesce(max(split_part(number, '-', 4)::int), 0) into n from public.actions where mission_id = mission;
	end if;
	-- A draft that was set aside keeps its number for itself.
	select greatest(n, coalesce(max(split_part(j.subject, '-', 4)::int), 0)) + 1 into n from public.journal j
		where j.mission_id = next_number.mission and j.event = 'resolution_dropped' and j.subject like next_number.kind || '-%';
	return kind || '-' || p || '-' || extract(year from private.today(mission)) || '-' || lpad(n::text, 3, '0');
end $$;

-- Without quorum: the same agenda, another day. Where the rules foresee it, so many days later and no quorum is asked.
create function public.convene_again(meeting uuid, held_on date, starts_at time default null, place text default null) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	made public.meetings;
	q jsonb;
	earliest date;
	there text;
begin
	select * into m from public.meetings x where x.id = meeting and x.mission_id in (select private.my_missions())
		and (x.convened_at is not null or x.mission_id in (select private.my_missions_as('client'))) for update;
	perform private.require(m.id is not null, 404, 'not_found');
	perform private.must_be(m.mission_id, 'client_manager');
	q := private.quorum(m.id);
	perform private.require(m.state in ('in_session', 'held') and (q ->> 'asked')::boolean, 409, 'not_from_here', jsonb_build_object('state', m.state));
	perform private.require(not (q ->> 'reached')::boolean, 409, 'quorum_reached', q);
	select x.code into there from public.meetings x where x.second_of = m.id and x.state <> 'cancelled' limit 1;
	perform private.require(there is null, 409, 'convened_again', jsonb_build_object('code', there));
	earliest := greatest(private.today(m.mission_id), m.held_on + coalesce((select (c.rules -> 'second' ->> 'days')::int from public.committees c where c.id = m.committee_id), 0));
	perform private.require(convene_again.held_on >= earliest, 422, 'too_soon', jsonb_build_object('field', 'heldOn', 'earliest', to_char(earliest, 'DD/MM/YYYY')));
	made := public.plan_meeting(committee => m.committee_id, title => m.title, held_on => convene_again.held_on,
		starts_at => coalesce(convene_again.starts_at, m.starts_at), place => coalesce(nullif(trim(convene_again.place), ''), m.place), phase => m.phase);
	update public.meetings x set second_of = m.id where x.id = made.id returning * into made;
	insert into public.agenda_items (meeting_id, mission_id, position, title, purpose, duration, presenter, carried_from)
	select made.id, i.mission_id, i.position, i.title, i.purpose, i.duration, i.presenter, i.id
	from public.agenda_items i where i.meeting_id = m.id and i.place = 'agenda';
	insert into public.agenda_refs (mission_id, item_id, kind, target_id)
	select f.mission_id, n.id, f.kind, f.target_id from public.agenda_refs f join public.agenda_items n on n.carried_from = f.item_id and n.meeting_id = made.id;
	perform private.log(m.mission_id, 'meeting_convened_again', m.code, jsonb_build_object('meeting', made.code, 'heldOn', made.held_on, 'quorum', q));
	return made;
end $$;

-- What deciding in a meeting needs beside what its page reads. Runs as the person who reads.
create function public.meeting_deciding(mission_slug text, meeting_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	g public.meetings;
begin
	select x.* into g from public.meetings x join public.missions m on m.id = x.mission_id where m.slug = mission_slug and x.code = meeting_code;
	if g.id is null then return null; end if;
	return jsonb_build_object(
		'chairs', exists (select from private.my_seats(g.mission_id) s where s.committee_id = g.committee_id and s.capacity = 'chair'),
		'alternates', coalesce((select jsonb_agg(jsonb_build_object('seat', s.alternate_of, 'name', p.full_name) order by p.full_name)
			from public.committee_members s join public.people p on p.id = s.person_id
			where s.committee_id = g.committee_id and s.alternate_of is not null and s.starts_on <= g.held_on and (s.ends_on is null or g.held_on < s.ends_on)), '[]'),
		'items', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title) order by i.position)
			from public.agenda_items i where i.meeting_id = g.id and i.place = 'agenda'), '[]'),
		-- What this body has still to say something of.
		'versions', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'code', d.code, 'number', v.number, 'title', d.title, 'sha256', v.sha256) order by d.position)
			from public.versions v join public.deliverables d on d.id = v.deliverable_id
			where d.committee_id = g.committee_id and v.state = 'submitted' and v.submitted_on <= g.held_on), '[]'),
		'hashes', coalesce((select jsonb_object_agg(v.id, v.sha256) from public.resolutions r join public.versions v on v.id = r.version_id
			where r.meeting_id = g.id and not r.binds), '{}'),
		'names', coalesce((select jsonb_object_agg(p.id, p.full_name) from public.people p where p.id in (
			select r.created_by from public.resolutions r where r.meeting_id = g.id union select r.confirmed_by from public.resolutions r where r.meeting_id = g.id
			union select a.created_by from public.actions a where a.meeting_id = g.id)), '{}'),
		'again', (select x.code from public.meetings x where x.second_of = g.id and x.state <> 'cancelled' limit 1),
		'firstTime', (select x.code from public.meetings x where x.id = g.second_of));
end $$;

grant execute on function public.record_resolution(uuid, text, text, uuid, date, uuid, text, jsonb, text, jsonb, text),
	public.correct_resolution(uuid, int, text, text, uuid, date, uuid, text, jsonb, text, jsonb, text),
	public.record_action(uuid, text, uuid, text, date, uuid), public.correct_action(uuid, int, text, uuid, text, date, uuid),
	public.close_action(uuid, int, boolean, text), public.confirm_resolutions(uuid, jsonb), public.drop_resolution(uuid, uuid, int, text),
	public.convene_again(uuid, date, time, text), public.meeting_deciding(text, text) to authenticated;
