-- What is late of the contract's own duties stands on the dashboard, read with the rest.
create or replace function public.mission_dashboard(mission_slug text) returns jsonb
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
			from public.weekly_reports x left join public.people w on w.id = x.filed_by where x.mission_id = m.id), '[]'),
		'follow', public.obligations_page(mission_slug, only_late => true));
end $$;

-- What waits for me, now with what the contract asks for and nobody has sent: one line per duty, from its oldest day,
-- with how many times it is open. Who I am in each mission is worked out once.
create or replace function public.waiting() returns table (mission_id uuid, slug text, mission text, kind text, subject text, title text, ref text, due_on date, today date)
	language plpgsql stable security definer set search_path = '' as $$
declare
	me uuid := private.me();
begin
	return query with mine as materialized (
		select m.id, m.slug, m.short_title, d.day as today,
			array_agg(distinct s.role) as roles,
			bool_or(o.side = 'contractor' and s.role <> 'observer') as contractor,
			case when bool_or(s.role = 'client_signatory') or exists (select from public.delegations x where x.mission_id = m.id
				and x.delegate_id = me and x.revoked_at is null) then (select g.may from private.signing_for(m.id) g) else false end as signs
		from public.memberships s join public.missions m on m.id = s.mission_id join public.organisations o on o.id = s.organisation_id,
			lateral (select coalesce(m.plays_on, (now() at time zone m.time_zone)::date) as day) d
		where s.person_id = me and s.starts_on <= d.day and (s.ends_on is null or d.day < s.ends_on)
		group by m.id, d.day),
	-- The committees I sit on today, for those who vote.
	seats as materialized (select c.committee_id, bool_or(c.capacity = 'chair') as chairs from public.committee_members c join mine m on m.id = c.mission_id
		where c.person_id = me and c.capacity in ('chair', 'member') and c.starts_on <= m.today and (c.ends_on is null or m.today < c.ends_on)
			and not m.contractor
		group by c.committee_id)
   select m.id, m.slug, m.short_title, 'vote', d.code, d.title, v.number, null::date, m.today
	from seats c join public.deliverables d on d.committee_id = c.committee_id join public.versions v on v.deliverable_id = d.id and v.state = 'submitted'
		join mine m on m.id = v.mission_id
	where not exists (select from public.votes x where x.version_id = v.id and x.person_id = me)
   union all
   select m.id, m.slug, m.short_title, 'endorse', d.code, d.title, v.number, null, m.today
	from seats c join public.deliverables d on d.committee_id = c.committee_id join public.versions v on v.deliverable_id = d.id and v.state = 'submitted'
		join mine m on m.id = v.mission_id
	where c.chairs and exists (select from public.votes x where x.version_id = v.id)
   union all
   select m.id, m.slug, m.short_title, 'decide', d.code, d.title, v.number, null, m.today
	from mine m join public.versions v on v.mission_id = m.id join public.deliverables d on d.id = v.deliverable_id
	where m.signs and (v.state in ('endorsed', 'endorsed_with_reserves', 'not_endorsed') or (v.state = 'submitted' and d.committee_id is null))
   union all
   select m.id, m.slug, m.short_title, 'answer_report', r.period, r.period, null, null, m.today
	from mine m join public.weekly_reports r on r.mission_id = m.id and r.state = 'filed' where 'client_manager' = any (m.roles)
   union all
   select m.id, m.slug, m.short_title, 'file_report', w.period, w.period, null,
		-- Contested: the first filing was judged by its own day, and there is none for the correction.
		case when not exists (select from public.weekly_reports r where r.mission_id = m.id and r.period = w.period and r.state = 'contested') then w.due_on end, m.today
	from mine m join public.report_weeks w on w.mission_id = m.id and w.due_on <= m.today + 7 and to_date(w.period, 'IYYY"-W"IW') <= m.today
	where m.roles && array['contractor_lead', 'consultant']
	  and not exists (select from public.weekly_reports r where r.mission_id = m.id and r.period = w.period and r.state not in ('draft', 'contested'))
   union all
   select m.id, m.slug, m.short_title, case when v.state is null then 'hand_in' else 'hand_in_again' end, d.code, d.title, v.number, d.due_on, m.today
	from mine m join public.deliverables d on d.mission_id = m.id
	left join lateral (select x.number, x.state from public.versions x where x.deliverable_id = d.id order by x.submitted_at desc, x.id limit 1) v on true
	where m.roles && array['contractor_lead', 'consultant']
	  and ((v.state is null and d.due_on <= m.today + 14) or v.state in ('adjourned', 'rejected'))
   union all
   select m.id, m.slug, m.short_title, 'send_obligation', o.code, min(o.title) || case when count(*) > 1 then ' (' || count(*) || ')' else '' end,
		(array_agg(o.key order by o.due_on, o.key))[1], min(o.due_on), m.today
	from mine m join public.obligations o on o.mission_id = m.id and o.ended_at is null and o.standing in ('open', 'contested')
		and o.proof in ('file', 'papers', 'statement') and o.due_on <= m.today + 7
	where (o.owner in ('contractor', 'both') and m.roles && array['contractor_lead', 'consultant']
			and (o.meeting_id is null or exists (select from public.meetings g where g.id = o.meeting_id and g.convened_at is not null)))
		or (o.owner in ('client', 'both') and 'client_manager' = any (m.roles))
	group by m.id, m.slug, m.short_title, m.today, o.code
   union all
   select m.id, m.slug, m.short_title, 'reach_milestone', s.code, s.title, null, s.due_on, m.today
	from mine m join public.milestones s on s.mission_id = m.id and s.done_on is null and s.due_on <= m.today where 'client_manager' = any (m.roles)
   union all
   select m.id, m.slug, m.short_title, case when g.state = 'convened' then 'open_meeting' else 'circulate_minutes' end, g.code, g.title, null,
		case when g.state = 'convened' then g.held_on end, m.today
	from mine m join public.meetings g on g.mission_id = m.id
		and (g.state = 'held' or (g.state = 'convened' and g.held_on <= m.today) or (g.state = 'in_session' and g.held_on < m.today))
	where 'client_manager' = any (m.roles)
   union all
   select m.id, m.slug, m.short_title, 'action', a.number, a.wording, g.code, a.due_on, m.today
	from mine m join public.actions a on a.mission_id = m.id and a.done_on is null and a.owner_id = me
		join public.meetings g on g.id = a.meeting_id and g.convened_at is not null;
end $$;

-- A meeting's date lives in the meeting; the schedule shows it.
create or replace function public.schedule_rows(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return jsonb_build_object(
		'phases', coalesce((select jsonb_agg(to_jsonb(x) order by x.position) from public.phases x where x.mission_id = mission), '[]'),
		'tasks', coalesce((select jsonb_agg(to_jsonb(x) order by x.starts_on, x.position)
			from public.tasks x where x.mission_id = mission and x.removed_at is null), '[]'),
		'milestones', coalesce((select jsonb_agg(to_jsonb(x) order by x.code) from public.milestones x where x.mission_id = mission), '[]'),
		'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'title', x.title, 'held_on', x.held_on, 'state', x.state)
			order by x.held_on, x.code) from public.meetings x where x.mission_id = mission and x.state <> 'cancelled'), '[]'));
end $$;
