-- Minutes once they are written: circulated with the file as it left and to whom, commented until a day, approved, and
-- sealed. What goes out and what is approved are bytes that are kept; both acts name them in their own transaction.

alter table public.meeting_papers add column storage_key text not null unique;
create trigger meeting_papers_name_new_bytes before insert on public.meeting_papers for each row execute function private.name_new_bytes();
create trigger meeting_papers_are_append_only before update or delete on public.meeting_papers
	for each row execute function private.refuse_change();
create trigger meeting_papers_are_not_truncated before truncate on public.meeting_papers
	for each statement execute function private.refuse_change();
alter function private.kept_files() rename to kept_files_before_papers;
create function private.kept_files() returns table (storage_key text, name text, sha256 text)
	language sql stable security definer set search_path = '' as
$$ select f.storage_key, f.name, f.sha256 from private.kept_files_before_papers() f
   union all select p.storage_key, p.file_name, p.sha256 from public.meeting_papers p $$;

-- Who was sent which edition, and what they did with it.
create table public.minutes_sendings (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	meeting_id uuid not null,
	edition int not null,
	person_id uuid not null references public.people (id),
	-- The mail, whose own row says when it left.
	mail_id uuid not null,
	at timestamptz not null default clock_timestamp(),
	opened_at timestamptz,
	-- Said to have read it, and to have nothing to say.
	cleared_at timestamptz,
	unique (meeting_id, edition, person_id),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
create index minutes_sendings_person on public.minutes_sendings (person_id);
comment on table public.minutes_sendings is 'Who was sent which edition of the minutes of a meeting, and whether they opened it.';
alter table public.minutes_sendings enable row level security;
create policy "people read what they were sent, the client all of it" on public.minutes_sendings for select to authenticated using (
	meeting_id in (select id from public.meetings)
	and (person_id = (select private.me()) or meeting_id in (select private.meetings_i_prepare())));
grant select on public.minutes_sendings to authenticated;

-- Convening and cancelling go into calendars; minutes are a mail whose leaving is kept.
create or replace function private.mail_meeting(meeting uuid, kind text) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	who record;
begin
	if kind in ('meeting_convened', 'meeting_cancelled') then
		perform private.send_convocation(meeting, case kind when 'meeting_convened' then 'REQUEST' else 'CANCEL' end);
		return;
	end if;
	select * into m from public.meetings x where x.id = meeting;
	for who in select distinct p.id, p.email, p.full_name from public.attendances a join public.people p on p.id = a.person_id
		where a.meeting_id = meeting and p.disabled_at is null loop
		insert into public.minutes_sendings (mission_id, meeting_id, edition, person_id, mail_id)
		values (m.mission_id, meeting, m.edition, who.id, private.mail(m.mission_id, who.email, kind, jsonb_strip_nulls(jsonb_build_object(
			'name', who.full_name, 'code', m.code, 'title', m.title, 'heldOn', m.held_on, 'startsAt', m.starts_at, 'place', m.place,
			'edition', m.edition, 'commentsUntil', m.comments_until))))
		on conflict do nothing;
	end loop;
end $$;

-- The meeting somebody is about to move, for nobody else meanwhile. A chair approves; the rest is the project manager's.
create function private.movable_meeting(meeting uuid, read_version int, chair boolean default false) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
begin
	select * into m from public.meetings x where x.id = meeting and x.mission_id in (select private.my_missions())
		and (x.convened_at is not null or x.mission_id in (select private.my_missions_as('client'))) for update;
	perform private.require(m.id is not null, 404, 'not_found');
	if not (chair and private.chairs_for_client(m.committee_id, m.mission_id)) then perform private.must_be(m.mission_id, 'client_manager'); end if;
	if m.version is distinct from read_version then perform private.refuse_stale(to_jsonb(m) - 'sections', m.updated_by, m.updated_at); end if;
	return m;
end $$;

create function private.chairs_for_client(committee uuid, mission uuid) returns boolean
	language sql stable security definer set search_path = '' as
$$ select private.sits_as(private.me(), committee, 'chair') and not private.sits_on_side(private.me(), mission, 'contractor') $$;

-- What all moves have in common, once they are known to be lawful.
create function private.step_meeting(m public.meetings, to_state text, reason text default null, more jsonb default '{}') returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	made public.meetings;
begin
	update public.meetings x set state = to_state where x.id = m.id;
	perform private.touch_meeting(m.id);
	select * into made from public.meetings x where x.id = m.id;
	perform private.log(m.mission_id, 'meeting_' || to_state, m.code,
		jsonb_strip_nulls(jsonb_build_object('from', m.state, 'reason', nullif(trim(reason), '')) || more),
		case when made.convened_at is null then 'client' else 'all' end);
	if to_state in ('convened', 'circulated', 'cancelled') and made.convened_at is not null then
		perform private.mail_meeting(m.id, 'meeting_' || to_state);
	end if;
	return made;
end $$;

-- Minutes that go out and minutes that are approved come with their file: they have acts of their own.
create or replace function public.move_meeting(meeting uuid, read_version int, to_state text, reason text default null) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings := private.movable_meeting(meeting, read_version);
begin
	perform private.require((m.state, to_state) in (('draft', 'convened'), ('draft', 'cancelled'), ('convened', 'in_session'), ('convened', 'cancelled'),
		('in_session', 'held'), ('held', 'in_session'), ('held', 'circulated'), ('circulated', 'approved'), ('circulated', 'held')),
		409, 'not_from_here', jsonb_build_object('state', m.state, 'move', to_state));
	perform private.require(to_state not in ('circulated', 'approved'), 422, 'paper_missing');
	perform private.require(to_state <> 'convened' or m.held_on >= private.today(m.mission_id), 422, 'date_in_the_past', '{"field":"heldOn"}');
	perform private.require(to_state <> 'in_session' or m.held_on <= private.today(m.mission_id), 409, 'meeting_in_the_future');
	-- People were told of it: they are owed a reason.
	perform private.require((coalesce(move_meeting.reason, '') ~ '\S' and length(move_meeting.reason) <= 500)
		or (m.state, to_state) not in (('convened', 'cancelled'), ('circulated', 'held')), 422, 'reason_missing', '{"field":"reason"}');
	update public.meetings x set
		convened_at = case when to_state = 'convened' then clock_timestamp() else m.convened_at end,
		circulated_on = case when to_state = 'held' then null else m.circulated_on end,
		comments_until = case when to_state = 'held' then null else m.comments_until end
	where x.id = meeting;
	return private.step_meeting(m, to_state, move_meeting.reason);
end $$;

-- The bytes are kept already: their record says what they are.
create function private.keep_paper(m public.meetings, edition int, why text, paper jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	paper := private.plain_json(paper);
	perform private.require(jsonb_typeof(paper) = 'object' and coalesce(paper ->> 'name', '') ~ '\S' and length(paper ->> 'name') <= 300
		and paper ->> 'sha256' ~ '^[0-9a-f]{64}$' and paper ->> 'data' ~ '^[0-9a-f]{64}$' and paper ->> 'template' ~ '^[0-9a-f]{64}$'
		and paper ->> 'key' ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$' and paper ->> 'size' ~ '^[1-9][0-9]{0,9}$', 422, 'paper_missing');
	insert into public.meeting_papers (mission_id, meeting_id, kind, edition, file_name, sha256, data_sha256, template_sha256, size, why, made_by, storage_key)
	values (m.mission_id, m.id, 'minutes', keep_paper.edition, paper ->> 'name', paper ->> 'sha256', paper ->> 'data', paper ->> 'template',
		(paper ->> 'size')::bigint, keep_paper.why, private.me(), paper ->> 'key');
end $$;

create function public.circulate_minutes(meeting uuid, read_version int, paper jsonb, comments_until date default null) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings := private.movable_meeting(meeting, read_version);
	day date := private.today(m.mission_id);
begin
	perform private.require(m.state = 'held', 409, 'not_from_here', jsonb_build_object('state', m.state, 'move', 'circulated'));
	perform private.require(private.unconfirmed(meeting) = 0, 409, 'decisions_unconfirmed', jsonb_build_object('count', private.unconfirmed(meeting)));
	perform private.require(not exists (select from public.minutes_comments c where c.meeting_id = meeting and c.answer is null), 409, 'comments_unanswered',
		jsonb_build_object('count', (select count(*) from public.minutes_comments c where c.meeting_id = meeting and c.answer is null)));
	perform private.require(comments_until is null or comments_until >= day, 422, 'date_in_the_past', '{"field":"commentsUntil"}');
	perform private.require(comments_until is null or comments_until <= day + 366, 422, 'date_out_of_range', '{"field":"commentsUntil"}');
	update public.attendances a set status = 'absent' where a.meeting_id = meeting and a.status = 'expected';
	-- What goes out says what was known that day, and goes on saying it.
	update public.meetings x set next_meeting = (select left(n.title || ', ' || to_char(n.held_on, 'DD/MM/YYYY')
		|| coalesce(' à ' || to_char(n.starts_at, 'HH24:MI'), '') || coalesce(', ' || nullif(trim(n.place), ''), ''), 300)
		from public.meetings n where n.committee_id = m.committee_id and n.held_on > m.held_on and n.state = 'convened' order by n.held_on limit 1)
	where x.id = meeting and coalesce(trim(x.next_meeting), '') = '';
	update public.meetings x set circulated_on = day, edition = m.edition + 1, comments_until = circulate_minutes.comments_until where x.id = meeting;
	perform private.keep_paper(m, m.edition + 1, 'circulated', paper);
	return private.step_meeting(m, 'circulated', null, jsonb_build_object('edition', m.edition + 1, 'sha256', private.plain_json(paper) ->> 'sha256',
		'commentsUntil', comments_until));
end $$;

-- Expressly by the project manager or the chair, in the session of a later meeting of the body, or because nobody said
-- anything where the body agreed that this is enough: proposed then, and still approved by somebody.
create function public.approve_minutes(meeting uuid, read_version int, paper jsonb, how text default 'express', approved_in uuid default null) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings := private.movable_meeting(meeting, read_version, true);
	sitting public.meetings;
	agreed jsonb := (select c.rules -> 'approval' from public.committees c where c.id = m.committee_id);
	day date := private.today(m.mission_id);
	-- Silence lasts as long as was agreed, whatever day was given for comments.
	until date := greatest(m.comments_until, m.circulated_on + coalesce((agreed ->> 'days')::int, 0));
	waits int := (select count(*) from public.minutes_comments c where c.meeting_id = meeting and c.answer is null);
	taken int := (select count(*) from public.minutes_comments c where c.meeting_id = meeting and c.answer = 'taken' and c.edition = m.edition);
begin
	perform private.require(m.state = 'circulated', 409, 'not_from_here', jsonb_build_object('state', m.state, 'move', 'approved'));
	perform private.require(coalesce(how, '') in ('express', 'meeting', 'silence'), 422, 'choice_missing', '{"field":"how"}');
	perform private.require(waits = 0, 409, 'comments_unanswered', jsonb_build_object('count', waits));
	perform private.require(taken = 0, 409, 'comments_taken', jsonb_build_object('count', taken));
	if how = 'meeting' then
		select * into sitting from public.meetings g where g.id = approve_minutes.approved_in and g.committee_id = m.committee_id and g.id <> m.id
			and g.held_on >= m.held_on and g.state in ('in_session', 'held');
		perform private.require(sitting.id is not null, 422, 'unknown_meeting', '{"field":"approvedIn"}');
		perform private.in_number(sitting, 'adopted');
	elsif how = 'silence' then
		perform private.require(agreed ->> 'how' = 'silence', 409, 'silence_not_agreed');
		perform private.require(until < day, 409, 'silence_running', jsonb_build_object('until', to_char(until, 'DD/MM/YYYY')));
	else
		-- Whoever was given a day to comment has until then.
		perform private.require(coalesce(m.comments_until < day, true), 409, 'silence_running', jsonb_build_object('until', to_char(m.comments_until, 'DD/MM/YYYY')));
	end if;
	perform private.keep_paper(m, m.edition, 'sealed', paper);
	update public.meetings x set approved_on = day, approved_how = how, approved_in = sitting.id, sealed_at = clock_timestamp(),
		sealed_sha256 = private.plain_json(paper) ->> 'sha256' where x.id = meeting;
	return private.step_meeting(m, 'approved', null, jsonb_build_object('how', how, 'in', sitting.code, 'edition', m.edition,
		'sha256', private.plain_json(paper) ->> 'sha256'));
end $$;

-- A seal holds: neither it nor the meeting it stands on change any more.
create function private.seals_hold() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.refuse(409, 'minutes_circulated', jsonb_build_object('state', old.state));
	return null;
end $$;
create trigger meetings_seals_hold before update of state, sealed_sha256, sealed_at, edition, held_on, title, discussion on public.meetings for each row
	when (old.state = 'approved' and old.sealed_sha256 is not null) execute function private.seals_hold();

-- Whoever is on the list says what is wrong with what went out.
create function public.comment_minutes(meeting uuid, wording text, item uuid default null) returns public.minutes_comments
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	made public.minutes_comments;
begin
	select * into m from public.meetings x where x.id = meeting and x.mission_id in (select private.my_missions()) and x.convened_at is not null for update;
	perform private.require(m.id is not null, 404, 'not_found');
	perform private.require(exists (select from public.attendances a where a.meeting_id = meeting and a.person_id = private.me()), 403, 'not_allowed');
	perform private.require(m.state = 'circulated' and coalesce(m.comments_until >= private.today(m.mission_id), true), 409, 'comments_closed',
		jsonb_strip_nulls(jsonb_build_object('until', m.comments_until)));
	perform private.require(coalesce(wording, '') ~ '\S', 422, 'wording_missing', '{"field":"wording"}');
	perform private.require(length(wording) <= 4000, 422, 'too_long', '{"field":"wording"}');
	perform private.require(item is null or exists (select from public.agenda_items a where a.id = item and a.meeting_id = meeting), 422, 'bad_input', '{"field":"item"}');
	insert into public.minutes_comments (mission_id, meeting_id, edition, person_id, item_id, wording, said_on)
	values (m.mission_id, meeting, m.edition, private.me(), item, trim(wording), private.today(m.mission_id)) returning * into made;
	update public.minutes_sendings s set opened_at = coalesce(s.opened_at, clock_timestamp())
	where s.meeting_id = meeting and s.edition = m.edition and s.person_id = private.me();
	perform private.log(m.mission_id, 'minutes_commented', m.code, jsonb_build_object('edition', m.edition, 'wording', left(made.wording, 300)));
	return made;
end $$;

create function public.answer_comment(comment uuid, answer text, words text default '') returns public.minutes_comments
	language plpgsql security definer set search_path = '' as $$
declare
	was public.minutes_comments;
	m public.meetings;
	now_is public.minutes_comments;
begin
	select * into was from public.minutes_comments c where c.id = comment and c.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	select * into m from public.meetings x where x.id = was.meeting_id for update;
	perform private.require(m.state in ('circulated', 'held', 'in_session'), 409, 'minutes_circulated', jsonb_build_object('state', m.state));
	perform private.require(was.answer is null, 409, 'already_answered');
	perform private.require(coalesce(answer, '') in ('taken', 'kept_out'), 422, 'choice_missing', '{"field":"answer"}');
	perform private.require(answer = 'taken' or coalesce(words, '') ~ '\S', 422, 'reason_missing', '{"field":"words"}');
	perform private.require(length(coalesce(words, '')) <= 4000, 422, 'too_long', '{"field":"words"}');
	update public.minutes_comments c set answer = answer_comment.answer, answer_words = trim(coalesce(words, '')), answered_by = private.me(),
		answered_at = clock_timestamp() where c.id = comment returning * into now_is;
	perform private.log(m.mission_id, 'comment_answered', m.code, jsonb_strip_nulls(jsonb_build_object('edition', was.edition, 'who', private.person_name(was.person_id),
		'answer', answer, 'reason', nullif(now_is.answer_words, ''))));
	return now_is;
end $$;

-- The person a mail was sent to has the edition before them; `cleared`: and has nothing to say.
create function public.open_minutes(meeting uuid, cleared boolean default false) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
begin
	select * into m from public.meetings x where x.id = meeting and x.mission_id in (select private.my_missions()) and x.convened_at is not null;
	perform private.require(m.id is not null, 404, 'not_found');
	perform private.require(exists (select from public.minutes_sendings s where s.meeting_id = m.id and s.edition = m.edition and s.person_id = private.me()),
		403, 'not_allowed');
	update public.minutes_sendings s set opened_at = coalesce(s.opened_at, clock_timestamp()),
		cleared_at = case when cleared then coalesce(s.cleared_at, clock_timestamp()) else s.cleared_at end
	where s.meeting_id = m.id and s.edition = m.edition and s.person_id = private.me()
	  and (s.opened_at is null or (cleared and s.cleared_at is null));
end $$;

grant execute on function public.circulate_minutes(uuid, int, jsonb, date), public.approve_minutes(uuid, int, jsonb, text, uuid),
	public.comment_minutes(uuid, text, uuid), public.answer_comment(uuid, text, text), public.open_minutes(uuid, boolean) to authenticated;
