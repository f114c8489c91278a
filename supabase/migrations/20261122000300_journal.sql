-- The journal: one line per act, written in the act's own transaction, chained by hash, never rewritten.
create table public.journal (
	id bigint generated always as identity primary key,
	mission_id uuid references public.missions (id),
	number int not null,
	at timestamptz not null default clock_timestamp(),
	mission_day date,
	person_id uuid references public.people (id),
	event text not null,
	subject text,
	detail jsonb not null default '{}',
	audience text not null default 'all' check (audience in ('all', 'client', 'contractor', 'admin')),
	previous_sha256 text not null,
	sha256 text not null
);
create unique index journal_chain on public.journal (coalesce(mission_id, '00000000-0000-0000-0000-000000000000'::uuid), number);
create index journal_mission on public.journal (mission_id, id desc);
alter table public.journal enable row level security;
create policy "members read the journal, except what the other side prepares" on public.journal
	for select to authenticated using (
		mission_id in (select private.my_missions()) and (
			audience = 'all'
			or (audience = 'client' and mission_id in (select private.my_missions_as('client')))
			or (audience = 'contractor' and mission_id in (select private.my_missions_as('contractor')))));
create policy "administrators read the accounts' journal" on public.journal
	for select to authenticated using (mission_id is null and (select private.i_administer()));
grant select on public.journal to authenticated;

create function private.refuse_change() returns trigger
	language plpgsql set search_path = '' as $$
begin
	perform private.refuse(403, 'append_only');
	return null;
end $$;
create trigger journal_is_append_only before update or delete on public.journal
	for each row execute function private.refuse_change();
create trigger journal_is_not_truncated before truncate on public.journal
	for each statement execute function private.refuse_change();

create function private.journal_hash(line public.journal) returns text
	language sql immutable set search_path = '' as
$$ select encode(sha256(convert_to(jsonb_build_array(
	line.mission_id, line.number, extract(epoch from line.at)::text, line.mission_day, line.person_id,
	line.event, line.subject, line.detail, line.audience, line.previous_sha256)::text, 'UTF8')), 'hex') $$;

create function private.log(mission uuid, event text, subject text default null, detail jsonb default '{}',
	audience text default 'all') returns void
	language plpgsql security definer set search_path = '' as $$
declare
	line public.journal;
	last public.journal;
begin
	-- One writer at a time per chain, until the act commits: the numbers have no hole and no fork.
	perform pg_advisory_xact_lock(hashtextextended('journal ' || coalesce(mission::text, ''), 0));
	select * into last from public.journal j where j.mission_id is not distinct from mission order by j.number desc limit 1;
	line.mission_id := mission;
	line.number := coalesce(last.number, 0) + 1;
	line.at := clock_timestamp();
	line.mission_day := case when mission is null then null else private.today(mission) end;
	line.person_id := private.me();
	line.event := event;
	line.subject := subject;
	line.detail := coalesce(detail, '{}');
	line.audience := audience;
	line.previous_sha256 := coalesce(last.sha256, repeat('0', 64));
	line.sha256 := private.journal_hash(line);
	insert into public.journal (mission_id, number, at, mission_day, person_id, event, subject, detail, audience, previous_sha256, sha256)
	values (line.mission_id, line.number, line.at, line.mission_day, line.person_id, line.event, line.subject,
		line.detail, line.audience, line.previous_sha256, line.sha256);
end $$;

-- Walks a chain from its first line. Counts are of the whole chain; nothing of the lines themselves is given.
create function private.verify_chain(mission uuid) returns table (lines int, broken_at int)
	language plpgsql stable security definer set search_path = '' as $$
declare
	line public.journal;
	previous text := repeat('0', 64);
	expected int := 1;
begin
	lines := 0;
	for line in select * from public.journal j where j.mission_id is not distinct from mission order by j.number loop
		if line.number <> expected or line.previous_sha256 <> previous or line.sha256 <> private.journal_hash(line) then
			broken_at := coalesce(broken_at, line.number);
		end if;
		previous := line.sha256;
		expected := expected + 1;
		lines := lines + 1;
	end loop;
	return next;
end $$;

create function public.verify_journal(mission uuid) returns table (lines int, broken_at int)
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(mission in (select private.my_missions()), 404, 'not_found');
	return query select * from private.verify_chain(mission);
end $$;
grant execute on function public.verify_journal(uuid) to authenticated;
