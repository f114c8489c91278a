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
		due = excluded.due, advised = excluded.advised, due_on = excluded.due_on, initial = excluded.initial, ended_at = null,
		-- A page read before its dates moved is stale.
		version = obligations.version + 1;
	update public.obligations o set ended_at = clock_timestamp()
	where o.mission_id = mission and o.ended_at is null and o.key = any (store_obligations.ended);
	-- A deliverable that was given more time is late from its new day on, on its own page too.
	update public.deliverables d set due_on = o.due_on, advised_on = left(o.advised, 10)::date, version = d.version + 1
	from public.obligations o where o.mission_id = mission and d.mission_id = mission and o.source = 'deliverable' and o.key = d.code
		and o.ended_at is null and o.initial is not null and o.due_on is not null and d.due_on is distinct from o.due_on;
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
