-- A report that was contested is filed again: what was filed before is set aside as it was, with the reason it came
-- back for, and never changes. What the contractor types meanwhile is its own until it is filed.
create table public.report_filings (
	id uuid primary key default gen_random_uuid(),
	report_id uuid not null references public.weekly_reports (id),
	mission_id uuid not null references public.missions (id),
	number int not null,
	body jsonb not null,
	filed_by uuid not null references public.people (id),
	filed_at timestamptz not null,
	filed_on date not null,
	file_name text not null,
	file_size bigint not null,
	file_sha256 text not null,
	storage_key text not null unique,
	sent_to text[],
	answered_by uuid not null references public.people (id),
	answered_at timestamptz not null,
	answered_on date not null,
	contest_reason text not null,
	unique (report_id, number)
);
create index report_filings_mission on public.report_filings (mission_id);
comment on table public.report_filings is 'Weekly reports as they were filed before they were contested and filed again.';
alter table public.report_filings enable row level security;
create policy "members read what was filed" on public.report_filings for select to authenticated using (
	mission_id in (select private.my_missions()));
create trigger report_filings_are_append_only before update or delete on public.report_filings
	for each row execute function private.refuse_change();
create trigger report_filings_are_not_truncated before truncate on public.report_filings
	for each statement execute function private.refuse_change();

create table public.report_corrections (
	report_id uuid primary key references public.weekly_reports (id),
	mission_id uuid not null references public.missions (id),
	body jsonb not null check (pg_column_size(body) < 200000),
	version int not null default 1,
	updated_by uuid references public.people (id),
	updated_at timestamptz not null default clock_timestamp()
);
create index report_corrections_mission on public.report_corrections (mission_id);
comment on table public.report_corrections is 'What the contractor prepares after a contested report; its own until it is filed.';
alter table public.report_corrections enable row level security;
create policy "the contractor reads its drafts" on public.report_corrections for select to authenticated using (
	mission_id in (select private.my_missions_as('contractor')));
grant select on public.report_filings, public.report_corrections to authenticated;

-- Punctuality is that of the first filing: a correction answers the contestation, it does not make a report late.
alter table public.weekly_reports add column first_filed_on date;

-- What was filed changes only by its one answer, or by a correction once what it replaces is set aside.
create or replace function private.filed_reports_stand() returns trigger
	language plpgsql set search_path = '' as $$
begin
	if tg_op = 'DELETE' then
		perform private.require(old.state = 'draft', 403, 'append_only');
		return old;
	end if;
	if old.state = 'contested' and new.state = 'filed' then
		perform private.require(new.first_filed_on = old.first_filed_on and new.period = old.period and new.mission_id = old.mission_id
			and new.due_on is not distinct from old.due_on
			and exists (select from public.report_filings x where x.report_id = old.id and x.storage_key = old.storage_key), 403, 'append_only');
	elsif old.state <> 'draft' then
		perform private.require(
			(to_jsonb(new) - array['state', 'answered_by', 'answered_at', 'answered_on', 'contest_reason', 'version', 'updated_by', 'updated_at', 'first_filed_on'])
			= (to_jsonb(old) - array['state', 'answered_by', 'answered_at', 'answered_on', 'contest_reason', 'version', 'updated_by', 'updated_at', 'first_filed_on'])
			and (old.first_filed_on is null or new.first_filed_on = old.first_filed_on)
			and old.answered_at is null and new.state in ('received', 'contested'), 403, 'append_only');
	end if;
	return new;
end $$;

-- Reports of before this column: the day they were filed is the first. The guard is for acts, not for this.
alter table public.weekly_reports disable trigger filed_reports_stand;
update public.weekly_reports set first_filed_on = filed_on where state <> 'draft';
alter table public.weekly_reports enable trigger filed_reports_stand;

create or replace function public.save_report_draft(mission uuid, report_period text, read_version int, content jsonb) returns public.weekly_reports
	language plpgsql security definer set search_path = '' as $$
declare
	was public.weekly_reports;
	now_is public.weekly_reports;
	typed public.report_corrections;
begin
	content := private.plain_json(content);
	perform private.require(jsonb_typeof(content) = 'object', 422, 'bad_input', '{"field":"body"}');
	perform private.contractor_report(mission);
	perform private.report_week(mission, report_period);
	perform private.require(jsonb_typeof(content) = 'object' and pg_column_size(content) < 200000, 422, 'too_long', '{"field":"body"}');
	perform pg_advisory_xact_lock(hashtextextended('report ' || mission || report_period, 0));
	select * into was from public.weekly_reports r where r.mission_id = mission and r.period = report_period for update;
	if was.id is null then
		insert into public.weekly_reports (mission_id, period, body, updated_by) values (mission, report_period, content, private.me()) returning * into now_is;
		return now_is;
	end if;
	perform private.require(was.state in ('draft', 'contested'), 409, 'already_filed');
	if was.state = 'contested' then
		select * into typed from public.report_corrections c where c.report_id = was.id;
		if coalesce(typed.version, 0) is distinct from read_version then
			perform private.refuse_stale(jsonb_build_object('body', coalesce(typed.body, was.body), 'version', coalesce(typed.version, 0)), typed.updated_by, typed.updated_at);
		end if;
		insert into public.report_corrections as c (report_id, mission_id, body, updated_by) values (was.id, mission, content, private.me())
		on conflict (report_id) do update set body = excluded.body, updated_by = excluded.updated_by, updated_at = clock_timestamp(), version = c.version + 1
		returning * into typed;
		was.body := typed.body;
		was.version := typed.version;
		return was;
	end if;
	if was.version is distinct from read_version then
		perform private.refuse_stale(jsonb_build_object('body', was.body, 'version', was.version), was.updated_by, was.updated_at);
	end if;
	update public.weekly_reports r set body = content, updated_by = private.me(), updated_at = clock_timestamp(), version = r.version + 1
	where r.id = was.id returning * into now_is;
	return now_is;
end $$;

-- Filed once, and again after it was contested. The file is what was sent: its bytes are stored and their hash stands
-- in the journal.
create or replace function public.file_report(mission uuid, report_period text, read_version int, content jsonb, due date,
	name text, size bigint, hash text, key text) returns public.weekly_reports
	language plpgsql security definer set search_path = '' as $$
declare
	was public.weekly_reports;
	now_is public.weekly_reports;
	typed public.report_corrections;
	filing int := 1;
	recipient text;
	told text[];
	monday date;
begin
	content := private.plain_json(content);
	perform private.require(jsonb_typeof(content) = 'object', 422, 'bad_input', '{"field":"body"}');
	perform private.contractor_report(mission);
	monday := private.report_week(mission, report_period);
	perform private.require(monday <= private.today(mission), 422, 'unknown_period', '{"field":"period"}');
	-- The day is counted by core; here it stays near its week, so that nobody files late on time.
	perform private.require(due is null or due between monday and monday + 20, 422, 'date_out_of_range', '{"field":"due"}');
	perform private.require(pg_column_size(content) < 200000, 422, 'too_long', '{"field":"body"}');
	perform private.require(hash ~ '^[0-9a-f]{64}$' and key ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$' and size > 0, 422, 'no_file', '{"field":"file"}');
	perform private.require(length(trim(name)) between 1 and 200 and name !~ '[\x01-\x1f\x7f-\x9f/\\]', 422, 'file_name_refused', '{"field":"file"}');
	-- A key names the bytes of one record.
	perform private.require(not exists (select from private.kept_files() x where x.storage_key = key), 422, 'bad_input');
	perform pg_advisory_xact_lock(hashtextextended('report ' || mission || report_period, 0));
	select * into was from public.weekly_reports r where r.mission_id = mission and r.period = report_period for update;
	perform private.require(was.id is null or was.state in ('draft', 'contested'), 409, 'already_filed');
	if was.state = 'contested' then
		select * into typed from public.report_corrections c where c.report_id = was.id;
		if coalesce(typed.version, 0) is distinct from read_version then
			perform private.refuse_stale(jsonb_build_object('body', coalesce(typed.body, was.body), 'version', coalesce(typed.version, 0)), typed.updated_by, typed.updated_at);
		end if;
		filing := 2 + (select count(*) from public.report_filings x where x.report_id = was.id);
		insert into public.report_filings (report_id, mission_id, number, body, filed_by, filed_at, filed_on, file_name, file_size, file_sha256, storage_key,
			sent_to, answered_by, answered_at, answered_on, contest_reason)
		values (was.id, mission, filing - 1, was.body, was.filed_by, was.filed_at, was.filed_on, was.file_name, was.file_size, was.file_sha256, was.storage_key,
			was.sent_to, was.answered_by, was.answered_at, was.answered_on, was.contest_reason);
		delete from public.report_corrections c where c.report_id = was.id;
	elsif was.id is not null and was.version is distinct from read_version then
		perform private.refuse_stale(jsonb_build_object('body', was.body, 'version', was.version), was.updated_by, was.updated_at);
	end if;
	told := array(select lower(x ->> 'email') from public.missions m, jsonb_array_elements(coalesce(m.contract -> 'recipients', '[]')) x
		where m.id = mission and x ->> 'email' is not null);
	if was.id is null then
		insert into public.weekly_reports (mission_id, period) values (mission, report_period) returning * into was;
	end if;
	update public.weekly_reports r set body = content, state = 'filed', due_on = case when filing > 1 then r.due_on else due end,
		updated_by = private.me(), updated_at = clock_timestamp(),
		filed_by = private.me(), filed_at = clock_timestamp(), filed_on = private.today(mission),
		first_filed_on = coalesce(r.first_filed_on, private.today(mission)),
		file_name = name, file_size = size, file_sha256 = hash, storage_key = key, sent_to = told, version = r.version + 1,
		answered_by = null, answered_at = null, answered_on = null, contest_reason = null
	where r.id = was.id returning * into now_is;
	foreach recipient in array told loop
		insert into private.mails (mission_id, to_email, kind, data, attachment_key, attachment_name)
		select mission, recipient, 'report_filed', jsonb_build_object('slug', m.slug, 'mission', m.short_title, 'period', report_period,
			'author', private.person_name(private.me())), key, name from public.missions m where m.id = mission;
	end loop;
	perform private.mail_roles(mission, array['client_manager'], 'report_filed', jsonb_build_object('period', report_period,
		'author', private.person_name(private.me())));
	perform private.log(mission, 'report_filed', report_period, jsonb_strip_nulls(jsonb_build_object('sha256', hash, 'dueOn', now_is.due_on, 'filedOn', now_is.filed_on,
		'sentTo', told, 'filing', nullif(filing, 1), 'replaces', case when filing > 1 then was.file_sha256 end)));
	return now_is;
end $$;

create or replace function private.kept_files() returns table (storage_key text, name text, sha256 text)
	language sql stable security definer set search_path = '' as
$$ select f.storage_key, f.name, f.sha256 from public.version_files f
   union all select d.storage_key, d.name, d.sha256 from public.drafts d
   union all select r.storage_key, r.file_name, r.file_sha256 from public.weekly_reports r where r.storage_key is not null
   union all select r.storage_key, r.file_name, r.file_sha256 from public.report_filings r $$;
