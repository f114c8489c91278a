-- The contract's page reads this; runs as the person who reads.
create function public.contract_page(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return jsonb_build_object(
		'contract', (select m.contract from public.missions m where m.id = mission),
		'anchors', (select m.anchors from public.missions m where m.id = mission),
		'number', (select max(v.number) from public.contract_versions v where v.mission_id = mission),
		'organisations', coalesce((select jsonb_agg(jsonb_build_object('key', o.key, 'name', o.name, 'side', o.side) order by o.side, o.name)
			from public.organisations o where o.mission_id = mission), '[]'),
		'texts', coalesce((select jsonb_agg(jsonb_build_object('number', v.number, 'sha256', v.contract_sha256, 'inForceOn', v.in_force_on)
			order by v.number desc) from public.contract_versions v where v.mission_id = mission), '[]'),
		'amendments', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'state', a.state, 'base', a.base_number,
			'kind', a.act_kind, 'actNumber', a.act_number, 'actOn', a.act_on, 'signedBy', a.signed_by, 'contractorSignedBy', a.contractor_signed_by,
			'purpose', a.purpose, 'changes', a.changes, 'fileName', a.file_name, 'fileSize', a.file_size, 'preparedBy', p.full_name,
			'preparedOn', a.prepared_on, 'decidedBy', d.full_name, 'inForceOn', a.in_force_on, 'version', a.version) order by a.number desc)
			from public.amendments a left join public.people p on p.id = a.prepared_by left join public.people d on d.id = a.decided_by
			where a.mission_id = mission), '[]'));
end $$;

-- One text, to be downloaded: the last one, or that of a number.
create function public.contract_text(mission_slug text, text_number int default null) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object('number', v.number, 'contract', v.contract, 'source', v.source)
		from public.contract_versions v join public.missions m on m.id = v.mission_id
		where m.slug = mission_slug and (text_number is null or v.number = text_number) order by v.number desc limit 1);
end $$;

-- A prepared change in full, as far as the person may read it; or where the bytes of its act are.
create function public.amendment_detail(mission_slug text, amendment uuid) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object('id', a.id, 'state', a.state, 'base', a.base_number, 'kind', a.act_kind, 'contract', a.contract,
		'anchors', a.anchors, 'version', a.version, 'file', case when a.storage_key is not null then
			jsonb_build_object('name', a.file_name, 'size', a.file_size, 'sha256', a.sha256, 'key', a.storage_key) end)
		from public.amendments a join public.missions m on m.id = a.mission_id where a.id = amendment and m.slug = mission_slug);
end $$;

grant execute on function public.free_slug(text), public.create_mission(jsonb, text, text, text),
	public.prepare_amendment(uuid, int, jsonb, jsonb, jsonb, text, bigint, text, text), public.sign_amendment(uuid, int, jsonb, jsonb),
	public.withdraw_amendment(uuid, int), public.contract_page(text), public.contract_text(text, int), public.amendment_detail(text, uuid) to authenticated;

-- The scan of an act is a file like the others: whatever counts the files that must be there counts these too.
alter function private.kept_files() rename to kept_files_before_amendments;
create function private.kept_files() returns table (storage_key text, name text, sha256 text)
	language sql stable security definer set search_path = '' as
$$ select f.storage_key, f.name, f.sha256 from private.kept_files_before_amendments() f
   union all select a.storage_key, a.file_name, a.sha256 from public.amendments a where a.storage_key is not null $$;

-- A prepared change waits for whoever signs for the client, beside all else that waits.
alter function public.waiting() set schema private;
alter function private.waiting() rename to waiting_before_amendments;
revoke execute on function private.waiting_before_amendments() from authenticated;
create function public.waiting() returns table (mission_id uuid, slug text, mission text, kind text, subject text, title text, ref text, due_on date, today date)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select w.* from private.waiting_before_amendments() w
	where w.kind <> 'hand_in' or not exists (select from public.deliverables d
		where d.mission_id = w.mission_id and d.code = w.subject and d.owner <> 'contractor')
   union all
   select m.id, m.slug, m.short_title, 'sign_amendment', a.act_number, a.purpose, a.number::text, null::date, private.today(m.id)
	from public.amendments a join public.missions m on m.id = a.mission_id
	where a.state = 'prepared' and m.id in (select private.my_missions()) and (select s.may from private.signing_for(m.id) s)
   union all
   select m.id, m.slug, m.short_title, 'charge_penalty', p.number, p.title, null, null::date, private.today(m.id)
	from public.penalties p join public.missions m on m.id = p.mission_id
	where p.stage = 'decided' and p.decided_cents > 0 and m.id in (select private.my_missions()) and private.i_am(m.id, 'client_manager')
   union all
   select m.id, m.slug, m.short_title, 'qualify_interruption', i.number, i.what, null, null::date, private.today(m.id)
	from public.interruptions i join public.missions m on m.id = i.mission_id
	where i.attributable is null and not i.excluded and m.id in (select private.my_missions()) and private.i_am(m.id, 'client_manager')
	  and not exists (select from public.interruptions n where n.mission_id = i.mission_id and n.number = i.number and n.revision > i.revision)
   union all
   select m.id, m.slug, m.short_title, 'settle_exclusion', to_char(e.day, 'YYYY-MM-DD'), e.reason, null, null::date, private.today(m.id)
	from public.indicator_exclusions e join public.missions m on m.id = e.mission_id
	where e.kind = 'proposed' and m.id in (select private.my_missions()) and private.i_am(m.id, 'client_manager')
	  and not exists (select from public.indicator_exclusions n where n.mission_id = e.mission_id and n.register = e.register
		and n.day = e.day and n.number > e.number);
end $$;
grant execute on function public.waiting() to authenticated;
