-- As before; what there are thousands of comes without its names. A task is a list of its values, links are one text:
-- building an object for each, key by key, was most of what the page of a large schedule took.
create or replace function public.schedule_rows(mission_slug text default null, baseline int default null, lines uuid[] default null) returns json
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
		-- In the order that server/schedule/compact-rows.ts names.
		'tasks', coalesce((select json_agg(json_build_array(x.id, x.code, x.title, x.phase_id, x.position, x.starts_on, x.ends_on, x.progress, x.objective,
			x.clause, x.assignee, x.organisation_id, x.constraint_kind, x.constraint_on, x.actual_start, x.actual_end, x.notes, x.version)
			order by x.starts_on, x.position)
			from public.tasks x where x.mission_id = mission and x.removed_at is null and (not one or x.id = any (lines))), '[]'),
		'milestones', coalesce((select json_agg(json_build_object('id', x.id, 'code', x.code, 'title', x.title, 'phase_id', x.phase_id, 'is_fixed', x.is_fixed,
			'due_on', x.due_on, 'done_on', x.done_on, 'explanation', x.explanation, 'clause', x.clause, 'version', x.version) order by x.code)
			from public.milestones x where x.mission_id = mission and (not one or x.id = any (lines))), '[]'),
		'meetings', coalesce((select json_agg(json_build_object('id', x.id, 'code', x.code, 'title', x.title, 'held_on', x.held_on, 'state', x.state)
			order by x.held_on, x.code) from public.meetings x where x.mission_id = mission and x.state <> 'cancelled' and not one), '[]'),
		-- id from to type lag unit version, links set apart by semicolons.
		'links', (select string_agg(l.id || ' ' || l.from_id || ' ' || l.to_id || ' ' || l.type || ' ' || l.lag || ' ' || l.lag_unit || ' ' || l.version, ';'
			order by l.from_id, l.to_id) from public.task_links l where l.mission_id = mission and (not one or l.to_id = any (lines))),
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
