-- All that a line follows, as one act: kept whole, or refused whole with the line that is wrong.

-- Drawn: it has its days and is on the plan. A link from what is not drawn is not seen, so nobody takes it away unseen.
create function private.is_drawn(mission uuid, line uuid) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from public.tasks t where t.id = line and t.mission_id = mission and t.removed_at is null and t.starts_on is not null and t.ends_on is not null)
		or exists (select from public.milestones m where m.id = line and m.mission_id = mission and m.due_on is not null)
		or exists (select from public.meetings g where g.id = line and g.mission_id = mission and g.state <> 'cancelled');
end $$;

-- Why no link may go from this line to a task or a milestone; null when one may.
create function private.tie_fault(mission uuid, from_line uuid, to_line uuid) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	return case
		when from_line = to_line then 'link_itself'
		when exists (select from public.phases p where p.mission_id = mission and p.id = from_line) then 'link_phase'
		when not exists (select from public.tasks t where t.id = from_line and t.mission_id = mission and t.removed_at is null)
			and not exists (select from public.milestones m where m.id = from_line and m.mission_id = mission)
			and not exists (select from public.meetings g where g.id = from_line and g.mission_id = mission and g.state <> 'cancelled') then 'link_nowhere'
		end;
end $$;

-- Of links, what the journal says: what comes from a meeting that is being prepared is the client's.
create function private.ties_told(links jsonb, audience text) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce((select jsonb_agg(jsonb_build_object('from', x -> 'from', 'title', private.line_title((x ->> 'from')::uuid), 'type', x -> 'type', 'lag', x -> 'lag',
			'lagUnit', x -> 'lagUnit') order by x ->> 'from') from jsonb_array_elements(links) x where private.link_audience((x ->> 'from')::uuid) = audience), '[]');
end $$;

create function private.ties_of(line uuid) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'from', l.from_id, 'to', l.to_id, 'type', l.type, 'lag', l.lag, 'lagUnit', l.lag_unit,
		'version', l.version) order by l.from_id) from public.task_links l where l.to_id = line and private.is_drawn(l.mission_id, l.from_id)), '[]');
end $$;

-- `read_links`: the links of the line that were on the screen, each with its version. Gives those that stand now.
create function public.set_links(line uuid, read_links jsonb, links jsonb) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	told jsonb := private.plain_json(links);
	seen jsonb := private.plain_json(read_links);
	mission uuid := coalesce((select t.mission_id from public.tasks t where t.id = line and t.removed_at is null),
		(select m.mission_id from public.milestones m where m.id = line), (select p.mission_id from public.phases p where p.id = line),
		(select g.mission_id from public.meetings g where g.id = line and g.mission_id in (select private.my_missions_as('client'))));
	before jsonb;
	after jsonb;
	froms uuid[] := '{}';
	one record;
	from_line uuid;
	place jsonb;
	who text;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require(not exists (select from public.phases p where p.id = line), 422, 'link_phase');
	perform private.require(not exists (select from public.meetings g where g.id = line), 422, 'link_meeting', '{"field":"to"}');
	perform private.require(jsonb_typeof(told) = 'array' and jsonb_typeof(seen) = 'array', 422, 'bad_input');
	perform private.require(jsonb_array_length(told) <= 500 and jsonb_array_length(seen) <= 500, 422, 'too_many_links');
	perform private.require(not exists (select from jsonb_array_elements(seen) x where jsonb_typeof(x) <> 'object'
		or coalesce(x ->> 'id', '') !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or coalesce(x ->> 'version', '') !~ '^[0-9]{1,9}$'), 422, 'bad_input');
	perform pg_advisory_xact_lock(hashtextextended('schedule ' || mission, 0));
	-- Whoever changed one of them meanwhile is not run over.
	before := private.ties_of(line);
	if exists (select from jsonb_array_elements(before) b where not exists (select from jsonb_array_elements(seen) s
			where s ->> 'id' = b ->> 'id' and (s ->> 'version')::int = (b ->> 'version')::int))
		or exists (select from jsonb_array_elements(seen) s where not exists (select from public.task_links l
			where l.to_id = line and l.id = (s ->> 'id')::uuid and l.version = (s ->> 'version')::int)) then
		perform private.refuse_stale(before, l.updated_by, l.updated_at) from public.task_links l where l.to_id = line order by l.updated_at desc limit 1;
		perform private.refuse_stale(before, null, null);
	end if;
	for one in select e.value as v, e.ordinality as at from jsonb_array_elements(told) with ordinality e loop
		place := jsonb_build_object('field', 'links', 'at', one.at);
		perform private.require(jsonb_typeof(one.v) = 'object' and coalesce(one.v ->> 'from', '') ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', 422, 'link_nowhere', place);
		from_line := (one.v ->> 'from')::uuid;
		place := place || jsonb_build_object('from', from_line);
		perform private.require(private.tie_fault(mission, from_line, line) is distinct from 'link_nowhere', 422, 'link_nowhere', place);
		place := place || jsonb_build_object('title', coalesce(private.line_title(from_line), (select p.code || ' ' || p.title from public.phases p where p.id = from_line)));
		perform private.require(private.tie_fault(mission, from_line, line) is null, 422, coalesce(private.tie_fault(mission, from_line, line), 'bad_input'), place);
		perform private.require(not from_line = any (froms), 409, 'link_twice', place);
		perform private.require(coalesce(one.v ->> 'type', 'FS') in ('FS', 'SS', 'FF', 'SF'), 422, 'choice_missing', place);
		perform private.require(coalesce(one.v ->> 'lag', '0') ~ '^-?[0-9]{1,4}$' and coalesce(one.v ->> 'lag', '0')::int between -1000 and 1000, 422, 'lag_out_of_range', place);
		perform private.require(coalesce(one.v ->> 'lagUnit', 'working') in ('working', 'calendar'), 422, 'choice_missing', place);
		froms := froms || from_line;
	end loop;
	delete from public.task_links l using jsonb_array_elements(seen) s where l.to_id = line and l.id = (s ->> 'id')::uuid and not l.from_id = any (froms);
	update public.task_links l set type = x.type, lag = x.lag, lag_unit = x.lag_unit, updated_by = private.me(), updated_at = clock_timestamp(), version = l.version + 1
	from (select (e ->> 'from')::uuid as from_line, coalesce(e ->> 'type', 'FS') as type, coalesce((e ->> 'lag')::int, 0) as lag,
		coalesce(e ->> 'lagUnit', 'working') as lag_unit from jsonb_array_elements(told) e) x
	where l.to_id = line and l.from_id = x.from_line and (l.type <> x.type or l.lag <> x.lag or (l.lag <> 0 and l.lag_unit <> x.lag_unit));
	insert into public.task_links (mission_id, from_task, from_milestone, from_meeting, to_task, to_milestone, type, lag, lag_unit, updated_by)
	select mission, ft.id, fm.id, fg.id, (select t.id from public.tasks t where t.id = line), (select m.id from public.milestones m where m.id = line),
		coalesce(e ->> 'type', 'FS'), coalesce((e ->> 'lag')::int, 0), coalesce(e ->> 'lagUnit', 'working'), private.me()
	from jsonb_array_elements(told) e left join public.tasks ft on ft.id = (e ->> 'from')::uuid left join public.milestones fm on fm.id = (e ->> 'from')::uuid
		left join public.meetings fg on fg.id = (e ->> 'from')::uuid
	where not exists (select from public.task_links l where l.to_id = line and l.from_id = (e ->> 'from')::uuid);
	perform private.require((select count(*) from public.task_links l where l.mission_id = mission) <= 20000, 422, 'too_many_links');
	after := private.ties_of(line);
	foreach who in array array['all', 'client'] loop
		if private.ties_told(before, who) <> private.ties_told(after, who) then
			perform private.log(mission, 'links_set', private.line_title(line),
				jsonb_build_object('line', line, 'from', private.ties_told(before, who), 'to', private.ties_told(after, who)), who);
		end if;
	end loop;
	return after;
end $$;
grant execute on function public.set_links(uuid, jsonb, jsonb) to authenticated;
