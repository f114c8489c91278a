-- A contract does not date everything: a line of its plan, or the mission itself, may still be to be set. What is not
-- dated is kept without a day rather than left out, and nobody guesses one.
alter table public.tasks alter column starts_on drop not null, alter column ends_on drop not null;
alter table public.phases alter column starts_on drop not null, alter column ends_on drop not null;

-- What a line of the contract's own plan is for, and where the contract says it.
alter table public.tasks add column objective text, add column clause jsonb;

-- As before, and what the document says is done already comes in as done.
create or replace function private.import_mission(content jsonb) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	mission uuid;
	x jsonb;
begin
	-- Of two imports of one name the second waits, then is told.
	perform pg_advisory_xact_lock(hashtextextended('mission ' || coalesce(content ->> 'slug', ''), 0));
	if exists (select from public.missions m where m.slug = content ->> 'slug') then
		perform private.refuse(409, 'mission_exists', jsonb_build_object('slug', content ->> 'slug'));
	end if;
	insert into public.missions (slug, title, short_title, reference, prefix, regime, calendar, time_zone, language, is_demo, plays_on, anchors, contract, contract_sha256)
	values (content ->> 'slug', content ->> 'title', content ->> 'short_title', content ->> 'reference', coalesce(content ->> 'prefix', 'M'),
		coalesce(content ->> 'regime', 'unknown'), content ->> 'calendar', coalesce(content ->> 'time_zone', 'Europe/Paris'), coalesce(content ->> 'language', 'fr'),
		coalesce((content ->> 'is_demo')::boolean, false), (content ->> 'plays_on')::date, coalesce(content -> 'anchors', '{}'),
		content -> 'contract', content ->> 'contract_sha256')
	returning id into mission;
	insert into public.organisations (mission_id, key, name, short_name, side, address)
	select mission, o.key, o.name, o.short_name, o.side, o.address
	from jsonb_to_recordset(content -> 'organisations') o (key text, name text, short_name text, side text, address text);
	insert into public.phases (mission_id, code, title, position, starts_on, ends_on, limit_on, clause)
	select mission, p.code, p.title, p.position, p.starts_on, p.ends_on, p.limit_on, p.clause
	from jsonb_to_recordset(content -> 'phases') p (code text, title text, position int, starts_on date, ends_on date, limit_on date, clause jsonb);
	insert into public.committees (mission_id, code, kind, title, detail, clause)
	select mission, c.code, c.kind, c.title, coalesce(c.detail, '{}'), c.clause
	from jsonb_to_recordset(content -> 'committees') c (code text, kind text, title text, detail jsonb, clause jsonb);
	insert into public.milestones (mission_id, phase_id, code, title, is_fixed, due_on, rule, explanation, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = m.phase), m.code, m.title, m.is_fixed, m.due_on, m.rule, m.explanation, m.clause
	from jsonb_to_recordset(content -> 'milestones') m (code text, title text, phase text, is_fixed boolean, due_on date, rule jsonb, explanation text, clause jsonb);
	insert into public.deliverables (mission_id, phase_id, code, title, position, committee_id, nominal_on, due_on, advised_on, rule, explanation, checklist, formats, editable_required, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = d.phase), d.code, d.title, d.position,
		(select c.id from public.committees c where c.mission_id = mission and c.code = d.committee),
		d.nominal_on, d.due_on, d.advised_on, d.rule, d.explanation, coalesce(d.checklist, '[]'), coalesce(d.formats, '[]'), coalesce(d.editable_required, false), d.clause
	from jsonb_to_recordset(content -> 'deliverables') d (code text, title text, phase text, position int, committee text, nominal_on date, due_on date, advised_on date,
		rule jsonb, explanation text, checklist jsonb, formats jsonb, editable_required boolean, clause jsonb);
	insert into public.report_weeks (mission_id, period, due_on)
	select mission, w.period, w.due_on from jsonb_to_recordset(coalesce(content -> 'report_weeks', '[]')) w (period text, due_on date);
	insert into public.tasks (mission_id, phase_id, code, title, position, starts_on, ends_on, progress, objective, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = t.phase), t.code, t.title, t.position, t.starts_on, t.ends_on,
		coalesce(t.progress, 0), t.objective, t.clause
	from jsonb_to_recordset(coalesce(content -> 'tasks', '[]')) t (code text, title text, phase text, position int, starts_on date, ends_on date, progress int,
		objective text, clause jsonb);
	for x in select * from jsonb_array_elements(coalesce(content -> 'tasks', '[]')) loop
		if jsonb_array_length(coalesce(x -> 'after', '[]')) > 0 then
			update public.tasks t set depends_on = array(select d.id from public.tasks d where d.mission_id = mission
				and d.code in (select jsonb_array_elements_text(x -> 'after')))
			where t.mission_id = mission and t.code = x ->> 'code';
		end if;
	end loop;
	perform private.log(mission, 'mission_imported', content ->> 'slug', jsonb_build_object('contractSha256', content ->> 'contract_sha256'));
	return mission;
end $$;
