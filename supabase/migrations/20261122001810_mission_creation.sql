-- The first free address after the one that is wanted: essai, essai-2, essai-3. Administrators see no mission, and so
-- have to be told.
create function private.first_free_slug(wanted text) returns text
	language plpgsql stable security definer set search_path = '' as $$
declare
	stem text := left(regexp_replace(wanted, '-[0-9]+$', ''), 56);
	found text := wanted;
	n int := 1;
begin
	while exists (select from public.missions m where m.slug = found) loop
		n := n + 1;
		found := stem || '-' || n;
	end loop;
	return found;
end $$;

create function public.free_slug(wanted text) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(private.i_administer(), 403, 'not_allowed');
	perform private.require(coalesce(wanted, '') ~ '^[a-z0-9][a-z0-9-]{1,60}$', 422, 'slug_refused', '{"field":"slug"}');
	return private.first_free_slug(wanted);
end $$;

-- An administrator makes the mission of a contract and names who conducts it for the client; that person then names
-- everybody else. The administrator gets no seat in it. Whole or not at all; never a demonstration.
create function public.create_mission(content jsonb, manager_email text, manager_name text, source text default null) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	given jsonb := private.plain_json(content);
	mission uuid;
	person uuid;
	organisation uuid;
	starts date;
begin
	perform private.require(private.i_administer(), 403, 'not_allowed');
	perform private.require(jsonb_typeof(given) = 'object' and jsonb_typeof(given -> 'contract') = 'object', 422, 'bad_input');
	perform private.require(length(coalesce(create_mission.source, '')) <= 600000, 422, 'too_long', '{"field":"text"}');
	perform private.require(coalesce(given ->> 'slug', '') ~ '^[a-z0-9][a-z0-9-]{1,60}$', 422, 'slug_refused', '{"field":"slug"}');
	perform pg_advisory_xact_lock(hashtextextended('mission ' || (given ->> 'slug'), 0));
	if exists (select from public.missions m where m.slug = given ->> 'slug') then
		perform private.refuse(409, 'mission_exists', jsonb_build_object('field', 'slug', 'slug', given ->> 'slug',
			'free', private.first_free_slug(given ->> 'slug')));
	end if;
	person := private.find_or_make_person(manager_email, manager_name);
	perform private.require(person <> private.me(), 422, 'manager_not_oneself', '{"field":"email"}');
	perform private.require(exists (select from public.people p where p.id = person and p.disabled_at is null), 422, 'unknown_person', '{"field":"email"}');
	perform set_config('jalon.contract_source', coalesce(create_mission.source, ''), true);
	mission := private.import_mission(given || '{"is_demo":false,"plays_on":null}');
	perform set_config('jalon.contract_source', '', true);
	select o.id into organisation from public.organisations o where o.mission_id = mission and o.side = 'client' order by o.key limit 1;
	perform private.check_role(mission, organisation, 'client_manager');
	starts := private.today(mission);
	insert into public.memberships (mission_id, person_id, organisation_id, role, starts_on, invited_by)
	values (mission, person, organisation, 'client_manager', starts, private.me());
	perform private.seat(mission, person, 'client_manager', starts);
	perform private.send_invitation(mission, person);
	perform private.log(mission, 'member_invited', private.person_name(person), jsonb_build_object('role', 'client_manager', 'startsOn', starts));
	perform private.log(null, 'mission_created', given ->> 'slug', jsonb_build_object('manager', private.person_name(person)), 'admin');
	return jsonb_build_object('id', mission, 'slug', given ->> 'slug');
end $$;
