create table public.weekly_reports (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	period text not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
	state text not null default 'draft' check (state in ('draft', 'filed', 'received', 'contested')),
	body jsonb not null default '{}' check (pg_column_size(body) < 200000),
	updated_by uuid references public.people (id),
	updated_at timestamptz not null default clock_timestamp(),
	version int not null default 1,
	due_on date,
	filed_by uuid references public.people (id),
	filed_at timestamptz,
	filed_on date,
	file_name text,
	file_size bigint,
	file_sha256 text,
	storage_key text,
	sent_to text[],
	answered_by uuid references public.people (id),
	answered_at timestamptz,
	answered_on date,
	contest_reason text check (length(contest_reason) <= 4000),
	unique (mission_id, period),
	check (state = 'draft' or (filed_by is not null and file_sha256 is not null and storage_key is not null))
);
alter table public.weekly_reports enable row level security;
create policy "the contractor reads its drafts, members what was filed" on public.weekly_reports for select to authenticated using (
	mission_id in (select private.my_missions()) and (state <> 'draft' or mission_id in (select private.my_missions_as('contractor'))));
grant select on public.weekly_reports to authenticated;

-- What was filed never changes again; only the answer is added, once.
create function private.filed_reports_stand() returns trigger
	language plpgsql set search_path = '' as $$
begin
	if tg_op = 'DELETE' then
		perform private.require(old.state = 'draft', 403, 'append_only');
		return old;
	end if;
	if old.state <> 'draft' then
		perform private.require(
			(to_jsonb(new) - array['state', 'answered_by', 'answered_at', 'answered_on', 'contest_reason', 'version', 'updated_by', 'updated_at'])
			= (to_jsonb(old) - array['state', 'answered_by', 'answered_at', 'answered_on', 'contest_reason', 'version', 'updated_by', 'updated_at'])
			and old.answered_at is null and new.state in ('received', 'contested'), 403, 'append_only');
	end if;
	return new;
end $$;
create trigger filed_reports_stand before update or delete on public.weekly_reports for each row execute function private.filed_reports_stand();

create function private.contractor_report(mission uuid) returns void
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.must_be(mission, 'contractor_lead', 'consultant');
end $$;

-- A week of the calendar, from the mission's first to the one after its today. Which of them the contract asks for
-- is core's to say; this bounds what can be written without asking it.
create function private.report_week(mission uuid, report_period text) returns date
	language plpgsql stable security definer set search_path = '' as $$
declare
	monday date;
begin
	perform private.require(report_period ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$', 422, 'unknown_period', '{"field":"period"}');
	monday := to_date(report_period, 'IYYY"-W"IW');
	perform private.require(to_char(monday, 'IYYY"-W"IW') = report_period and monday <= private.today(mission) + 7
		and monday + 6 >= coalesce((select min(p.starts_on) from public.phases p where p.mission_id = mission), monday),
		422, 'unknown_period', '{"field":"period"}');
	return monday;
end $$;

create function public.save_report_draft(mission uuid, report_period text, read_version int, content jsonb) returns public.weekly_reports
	language plpgsql security definer set search_path = '' as $$
declare
	was public.weekly_reports;
	now_is public.weekly_reports;
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
	perform private.require(was.state = 'draft', 409, 'already_filed');
	if was.version is distinct from read_version then
		perform private.refuse_stale(jsonb_build_object('body', was.body, 'version', was.version), was.updated_by, was.updated_at);
	end if;
	update public.weekly_reports r set body = content, updated_by = private.me(), updated_at = clock_timestamp(), version = r.version + 1
	where r.id = was.id returning * into now_is;
	return now_is;
end $$;

-- Filed once. The file is what was sent: its bytes are stored and their hash stands in the journal.
create function public.file_report(mission uuid, report_period text, read_version int, content jsonb, due date,
	name text, size bigint, hash text, key text) returns public.weekly_reports
	language plpgsql security definer set search_path = '' as $$
declare
	was public.weekly_reports;
	now_is public.weekly_reports;
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
	perform private.require(not exists (select from public.version_files x where x.storage_key = key)
		and not exists (select from public.drafts x where x.storage_key = key)
		and not exists (select from public.weekly_reports x where x.storage_key = key), 422, 'bad_input');
	perform pg_advisory_xact_lock(hashtextextended('report ' || mission || report_period, 0));
	select * into was from public.weekly_reports r where r.mission_id = mission and r.period = report_period for update;
	perform private.require(was.id is null or was.state = 'draft', 409, 'already_filed');
	if was.id is not null and was.version is distinct from read_version then
		perform private.refuse_stale(jsonb_build_object('body', was.body, 'version', was.version), was.updated_by, was.updated_at);
	end if;
	told := array(select lower(x ->> 'email') from public.missions m, jsonb_array_elements(coalesce(m.contract -> 'recipients', '[]')) x
		where m.id = mission and x ->> 'email' is not null);
	if was.id is null then
		insert into public.weekly_reports (mission_id, period) values (mission, report_period) returning * into was;
	end if;
	update public.weekly_reports r set body = content, state = 'filed', due_on = due, updated_by = private.me(), updated_at = clock_timestamp(),
		filed_by = private.me(), filed_at = clock_timestamp(), filed_on = private.today(mission),
		file_name = name, file_size = size, file_sha256 = hash, storage_key = key, sent_to = told, version = r.version + 1
	where r.id = was.id returning * into now_is;
	foreach recipient in array told loop
		insert into private.mails (mission_id, to_email, kind, data, attachment_key, attachment_name)
		select mission, recipient, 'report_filed', jsonb_build_object('slug', m.slug, 'mission', m.short_title, 'period', report_period,
			'author', private.person_name(private.me())), key, name from public.missions m where m.id = mission;
	end loop;
	perform private.mail_roles(mission, array['client_manager'], 'report_filed', jsonb_build_object('period', report_period,
		'author', private.person_name(private.me())));
	perform private.log(mission, 'report_filed', report_period, jsonb_build_object('sha256', hash, 'dueOn', due, 'filedOn', now_is.filed_on, 'sentTo', told));
	return now_is;
end $$;

create function public.answer_report(report uuid, accepted boolean, reason text default '') returns public.weekly_reports
	language plpgsql security definer set search_path = '' as $$
declare
	was public.weekly_reports;
	now_is public.weekly_reports;
begin
	select * into was from public.weekly_reports r where r.id = report and r.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null and (was.state <> 'draft' or private.sits_on_side(private.me(), was.mission_id, 'contractor')), 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	perform private.require(was.state = 'filed', 409, 'already_answered', jsonb_build_object('state', was.state));
	perform private.require(accepted is not null, 422, 'choice_missing', '{"field":"accepted"}');
	perform private.require(accepted or coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	update public.weekly_reports r set state = case when accepted then 'received' else 'contested' end,
		answered_by = private.me(), answered_at = clock_timestamp(), answered_on = private.today(was.mission_id),
		contest_reason = case when accepted then null else trim(reason) end, version = r.version + 1
	where r.id = report returning * into now_is;
	perform private.log(was.mission_id, case when accepted then 'report_received' else 'report_contested' end, was.period,
		jsonb_build_object('reason', now_is.contest_reason, 'sha256', was.file_sha256));
	perform private.mail_roles(was.mission_id, array['contractor_lead', 'consultant'],
		case when accepted then 'report_received' else 'report_contested' end,
		jsonb_build_object('period', was.period, 'reason', now_is.contest_reason));
	return now_is;
end $$;

grant execute on function public.save_report_draft(uuid, text, int, jsonb),
	public.file_report(uuid, text, int, jsonb, date, text, bigint, text, text), public.answer_report(uuid, boolean, text) to authenticated;
