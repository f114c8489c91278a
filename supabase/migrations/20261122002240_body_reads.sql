-- The page of a body in one read, as the person who asks; null when there is no such body for them.
create function public.body_page(mission_slug text, body_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	c public.committees;
begin
	select x.* into c from public.committees x join public.missions m on m.id = x.mission_id
		where m.slug = mission_slug and x.code = body_code;
	if c.id is null then return null; end if;
	return to_jsonb(c) || jsonb_build_object(
		'seats', coalesce((select jsonb_agg(to_jsonb(s) || jsonb_build_object('name', p.full_name, 'organisation', x.organisation, 'member_function', x.function_title))
			from public.committee_members s join public.people p on p.id = s.person_id
			left join lateral (select o.short_name as organisation, y.function_title from public.memberships y join public.organisations o on o.id = y.organisation_id
				where y.person_id = s.person_id and y.mission_id = c.mission_id order by y.ends_on desc nulls first, y.created_at limit 1) x on true
			where s.committee_id = c.id), '[]'),
		'phases', coalesce((select jsonb_agg(jsonb_build_object('code', p.code, 'title', p.title, 'position', p.position, 'startsOn', p.starts_on) order by p.position)
			from public.phases p where p.mission_id = c.mission_id), '[]'),
		'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'code', m.code, 'title', m.title, 'held_on', m.held_on, 'starts_at', m.starts_at,
			'place', m.place, 'state', m.state, 'occurrence', m.occurrence) order by m.held_on, m.code) from public.meetings m where m.committee_id = c.id), '[]'),
		'people', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.full_name, 'organisation', o.short_name, 'side', o.side,
			'function', coalesce(y.function_title, ''), 'role', y.role) order by p.full_name)
			from public.memberships y join public.people p on p.id = y.person_id join public.organisations o on o.id = y.organisation_id
			where y.mission_id = c.mission_id and (y.ends_on is null or y.ends_on > (select coalesce(m.plays_on, (now() at time zone m.time_zone)::date)
				from public.missions m where m.id = c.mission_id))), '[]'));
end $$;
grant execute on function public.body_page(text, text) to authenticated;
