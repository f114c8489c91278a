-- Prepared by the client's project manager on the text that was read. A fact is in force at once; anything else waits
-- for who signs for the client.
create function public.prepare_amendment(mission uuid, read_number int, act jsonb, proposal jsonb, effects jsonb default '{}',
	name text default null, size bigint default null, hash text default null, key text default null) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	told jsonb := private.plain_json(act);
	given jsonb := private.plain_json(proposal);
	kind text;
	today date;
	signed date;
	made public.amendments;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require(private.sits_on_side(private.me(), mission, 'client'), 403, 'not_allowed');
	-- One change of a contract at a time.
	perform pg_advisory_xact_lock(hashtextextended('contract ' || mission, 0));
	perform private.require(read_number is not distinct from private.contract_number(mission), 409, 'stale');
	kind := told ->> 'kind';
	today := private.today(mission);
	perform private.require(coalesce(kind, '') in ('amendment', 'service_order', 'decision', 'fact'), 422, 'choice_missing', '{"field":"actKind"}');
	perform private.require(length(trim(coalesce(told ->> 'number', ''))) between 1 and 100, 422, 'act_number_missing', '{"field":"actNumber"}');
	perform private.require(coalesce(told ->> 'on', '') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 422, 'date_out_of_range', '{"field":"actOn"}');
	signed := (told ->> 'on')::date;
	perform private.require(signed between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"actOn"}');
	perform private.require(signed <= today, 422, 'in_the_future', '{"field":"actOn"}');
	perform private.require(length(trim(coalesce(told ->> 'signedBy', ''))) between 1 and 200, 422, 'name_missing', '{"field":"signedBy"}');
	perform private.require(kind <> 'amendment' or length(trim(coalesce(told ->> 'contractorSignedBy', ''))) between 1 and 200, 422, 'name_missing', '{"field":"contractorSignedBy"}');
	perform private.require(coalesce(told ->> 'purpose', '') ~ '\S' and length(told ->> 'purpose') <= 2000, 422, 'reason_missing', '{"field":"purpose"}');
	perform private.require(jsonb_typeof(given -> 'contract') = 'object' and (given ->> 'sha256') ~ '^[0-9a-f]{64}$'
		and jsonb_typeof(given -> 'anchors') = 'object', 422, 'bad_input');
	perform private.require(given #>> '{contract,slug}' = (select m.slug from public.missions m where m.id = mission), 422, 'another_mission', '{"field":"text"}');
	perform private.require(given -> 'contract' <> (select m.contract from public.missions m where m.id = mission), 422, 'nothing_changes', '{"field":"changes"}');
	perform private.require(kind <> 'fact' or (select private.only_dates_open_anchors(m.contract, given -> 'contract', m.anchors, given -> 'anchors')
		from public.missions m where m.id = mission),
		422, 'fact_changes_more', '{"field":"actKind"}');
	if hash is not null then
		perform private.require(hash ~ '^[0-9a-f]{64}$' and coalesce(key, '') ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$' and coalesce(size, 0) > 0, 422, 'no_file', '{"field":"file"}');
		perform private.require(length(trim(name)) between 1 and 200 and name !~ '[\x01-\x1f\x7f-\x9f/\\]', 422, 'file_name_refused', '{"field":"file"}');
		perform private.require(not exists (select from private.kept_files() f where f.storage_key = key), 422, 'bad_input');
	end if;
	insert into public.amendments (mission_id, number, base_number, act_kind, act_number, act_on, signed_by, contractor_signed_by, purpose,
		contract, contract_sha256, source, anchors, changes, file_name, file_size, sha256, storage_key, prepared_by, prepared_on)
	values (mission, coalesce((select max(x.number) from public.amendments x where x.mission_id = mission), 0) + 1, read_number, kind,
		trim(told ->> 'number'), signed, trim(told ->> 'signedBy'), nullif(trim(coalesce(told ->> 'contractorSignedBy', '')), ''), trim(told ->> 'purpose'),
		given -> 'contract', given ->> 'sha256', given ->> 'source', given -> 'anchors', coalesce(given -> 'changes', '{}'),
		case when hash is not null then trim(name) end, case when hash is not null then size end, hash, case when hash is not null then key end,
		private.me(), today) returning * into made;
	if kind = 'fact' then
		made := private.bring_in_force(made, private.plain_json(effects), coalesce(given -> 'changes', '{}'));
	else
		perform private.log(mission, 'amendment_prepared', made.act_number, jsonb_build_object('change', made.number, 'kind', kind, 'purpose', made.purpose), 'client');
		perform private.mail_roles(mission, array['client_signatory'], 'amendment_to_sign', jsonb_build_object('act', made.act_number, 'kind', kind,
			'purpose', made.purpose, 'by', private.person_name(private.me())));
	end if;
	return jsonb_build_object('id', made.id, 'number', made.number, 'state', made.state);
end $$;

-- The client's signature: the signatory's, or a delegate's on record. Takes effect that day.
create function public.sign_amendment(amendment uuid, read_version int, effects jsonb, moved jsonb) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	a public.amendments;
begin
	select * into a from public.amendments x where x.id = amendment and x.mission_id in (select private.my_missions())
		and (x.state = 'in_force' or x.mission_id in (select private.my_missions_as('client'))) for update;
	perform private.require(a.id is not null, 404, 'not_found');
	perform private.require((select s.may from private.signing_for(a.mission_id) s), 403, 'not_allowed');
	perform pg_advisory_xact_lock(hashtextextended('contract ' || a.mission_id, 0));
	perform private.require(a.state = 'prepared', 409, 'not_from_here', jsonb_build_object('state', a.state));
	perform private.require(a.version is not distinct from read_version and a.base_number = private.contract_number(a.mission_id), 409, 'stale');
	perform private.require(jsonb_typeof(private.plain_json(effects)) = 'object' and jsonb_typeof(private.plain_json(moved)) = 'object', 422, 'bad_input');
	a := private.bring_in_force(a, private.plain_json(effects), private.plain_json(moved));
	return jsonb_build_object('id', a.id, 'number', a.number, 'state', a.state);
end $$;

create function public.withdraw_amendment(amendment uuid, read_version int) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	a public.amendments;
begin
	select * into a from public.amendments x where x.id = amendment and x.mission_id in (select private.my_missions())
		and (x.state = 'in_force' or x.mission_id in (select private.my_missions_as('client'))) for update;
	perform private.require(a.id is not null, 404, 'not_found');
	perform private.must_be(a.mission_id, 'client_manager');
	perform private.require(a.state = 'prepared', 409, 'not_from_here', jsonb_build_object('state', a.state));
	perform private.require(a.version is not distinct from read_version, 409, 'stale');
	update public.amendments x set state = 'withdrawn', decided_by = private.me(), decided_at = clock_timestamp(), version = x.version + 1 where x.id = a.id;
	perform private.log(a.mission_id, 'amendment_withdrawn', a.act_number, jsonb_build_object('change', a.number), 'client');
end $$;
