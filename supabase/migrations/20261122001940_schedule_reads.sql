-- The schedule's page reads this in one call; runs as the person who reads. `baseline`: the plan shown under the bars,
-- the last one unless told. `lines`: only these tasks and milestones, after they were changed.
drop function public.schedule_rows(text);
create function public.schedule_rows(mission_slug text default null, baseline int default null, lines uuid[] default null) returns json
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := case when lines is null then (select x.id from public.missions x where x.slug = mission_slug)
		else coalesce((select t.mission_id from public.tasks t where t.id = any (lines) limit 1), (select m.mission_id from public.milestones m where m.id = any (lines) limit 1)) end;
	one boolean := lines is not null;
begin
	if mission is null then return null; end if;
	return json_build_object(
		'slug', (select m.slug from public.missions m where m.id = mission),
		'phases', coalesce((select json_agg(json_build_object('id', x.id, 'code', x.code, 'title', x.title, 'position', x.position, 'starts_on', x.starts_on,
			'ends_on', x.ends_on, 'limit_on', x.limit_on, 'clause', x.clause, 'version', x.version) order by x.position)
			from public.phases x where x.mission_id = mission and not one), '[]'),
		'tasks', coalesce((select json_agg(json_build_object('id', x.id, 'code', x.code, 'title', x.title, 'phase_id', x.phase_id, 'position', x.position,
			'starts_on', x.starts_on, 'ends_on', x.ends_on, 'progress', x.progress, 'objective', x.objective, 'clause', x.clause, 'assignee', x.assignee,
			'organisation_id', x.organisation_id, 'constraint_kind', x.constraint_kind, 'constraint_on', x.constraint_on, 'actual_start', x.actual_start,
			'actual_end', x.actual_end, 'notes', x.notes, 'version', x.version) order by x.starts_on, x.position)
			from public.tasks x where x.mission_id = mission and x.removed_at is null and (not one or x.id = any (lines))), '[]'),
		'milestones', coalesce((select json_agg(json_build_object('id', x.id, 'code', x.code, 'title', x.title, 'phase_id', x.phase_id, 'is_fixed', x.is_fixed,
			'due_on', x.due_on, 'done_on', x.done_on, 'explanation', x.explanation, 'clause', x.clause, 'version', x.version) order by x.code)
			from public.milestones x where x.mission_id = mission and (not one or x.id = any (lines))), '[]'),
		'meetings', coalesce((select json_agg(json_build_object('id', x.id, 'code', x.code, 'title', x.title, 'held_on', x.held_on, 'state', x.state)
			order by x.held_on, x.code) from public.meetings x where x.mission_id = mission and x.state <> 'cancelled' and not one), '[]'),
		'links', coalesce((select json_agg(json_build_object('id', l.id, 'from', l.from_id, 'to', l.to_id, 'type', l.type, 'lag', l.lag, 'lagUnit', l.lag_unit,
			'version', l.version) order by l.from_id, l.to_id) from public.task_links l where l.mission_id = mission and (not one or l.to_id = any (lines))), '[]'),
		'refs', coalesce((select json_agg(json_build_object('task', r.task_id, 'id', r.ref_id,
				'kind', case when r.deliverable_id is not null then 'deliverable' when r.meeting_id is not null then 'meeting' else 'obligation' end,
				'code', coalesce(d.code, g.code, o.key), 'title', coalesce(d.title, g.title, o.title)) order by coalesce(d.code, g.code, o.key))
			from public.task_refs r left join public.deliverables d on d.id = r.deliverable_id left join public.meetings g on g.id = r.meeting_id
			left join public.obligations o on o.id = r.obligation_id where r.mission_id = mission and (not one or r.task_id = any (lines))), '[]'),
		'organisations', coalesce((select json_agg(json_build_object('id', o.id, 'name', o.short_name) order by o.side, o.short_name)
			from public.organisations o where o.mission_id = mission), '[]'),
		-- What comes back every week is no thing a task is for.
		'referable', case when not one then coalesce((select json_agg(json_build_object('kind', y.kind, 'id', y.id, 'code', y.code, 'title', y.title) order by y.kind, y.code) from (
			select 'deliverable' as kind, d.id, d.code, d.title from public.deliverables d where d.mission_id = mission
			union all (select 'obligation', o.id, o.key, o.title from public.obligations o where o.mission_id = mission and o.ended_at is null
				and o.source = 'obligation' and o.period is null and o.happening is null order by o.key limit 200)) y), '[]') end,
		'baselines', case when not one then coalesce((select json_agg(json_build_object('id', b.id, 'number', b.number, 'name', b.name, 'reason', b.reason,
			'frozenOn', b.frozen_on, 'frozenBy', p.full_name) order by b.number)
			from public.baselines b left join public.people p on p.id = b.frozen_by where b.mission_id = mission), '[]') end,
		'baseline', case when not one then (select b.days from public.baselines b where b.mission_id = mission
			and (schedule_rows.baseline is null or b.number = schedule_rows.baseline) order by b.number desc limit 1) end,
		'stamp', case when not one then public.schedule_stamp((select m.slug from public.missions m where m.id = mission)) ->> 'stamp' end);
end $$;

-- Every plan that was frozen, to compare them: of each, the days of phases, milestones and meetings; of one, all.
create function public.baselines_page(mission_slug text, whole int default null) returns json
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return coalesce((select json_agg(json_build_object('id', b.id, 'number', b.number, 'name', b.name, 'reason', b.reason, 'frozenOn', b.frozen_on,
			'frozenBy', p.full_name, 'lines', (select json_agg(json_build_object('id', n.key, 'kind', n.value ->> 0, 'code', n.value ->> 1, 'title', n.value ->> 2,
				'startsOn', b.days -> n.key ->> 0, 'endsOn', b.days -> n.key ->> 1))
				from jsonb_each(b.names) n where n.value ->> 0 <> 'task' or b.number = whole)) order by b.number)
		from public.baselines b left join public.people p on p.id = b.frozen_by where b.mission_id = mission), '[]');
end $$;
grant execute on function public.schedule_rows(text, int, uuid[]), public.baselines_page(text, int) to authenticated;
