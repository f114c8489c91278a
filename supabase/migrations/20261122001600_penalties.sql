-- Penalties: what the contract lets the client claim for a fact. Core works them out, the server's own door stores
-- them; a person never writes what was computed. What people do about them is in penalty_acts, never rewritten.

-- Whether a regime asks for the contractor's comments before a penalty is decided, and for at least how many days;
-- core/penalties/follow/hearing.ts says the same and a test holds the two equal.
create table private.penalty_hearings (
	regime text primary key,
	needed text not null check (needed in ('required', 'none', 'unknown')),
	days int
);
alter table private.penalty_hearings enable row level security;
insert into private.penalty_hearings values
	('unknown', 'unknown', null),
	('ccag-pi-2009', 'none', null),
	('ccag-pi-2021', 'required', 15),
	('ccag-fcs-2021', 'required', 15),
	('cps', 'unknown', null),
	('simple', 'unknown', null);

-- What stopped the service, each record whole; a correction is a following revision, and the last one counts.
create table public.interruptions (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id),
	number text not null,
	revision int not null default 1,
	-- The mission's own time, to the second. No end: it still lasts.
	starts_at timestamp(0) not null,
	ends_at timestamp(0) check (ends_at > starts_at),
	seconds int,
	what text not null check (length(trim(what)) between 1 and 300),
	place text not null default '' check (length(place) <= 300),
	-- The contractor's doing? Null until the client says.
	attributable boolean,
	attributable_reason text not null default '' check (length(attributable_reason) <= 2000),
	-- Kept here, left out of what is counted.
	excluded boolean not null default false,
	excluded_reason text not null default '' check (length(excluded_reason) <= 2000),
	-- Why this revision was written.
	correction text not null default '' check (length(correction) <= 4000),
	file_name text,
	file_size bigint,
	sha256 text,
	storage_key text,
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp(),
	unique (mission_id, number, revision)
);
comment on table public.interruptions is 'The register of interruptions of the service: corrected by a following revision, never deleted.';

create table public.penalties (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id),
	number text not null,
	-- The fact it is about, once and for all: late:E-S4/2019-W48, interruption:INT-001.
	key text not null,
	about text not null check (about in ('obligation', 'deliverable', 'report', 'interruption')),
	subject text not null,
	code text not null,
	title text not null,
	-- The clause of the contract file that prices it, or the one the client cites.
	clause_code text,
	clause jsonb,
	-- The facts and the arithmetic as they were when the amount was worked out.
	facts jsonb not null,
	steps jsonb not null,
	currency text,
	-- Null: undetermined, which is not zero.
	amount_cents bigint check (amount_cents >= 0),
	typed boolean not null default false,
	-- Of the mission's whole, where a text sets them and the contract's value is known.
	exempt_cents bigint,
	cap_cents bigint,
	stage text not null check (stage in ('detected', 'computed', 'lapsed', 'invited', 'commented', 'decided', 'charged')),
	found_on date not null,
	-- From this day the contractor knows of it, and its numbers no longer change.
	notified_on date,
	comment_by date,
	decision text check (decision in ('applied', 'reduced', 'waived')),
	decided_cents bigint check (decided_cents >= 0 and decided_cents <= amount_cents),
	charged_ref text,
	charged_on date,
	version int not null default 1,
	unique (mission_id, number),
	unique (mission_id, key),
	unique (id, mission_id)
);
comment on table public.penalties is 'One row per fact that the contract may make the contractor pay for; simulated until it is notified.';

create table public.penalty_acts (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	mission_id uuid not null,
	penalty_id uuid not null,
	kind text not null check (kind in ('detected', 'computed', 'recomputed', 'typed', 'lapsed', 'invited', 'commented', 'decided', 'charged')),
	amount_cents bigint,
	decision text,
	words text not null default '' check (length(words) <= 8000),
	-- Until when to comment; the day of the invoice.
	day date,
	-- A comment that came after its day: taken, and marked.
	late boolean not null default false,
	delegation_id uuid references public.delegations (id),
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp(),
	foreign key (penalty_id, mission_id) references public.penalties (id, mission_id)
);
create index penalty_acts_penalty on public.penalty_acts (penalty_id);
create index penalty_acts_mission on public.penalty_acts (mission_id);
comment on table public.penalty_acts is 'What was done about a penalty, in order: a decision is corrected by a following one.';

-- Which reading of a disputed clause the client retains; '' is the clause''s own. The last one counts.
create table public.penalty_readings (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	mission_id uuid not null references public.missions (id),
	clause_code text not null,
	reading text not null,
	reason text not null,
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp()
);
create index penalty_readings_mission on public.penalty_readings (mission_id);
comment on table public.penalty_readings is 'How the client reads a penalty clause that may be read in two ways, with its reason.';

alter table public.interruptions enable row level security;
alter table public.penalties enable row level security;
alter table public.penalty_acts enable row level security;
alter table public.penalty_readings enable row level security;
create policy "members read the register of interruptions" on public.interruptions for select to authenticated using (
	mission_id in (select private.my_missions()));
-- A simulated amount is the client's alone.
create policy "the client reads penalties, the others once notified" on public.penalties for select to authenticated using (
	mission_id in (select private.my_missions_as('client'))
	or (notified_on is not null and mission_id in (select private.my_missions())));
create policy "the client reads acts, the others from the invitation on" on public.penalty_acts for select to authenticated using (
	mission_id in (select private.my_missions_as('client'))
	or (kind in ('invited', 'commented', 'decided', 'charged') and mission_id in (select private.my_missions())));
create policy "the client reads how it reads its clauses" on public.penalty_readings for select to authenticated using (
	mission_id in (select private.my_missions_as('client')));
grant select on public.interruptions, public.penalties, public.penalty_acts, public.penalty_readings to authenticated;

create trigger interruptions_are_append_only before update or delete on public.interruptions for each row execute function private.refuse_change();
create trigger interruptions_are_not_truncated before truncate on public.interruptions for each statement execute function private.refuse_change();
create trigger penalty_acts_are_append_only before update or delete on public.penalty_acts for each row execute function private.refuse_change();
create trigger penalty_acts_are_not_truncated before truncate on public.penalty_acts for each statement execute function private.refuse_change();
create trigger penalty_readings_are_append_only before update or delete on public.penalty_readings for each row execute function private.refuse_change();
create trigger penalty_readings_are_not_truncated before truncate on public.penalty_readings for each statement execute function private.refuse_change();

-- Once notified, what was computed stays as it was; a line is never taken out.
create function private.notified_numbers_stay() returns trigger
	language plpgsql set search_path = '' as $$
begin
	if tg_op = 'DELETE' or new.number <> old.number or new.key <> old.key or new.mission_id <> old.mission_id
		or (old.notified_on is not null and (new.amount_cents, new.facts, new.steps, new.clause, new.notified_on, new.currency, new.exempt_cents, new.cap_cents)
			is distinct from (old.amount_cents, old.facts, old.steps, old.clause, old.notified_on, old.currency, old.exempt_cents, old.cap_cents)) then
		perform private.refuse(403, 'append_only');
	end if;
	return new;
end $$;
create trigger penalties_keep_what_was_notified before update or delete on public.penalties for each row execute function private.notified_numbers_stay();
create trigger penalties_are_not_truncated before truncate on public.penalties for each statement execute function private.refuse_change();

create function private.penalty_act(p public.penalties, kind text, amount bigint default null, words text default '', decision text default null,
	day date default null, late boolean default false, delegation uuid default null) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	insert into public.penalty_acts (mission_id, penalty_id, kind, amount_cents, decision, words, day, late, delegation_id, person_id, mission_day)
	values (p.mission_id, p.id, penalty_act.kind, amount, penalty_act.decision, btrim(coalesce(penalty_act.words, ''), E' \t\r\n'),
		penalty_act.day, penalty_act.late, delegation, private.me(), private.today(p.mission_id));
end $$;

-- The one way computed amounts come in: what core worked out, in the name of the project manager who asked for it.
-- Lines the contractor knows of keep their numbers; an amount the client typed stays while its facts change.
create function private.store_penalties(acting uuid, mission uuid, rows jsonb, gone text[]) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	x record;
	p public.penalties;
	was public.penalties;
	fresh int := 0;
	changed int := 0;
	lapsed int := 0;
	n int;
begin
	perform set_config('request.jwt.claim.sub', acting::text, true),
		set_config('request.jwt.claims', jsonb_build_object('sub', acting, 'role', 'authenticated')::text, true);
	perform private.must_be(mission, 'client_manager');
	perform pg_advisory_xact_lock(hashtextextended('penalties ' || mission, 0));
	select count(*) into n from public.penalties o where o.mission_id = mission;
	for x in select * from jsonb_to_recordset(store_penalties.rows) as r (key text, about text, subject text, code text, title text, clause_code text,
		clause jsonb, facts jsonb, steps jsonb, currency text, amount_cents bigint, exempt_cents bigint, cap_cents bigint) loop
		select * into p from public.penalties o where o.mission_id = mission and o.key = x.key for update;
		if p.id is null then
			n := n + 1;
			insert into public.penalties (mission_id, number, key, about, subject, code, title, clause_code, clause, facts, steps, currency,
				amount_cents, exempt_cents, cap_cents, stage, found_on)
			values (mission, 'PEN-' || lpad(n::text, 3, '0'), x.key, x.about, x.subject, x.code, x.title, x.clause_code, x.clause, x.facts, x.steps, x.currency,
				x.amount_cents, x.exempt_cents, x.cap_cents, case when x.amount_cents is null then 'detected' else 'computed' end, private.today(mission))
			returning * into p;
			perform private.penalty_act(p, 'detected');
			if p.amount_cents is not null then perform private.penalty_act(p, 'computed', p.amount_cents); end if;
			fresh := fresh + 1;
		elsif p.notified_on is null then
			was := p;
			update public.penalties o set facts = x.facts, title = x.title, version = o.version + 1,
				steps = x.steps || coalesce((select jsonb_agg(s) from jsonb_array_elements(o.steps) s where o.typed and s ->> 'key' = 'typed'), '[]'),
				clause_code = case when o.typed then o.clause_code else x.clause_code end,
				clause = case when o.typed then o.clause else x.clause end,
				amount_cents = case when o.typed then o.amount_cents else x.amount_cents end,
				exempt_cents = x.exempt_cents, cap_cents = x.cap_cents,
				stage = case when o.typed or x.amount_cents is not null then 'computed' else 'detected' end
			where o.id = p.id returning * into p;
			-- A delay that only grows is brought up to date; what it costs is told when that changes.
			if was.stage = 'lapsed' then perform private.penalty_act(p, 'detected'); end if;
			if was.stage = 'lapsed' or p.amount_cents is distinct from was.amount_cents then
				perform private.penalty_act(p, 'recomputed', p.amount_cents);
			end if;
			changed := changed + 1;
		end if;
	end loop;
	for p in select * from public.penalties o where o.mission_id = mission and o.key = any (coalesce(gone, '{}'))
		and o.notified_on is null and o.stage <> 'lapsed' for update loop
		update public.penalties o set stage = 'lapsed', version = o.version + 1 where o.id = p.id;
		perform private.penalty_act(p, 'lapsed');
		lapsed := lapsed + 1;
	end loop;
	if fresh + changed + lapsed > 0 then
		perform private.log(mission, 'penalties_detected', null,
			jsonb_build_object('fresh', fresh, 'changed', changed, 'lapsed', lapsed), 'client');
	end if;
	return jsonb_build_object('fresh', fresh, 'changed', changed, 'lapsed', lapsed);
end $$;
