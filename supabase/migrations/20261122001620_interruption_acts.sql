-- What a revision of an interruption must hold; the same for a new one and for a correction.
create function private.check_interruption(i public.interruptions) returns public.interruptions
	language plpgsql stable security definer set search_path = '' as $$
declare
	today date := private.today(i.mission_id);
	zone text := (select m.time_zone from public.missions m where m.id = i.mission_id);
begin
	perform private.require(i.starts_at is not null and i.starts_at between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"startsAt"}');
	perform private.require(i.starts_at::date <= today, 422, 'in_the_future', '{"field":"startsAt"}');
	perform private.require(i.ends_at is null or i.ends_at > i.starts_at, 422, 'end_before_start', '{"field":"endsAt"}');
	perform private.require(i.ends_at is null or i.ends_at::date <= today, 422, 'in_the_future', '{"field":"endsAt"}');
	perform private.require(coalesce(i.what, '') ~ '\S', 422, 'wording_missing', '{"field":"what"}');
	perform private.require(length(i.what) <= 300, 422, 'too_long', '{"field":"what"}');
	perform private.require(length(i.place) <= 300, 422, 'too_long', '{"field":"place"}');
	perform private.require(i.attributable is null or i.attributable_reason ~ '\S', 422, 'reason_missing', '{"field":"attributableReason"}');
	perform private.require(length(i.attributable_reason) <= 2000, 422, 'too_long', '{"field":"attributableReason"}');
	perform private.require(not i.excluded or i.excluded_reason ~ '\S', 422, 'reason_missing', '{"field":"excludedReason"}');
	perform private.require(length(i.excluded_reason) <= 2000, 422, 'too_long', '{"field":"excludedReason"}');
	perform private.require(i.ends_at is null or i.ends_at - i.starts_at < interval '10 years', 422, 'date_out_of_range', '{"field":"endsAt"}');
	-- How long it really lasted: clocks that were put forward or back are counted in.
	i.seconds := extract(epoch from (i.ends_at at time zone zone) - (i.starts_at at time zone zone))::int;
	perform private.require(i.seconds is null or i.seconds > 0, 422, 'end_before_start', '{"field":"endsAt"}');
	if i.sha256 is not null then
		perform private.require(i.sha256 ~ '^[0-9a-f]{64}$' and coalesce(i.storage_key, '') ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$' and coalesce(i.file_size, 0) > 0, 422, 'no_file', '{"field":"file"}');
		perform private.require(length(trim(i.file_name)) between 1 and 200 and i.file_name !~ '[\x01-\x1f\x7f-\x9f/\\]', 422, 'file_name_refused', '{"field":"file"}');
	end if;
	i.what := trim(i.what);
	i.place := trim(i.place);
	return i;
end $$;

-- A key names the bytes of one record.
create function private.is_new_key(key text) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return not exists (select from private.kept_files() f where f.storage_key = key);
end $$;

-- Either side says that the service stopped; whose doing it was is for the client to say.
create function public.record_interruption(mission uuid, starts_at timestamp, ends_at timestamp, what text, place text default '',
	attributable boolean default null, attributable_reason text default '', excluded boolean default false, excluded_reason text default '',
	name text default null, size bigint default null, hash text default null, key text default null) returns text
	language plpgsql security definer set search_path = '' as $$
declare
	i public.interruptions;
begin
	perform private.must_be(mission, 'client_manager', 'contractor_lead', 'consultant');
	perform private.require(private.i_am(mission, 'client_manager')
		or (record_interruption.attributable is null and not coalesce(record_interruption.excluded, false)), 403, 'not_allowed');
	i.mission_id := mission;
	i.starts_at := record_interruption.starts_at;
	i.ends_at := record_interruption.ends_at;
	i.what := record_interruption.what;
	i.place := coalesce(record_interruption.place, '');
	i.attributable := record_interruption.attributable;
	i.attributable_reason := trim(coalesce(record_interruption.attributable_reason, ''));
	i.excluded := coalesce(record_interruption.excluded, false);
	i.excluded_reason := trim(coalesce(record_interruption.excluded_reason, ''));
	i.file_name := name; i.file_size := size; i.sha256 := hash; i.storage_key := key;
	i := private.check_interruption(i);
	perform private.require(hash is null or private.is_new_key(key), 422, 'bad_input');
	perform pg_advisory_xact_lock(hashtextextended('interruptions ' || mission, 0));
	i.number := 'INT-' || lpad((1 + (select count(distinct x.number) from public.interruptions x where x.mission_id = mission))::text, 3, '0');
	insert into public.interruptions (mission_id, number, starts_at, ends_at, seconds, what, place, attributable, attributable_reason, excluded, excluded_reason,
		file_name, file_size, sha256, storage_key, person_id, mission_day)
	values (mission, i.number, i.starts_at, i.ends_at, i.seconds, i.what, i.place, i.attributable, i.attributable_reason, i.excluded, i.excluded_reason,
		case when hash is not null then trim(name) end, case when hash is not null then size end, hash, case when hash is not null then key end,
		private.me(), private.today(mission));
	perform private.log(mission, 'interruption_recorded', i.number, jsonb_strip_nulls(jsonb_build_object('startsAt', i.starts_at, 'endsAt', i.ends_at,
		'seconds', i.seconds, 'attributable', i.attributable, 'sha256', hash)));
	return i.number;
end $$;

-- A following revision, with its reason; what was written before stays. Without a new file the former proof goes on.
create function public.correct_interruption(mission uuid, number text, read_revision int, correction text, starts_at timestamp, ends_at timestamp, what text,
	place text default '', attributable boolean default null, attributable_reason text default '', excluded boolean default false, excluded_reason text default '',
	name text default null, size bigint default null, hash text default null, key text default null) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	was public.interruptions;
	i public.interruptions;
begin
	perform private.must_be(mission, 'client_manager');
	perform pg_advisory_xact_lock(hashtextextended('interruptions ' || mission, 0));
	select * into was from public.interruptions x where x.mission_id = mission and x.number = correct_interruption.number order by x.revision desc limit 1;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.require(was.revision is not distinct from read_revision, 409, 'stale');
	perform private.require(coalesce(correct_interruption.correction, '') ~ '\S', 422, 'reason_missing', '{"field":"correction"}');
	perform private.require(length(correct_interruption.correction) <= 4000, 422, 'too_long', '{"field":"correction"}');
	i := was;
	i.starts_at := correct_interruption.starts_at;
	i.ends_at := correct_interruption.ends_at;
	i.what := correct_interruption.what;
	i.place := coalesce(correct_interruption.place, '');
	i.attributable := correct_interruption.attributable;
	i.attributable_reason := trim(coalesce(correct_interruption.attributable_reason, ''));
	i.excluded := coalesce(correct_interruption.excluded, false);
	i.excluded_reason := trim(coalesce(correct_interruption.excluded_reason, ''));
	if hash is not null then
		perform private.require(private.is_new_key(key), 422, 'bad_input');
		i.file_name := trim(name); i.file_size := size; i.sha256 := hash; i.storage_key := key;
	end if;
	i := private.check_interruption(i);
	insert into public.interruptions (mission_id, number, revision, starts_at, ends_at, seconds, what, place, attributable, attributable_reason, excluded, excluded_reason,
		correction, file_name, file_size, sha256, storage_key, person_id, mission_day)
	values (mission, was.number, was.revision + 1, i.starts_at, i.ends_at, i.seconds, i.what, i.place, i.attributable, i.attributable_reason, i.excluded, i.excluded_reason,
		trim(correct_interruption.correction), i.file_name, i.file_size, i.sha256, i.storage_key, private.me(), private.today(mission));
	perform private.log(mission, 'interruption_corrected', was.number, jsonb_strip_nulls(jsonb_build_object('revision', was.revision + 1,
		'reason', trim(correct_interruption.correction), 'startsAt', i.starts_at, 'endsAt', i.ends_at, 'seconds', i.seconds,
		'attributable', i.attributable, 'excluded', i.excluded, 'sha256', hash)));
	return was.revision + 1;
end $$;
