-- The indicators' pages read this; runs as the person who reads. `since` leaves out the days before it, never longer
-- periods; `wanted` asks for one indicator, with its corrections.
create function public.indicators_page(mission_slug text, wanted text default null, since date default null) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return jsonb_build_object(
		'values', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'code', v.code, 'quantity', v.quantity, 'at', v.period, 'label', v.label,
				'value', trim_scale(v.value)::text, 'over', trim_scale(v.over)::text) || case when v.withdrawn then '{"withdrawn":true}' else '{}'::jsonb end)
			from public.indicator_values v where v.mission_id = mission and (wanted is null or v.code = wanted)
			and (since is null or length(v.period) < 10 or v.first_day >= since)
			and not exists (select from public.indicator_values n where n.instead_of = v.id)), '[]'),
		'corrections', case when wanted is null then '[]' else coalesce((select jsonb_agg(jsonb_build_object('quantity', v.quantity, 'at', v.period,
				'label', v.label, 'value', trim_scale(v.value)::text, 'over', trim_scale(v.over)::text, 'withdrawn', v.withdrawn, 'reason', v.reason,
				'by', p.full_name, 'on', v.mission_day, 'wasValue', trim_scale(b.value)::text, 'wasOver', trim_scale(b.over)::text,
				'wasWithdrawn', b.withdrawn, 'wasBy', q.full_name, 'wasOn', b.mission_day) order by v.number desc)
			from public.indicator_values v join public.indicator_values b on b.id = v.instead_of
			left join public.people p on p.id = v.person_id left join public.people q on q.id = b.person_id
			where v.mission_id = mission and v.code = wanted), '[]') end,
		'exclusions', coalesce((select jsonb_agg(jsonb_build_object('register', x.register, 'day', x.day, 'kind', x.kind, 'reason', x.reason,
				'number', x.number, 'by', p.full_name, 'on', x.mission_day) order by x.number)
			from public.indicator_exclusions x left join public.people p on p.id = x.person_id where x.mission_id = mission), '[]'),
		'states', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'meeting', g.code, 'title', g.title, 'heldOn', g.held_on, 'from', s.from_day,
				'to', s.to_day, 'sha256', s.sha256, 'by', p.full_name, 'on', s.mission_day) order by s.number desc)
			from public.indicator_states s join public.meetings g on g.id = s.meeting_id left join public.people p on p.id = s.person_id
			where s.mission_id = mission), '[]'),
		'meetings', coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'committee', c.code, 'kind', c.kind, 'title', g.title,
				'day', g.held_on, 'state', g.state) order by g.held_on, g.code)
			from public.meetings g join public.committees c on c.id = g.committee_id
			where g.mission_id = mission and g.state <> 'cancelled'), '[]'));
end $$;

-- One state that was set down, whole.
create function public.indicator_state(mission_slug text, state uuid) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object('id', s.id, 'meeting', g.code, 'title', g.title, 'heldOn', g.held_on, 'from', s.from_day, 'to', s.to_day,
			'facts', s.facts, 'sha256', s.sha256, 'judged', j.judged, 'by', p.full_name, 'on', s.mission_day, 'frozenAt', s.at)
		from public.indicator_states s join public.missions m on m.id = s.mission_id join public.meetings g on g.id = s.meeting_id
		left join public.indicator_judgements j on j.state_id = s.id left join public.people p on p.id = s.person_id
		where s.id = indicator_state.state and m.slug = mission_slug);
end $$;

grant execute on function public.record_indicator_values(uuid, text, jsonb, text, text, text), public.propose_exclusion(uuid, text, date, text),
	public.settle_exclusion(uuid, text, date, bigint, text, text), public.freeze_indicators(uuid, text, date, date),
	public.indicators_page(text, text, date), public.indicator_state(text, uuid) to authenticated;

-- So that the rail knows without opening the contract.
alter table public.missions add column has_indicators boolean generated always as (coalesce(contract -> 'indicators', '[]') <> '[]') stored;
