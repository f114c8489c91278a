-- What people do about an obligation: each act is checked here, whoever calls.
-- The row a person acts on, as far as they may know of it.
create function private.my_obligation(obligation uuid) returns public.obligations
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
begin
	select x.* into o from public.obligations x where x.id = obligation and x.mission_id in (select private.my_missions())
		and (x.meeting_id is null or x.mission_id in (select private.my_missions_as('client'))
			or exists (select from public.meetings g where g.id = x.meeting_id and g.convened_at is not null)) for update;
	perform private.require(o.id is not null, 404, 'not_found');
	return o;
end $$;

-- How it stands by what people did here: closed (waived, or found never sent) until it is restored, else the last of
-- sent, accepted, contested.
create function private.obligation_standing(obligation uuid) returns text
	language plpgsql stable security definer set search_path = '' as $$
declare
	closed text := (select a.kind from public.obligation_acts a where a.obligation_id = obligation
		and a.kind in ('waived', 'not_sent', 'restored') order by a.number desc limit 1);
begin
	if closed in ('waived', 'not_sent') then return closed; end if;
	return coalesce((select a.kind from public.obligation_acts a where a.obligation_id = obligation
		and a.kind in ('sent', 'accepted', 'contested') order by a.number desc limit 1), 'open');
end $$;

create function private.keep_obligation_standing() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	update public.obligations o set standing = private.obligation_standing(o.id) where o.id = new.obligation_id;
	return null;
end $$;
create trigger obligation_acts_keep_the_standing after insert on public.obligation_acts
	for each row when (new.obligation_id is not null) execute function private.keep_obligation_standing();

create function private.record_obligation_act(o public.obligations, kind text, on_day date, reason text default '') returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	made uuid;
begin
	insert into public.obligation_acts (mission_id, obligation_id, duty, kind, on_day, reason, person_id, mission_day)
	values (o.mission_id, o.id, o.duty, record_obligation_act.kind, record_obligation_act.on_day, trim(coalesce(record_obligation_act.reason, '')),
		private.me(), private.today(o.mission_id)) returning id into made;
	update public.obligations x set version = x.version + 1 where x.id = o.id;
	return made;
end $$;

-- To the client alone while nobody was told of the meeting it is for.
create function private.obligation_audience(o public.obligations) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	return case when exists (select from public.meetings g where g.id = o.meeting_id and g.convened_at is null) then 'client' else 'all' end;
end $$;

-- Sent by the side that owes it, with its proof: the file, the day, to whom; where the contract asks for no file, in words.
create function public.send_obligation(obligation uuid, read_version int, sent_on date, sent_to text[], note text default '',
	name text default null, size bigint default null, hash text default null, key text default null) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
	today date;
begin
	o := private.my_obligation(obligation);
	if o.owner = 'client' then
		perform private.must_be(o.mission_id, 'client_manager');
	elsif o.owner = 'contractor' then
		perform private.must_be(o.mission_id, 'contractor_lead', 'consultant');
	else
		perform private.must_be(o.mission_id, 'client_manager', 'contractor_lead', 'consultant');
	end if;
	perform private.require(o.version is not distinct from read_version, 409, 'stale');
	-- What has a page of its own is done there, never twice.
	perform private.require(o.proof in ('file', 'papers', 'statement') and o.ended_at is null
		and o.standing in ('open', 'contested'), 409, 'not_from_here',
		jsonb_build_object('state', o.standing));
	today := private.today(o.mission_id);
	perform private.require(sent_on is not null and sent_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"sentOn"}');
	perform private.require(sent_on <= today, 422, 'in_the_future', '{"field":"sentOn"}');
	perform private.require(length(coalesce(note, '')) <= 4000, 422, 'too_long', '{"field":"note"}');
	perform private.require(cardinality(coalesce(sent_to, '{}')) <= 30 and not exists (select from unnest(sent_to) t
		where coalesce(t, '') !~ '\S' or length(t) > 254 or t ~ '[\x01-\x1f]'), 422, 'too_long', '{"field":"sentTo"}');
	if o.proof = 'statement' then
		perform private.require(hash is not null or coalesce(note, '') ~ '\S', 422, 'reason_missing', '{"field":"note"}');
	else
		perform private.require(hash is not null, 422, 'no_file', '{"field":"file"}');
		perform private.require(cardinality(coalesce(sent_to, '{}')) > 0, 422, 'choice_missing', '{"field":"sentTo"}');
	end if;
	if hash is not null then
		perform private.require(hash ~ '^[0-9a-f]{64}$' and coalesce(key, '') ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$' and coalesce(size, 0) > 0, 422, 'no_file', '{"field":"file"}');
		perform private.require(length(trim(name)) between 1 and 200 and name !~ '[\x01-\x1f\x7f-\x9f/\\]', 422, 'file_name_refused', '{"field":"file"}');
		-- A key names the bytes of one record.
		perform private.require(not exists (select from private.kept_files() x where x.storage_key = key), 422, 'bad_input');
	end if;
	insert into public.obligation_acts (mission_id, obligation_id, duty, kind, on_day, reason, sent_to, file_name, file_size, sha256, storage_key, person_id, mission_day)
	values (o.mission_id, o.id, o.duty, 'sent', sent_on, trim(coalesce(note, '')), coalesce(sent_to, '{}'),
		case when hash is not null then trim(name) end, case when hash is not null then size end, hash, case when hash is not null then key end,
		private.me(), today);
	update public.obligations x set version = x.version + 1 where x.id = o.id;
	perform private.log(o.mission_id, 'obligation_sent', o.key, jsonb_strip_nulls(jsonb_build_object('sentOn', sent_on, 'dueOn', o.due_on,
		'sentTo', to_jsonb(sent_to), 'sha256', hash, 'note', nullif(trim(note), ''))), private.obligation_audience(o));
	return o.version + 1;
end $$;

-- The client's answer to what was sent; a duty of the client is not its own to accept.
create function public.answer_obligation(obligation uuid, read_version int, accepted boolean, reason text default '') returns int
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
begin
	o := private.my_obligation(obligation);
	perform private.must_be(o.mission_id, 'client_manager');
	perform private.require(o.version is not distinct from read_version, 409, 'stale');
	perform private.require(o.owner <> 'client' and o.standing = 'sent', 409, 'not_from_here',
		jsonb_build_object('state', o.standing));
	perform private.require(accepted is not null, 422, 'choice_missing', '{"field":"accepted"}');
	perform private.require(accepted or coalesce(answer_obligation.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(answer_obligation.reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	perform private.record_obligation_act(o, case when accepted then 'accepted' else 'contested' end, private.today(o.mission_id), answer_obligation.reason);
	perform private.log(o.mission_id, case when accepted then 'obligation_accepted' else 'obligation_contested' end, o.key,
		jsonb_strip_nulls(jsonb_build_object('reason', nullif(trim(answer_obligation.reason), ''))), private.obligation_audience(o));
	return o.version + 1;
end $$;

-- Nobody expects it any more, for a reason; or it is past its day and never came; or it is expected again.
create function public.close_obligation(obligation uuid, read_version int, reason text, closing text) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
begin
	o := private.my_obligation(obligation);
	perform private.must_be(o.mission_id, 'client_manager');
	perform private.require(o.version is not distinct from read_version, 409, 'stale');
	perform private.require(closing in ('waived', 'not_sent', 'restored'), 422, 'choice_missing', '{"field":"closing"}');
	perform private.require(case closing when 'restored' then o.standing in ('waived', 'not_sent')
			when 'not_sent' then o.standing in ('open', 'contested') and o.ended_at is null and o.proof in ('file', 'papers', 'statement')
				and o.due_on < private.today(o.mission_id)
			else o.standing in ('open', 'contested', 'not_sent') end, 409, 'not_from_here', jsonb_build_object('state', o.standing));
	perform private.require(coalesce(close_obligation.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(close_obligation.reason) <= 4000, 422, 'too_long', '{"field":"reason"}');
	perform private.record_obligation_act(o, closing, private.today(o.mission_id), close_obligation.reason);
	perform private.log(o.mission_id, case closing when 'waived' then 'obligation_waived' when 'not_sent' then 'obligation_not_sent' else 'obligation_restored' end, o.key,
		jsonb_build_object('reason', trim(close_obligation.reason)), private.obligation_audience(o));
	return o.version + 1;
end $$;

-- The same of many past ones at once, for one reason: daily reports that were kept on paper before. All or none.
create function public.close_obligations(mission uuid, keys text[], reason text, closing text) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	today date := private.today(mission);
	o public.obligations;
	closed int := 0;
	first date;
	last date;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require(closing in ('waived', 'not_sent'), 422, 'choice_missing', '{"field":"closing"}');
	perform private.require(coalesce(cardinality(keys), 0) between 1 and 5000, 422, 'bad_input', '{"field":"keys"}');
	perform private.require(coalesce(close_obligations.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(close_obligations.reason) <= 4000, 422, 'too_long', '{"field":"reason"}');
	for o in select x.* from public.obligations x where x.mission_id = mission and x.key = any (keys) order by x.key for update loop
		perform private.require(o.standing in ('open', 'contested') and o.ended_at is null and o.due_on < today
			and (closing = 'waived' or o.proof in ('file', 'papers', 'statement')), 409, 'not_from_here',
			jsonb_build_object('state', o.standing, 'key', o.key));
		perform private.record_obligation_act(o, closing, today, close_obligations.reason);
		closed := closed + 1;
		first := least(first, o.due_on);
		last := greatest(last, o.due_on);
	end loop;
	perform private.require(closed = (select count(distinct k) from unnest(keys) k), 404, 'not_found');
	perform private.log(mission, 'obligations_closed', (select string_agg(distinct x.code, ', ') from public.obligations x
			where x.mission_id = close_obligations.mission and x.key = any (keys)),
		jsonb_build_object('closing', closing, 'count', closed, 'from', first, 'to', last, 'reason', trim(close_obligations.reason)), 'client');
	return closed;
end $$;

-- So many days more, by an act of a day. Core works the new dates out; the old ones stay on the row.
create function public.extend_obligation(obligation uuid, read_version int, days int, act text, act_on date) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
	made uuid;
begin
	o := private.my_obligation(obligation);
	perform private.must_be(o.mission_id, 'client_manager');
	perform private.require(o.version is not distinct from read_version, 409, 'stale');
	-- What was done keeps its date: only what is still to be done is given more time.
	perform private.require(o.due is not null and o.ended_at is null and o.standing = 'open'
		and not (o.proof = 'version' and exists (select from public.versions v join public.deliverables d on d.id = v.deliverable_id
			where v.mission_id = o.mission_id and d.code = o.code))
		and not (o.proof = 'weekly_report' and exists (select from public.weekly_reports r where r.mission_id = o.mission_id
			and r.period = o.period and r.state <> 'draft')), 409, 'not_from_here', jsonb_build_object('state', o.standing));
	perform private.require(extend_obligation.days between 1 and 3660, 422, 'bad_input', '{"field":"days"}');
	perform private.require(coalesce(act, '') ~ '\S', 422, 'reason_missing', '{"field":"act"}');
	perform private.require(length(act) <= 300, 422, 'too_long', '{"field":"act"}');
	perform private.require(act_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"actOn"}');
	perform private.require(act_on <= private.today(o.mission_id), 422, 'in_the_future', '{"field":"actOn"}');
	insert into public.obligation_acts (mission_id, obligation_id, duty, kind, on_day, reason, days, person_id, mission_day)
	values (o.mission_id, o.id, o.duty, 'extended', act_on, trim(act), extend_obligation.days, private.me(), private.today(o.mission_id));
	update public.obligations x set version = x.version + 1 where x.id = o.id;
	perform private.log(o.mission_id, 'obligation_extended', o.key, jsonb_build_object('days', extend_obligation.days, 'act', trim(act),
		'actOn', act_on, 'dueWas', o.due_on), private.obligation_audience(o));
	return o.version + 1;
end $$;

-- Which reading of an ambiguous clause counts: one of those the contract file offers, or '' for its own.
create function public.choose_reading(mission uuid, duty text, reading text, reason text default '') returns void
	language plpgsql security definer set search_path = '' as $$
declare
	was text;
begin
	perform private.must_be(mission, 'client_manager');
	reading := coalesce(reading, '');
	perform private.require(exists (select from public.missions m, lateral (
			select x from jsonb_array_elements(m.contract -> 'obligations') x
			union all select x from jsonb_array_elements(m.contract -> 'deliverables') x
			union all select x from jsonb_array_elements(m.contract -> 'milestones') x) c (x)
		where m.id = mission and c.x ->> 'code' = choose_reading.duty
			and jsonb_array_length(coalesce(c.x -> 'alternatives', '[]')) > 0
			and (choose_reading.reading = '' or exists (select from jsonb_array_elements(c.x -> 'alternatives') a where a ->> 'reading' = choose_reading.reading))),
		422, 'choice_missing', '{"field":"reading"}');
	perform private.require(length(coalesce(choose_reading.reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	select a.reason into was from public.obligation_acts a where a.mission_id = choose_reading.mission and a.kind = 'reading'
		and a.duty = choose_reading.duty order by a.number desc limit 1;
	insert into public.obligation_acts (mission_id, duty, kind, on_day, reason, person_id, mission_day)
	values (mission, choose_reading.duty, 'reading', private.today(mission), choose_reading.reading, private.me(), private.today(mission));
	perform private.log(mission, 'reading_chosen', choose_reading.duty, jsonb_strip_nulls(jsonb_build_object('reading', choose_reading.reading,
		'instead', was, 'reason', nullif(trim(choose_reading.reason), ''))));
end $$;

grant execute on function public.send_obligation(uuid, int, date, text[], text, text, bigint, text, text),
	public.answer_obligation(uuid, int, boolean, text), public.close_obligation(uuid, int, text, text), public.close_obligations(uuid, text[], text, text),
	public.extend_obligation(uuid, int, int, text, date), public.choose_reading(uuid, text, text, text) to authenticated;

create or replace function private.kept_files() returns table (storage_key text, name text, sha256 text)
	language sql stable security definer set search_path = '' as
$$ select f.storage_key, f.name, f.sha256 from public.version_files f
   union all select d.storage_key, d.name, d.sha256 from public.drafts d
   union all select r.storage_key, r.file_name, r.file_sha256 from public.weekly_reports r where r.storage_key is not null
   union all select r.storage_key, r.file_name, r.file_sha256 from public.report_filings r
   union all select a.storage_key, a.file_name, a.sha256 from public.obligation_acts a where a.storage_key is not null $$;
