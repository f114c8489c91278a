-- A plan that comes in a file, once a person has seen what it changes: all of it in one act, or nothing.
create function private.add_line(mission uuid, kind text, code text, told jsonb) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	made public.tasks;
	given text := nullif(trim(coalesce(code, '')), '');
	line uuid;
begin
	perform private.require(kind in ('task', 'milestone'), 422, 'bad_input');
	perform private.require(coalesce(told ->> 'title', '') ~ '\S' and length(told ->> 'title') <= 200, 422, 'title_length', '{"field":"title"}');
	perform private.require(length(coalesce(given, '')) <= 60, 422, 'too_long', '{"field":"code"}');
	perform private.require(private.day_in(told, 'startsOn') is not null and private.day_in(told, 'endsOn') is not null, 422, 'date_out_of_range', '{"field":"startsOn"}');
	if kind = 'milestone' then
		perform private.require(told ->> 'startsOn' = told ->> 'endsOn', 422, 'end_before_start', '{"field":"endsOn"}');
		perform private.require(told ->> 'phaseId' is null or exists (select from public.phases p where p.id = (told ->> 'phaseId')::uuid and p.mission_id = mission),
			422, 'unknown_phase', '{"field":"phase"}');
		if given is null or exists (select from public.milestones m where m.mission_id = mission and m.code = given) then
			given := (select 'J' || coalesce(max(substr(m.code, 2)::int), 0) + 1 from public.milestones m where m.mission_id = mission and m.code ~ '^J[0-9]{1,6}$');
		end if;
		insert into public.milestones (mission_id, phase_id, code, title, is_fixed, due_on, updated_by)
		values (mission, (told ->> 'phaseId')::uuid, given, trim(told ->> 'title'), false, private.day_in(told, 'endsOn'), private.me()) returning id into line;
		return line;
	end if;
	insert into public.tasks (mission_id, code, title, position, updated_by)
	values (mission, given, trim(told ->> 'title'), coalesce((select max(t.position) + 1 from public.tasks t where t.mission_id = mission), 1), private.me())
	returning * into made;
	made := private.task_with(made, told - 'refs');
	update public.tasks t set title = made.title, phase_id = made.phase_id, starts_on = made.starts_on, ends_on = made.ends_on, progress = made.progress,
		constraint_kind = made.constraint_kind, constraint_on = made.constraint_on, actual_start = made.actual_start, actual_end = made.actual_end,
		assignee = made.assignee, organisation_id = made.organisation_id, notes = made.notes where t.id = made.id;
	return made.id;
end $$;

-- Gives what the line said before and says now: an import keeps what it replaced.
create function private.change_line(mission uuid, line uuid, told jsonb) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	t public.tasks;
	m public.milestones;
	made public.milestones;
begin
	select * into t from public.tasks x where x.id = line and x.mission_id = mission and x.removed_at is null;
	if t.id is not null then
		return jsonb_build_object('id', line, 'kind', 'task', 'from', private.task_says(t), 'to', private.task_says(private.store_task(private.task_with(t, told - 'refs'))));
	end if;
	select * into m from public.milestones x where x.id = line and x.mission_id = mission;
	perform private.require(m.id is not null, 404, 'not_found');
	perform private.require(not m.is_fixed, 422, 'fixed_by_contract', jsonb_build_object('title', m.title));
	perform private.require(not told ? 'title' or ((told ->> 'title') ~ '\S' and length(told ->> 'title') <= 200), 422, 'title_length', '{"field":"title"}');
	perform private.require(coalesce(told ->> 'startsOn' = told ->> 'endsOn', true), 422, 'end_before_start', '{"field":"endsOn"}');
	update public.milestones x set title = coalesce(trim(told ->> 'title'), x.title), due_on = coalesce(private.day_in(told, 'endsOn'), private.day_in(told, 'startsOn'), x.due_on),
		updated_by = private.me(), updated_at = clock_timestamp(), version = x.version + 1 where x.id = m.id returning * into made;
	return jsonb_build_object('id', line, 'kind', 'milestone', 'from', jsonb_build_object('title', m.title, 'dueOn', m.due_on),
		'to', jsonb_build_object('title', made.title, 'dueOn', made.due_on));
end $$;

-- Links of a file name lines that stand, or `new:` and the key of one the file brings. `after` null: the link goes.
create function private.import_links(mission uuid, links jsonb, made jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	lost text;
begin
	create temporary table coming on commit drop as
	select coalesce((made ->> x."from")::uuid, case when x."from" !~ '^new:' then x."from"::uuid end) as from_line,
		coalesce((made ->> x."to")::uuid, case when x."to" !~ '^new:' then x."to"::uuid end) as to_line, x."from" as said_from, x."to" as said_to,
		x."after" ->> 'type' as type, (x."after" ->> 'lag')::int as lag, coalesce(x."after" ->> 'lagUnit', 'working') as lag_unit,
		coalesce(jsonb_typeof(x."after"), 'null') = 'null' as goes
	from jsonb_to_recordset(links) x ("from" text, "to" text, "after" jsonb);
	perform private.link_values(c.type, c.lag, c.lag_unit) from pg_temp.coming c where not c.goes;
	select coalesce(c.said_from, '') || ' → ' || coalesce(c.said_to, '') into lost from pg_temp.coming c
	where not c.goes and (
		not exists (select from public.tasks t where t.id = c.from_line and t.mission_id = mission and t.removed_at is null
			union all select from public.milestones m where m.id = c.from_line and m.mission_id = mission
			union all select from public.meetings g where g.id = c.from_line and g.mission_id = mission)
		or not exists (select from public.tasks t where t.id = c.to_line and t.mission_id = mission and t.removed_at is null
			union all select from public.milestones m where m.id = c.to_line and m.mission_id = mission)) limit 1;
	perform private.require(lost is null, 422, 'link_nowhere', jsonb_build_object('link', lost));
	perform private.require(not exists (select from pg_temp.coming c where not c.goes and c.from_line = c.to_line), 422, 'link_itself');
	delete from public.task_links l using pg_temp.coming c where c.goes and l.mission_id = mission and l.from_id = c.from_line and l.to_id = c.to_line;
	update public.task_links l set type = c.type, lag = c.lag, lag_unit = c.lag_unit, updated_by = private.me(), updated_at = clock_timestamp(), version = l.version + 1
	from pg_temp.coming c where not c.goes and l.mission_id = mission and l.from_id = c.from_line and l.to_id = c.to_line;
	insert into public.task_links (mission_id, from_task, from_milestone, from_meeting, to_task, to_milestone, type, lag, lag_unit, updated_by)
	select distinct on (c.from_line, c.to_line) mission, ft.id, fm.id, fg.id, tt.id, tm.id, c.type, c.lag, c.lag_unit, private.me()
	from pg_temp.coming c left join public.tasks ft on ft.id = c.from_line left join public.milestones fm on fm.id = c.from_line
		left join public.meetings fg on fg.id = c.from_line left join public.tasks tt on tt.id = c.to_line left join public.milestones tm on tm.id = c.to_line
	where not c.goes on conflict (mission_id, from_id, to_id) do nothing;
	drop table pg_temp.coming;
end $$;

create function public.import_plan(mission uuid, read_stamp text, plan jsonb) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	told jsonb := private.plain_json(plan);
	made jsonb := '{}';
	x jsonb;
	counts jsonb;
	kept jsonb := '[]';
begin
	perform private.must_be(mission, 'client_manager');
	told := jsonb_build_object('added', '[]'::jsonb, 'changed', '[]'::jsonb, 'removed', '[]'::jsonb, 'links', '[]'::jsonb) || told;
	perform private.require((select bool_and(jsonb_typeof(told -> k) = 'array') from unnest(array['added', 'changed', 'removed', 'links']) k), 422, 'bad_input');
	perform private.require(jsonb_array_length(told -> 'added') <= 5000 and jsonb_array_length(told -> 'changed') <= 5000, 422, 'too_many_tasks');
	perform private.require(jsonb_array_length(told -> 'links') <= 20000, 422, 'too_many_links');
	perform private.require(not exists (select from jsonb_array_elements((told -> 'changed') || (told -> 'removed')) e where e ->> 'id' is null or e ->> 'version' is null),
		422, 'bad_input');
	perform pg_advisory_xact_lock(hashtextextended('schedule ' || mission, 0));
	-- Nobody changes a line between its check and its new values.
	perform 1 from public.tasks t where t.mission_id = mission and t.id in (select (e ->> 'id')::uuid
		from jsonb_array_elements((told -> 'changed') || (told -> 'removed')) e) order by t.id for update;
	perform 1 from public.milestones m where m.mission_id = mission and m.id in (select (e ->> 'id')::uuid
		from jsonb_array_elements((told -> 'changed') || (told -> 'removed')) e) order by m.id for update;
	perform private.refuse_conflicts((select jsonb_agg(jsonb_build_object('id', w.id, 'wanted', w.wanted,
			'changedBy', private.person_name(coalesce(t.updated_by, m.updated_by)), 'changedAt', coalesce(t.updated_at, m.updated_at)))
		from (select (e ->> 'id')::uuid as id, (e ->> 'version')::int as version, e -> 'values' as wanted from jsonb_array_elements(told -> 'changed') e
			union all select (e ->> 'id')::uuid, (e ->> 'version')::int, null from jsonb_array_elements(told -> 'removed') e) w
		left join public.tasks t on t.id = w.id and t.mission_id = mission left join public.milestones m on m.id = w.id and m.mission_id = mission
		where coalesce(t.version, m.version) is distinct from w.version or t.removed_at is not null));
	perform private.require(private.plan_stamp(mission) is not distinct from read_stamp, 409, 'preview_changed');
	for x in select e from jsonb_array_elements(told -> 'removed') e loop
		perform private.require(cardinality(private.decided_for((x ->> 'id')::uuid)) = 0, 409, 'task_has_decisions',
			jsonb_build_object('title', private.line_title((x ->> 'id')::uuid), 'codes', private.decided_for((x ->> 'id')::uuid)));
		-- What the contract asks for, what has begun, and what works for something else stays.
		perform private.require(exists (select from public.tasks t where t.id = (x ->> 'id')::uuid and t.mission_id = mission and t.clause is null
			and t.actual_start is null and t.progress = 0 and not exists (select from public.task_refs r where r.task_id = t.id)), 409, 'task_stays',
			jsonb_build_object('title', private.line_title((x ->> 'id')::uuid)));
		kept := kept || jsonb_build_object('id', x -> 'id', 'kind', 'task', 'from', (select private.task_says(t) from public.tasks t where t.id = (x ->> 'id')::uuid), 'to', null);
	end loop;
	update public.tasks t set removed_at = clock_timestamp(), updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	where t.mission_id = mission and t.id in (select (e ->> 'id')::uuid from jsonb_array_elements(told -> 'removed') e);
	for x in select e from jsonb_array_elements(told -> 'changed') e loop
		kept := kept || private.change_line(mission, (x ->> 'id')::uuid, x -> 'values');
	end loop;
	for x in select e from jsonb_array_elements(told -> 'added') e loop
		made := made || jsonb_build_object('new:' || (x ->> 'key'), private.add_line(mission, x ->> 'kind', x ->> 'code', x -> 'values'));
	end loop;
	perform private.require((select count(*) from public.tasks t where t.mission_id = mission and t.removed_at is null) <= 5000, 422, 'too_many_tasks');
	kept := kept || coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'kind', 'link', 'from', private.link_words(l))) from public.task_links l
		where l.mission_id = mission and l.from_meeting is null and exists (select from jsonb_array_elements(told -> 'links') e
			where e ->> 'from' = l.from_id::text and e ->> 'to' = l.to_id::text)), '[]');
	if jsonb_array_length(told -> 'links') > 0 then perform private.import_links(mission, told -> 'links', made); end if;
	perform private.require((select count(*) from public.task_links l where l.mission_id = mission) <= 20000, 422, 'too_many_links');
	counts := jsonb_build_object('added', jsonb_array_length(told -> 'added'), 'changed', jsonb_array_length(told -> 'changed'),
		'removed', jsonb_array_length(told -> 'removed'), 'links', jsonb_array_length(told -> 'links'));
	insert into public.plan_acts (mission_id, mode, moves, person_id, mission_day) values (mission, 'import', kept, private.me(), private.today(mission));
	perform private.log(mission, 'plan_imported', left(told ->> 'fileName', 200), counts);
	return counts;
end $$;
grant execute on function public.import_plan(uuid, text, jsonb) to authenticated;
