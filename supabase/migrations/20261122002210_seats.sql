-- Who sits in a body on a day: a seat may hold for some phases only, count in votes or not, or be somebody's alternate's.

-- The phase a day falls in, by its code: the last one begun; before any has, or when none has a day, the first.
create function private.phase_on(mission uuid, day date) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select p.code from public.phases p where p.mission_id = mission
		order by coalesce(p.starts_on <= day, false) desc, case when p.starts_on <= day then p.starts_on end desc nulls last,
			case when p.starts_on <= day then p.position end desc nulls last, p.position limit 1);
end $$;

create function private.seat_holds(seat public.committee_members, day date, phase text) returns boolean
	language sql immutable set search_path = '' as
$$ select seat.starts_on <= day and (seat.ends_on is null or day < seat.ends_on)
	and (cardinality(seat.phases) = 0 or coalesce(phase = any (seat.phases), false)) $$;

-- Their seats on a day, each person once: somebody's alternate who has a seat of their own is there for that one.
create function private.seats_on(committee uuid, day date, phase text default null) returns setof public.committee_members
	language plpgsql stable security definer set search_path = '' as $$
declare
	here uuid := (select c.mission_id from public.committees c where c.id = committee);
	within text := coalesce(phase, private.phase_on(here, day));
begin
	return query select distinct on (s.person_id) s.* from public.committee_members s
	where s.committee_id = committee and private.seat_holds(s, day, within)
	  and exists (select from public.memberships m where m.person_id = s.person_id and m.mission_id = here and (m.ends_on is null or day < m.ends_on))
	order by s.person_id, s.alternate_of is not null, s.starts_on;
end $$;

-- Sits in the body today, in this phase, and still belongs to the mission. An alternate stands in at a meeting, where
-- it is seen who is missing; elsewhere the one whose seat it is acts.
create or replace function private.sits_as(person uuid, committee uuid, variadic capacities text[]) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select exists (select from public.committee_members c
	where c.committee_id = committee and c.person_id = person and c.capacity = any (capacities) and c.alternate_of is null
	  and private.seat_holds(c, private.today(c.mission_id), private.phase_on(c.mission_id, private.today(c.mission_id)))
	  and exists (select from public.memberships m where m.person_id = person and m.mission_id = c.mission_id
		and private.active(m.starts_on, m.ends_on, m.mission_id))));
end $$;

-- Sits there as chair or member, with a voting right.
create function private.votes_in(person uuid, committee uuid) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return private.sits_as(person, committee, 'chair', 'member') and exists (select from public.committee_members c
		where c.committee_id = committee and c.person_id = person and c.votes and c.alternate_of is null
		  and private.seat_holds(c, private.today(c.mission_id), private.phase_on(c.mission_id, private.today(c.mission_id))));
end $$;

-- As before, for the phase; who sits without a voting right reads that they advise.
create or replace function private.my_seats(mission uuid) returns table (committee_id uuid, capacity text)
	language plpgsql stable security definer set search_path = '' as $$
declare
	day date := private.today(mission);
	within text := private.phase_on(mission, day);
begin
	return query select c.committee_id, case when c.capacity = 'member' and not c.votes then 'adviser' else c.capacity end
   from public.committee_members c
   where c.mission_id = mission and c.person_id = private.me() and c.alternate_of is null and private.seat_holds(c, day, within)
     and mission in (select private.my_missions()) and not private.sits_on_side(private.me(), mission, 'contractor');
end $$;

create or replace function private.meetings_i_prepare() returns setof uuid
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select m.id from public.meetings m where m.mission_id in (select private.my_missions_as('client'))
	union select m.id from public.meetings m join public.committee_members c on c.committee_id = m.committee_id
		where c.person_id = private.me() and c.capacity = 'secretary'
		  and private.seat_holds(c, private.today(c.mission_id), coalesce(m.phase, private.phase_on(m.mission_id, m.held_on)))
		  and m.mission_id in (select private.my_missions()) and m.convened_at is not null;
end $$;

-- The secretary and guests never vote; the contractor's people did not either. The chair always does.
update public.committee_members c set votes = false where c.capacity in ('secretary', 'guest')
	or exists (select from public.memberships s join public.organisations o on o.id = s.organisation_id
		where s.mission_id = c.mission_id and s.person_id = c.person_id and o.side = 'contractor');
create or replace function private.seat(mission uuid, person uuid, role text, starts date) returns void
	language sql security definer set search_path = '' as
$$ insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on, votes)
   select c.id, mission, person, case role when 'committee_chair' then 'chair' else 'member' end, starts, role <> 'contractor_lead'
   from public.committees c
   where c.mission_id = mission and ((role in ('committee_chair', 'committee_member') and c.kind = 'copil')
	or (role in ('technical_member', 'client_manager') and c.kind = 'cotech')
	or (role in ('client_manager', 'contractor_lead') and c.kind = 'project'))
   on conflict do nothing $$;

-- Whoever names people names themself neither to sign for the buyer nor to say what a body decided.
create or replace function private.not_for_oneself(role text, person uuid, field text) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(role <> 'client_signatory' or person is distinct from private.me(), 422, 'signature_for_oneself', jsonb_build_object('field', field));
	perform private.require(role <> 'committee_chair' or person is distinct from private.me(), 422, 'chair_for_oneself', jsonb_build_object('field', field));
end $$;

-- One person, one vote on a version: those whose seat counts, today and in this phase.
create or replace function public.cast_vote(version uuid, seen_sha256 text, choice text, reason text default '') returns public.votes
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
	body uuid;
	made public.votes;
begin
	v := private.handed_in(version);
	select d.committee_id into body from public.deliverables d where d.id = v.deliverable_id;
	perform private.require(body is not null and private.votes_in(private.me(), body)
		and not private.sits_on_side(private.me(), v.mission_id, 'contractor'), 403, 'not_allowed');
	perform private.require(cast_vote.choice in ('approve', 'approve_with_reserves', 'refuse'), 422, 'choice_missing', '{"field":"choice"}');
	perform private.must_have_seen(v, seen_sha256);
	perform private.require(cast_vote.choice = 'approve' or coalesce(cast_vote.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(cast_vote.reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	perform private.require(v.state = 'submitted', 409, 'vote_closed', jsonb_build_object('state', v.state));
	insert into public.votes (mission_id, version_id, sha256, committee_id, person_id, choice, reason, mission_day)
	values (v.mission_id, version, v.sha256, body, private.me(), cast_vote.choice, btrim(coalesce(cast_vote.reason, ''), E' \t\r\n'), private.today(v.mission_id))
	returning * into made;
	perform private.log(v.mission_id, 'vote_cast', private.version_label(version),
		jsonb_build_object('choice', made.choice, 'sha256', v.sha256), 'client');
	return made;
end $$;

-- A vote waits for those who have one.
alter function private.waiting_before_amendments() rename to waiting_before_seats;
create function private.waiting_before_amendments() returns table (mission_id uuid, slug text, mission text, kind text, subject text, title text, ref text, due_on date, today date)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select w.* from private.waiting_before_seats() w
	where w.kind not in ('vote', 'endorse') or (select case w.kind when 'vote' then private.votes_in(private.me(), d.committee_id)
		else private.sits_as(private.me(), d.committee_id, 'chair') end from public.deliverables d where d.mission_id = w.mission_id and d.code = w.subject);
end $$;

-- As before, with the members who vote on it today, in this phase.
create or replace function public.deliverable_detail(mission_slug text, deliverable_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object(
	'id', d.id, 'code', d.code, 'title', d.title, 'nominalOn', d.nominal_on, 'dueOn', d.due_on, 'advisedOn', d.advised_on,
	'explanation', d.explanation, 'checklist', d.checklist, 'formats', d.formats, 'editableRequired', d.editable_required, 'clause', d.clause,
	'phase', p.code, 'phaseTitle', p.title,
	'body', (select jsonb_build_object('id', c.id, 'code', c.code, 'title', c.title, 'short', coalesce(c.detail ->> 'short', c.title))
		from public.committees c where c.id = d.committee_id),
	'members', coalesce((select jsonb_agg(jsonb_build_object('id', s.person_id, 'name', w.full_name, 'capacity', s.capacity) order by s.capacity, w.full_name)
		from public.committee_members s join public.people w on w.id = s.person_id
		where s.committee_id = d.committee_id and s.capacity in ('chair', 'member') and s.votes and s.alternate_of is null
		  and s.starts_on <= coalesce(m.plays_on, (now() at time zone m.time_zone)::date)
		  and (s.ends_on is null or s.ends_on > coalesce(m.plays_on, (now() at time zone m.time_zone)::date))
		  and (cardinality(s.phases) = 0 or (select y.code from public.phases y where y.mission_id = m.id
			and y.starts_on <= coalesce(m.plays_on, (now() at time zone m.time_zone)::date) order by y.starts_on desc, y.position desc limit 1) = any (s.phases))), '[]'),
	'seats', array(select s.capacity from private.my_seats(d.mission_id) s where s.committee_id = d.committee_id),
	'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'code', g.code, 'title', g.title, 'heldOn', g.held_on) order by g.held_on desc)
		from public.meetings g where g.committee_id = d.committee_id and g.state not in ('draft', 'cancelled')), '[]'),
	'notified', coalesce((select jsonb_agg(jsonb_build_object('name', r.full_name, 'email', r.email) order by r.email)
		from private.to_notify(d.mission_id) r), '[]'),
	'drafts', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'sha256', f.sha256, 'at', f.uploaded_at,
		'by', (select w.full_name from public.people w where w.id = f.uploaded_by)) order by f.uploaded_at)
		from public.drafts f where f.deliverable_id = d.id), '[]'),
	'versions', coalesce((select jsonb_agg(jsonb_build_object(
		'id', v.id, 'number', v.number, 'state', v.state, 'sha256', v.sha256, 'note', v.note, 'submittedOn', v.submitted_on, 'submittedAt', v.submitted_at,
		'by', (select w.full_name from public.people w where w.id = v.submitted_by),
		'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'sha256', f.sha256) order by f.name)
			from public.version_files f where f.version_id = v.id), '[]'),
		'votes', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'personId', x.person_id, 'mine', x.person_id = private.me(), 'choice', x.choice,
			'reason', x.reason, 'at', x.at, 'day', x.mission_day, 'by', (select w.full_name from public.people w where w.id = x.person_id)) order by x.at)
			from public.votes x where x.version_id = v.id), '[]'),
		'endorsement', (select jsonb_build_object('outcome', e.outcome, 'reserves', e.reserves, 'tally', e.tally, 'at', e.at, 'day', e.mission_day,
			'by', (select w.full_name from public.people w where w.id = e.confirmed_by),
			'meeting', (select g.code from public.meetings g where g.id = e.meeting_id))
			from public.endorsements e where e.version_id = v.id limit 1),
		'decision', (select jsonb_build_object('number', x.number, 'kind', x.kind, 'reasons', x.reasons, 'reduction', x.reduction, 'at', x.at,
			'decidedOn', x.decided_on, 'notifiedOn', x.notified_on, 'notifiedAt', x.notified_at, 'notifiedTo', x.notified_to, 'effectOn', x.effect_on,
			'by', (select w.full_name from public.people w where w.id = x.decided_by),
			'onBehalfOf', (select w.full_name from public.delegations g join public.memberships s on s.id = g.membership_id
				join public.people w on w.id = s.person_id where g.id = x.delegation_id))
			from public.decisions x where x.version_id = v.id))
		order by v.submitted_at desc, v.id) from public.versions v where v.deliverable_id = d.id), '[]'))
   from public.deliverables d
   join public.missions m on m.id = d.mission_id
   left join public.phases p on p.id = d.phase_id
   where m.slug = mission_slug and d.code = deliverable_code);
end $$;

-- Of the contractor on that day: sits and speaks, and never counts among those who decide.
create function private.is_contractors(person uuid, mission uuid, day date) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from public.memberships s join public.organisations o on o.id = s.organisation_id
		where s.person_id = person and s.mission_id = mission and o.side = 'contractor' and s.role <> 'observer'
		  and s.starts_on <= day and (s.ends_on is null or day < s.ends_on));
end $$;

-- A seat is given, changed and ended by the client's project manager, for people of the mission. `capacity` is the one
-- the person will have: an alternate's is that of the seat.
create function private.seatable(c public.committees, person uuid, capacity text, voting boolean, phases text[], function_title text, from_day date, until_day date, stands_in public.committee_members) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(capacity in ('chair', 'member', 'secretary', 'guest'), 422, 'choice_missing', '{"field":"capacity"}');
	perform private.require(from_day between private.today(c.mission_id) - 3650 and private.today(c.mission_id) + 3650, 422, 'date_out_of_range', '{"field":"from"}');
	perform private.require(until_day is null or (until_day > from_day and until_day <= private.today(c.mission_id) + 3650), 422, 'end_before_start', '{"field":"until"}');
	perform private.require(person is not null and exists (select from public.memberships s where s.mission_id = c.mission_id and s.person_id = person
		and (s.ends_on is null or s.ends_on > greatest(from_day, private.today(c.mission_id)))), 422, 'unknown_person', '{"field":"person"}');
	-- An observer reads: asked to the table, they are a guest.
	perform private.require(capacity = 'guest' or exists (select from public.memberships s where s.mission_id = c.mission_id and s.person_id = person
		and s.role <> 'observer' and (s.ends_on is null or s.ends_on > from_day)), 422, 'observer_is_guest', '{"field":"capacity"}');
	-- What a body decides is not for the contractor to say; nobody names themself to say it either.
	if capacity = 'chair' or stands_in.capacity = 'chair' then
		perform private.require(not private.sits_on_side(person, c.mission_id, 'contractor'), 422, 'role_of_other_side', '{"field":"capacity"}');
		perform private.not_for_oneself('committee_chair', person, 'person');
	end if;
	perform private.require(cardinality(phases) <= 60 and not exists (select from unnest(phases) x where x is null
		or not exists (select from public.phases p where p.mission_id = c.mission_id and p.code = x)), 422, 'unknown_phase', '{"field":"phases"}');
	perform private.require(length(coalesce(function_title, '')) <= 200, 422, 'too_long', '{"field":"functionTitle"}');
end $$;

-- What the journal keeps of a seat.
create function private.seat_words(s public.committee_members) returns jsonb
	language sql stable security definer set search_path = '' as
$$ select jsonb_strip_nulls(jsonb_build_object('person', private.person_name(s.person_id), 'capacity', s.capacity, 'votes', s.votes,
	'function', nullif(s.function_title, ''), 'phases', case when cardinality(s.phases) > 0 then to_jsonb(s.phases) end, 'from', s.starts_on, 'until', s.ends_on,
	'alternateOf', (select private.person_name(x.person_id) from public.committee_members x where x.id = s.alternate_of))) $$;

create function public.seat_in_body(committee uuid, person uuid, capacity text, from_day date default null, until_day date default null,
	phases text[] default '{}', function_title text default '', voting boolean default true, alternate_of uuid default null) returns public.committee_members
	language plpgsql security definer set search_path = '' as $$
declare
	c public.committees;
	stands_in public.committee_members;
	starts date;
	made public.committee_members;
begin
	select * into c from public.committees x where x.id = committee and x.mission_id in (select private.my_missions()) for update;
	perform private.require(c.id is not null, 404, 'not_found');
	perform private.must_be(c.mission_id, 'client_manager');
	starts := coalesce(from_day, private.today(c.mission_id));
	if alternate_of is not null then
		select * into stands_in from public.committee_members x where x.id = seat_in_body.alternate_of and x.committee_id = committee
			and x.alternate_of is null and (x.ends_on is null or x.ends_on > starts);
		perform private.require(stands_in.id is not null, 422, 'unknown_seat', '{"field":"alternateOf"}');
		perform private.require(stands_in.person_id is distinct from person, 422, 'same_person', '{"field":"person"}');
	end if;
	perform private.seatable(c, person, coalesce(stands_in.capacity, seat_in_body.capacity), voting, coalesce(seat_in_body.phases, '{}'), seat_in_body.function_title, starts, until_day, stands_in);
	perform private.require(not exists (select from public.committee_members x where x.committee_id = committee and x.person_id = person
		and x.alternate_of is not distinct from stands_in.id and (x.ends_on is null or x.ends_on > starts)), 409, 'already_seated', '{"field":"person"}');
	insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on, ends_on, phases, votes, function_title, alternate_of)
	values (committee, c.mission_id, person, coalesce(stands_in.capacity, seat_in_body.capacity), starts, until_day,
		-- Whoever stands in does so where the seat holds, and has the vote of that seat.
		coalesce(stands_in.phases, array(select distinct x from unnest(seat_in_body.phases) x order by x), '{}'),
		case coalesce(stands_in.capacity, seat_in_body.capacity) when 'chair' then true when 'member' then coalesce(stands_in.votes, voting, true) else false end
			and not private.is_contractors(person, c.mission_id, greatest(starts, private.today(c.mission_id))),
		trim(coalesce(seat_in_body.function_title, '')), stands_in.id) returning * into made;
	perform private.log(c.mission_id, 'seat_given', c.code, private.seat_words(made));
	return made;
end $$;

create function private.seat_to_change(seat uuid, read_version int) returns public.committee_members
	language plpgsql security definer set search_path = '' as $$
declare
	s public.committee_members;
begin
	select * into s from public.committee_members x where x.id = seat and x.mission_id in (select private.my_missions()) for update;
	perform private.require(s.id is not null, 404, 'not_found');
	perform private.must_be(s.mission_id, 'client_manager');
	perform private.require(s.version = read_version, 409, 'stale');
	perform private.require(s.ends_on is null or s.ends_on > private.today(s.mission_id), 409, 'seat_ended');
	return s;
end $$;

-- What a seat was until today stays as it was: a seat that has begun is ended today, and another begins.
create function public.change_seat(seat uuid, read_version int, capacity text, until_day date default null, phases text[] default '{}',
	function_title text default '', voting boolean default true) returns public.committee_members
	language plpgsql security definer set search_path = '' as $$
declare
	was public.committee_members;
	stands_in public.committee_members;
	made public.committee_members;
	today date;
begin
	was := private.seat_to_change(seat, read_version);
	today := private.today(was.mission_id);
	select * into stands_in from public.committee_members x where x.id = was.alternate_of;
	perform private.seatable((select c from public.committees c where c.id = was.committee_id), was.person_id,
		coalesce(stands_in.capacity, change_seat.capacity), voting,
		coalesce(change_seat.phases, '{}'), change_seat.function_title, greatest(was.starts_on, today), until_day, stands_in);
	made := was;
	made.capacity := coalesce(stands_in.capacity, change_seat.capacity);
	made.phases := coalesce(stands_in.phases, array(select distinct x from unnest(change_seat.phases) x order by x), '{}');
	made.votes := case made.capacity when 'chair' then true when 'member' then coalesce(stands_in.votes, voting, true) else false end
		and not private.is_contractors(was.person_id, was.mission_id, greatest(was.starts_on, today));
	made.function_title := trim(coalesce(change_seat.function_title, ''));
	made.ends_on := until_day;
	if was.starts_on >= today or (was.capacity, was.phases, was.votes, was.function_title) is not distinct from (made.capacity, made.phases, made.votes, made.function_title) then
		update public.committee_members x set capacity = made.capacity, phases = made.phases, votes = made.votes, function_title = made.function_title,
			ends_on = made.ends_on, version = x.version + 1 where x.id = seat returning * into made;
	else
		update public.committee_members x set ends_on = today, version = x.version + 1 where x.id = seat;
		insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on, ends_on, phases, votes, function_title, alternate_of)
		values (was.committee_id, was.mission_id, was.person_id, made.capacity, today, made.ends_on, made.phases, made.votes, made.function_title, was.alternate_of)
		returning * into made;
	end if;
	-- Those who stand in follow the seat, each from today on.
	if made.alternate_of is null then
		insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on, ends_on, phases, votes, function_title, alternate_of)
		select x.committee_id, x.mission_id, x.person_id, made.capacity, greatest(x.starts_on, today), x.ends_on, made.phases,
			made.votes and not private.is_contractors(x.person_id, x.mission_id, greatest(x.starts_on, today)), x.function_title, made.id
		from public.committee_members x where x.alternate_of = was.id and made.id <> was.id and (x.ends_on is null or x.ends_on > today);
		update public.committee_members x set ends_on = greatest(today, x.starts_on), version = x.version + 1
		where x.alternate_of = was.id and made.id <> was.id and (x.ends_on is null or x.ends_on > today);
		update public.committee_members x set capacity = made.capacity, phases = made.phases, version = x.version + 1,
			votes = made.votes and not private.is_contractors(x.person_id, x.mission_id, greatest(x.starts_on, today))
		where x.alternate_of = was.id and made.id = was.id and (x.ends_on is null or x.ends_on > today)
			and (x.capacity, x.phases, x.votes) is distinct from (made.capacity, made.phases,
				made.votes and not private.is_contractors(x.person_id, x.mission_id, greatest(x.starts_on, today)));
	end if;
	perform private.log(was.mission_id, 'seat_changed', (select c.code from public.committees c where c.id = was.committee_id),
		private.seat_words(made) || jsonb_build_object('instead', private.seat_words(was) - 'person'));
	return made;
end $$;

-- The last day of a seat is the day before; whoever stood in for it leaves with it.
create function public.end_seat(seat uuid, read_version int, reason text, on_day date default null) returns public.committee_members
	language plpgsql security definer set search_path = '' as $$
declare
	was public.committee_members;
	made public.committee_members;
	leaves date;
begin
	was := private.seat_to_change(seat, read_version);
	leaves := coalesce(on_day, private.today(was.mission_id));
	perform private.require((coalesce(reason, '') ~ '\S' and length(reason) <= 500), 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(leaves between private.today(was.mission_id) and private.today(was.mission_id) + 3650, 422, 'date_in_the_past', '{"field":"on"}');
	update public.committee_members x set ends_on = greatest(leaves, x.starts_on), version = x.version + 1
	where (x.id = seat or x.alternate_of = seat) and (x.ends_on is null or x.ends_on > leaves);
	select * into made from public.committee_members x where x.id = seat;
	perform private.log(was.mission_id, 'seat_ended', (select c.code from public.committees c where c.id = was.committee_id),
		private.seat_words(made) || jsonb_build_object('reason', trim(reason)));
	return made;
end $$;

grant execute on function public.seat_in_body(uuid, uuid, text, date, date, text[], text, boolean, uuid),
	public.change_seat(uuid, int, text, date, text[], text, boolean), public.end_seat(uuid, int, text, date) to authenticated;
