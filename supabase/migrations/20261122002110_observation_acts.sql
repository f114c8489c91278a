-- Something to correct in the version the person has in front of them, the last one, on which nothing was decided yet.
create function public.observe(version uuid, seen_sha256 text, kind text, severity text, wording text, place text default '', file uuid default null) returns public.observations
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
begin
	v := private.handed_in(version);
	perform private.require(private.may_observe(v.mission_id, (select d.committee_id from public.deliverables d where d.id = v.deliverable_id)), 403, 'not_allowed');
	perform private.good_observation(observe.kind, observe.severity, observe.wording, observe.place);
	perform private.must_have_seen(v, case when v.id = (private.last_version(v.deliverable_id)).id then seen_sha256 end);
	perform private.require(not exists (select from public.decisions x where x.version_id = v.id), 409, 'observation_closed');
	perform private.require(observe.file is null or exists (select from public.version_files f where f.id = observe.file and f.version_id = v.id),
		422, 'unknown_file', '{"field":"file"}');
	return private.add_observation(v, observe.kind, observe.severity, observe.wording, observe.place, observe.file, null);
end $$;

-- The contractor answers. What it accepts comes with the next version, unless one already handed in has it.
create function public.answer_observation(observation uuid, read_version int, answer text, words text default '', in_version uuid default null) returns public.observations
	language plpgsql security definer set search_path = '' as $$
declare
	o public.observations;
	now_is public.observations;
	next_state text;
begin
	o := private.observation_at(observation);
	perform private.must_be(o.mission_id, 'contractor_lead', 'consultant');
	perform private.require(answer_observation.answer in ('accepted', 'partly', 'refused'), 422, 'choice_missing', '{"field":"answer"}');
	perform private.require(answer_observation.answer = 'accepted' or coalesce(words, '') ~ '\S', 422, 'reason_missing', '{"field":"words"}');
	perform private.require(length(coalesce(words, '')) <= 4000, 422, 'too_long', '{"field":"words"}');
	perform private.require(in_version is null or (answer_observation.answer <> 'refused' and exists (select from public.versions v
		where v.id = in_version and v.deliverable_id = o.deliverable_id
		  and v.submitted_at > (select m.submitted_at from public.versions m where m.id = o.version_id))), 422, 'unknown_version', '{"field":"inVersion"}');
	next_state := private.move_observation(o, read_version, 'answer');
	update public.observations x set state = next_state, answer = answer_observation.answer, version = x.version + 1,
		answer_version_id = in_version
	where x.id = observation returning * into now_is;
	perform private.observation_act(o, 'answered', words, answer_observation.answer, now_is.answer_version_id);
	perform private.log(o.mission_id, 'observation_answered', o.number, jsonb_build_object('answer', now_is.answer, 'version', private.version_label(now_is.answer_version_id)));
	return now_is;
end $$;

-- Lifted or maintained, on the last version, by the client's side: an accepted answer is checked once a version has it.
create function public.check_observation(observation uuid, read_version int, version uuid, seen_sha256 text, verdict text, words text default '') returns public.observations
	language plpgsql security definer set search_path = '' as $$
declare
	o public.observations;
	now_is public.observations;
	v public.versions;
	next_state text;
begin
	o := private.observation_at(observation);
	perform private.require(private.may_check(o), 403, 'not_allowed');
	perform private.require(verdict in ('lifted', 'maintained'), 422, 'choice_missing', '{"field":"verdict"}');
	perform private.require(verdict = 'lifted' or coalesce(words, '') ~ '\S', 422, 'reason_missing', '{"field":"words"}');
	perform private.require(length(coalesce(words, '')) <= 4000, 422, 'too_long', '{"field":"words"}');
	select * into v from public.versions x where x.id = check_observation.version and x.deliverable_id = o.deliverable_id;
	perform private.require(v.id is not null, 422, 'unknown_version');
	perform private.must_have_seen(v, case when v.id = (private.last_version(o.deliverable_id)).id then seen_sha256 end);
	next_state := private.move_observation(o, read_version, case verdict when 'lifted' then 'lift' else 'maintain' end);
	perform private.require(verdict <> 'lifted' or o.state <> 'answered' or o.answer = 'refused' or o.answer_version_id is not null
		or v.state in ('admitted', 'admitted_with_reduction'), 409, 'answer_not_handed_in');
	update public.observations x set state = next_state, version = x.version + 1 where x.id = observation returning * into now_is;
	perform private.observation_act(o, verdict, words, null, v.id);
	perform private.log(o.mission_id, case verdict when 'lifted' then 'observation_lifted' else 'observation_maintained' end, o.number, jsonb_build_object('version', private.version_label(v.id), 'sha256', v.sha256));
	return now_is;
end $$;

-- Taken back by who made it, before the contractor answered.
create function public.withdraw_observation(observation uuid, read_version int, reason text) returns public.observations
	language plpgsql security definer set search_path = '' as $$
declare
	o public.observations;
	now_is public.observations;
	next_state text;
begin
	o := private.observation_at(observation);
	perform private.require(private.may_correct(o), 403, 'not_allowed');
	perform private.require(coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(reason) <= 4000, 422, 'too_long', '{"field":"reason"}');
	next_state := private.move_observation(o, read_version, 'withdraw');
	update public.observations x set state = next_state, version = x.version + 1 where x.id = observation returning * into now_is;
	perform private.observation_act(o, 'withdrawn', reason);
	perform private.log(o.mission_id, 'observation_withdrawn', o.number, jsonb_build_object('reason', btrim(reason, E' \t\r\n')));
	return now_is;
end $$;

-- Put right by who made it, as long as it is not answered; what it said stays in its acts.
create function public.correct_observation(observation uuid, read_version int, severity text, wording text, place text default '') returns public.observations
	language plpgsql security definer set search_path = '' as $$
declare
	o public.observations;
	now_is public.observations;
	said jsonb;
begin
	o := private.observation_at(observation);
	perform private.require(private.may_correct(o), 403, 'not_allowed');
	perform private.good_observation(o.kind, correct_observation.severity, correct_observation.wording, correct_observation.place);
	perform private.require(not exists (select from public.decisions x where x.version_id = (private.last_version(o.deliverable_id)).id), 409, 'observation_closed');
	perform private.move_observation(o, read_version, 'correct');
	said := jsonb_build_object('severity', o.severity, 'wording', o.wording, 'place', o.place);
	perform private.require(said is distinct from jsonb_build_object('severity', correct_observation.severity,
		'wording', btrim(correct_observation.wording, E' \t\r\n'), 'place', btrim(coalesce(correct_observation.place, ''), E' \t\r\n')), 422, 'nothing_changes');
	update public.observations x set severity = correct_observation.severity, wording = btrim(correct_observation.wording, E' \t\r\n'),
		place = btrim(coalesce(correct_observation.place, ''), E' \t\r\n'), version = x.version + 1
	where x.id = observation returning * into now_is;
	perform private.observation_act(o, 'corrected', '', null, null, said);
	perform private.log(o.mission_id, 'observation_corrected', o.number, jsonb_build_object('was', said, 'severity', now_is.severity, 'wording', now_is.wording, 'place', now_is.place));
	return now_is;
end $$;

-- What a body said with its endorsement becomes numbered reserves: one per line, its severity chosen by the chair.
create function private.number_lines(e public.endorsements, lines jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
	line jsonb;
	n int := 0;
begin
	perform private.require(jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) between 1 and 100, 422, 'wording_missing', '{"field":"reserves"}');
	select * into v from public.versions x where x.id = e.version_id;
	for line in select * from jsonb_array_elements(lines) loop
		perform private.good_observation('reserve', line ->> 'severity', line ->> 'wording', line ->> 'place');
		perform private.add_observation(v, 'reserve', line ->> 'severity', line ->> 'wording', line ->> 'place', null, e.committee_id);
		n := n + 1;
	end loop;
	return n;
end $$;

create function public.number_reserves(version uuid, lines jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
	last public.versions;
	e public.endorsements;
begin
	v := private.handed_in(version);
	last := private.last_version(v.deliverable_id);
	perform 1 from public.versions x where x.id = last.id for update;
	select * into e from public.endorsements x where x.version_id = v.id;
	perform private.require(private.sits_as(private.me(), coalesce(e.committee_id, (select d.committee_id from public.deliverables d where d.id = v.deliverable_id)), 'chair')
		and not private.sits_on_side(private.me(), v.mission_id, 'contractor'), 403, 'not_allowed');
	perform private.require(e.id is not null and e.outcome <> 'endorsed', 409, 'not_from_here', jsonb_build_object('state', v.state));
	perform private.require(not exists (select from public.observations x where x.version_id = v.id and x.committee_id = e.committee_id), 409, 'already_numbered');
	perform private.require(not exists (select from public.decisions x where x.version_id = last.id), 409, 'observation_closed');
	return private.number_lines(e, private.plain_json(lines));
end $$;

-- The chair confirms and numbers in one act: either both are there, or neither.
create function public.confirm_with_reserves(version uuid, seen_sha256 text, outcome text, lines jsonb, meeting uuid default null) returns public.endorsements
	language plpgsql security definer set search_path = '' as $$
declare
	given jsonb := private.plain_json(lines);
	made public.endorsements;
begin
	perform private.require(confirm_with_reserves.outcome is distinct from 'endorsed', 422, 'choice_missing', '{"field":"outcome"}');
	made := public.confirm_endorsement(version, seen_sha256, outcome,
		case when jsonb_typeof(given) = 'array' then (select string_agg(btrim(x.line ->> 'wording', E' \t\r\n'), E'\n' order by x.n)
			from jsonb_array_elements(given) with ordinality x (line, n)) end, meeting);
	perform private.number_lines(made, given);
	return made;
end $$;
