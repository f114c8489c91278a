-- What a body decides in session: by consensus or by how many, with its quorum, on the exact bytes of a version, and
-- binding from the moment somebody whose word binds the body typed or confirmed it.

alter table public.actions
	-- Typed by the contractor's secretary, it is a draft until the chair or the project manager confirms it.
	add column binds boolean not null default true,
	add column confirmed_by uuid references public.people (id),
	add column confirmed_at timestamptz;

-- One way in for what a body says of a version, whoever records it: the chair by itself, or a decision in session.
create function private.endorse(v public.versions, body uuid, seen_sha256 text, outcome text, reserves text, meeting uuid) returns public.endorsements
	language plpgsql security definer set search_path = '' as $$
declare
	made public.endorsements;
	sat public.meetings;
begin
	perform private.require(endorse.outcome in ('endorsed', 'endorsed_with_reserves', 'not_endorsed'), 422, 'choice_missing', '{"field":"outcome"}');
	perform private.must_have_seen(v, seen_sha256);
	perform private.require(endorse.outcome = 'endorsed' or coalesce(endorse.reserves, '') ~ '\S', 422, 'reason_missing', '{"field":"reserves"}');
	perform private.require(length(coalesce(endorse.reserves, '')) <= 8000, 422, 'too_long', '{"field":"reserves"}');
	perform private.require(exists (select from public.votes where version_id = v.id) or meeting is not null, 409, 'no_vote_yet');
	perform private.require(meeting is null or exists (select from public.meetings m where m.id = meeting and m.committee_id = body
		and m.state not in ('draft', 'cancelled') and m.held_on <= private.today(v.mission_id)), 422, 'unknown_meeting', '{"field":"meeting"}');
	-- What a body said before a version was there, it did not say of that version.
	perform private.require(meeting is null or (select m.held_on from public.meetings m where m.id = meeting) >= v.submitted_on,
		422, 'meeting_before_version', '{"field":"meeting"}');
	-- In session or after it, in number, and before its minutes are sealed: what is sealed says all that was said.
	if meeting is not null then
		select * into sat from public.meetings m where m.id = meeting;
		perform private.require(sat.state <> 'convened', 409, 'not_from_here', jsonb_build_object('state', sat.state));
		perform private.require(sat.sealed_sha256 is null, 409, 'minutes_circulated', jsonb_build_object('state', sat.state));
		perform private.in_number(sat, 'adopted');
	end if;
	perform private.move_version(v.id, case endorse.outcome
		when 'endorsed' then 'endorse' when 'endorsed_with_reserves' then 'endorse_with_reserves' else 'not_endorse' end);
	insert into public.endorsements (mission_id, version_id, sha256, committee_id, outcome, reserves, meeting_id, tally, confirmed_by, mission_day)
	values (v.mission_id, v.id, v.sha256, body, endorse.outcome, btrim(coalesce(endorse.reserves, ''), E' \t\r\n'), meeting,
		private.tally(v.id), private.me(), private.today(v.mission_id))
	returning * into made;
	perform private.log(v.mission_id, 'endorsement_confirmed', private.version_label(v.id),
		jsonb_build_object('outcome', made.outcome, 'tally', made.tally, 'sha256', v.sha256));
	perform private.mail_roles(v.mission_id, array['client_signatory', 'client_manager'], 'endorsement_confirmed',
		jsonb_build_object('code', split_part(private.version_label(v.id), ' v', 1), 'number', v.number, 'outcome', made.outcome));
	return made;
end $$;

create or replace function public.confirm_endorsement(version uuid, seen_sha256 text, outcome text, reserves text default '', meeting uuid default null) returns public.endorsements
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
	body uuid;
begin
	v := private.handed_in(version);
	select d.committee_id into body from public.deliverables d where d.id = v.deliverable_id;
	perform private.require(body is not null and private.sits_as(private.me(), body, 'chair')
		and not private.sits_on_side(private.me(), v.mission_id, 'contractor'), 403, 'not_allowed');
	return private.endorse(v, body, confirm_endorsement.seen_sha256, confirm_endorsement.outcome, confirm_endorsement.reserves, meeting);
end $$;

-- The words of reserves said line by line, as the endorsement keeps them.
create function private.reserve_words(lines jsonb) returns text
	language sql immutable set search_path = '' as
$$ select string_agg(btrim(x.line ->> 'wording', E' \t\r\n'), E'\n' order by x.n) from jsonb_array_elements(lines) with ordinality x (line, n) $$;

-- What a vote comes to under the rules of the body; null where it is not for arithmetic to say: no rule was agreed, or
-- the chair casts the deciding vote. core/meetings/vote.ts says the same, and a test holds the two equal.
create function private.vote_result(voting jsonb, votes jsonb) returns text
	language plpgsql immutable set search_path = '' as $$
declare
	yes int := (votes ->> 'for')::int;
	nay int := (votes ->> 'against')::int;
begin
	if voting ->> 'rule' is null then return null; end if;
	if coalesce((votes ->> 'casting')::boolean, false) and private.is_tie(voting, votes) then return null; end if;
	return case when case voting ->> 'rule'
		when 'consensus' then yes > 0 and nay = 0
		when 'majority' then yes > nay
		when 'two_thirds' then yes > 0 and 3 * yes >= 2 * (yes + nay) end then 'adopted' else 'rejected' end;
end $$;

create function private.is_tie(voting jsonb, votes jsonb) returns boolean
	language sql immutable set search_path = '' as
$$ select coalesce(voting ->> 'rule' = 'majority' and (voting ->> 'casting')::boolean
	and (votes ->> 'for')::int = (votes ->> 'against')::int and (votes ->> 'for')::int > 0, false) $$;

-- How many, as they may be kept: no more than vote and are there, and never against what they come to.
create function private.good_votes(m public.meetings, votes jsonb, result text, q jsonb) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
declare
	voting jsonb := (select c.rules -> 'voting' from public.committees c where c.id = m.committee_id);
	said int;
	comes_to text;
	kept jsonb;
begin
	if votes is null or jsonb_typeof(votes) = 'null' then return null; end if;
	perform private.require(coalesce(votes ->> 'how', '') in ('consensus', 'vote'), 422, 'choice_missing', '{"field":"how"}');
	if votes ->> 'how' = 'consensus' then return '{"how":"consensus"}'; end if;
	perform private.require((votes ->> 'for') ~ '^\d{1,3}$' and (votes ->> 'against') ~ '^\d{1,3}$' and (votes ->> 'abstained') ~ '^\d{1,3}$',
		422, 'votes_missing', '{"field":"for"}');
	kept := jsonb_strip_nulls(jsonb_build_object('how', 'vote', 'for', (votes ->> 'for')::int, 'against', (votes ->> 'against')::int,
		'abstained', (votes ->> 'abstained')::int, 'casting', case when (votes ->> 'casting')::boolean then true end));
	said := (kept ->> 'for')::int + (kept ->> 'against')::int + (kept ->> 'abstained')::int;
	perform private.require(said between 1 and (q ->> 'present')::int, 422, 'votes_exceed',
		jsonb_build_object('field', 'for', 'said', said, 'present', q -> 'present'));
	perform private.require(not kept ? 'casting' or private.is_tie(voting, kept), 422, 'no_casting_vote', '{"field":"casting"}');
	comes_to := private.vote_result(voting, kept);
	perform private.require(result = 'deferred' or comes_to is null or comes_to = result, 422, 'vote_contradicted',
		jsonb_build_object('field', 'result', 'result', comes_to));
	return kept;
end $$;

-- A body that is not in number decides nothing: at most it puts off.
create function private.in_number(m public.meetings, result text) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
declare
	q jsonb := private.quorum(m.id);
begin
	perform private.require(result = 'deferred' or (q ->> 'reached')::boolean or not (q ->> 'asked')::boolean, 409, 'no_quorum', q);
	return q;
end $$;

-- What is said of a version in session: by the body that has to say it, once, of the bytes in front of it.
create function private.good_outcome(m public.meetings, self uuid, version uuid, outcome text, result text, reserves jsonb, seen_sha256 text) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
	said record;
	line jsonb;
begin
	perform private.require(good_outcome.outcome in ('endorsed', 'endorsed_with_reserves', 'not_endorsed'), 422, 'choice_missing', '{"field":"outcome"}');
	perform private.require((good_outcome.outcome = 'not_endorsed') = (good_outcome.result = 'rejected') and good_outcome.result <> 'deferred', 422, 'outcome_contradicted', '{"field":"outcome"}');
	perform private.require(m.state in ('in_session', 'held'), 409, 'not_from_here', jsonb_build_object('state', m.state));
	perform private.require(good_outcome.version is not null, 422, 'unknown_version', '{"field":"versionId"}');
	v := private.handed_in(good_outcome.version);
	perform private.require(v.mission_id = m.mission_id, 422, 'unknown_version', '{"field":"versionId"}');
	perform private.require((select d.committee_id from public.deliverables d where d.id = v.deliverable_id) = m.committee_id, 422, 'another_body', '{"field":"versionId"}');
	select r.number, r.outcome, coalesce(r.confirmed_by, r.created_by) as who, coalesce(r.confirmed_at, r.created_at) as since into said
		from public.resolutions r where r.version_id = v.id and r.outcome is not null and r.id is distinct from self limit 1;
	if said is null then
		select coalesce(g.code, '') as number, e.outcome, e.confirmed_by as who, e.at as since into said
			from public.endorsements e left join public.meetings g on g.id = e.meeting_id where e.version_id = v.id and e.committee_id = m.committee_id;
	end if;
	if said.outcome is not null then
		perform private.refuse(409, 'already_decided', jsonb_build_object('number', said.number, 'outcome', said.outcome, 'by', private.person_name(said.who), 'at', said.since));
	end if;
	perform private.must_have_seen(v, good_outcome.seen_sha256);
	perform private.require(v.state = 'submitted', 409, 'not_from_here', jsonb_build_object('state', v.state));
	perform private.require(v.submitted_on <= m.held_on, 422, 'meeting_before_version', '{"field":"versionId"}');
	perform private.require(case when jsonb_typeof(good_outcome.reserves) = 'array' then jsonb_array_length(good_outcome.reserves) <= 100
		and (jsonb_array_length(good_outcome.reserves) > 0) = (good_outcome.outcome <> 'endorsed') end, 422, 'wording_missing', '{"field":"reserves"}');
	-- Of what is not endorsed, the lines say why; a reserve is numbered, and has a severity.
	for line in select * from jsonb_array_elements(good_outcome.reserves) loop
		perform private.good_observation('reserve', case when good_outcome.outcome = 'not_endorsed' then 'major' else line ->> 'severity' end,
			line ->> 'wording', line ->> 'place');
	end loop;
end $$;

-- From now on it binds; what it says of a version becomes the body's endorsement, its reserves numbered, in one act.
create function private.bind_resolution(r public.resolutions, seen_sha256 text) returns public.resolutions
	language plpgsql security definer set search_path = '' as $$
declare
	e public.endorsements;
	now_is public.resolutions;
	q jsonb := private.quorum(r.meeting_id);
begin
	-- What was ticked may have been corrected since: whoever confirms, confirms a body that was in number. Those who left
	-- later were there.
	perform private.require(r.result = 'deferred' or not (q ->> 'asked')::boolean or (q ->> 'reached')::boolean or (q ->> 'required')::int <=
		(select count(*) from public.attendances a where a.meeting_id = r.meeting_id and a.votes and a.status in ('present', 'represented')), 409, 'no_quorum', q);
	if r.outcome is not null and r.endorsement_id is null then
		e := private.endorse(private.handed_in(r.version_id), (select m.committee_id from public.meetings m where m.id = r.meeting_id), seen_sha256,
			r.outcome, case when r.outcome <> 'endorsed' then private.reserve_words(r.reserves) end, r.meeting_id);
		if r.outcome = 'endorsed_with_reserves' then perform private.number_lines(e, r.reserves); end if;
	end if;
	update public.resolutions x set binds = true, endorsement_id = coalesce(e.id, x.endorsement_id),
		confirmed_by = private.me(), confirmed_at = clock_timestamp()
	where x.id = r.id returning * into now_is;
	return now_is;
end $$;

drop function public.record_resolution(uuid, text, text, uuid, date);
create function public.record_resolution(meeting uuid, wording text, kind text default 'orientation', version uuid default null, effect_on date default null,
	item uuid default null, result text default 'adopted', votes jsonb default null, outcome text default null, reserves jsonb default '[]', seen_sha256 text default null)
	returns public.resolutions
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	made public.resolutions;
	q jsonb;
begin
	m := private.deciding_meeting(meeting);
	perform private.good_resolution(m, wording, kind, version, effect_on, item, result);
	votes := private.plain_json(votes);
	reserves := coalesce(private.plain_json(reserves), '[]');
	perform private.seat_attendees(m);
	q := private.in_number(m, record_resolution.result);
	votes := private.good_votes(m, votes, record_resolution.result, q);
	if outcome is not null then
		perform private.require(record_resolution.kind = 'validation', 422, 'choice_missing', '{"field":"kind"}');
		perform private.good_outcome(m, null, version, outcome, record_resolution.result, reserves, seen_sha256);
	end if;
	insert into public.resolutions (mission_id, meeting_id, number, wording, kind, version_id, effect_on, created_by, item_id, result, votes, quorum, outcome,
		reserves, binds)
	values (m.mission_id, meeting, private.next_number(m.mission_id, 'RD'), trim(record_resolution.wording), record_resolution.kind, version,
		record_resolution.effect_on, private.me(), item, record_resolution.result, record_resolution.votes,
		case when (q ->> 'asked')::boolean then q - array['asked', 'reached'] end, record_resolution.outcome,
		case when record_resolution.outcome is null then '[]' else record_resolution.reserves end, false) returning * into made;
	if private.may_bind(m) then made := private.bind_resolution(made, seen_sha256); end if;
	perform private.touch_meeting(meeting);
	perform private.log(m.mission_id, 'resolution_recorded', made.number,
		jsonb_strip_nulls(jsonb_build_object('meeting', m.code, 'wording', made.wording, 'result', made.result, 'votes', made.votes, 'outcome', made.outcome,
			'draft', case when not made.binds then true end)),
		case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

create function private.good_resolution(m public.meetings, wording text, kind text, version uuid, effect_on date, item uuid, result text) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require((coalesce(good_resolution.wording, '') ~ '\S' and length(good_resolution.wording) <= 4000), 422, 'wording_missing', '{"field":"wording"}');
	perform private.require(good_resolution.kind in ('validation', 'arbitration', 'orientation'), 422, 'choice_missing', '{"field":"kind"}');
	perform private.require(good_resolution.result in ('adopted', 'rejected', 'deferred'), 422, 'choice_missing', '{"field":"result"}');
	perform private.require(good_resolution.version is null or exists (select from public.versions v where v.id = good_resolution.version and v.mission_id = m.mission_id), 422, 'unknown_version', '{"field":"version"}');
	perform private.require(good_resolution.effect_on is null or good_resolution.effect_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"effectOn"}');
	perform private.good_item(m, item);
end $$;

create function private.good_item(m public.meetings, item uuid) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(item is null or exists (select from public.agenda_items a where a.id = item and a.meeting_id = m.id), 422, 'unknown_item', '{"field":"itemId"}');
end $$;

-- Corrected before the minutes go out; the number stays, and the journal keeps both wordings. What has become the
-- body's endorsement stands; what binds is no longer the contractor's to change.
drop function public.correct_resolution(uuid, text, text, uuid, date);
create function public.correct_resolution(resolution uuid, read_version int, wording text, kind text, version uuid default null, effect_on date default null,
	item uuid default null, result text default 'adopted', votes jsonb default null, outcome text default null, reserves jsonb default '[]', seen_sha256 text default null)
	returns public.resolutions
	language plpgsql security definer set search_path = '' as $$
declare
	was public.resolutions;
	m public.meetings;
	made public.resolutions;
	q jsonb;
	same boolean;
begin
	select * into was from public.resolutions r where r.id = resolution;
	m := private.deciding_meeting(was.meeting_id);
	select * into was from public.resolutions r where r.id = resolution;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.require(not was.binds or private.may_bind(m), 403, 'not_allowed');
	if was.version is distinct from read_version then
		perform private.refuse_stale(to_jsonb(was), coalesce(was.confirmed_by, was.created_by), coalesce(was.confirmed_at, was.created_at));
	end if;
	perform private.good_resolution(m, wording, kind, version, effect_on, item, result);
	votes := private.plain_json(votes);
	reserves := case when outcome is null then '[]' else coalesce(private.plain_json(reserves), '[]') end;
	perform private.require(was.endorsement_id is null or (was.kind, was.version_id, was.outcome, was.result, was.reserves)
		is not distinct from (correct_resolution.kind, correct_resolution.version, correct_resolution.outcome, correct_resolution.result, correct_resolution.reserves),
		409, 'endorsement_stands');
	same := (was.result, was.outcome, was.version_id, coalesce(was.votes, 'null')) is not distinct from (correct_resolution.result, correct_resolution.outcome, correct_resolution.version, coalesce(correct_resolution.votes, 'null'));
	if not same then
		q := private.in_number(m, correct_resolution.result);
		votes := private.good_votes(m, votes, correct_resolution.result, q);
	end if;
	if outcome is not null and was.endorsement_id is null then
		perform private.require(correct_resolution.kind = 'validation', 422, 'choice_missing', '{"field":"kind"}');
		perform private.good_outcome(m, was.id, version, outcome, correct_resolution.result, reserves, seen_sha256);
	end if;
	update public.resolutions r set wording = trim(correct_resolution.wording), kind = correct_resolution.kind, version_id = correct_resolution.version,
		effect_on = correct_resolution.effect_on, item_id = item, result = correct_resolution.result,
		votes = nullif(correct_resolution.votes, 'null'), outcome = correct_resolution.outcome, reserves = correct_resolution.reserves,
		quorum = case when same then r.quorum when (q ->> 'asked')::boolean then q - array['asked', 'reached'] end, version = r.version + 1
	where r.id = resolution returning * into made;
	if private.may_bind(m) then made := private.bind_resolution(made, seen_sha256); end if;
	perform private.touch_meeting(m.id);
	perform private.log(m.mission_id, 'resolution_recorded', made.number,
		jsonb_strip_nulls(jsonb_build_object('meeting', m.code, 'wording', made.wording, 'instead', was.wording, 'result', made.result, 'votes', made.votes,
			'outcome', made.outcome, 'draft', case when not made.binds then true end)),
		case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

drop function public.record_action(uuid, text, uuid, text, date);
create function public.record_action(meeting uuid, wording text, owner uuid default null, owner_name text default '', due_on date default null, item uuid default null)
	returns public.actions
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	made public.actions;
	binding boolean;
begin
	m := private.deciding_meeting(meeting);
	binding := private.may_bind(m);
	perform private.good_action(m, wording, owner, due_on, item);
	insert into public.actions (mission_id, meeting_id, number, wording, owner_id, owner_name, due_on, created_by, item_id, binds, confirmed_by, confirmed_at)
	values (m.mission_id, meeting, private.next_number(m.mission_id, 'ACT'), trim(record_action.wording), owner,
		coalesce(private.person_name(owner), left(trim(coalesce(record_action.owner_name, '')), 200)), record_action.due_on, private.me(), item,
		binding, case when binding then private.me() end, case when binding then clock_timestamp() end) returning * into made;
	perform private.touch_meeting(meeting);
	perform private.log(m.mission_id, 'action_recorded', made.number,
		jsonb_strip_nulls(jsonb_build_object('meeting', m.code, 'owner', made.owner_name, 'dueOn', made.due_on, 'draft', case when not binding then true end)),
		case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

create function private.good_action(m public.meetings, wording text, owner uuid, due_on date, item uuid) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require((coalesce(good_action.wording, '') ~ '\S' and length(good_action.wording) <= 2000), 422, 'wording_missing', '{"field":"wording"}');
	perform private.require(good_action.owner is null or exists (select from public.memberships s where s.mission_id = m.mission_id and s.person_id = good_action.owner), 422, 'unknown_person', '{"field":"owner"}');
	perform private.require(good_action.due_on is null or good_action.due_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"dueOn"}');
	perform private.good_item(m, item);
end $$;

drop function public.correct_action(uuid, int, text, uuid, text, date);
create function public.correct_action(action uuid, read_version int, wording text, owner uuid default null, owner_name text default '', due_on date default null,
	item uuid default null) returns public.actions
	language plpgsql security definer set search_path = '' as $$
declare
	was public.actions;
	m public.meetings;
	made public.actions;
	binding boolean;
begin
	select * into was from public.actions a where a.id = action;
	m := private.deciding_meeting(was.meeting_id);
	select * into was from public.actions a where a.id = action;
	perform private.require(was.id is not null, 404, 'not_found');
	binding := private.may_bind(m);
	perform private.require(not was.binds or binding, 403, 'not_allowed');
	perform private.require(was.version = read_version, 409, 'stale');
	perform private.good_action(m, wording, owner, due_on, item);
	update public.actions a set wording = trim(correct_action.wording), owner_id = owner,
		owner_name = coalesce(private.person_name(owner), left(trim(coalesce(correct_action.owner_name, '')), 200)),
		due_on = correct_action.due_on, item_id = item, version = a.version + 1, binds = binding,
		confirmed_by = case when binding then private.me() end, confirmed_at = case when binding then clock_timestamp() end
	where a.id = action returning * into made;
	perform private.touch_meeting(m.id);
	perform private.log(m.mission_id, 'action_recorded', made.number,
		jsonb_strip_nulls(jsonb_build_object('meeting', m.code, 'owner', made.owner_name, 'dueOn', made.due_on, 'instead', was.wording, 'draft', case when not binding then true end)),
		case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

-- Its owner or the project manager says an action is done and with what result, or open again.
drop function public.close_action(uuid, int, boolean);
create function public.close_action(action uuid, read_version int, done boolean default true, result text default '') returns public.actions
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
	perform private.require(length(coalesce(close_action.result, '')) <= 2000, 422, 'too_long', '{"field":"result"}');
	update public.actions a set done_on = case when done then private.today(was.mission_id) end,
		result = case when done then trim(coalesce(close_action.result, '')) else '' end, version = a.version + 1
	where a.id = action returning * into now_is;
	perform private.log(was.mission_id, case when done then 'action_closed' else 'action_reopened' end, was.number,
		jsonb_strip_nulls(jsonb_build_object('result', nullif(case when done then now_is.result else was.result end, ''))));
	return now_is;
end $$;
