-- Replies to a convocation, by the link of its mail or on the page, and the calendars people subscribe to.

create function private.last_reply(meeting uuid, person uuid) returns public.meeting_replies
	language sql stable security definer set search_path = '' as
$$ select * from public.meeting_replies r where r.meeting_id = meeting and r.person_id = person order by r.number desc limit 1 $$;

-- Refusals first, whoever asks: the two ways in have already found who it is.
create function private.keep_reply(meeting uuid, person uuid, answer text, alternate text, way text) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	earlier public.meeting_replies;
	sent uuid;
	named text := case when answer = 'alternate' then trim(alternate) end;
begin
	perform private.require(coalesce(answer, '') in ('yes', 'no', 'alternate'), 422, 'choice_missing', '{"field":"answer"}');
	perform private.require(answer <> 'alternate' or (coalesce(alternate, '') ~ '\S' and length(alternate) <= 200), 422, 'alternate_missing', '{"field":"alternate"}');
	select * into m from public.meetings x where x.id = meeting for update;
	perform private.require(exists (select from public.attendances a where a.meeting_id = meeting and a.person_id = person), 404, 'not_found');
	perform private.require(m.state = 'convened' and m.held_on >= private.today(m.mission_id), 409, 'reply_closed');
	select c.id into sent from public.convocations c where c.meeting_id = meeting and c.method = 'REQUEST' order by c.sequence desc limit 1;
	perform private.require(sent is not null, 409, 'reply_closed');
	earlier := private.last_reply(meeting, person);
	-- Pressed twice.
	if (earlier.answer, earlier.alternate, earlier.convocation_id) is not distinct from (answer, named, sent) then return; end if;
	insert into public.meeting_replies (mission_id, meeting_id, person_id, convocation_id, answer, alternate, way)
	values (m.mission_id, meeting, person, sent, keep_reply.answer, named, keep_reply.way);
	update public.attendances a set status = case answer when 'yes' then 'expected' when 'no' then 'excused' else 'represented' end, represented_by = named
	where a.meeting_id = meeting and a.person_id = person
	  and (a.status, a.represented_by) is distinct from (case answer when 'yes' then 'expected' when 'no' then 'excused' else 'represented' end, named);
	if found then perform private.touch_attendance(meeting); end if;
	perform private.log(m.mission_id, 'meeting_replied', m.code, jsonb_strip_nulls(jsonb_build_object('who', private.person_name(person),
		'answer', answer, 'alternate', named, 'way', way, 'instead', earlier.answer, 'insteadAlternate', earlier.alternate)), 'client');
end $$;

create function public.reply_to_meeting(meeting uuid, answer text, alternate text default null) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
begin
	select * into m from public.meetings x where x.id = meeting and x.mission_id in (select private.my_missions()) and x.convened_at is not null;
	perform private.require(m.id is not null, 404, 'not_found');
	perform private.require(exists (select from public.attendances a where a.meeting_id = meeting and a.person_id = private.me()), 403, 'not_allowed');
	perform private.keep_reply(meeting, private.me(), answer, alternate, 'page');
end $$;
grant execute on function public.reply_to_meeting(uuid, text, text) to authenticated;

-- Whom a link was sent to, as long as that person belongs to the mission and may come in.
create function private.reply_link(token_sha256 text) returns private.reply_links
	language sql stable security definer set search_path = '' as
$$ select l.* from private.reply_links l join public.meetings m on m.id = l.meeting_id join public.people p on p.id = l.person_id
   where l.token_sha256 = reply_link.token_sha256 and p.disabled_at is null and cardinality(private.person_roles(p.id, m.mission_id)) > 0 $$;

-- What the page of a link shows: nothing that its mail did not say, as it stands today. Null when it leads nowhere.
create function private.reply_page(token_sha256 text) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
declare
	l private.reply_links := private.reply_link(token_sha256);
	m public.meetings;
	r public.meeting_replies;
begin
	if l.token_sha256 is null then return null; end if;
	select * into m from public.meetings x where x.id = l.meeting_id;
	r := private.last_reply(m.id, l.person_id);
	return private.invitation_content(m, null) || jsonb_build_object('name', private.person_name(l.person_id),
		'open', l.ended_at is null and m.state = 'convened' and m.held_on >= private.today(m.mission_id),
		'over', case when m.state = 'cancelled' then 'cancelled' when l.ended_at is not null then 'removed' else 'past' end,
		'reply', case when r.id is not null then jsonb_build_object('answer', r.answer, 'alternate', r.alternate, 'at', r.at,
			'before', (select private.other_time(c.content, private.invitation_content(m, null)) from public.convocations c where c.id = r.convocation_id)) end);
end $$;

create function private.reply_by_link(token_sha256 text, answer text, alternate text) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	l private.reply_links := private.reply_link(token_sha256);
begin
	perform private.require(l.token_sha256 is not null, 404, 'not_found');
	perform private.require(l.ended_at is null, 409, 'reply_closed');
	perform private.keep_reply(l.meeting_id, l.person_id, answer, alternate, 'link');
end $$;

-- What the meeting's page adds: who was sent what and when, who replied. Policies say whose replies there are to see.
create function public.meeting_answers(mission_slug text, meeting_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	g public.meetings;
begin
	select x.* into g from public.meetings x join public.missions m on m.id = x.mission_id
		where m.slug = mission_slug and x.code = meeting_code;
	if g.id is null then return null; end if;
	return jsonb_build_object('me', private.me(), 'prepares', g.id in (select private.meetings_i_prepare()),
		'sendings', coalesce((select jsonb_agg(jsonb_build_object('sequence', c.sequence, 'method', c.method, 'partial', c.partial, 'at', c.at,
			'by', w.full_name) order by c.sequence) from public.convocations c left join public.people w on w.id = c.person_id where c.meeting_id = g.id), '[]'),
		'days', (select c.detail -> 'convening' -> 'days' from public.committees c where c.id = g.committee_id),
		'replies', coalesce((select jsonb_agg(x) from (select distinct on (r.person_id) r.person_id as "personId", r.answer, r.alternate, r.at, r.way,
			(c.content ->> 'heldOn', c.content ->> 'startsAt') is distinct from (g.held_on::text, to_char(g.starts_at, 'HH24:MI')) as before
			from public.meeting_replies r join public.convocations c on c.id = r.convocation_id where r.meeting_id = g.id
			order by r.person_id, r.number desc) x), '[]'));
end $$;
grant execute on function public.meeting_answers(text, text) to authenticated;

-- The server asks for what a mail carries into calendars, and keeps the text as it left.
create function private.convocation(convocation uuid) returns jsonb
	language sql stable security definer set search_path = '' as
$$ select jsonb_build_object('meeting', c.meeting_id, 'sequence', c.sequence, 'method', c.method, 'partial', c.partial, 'at', c.at, 'content', c.content)
   from public.convocations c where c.id = convocation $$;

-- Feeds: each person makes their own links, reads what there is of them, and ends them.
create function public.my_calendar_links() returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'mission', m.short_title, 'slug', m.slug, 'createdAt', l.created_at, 'readAt', l.read_at,
		'ended', l.mission_id is not null and l.mission_id not in (select private.my_missions())) order by l.created_at)
		from private.calendar_links l left join public.missions m on m.id = l.mission_id
		where l.person_id = private.me() and l.revoked_at is null), '[]');
end $$;

-- Gives the secret, once; in place of a link, the same calendar under another. Twenty are more than anybody has programs.
create function public.make_calendar_link(mission_slug text default null, locale text default 'fr', instead_of uuid default null) returns text
	language plpgsql security definer set search_path = '' as $$
declare
	secret text := private.new_secret();
	former private.calendar_links;
	mission uuid := (select m.id from public.missions m where m.slug = mission_slug and m.id in (select private.my_missions()));
begin
	perform private.require(private.me() is not null, 403, 'not_allowed');
	if instead_of is not null then
		select * into former from private.calendar_links l where l.id = instead_of and l.person_id = private.me() and l.revoked_at is null;
		perform private.require(former.id is not null, 404, 'not_found');
		mission := former.mission_id;
		perform private.require(mission is null or mission in (select private.my_missions()), 404, 'not_found');
	end if;
	perform private.require(mission_slug is null or mission is not null, 404, 'not_found');
	perform private.require(coalesce(locale, '') in ('fr', 'en'), 422, 'choice_missing', '{"field":"locale"}');
	if instead_of is not null then perform public.revoke_calendar_link(instead_of); end if;
	perform pg_advisory_xact_lock(hashtextextended('calendar links ' || private.me(), 0));
	perform private.require((select count(*) from private.calendar_links l where l.person_id = private.me() and l.revoked_at is null) < 20, 409, 'too_many_feeds');
	insert into private.calendar_links (person_id, mission_id, token_sha256, locale)
	values (private.me(), mission, private.secret_sha256(secret), make_calendar_link.locale);
	return secret;
end $$;

create function public.revoke_calendar_link(link uuid) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	update private.calendar_links l set revoked_at = clock_timestamp() where l.id = link and l.person_id = private.me() and l.revoked_at is null;
	perform private.require(found, 404, 'not_found');
end $$;
grant execute on function public.my_calendar_links(), public.make_calendar_link(text, text, uuid), public.revoke_calendar_link(uuid) to authenticated;

-- An account that is closed loses its links for good: opened again, it makes others.
create function private.end_calendar_links() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	update private.calendar_links l set revoked_at = clock_timestamp() where l.person_id = new.id and l.revoked_at is null;
	return null;
end $$;
create trigger people_closed_lose_their_calendar_links after update of disabled_at on public.people for each row
	when (old.disabled_at is null and new.disabled_at is not null) execute function private.end_calendar_links();

-- Whose link it is: the rest of the transaction asks as that person, who has her rights of this moment and no session.
-- Null when it leads nowhere: unknown, revoked, of an account that is shut, of a mission left.
create function private.enter_calendar(token_sha256 text) returns jsonb
	language plpgsql volatile security definer set search_path = '' as $$
declare
	l private.calendar_links;
	account uuid;
begin
	select * into l from private.calendar_links x where x.token_sha256 = enter_calendar.token_sha256 and x.revoked_at is null;
	select p.user_id into account from public.people p join auth.users u on u.id = p.user_id where p.id = l.person_id and p.disabled_at is null
		and u.deleted_at is null and (u.banned_until is null or u.banned_until < now());
	if account is null then return null; end if;
	perform set_config('request.jwt.claim.sub', account::text, true), set_config('request.jwt.claim.role', 'authenticated', true),
		set_config('request.jwt.claims', jsonb_build_object('sub', account, 'role', 'authenticated')::text, true);
	if not exists (select from private.my_missions() x where l.mission_id is null or x = l.mission_id) then return null; end if;
	return jsonb_build_object('id', l.id, 'mission', l.mission_id, 'locale', l.locale, 'at', l.created_at);
end $$;

-- Run as the person, after the above: the policies say what she may see. Without a mission, all of hers.
create function public.calendar_rows(mission uuid default null) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return coalesce((select jsonb_agg(jsonb_build_object('slug', m.slug, 'mission', m.short_title, 'zone', m.time_zone, 'prefix', m.prefix,
		'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'code', g.code, 'title', g.title, 'heldOn', g.held_on,
			'startsAt', to_char(g.starts_at, 'HH24:MI'), 'endsAt', to_char(g.ends_at, 'HH24:MI'), 'place', g.place, 'state', g.state, 'at', g.updated_at,
			'told', g.convened_at is not null, 'sequence', (select max(c.sequence) from public.convocations c where c.meeting_id = g.id),
			'agenda', coalesce((select jsonb_agg(a.title order by a.position) from public.agenda_items a where a.meeting_id = g.id), '[]')) order by g.held_on, g.code)
			from public.meetings g where g.mission_id = m.id and (g.state <> 'cancelled' or g.convened_at is not null)), '[]'),
		-- What this person's side owes and has not done; of the past, what went by within the month.
		'obligations', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'key', o.key, 'code', o.code, 'title', o.title, 'due', o.due_on, 'full', o.due)
			order by o.due_on, o.key) from public.obligations o where o.mission_id = m.id and o.ended_at is null and o.standing in ('open', 'contested')
			and o.source = 'obligation' and o.due_on is not null and o.due_on >= day - 31
			and ((o.owner in ('client', 'both') and m.id in (select private.my_missions_as('client')))
				or (o.owner in ('contractor', 'both') and m.id in (select private.my_missions_as('contractor'))))
			and not (o.proof = 'weekly_report' and exists (select from public.weekly_reports r where r.mission_id = m.id and r.period = o.period and r.state <> 'draft'))
			and not (o.proof = 'minutes' and exists (select from public.meetings g where g.id = o.meeting_id and g.circulated_on is not null))
			and not (o.proof = 'meeting' and exists (select from public.meetings g where g.id = o.meeting_id and g.state not in ('draft', 'convened')))), '[]'),
		'deliverables', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code, 'title', d.title, 'due', d.due_on) order by d.due_on, d.code)
			from public.deliverables d where d.mission_id = m.id and d.due_on is not null
			and coalesce((select v.state from public.versions v where v.deliverable_id = d.id order by v.submitted_at desc, v.id limit 1), 'rejected')
				in ('rejected', 'adjourned', 'not_endorsed')), '[]'),
		'milestones', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'title', x.title, 'due', coalesce(x.done_on, x.due_on),
			'done', x.done_on is not null, 'at', x.updated_at) order by x.due_on, x.code)
			from public.milestones x where x.mission_id = m.id and coalesce(x.done_on, x.due_on) is not null), '[]')) order by m.slug)
		from public.missions m, lateral (select coalesce(m.plays_on, (now() at time zone m.time_zone)::date) as day) t
		where calendar_rows.mission is null or m.id = calendar_rows.mission), '[]');
end $$;
grant execute on function public.calendar_rows(uuid) to authenticated;

-- Since when a calendar says what it says; and that it was read, to the hour, for its person to recognise.
create function private.calendar_given(link uuid, sha256 text) returns timestamptz
	language plpgsql security definer set search_path = '' as $$
declare
	l private.calendar_links;
begin
	select * into l from private.calendar_links x where x.id = link for update;
	if l.content_sha256 is distinct from sha256 then
		update private.calendar_links x set content_sha256 = sha256, changed_at = clock_timestamp(), read_at = clock_timestamp()
		where x.id = link returning * into l;
	elsif l.read_at < clock_timestamp() - interval '1 hour' then
		update private.calendar_links x set read_at = clock_timestamp() where x.id = link;
	end if;
	return l.changed_at;
end $$;
