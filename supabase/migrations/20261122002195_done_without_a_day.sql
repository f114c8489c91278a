-- A task done to the last percent whose day nobody wrote is no fact yet: its planned days may be written right, and
-- what follows it moves then like after any other. Before, the table saved them without a word of what they broke.
-- Moves tasks and milestones, each from the version that was read. What is fixed by the contract, over on a day that is
-- written, or not there is refused with its name; nothing moves then.
create or replace function private.move_lines(mission uuid, lines jsonb) returns jsonb
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
		where t.actual_end is not null or m.is_fixed or m.done_on is not null or (m.id is not null and x."startsOn" <> x."endsOn") limit 1
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
