-- What pages show of minutes once they are out, the registers born in meetings, and what of them waits for whom.

-- What happens around the minutes of a meeting: who was sent them, what was said of them, and which minutes of the body
-- wait for this meeting to approve them. Null when the meeting is not there for this person. A definer for how the mails
-- stand; what it gives is what the policies of each table give.
create function public.minutes_follow(mission_slug text, meeting_code text) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
declare
	g public.meetings;
	prepares boolean;
begin
	select x.* into g from public.meetings x join public.missions m on m.id = x.mission_id
		where m.slug = mission_slug and x.code = meeting_code and m.id in (select private.my_missions())
		and (x.convened_at is not null or m.id in (select private.my_missions_as('client')));
	if g.id is null then return null; end if;
	prepares := g.id in (select private.meetings_i_prepare());
	return jsonb_build_object('me', private.me(), 'chairs', private.chairs_for_client(g.committee_id, g.mission_id),
		'approval', (select c.rules -> 'approval' from public.committees c where c.id = g.committee_id),
		'source', (select c.rules ->> 'source' from public.committees c where c.id = g.committee_id),
		'commentsUntil', g.comments_until, 'approvedHow', g.approved_how, 'sealed', g.sealed_sha256, 'sealedAt', g.sealed_at,
		'approvedIn', (select jsonb_build_object('code', x.code, 'title', x.title, 'heldOn', x.held_on) from public.meetings x where x.id = g.approved_in),
		'items', case when g.state = 'circulated' then coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title) order by a.position)
			from public.agenda_items a where a.meeting_id = g.id and a.place <> 'parking'), '[]') else '[]' end,
		'sendings', coalesce((select jsonb_agg(jsonb_build_object('edition', s.edition, 'personId', s.person_id, 'name', w.full_name, 'at', s.at,
			'mail', (select jsonb_build_object('state', l.state, 'sentAt', l.sent_at) from private.mails l where l.id = s.mail_id), 'openedAt', s.opened_at, 'clearedAt', s.cleared_at) order by s.edition desc, w.full_name)
			from public.minutes_sendings s join public.people w on w.id = s.person_id where s.meeting_id = g.id and (prepares or s.person_id = private.me())), '[]'),
		'comments', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'edition', c.edition, 'by', w.full_name, 'mine', c.person_id = private.me(),
			'item', (select a.title from public.agenda_items a where a.id = c.item_id), 'wording', c.wording, 'at', c.at, 'day', c.said_on,
			'answer', c.answer, 'words', c.answer_words, 'answeredBy', (select x.full_name from public.people x where x.id = c.answered_by),
			'answeredAt', c.answered_at) order by c.at)
			from public.minutes_comments c join public.people w on w.id = c.person_id where c.meeting_id = g.id), '[]'),
		'papers', coalesce((select jsonb_agg(jsonb_build_object('edition', p.edition, 'why', p.why, 'name', p.file_name, 'sha256', p.sha256, 'at', p.made_at)
			order by p.made_at) from public.meeting_papers p where p.meeting_id = g.id and p.kind = 'minutes'), '[]'),
		'toApprove', case when g.state in ('draft', 'convened', 'in_session', 'held') then coalesce((select jsonb_agg(jsonb_build_object(
			'code', x.code, 'title', x.title, 'heldOn', x.held_on, 'version', x.version, 'edition', x.edition, 'commentsUntil', x.comments_until,
			'waits', (select count(*) from public.minutes_comments c where c.meeting_id = x.id and (c.answer is null or (c.answer = 'taken' and c.edition = x.edition))))
			order by x.held_on) from public.meetings x where x.committee_id = g.committee_id and x.state = 'circulated' and x.held_on <= g.held_on and x.id <> g.id), '[]')
			else '[]' end);
end $$;

create function public.decisions_register(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'wording', r.wording, 'kind', r.kind, 'effectOn', r.effect_on,
		'result', r.result, 'outcome', r.outcome, 'votes', r.votes, 'binds', r.binds, 'meeting', g.code, 'meetingTitle', g.title, 'heldOn', g.held_on,
		'meetingState', g.state, 'body', c.code, 'bodyName', coalesce(c.detail ->> 'short', c.title), 'deliverable', d.code, 'version', v.number)
		order by g.held_on desc, r.number desc), '[]')
	from public.resolutions r join public.meetings g on g.id = r.meeting_id join public.committees c on c.id = g.committee_id
	join public.missions m on m.id = r.mission_id
	left join public.versions v on v.id = r.version_id left join public.deliverables d on d.id = v.deliverable_id
	where m.slug = mission_slug);
end $$;

create function public.actions_register(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'wording', a.wording, 'ownerId', a.owner_id, 'owner', a.owner_name,
		'dueOn', a.due_on, 'doneOn', a.done_on, 'result', a.result, 'version', a.version, 'meeting', g.code, 'meetingTitle', g.title, 'heldOn', g.held_on,
		'meetingState', g.state, 'body', c.code, 'bodyName', coalesce(c.detail ->> 'short', c.title),
		'item', (select i.title from public.agenda_items i where i.id = a.item_id))
		order by a.done_on is not null, a.due_on nulls last, a.number), '[]')
	from public.actions a join public.meetings g on g.id = a.meeting_id join public.committees c on c.id = g.committee_id
	join public.missions m on m.id = a.mission_id where m.slug = mission_slug and a.binds);
end $$;

-- Seals that say something else than the journal line of their approval, or than the paper that was kept.
create function private.broken_seals(mission uuid) returns setof text
	language sql stable security definer set search_path = '' as
$$ select g.code from public.meetings g
   where g.mission_id = broken_seals.mission and g.state = 'approved'
	 and (g.sealed_sha256 is not null or exists (select from public.journal j where j.mission_id = g.mission_id and j.event = 'meeting_approved'
		and j.subject = g.code and j.detail ? 'sha256'))
	 and not (exists (select from public.journal j where j.mission_id = g.mission_id and j.event = 'meeting_approved' and j.subject = g.code
			and j.detail ->> 'sha256' = g.sealed_sha256)
		and exists (select from public.meeting_papers p where p.meeting_id = g.id and p.why = 'sealed' and p.sha256 = g.sealed_sha256)) $$;
create function private.all_broken_seals() returns table (mission text, meeting text)
	language sql stable security definer set search_path = '' as
$$ select m.slug, s.code from public.missions m, lateral private.broken_seals(m.id) as s(code) order by 1, 2 $$;
create function public.verify_seals(mission uuid) returns text[]
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(mission in (select private.my_missions()), 404, 'not_found');
	return array(select s.code from private.broken_seals(mission) as s(code) order by 1);
end $$;

grant execute on function public.minutes_follow(text, text), public.decisions_register(text), public.actions_register(text), public.verify_seals(uuid) to authenticated;

-- Minutes to comment, comments to answer, minutes to take up again, approvals by silence that somebody is to confirm, and
-- decisions typed by the contractor that bind nobody yet.
alter function public.waiting() set schema private;
alter function private.waiting() rename to waiting_before_minutes;
revoke execute on function private.waiting_before_minutes() from authenticated;
create function public.waiting() returns table (mission_id uuid, slug text, mission text, kind text, subject text, title text, ref text, due_on date, today date)
	language plpgsql stable security definer set search_path = '' as $$
begin
	-- What the contractor's secretary typed asks nothing of anybody before it is confirmed.
	return query select w.* from private.waiting_before_minutes() w
	where not (w.kind = 'action' and exists (select from public.actions a where a.mission_id = w.mission_id and a.number = w.subject and not a.binds))
   union all
   (with out as materialized (select g.*, m.slug, m.short_title, private.today(m.id) as day,
		(select count(*) from public.minutes_comments c where c.meeting_id = g.id and c.answer is null) as open,
		(select count(*) from public.minutes_comments c where c.meeting_id = g.id and c.answer = 'taken' and c.edition = g.edition) as taken
		from public.meetings g join public.missions m on m.id = g.mission_id
		where g.state in ('held', 'circulated') and g.edition > 0 and g.mission_id in (select private.my_missions()))
   select o.mission_id, o.slug, o.short_title, 'comment_minutes', o.code, o.title, null::text, o.comments_until, o.day
	from out o join public.minutes_sendings s on s.meeting_id = o.id and s.edition = o.edition and s.person_id = private.me()
	where o.state = 'circulated' and o.comments_until >= o.day and s.cleared_at is null and not private.i_am(o.mission_id, 'client_manager')
	  and not exists (select from public.minutes_comments c where c.meeting_id = o.id and c.edition = o.edition and c.person_id = s.person_id)
   union all
   select o.mission_id, o.slug, o.short_title, 'answer_comments', o.code, o.title, null, null, o.day
	from out o where o.open > 0 and private.i_am(o.mission_id, 'client_manager')
   union all
   select o.mission_id, o.slug, o.short_title, 'reopen_minutes', o.code, o.title, null, null, o.day
	from out o where o.state = 'circulated' and o.open = 0 and o.taken > 0 and private.i_am(o.mission_id, 'client_manager')
   union all
   select o.mission_id, o.slug, o.short_title, 'approve_by_silence', o.code, o.title, null, null, o.day
	from out o join public.committees c on c.id = o.committee_id and c.rules -> 'approval' ->> 'how' = 'silence'
	where o.state = 'circulated' and greatest(o.comments_until, o.circulated_on + coalesce((c.rules -> 'approval' ->> 'days')::int, 0)) < o.day and o.open = 0 and o.taken = 0
	  and (private.i_am(o.mission_id, 'client_manager') or private.chairs_for_client(o.committee_id, o.mission_id)))
   union all
   select g.mission_id, m.slug, m.short_title, 'confirm_drafts', g.code, g.title, null, null, private.today(m.id)
	from public.meetings g join public.missions m on m.id = g.mission_id
	where g.state in ('in_session', 'held') and g.mission_id in (select private.my_missions())
	  and private.unconfirmed(g.id) > 0
	  and (private.i_am(g.mission_id, 'client_manager') or private.chairs_for_client(g.committee_id, g.mission_id));
end $$;
grant execute on function public.waiting() to authenticated;
