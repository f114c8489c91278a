-- The agenda keeps the identity of its items from the convocation to the minutes: put in another order, none of what
-- was typed in them is touched. What is said is saved item by item (next file).

-- What a text looks like once it is kept: a browser ends lines in its own way.
create function private.lines_of(typed text) returns text
	language sql immutable set search_path = '' as
$$ select replace(replace(coalesce(typed, ''), E'\r\n', E'\n'), E'\r', E'\n') $$;

-- What each part holds now: shown beside the text of a person whose save came too late.
create or replace function private.section_content(m public.meetings, section text) returns jsonb
	language sql stable security definer set search_path = '' as
$$ select case section
	when 'agenda' then (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'title', a.title, 'purpose', a.purpose,
		'minutes', a.minutes, 'conclusion', a.conclusion, 'duration', a.duration, 'presenter', a.presenter)
		order by a.position), '[]') from public.agenda_items a where a.meeting_id = m.id and a.place = 'agenda')
	when 'attendance' then (select coalesce(jsonb_agg(jsonb_build_object('full_name', a.full_name, 'organisation', a.organisation, 'status', a.status,
		'represented_by', a.represented_by) order by a.position), '[]') from public.attendances a where a.meeting_id = m.id)
	else to_jsonb(m) - 'sections' end $$;

-- A meeting this person may know of: a draft is the client's preparation.
create function private.told_of(m public.meetings) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return m.mission_id in (select private.my_missions())
		and (m.convened_at is not null or m.mission_id in (select private.my_missions_as('client')));
end $$;

-- A paper of the same mission, which whoever names it may read.
create function private.may_refer(mission uuid, kind text, target uuid) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return case kind
		when 'version' then exists (select from public.versions v where v.id = target and v.mission_id = mission)
		when 'obligation' then exists (select from public.obligations o where o.id = target and o.mission_id = mission
			and (o.meeting_id is null or exists (select from public.meetings g where g.id = o.meeting_id and private.told_of(g))))
		when 'action' then exists (select from public.actions a join public.meetings g on g.id = a.meeting_id
			where a.id = target and a.mission_id = mission and private.told_of(g))
		when 'minutes' then exists (select from public.meetings g where g.id = target and g.mission_id = mission and private.told_of(g))
		else false end;
end $$;

-- The papers of an item are these; what was tied before and is not named any more goes.
create function private.tie_papers(item public.agenda_items, refs jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.require(jsonb_typeof(refs) = 'array' and jsonb_array_length(refs) <= 30, 422, 'too_many_links', '{"field":"agenda"}');
	perform private.require(not exists (select from jsonb_array_elements(refs) r where case when coalesce(r ->> 'id', '') ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
		then not private.may_refer(item.mission_id, r ->> 'kind', (r ->> 'id')::uuid) else true end), 422, 'unknown_ref', '{"field":"agenda"}');
	delete from public.agenda_refs x where x.item_id = item.id and not exists (select from jsonb_array_elements(refs) r
		where r ->> 'kind' = x.kind and (r ->> 'id')::uuid = x.target_id);
	insert into public.agenda_refs (mission_id, item_id, kind, target_id)
	select distinct item.mission_id, item.id, r ->> 'kind', (r ->> 'id')::uuid from jsonb_array_elements(refs) r
	on conflict (item_id, kind, target_id) do nothing;
end $$;

-- The list in its order. A line with an `id` is that item, one without is the item of that title or a new one; a field
-- that is not given stays. Text is only replaced by whoever names the version of the item they read, and an item with
-- text is only taken off by name: {"id", "version", "removed": true}. `from` names what was put off before and is taken up here.
create or replace function public.set_agenda(meeting uuid, read_version int, items jsonb) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	one jsonb;
	rank int := 0;
	was public.agenda_items;
	kept uuid[] := '{}';
	said text;
	concluded text;
begin
	items := private.plain_json(items);
	m := private.writable_meeting(meeting);
	perform private.check_section(m, 'agenda', read_version);
	perform private.require(jsonb_typeof(items) = 'array' and jsonb_array_length(items) <= 600
		and jsonb_array_length(jsonb_path_query_array(items, '$[*] ? (!(@.removed == true))')) <= 300, 422, 'too_long', '{"field":"agenda"}');
	perform private.require(not exists (select from jsonb_array_elements(items) r where (r ->> 'removed') is distinct from 'true' and (
		length(trim(coalesce(r ->> 'title', ''))) not between 1 and 300
		or coalesce(r ->> 'purpose', 'information') not in ('information', 'opinion', 'decision')
		or length(coalesce(r ->> 'minutes', '')) > 20000 or length(coalesce(r ->> 'conclusion', '')) > 4000
		or length(coalesce(r ->> 'presenter', '')) > 200
		or case when coalesce(r ->> 'duration', '1') ~ '^[0-9]{1,3}$' then coalesce(r ->> 'duration', '1')::int not between 1 and 600 else true end)), 422, 'agenda_row', '{"field":"agenda"}');
	perform private.require(not exists (select from jsonb_array_elements(items) r where r ->> 'id' is not null and not exists (
		select from public.agenda_items a where a.meeting_id = meeting and a.place = 'agenda' and a.id::text = r ->> 'id')), 422, 'unknown_ref', '{"field":"agenda"}');
	perform private.require((select count(r ->> 'id') = count(distinct r ->> 'id') from jsonb_array_elements(items) r), 422, 'agenda_row', '{"field":"agenda"}');
	perform private.require(not exists (select from jsonb_array_elements(items) r where r ->> 'from' is not null and (r ->> 'id' is not null or not exists (
		select from public.agenda_items a join public.meetings g on g.id = a.meeting_id where a.id::text = r ->> 'from' and a.meeting_id <> meeting
			and g.committee_id = m.committee_id and a.place <> 'agenda' and private.told_of(g)))), 422, 'unknown_ref', '{"field":"agenda"}');
	perform private.require(not exists (select from jsonb_array_elements(items) r join public.agenda_items c on c.carried_from::text = r ->> 'from'
		join public.meetings g on g.id = c.meeting_id and g.state <> 'cancelled'), 409, 'not_from_here');
	for one in select r.value from jsonb_array_elements(items) with ordinality r where (r.value ->> 'removed') is distinct from 'true' order by r.ordinality loop
		rank := rank + 1;
		select * into was from public.agenda_items a where a.meeting_id = meeting and a.place = 'agenda' and a.id <> all (kept)
			and case when one ->> 'id' is not null then a.id = (one ->> 'id')::uuid
				else a.title = trim(one ->> 'title') and not exists (select from jsonb_array_elements(items) r where r ->> 'id' = a.id::text) end
		order by a.position limit 1;
		said := case when one ? 'minutes' then private.lines_of(one ->> 'minutes') else coalesce(was.minutes, '') end;
		concluded := case when one ? 'conclusion' then private.lines_of(one ->> 'conclusion') else coalesce(was.conclusion, '') end;
		if was.id is null then
			insert into public.agenda_items (meeting_id, mission_id, position, title, purpose, minutes, conclusion, duration, presenter, carried_from)
			values (meeting, m.mission_id, rank, trim(one ->> 'title'), coalesce(one ->> 'purpose', 'information'), said, concluded,
				(one ->> 'duration')::int, trim(coalesce(one ->> 'presenter', '')), (one ->> 'from')::uuid) returning * into was;
		else
			if (said, concluded) is distinct from (was.minutes, was.conclusion) then
				if (one ? 'version' and (one ->> 'version') is distinct from was.version::text)
					or (not one ? 'version' and ((said <> was.minutes and was.minutes <> '') or (concluded <> was.conclusion and was.conclusion <> ''))) then
					perform private.refuse_stale(private.section_content(m, 'agenda'), was.updated_by, was.updated_at);
				end if;
				update public.agenda_items a set minutes = said, conclusion = concluded, version = a.version + 1, updated_by = private.me(),
					updated_at = clock_timestamp() where a.id = was.id;
			end if;
			update public.agenda_items a set position = rank, title = trim(one ->> 'title'), purpose = coalesce(one ->> 'purpose', a.purpose),
				duration = case when one ? 'duration' then (one ->> 'duration')::int else a.duration end,
				presenter = case when one ? 'presenter' then trim(coalesce(one ->> 'presenter', '')) else a.presenter end
			where a.id = was.id;
		end if;
		kept := kept || was.id;
		if one ? 'refs' then perform private.tie_papers(was, one -> 'refs'); end if;
	end loop;
	for was in select * from public.agenda_items a where a.meeting_id = meeting and a.place = 'agenda' and a.id <> all (kept) loop
		if concat(was.minutes, was.conclusion) ~ '\S' and (select r ->> 'version' from jsonb_array_elements(items) r where r ->> 'id' = was.id::text)
			is distinct from was.version::text then
			perform private.refuse_stale(private.section_content(m, 'agenda'), was.updated_by, was.updated_at);
		end if;
		delete from public.agenda_items a where a.id = was.id;
	end loop;
	perform private.touch_meeting(meeting, 'agenda');
	return coalesce((m.sections -> 'agenda' ->> 'version')::int, 1) + 1;
end $$;

-- A copy of an item at the end of another agenda, with its papers; what was said of it stays where it was said.
create function private.carry_item(was public.agenda_items, into_meeting uuid) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	made uuid;
begin
	perform private.require((select count(*) < 300 from public.agenda_items a where a.meeting_id = into_meeting and a.place = 'agenda'), 422, 'too_long', '{"field":"agenda"}');
	insert into public.agenda_items (meeting_id, mission_id, position, title, purpose, duration, presenter, carried_from)
	values (into_meeting, was.mission_id, (select coalesce(max(a.position), 0) + 1 from public.agenda_items a where a.meeting_id = into_meeting),
		was.title, was.purpose, was.duration, was.presenter, was.id) returning id into made;
	insert into public.agenda_refs (mission_id, item_id, kind, target_id)
	select x.mission_id, made, x.kind, x.target_id from public.agenda_refs x where x.item_id = was.id;
	perform private.touch_meeting(into_meeting, 'agenda');
	return made;
end $$;

-- Taken up at the next meeting of the body, or put on its parking list. Without a next meeting it goes to that list,
-- and so it does for the contractor's people: the client alone prepares what comes.
-- @returns {"place": "moved|parking", "meeting": the code of the next one}
create function public.put_off_item(item uuid, place text default 'moved') returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	was public.agenda_items;
	m public.meetings;
	next public.meetings;
begin
	select * into was from public.agenda_items a where a.id = item;
	m := private.writable_meeting(was.meeting_id);
	perform private.require(coalesce(put_off_item.place, '') in ('moved', 'parking'), 422, 'choice_missing', '{"field":"place"}');
	select * into was from public.agenda_items a where a.id = item;
	perform private.require(was.place = 'agenda', 409, 'not_from_here', jsonb_build_object('state', was.place));
	if put_off_item.place = 'moved' and private.i_am(m.mission_id, 'client_manager') then
		select * into next from public.meetings x where x.committee_id = m.committee_id and (x.held_on, x.code) > (m.held_on, m.code)
			and x.state in ('draft', 'convened') order by x.held_on, x.code limit 1 for update;
	end if;
	if next.id is not null then perform private.carry_item(was, next.id); end if;
	update public.agenda_items a set place = case when next.id is null then 'parking' else 'moved' end where a.id = item;
	perform private.touch_meeting(m.id, 'agenda');
	perform private.log(m.mission_id, 'agenda_item_put_off', m.code, jsonb_strip_nulls(jsonb_build_object('title', was.title,
		-- A meeting nobody was told of is not announced by the journal.
		'to', case when next.convened_at is not null then next.code end)), case when m.convened_at is null then 'client' else 'all' end);
	return jsonb_build_object('place', case when next.id is null then 'parking' else 'moved' end, 'meeting', next.code);
end $$;

-- Onto this agenda, from the list of what the body has to take up some day; or back where it was put off from, as long
-- as the next meeting has not said anything of it. @returns the id of the item
create function public.take_item(meeting uuid, item uuid) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	was public.agenda_items;
	copy record;
	made uuid := item;
begin
	m := private.writable_meeting(meeting);
	select a.* into was from public.agenda_items a join public.meetings g on g.id = a.meeting_id
		where a.id = item and g.committee_id = m.committee_id and private.told_of(g);
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.require(was.place <> 'agenda', 409, 'not_from_here', jsonb_build_object('state', was.place));
	select c.id, c.meeting_id, c.version, concat(c.minutes, c.conclusion) as said, g.state into copy from public.agenda_items c join public.meetings g on g.id = c.meeting_id
		where c.carried_from = item and g.state <> 'cancelled' limit 1;
	if was.meeting_id = meeting then
		perform private.require(copy.id is null or (copy.state in ('draft', 'convened') and copy.version = 1 and copy.said !~ '\S' and private.i_am(m.mission_id, 'client_manager')),
			409, 'not_from_here', jsonb_build_object('state', copy.state));
		if copy.id is not null then
			delete from public.agenda_items a where a.id = copy.id;
			perform private.touch_meeting(copy.meeting_id, 'agenda');
		end if;
		update public.agenda_items a set place = 'agenda', position = (select coalesce(max(b.position), 0) + 1 from public.agenda_items b
			where b.meeting_id = meeting and b.place = 'agenda') where a.id = item;
		perform private.touch_meeting(meeting, 'agenda');
	else
		perform private.require(copy.id is null, 409, 'not_from_here', jsonb_build_object('state', copy.state));
		made := private.carry_item(was, meeting);
	end if;
	perform private.log(m.mission_id, 'agenda_item_taken', m.code, jsonb_build_object('title', was.title), case when m.convened_at is null then 'client' else 'all' end);
	return made;
end $$;
grant execute on function public.put_off_item(uuid, text), public.take_item(uuid, uuid) to authenticated;
