-- Several lines moved as one act. Core says where each goes; here it is kept whole or not at all.

-- Changes whenever anything of the plan does: what was worked out from another state of it is not kept.
create function public.schedule_stamp(mission_slug text) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
declare
	mission uuid := (select m.id from public.missions m where m.slug = mission_slug and m.id in (select private.my_missions()));
begin
	if mission is null then return null; end if;
	return jsonb_build_object('stamp', private.plan_stamp(mission), 'by', (select private.person_name(j.person_id) from public.journal j
		where j.mission_id = mission and j.event in ('task_edited', 'task_added', 'task_removed', 'task_restored', 'milestone_edited', 'milestone_reached',
			'link_added', 'link_changed', 'link_removed', 'schedule_replanned', 'replan_undone', 'plan_frozen', 'plan_imported')
			and (j.audience = 'all' or (j.audience = 'client' and mission in (select private.my_missions_as('client'))))
		order by j.id desc limit 1));
end $$;

-- Of what the person may read: a meeting the client is preparing, and what is tied to it, moves nobody else's stamp.
create function private.plan_stamp(mission uuid) returns text
	language plpgsql stable security definer set search_path = '' as $$
declare
	client boolean := mission in (select private.my_missions_as('client'));
begin
	return md5(concat_ws('|',
		(select concat(count(*), '/', sum(t.version), '/', count(t.removed_at)) from public.tasks t where t.mission_id = mission),
		(select concat(count(*), '/', sum(m.version), '/', max(m.updated_at)) from public.milestones m where m.mission_id = mission),
		(select concat(count(*), '/', sum(p.version)) from public.phases p where p.mission_id = mission),
		(select concat(count(*), '/', sum(l.version), '/', max(l.updated_at)) from public.task_links l where l.mission_id = mission
			and (client or l.from_meeting is null or exists (select from public.meetings g where g.id = l.from_meeting and g.convened_at is not null))),
		(select string_agg(concat(g.code, '@', g.held_on, g.state), ',' order by g.code) from public.meetings g where g.mission_id = mission
			and (client or g.convened_at is not null)),
		(select count(*) from public.baselines b where b.mission_id = mission),
		(select max(c.number) from public.calendar_days c where c.mission_id = mission),
		(select m.contract_sha256 from public.missions m where m.id = mission)));
end $$;

-- Where lines stand that were to be moved from another version: both values are told, of each.
create function private.refuse_conflicts(conflicts jsonb) returns void
	language plpgsql set search_path = '' as $$
begin
	if conflicts is not null then perform private.refuse(409, 'stale', jsonb_build_object('conflicts', conflicts)); end if;
end $$;

-- Moves tasks and milestones, each from the version that was read. What is fixed by the contract, done, or not there
-- is refused with its name; nothing moves then.
create function private.move_lines(mission uuid, lines jsonb) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	wrong record;
	moved jsonb;
begin
	perform private.require(jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) between 1 and 5000, 422, 'bad_input');
	perform private.require((select count(*) = count(distinct x.id) from jsonb_to_recordset(lines) x (id uuid)), 422, 'bad_input');
	-- A line without the version it was read from could be anybody's.
	perform private.require(not exists (select from jsonb_to_recordset(lines) x (id uuid, version int) where x.id is null or x.version is null), 422, 'bad_input');
	perform private.require(not exists (select from jsonb_to_recordset(lines) x ("startsOn" text, "endsOn" text)
		where coalesce(x."startsOn", '') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' or coalesce(x."endsOn", '') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
			or x."startsOn" not between '1900-01-01' and '2199-12-31' or x."endsOn" not between '1900-01-01' and '2199-12-31'),
		422, 'date_out_of_range', '{"field":"startsOn"}');
	perform private.require(not exists (select from jsonb_to_recordset(lines) x ("startsOn" date, "endsOn" date) where x."endsOn" < x."startsOn"),
		422, 'end_before_start', '{"field":"endsOn"}');
	perform 1 from public.tasks t where t.mission_id = mission and t.id in (select x.id from jsonb_to_recordset(lines) x (id uuid)) order by t.id for update;
	perform 1 from public.milestones m where m.mission_id = mission and m.id in (select x.id from jsonb_to_recordset(lines) x (id uuid)) order by m.id for update;
	-- A line that is not there any more, or has changed, is told with who changed it.
	perform private.refuse_conflicts((select jsonb_agg(jsonb_build_object('id', x.id, 'wanted', jsonb_build_object('startsOn', x."startsOn", 'endsOn', x."endsOn"),
			'changedBy', private.person_name(coalesce(t.updated_by, m.updated_by)), 'changedAt', coalesce(t.updated_at, m.updated_at)))
		from jsonb_to_recordset(lines) x (id uuid, version int, "startsOn" date, "endsOn" date)
		left join public.tasks t on t.id = x.id and t.mission_id = mission
		left join public.milestones m on m.id = x.id and m.mission_id = mission
		where coalesce(t.version, m.version) is distinct from x.version or t.removed_at is not null));
	for wrong in select x.id, coalesce(t.title, m.title) as title from jsonb_to_recordset(lines) x (id uuid, "startsOn" date, "endsOn" date)
		left join public.tasks t on t.id = x.id and t.mission_id = mission left join public.milestones m on m.id = x.id and m.mission_id = mission
		where t.actual_end is not null or t.progress = 100 or m.is_fixed or m.done_on is not null or (m.id is not null and x."startsOn" <> x."endsOn") limit 1
	loop
		perform private.refuse(422, 'line_pinned', jsonb_build_object('id', wrong.id, 'title', wrong.title));
	end loop;
	select jsonb_agg(jsonb_build_object('id', x.id, 'kind', case when t.id is null then 'milestone' else 'task' end,
			'from', jsonb_build_object('startsOn', coalesce(t.starts_on, m.due_on), 'endsOn', coalesce(t.ends_on, m.due_on)),
			'to', jsonb_build_object('startsOn', x."startsOn", 'endsOn', x."endsOn"), 'version', x.version + 1) order by x."startsOn", x.id)
		into moved from jsonb_to_recordset(lines) x (id uuid, version int, "startsOn" date, "endsOn" date)
		left join public.tasks t on t.id = x.id and t.mission_id = mission left join public.milestones m on m.id = x.id and m.mission_id = mission;
	update public.tasks t set starts_on = x."startsOn", ends_on = x."endsOn", updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	from jsonb_to_recordset(lines) x (id uuid, "startsOn" date, "endsOn" date) where t.id = x.id and t.mission_id = mission;
	update public.milestones m set due_on = x."startsOn", updated_by = private.me(), updated_at = clock_timestamp(), version = m.version + 1
	from jsonb_to_recordset(lines) x (id uuid, "startsOn" date) where m.id = x.id and m.mission_id = mission;
	return moved;
end $$;

create function private.say_moved(mission uuid, undoing boolean, act uuid, moved jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.log(mission, case when undoing then 'replan_undone' else 'schedule_replanned' end, private.line_title((moved -> 0 ->> 'id')::uuid), jsonb_build_object('act', act,
		'tasks', (select count(*) from jsonb_array_elements(moved) x where x ->> 'kind' = 'task'),
		'milestones', coalesce((select jsonb_agg(jsonb_build_object('code', m.code, 'from', x #>> '{from,endsOn}', 'to', x #>> '{to,endsOn}') order by m.code)
			from jsonb_array_elements(moved) x join public.milestones m on m.id = (x ->> 'id')::uuid), '[]')));
end $$;

-- `read_stamp`: the state of the plan that the moves were worked out from.
create function public.apply_plan(mission uuid, read_stamp text, mode text, lines jsonb) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	moved jsonb;
	act uuid;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require(coalesce(mode, '') in ('push', 'follow'), 422, 'choice_missing', '{"field":"mode"}');
	perform pg_advisory_xact_lock(hashtextextended('schedule ' || mission, 0));
	if private.plan_stamp(mission) is distinct from read_stamp then
		-- What changed may be one of these lines: that is told first, by both values.
		moved := private.move_lines(mission, private.plain_json(lines));
		perform private.refuse(409, 'preview_changed');
	end if;
	moved := private.move_lines(mission, private.plain_json(lines));
	insert into public.plan_acts (mission_id, mode, moves, person_id, mission_day) values (mission, mode, moved, private.me(), private.today(mission)) returning id into act;
	perform private.say_moved(mission, false, act, moved);
	return act;
end $$;

-- Puts every line of an act back where it stood; taking that back is one more.
create function public.undo_plan(act uuid) returns uuid
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
	perform private.require(was.mode <> 'import', 409, 'not_from_here');
	perform private.require(not exists (select from public.plan_acts a where a.undoes = act), 409, 'already_undone');
	moved := private.move_lines(was.mission_id, (select jsonb_agg(jsonb_build_object('id', x -> 'id', 'version', x -> 'version',
		'startsOn', x #> '{from,startsOn}', 'endsOn', x #> '{from,endsOn}')) from jsonb_array_elements(was.moves) x));
	insert into public.plan_acts (mission_id, mode, undoes, moves, person_id, mission_day)
	values (was.mission_id, 'undo', act, moved, private.me(), private.today(was.mission_id)) returning id into made;
	perform private.say_moved(was.mission_id, true, made, moved);
	return made;
end $$;

grant execute on function public.schedule_stamp(text), public.apply_plan(uuid, text, text, jsonb), public.undo_plan(uuid),
	public.set_task(uuid, int, jsonb), public.link_lines(uuid, uuid, uuid, text, int, text), public.edit_link(uuid, int, text, int, text),
	public.remove_link(uuid, int), public.freeze_plan(uuid, text, text) to authenticated;
