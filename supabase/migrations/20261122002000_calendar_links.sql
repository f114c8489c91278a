-- Meetings in people's calendars: what each invitation said, the replies given to it, and feeds to subscribe to. A
-- secret is shown once and kept by its SHA-256 alone; a link that is followed changes nothing.

-- 256 bits as 64 figures; three random identifiers hold 366.
create function private.new_secret() returns text
	language sql volatile set search_path = '' as
$$ select encode(sha256(convert_to(concat(gen_random_uuid(), gen_random_uuid(), gen_random_uuid()), 'UTF8')), 'hex') $$;

create function private.secret_sha256(secret text) returns text
	language sql immutable set search_path = '' as
$$ select encode(sha256(convert_to(secret, 'UTF8')), 'hex') $$;

-- One row each time people were convened, told of a change or sent away: what their calendars were given.
create table public.convocations (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	meeting_id uuid not null,
	-- SEQUENCE of RFC 5545; the UID is the meeting's own.
	sequence int not null,
	method text not null check (method in ('REQUEST', 'CANCEL')),
	-- Only some of the list: people added to it, or taken off it.
	partial boolean not null,
	content jsonb not null,
	person_id uuid references public.people (id),
	at timestamptz not null default clock_timestamp(),
	unique (meeting_id, sequence),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
comment on table public.convocations is 'What those convened to a meeting were told of it, one row per sending.';

create table public.meeting_replies (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	mission_id uuid not null,
	meeting_id uuid not null,
	person_id uuid not null references public.people (id),
	-- The sending it answers: a reply given before the day moved says nothing of the new one.
	convocation_id uuid not null references public.convocations (id),
	answer text not null check (answer in ('yes', 'no', 'alternate')),
	alternate text check (length(alternate) <= 200),
	-- By the link of a mail, or on the page by the person signed in.
	way text not null check (way in ('link', 'page')),
	at timestamptz not null default clock_timestamp(),
	check ((answer = 'alternate') = (alternate is not null)),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
create index meeting_replies_meeting on public.meeting_replies (meeting_id, person_id, number desc);
create index meeting_replies_person on public.meeting_replies (person_id);
create index meeting_replies_convocation on public.meeting_replies (convocation_id);
comment on table public.meeting_replies is 'Who said they come, do not, or send somebody; the last reply holds, the others stay.';

-- Each mail has a link of its own.
create table private.reply_links (
	token_sha256 text primary key check (token_sha256 ~ '^[0-9a-f]{64}$'),
	meeting_id uuid not null references public.meetings (id),
	person_id uuid not null references public.people (id),
	convocation_id uuid not null references public.convocations (id),
	made_at timestamptz not null default clock_timestamp(),
	-- Taken off the list.
	ended_at timestamptz
);
create index reply_links_meeting on private.reply_links (meeting_id, person_id);
create index reply_links_person on private.reply_links (person_id);
create index reply_links_convocation on private.reply_links (convocation_id);

create table private.calendar_links (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references public.people (id),
	-- None: all the missions the person is a member of.
	mission_id uuid references public.missions (id) on delete cascade,
	token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
	locale text not null default 'fr' check (locale in ('fr', 'en')),
	created_at timestamptz not null default clock_timestamp(),
	revoked_at timestamptz,
	read_at timestamptz,
	-- What was given last and since when, so that Last-Modified tells the truth.
	content_sha256 text,
	changed_at timestamptz
);
create index calendar_links_person on private.calendar_links (person_id);
create index calendar_links_mission on private.calendar_links (mission_id);

alter table public.convocations enable row level security;
alter table public.meeting_replies enable row level security;
alter table private.reply_links enable row level security;
alter table private.calendar_links enable row level security;

-- Of the client's meetings the client reads every reply, and whoever keeps the minutes of the body.
create function private.meetings_i_prepare() returns setof uuid
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select m.id from public.meetings m where m.mission_id in (select private.my_missions_as('client'))
	union select m.id from public.meetings m join public.committee_members c on c.committee_id = m.committee_id
		where c.person_id = private.me() and c.capacity = 'secretary' and private.active(c.starts_on, c.ends_on, c.mission_id)
		  and m.mission_id in (select private.my_missions()) and m.convened_at is not null;
end $$;
grant execute on function private.meetings_i_prepare() to authenticated;
create policy "members read what was sent for meetings they read" on public.convocations for select to authenticated using (
	meeting_id in (select id from public.meetings));
create policy "people read their replies, the client and the secretary all" on public.meeting_replies for select to authenticated using (
	meeting_id in (select id from public.meetings)
	and (person_id = (select private.me()) or meeting_id in (select private.meetings_i_prepare())));
grant select on public.convocations, public.meeting_replies to authenticated;

create trigger convocations_are_append_only before update or delete on public.convocations
	for each row execute function private.refuse_change();
create trigger convocations_are_not_truncated before truncate on public.convocations
	for each statement execute function private.refuse_change();
create trigger meeting_replies_are_append_only before update or delete on public.meeting_replies
	for each row execute function private.refuse_change();
create trigger meeting_replies_are_not_truncated before truncate on public.meeting_replies
	for each statement execute function private.refuse_change();

-- The text of the invitation as it left, beside the mail it left with.
alter table private.mails add column calendar text;

create function private.invitation_content(m public.meetings, organiser jsonb) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select jsonb_build_object('code', m.code, 'title', m.title, 'heldOn', m.held_on, 'startsAt', to_char(m.starts_at, 'HH24:MI'),
		'endsAt', to_char(m.ends_at, 'HH24:MI'), 'place', nullif(trim(m.place), ''), 'slug', x.slug, 'mission', x.short_title, 'zone', x.time_zone,
		'body', c.title, 'organiser', organiser,
		'agenda', coalesce((select jsonb_agg(a.title order by a.position) from public.agenda_items a where a.meeting_id = m.id), '[]'))
		from public.missions x, public.committees c where x.id = m.mission_id and c.id = m.committee_id);
end $$;

-- Has the day or the hour changed between two sendings?
create function private.other_time(was jsonb, is_now jsonb) returns boolean
	language sql immutable set search_path = '' as
$$ select (was ->> 'heldOn', was ->> 'startsAt') is distinct from (is_now ->> 'heldOn', is_now ->> 'startsAt') $$;

-- Sends one: to the whole list, or to those named. Whoever convened first stays the organiser, as calendars want it.
create function private.send_convocation(meeting uuid, method text, whom uuid[] default null) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	m public.meetings;
	earlier public.convocations;
	made public.convocations;
	who record;
	secret text;
begin
	select * into m from public.meetings x where x.id = meeting for update;
	select * into earlier from public.convocations c where c.meeting_id = meeting order by c.sequence desc limit 1;
	insert into public.convocations (mission_id, meeting_id, sequence, method, partial, content, person_id)
	values (m.mission_id, meeting, coalesce(earlier.sequence + 1, 0), send_convocation.method, whom is not null,
		private.invitation_content(m, coalesce(earlier.content -> 'organiser', (select jsonb_build_object('name', p.full_name, 'email', p.email)
			from public.people p where p.id = private.me()))), private.me()) returning * into made;
	for who in select p.id, p.email, p.full_name from public.people p where p.disabled_at is null and p.id = any (coalesce(whom,
		array(select a.person_id from public.attendances a where a.meeting_id = meeting))) loop
		secret := null;
		if method = 'REQUEST' then
			secret := private.new_secret();
			insert into private.reply_links (token_sha256, meeting_id, person_id, convocation_id)
			values (private.secret_sha256(secret), meeting, who.id, made.id);
		else
			update private.reply_links l set ended_at = clock_timestamp()
			where l.meeting_id = meeting and l.person_id = who.id and l.ended_at is null;
		end if;
		perform private.mail(m.mission_id, who.email, case when method = 'REQUEST' then 'meeting_convened' when whom is null then 'meeting_cancelled'
			else 'meeting_uninvited' end, jsonb_strip_nulls(jsonb_build_object('name', who.full_name, 'code', m.code, 'title', m.title,
			'heldOn', m.held_on, 'startsAt', m.starts_at, 'place', m.place, 'convocation', made.id, 'person', who.id, 'token', secret,
			'again', case when method = 'REQUEST' and exists (select from private.reply_links l where l.meeting_id = meeting and l.person_id = who.id
				and l.convocation_id <> made.id) then true end)));
	end loop;
	-- What people said of another day is not what they say of this one.
	if method = 'REQUEST' and whom is null and earlier.id is not null and private.other_time(earlier.content, made.content) then
		update public.attendances a set status = 'expected', represented_by = null where a.meeting_id = meeting and a.status in ('excused', 'represented');
		if found then perform private.touch_attendance(meeting); end if;
	end if;
end $$;

-- The list changed by itself: who has it open is told, and nothing else of the meeting is out of date.
create function private.touch_attendance(meeting uuid) returns void
	language sql security definer set search_path = '' as
$$ update public.meetings x set sections = x.sections || jsonb_build_object('attendance', jsonb_build_object(
	'version', coalesce((x.sections -> 'attendance' ->> 'version')::int, 1) + 1, 'by', private.me(), 'at', clock_timestamp()))
   where x.id = meeting $$;

-- Convening and cancelling go into calendars; minutes are a mail as before.
create or replace function private.mail_meeting(meeting uuid, kind text) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	if kind in ('meeting_convened', 'meeting_cancelled') then
		perform private.send_convocation(meeting, case kind when 'meeting_convened' then 'REQUEST' else 'CANCEL' end);
		return;
	end if;
	perform private.mail(m.mission_id, p.email, kind, jsonb_build_object('name', p.full_name, 'code', m.code, 'title', m.title, 'heldOn', m.held_on,
		'startsAt', m.starts_at, 'place', m.place))
	from public.meetings m join public.attendances a on a.meeting_id = m.id join public.people p on p.id = a.person_id
	where m.id = meeting and p.disabled_at is null;
end $$;

-- `edit_meeting` tells of another day, hour or place; another title or end is in calendars too.
create function private.tell_title_and_end() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	if new.held_on >= private.today(new.mission_id) then perform private.send_convocation(new.id, 'REQUEST'); end if;
	return null;
end $$;
create trigger meetings_tell_title_and_end after update of title, ends_at on public.meetings for each row
	when (old.state = 'convened' and new.state = 'convened' and (old.title, old.ends_at) is distinct from (new.title, new.ends_at)
		and (old.held_on, old.starts_at, coalesce(old.place, '')) is not distinct from (new.held_on, new.starts_at, coalesce(new.place, '')))
	execute function private.tell_title_and_end();

-- Whoever comes on the list of a meeting that is convened is convened; whoever goes off it is told.
create function private.tell_the_list() returns trigger
	language plpgsql security definer set search_path = '' as $$
declare
	added uuid[];
	gone uuid[];
begin
	if new.held_on < private.today(new.mission_id) or not exists (select from public.convocations c where c.meeting_id = new.id) then return null; end if;
	added := array(select p.id from public.people p where p.disabled_at is null
		and p.id in (select a.person_id from public.attendances a where a.meeting_id = new.id)
		and not exists (select from private.reply_links l where l.meeting_id = new.id and l.person_id = p.id and l.ended_at is null));
	gone := array(select distinct l.person_id from private.reply_links l where l.meeting_id = new.id and l.ended_at is null
		and not exists (select from public.attendances a where a.meeting_id = new.id and a.person_id = l.person_id));
	if cardinality(added) > 0 then perform private.send_convocation(new.id, 'REQUEST', added); end if;
	if cardinality(gone) > 0 then perform private.send_convocation(new.id, 'CANCEL', gone); end if;
	return null;
end $$;
create trigger meetings_tell_the_list after update of sections on public.meetings for each row
	when (new.state = 'convened' and old.sections -> 'attendance' is distinct from new.sections -> 'attendance')
	execute function private.tell_the_list();

-- How many days before the meeting its body is to be convened, where that was agreed; null where nothing is known.
create function private.convening_days(committee uuid) returns int
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select case when jsonb_typeof(c.detail -> 'convening' -> 'days') = 'number' then (c.detail -> 'convening' ->> 'days')::int end
		from public.committees c where c.id = committee);
end $$;

-- Held to whichever function convenes: the reason comes from `convene_meeting`, for the length of its call.
create function private.late_convening_has_a_reason() returns trigger
	language plpgsql security definer set search_path = '' as $$
declare
	given text := coalesce(current_setting('jalon.reason', true), '');
begin
	perform private.require(coalesce(new.held_on - private.today(new.mission_id) >= private.convening_days(new.committee_id), true)
		or (given ~ '\S' and length(given) <= 500), 422, 'convened_late', jsonb_build_object('field', 'reason', 'days', private.convening_days(new.committee_id)));
	return new;
end $$;
create trigger meetings_are_convened_in_time before update of state on public.meetings for each row
	when (old.state = 'draft' and new.state = 'convened') execute function private.late_convening_has_a_reason();

-- As `move_meeting`, with the reason that a late convening needs; the journal keeps it.
create function public.convene_meeting(meeting uuid, read_version int, reason text default null) returns public.meetings
	language plpgsql security definer set search_path = '' as $$
declare
	made public.meetings;
begin
	perform set_config('jalon.reason', coalesce(reason, ''), true);
	made := public.move_meeting(meeting, read_version, 'convened', reason);
	perform set_config('jalon.reason', '', true);
	return made;
end $$;
grant execute on function public.convene_meeting(uuid, int, text) to authenticated;
