-- What a page shows is read in one call. These run as the person who reads: the policies of each table say what there
-- is to see, and a mission one is no member of has no rows. In plpgsql, whose plans are kept for the connection.
create function public.mission_dashboard(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	m public.missions;
	day date;
begin
	select * into m from public.missions x where x.slug = mission_slug;
	if m.id is null then return null; end if;
	day := coalesce(m.plays_on, (now() at time zone m.time_zone)::date);
	return jsonb_build_object(
		'phases', coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'title', x.title, 'starts_on', x.starts_on,
			'tasks', coalesce((select jsonb_agg(jsonb_build_object('startsOn', t.starts_on, 'endsOn', t.ends_on, 'progress', t.progress))
				from public.tasks t where t.phase_id = x.id and t.removed_at is null), '[]'),
			'ends_on', x.ends_on, 'limit_on', x.limit_on) order by x.starts_on) from public.phases x where x.mission_id = m.id), '[]'),
		'tasks', coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'title', x.title, 'ends_on', x.ends_on))
			from public.tasks x where x.mission_id = m.id and x.removed_at is null and x.ends_on < day and x.progress < 100), '[]'),
		'milestones', coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'title', x.title, 'due_on', x.due_on))
			from public.milestones x where x.mission_id = m.id and x.due_on is not null and x.done_on is null), '[]'),
		'deliverables', coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'title', x.title, 'due_on', x.due_on,
			'committee_id', x.committee_id, 'last', (select jsonb_build_object('number', v.number, 'state', v.state)
				from public.versions v where v.deliverable_id = x.id order by v.submitted_at desc, v.id limit 1)) order by x.position)
			from public.deliverables x where x.mission_id = m.id), '[]'),
		'meetings', coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'title', x.title, 'held_on', x.held_on,
			'committee_id', x.committee_id, 'kind', c.kind) order by x.held_on)
			from public.meetings x join public.committees c on c.id = x.committee_id
			where x.mission_id = m.id and x.held_on >= day and x.state <> 'cancelled'), '[]'),
		'unheld', coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'title', x.title, 'held_on', x.held_on, 'kind', c.kind) order by x.held_on)
			from public.meetings x join public.committees c on c.id = x.committee_id
			where x.mission_id = m.id and x.held_on < day and x.state = 'convened'), '[]'),
		'actions', coalesce((select jsonb_agg(jsonb_build_object('number', x.number, 'wording', x.wording, 'owner', x.owner_name, 'due_on', x.due_on,
			'meeting', g.code) order by x.due_on)
			from public.actions x join public.meetings g on g.id = x.meeting_id
			where x.mission_id = m.id and x.done_on is null and x.due_on < day and g.state <> 'cancelled'), '[]'),
		'journal', coalesce((select jsonb_agg(to_jsonb(j) order by j.number desc) from (
			select x.number, x.event, x.subject, x.at, x.mission_day, w.full_name as who
			from public.journal x left join public.people w on w.id = x.person_id
			where x.mission_id = m.id and x.event <> 'clock_moved' order by x.number desc limit 6) j), '[]'),
		'reports', coalesce((select jsonb_agg(jsonb_build_object('period', x.period, 'state', x.state, 'filed_on', x.filed_on,
			'file_name', x.file_name, 'filed_by', w.full_name))
			from public.weekly_reports x left join public.people w on w.id = x.filed_by where x.mission_id = m.id), '[]'));
end $$;

create function public.schedule_rows(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return jsonb_build_object(
		'phases', coalesce((select jsonb_agg(to_jsonb(x) order by x.position) from public.phases x where x.mission_id = mission), '[]'),
		'tasks', coalesce((select jsonb_agg(to_jsonb(x) order by x.starts_on, x.position)
			from public.tasks x where x.mission_id = mission and x.removed_at is null), '[]'),
		'milestones', coalesce((select jsonb_agg(to_jsonb(x) order by x.code) from public.milestones x where x.mission_id = mission), '[]'));
end $$;

-- A meeting with its body, its parts and its neighbours in the series; null when it is not there for this person.
create function public.meeting_detail(mission_slug text, meeting_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	g public.meetings;
begin
	select x.* into g from public.meetings x join public.missions m on m.id = x.mission_id
		where m.slug = mission_slug and x.code = meeting_code;
	if g.id is null then return null; end if;
	return to_jsonb(g) || jsonb_build_object(
		'committees', (select to_jsonb(c) from public.committees c where c.id = g.committee_id),
		'updated_by_name', (select w.full_name from public.people w where w.id = g.updated_by),
		'agenda_items', coalesce((select jsonb_agg(to_jsonb(x)) from public.agenda_items x where x.meeting_id = g.id), '[]'),
		'attendances', coalesce((select jsonb_agg(to_jsonb(x)) from public.attendances x where x.meeting_id = g.id), '[]'),
		'resolutions', coalesce((select jsonb_agg(to_jsonb(x) || jsonb_build_object('versions', (select jsonb_build_object('number', v.number,
				'deliverables', jsonb_build_object('code', d.code)) from public.versions v join public.deliverables d on d.id = v.deliverable_id
				where v.id = x.version_id))) from public.resolutions x where x.meeting_id = g.id), '[]'),
		'actions', coalesce((select jsonb_agg(to_jsonb(x)) from public.actions x where x.meeting_id = g.id), '[]'),
		'siblings', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'title', x.title, 'held_on', x.held_on,
				'starts_at', x.starts_at, 'place', x.place, 'state', x.state,
				'actions', coalesce((select jsonb_agg(to_jsonb(a)) from public.actions a where a.meeting_id = x.id), '[]')) order by x.held_on, x.code)
			from public.meetings x where x.committee_id = g.committee_id and x.state <> 'cancelled' and x.id <> g.id), '[]'),
		'endorsements', coalesce((select jsonb_agg(jsonb_build_object('reserves', e.reserves, 'versions', jsonb_build_object('number', v.number,
				'deliverables', jsonb_build_object('code', d.code))))
			from public.endorsements e join public.versions v on v.id = e.version_id join public.deliverables d on d.id = v.deliverable_id
			where e.meeting_id = g.id), '[]'),
		'parties', coalesce((select jsonb_agg(jsonb_build_object('name', o.name, 'side', o.side)) from public.organisations o where o.mission_id = g.mission_id), '[]'));
end $$;

grant execute on function public.mission_dashboard(text), public.schedule_rows(text), public.meeting_detail(text, text) to authenticated;
