-- What the contract asks for, one row per time it falls due. Core works the rows out, the server's own door stores
-- them; a person never writes a date here. What people do about them is in obligation_acts, never rewritten.
create table public.obligations (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	-- Unique in the mission: E-S4/2019-W44, E-S3/E-COPIL-02; the duty is what the contract says once: E-S3, E-L25/step-1.
	key text not null,
	duty text not null,
	code text not null,
	source text not null check (source in ('obligation', 'deliverable', 'step', 'milestone')),
	kind text not null,
	title text not null,
	owner text not null check (owner in ('client', 'contractor', 'both', 'other')),
	recipients text[] not null default '{}',
	-- The act that fulfils it: a page of its own, or a file or a statement given here.
	proof text not null default 'file' check (proof in ('weekly_report', 'minutes', 'papers', 'meeting', 'file', 'statement', 'version', 'milestone')),
	period text,
	happening text,
	meeting_id uuid,
	event text,
	event_on date,
	counts_from text,
	k int not null default 1,
	-- The rule its dates come from, as it was read then.
	rule jsonb not null,
	plan_state text not null check (plan_state in ('dated', 'awaiting', 'undetermined')),
	-- Days, or a day and an hour where the contract counts in minutes.
	nominal text,
	due text,
	advised text,
	due_on date,
	-- The dates before extensions.
	initial jsonb,
	-- The contract no longer asks for it; the row stays.
	ended_at timestamptz,
	-- How it stands by what people did here, kept by each act: what is done on a page of its own is told by that page.
	standing text not null default 'open' check (standing in ('open', 'sent', 'accepted', 'contested', 'not_sent', 'waived')),
	version int not null default 1,
	unique (mission_id, key),
	unique (id, mission_id),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
create index obligations_meeting on public.obligations (meeting_id);
create index obligations_due on public.obligations (mission_id, due_on);
create index obligations_open on public.obligations (mission_id, due_on, owner)
	where ended_at is null and standing in ('open', 'contested') and proof in ('file', 'papers', 'statement');
comment on table public.obligations is 'One row per time a duty of the contract falls due, with its three dates.';

create table public.obligation_acts (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	mission_id uuid not null references public.missions (id),
	-- None for a reading, which holds for every occurrence of its duty.
	obligation_id uuid,
	duty text not null,
	kind text not null check (kind in ('sent', 'accepted', 'contested', 'not_sent', 'waived', 'restored', 'extended', 'reading')),
	-- The day it counts from: of a sending the day it was sent, of an extension that of its act.
	on_day date not null,
	reason text not null default '' check (length(reason) <= 4000),
	days int check (days between 1 and 3660),
	sent_to text[] not null default '{}',
	file_name text,
	file_size bigint,
	sha256 text,
	storage_key text unique,
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp(),
	foreign key (obligation_id, mission_id) references public.obligations (id, mission_id)
);
create index obligation_acts_obligation on public.obligation_acts (obligation_id);
create index obligation_acts_mission on public.obligation_acts (mission_id, number);
comment on table public.obligation_acts is 'What people did about an obligation: sent with its proof, accepted, contested, never sent, waived, extended, read one way.';

-- From what the stored rows were worked out: when the mission says otherwise, they are worked out again.
create table private.obligation_plans (
	mission_id uuid primary key references public.missions (id) on delete cascade,
	stamp text not null,
	planned_at timestamptz not null default clock_timestamp()
);

alter table public.obligations enable row level security;
alter table public.obligation_acts enable row level security;
alter table private.obligation_plans enable row level security;
create policy "members read what falls due, for meetings they read" on public.obligations for select to authenticated using (
	mission_id in (select private.my_missions())
	and (meeting_id is null or meeting_id in (select id from public.meetings)));
create policy "members read what was done about what they read" on public.obligation_acts for select to authenticated using (
	mission_id in (select private.my_missions())
	and (obligation_id is null or obligation_id in (select id from public.obligations)));
grant select on public.obligations, public.obligation_acts to authenticated;

create trigger obligation_acts_are_append_only before update or delete on public.obligation_acts
	for each row execute function private.refuse_change();
create trigger obligation_acts_are_not_truncated before truncate on public.obligation_acts
	for each statement execute function private.refuse_change();

-- Everything the dates and their keeping depend on, as one word.
create function private.obligation_stamp(mission uuid) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select md5(concat_ws('|', m.contract_sha256, m.calendar, m.anchors::text,
		(select string_agg(concat(g.code, '@', g.held_on, g.state, g.convened_at is null), ',' order by g.code) from public.meetings g where g.mission_id = m.id),
		(select string_agg(concat(x.code, '@', x.due_on, '/', x.done_on), ',' order by x.code) from public.milestones x where x.mission_id = m.id),
		(select string_agg(concat(v.id, v.state), ',' order by v.id) from public.versions v where v.mission_id = m.id),
		(select concat(count(*), '/', count(r.answered_at), '/', max(r.version)) from public.weekly_reports r where r.mission_id = m.id and r.state <> 'draft'),
		(select count(*) from public.obligation_acts a where a.mission_id = m.id))) from public.missions m where m.id = mission);
end $$;

create function private.obligations_stale(mission uuid) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select private.obligation_stamp(mission) is distinct from
		(select p.stamp from private.obligation_plans p where p.mission_id = mission));
end $$;

-- What core needs to work the rows out again. The contract is long: not given to who already has this text of it.
create function private.obligation_facts(mission uuid, known text[] default '{}') returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select jsonb_build_object('stamp', private.obligation_stamp(m.id), 'contractSha256', m.contract_sha256,
		'contract', case when m.contract_sha256 = any (known) then null else m.contract end,
		'calendar', m.calendar, 'anchors', m.anchors,
		'planned', exists (select from private.obligation_plans p where p.mission_id = m.id),
		'meetings', coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'committee', c.code, 'title', g.title, 'day', g.held_on,
			'state', g.state, 'told', g.convened_at is not null, 'circulatedOn', g.circulated_on) order by g.held_on, g.code)
			from public.meetings g join public.committees c on c.id = g.committee_id where g.mission_id = m.id), '[]'),
		'milestones', coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'dueOn', x.due_on, 'doneOn', x.done_on, 'fixed', x.is_fixed))
			from public.milestones x where x.mission_id = m.id), '[]'),
		'versions', coalesce((select jsonb_agg(jsonb_build_object('code', d.code, 'number', v.number, 'state', v.state, 'on', v.submitted_on)
			order by v.submitted_at) from public.versions v join public.deliverables d on d.id = v.deliverable_id where v.mission_id = m.id), '[]'),
		'reports', coalesce((select jsonb_agg(jsonb_build_object('period', r.period, 'state', r.state, 'filedOn', coalesce(r.first_filed_on, r.filed_on),
			'answeredOn', r.answered_on, 'reason', r.contest_reason)) from public.weekly_reports r where r.mission_id = m.id and r.state <> 'draft'), '[]'),
		'acts', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'key', o.key, 'duty', a.duty, 'kind', a.kind, 'on', a.on_day, 'reason', a.reason,
			'days', a.days, 'fileName', a.file_name, 'missionDay', a.mission_day) order by a.number)
			from public.obligation_acts a left join public.obligations o on o.id = a.obligation_id where a.mission_id = m.id), '[]'),
		'stored', coalesce((select jsonb_agg(jsonb_build_object('key', o.key, 'duty', o.duty, 'source', o.source, 'proof', o.proof,
			'period', o.period, 'happening', o.happening, 'nominal', o.nominal, 'due', o.due, 'advised', o.advised,
			'state', o.plan_state, 'ended', o.ended_at is not null, 'rule', o.rule, 'countsFrom', o.counts_from, 'k', o.k))
			from public.obligations o where o.mission_id = m.id), '[]'))
		from public.missions m where m.id = mission);
end $$;

-- The one way dates come in. Refuses rows worked out from facts that have changed meanwhile: they are asked again.
-- `rows` are those that are new or that moved, `ended` the keys the contract no longer asks for.
create function private.store_obligations(mission uuid, stamp text, rows jsonb, ended text[], told jsonb) returns boolean
	language plpgsql security definer set search_path = '' as $$
declare
	first boolean;
	line jsonb;
begin
	perform pg_advisory_xact_lock(hashtextextended('obligations ' || mission, 0));
	if private.obligation_stamp(mission) is distinct from stamp then return false; end if;
	first := not exists (select from private.obligation_plans p where p.mission_id = mission);
	insert into public.obligations (mission_id, key, duty, code, source, kind, title, owner, recipients, proof, period, happening, meeting_id,
		event, event_on, counts_from, k, rule, plan_state, nominal, due, advised, due_on, initial)
	select mission, x.key, x.duty, x.code, x.source, x.kind, x.title, x.owner, coalesce(x.recipients, '{}'), x.proof, x.period, x.happening, g.id,
		x.event, x.event_on, x.counts_from, x.k, x.rule, x.plan_state, x.nominal, x.due, x.advised, left(x.due, 10)::date, x.initial
	from jsonb_to_recordset(rows) as x (key text, duty text, code text, source text, kind text, title text, owner text, recipients text[],
		proof text, period text, happening text, event text, event_on date, counts_from text, k int, rule jsonb, plan_state text,
		nominal text, due text, advised text, initial jsonb)
	left join public.meetings g on g.mission_id = mission and g.code = x.happening
	on conflict (mission_id, key) do update set duty = excluded.duty, code = excluded.code, source = excluded.source, kind = excluded.kind,
		title = excluded.title, owner = excluded.owner, recipients = excluded.recipients, proof = excluded.proof, period = excluded.period,
		happening = excluded.happening, meeting_id = excluded.meeting_id, event = excluded.event, event_on = excluded.event_on,
		counts_from = excluded.counts_from, k = excluded.k, rule = excluded.rule, plan_state = excluded.plan_state, nominal = excluded.nominal,
		due = excluded.due, advised = excluded.advised, due_on = excluded.due_on, initial = excluded.initial, ended_at = null;
	update public.obligations o set ended_at = clock_timestamp()
	where o.mission_id = mission and o.ended_at is null and o.key = any (store_obligations.ended);
	insert into private.obligation_plans as p (mission_id, stamp) values (mission, store_obligations.stamp)
	on conflict (mission_id) do update set stamp = excluded.stamp, planned_at = clock_timestamp();
	if first then
		perform private.log(mission, 'obligations_planned', null, jsonb_build_object('count', jsonb_array_length(rows)));
	end if;
	-- What moved, with the old dates and the new; of a meeting nobody was told of, to the client alone.
	for line in select * from jsonb_array_elements(told) loop
		perform private.log(mission, 'obligations_moved', line ->> 'subject', line -> 'detail', line ->> 'audience');
	end loop;
	return true;
end $$;

-- The row a person acts on, as far as they may know of it.
create function private.my_obligation(obligation uuid) returns public.obligations
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
begin
	select x.* into o from public.obligations x where x.id = obligation and x.mission_id in (select private.my_missions())
		and (x.meeting_id is null or x.mission_id in (select private.my_missions_as('client'))
			or exists (select from public.meetings g where g.id = x.meeting_id and g.convened_at is not null)) for update;
	perform private.require(o.id is not null, 404, 'not_found');
	return o;
end $$;

-- How it stands by what people did here: closed (waived, or found never sent) until it is restored, else the last of
-- sent, accepted, contested.
create function private.obligation_standing(obligation uuid) returns text
	language plpgsql stable security definer set search_path = '' as $$
declare
	closed text := (select a.kind from public.obligation_acts a where a.obligation_id = obligation
		and a.kind in ('waived', 'not_sent', 'restored') order by a.number desc limit 1);
begin
	if closed in ('waived', 'not_sent') then return closed; end if;
	return coalesce((select a.kind from public.obligation_acts a where a.obligation_id = obligation
		and a.kind in ('sent', 'accepted', 'contested') order by a.number desc limit 1), 'open');
end $$;

create function private.keep_obligation_standing() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	update public.obligations o set standing = private.obligation_standing(o.id) where o.id = new.obligation_id;
	return null;
end $$;
create trigger obligation_acts_keep_the_standing after insert on public.obligation_acts
	for each row when (new.obligation_id is not null) execute function private.keep_obligation_standing();

create function private.record_obligation_act(o public.obligations, kind text, on_day date, reason text default '') returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	made uuid;
begin
	insert into public.obligation_acts (mission_id, obligation_id, duty, kind, on_day, reason, person_id, mission_day)
	values (o.mission_id, o.id, o.duty, record_obligation_act.kind, record_obligation_act.on_day, trim(coalesce(record_obligation_act.reason, '')),
		private.me(), private.today(o.mission_id)) returning id into made;
	update public.obligations x set version = x.version + 1 where x.id = o.id;
	return made;
end $$;

-- To the client alone while nobody was told of the meeting it is for.
create function private.obligation_audience(o public.obligations) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	return case when exists (select from public.meetings g where g.id = o.meeting_id and g.convened_at is null) then 'client' else 'all' end;
end $$;

-- Sent by the side that owes it, with its proof: the file, the day, to whom; where the contract asks for no file, in words.
create function public.send_obligation(obligation uuid, read_version int, sent_on date, sent_to text[], note text default '',
	name text default null, size bigint default null, hash text default null, key text default null) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
	today date;
begin
	o := private.my_obligation(obligation);
	if o.owner = 'client' then
		perform private.must_be(o.mission_id, 'client_manager');
	elsif o.owner = 'contractor' then
		perform private.must_be(o.mission_id, 'contractor_lead', 'consultant');
	else
		perform private.must_be(o.mission_id, 'client_manager', 'contractor_lead', 'consultant');
	end if;
	perform private.require(o.version is not distinct from read_version, 409, 'stale');
	-- What has a page of its own is done there, never twice.
	perform private.require(o.proof in ('file', 'papers', 'statement') and o.ended_at is null
		and o.standing in ('open', 'contested'), 409, 'not_from_here',
		jsonb_build_object('state', o.standing));
	today := private.today(o.mission_id);
	perform private.require(sent_on is not null and sent_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"sentOn"}');
	perform private.require(sent_on <= today, 422, 'in_the_future', '{"field":"sentOn"}');
	perform private.require(length(coalesce(note, '')) <= 4000, 422, 'too_long', '{"field":"note"}');
	perform private.require(cardinality(coalesce(sent_to, '{}')) <= 30 and not exists (select from unnest(sent_to) t
		where coalesce(t, '') !~ '\S' or length(t) > 254 or t ~ '[\x01-\x1f]'), 422, 'too_long', '{"field":"sentTo"}');
	if o.proof = 'statement' then
		perform private.require(hash is not null or coalesce(note, '') ~ '\S', 422, 'reason_missing', '{"field":"note"}');
	else
		perform private.require(hash is not null, 422, 'no_file', '{"field":"file"}');
		perform private.require(cardinality(coalesce(sent_to, '{}')) > 0, 422, 'choice_missing', '{"field":"sentTo"}');
	end if;
	if hash is not null then
		perform private.require(hash ~ '^[0-9a-f]{64}$' and coalesce(key, '') ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$' and coalesce(size, 0) > 0, 422, 'no_file', '{"field":"file"}');
		perform private.require(length(trim(name)) between 1 and 200 and name !~ '[\x01-\x1f\x7f-\x9f/\\]', 422, 'file_name_refused', '{"field":"file"}');
		-- A key names the bytes of one record.
		perform private.require(not exists (select from public.version_files x where x.storage_key = key)
			and not exists (select from public.drafts x where x.storage_key = key)
			and not exists (select from public.weekly_reports x where x.storage_key = key)
			and not exists (select from public.obligation_acts x where x.storage_key = key), 422, 'bad_input');
	end if;
	insert into public.obligation_acts (mission_id, obligation_id, duty, kind, on_day, reason, sent_to, file_name, file_size, sha256, storage_key, person_id, mission_day)
	values (o.mission_id, o.id, o.duty, 'sent', sent_on, trim(coalesce(note, '')), coalesce(sent_to, '{}'),
		case when hash is not null then trim(name) end, case when hash is not null then size end, hash, case when hash is not null then key end,
		private.me(), today);
	update public.obligations x set version = x.version + 1 where x.id = o.id;
	perform private.log(o.mission_id, 'obligation_sent', o.key, jsonb_strip_nulls(jsonb_build_object('sentOn', sent_on, 'dueOn', o.due_on,
		'sentTo', to_jsonb(sent_to), 'sha256', hash, 'note', nullif(trim(note), ''))), private.obligation_audience(o));
	return o.version + 1;
end $$;

-- The client's answer to what was sent; a duty of the client is not its own to accept.
create function public.answer_obligation(obligation uuid, read_version int, accepted boolean, reason text default '') returns int
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
begin
	o := private.my_obligation(obligation);
	perform private.must_be(o.mission_id, 'client_manager');
	perform private.require(o.version is not distinct from read_version, 409, 'stale');
	perform private.require(o.owner <> 'client' and o.standing = 'sent', 409, 'not_from_here',
		jsonb_build_object('state', o.standing));
	perform private.require(accepted is not null, 422, 'choice_missing', '{"field":"accepted"}');
	perform private.require(accepted or coalesce(answer_obligation.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(answer_obligation.reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	perform private.record_obligation_act(o, case when accepted then 'accepted' else 'contested' end, private.today(o.mission_id), answer_obligation.reason);
	perform private.log(o.mission_id, case when accepted then 'obligation_accepted' else 'obligation_contested' end, o.key,
		jsonb_strip_nulls(jsonb_build_object('reason', nullif(trim(answer_obligation.reason), ''))), private.obligation_audience(o));
	return o.version + 1;
end $$;

-- Nobody expects it any more, for a reason; or it is past its day and never came; or it is expected again.
create function public.close_obligation(obligation uuid, read_version int, reason text, closing text) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
begin
	o := private.my_obligation(obligation);
	perform private.must_be(o.mission_id, 'client_manager');
	perform private.require(o.version is not distinct from read_version, 409, 'stale');
	perform private.require(closing in ('waived', 'not_sent', 'restored'), 422, 'choice_missing', '{"field":"closing"}');
	perform private.require(case closing when 'restored' then o.standing in ('waived', 'not_sent')
			when 'not_sent' then o.standing in ('open', 'contested') and o.ended_at is null and o.proof in ('file', 'papers', 'statement')
				and o.due_on < private.today(o.mission_id)
			else o.standing in ('open', 'contested', 'not_sent') end, 409, 'not_from_here', jsonb_build_object('state', o.standing));
	perform private.require(coalesce(close_obligation.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(close_obligation.reason) <= 4000, 422, 'too_long', '{"field":"reason"}');
	perform private.record_obligation_act(o, closing, private.today(o.mission_id), close_obligation.reason);
	perform private.log(o.mission_id, case closing when 'waived' then 'obligation_waived' when 'not_sent' then 'obligation_not_sent' else 'obligation_restored' end, o.key,
		jsonb_build_object('reason', trim(close_obligation.reason)), private.obligation_audience(o));
	return o.version + 1;
end $$;

-- The same of many past ones at once, for one reason: daily reports that were kept on paper before. All or none.
create function public.close_obligations(mission uuid, keys text[], reason text, closing text) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	today date := private.today(mission);
	o public.obligations;
	closed int := 0;
	first date;
	last date;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require(closing in ('waived', 'not_sent'), 422, 'choice_missing', '{"field":"closing"}');
	perform private.require(coalesce(cardinality(keys), 0) between 1 and 5000, 422, 'bad_input', '{"field":"keys"}');
	perform private.require(coalesce(close_obligations.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(close_obligations.reason) <= 4000, 422, 'too_long', '{"field":"reason"}');
	for o in select x.* from public.obligations x where x.mission_id = mission and x.key = any (keys) order by x.key for update loop
		perform private.require(o.standing in ('open', 'contested') and o.ended_at is null and o.due_on < today
			and (closing = 'waived' or o.proof in ('file', 'papers', 'statement')), 409, 'not_from_here',
			jsonb_build_object('state', o.standing, 'key', o.key));
		perform private.record_obligation_act(o, closing, today, close_obligations.reason);
		closed := closed + 1;
		first := least(first, o.due_on);
		last := greatest(last, o.due_on);
	end loop;
	perform private.require(closed = (select count(distinct k) from unnest(keys) k), 404, 'not_found');
	perform private.log(mission, 'obligations_closed', (select string_agg(distinct x.code, ', ') from public.obligations x
			where x.mission_id = close_obligations.mission and x.key = any (keys)),
		jsonb_build_object('closing', closing, 'count', closed, 'from', first, 'to', last, 'reason', trim(close_obligations.reason)), 'client');
	return closed;
end $$;

-- So many days more, by an act of a day. Core works the new dates out; the old ones stay on the row.
create function public.extend_obligation(obligation uuid, read_version int, days int, act text, act_on date) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	o public.obligations;
	made uuid;
begin
	o := private.my_obligation(obligation);
	perform private.must_be(o.mission_id, 'client_manager');
	perform private.require(o.version is not distinct from read_version, 409, 'stale');
	perform private.require(o.due is not null and o.ended_at is null and o.standing in ('open', 'contested'), 409, 'not_from_here',
		jsonb_build_object('state', o.standing));
	perform private.require(extend_obligation.days between 1 and 3660, 422, 'bad_input', '{"field":"days"}');
	perform private.require(coalesce(act, '') ~ '\S', 422, 'reason_missing', '{"field":"act"}');
	perform private.require(length(act) <= 300, 422, 'too_long', '{"field":"act"}');
	perform private.require(act_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"actOn"}');
	perform private.require(act_on <= private.today(o.mission_id), 422, 'in_the_future', '{"field":"actOn"}');
	insert into public.obligation_acts (mission_id, obligation_id, duty, kind, on_day, reason, days, person_id, mission_day)
	values (o.mission_id, o.id, o.duty, 'extended', act_on, trim(act), extend_obligation.days, private.me(), private.today(o.mission_id));
	update public.obligations x set version = x.version + 1 where x.id = o.id;
	perform private.log(o.mission_id, 'obligation_extended', o.key, jsonb_build_object('days', extend_obligation.days, 'act', trim(act),
		'actOn', act_on, 'dueWas', o.due_on), private.obligation_audience(o));
	return o.version + 1;
end $$;

-- Which reading of an ambiguous clause counts: one of those the contract file offers, or '' for its own.
create function public.choose_reading(mission uuid, duty text, reading text, reason text default '') returns void
	language plpgsql security definer set search_path = '' as $$
declare
	was text;
begin
	perform private.must_be(mission, 'client_manager');
	reading := coalesce(reading, '');
	perform private.require(exists (select from public.missions m, lateral (
			select x from jsonb_array_elements(m.contract -> 'obligations') x
			union all select x from jsonb_array_elements(m.contract -> 'deliverables') x
			union all select x from jsonb_array_elements(m.contract -> 'milestones') x) c (x)
		where m.id = mission and c.x ->> 'code' = choose_reading.duty
			and jsonb_array_length(coalesce(c.x -> 'alternatives', '[]')) > 0
			and (choose_reading.reading = '' or exists (select from jsonb_array_elements(c.x -> 'alternatives') a where a ->> 'reading' = choose_reading.reading))),
		422, 'choice_missing', '{"field":"reading"}');
	perform private.require(length(coalesce(choose_reading.reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	select a.reason into was from public.obligation_acts a where a.mission_id = choose_reading.mission and a.kind = 'reading'
		and a.duty = choose_reading.duty order by a.number desc limit 1;
	insert into public.obligation_acts (mission_id, duty, kind, on_day, reason, person_id, mission_day)
	values (mission, choose_reading.duty, 'reading', private.today(mission), choose_reading.reading, private.me(), private.today(mission));
	perform private.log(mission, 'reading_chosen', choose_reading.duty, jsonb_strip_nulls(jsonb_build_object('reading', choose_reading.reading,
		'instead', was, 'reason', nullif(trim(choose_reading.reason), ''))));
end $$;

-- The obligations page reads this; runs as the person who reads. Years of daily reports are many rows, so it may ask
-- for less: one line; what is due by `until`, less what was settled here before `since`; or, for the dashboard, what is
-- past its day and told by no other list. `groups` counts them all.
create function public.obligations_page(mission_slug text, since date default null, until date default null, only_key text default null,
	only_late boolean default false) returns json
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return (with kept as materialized (select o.* from public.obligations o where o.mission_id = mission and o.ended_at is null
			and (only_key is null or o.key = only_key)
			and (until is null or (o.due_on <= until and (since is null or o.due_on >= since or o.standing in ('open', 'contested'))))
			and (not only_late or (o.source = 'obligation' and o.proof <> 'weekly_report' and o.standing in ('open', 'contested')
				and o.due_on < (select coalesce(m.plays_on, (now() at time zone m.time_zone)::date) from public.missions m where m.id = mission))))
		select json_build_object(
		'rows', coalesce((select json_agg(json_build_object('id', o.id, 'key', o.key, 'duty', o.duty, 'code', o.code, 'source', o.source,
			'kind', o.kind, 'title', o.title, 'owner', o.owner, 'recipients', o.recipients, 'proof', o.proof, 'period', o.period,
			'happening', o.happening, 'event', o.event, 'eventOn', o.event_on, 'countsFrom', o.counts_from, 'k', o.k, 'rule', o.rule,
			'state', o.plan_state, 'nominal', o.nominal, 'due', o.due, 'advised', o.advised, 'initial', o.initial,
			'ended', false, 'version', o.version)) from kept o), '[]'),
		'groups', case when only_key is null and not only_late then coalesce((select json_agg(x) from (select o.code, min(o.title) as title, o.kind, o.owner, count(*) as count
			from public.obligations o where o.mission_id = mission and o.ended_at is null group by o.code, o.kind, o.owner) x), '[]') end,
		'acts', coalesce((select json_agg(json_build_object('id', a.id, 'key', o.key, 'duty', a.duty, 'kind', a.kind, 'on', a.on_day, 'reason', a.reason,
			'days', a.days, 'sentTo', a.sent_to, 'fileName', a.file_name, 'fileSize', a.file_size, 'sha256', a.sha256, 'missionDay', a.mission_day,
			'by', w.full_name) order by a.number)
			from public.obligation_acts a left join kept o on o.id = a.obligation_id left join public.people w on w.id = a.person_id
			where a.mission_id = mission and (a.obligation_id is null or o.id is not null)), '[]'),
		'meetings', coalesce((select json_agg(json_build_object('code', g.code, 'committee', c.code, 'title', g.title, 'day', g.held_on,
			'state', g.state, 'told', g.convened_at is not null, 'circulatedOn', g.circulated_on) order by g.held_on, g.code)
			from public.meetings g join public.committees c on c.id = g.committee_id where g.mission_id = mission), '[]'),
		'milestones', coalesce((select json_agg(json_build_object('code', x.code, 'dueOn', x.due_on, 'doneOn', x.done_on, 'fixed', x.is_fixed))
			from public.milestones x where x.mission_id = mission), '[]'),
		'versions', coalesce((select json_agg(json_build_object('code', d.code, 'number', v.number, 'state', v.state, 'on', v.submitted_on)
			order by v.submitted_at) from public.versions v join public.deliverables d on d.id = v.deliverable_id where v.mission_id = mission), '[]'),
		'reports', coalesce((select json_agg(json_build_object('period', r.period, 'state', r.state, 'filedOn', coalesce(r.first_filed_on, r.filed_on),
			'answeredOn', r.answered_on, 'reason', r.contest_reason)) from public.weekly_reports r where r.mission_id = mission and r.state <> 'draft'), '[]')));
end $$;

-- Where the bytes of a proof are, as far as the person may read it.
create function public.obligation_file(mission_slug text, act uuid) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object('name', a.file_name, 'size', a.file_size, 'sha256', a.sha256, 'key', a.storage_key)
		from public.obligation_acts a join public.missions m on m.id = a.mission_id
		where a.id = act and m.slug = mission_slug and a.storage_key is not null);
end $$;

grant execute on function public.send_obligation(uuid, int, date, text[], text, text, bigint, text, text),
	public.answer_obligation(uuid, int, boolean, text), public.close_obligation(uuid, int, text, text), public.close_obligations(uuid, text[], text, text),
	public.extend_obligation(uuid, int, int, text, date), public.choose_reading(uuid, text, text, text),
	public.obligations_page(text, date, date, text, boolean), public.obligation_file(text, uuid) to authenticated;

create or replace function private.kept_files() returns table (storage_key text, name text, sha256 text)
	language sql stable security definer set search_path = '' as
$$ select f.storage_key, f.name, f.sha256 from public.version_files f
   union all select d.storage_key, d.name, d.sha256 from public.drafts d
   union all select r.storage_key, r.file_name, r.file_sha256 from public.weekly_reports r where r.storage_key is not null
   union all select r.storage_key, r.file_name, r.file_sha256 from public.report_filings r
   union all select a.storage_key, a.file_name, a.sha256 from public.obligation_acts a where a.storage_key is not null $$;
