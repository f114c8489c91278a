-- Who brings a deliverable, as the contract says: what the client brings is not asked of the contractor.
alter table public.deliverables add column owner text not null default 'contractor' check (owner in ('client', 'contractor', 'other'));
create function private.owner_in(contract jsonb, deliverable text) returns text
	language sql immutable set search_path = '' as
$$ select coalesce((select x ->> 'owner' from jsonb_array_elements(contract -> 'deliverables') x where x ->> 'code' = deliverable limit 1), 'contractor') $$;
create function private.deliverable_owner() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	new.owner := (select private.owner_in(m.contract, new.code) from public.missions m where m.id = new.mission_id);
	return new;
end $$;
create trigger deliverables_have_an_owner before insert on public.deliverables
	for each row execute function private.deliverable_owner();
update public.deliverables d set owner = private.owner_in(m.contract, d.code) from public.missions m where m.id = d.mission_id;

-- What is still to be done is owed by whom the text in force says, under the name it gives.
create function private.follow_contract(mission uuid, contract jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	update public.deliverables d set owner = private.owner_in(contract, d.code)
	where d.mission_id = mission and d.owner is distinct from private.owner_in(contract, d.code)
		and not exists (select from public.versions v where v.deliverable_id = d.id);
	update public.obligations o set owner = x.owner, version = o.version + 1,
		title = case when o.source = 'step' then o.title else x.title end,
		recipients = coalesce((select array_agg(r) from jsonb_array_elements_text(x.recipients) r), '{}'),
		proof = case when o.source in ('deliverable', 'step') then case x.owner when 'contractor' then 'version' else 'file' end
			else coalesce(x.proof ->> 'from', 'file') end
	from (select d.code, d.title, d.owner, d.recipients, null::jsonb as proof
			from jsonb_to_recordset(contract -> 'deliverables') d (code text, title text, owner text, recipients jsonb)
		union all select b.code, b.title, b.owner, b.recipients, b.proof
			from jsonb_to_recordset(contract -> 'obligations') b (code text, title text, owner text, recipients jsonb, proof jsonb)) x
	where o.mission_id = mission and o.code = x.code and o.source <> 'milestone' and o.ended_at is null
		and (o.owner <> x.owner or (o.source <> 'step' and o.title <> x.title)
			or o.recipients is distinct from coalesce((select array_agg(r) from jsonb_array_elements_text(x.recipients) r), '{}'))
		and not exists (select from public.obligation_acts a where a.obligation_id = o.id and a.kind in ('sent', 'accepted'))
		-- What was done on a page of its own is done too.
		and not (o.proof = 'version' and exists (select from public.versions v join public.deliverables d on d.id = v.deliverable_id
			where v.mission_id = o.mission_id and d.code = o.code))
		and not (o.proof = 'weekly_report' and exists (select from public.weekly_reports r where r.mission_id = o.mission_id
			and r.period = o.period and r.state <> 'draft'))
		and not (o.proof in ('minutes', 'meeting') and exists (select from public.meetings g where g.id = o.meeting_id
			and g.state in ('held', 'circulated', 'approved')));
end $$;

-- What follows from a text of the contract, row by row. `open_only`: only what had no day is given one, for a fact may
-- not move a date. What is done is never touched: a milestone reached, a deliverable admitted, a week reported on.
create function private.apply_contract(mission uuid, effects jsonb, open_only boolean) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	x jsonb;
begin
	insert into public.organisations (mission_id, key, name, short_name, side, address)
	select mission, o.key, o.name, o.short_name, o.side, o.address
	from jsonb_to_recordset(coalesce(effects -> 'organisations', '[]')) o (key text, name text, short_name text, side text, address text)
	where not open_only on conflict (mission_id, key) do nothing;
	insert into public.phases as t (mission_id, code, title, position, starts_on, ends_on, limit_on, clause)
	select mission, p.code, p.title, p.position, p.starts_on, p.ends_on, p.limit_on, p.clause
	from jsonb_to_recordset(coalesce(effects -> 'phases', '[]')) p (code text, title text, position int, starts_on date, ends_on date, limit_on date, clause jsonb)
	where not open_only or exists (select from public.phases k where k.mission_id = mission and k.code = p.code)
	on conflict (mission_id, code) do update set
		title = case when open_only then t.title else excluded.title end,
		position = case when open_only then t.position else excluded.position end,
		starts_on = case when open_only then coalesce(t.starts_on, excluded.starts_on) else excluded.starts_on end,
		ends_on = case when open_only then coalesce(t.ends_on, excluded.ends_on) else excluded.ends_on end,
		limit_on = case when open_only then coalesce(t.limit_on, excluded.limit_on) else excluded.limit_on end,
		clause = case when open_only then t.clause else excluded.clause end, version = t.version + 1;
	insert into public.committees as t (mission_id, code, kind, title, detail, clause)
	select mission, c.code, c.kind, c.title, coalesce(c.detail, '{}'), c.clause
	from jsonb_to_recordset(coalesce(effects -> 'committees', '[]')) c (code text, kind text, title text, detail jsonb, clause jsonb)
	where not open_only
	on conflict (mission_id, code) do update set title = excluded.title, detail = excluded.detail, clause = excluded.clause;
	insert into public.milestones as t (mission_id, phase_id, code, title, is_fixed, due_on, rule, explanation, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = m.phase), m.code, m.title, m.is_fixed, m.due_on, m.rule, m.explanation, m.clause
	from jsonb_to_recordset(coalesce(effects -> 'milestones', '[]')) m (code text, title text, phase text, is_fixed boolean, due_on date, rule jsonb, explanation text, clause jsonb)
	where not open_only or exists (select from public.milestones k where k.mission_id = mission and k.code = m.code)
	on conflict (mission_id, code) do update set
		title = case when open_only then t.title else excluded.title end,
		phase_id = case when open_only then t.phase_id else excluded.phase_id end,
		is_fixed = case when open_only then t.is_fixed else excluded.is_fixed end,
		-- A day the project manager gave is not taken away by a text that gives none.
		due_on = case when t.is_fixed then excluded.due_on else coalesce(excluded.due_on, t.due_on) end,
		rule = case when open_only then t.rule else excluded.rule end,
		explanation = excluded.explanation,
		clause = case when open_only then t.clause else excluded.clause end, version = t.version + 1
	where t.done_on is null and (not open_only or t.due_on is null);
	insert into public.deliverables as t (mission_id, phase_id, code, title, position, committee_id, nominal_on, due_on, advised_on, rule, explanation, checklist, formats, editable_required, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = d.phase), d.code, d.title, d.position,
		(select c.id from public.committees c where c.mission_id = mission and c.code = d.committee),
		d.nominal_on, d.due_on, d.advised_on, d.rule, d.explanation, coalesce(d.checklist, '[]'), coalesce(d.formats, '[]'), coalesce(d.editable_required, false), d.clause
	from jsonb_to_recordset(coalesce(effects -> 'deliverables', '[]')) d (code text, title text, phase text, position int, committee text, nominal_on date, due_on date, advised_on date,
		rule jsonb, explanation text, checklist jsonb, formats jsonb, editable_required boolean, clause jsonb)
	where not open_only or exists (select from public.deliverables k where k.mission_id = mission and k.code = d.code)
	on conflict (mission_id, code) do update set
		title = case when open_only then t.title else excluded.title end,
		phase_id = case when open_only then t.phase_id else excluded.phase_id end,
		position = case when open_only then t.position else excluded.position end,
		committee_id = case when open_only then t.committee_id else excluded.committee_id end,
		nominal_on = excluded.nominal_on, due_on = excluded.due_on, advised_on = excluded.advised_on,
		rule = case when open_only then t.rule else excluded.rule end,
		explanation = excluded.explanation,
		checklist = case when open_only then t.checklist else excluded.checklist end,
		formats = case when open_only then t.formats else excluded.formats end,
		editable_required = case when open_only then t.editable_required else excluded.editable_required end,
		clause = case when open_only then t.clause else excluded.clause end, version = t.version + 1
	where (not open_only or t.due_on is null) and not exists (select from public.versions v where v.deliverable_id = t.id
		and v.state in ('admitted', 'admitted_with_reduction'));
	-- A line of the plan follows the contract only where nobody has moved it since.
	for x in select * from jsonb_array_elements(coalesce(effects -> 'tasks', '[]')) loop
		if exists (select from public.tasks t where t.mission_id = mission and t.code = x ->> 'code') then
			update public.tasks t set starts_on = (x ->> 'starts_on')::date, ends_on = (x ->> 'ends_on')::date, version = t.version + 1,
				title = case when open_only then t.title else x ->> 'title' end
			where t.mission_id = mission and t.code = x ->> 'code' and t.removed_at is null and t.progress < 100
				and t.starts_on is not distinct from (x ->> 'was_starts_on')::date and t.ends_on is not distinct from (x ->> 'was_ends_on')::date
				and (not open_only or t.starts_on is null or t.ends_on is null);
		elsif not open_only then
			insert into public.tasks (mission_id, phase_id, code, title, position, starts_on, ends_on, progress, objective, clause)
			values (mission, (select p.id from public.phases p where p.mission_id = mission and p.code = x ->> 'phase'), x ->> 'code', x ->> 'title',
				(x ->> 'position')::int, (x ->> 'starts_on')::date, (x ->> 'ends_on')::date, coalesce((x ->> 'progress')::int, 0), x ->> 'objective', x -> 'clause');
		end if;
	end loop;
	if jsonb_typeof(effects -> 'report_weeks') = 'array' then
		if not open_only then
			delete from public.report_weeks w where w.mission_id = mission
				and not exists (select from jsonb_array_elements(effects -> 'report_weeks') k where k ->> 'period' = w.period)
				and not exists (select from public.weekly_reports r where r.mission_id = mission and r.period = w.period and r.state <> 'draft');
		end if;
		insert into public.report_weeks as t (mission_id, period, due_on)
		select mission, w.period, w.due_on from jsonb_to_recordset(effects -> 'report_weeks') w (period text, due_on date)
		on conflict (mission_id, period) do update set due_on = excluded.due_on
		where not open_only and not exists (select from public.weekly_reports r where r.mission_id = t.mission_id and r.period = t.period and r.state <> 'draft');
	end if;
	if not open_only then
		-- What the contract no longer asks for goes from the plan unless something was done about it; its old dates stay
		-- in the text that asked for it and in the change that ended it.
		delete from public.milestones m where m.mission_id = mission and m.done_on is null
			and m.code in (select jsonb_array_elements_text(coalesce(effects #> '{ended,milestones}', '[]')));
		delete from public.deliverables d where d.mission_id = mission
			and d.code in (select jsonb_array_elements_text(coalesce(effects #> '{ended,deliverables}', '[]')))
			and not exists (select from public.versions v where v.deliverable_id = d.id)
			and not exists (select from public.drafts f where f.deliverable_id = d.id)
			and not exists (select from public.obligations o join public.obligation_acts k on k.obligation_id = o.id
				where o.mission_id = d.mission_id and o.code = d.code and k.kind in ('sent', 'accepted'));
		update public.tasks t set removed_at = clock_timestamp(), version = t.version + 1 where t.mission_id = mission and t.removed_at is null and t.progress = 0
			and t.code in (select jsonb_array_elements_text(coalesce(effects #> '{ended,tasks}', '[]')));
	end if;
end $$;

-- A fact sets the day of events that had none, in the contract or since, and changes nothing else.
create function private.only_dates_open_anchors(was jsonb, becomes jsonb, told jsonb, tells jsonb) returns boolean
	language sql immutable set search_path = '' as
$$ select was - 'anchors' = becomes - 'anchors'
	and not exists (select from jsonb_each_text(told) t where t.value is not null and tells ->> t.key is distinct from t.value)
	and jsonb_array_length(was -> 'anchors') = jsonb_array_length(becomes -> 'anchors')
	and not exists (
		select from jsonb_array_elements(was -> 'anchors') with ordinality a (x, n)
		join jsonb_array_elements(becomes -> 'anchors') with ordinality b (x, n) on a.n = b.n
		where a.x <> b.x and ((a.x ->> 'tbd') is null or (a.x ->> 'name') is distinct from (b.x ->> 'name') or (b.x ->> 'day') is null
			-- Nobody told it a day before, and it is told the one that is written.
			or told ->> (b.x ->> 'name') is not null or (tells ->> (b.x ->> 'name')) is distinct from (b.x ->> 'day'))) $$;

create function private.bring_in_force(a public.amendments, effects jsonb, moved jsonb) returns public.amendments
	language plpgsql security definer set search_path = '' as $$
declare
	made public.amendments;
	today date := private.today(a.mission_id);
	next_number int := private.contract_number(a.mission_id) + 1;
begin
	perform private.apply_contract(a.mission_id, effects, a.act_kind = 'fact');
	insert into public.contract_versions (mission_id, number, contract, contract_sha256, source, in_force_on)
	values (a.mission_id, next_number, a.contract, a.contract_sha256, a.source, today);
	update public.missions m set contract = a.contract, contract_sha256 = a.contract_sha256, anchors = a.anchors, version = m.version + 1,
		title = coalesce(left(a.contract ->> 'title', 300), m.title), short_title = coalesce(left(a.contract ->> 'short', 80), m.short_title),
		reference = coalesce(a.contract ->> 'reference', m.reference), regime = coalesce(a.contract ->> 'regime', m.regime),
		calendar = coalesce(a.contract #>> '{calendar,base}', m.calendar)
	where m.id = a.mission_id;
	perform private.follow_contract(a.mission_id, a.contract);
	update public.amendments x set state = 'in_force', in_force_on = today, decided_by = private.me(), decided_at = clock_timestamp(),
		delegation_id = (select s.delegation from private.signing_for(a.mission_id) s), changes = moved, version = x.version + 1
	where x.id = a.id returning * into made;
	perform private.log(a.mission_id, 'contract_amended', made.act_number, jsonb_build_object('change', made.number, 'kind', made.act_kind,
		'actOn', made.act_on, 'signedBy', made.signed_by, 'purpose', made.purpose, 'text', next_number, 'contractSha256', made.contract_sha256,
		'moved', moved -> 'counts'));
	perform private.mail_roles(a.mission_id, array['contractor_lead', 'consultant', 'client_manager'], 'contract_amended',
		jsonb_build_object('act', made.act_number, 'kind', made.act_kind, 'purpose', made.purpose, 'by', private.person_name(private.me())));
	return made;
end $$;

-- An extension counts on the rule it was given on: a text that says another date since has taken its place.
create function private.asked_in(contract jsonb, code text) returns jsonb
	language sql immutable set search_path = '' as
$$ select jsonb_build_array(x -> 'rule', x -> 'steps') from (
	select d from jsonb_array_elements(coalesce(contract -> 'deliverables', '[]')) d union all
	select o from jsonb_array_elements(coalesce(contract -> 'obligations', '[]')) o union all
	select m from jsonb_array_elements(coalesce(contract -> 'milestones', '[]')) m) one (x) where x ->> 'code' = asked_in.code limit 1 $$;

create function private.is_superseded(act uuid) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select private.asked_in(v.contract, split_part(a.duty, '/', 1)) is distinct from private.asked_in(m.contract, split_part(a.duty, '/', 1))
		from public.obligation_acts a join public.missions m on m.id = a.mission_id,
			lateral (select x.contract from public.contract_versions x where x.mission_id = a.mission_id and (x.at <= a.at or x.number = 1)
				order by x.number desc limit 1) v
		where a.id = is_superseded.act);
end $$;

alter function private.obligation_facts(uuid, text[]) rename to obligation_facts_before_amendments;
create function private.obligation_facts(mission uuid, known text[] default '{}') returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
declare
	facts jsonb := private.obligation_facts_before_amendments(mission, known);
begin
	if private.contract_number(mission) > 1 then
		facts := jsonb_set(facts, '{acts}', coalesce((select jsonb_agg(x order by n) from jsonb_array_elements(facts -> 'acts') with ordinality a (x, n)
			where x ->> 'kind' <> 'extended' or not private.is_superseded((x ->> 'id')::uuid)), '[]'));
	end if;
	return facts;
end $$;
