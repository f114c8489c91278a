-- The obligations page reads this; runs as the person who reads. Years of daily reports are many rows, so it may ask
-- for less: one line; what is due by `until`, less what was settled here before `since`; or, for the dashboard, what is
-- past its day and told by no other list. `groups` counts them all.
create function public.obligations_page(mission_slug text, since date default null, until date default null, only_key text default null,
	only_late boolean default false) returns json
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return (with kept as materialized (select o.* from public.obligations o where o.mission_id = mission and o.ended_at is null
			and (only_key is null or o.key = only_key)
			and (until is null or (o.due_on <= until and (since is null or o.due_on >= since or o.standing in ('open', 'contested'))))
			and (not only_late or (o.source = 'obligation' and o.proof <> 'weekly_report' and o.standing in ('open', 'contested')
				and o.due_on < (select coalesce(m.plays_on, (now() at time zone m.time_zone)::date) from public.missions m where m.id = mission))))
		select json_build_object(
		'rows', coalesce((select json_agg(json_build_object('id', o.id, 'key', o.key, 'duty', o.duty, 'code', o.code, 'source', o.source,
			'kind', o.kind, 'title', o.title, 'owner', o.owner, 'recipients', o.recipients, 'proof', o.proof, 'period', o.period,
			'happening', o.happening, 'event', o.event, 'eventOn', o.event_on, 'countsFrom', o.counts_from, 'k', o.k, 'rule', o.rule,
			'state', o.plan_state, 'nominal', o.nominal, 'due', o.due, 'advised', o.advised, 'initial', o.initial,
			'ended', false, 'version', o.version)) from kept o), '[]'),
		'groups', case when only_key is null and not only_late then coalesce((select json_agg(x) from (select o.code, min(o.title) as title, o.kind, o.owner, count(*) as count
			from public.obligations o where o.mission_id = mission and o.ended_at is null group by o.code, o.kind, o.owner) x), '[]') end,
		'acts', coalesce((select json_agg(json_build_object('id', a.id, 'key', o.key, 'duty', a.duty, 'kind', a.kind, 'on', a.on_day, 'reason', a.reason,
			'days', a.days, 'sentTo', a.sent_to, 'fileName', a.file_name, 'fileSize', a.file_size, 'sha256', a.sha256, 'missionDay', a.mission_day,
			'by', w.full_name) order by a.number)
			from public.obligation_acts a left join kept o on o.id = a.obligation_id left join public.people w on w.id = a.person_id
			where a.mission_id = mission and (a.obligation_id is null or o.id is not null)), '[]'),
		'meetings', coalesce((select json_agg(json_build_object('code', g.code, 'committee', c.code, 'title', g.title, 'day', g.held_on,
			'state', g.state, 'told', g.convened_at is not null, 'circulatedOn', g.circulated_on) order by g.held_on, g.code)
			from public.meetings g join public.committees c on c.id = g.committee_id where g.mission_id = mission), '[]'),
		'milestones', coalesce((select json_agg(json_build_object('code', x.code, 'dueOn', x.due_on, 'doneOn', x.done_on, 'fixed', x.is_fixed))
			from public.milestones x where x.mission_id = mission), '[]'),
		'versions', coalesce((select json_agg(json_build_object('code', d.code, 'number', v.number, 'state', v.state, 'on', v.submitted_on)
			order by v.submitted_at) from public.versions v join public.deliverables d on d.id = v.deliverable_id where v.mission_id = mission), '[]'),
		'reports', coalesce((select json_agg(json_build_object('period', r.period, 'state', r.state, 'filedOn', coalesce(r.first_filed_on, r.filed_on),
			'answeredOn', r.answered_on, 'reason', r.contest_reason)) from public.weekly_reports r where r.mission_id = mission and r.state <> 'draft'), '[]')));
end $$;

-- Where the bytes of a proof are, as far as the person may read it.
create function public.obligation_file(mission_slug text, act uuid) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object('name', a.file_name, 'size', a.file_size, 'sha256', a.sha256, 'key', a.storage_key)
		from public.obligation_acts a join public.missions m on m.id = a.mission_id
		where a.id = act and m.slug = mission_slug and a.storage_key is not null);
end $$;

grant execute on function public.obligations_page(text, date, date, text, boolean), public.obligation_file(text, uuid) to authenticated;
