-- An import is taken back as one act: what it changed reads as before, what it brought goes, what it took off comes
-- back with its links. Nothing of it when one of its lines has changed since.

-- What only the client may read of an import (links of meetings that are being prepared), and its file.
create table private.plan_imports (
	-- Of plan_acts, which is never emptied: no reference, or PostgreSQL itself would answer a truncate in its stead.
	act_id uuid primary key,
	file_name text,
	links jsonb not null default '[]' check (jsonb_typeof(links) = 'array')
);
alter table private.plan_imports enable row level security;
comment on table private.plan_imports is 'Of an import of the plan: the file, and what it did to the links of meetings.';

-- The links between these lines as they stand, by both ends.
create function private.links_at(mission uuid, ends jsonb) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce((select jsonb_object_agg(l.from_id || ' ' || l.to_id, private.link_words(l) || jsonb_build_object('version', l.version))
		from jsonb_array_elements(ends) e join public.task_links l on l.mission_id = mission and l.from_id = (e ->> 0)::uuid and l.to_id = (e ->> 1)::uuid), '{}');
end $$;

create or replace function public.import_plan(mission uuid, read_stamp text, plan jsonb) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	told jsonb := private.plain_json(plan);
	made jsonb;
	keys text[] := '{}';
	ids text[] := '{}';
	x jsonb;
	line uuid;
	ends jsonb;
	links_before jsonb;
	links_after jsonb;
	tied jsonb;
	act uuid;
	counts jsonb;
	kept jsonb[] := '{}';
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
		kept := kept || jsonb_build_object('id', x -> 'id', 'kind', 'task', 'version', (x ->> 'version')::int + 1,
			'from', (select private.task_says(t) from public.tasks t where t.id = (x ->> 'id')::uuid), 'to', null);
	end loop;
	update public.tasks t set removed_at = clock_timestamp(), updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	where t.mission_id = mission and t.id in (select (e ->> 'id')::uuid from jsonb_array_elements(told -> 'removed') e);
	for x in select e from jsonb_array_elements(told -> 'changed') e loop
		kept := kept || (private.change_line(mission, (x ->> 'id')::uuid, x -> 'values') || jsonb_build_object('version', (x ->> 'version')::int + 1));
	end loop;
	for x in select e from jsonb_array_elements(told -> 'added') e loop
		line := private.add_line(mission, x ->> 'kind', x ->> 'code', x -> 'values');
		keys := keys || ('new:' || (x ->> 'key'));
		ids := ids || line::text;
		kept := kept || jsonb_build_object('id', line, 'kind', x ->> 'kind', 'version', 1, 'from', null, 'to', x -> 'values');
	end loop;
	made := jsonb_object(keys, ids);
	perform private.require((select count(*) from public.tasks t where t.mission_id = mission and t.removed_at is null) <= 5000, 422, 'too_many_tasks');
	select coalesce(jsonb_agg(distinct jsonb_build_array(l.f, l.t)), '[]') into ends
	from (select coalesce(made ->> (e ->> 'from'), e ->> 'from') as f, coalesce(made ->> (e ->> 'to'), e ->> 'to') as t from jsonb_array_elements(told -> 'links') e) l
	where l.f !~ '^new:' and l.t !~ '^new:';
	links_before := private.links_at(mission, ends);
	if jsonb_array_length(told -> 'links') > 0 then perform private.import_links(mission, told -> 'links', made); end if;
	perform private.require((select count(*) from public.task_links l where l.mission_id = mission) <= 20000, 422, 'too_many_links');
	links_after := private.links_at(mission, ends);
	select coalesce(jsonb_agg(jsonb_build_object('id', coalesce(a.value -> 'link', b.value -> 'link'), 'kind', 'link', 'from', b.value, 'to', a.value)), '[]') into tied
	from jsonb_each(links_before) b full join jsonb_each(links_after) a on a.key = b.key where a.value is distinct from b.value;
	counts := jsonb_build_object('added', jsonb_array_length(told -> 'added'), 'changed', jsonb_array_length(told -> 'changed'),
		'removed', jsonb_array_length(told -> 'removed'), 'links', jsonb_array_length(told -> 'links'));
	insert into public.plan_acts (mission_id, mode, moves, person_id, mission_day) values (mission, 'import',
		to_jsonb(kept) || coalesce((select jsonb_agg(e) from jsonb_array_elements(tied) e where not private.of_a_meeting(e)), '[]'), private.me(), private.today(mission))
		returning id into act;
	insert into private.plan_imports (act_id, file_name, links) values (act, left(told ->> 'fileName', 200),
		coalesce((select jsonb_agg(e) from jsonb_array_elements(tied) e where private.of_a_meeting(e)), '[]'));
	perform private.log(mission, 'plan_imported', left(told ->> 'fileName', 200), counts);
	return counts || jsonb_build_object('act', act);
end $$;

-- Every member reads what was replanned: what is tied to a meeting may be the client's alone.
create function private.of_a_meeting(tied jsonb) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from public.meetings g where g.id = coalesce(tied #>> '{from,from}', tied #>> '{to,from}')::uuid);
end $$;

-- The lines of an import that are not as it left them, each with who changed it. `done`: lines it did, `ties`: links.
create function private.changed_since_import(mission uuid, done jsonb, ties jsonb) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select jsonb_agg(jsonb_build_object('id', c.id, 'title', private.line_title(c.id), 'wanted', null,
			'changedBy', private.person_name(coalesce(t.updated_by, m.updated_by)), 'changedAt', coalesce(t.updated_at, m.updated_at)) order by private.line_title(c.id))
		from (select (x ->> 'id')::uuid as id from jsonb_array_elements(done) x
				left join public.tasks d on d.id = (x ->> 'id')::uuid and d.mission_id = mission
				left join public.milestones n on n.id = (x ->> 'id')::uuid and n.mission_id = mission
				where coalesce(d.version, n.version) is distinct from (x ->> 'version')::int
					or (d.removed_at is not null) is distinct from (x ->> 'kind' = 'task' and jsonb_typeof(x -> 'to') = 'null')
			-- A link that is not as the import left it is told by the line it leads to.
			union select (coalesce(e #>> '{to,to}', e #>> '{from,to}'))::uuid from jsonb_array_elements(ties) e
				left join public.task_links l on l.mission_id = mission and l.from_id = coalesce(e #>> '{to,from}', e #>> '{from,from}')::uuid
					and l.to_id = coalesce(e #>> '{to,to}', e #>> '{from,to}')::uuid
				where case when jsonb_typeof(e -> 'to') = 'object' then l.id is distinct from (e #>> '{to,link}')::uuid or l.version is distinct from (e #>> '{to,version}')::int
					else l.id is not null end) c
			left join public.tasks t on t.id = c.id left join public.milestones m on m.id = c.id);
end $$;

-- Stores again what a line said before an import.
create function private.say_again(x jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	was jsonb := x -> 'from';
begin
	update public.milestones m set title = was ->> 'title', due_on = (was ->> 'dueOn')::date, updated_by = private.me(), updated_at = clock_timestamp(),
		version = m.version + 1 where x ->> 'kind' = 'milestone' and m.id = (x ->> 'id')::uuid;
	update public.tasks t set title = was ->> 'title', phase_id = (was ->> 'phaseId')::uuid, starts_on = (was ->> 'startsOn')::date, ends_on = (was ->> 'endsOn')::date,
		progress = (was ->> 'progress')::int, constraint_kind = was #>> '{constraint,kind}', constraint_on = (was #>> '{constraint,day}')::date,
		actual_start = (was ->> 'actualStart')::date, actual_end = (was ->> 'actualEnd')::date, assignee = was ->> 'assignee',
		organisation_id = (was ->> 'organisationId')::uuid, notes = was ->> 'notes', removed_at = null,
		updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	where x ->> 'kind' = 'task' and t.id = (x ->> 'id')::uuid;
end $$;

create function private.undo_import(was public.plan_acts) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	mission uuid := was.mission_id;
	brought private.plan_imports;
	done jsonb;
	ties jsonb;
	x jsonb;
	used record;
	made uuid;
begin
	select * into brought from private.plan_imports i where i.act_id = was.id;
	-- An import of before this was kept does not say all that it did.
	perform private.require(brought.act_id is not null, 409, 'not_from_here');
	select coalesce(jsonb_agg(e) filter (where e ->> 'kind' <> 'link'), '[]'), coalesce(jsonb_agg(e) filter (where e ->> 'kind' = 'link'), '[]') || brought.links
		into done, ties from jsonb_array_elements(was.moves) e;
	perform 1 from public.tasks t where t.id in (select (e ->> 'id')::uuid from jsonb_array_elements(done) e) order by t.id for update;
	perform 1 from public.milestones m where m.id in (select (e ->> 'id')::uuid from jsonb_array_elements(done) e) order by m.id for update;
	perform private.refuse_conflicts(private.changed_since_import(mission, done, ties));
	-- What the import brought goes only while nothing else hangs on it.
	for used in select (e ->> 'id')::uuid as id from jsonb_array_elements(done) e where jsonb_typeof(e -> 'from') = 'null' and (
		exists (select from public.task_refs r where r.task_id = (e ->> 'id')::uuid)
		or exists (select from public.task_links l where (e ->> 'id')::uuid in (l.from_id, l.to_id) and not exists (
			select from jsonb_array_elements(ties) k where k #>> '{to,link}' = l.id::text))) limit 1
	loop
		perform private.refuse(409, 'line_in_use', jsonb_build_object('id', used.id, 'title', private.line_title(used.id)));
	end loop;
	delete from public.task_links l using jsonb_array_elements(ties) k where l.mission_id = mission and jsonb_typeof(k -> 'from') = 'null'
		and l.id = (k #>> '{to,link}')::uuid;
	update public.tasks t set removed_at = clock_timestamp(), updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	where t.mission_id = mission and t.id in (select (e ->> 'id')::uuid from jsonb_array_elements(done) e where jsonb_typeof(e -> 'from') = 'null');
	delete from public.milestones m where m.mission_id = mission and m.id in (select (e ->> 'id')::uuid from jsonb_array_elements(done) e
		where jsonb_typeof(e -> 'from') = 'null');
	for x in select e from jsonb_array_elements(done) e where jsonb_typeof(e -> 'from') = 'object' loop
		perform private.say_again(x);
	end loop;
	perform private.require((select count(*) from public.tasks t where t.mission_id = mission and t.removed_at is null) <= 5000, 422, 'too_many_tasks');
	update public.task_links l set type = k #>> '{from,type}', lag = (k #>> '{from,lag}')::int, lag_unit = k #>> '{from,lagUnit}',
		updated_by = private.me(), updated_at = clock_timestamp(), version = l.version + 1
	from jsonb_array_elements(ties) k where l.mission_id = mission and l.id = (k #>> '{to,link}')::uuid and jsonb_typeof(k -> 'from') = 'object';
	insert into public.task_links (mission_id, from_task, from_milestone, from_meeting, to_task, to_milestone, type, lag, lag_unit, updated_by)
	select mission, ft.id, fm.id, fg.id, tt.id, tm.id, k #>> '{from,type}', (k #>> '{from,lag}')::int, k #>> '{from,lagUnit}', private.me()
	from jsonb_array_elements(ties) k left join public.tasks ft on ft.id = (k #>> '{from,from}')::uuid left join public.milestones fm on fm.id = (k #>> '{from,from}')::uuid
		left join public.meetings fg on fg.id = (k #>> '{from,from}')::uuid left join public.tasks tt on tt.id = (k #>> '{from,to}')::uuid
		left join public.milestones tm on tm.id = (k #>> '{from,to}')::uuid
	-- What one of its ends has lost meanwhile (a milestone that a contract took away) cannot be tied again.
	where jsonb_typeof(k -> 'to') = 'null' and num_nonnulls(ft.id, fm.id, fg.id) = 1 and num_nonnulls(tt.id, tm.id) = 1;
	perform private.require((select count(*) from public.task_links l where l.mission_id = mission) <= 20000, 422, 'too_many_links');
	insert into public.plan_acts (mission_id, mode, undoes, moves, person_id, mission_day)
	values (mission, 'undo', was.id, coalesce((select jsonb_agg(jsonb_build_object('id', e -> 'id', 'kind', e -> 'kind', 'from', e -> 'to', 'to', e -> 'from'))
		from jsonb_array_elements(done) e), '[]'), private.me(), private.today(mission)) returning id into made;
	perform private.log(mission, 'import_undone', brought.file_name, jsonb_build_object('act', was.id, 'lines', jsonb_array_length(done), 'links', jsonb_array_length(ties)));
	return made;
end $$;

-- As before, and imports. What took an import back is not taken back: the file is brought in again.
create or replace function public.undo_plan(act uuid) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	was public.plan_acts;
	moved jsonb;
	made uuid;
begin
	select * into was from public.plan_acts a where a.id = act and a.mission_id in (select private.my_missions());
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	perform pg_advisory_xact_lock(hashtextextended('schedule ' || was.mission_id, 0));
	perform private.require(not exists (select from public.plan_acts a where a.undoes = act), 409, 'already_undone');
	perform private.require(not exists (select from public.plan_acts a where a.id = was.undoes and a.mode = 'import'), 409, 'not_from_here');
	if was.mode = 'import' then return private.undo_import(was); end if;
	moved := private.move_lines(was.mission_id, (select jsonb_agg(jsonb_build_object('id', x -> 'id', 'version', x -> 'version',
		'startsOn', x #> '{from,startsOn}', 'endsOn', x #> '{from,endsOn}')) from jsonb_array_elements(was.moves) x));
	insert into public.plan_acts (mission_id, mode, undoes, moves, person_id, mission_day)
	values (was.mission_id, 'undo', act, moved, private.me(), private.today(was.mission_id)) returning id into made;
	perform private.say_moved(was.mission_id, true, made, moved);
	return made;
end $$;

-- As before, with the acts that came since.
create or replace function public.schedule_stamp(mission_slug text) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
declare
	mission uuid := (select m.id from public.missions m where m.slug = mission_slug and m.id in (select private.my_missions()));
begin
	if mission is null then return null; end if;
	return jsonb_build_object('stamp', private.plan_stamp(mission), 'by', (select private.person_name(j.person_id) from public.journal j
		where j.mission_id = mission and j.event in ('task_edited', 'task_added', 'task_removed', 'task_restored', 'milestone_edited', 'milestone_reached',
			'link_added', 'link_changed', 'link_removed', 'links_set', 'schedule_replanned', 'replan_undone', 'plan_frozen', 'plan_imported', 'import_undone')
			and (j.audience = 'all' or (j.audience = 'client' and mission in (select private.my_missions_as('client'))))
		order by j.id desc limit 1));
end $$;
