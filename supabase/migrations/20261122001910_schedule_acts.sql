-- A day that is written `YYYY-MM-DD`, within what the calendar covers; none where nothing is written.
create function private.day_in(told jsonb, field text) returns date
	language plpgsql stable set search_path = '' as $$
begin
	if told ->> field is null then return null; end if;
	perform private.require((told ->> field) ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and (told ->> field) between '1900-01-01' and '2199-12-31',
		422, 'date_out_of_range', jsonb_build_object('field', field));
	return (told ->> field)::date;
end $$;

-- The task as it reads once these values are taken: what they do not speak of stays. Refused when they make no task.
create function private.task_with(was public.tasks, told jsonb) returns public.tasks
	language plpgsql stable security definer set search_path = '' as $$
declare
	made public.tasks := was;
	wanted jsonb := told -> 'constraint';
begin
	perform private.require(jsonb_typeof(told) = 'object' and not exists (select from jsonb_object_keys(told) k (name) where k.name not in ('title', 'phaseId',
		'startsOn', 'endsOn', 'progress', 'constraint', 'actualStart', 'actualEnd', 'assignee', 'organisationId', 'notes', 'refs')), 422, 'bad_input');
	if told ? 'title' then
		perform private.require((told ->> 'title') ~ '\S' and length(told ->> 'title') <= 200, 422, 'title_length', '{"field":"title"}');
		made.title := trim(told ->> 'title');
	end if;
	if told ? 'phaseId' then
		perform private.require(told ->> 'phaseId' is null or exists (select from public.phases p where p.id = (told ->> 'phaseId')::uuid
			and p.mission_id = was.mission_id), 422, 'unknown_phase', '{"field":"phase"}');
		made.phase_id := (told ->> 'phaseId')::uuid;
	end if;
	if told ? 'startsOn' then made.starts_on := private.day_in(told, 'startsOn'); end if;
	if told ? 'endsOn' then made.ends_on := private.day_in(told, 'endsOn'); end if;
	if told ?| array['startsOn', 'endsOn'] then
		perform private.require(made.starts_on is not null, 422, 'date_out_of_range', '{"field":"startsOn"}');
		perform private.require(made.ends_on is not null, 422, 'date_out_of_range', '{"field":"endsOn"}');
		perform private.require(made.ends_on >= made.starts_on, 422, 'end_before_start', '{"field":"endsOn"}');
	end if;
	if told ? 'progress' then
		perform private.require((told ->> 'progress') ~ '^[0-9]{1,3}$' and (told ->> 'progress')::int <= 100, 422, 'progress_out_of_range', '{"field":"progress"}');
		made.progress := (told ->> 'progress')::int;
	end if;
	if told ? 'constraint' then
		perform private.require(jsonb_typeof(wanted) = 'null' or (coalesce(wanted ->> 'kind', '') in ('must_start', 'not_before', 'not_after')
			and wanted ->> 'day' is not null), 422, 'choice_missing', '{"field":"constraint"}');
		made.constraint_kind := wanted ->> 'kind';
		made.constraint_on := private.day_in(wanted, 'day');
	end if;
	if told ? 'actualStart' then made.actual_start := private.day_in(told, 'actualStart'); end if;
	if told ? 'actualEnd' then
		made.actual_end := private.day_in(told, 'actualEnd');
		-- What has ended is done.
		if made.actual_end is not null then made.progress := 100; end if;
	end if;
	if told ?| array['actualStart', 'actualEnd'] then
		perform private.require(coalesce(made.actual_start <= private.today(was.mission_id), true), 422, 'in_the_future', '{"field":"actualStart"}');
		perform private.require(coalesce(made.actual_end <= private.today(was.mission_id), true), 422, 'in_the_future', '{"field":"actualEnd"}');
		perform private.require(coalesce(made.actual_end >= made.actual_start, true), 422, 'end_before_start', '{"field":"actualEnd"}');
	end if;
	if told ? 'assignee' then
		perform private.require(length(coalesce(told ->> 'assignee', '')) <= 200, 422, 'too_long', '{"field":"assignee"}');
		made.assignee := nullif(trim(told ->> 'assignee'), '');
	end if;
	if told ? 'organisationId' then
		perform private.require(told ->> 'organisationId' is null or exists (select from public.organisations o where o.id = (told ->> 'organisationId')::uuid
			and o.mission_id = was.mission_id), 422, 'unknown_organisation', '{"field":"organisation"}');
		made.organisation_id := (told ->> 'organisationId')::uuid;
	end if;
	if told ? 'notes' then
		perform private.require(length(coalesce(told ->> 'notes', '')) <= 4000, 422, 'too_long', '{"field":"notes"}');
		made.notes := nullif(trim(told ->> 'notes'), '');
	end if;
	return made;
end $$;

-- What a task says of itself, as its page and the journal say it.
create function private.task_says(t public.tasks) returns jsonb
	language sql immutable set search_path = '' as
$$ select jsonb_build_object('title', t.title, 'phaseId', t.phase_id, 'startsOn', t.starts_on, 'endsOn', t.ends_on, 'progress', t.progress,
	'constraint', case when t.constraint_kind is not null then jsonb_build_object('kind', t.constraint_kind, 'day', t.constraint_on) end,
	'actualStart', t.actual_start, 'actualEnd', t.actual_end, 'assignee', t.assignee, 'organisationId', t.organisation_id, 'notes', t.notes) $$;

create function private.store_task(made public.tasks) returns public.tasks
	language plpgsql security definer set search_path = '' as $$
declare
	now_is public.tasks;
begin
	update public.tasks t set title = made.title, phase_id = made.phase_id, starts_on = made.starts_on, ends_on = made.ends_on, progress = made.progress,
		constraint_kind = made.constraint_kind, constraint_on = made.constraint_on, actual_start = made.actual_start, actual_end = made.actual_end,
		assignee = made.assignee, organisation_id = made.organisation_id, notes = made.notes,
		updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	where t.id = made.id returning * into now_is;
	return now_is;
end $$;

-- All that a task works for, in place of what it worked for before: of its own mission, and that the person may read.
create function private.store_refs(t public.tasks, refs jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.require(jsonb_typeof(refs) = 'array' and jsonb_array_length(refs) <= 50, 422, 'bad_input', '{"field":"refs"}');
	perform private.require(not exists (select from jsonb_to_recordset(refs) x (kind text, id uuid) where not case x.kind
		when 'deliverable' then exists (select from public.deliverables d where d.id = x.id and d.mission_id = t.mission_id)
		when 'meeting' then exists (select from public.meetings g where g.id = x.id and g.mission_id = t.mission_id)
		when 'obligation' then exists (select from public.obligations o where o.id = x.id and o.mission_id = t.mission_id)
		else false end), 422, 'unknown_ref', '{"field":"refs"}');
	delete from public.task_refs r where r.task_id = t.id and r.ref_id not in (select x.id from jsonb_to_recordset(refs) x (id uuid));
	insert into public.task_refs (mission_id, task_id, deliverable_id, meeting_id, obligation_id)
	select distinct t.mission_id, t.id, case x.kind when 'deliverable' then x.id end, case x.kind when 'meeting' then x.id end, case x.kind when 'obligation' then x.id end
	from jsonb_to_recordset(refs) x (kind text, id uuid) on conflict (task_id, ref_id) do nothing;
end $$;

-- What a task works for, as everybody may read it: a meeting that is being prepared is the client's.
create function private.refs_told(refs jsonb) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id) order by x.kind, x.id) from jsonb_to_recordset(refs) x (kind text, id uuid)
		where not exists (select from public.meetings g where g.id = x.id and g.convened_at is null)), '[]');
end $$;

create function private.refs_of(task uuid) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce((select jsonb_agg(jsonb_build_object('kind', case when r.deliverable_id is not null then 'deliverable' when r.meeting_id is not null then 'meeting'
		else 'obligation' end, 'id', r.ref_id)) from public.task_refs r where r.task_id = task), '[]');
end $$;

-- Any values of a task at once, from the version that was read.
create function public.set_task(task uuid, read_version int, content jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	told jsonb := private.plain_json(content);
	was public.tasks;
	made public.tasks;
	before jsonb;
	after jsonb;
	refs jsonb;
begin
	-- One act on a plan at a time: a re-plan is worked out from what this changes.
	perform pg_advisory_xact_lock(hashtextextended('schedule ' || t.mission_id, 0)) from public.tasks t where t.id = task and t.mission_id in (select private.my_missions());
	select * into was from public.tasks t where t.id = task and t.removed_at is null and t.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	if was.version is distinct from read_version then
		perform private.refuse_stale(to_jsonb(was), was.updated_by, was.updated_at);
	end if;
	refs := private.refs_of(task);
	made := private.store_task(private.task_with(was, told));
	if told ? 'refs' then perform private.store_refs(was, told -> 'refs'); end if;
	before := private.task_says(was);
	after := private.task_says(made);
	perform private.log(was.mission_id, 'task_edited', was.title, jsonb_build_object('task', was.id,
		'from', coalesce((select jsonb_object_agg(x.key, x.value) from jsonb_each(before) x where x.value is distinct from after -> x.key), '{}')
			|| case when told ? 'refs' then jsonb_build_object('refs', private.refs_told(refs)) else '{}' end,
		'to', coalesce((select jsonb_object_agg(x.key, x.value) from jsonb_each(after) x where x.value is distinct from before -> x.key), '{}')
			|| case when told ? 'refs' then jsonb_build_object('refs', private.refs_told(told -> 'refs')) else '{}' end));
	return made.version;
end $$;

-- The deliverables somebody decided on that a task works for.
create function private.decided_for(task uuid) returns text[]
	language plpgsql stable security definer set search_path = '' as $$
begin
	return array(select distinct d.code from public.task_refs r join public.deliverables d on d.id = r.deliverable_id
		join public.versions v on v.deliverable_id = d.id join public.decisions k on k.version_id = v.id where r.task_id = task order by 1);
end $$;

-- As before; what carries decisions stays on the plan.
create or replace function public.remove_task(task uuid, read_version int, removed boolean default true) returns public.tasks
	language plpgsql security definer set search_path = '' as $$
declare
	was public.tasks;
	now_is public.tasks;
begin
	select * into was from public.tasks t where t.id = task and t.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	if was.version is distinct from read_version then
		perform private.refuse_stale(to_jsonb(was), was.updated_by, was.updated_at);
	end if;
	perform private.require(not removed or cardinality(private.decided_for(task)) = 0, 409, 'task_has_decisions',
		jsonb_build_object('title', was.title, 'codes', private.decided_for(task)));
	update public.tasks t set removed_at = case when removed then clock_timestamp() end,
		updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	where t.id = task returning * into now_is;
	perform private.log(was.mission_id, case when removed then 'task_removed' else 'task_restored' end, was.title, jsonb_build_object('task', was.id));
	return now_is;
end $$;

-- Links.
create function private.link_values(type text, lag int, lag_unit text) returns void
	language plpgsql immutable set search_path = '' as $$
begin
	perform private.require(coalesce(type, '') in ('FS', 'SS', 'FF', 'SF'), 422, 'choice_missing', '{"field":"type"}');
	perform private.require(coalesce(lag between -1000 and 1000, false), 422, 'lag_out_of_range', '{"field":"lag"}');
	perform private.require(coalesce(lag_unit, '') in ('working', 'calendar'), 422, 'choice_missing', '{"field":"lagUnit"}');
end $$;

-- The ends of a link must be lines of this mission that are on its plan, and that a link may have.
create function private.check_ends(mission uuid, from_line uuid, to_line uuid) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(not exists (select from public.phases p where p.mission_id = mission and p.id in (from_line, to_line)), 422, 'link_phase');
	perform private.require(not exists (select from public.meetings g where g.mission_id = mission and g.id = to_line), 422, 'link_meeting', '{"field":"to"}');
	perform private.require(exists (select from public.tasks t where t.id = from_line and t.mission_id = mission and t.removed_at is null)
		or exists (select from public.milestones m where m.id = from_line and m.mission_id = mission)
		or exists (select from public.meetings g where g.id = from_line and g.mission_id = mission and g.state <> 'cancelled'), 422, 'link_nowhere', '{"field":"from"}');
	perform private.require(exists (select from public.tasks t where t.id = to_line and t.mission_id = mission and t.removed_at is null)
		or exists (select from public.milestones m where m.id = to_line and m.mission_id = mission), 422, 'link_nowhere', '{"field":"to"}');
	perform private.require(from_line <> to_line, 422, 'link_itself', '{"field":"to"}');
end $$;

create function private.store_link(mission uuid, from_line uuid, to_line uuid, type text, lag int, lag_unit text) returns public.task_links
	language plpgsql security definer set search_path = '' as $$
declare
	made public.task_links;
begin
	insert into public.task_links (mission_id, from_task, from_milestone, from_meeting, to_task, to_milestone, type, lag, lag_unit, updated_by)
	values (mission, (select t.id from public.tasks t where t.id = from_line), (select m.id from public.milestones m where m.id = from_line),
		(select g.id from public.meetings g where g.id = from_line), (select t.id from public.tasks t where t.id = to_line),
		(select m.id from public.milestones m where m.id = to_line), type, lag, lag_unit, private.me()) returning * into made;
	return made;
end $$;

-- A meeting that is being prepared is the client's: so is what is tied to it.
create function private.link_audience(from_line uuid) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	return case when exists (select from public.meetings g where g.id = from_line and g.convened_at is null) then 'client' else 'all' end;
end $$;

create function private.link_words(l public.task_links) returns jsonb
	language sql stable set search_path = '' as
$$ select jsonb_build_object('link', l.id, 'from', l.from_id, 'to', l.to_id, 'type', l.type, 'lag', l.lag, 'lagUnit', l.lag_unit) $$;

create function public.link_lines(mission uuid, from_line uuid, to_line uuid, type text default 'FS', lag int default 0, lag_unit text default 'working') returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	made public.task_links;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.link_values(type, lag, lag_unit);
	perform pg_advisory_xact_lock(hashtextextended('schedule ' || mission, 0));
	perform private.check_ends(mission, from_line, to_line);
	perform private.require(not exists (select from public.task_links l where l.mission_id = mission and l.from_id = from_line and l.to_id = to_line), 409, 'link_twice');
	perform private.require((select count(*) from public.task_links l where l.mission_id = mission) < 20000, 422, 'too_many_links');
	made := private.store_link(mission, from_line, to_line, type, lag, lag_unit);
	perform private.log(mission, 'link_added', private.line_title(from_line) || ' → ' || private.line_title(to_line), private.link_words(made),
		private.link_audience(from_line));
	return made.id;
end $$;

create function private.link_to_change(link uuid, read_version int) returns public.task_links
	language plpgsql security definer set search_path = '' as $$
declare
	was public.task_links;
begin
	perform pg_advisory_xact_lock(hashtextextended('schedule ' || l.mission_id, 0)) from public.task_links l where l.id = link and l.mission_id in (select private.my_missions());
	select * into was from public.task_links l where l.id = link and l.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	if was.version is distinct from read_version then
		perform private.refuse_stale(private.link_words(was), was.updated_by, was.updated_at);
	end if;
	return was;
end $$;

create function public.edit_link(link uuid, read_version int, type text, lag int, lag_unit text) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	was public.task_links := private.link_to_change(link, read_version);
	made public.task_links;
begin
	perform private.link_values(type, lag, lag_unit);
	update public.task_links l set type = edit_link.type, lag = edit_link.lag, lag_unit = edit_link.lag_unit, updated_by = private.me(),
		updated_at = clock_timestamp(), version = l.version + 1 where l.id = link returning * into made;
	perform private.log(was.mission_id, 'link_changed', private.line_title(was.from_id) || ' → ' || private.line_title(was.to_id),
		private.link_words(made) || jsonb_build_object('was', private.link_words(was)), private.link_audience(was.from_id));
	return made.version;
end $$;

create function public.remove_link(link uuid, read_version int) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	was public.task_links := private.link_to_change(link, read_version);
begin
	delete from public.task_links l where l.id = link;
	perform private.log(was.mission_id, 'link_removed', private.line_title(was.from_id) || ' → ' || private.line_title(was.to_id), private.link_words(was),
		private.link_audience(was.from_id));
end $$;

create function public.freeze_plan(mission uuid, name text, reason text) returns int
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require(coalesce(name, '') ~ '\S' and length(name) <= 120 and name !~ '[\x01-\x1f\x7f]', 422, 'title_length', '{"field":"name"}');
	perform private.require(coalesce(reason, '') ~ '\S' and length(reason) <= 2000, 422, 'reason_missing', '{"field":"reason"}');
	return (private.frozen_plan(mission, name, reason)).number;
end $$;
