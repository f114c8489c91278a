-- What is said of one item, by the version of that item alone: two people type in two items without meeting. A save
-- that comes too late is answered with what stands, and the page puts both texts together before it sends them again.
create function public.save_item(item uuid, read_version int, minutes text, conclusion text) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	was public.agenda_items;
	m public.meetings;
	made public.agenda_items;
	said text := private.lines_of(save_item.minutes);
	concluded text := private.lines_of(save_item.conclusion);
begin
	m := private.writable_meeting((select a.meeting_id from public.agenda_items a where a.id = item));
	-- Read once the meeting is held for this act: saves of one meeting follow each other.
	select * into was from public.agenda_items a where a.id = item;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.require(m.state in ('in_session', 'held'), 409, 'not_from_here', jsonb_build_object('state', m.state));
	perform private.require(length(said) <= 20000, 422, 'too_long', '{"field":"minutes"}');
	perform private.require(length(concluded) <= 4000, 422, 'too_long', '{"field":"conclusion"}');
	made := was;
	if (said, concluded) is distinct from (was.minutes, was.conclusion) then
		if was.version is distinct from read_version then
			perform private.refuse_stale(jsonb_build_object('version', was.version, 'minutes', was.minutes, 'conclusion', was.conclusion), was.updated_by, was.updated_at);
		end if;
		update public.agenda_items a set minutes = said, conclusion = concluded, version = a.version + 1, updated_by = private.me(),
			updated_at = clock_timestamp() where a.id = item returning * into made;
		-- Closing a session keeps what is being typed. Once held, what is circulated is what whoever circulates has read.
		if m.state = 'held' then
			perform private.touch_meeting(m.id);
			m.version := m.version + 1;
		end if;
	end if;
	return jsonb_build_object('version', made.version, 'at', made.updated_at, 'meetingVersion', m.version);
end $$;

-- Asked every few seconds by a page in session: what was saved since, and by whom. Runs as the person who reads.
create function public.session_news(mission_slug text, meeting_code text, since timestamptz default null) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	g public.meetings;
begin
	select x.* into g from public.meetings x join public.missions m on m.id = x.mission_id
		where m.slug = mission_slug and x.code = meeting_code;
	if g.id is null then return null; end if;
	return jsonb_build_object('version', g.version, 'now', clock_timestamp(),
		'items', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'minutes', a.minutes, 'conclusion', a.conclusion,
			'by', (select w.full_name from public.people w where w.id = a.updated_by), 'mine', a.updated_by = private.me(), 'at', a.updated_at) order by a.updated_at)
			from public.agenda_items a where a.meeting_id = g.id and (since is null or a.updated_at > since)), '[]'));
end $$;

-- What an agenda says beside its items: the papers of each, where items come from and where they went.
create function public.meeting_agenda(mission_slug text, meeting_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	g public.meetings;
begin
	select x.* into g from public.meetings x join public.missions m on m.id = x.mission_id
		where m.slug = mission_slug and x.code = meeting_code;
	if g.id is null then return null; end if;
	return jsonb_build_object(
		'refs', coalesce((select jsonb_agg(tied.line) from (
			select jsonb_build_object('item', r.item_id, 'kind', r.kind, 'id', r.target_id, 'code', d.code, 'number', v.number, 'title', d.title) as line
				from public.agenda_refs r join public.agenda_items a on a.id = r.item_id and a.meeting_id = g.id
				join public.versions v on v.id = r.target_id join public.deliverables d on d.id = v.deliverable_id where r.kind = 'version'
			union all
			select jsonb_build_object('item', r.item_id, 'kind', r.kind, 'id', r.target_id, 'code', o.key, 'number', null, 'title', o.title)
				from public.agenda_refs r join public.agenda_items a on a.id = r.item_id and a.meeting_id = g.id
				join public.obligations o on o.id = r.target_id where r.kind = 'obligation'
			union all
			select jsonb_build_object('item', r.item_id, 'kind', r.kind, 'id', r.target_id, 'code', x.number, 'number', null, 'title', x.wording)
				from public.agenda_refs r join public.agenda_items a on a.id = r.item_id and a.meeting_id = g.id
				join public.actions x on x.id = r.target_id where r.kind = 'action'
			union all
			select jsonb_build_object('item', r.item_id, 'kind', r.kind, 'id', r.target_id, 'code', x.code, 'number', null, 'title', x.title)
				from public.agenda_refs r join public.agenda_items a on a.id = r.item_id and a.meeting_id = g.id
				join public.meetings x on x.id = r.target_id where r.kind = 'minutes') tied), '[]'),
		'people', coalesce((select jsonb_object_agg(w.id, w.full_name) from public.people w
			where w.id in (select a.updated_by from public.agenda_items a where a.meeting_id = g.id)), '{}'),
		'from', coalesce((select jsonb_object_agg(a.id, x.code) from public.agenda_items a join public.agenda_items b on b.id = a.carried_from
			join public.meetings x on x.id = b.meeting_id where a.meeting_id = g.id), '{}'),
		'to', coalesce((select jsonb_object_agg(a.id, jsonb_build_object('code', x.code, 'told', x.convened_at is not null))
			from public.agenda_items a join public.agenda_items b on b.carried_from = a.id
			join public.meetings x on x.id = b.meeting_id and x.state <> 'cancelled' where a.meeting_id = g.id), '{}'));
end $$;

-- What this agenda could take up: asked when somebody prepares it, never by the page of a session.
create function public.agenda_choices(mission_slug text, meeting_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	g public.meetings;
begin
	select x.* into g from public.meetings x join public.missions m on m.id = x.mission_id
		where m.slug = mission_slug and x.code = meeting_code;
	if g.id is null then return null; end if;
	return jsonb_build_object(
		-- Handed in last, and this body has not said what it thinks of it.
		'endorse', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'code', d.code, 'number', v.number, 'title', d.title) order by d.position)
			from public.versions v join public.deliverables d on d.id = v.deliverable_id
			where v.mission_id = g.mission_id and d.committee_id = g.committee_id and v.state = 'submitted'), '[]'),
		'actions', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'code', a.number, 'title', a.wording, 'owner', a.owner_name, 'dueOn', a.due_on)
			order by a.due_on nulls last, a.number)
			from public.actions a join public.meetings x on x.id = a.meeting_id
			where x.committee_id = g.committee_id and x.id <> g.id and x.held_on <= g.held_on and a.done_on is null and a.binds), '[]'),
		'minutes', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'title', x.title, 'heldOn', x.held_on) order by x.held_on)
			from public.meetings x where x.committee_id = g.committee_id and x.id <> g.id and x.held_on <= g.held_on and x.state = 'circulated'), '[]'),
		-- Put off and taken up nowhere since.
		'waiting', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'purpose', a.purpose, 'meeting', x.code, 'place', a.place,
			'duration', a.duration) order by x.held_on, a.position)
			from public.agenda_items a join public.meetings x on x.id = a.meeting_id
			where x.committee_id = g.committee_id and a.place <> 'agenda' and x.state <> 'cancelled'
				and not exists (select from public.agenda_items b join public.meetings y on y.id = b.meeting_id
					where b.carried_from = a.id and y.state <> 'cancelled')), '[]'),
		'versions', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'code', d.code, 'number', v.number, 'title', d.title) order by d.position, v.submitted_at desc)
			from public.versions v join public.deliverables d on d.id = v.deliverable_id where v.mission_id = g.mission_id), '[]'),
		-- The papers this meeting asks for, once sent with their file.
		'papers', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.key, 'title', o.title) order by o.key)
			from public.obligations o where o.mission_id = g.mission_id and o.standing in ('sent', 'accepted', 'contested')
				and (o.meeting_id = g.id or o.meeting_id is null)
				and exists (select from public.obligation_acts x where x.obligation_id = o.id and x.kind = 'sent' and x.file_name is not null)), '[]'));
end $$;
grant execute on function public.save_item(uuid, int, text, text), public.session_news(text, text, timestamptz), public.meeting_agenda(text, text),
	public.agenda_choices(text, text) to authenticated;
