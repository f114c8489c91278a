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

-- The row a person acts on, as far as they may know of it.
create function private.my_penalty(penalty uuid, read_version int) returns public.penalties
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
begin
	select * into p from public.penalties x where x.id = penalty and (x.mission_id in (select private.my_missions_as('client'))
		or (x.notified_on is not null and x.mission_id in (select private.my_missions()))) for update;
	perform private.require(p.id is not null, 404, 'not_found');
	return p;
end $$;

create function private.cents_of(amount numeric, field text) returns bigint
	language plpgsql immutable set search_path = '' as $$
begin
	perform private.require(amount is not null and amount > 0 and amount < 10000000000000 and amount * 100 = trunc(amount * 100),
		422, 'amount_unreadable', jsonb_build_object('field', field));
	return (amount * 100)::bigint;
end $$;

-- Where no clause of the file gives an amount: the client types it, with the clause it found in the other papers.
create function public.type_penalty(penalty uuid, read_version int, amount numeric, clause_ref text, clause_quote text default '') returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
	cents bigint;
begin
	p := private.my_penalty(penalty, read_version);
	perform private.must_be(p.mission_id, 'client_manager');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.notified_on is null and p.stage in ('detected', 'computed') and (p.amount_cents is null or p.typed), 409, 'not_from_here',
		jsonb_build_object('stage', p.stage));
	cents := private.cents_of(amount, 'amount');
	perform private.require(coalesce(clause_ref, '') ~ '\S', 422, 'clause_missing', '{"field":"ref"}');
	perform private.require(length(clause_ref) <= 300, 422, 'too_long', '{"field":"ref"}');
	perform private.require(length(coalesce(clause_quote, '')) <= 400, 422, 'too_long', '{"field":"quote"}');
	update public.penalties x set amount_cents = cents, typed = true, stage = 'computed', version = x.version + 1,
		clause = jsonb_strip_nulls(jsonb_build_object('ref', trim(clause_ref), 'quote', nullif(trim(coalesce(clause_quote, '')), ''))),
		steps = coalesce((select jsonb_agg(s) from jsonb_array_elements(x.steps) s where s ->> 'key' <> 'typed'), '[]')
			|| jsonb_build_object('key', 'typed', 'amount', cents || 'n', 'ref', trim(clause_ref))
	where x.id = p.id;
	perform private.penalty_act(p, 'typed', cents, trim(clause_ref) || coalesce(' : « ' || nullif(trim(clause_quote), '') || ' »', ''));
	perform private.log(p.mission_id, 'penalty_typed', p.number, jsonb_build_object('amountCents', cents, 'clause', trim(clause_ref)), 'client');
	return p.version + 1;
end $$;

-- From here on the contractor knows of it, its facts and its amount, and may comment until a day.
create function public.invite_to_comment(penalty uuid, read_version int, comment_by date, message text default '') returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
	today date;
	least int;
begin
	p := private.my_penalty(penalty, read_version);
	perform private.must_be(p.mission_id, 'client_manager');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.notified_on is null and p.stage in ('detected', 'computed'), 409, 'not_from_here', jsonb_build_object('stage', p.stage));
	perform private.require(p.amount_cents is not null, 409, 'amount_undetermined');
	perform private.require(length(coalesce(message, '')) <= 4000, 422, 'too_long', '{"field":"message"}');
	perform private.require(comment_by is not null and comment_by between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"commentBy"}');
	today := private.today(p.mission_id);
	perform private.require(comment_by > today, 422, 'date_in_the_past', '{"field":"commentBy"}');
	select h.days into least from public.missions m join private.penalty_hearings h on h.regime = m.regime where m.id = p.mission_id and h.needed = 'required';
	perform private.require(least is null or comment_by >= today + least, 422, 'comment_delay_too_short',
		jsonb_build_object('field', 'commentBy', 'days', least));
	perform private.require(exists (select from private.to_notify(p.mission_id)), 409, 'nobody_to_notify');
	update public.penalties x set stage = 'invited', notified_on = today, comment_by = invite_to_comment.comment_by, version = x.version + 1
	where x.id = p.id;
	perform private.penalty_act(p, 'invited', p.amount_cents, message, null, comment_by);
	perform private.log(p.mission_id, 'penalty_invited', p.number,
		jsonb_build_object('amountCents', p.amount_cents, 'commentBy', comment_by, 'notifiedTo', array(select r.email from private.to_notify(p.mission_id) r order by 1)));
	perform private.mail(p.mission_id, r.email, 'penalty_invited', jsonb_build_object('name', r.full_name, 'number', p.number, 'title', p.title,
		'amountCents', p.amount_cents, 'currency', p.currency, 'commentBy', comment_by, 'message', btrim(coalesce(message, ''), E' \t\r\n')))
		from private.reached(p.mission_id, array['contractor_lead', 'consultant']) r;
	return p.version + 1;
end $$;

-- The contractor's comments, once; after their day they are taken all the same, and marked.
create function public.comment_penalty(penalty uuid, read_version int, comment text) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
	late boolean;
begin
	p := private.my_penalty(penalty, read_version);
	perform private.must_be(p.mission_id, 'contractor_lead');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.stage = 'invited', 409, 'not_from_here', jsonb_build_object('stage', p.stage));
	perform private.require(coalesce(comment, '') ~ '\S', 422, 'comment_missing', '{"field":"comment"}');
	perform private.require(length(comment) <= 8000, 422, 'too_long', '{"field":"comment"}');
	late := private.today(p.mission_id) > p.comment_by;
	update public.penalties x set stage = 'commented', version = x.version + 1 where x.id = p.id;
	perform private.penalty_act(p, 'commented', null, comment, null, null, late);
	perform private.log(p.mission_id, 'penalty_commented', p.number, jsonb_build_object('late', late));
	perform private.mail(p.mission_id, r.email, 'penalty_commented', jsonb_build_object('name', r.full_name, 'number', p.number, 'title', p.title))
		from private.reached(p.mission_id, array['client_manager', 'client_signatory']) r;
	return p.version + 1;
end $$;

-- The client's decision, by who signs; taken again, it corrects the one before, which stays on record.
create function public.decide_penalty(penalty uuid, read_version int, decision text, amount numeric default null, reason text default '') returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
	signs record;
	cents bigint := 0;
	needed text;
	again boolean;
	today date;
begin
	p := private.my_penalty(penalty, read_version);
	select * into signs from private.signing_for(p.mission_id);
	perform private.require(signs.may, 403, 'not_allowed');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.stage <> 'lapsed', 409, 'not_from_here', jsonb_build_object('stage', p.stage));
	today := private.today(p.mission_id);
	again := p.stage in ('decided', 'charged');
	select h.needed into needed from public.missions m left join private.penalty_hearings h on h.regime = m.regime where m.id = p.mission_id;
	perform private.require(p.comment_by is not null or coalesce(needed, 'unknown') <> 'required', 409, 'hearing_missing');
	perform private.require(p.stage <> 'invited' or today > p.comment_by, 409, 'comment_delay_running', jsonb_build_object('until', p.comment_by));
	perform private.require(decide_penalty.decision in ('applied', 'reduced', 'waived'), 422, 'choice_missing', '{"field":"decision"}');
	perform private.require((decide_penalty.decision = 'applied' and not again) or coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(reason, '')) <= 8000, 422, 'too_long', '{"field":"reason"}');
	if decide_penalty.decision <> 'waived' then
		perform private.require(p.amount_cents is not null, 409, 'amount_undetermined');
		-- One cannot decide more than the clause gives; less has its own word.
		cents := case when decide_penalty.decision = 'applied' and amount is null then p.amount_cents else private.cents_of(amount, 'amount') end;
		perform private.require(cents <= p.amount_cents, 422, 'amount_above_computed', '{"field":"amount"}');
		perform private.require(decide_penalty.decision <> 'reduced' or cents < p.amount_cents, 422, 'amount_not_reduced', '{"field":"amount"}');
		perform private.require(decide_penalty.decision <> 'applied' or cents = p.amount_cents, 422, 'amount_is_reduced', '{"field":"amount"}');
		perform private.require(p.exempt_cents is null or p.exempt_cents < p.amount_cents + coalesce((select sum(case when x.decision is not null
			then x.decided_cents else x.amount_cents end) from public.penalties x where x.mission_id = p.mission_id and x.id <> p.id and x.stage <> 'lapsed'), 0),
			409, 'penalty_exempt');
		perform private.require(p.cap_cents is null or p.cap_cents >= cents + coalesce((select sum(x.decided_cents) from public.penalties x
			where x.mission_id = p.mission_id and x.id <> p.id and x.decision is not null), 0), 422, 'above_cap', '{"field":"amount"}');
	end if;
	perform private.require(exists (select from private.to_notify(p.mission_id)), 409, 'nobody_to_notify');
	update public.penalties x set stage = 'decided', decision = decide_penalty.decision, decided_cents = case when x.amount_cents is null then null else cents end,
		notified_on = coalesce(x.notified_on, today), charged_ref = null, charged_on = null, version = x.version + 1 where x.id = p.id;
	perform private.penalty_act(p, 'decided', cents, reason, decide_penalty.decision, null, false, signs.delegation);
	perform private.log(p.mission_id, 'penalty_decided', p.number, jsonb_strip_nulls(jsonb_build_object('decision', decide_penalty.decision,
		'amountCents', cents, 'delegation', signs.delegation, 'instead', p.decision)));
	perform private.mail(p.mission_id, r.email, 'penalty_decided', jsonb_build_object('name', r.full_name, 'number', p.number, 'title', p.title,
		'decision', decide_penalty.decision, 'amountCents', cents, 'currency', p.currency, 'reasons', btrim(coalesce(reason, ''), E' \t\r\n'),
		'corrects', again, 'by', private.person_name(private.me()),
		'of', (select private.person_name(s.person_id) from public.delegations g join public.memberships s on s.id = g.membership_id where g.id = signs.delegation)))
		from private.reached(p.mission_id, array['contractor_lead', 'consultant', 'client_manager', 'client_signatory']) r
		where r.person is distinct from private.me();
	return p.version + 1;
end $$;

-- Deducted from an invoice or a statement of account, whose reference and day stay on record.
create function public.charge_penalty(penalty uuid, read_version int, reference text, charged_on date) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
begin
	p := private.my_penalty(penalty, read_version);
	perform private.must_be(p.mission_id, 'client_manager');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.stage = 'decided' and p.decision <> 'waived', 409, 'not_from_here', jsonb_build_object('stage', p.stage));
	perform private.require(coalesce(reference, '') ~ '\S', 422, 'reference_missing', '{"field":"reference"}');
	perform private.require(length(reference) <= 200, 422, 'too_long', '{"field":"reference"}');
	perform private.require(charge_penalty.charged_on is not null and charge_penalty.charged_on between '1900-01-01' and '2200-12-31',
		422, 'date_out_of_range', '{"field":"chargedOn"}');
	perform private.require(charge_penalty.charged_on <= private.today(p.mission_id), 422, 'in_the_future', '{"field":"chargedOn"}');
	perform private.require(charge_penalty.charged_on >= (select max(a.mission_day) from public.penalty_acts a where a.penalty_id = p.id and a.kind = 'decided'),
		422, 'charged_before_decided', '{"field":"chargedOn"}');
	update public.penalties x set stage = 'charged', charged_ref = trim(reference), charged_on = charge_penalty.charged_on, version = x.version + 1 where x.id = p.id;
	perform private.penalty_act(p, 'charged', p.decided_cents, reference, null, charge_penalty.charged_on);
	perform private.log(p.mission_id, 'penalty_charged', p.number, jsonb_build_object('reference', trim(reference), 'chargedOn', charge_penalty.charged_on,
		'amountCents', p.decided_cents));
	return p.version + 1;
end $$;

-- One of the readings the contract file offers of a penalty clause, or '' for the narrow one.
create function public.choose_penalty_reading(mission uuid, clause_code text, reading text, reason text) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.must_be(mission, 'client_manager');
	reading := coalesce(reading, '');
	perform private.require(exists (select from public.missions m, lateral jsonb_array_elements(m.contract -> 'penalties' -> 'items') c (x)
		where m.id = mission and c.x ->> 'code' = choose_penalty_reading.clause_code and jsonb_array_length(coalesce(c.x -> 'alternatives', '[]')) > 0
			and (choose_penalty_reading.reading = '' or exists (select from jsonb_array_elements(c.x -> 'alternatives') a where a ->> 'reading' = choose_penalty_reading.reading))),
		422, 'choice_missing', '{"field":"reading"}');
	perform private.require(coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(reason) <= 4000, 422, 'too_long', '{"field":"reason"}');
	insert into public.penalty_readings (mission_id, clause_code, reading, reason, person_id, mission_day)
	values (mission, choose_penalty_reading.clause_code, choose_penalty_reading.reading, trim(reason), private.me(), private.today(mission));
	perform private.log(mission, 'penalty_reading_chosen', choose_penalty_reading.clause_code,
		jsonb_build_object('reading', choose_penalty_reading.reading, 'reason', trim(choose_penalty_reading.reason)), 'client');
end $$;

-- What a revision of an interruption must hold; the same for a new one and for a correction.
create function private.check_interruption(i public.interruptions) returns public.interruptions
	language plpgsql stable security definer set search_path = '' as $$
declare
	today date := private.today(i.mission_id);
	zone text := (select m.time_zone from public.missions m where m.id = i.mission_id);
begin
	perform private.require(i.starts_at is not null and i.starts_at between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"startsAt"}');
	perform private.require(i.starts_at::date <= today, 422, 'in_the_future', '{"field":"startsAt"}');
	perform private.require(i.ends_at is null or i.ends_at > i.starts_at, 422, 'end_before_start', '{"field":"endsAt"}');
	perform private.require(i.ends_at is null or i.ends_at::date <= today, 422, 'in_the_future', '{"field":"endsAt"}');
	perform private.require(coalesce(i.what, '') ~ '\S', 422, 'wording_missing', '{"field":"what"}');
	perform private.require(length(i.what) <= 300, 422, 'too_long', '{"field":"what"}');
	perform private.require(length(i.place) <= 300, 422, 'too_long', '{"field":"place"}');
	perform private.require(i.attributable is null or i.attributable_reason ~ '\S', 422, 'reason_missing', '{"field":"attributableReason"}');
	perform private.require(length(i.attributable_reason) <= 2000, 422, 'too_long', '{"field":"attributableReason"}');
	perform private.require(not i.excluded or i.excluded_reason ~ '\S', 422, 'reason_missing', '{"field":"excludedReason"}');
	perform private.require(length(i.excluded_reason) <= 2000, 422, 'too_long', '{"field":"excludedReason"}');
	perform private.require(i.ends_at is null or i.ends_at - i.starts_at < interval '10 years', 422, 'date_out_of_range', '{"field":"endsAt"}');
	-- How long it really lasted: clocks that were put forward or back are counted in.
	i.seconds := extract(epoch from (i.ends_at at time zone zone) - (i.starts_at at time zone zone))::int;
	perform private.require(i.seconds is null or i.seconds > 0, 422, 'end_before_start', '{"field":"endsAt"}');
	if i.sha256 is not null then
		perform private.require(i.sha256 ~ '^[0-9a-f]{64}$' and coalesce(i.storage_key, '') ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$' and coalesce(i.file_size, 0) > 0, 422, 'no_file', '{"field":"file"}');
		perform private.require(length(trim(i.file_name)) between 1 and 200 and i.file_name !~ '[\x01-\x1f\x7f-\x9f/\\]', 422, 'file_name_refused', '{"field":"file"}');
	end if;
	i.what := trim(i.what);
	i.place := trim(i.place);
	return i;
end $$;

-- A key names the bytes of one record.
create function private.is_new_key(key text) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return not exists (select from private.kept_files() f where f.storage_key = key);
end $$;

-- Either side says that the service stopped; whose doing it was is for the client to say.
create function public.record_interruption(mission uuid, starts_at timestamp, ends_at timestamp, what text, place text default '',
	attributable boolean default null, attributable_reason text default '', excluded boolean default false, excluded_reason text default '',
	name text default null, size bigint default null, hash text default null, key text default null) returns text
	language plpgsql security definer set search_path = '' as $$
declare
	i public.interruptions;
begin
	perform private.must_be(mission, 'client_manager', 'contractor_lead', 'consultant');
	perform private.require(private.i_am(mission, 'client_manager')
		or (record_interruption.attributable is null and not coalesce(record_interruption.excluded, false)), 403, 'not_allowed');
	i.mission_id := mission;
	i.starts_at := record_interruption.starts_at;
	i.ends_at := record_interruption.ends_at;
	i.what := record_interruption.what;
	i.place := coalesce(record_interruption.place, '');
	i.attributable := record_interruption.attributable;
	i.attributable_reason := trim(coalesce(record_interruption.attributable_reason, ''));
	i.excluded := coalesce(record_interruption.excluded, false);
	i.excluded_reason := trim(coalesce(record_interruption.excluded_reason, ''));
	i.file_name := name; i.file_size := size; i.sha256 := hash; i.storage_key := key;
	i := private.check_interruption(i);
	perform private.require(hash is null or private.is_new_key(key), 422, 'bad_input');
	perform pg_advisory_xact_lock(hashtextextended('interruptions ' || mission, 0));
	i.number := 'INT-' || lpad((1 + (select count(distinct x.number) from public.interruptions x where x.mission_id = mission))::text, 3, '0');
	insert into public.interruptions (mission_id, number, starts_at, ends_at, seconds, what, place, attributable, attributable_reason, excluded, excluded_reason,
		file_name, file_size, sha256, storage_key, person_id, mission_day)
	values (mission, i.number, i.starts_at, i.ends_at, i.seconds, i.what, i.place, i.attributable, i.attributable_reason, i.excluded, i.excluded_reason,
		case when hash is not null then trim(name) end, case when hash is not null then size end, hash, case when hash is not null then key end,
		private.me(), private.today(mission));
	perform private.log(mission, 'interruption_recorded', i.number, jsonb_strip_nulls(jsonb_build_object('startsAt', i.starts_at, 'endsAt', i.ends_at,
		'seconds', i.seconds, 'attributable', i.attributable, 'sha256', hash)));
	return i.number;
end $$;

-- A following revision, with its reason; what was written before stays. Without a new file the former proof goes on.
create function public.correct_interruption(mission uuid, number text, read_revision int, correction text, starts_at timestamp, ends_at timestamp, what text,
	place text default '', attributable boolean default null, attributable_reason text default '', excluded boolean default false, excluded_reason text default '',
	name text default null, size bigint default null, hash text default null, key text default null) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	was public.interruptions;
	i public.interruptions;
begin
	perform private.must_be(mission, 'client_manager');
	perform pg_advisory_xact_lock(hashtextextended('interruptions ' || mission, 0));
	select * into was from public.interruptions x where x.mission_id = mission and x.number = correct_interruption.number order by x.revision desc limit 1;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.require(was.revision is not distinct from read_revision, 409, 'stale');
	perform private.require(coalesce(correct_interruption.correction, '') ~ '\S', 422, 'reason_missing', '{"field":"correction"}');
	perform private.require(length(correct_interruption.correction) <= 4000, 422, 'too_long', '{"field":"correction"}');
	i := was;
	i.starts_at := correct_interruption.starts_at;
	i.ends_at := correct_interruption.ends_at;
	i.what := correct_interruption.what;
	i.place := coalesce(correct_interruption.place, '');
	i.attributable := correct_interruption.attributable;
	i.attributable_reason := trim(coalesce(correct_interruption.attributable_reason, ''));
	i.excluded := coalesce(correct_interruption.excluded, false);
	i.excluded_reason := trim(coalesce(correct_interruption.excluded_reason, ''));
	if hash is not null then
		perform private.require(private.is_new_key(key), 422, 'bad_input');
		i.file_name := trim(name); i.file_size := size; i.sha256 := hash; i.storage_key := key;
	end if;
	i := private.check_interruption(i);
	insert into public.interruptions (mission_id, number, revision, starts_at, ends_at, seconds, what, place, attributable, attributable_reason, excluded, excluded_reason,
		correction, file_name, file_size, sha256, storage_key, person_id, mission_day)
	values (mission, was.number, was.revision + 1, i.starts_at, i.ends_at, i.seconds, i.what, i.place, i.attributable, i.attributable_reason, i.excluded, i.excluded_reason,
		trim(correct_interruption.correction), i.file_name, i.file_size, i.sha256, i.storage_key, private.me(), private.today(mission));
	perform private.log(mission, 'interruption_corrected', was.number, jsonb_strip_nulls(jsonb_build_object('revision', was.revision + 1,
		'reason', trim(correct_interruption.correction), 'startsAt', i.starts_at, 'endsAt', i.ends_at, 'seconds', i.seconds,
		'attributable', i.attributable, 'excluded', i.excluded, 'sha256', hash)));
	return was.revision + 1;
end $$;

-- What the pages show, each read in one call as the person who reads: the policies above say what there is for them.
create function public.interruptions_page(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return jsonb_build_object('revisions', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'revision', i.revision,
		'startsAt', to_char(i.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'endsAt', to_char(i.ends_at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'seconds', i.seconds,
		'what', i.what, 'place', i.place, 'attributable', i.attributable, 'attributableReason', i.attributable_reason,
		'excluded', i.excluded, 'excludedReason', i.excluded_reason, 'correction', i.correction,
		'fileName', i.file_name, 'fileSize', i.file_size, 'sha256', i.sha256, 'by', w.full_name, 'on', i.mission_day,
		'penalty', (select p.number from public.penalties p where p.mission_id = mission and p.key = 'interruption:' || i.number))
		order by i.starts_at desc, i.number, i.revision desc)
		from public.interruptions i left join public.people w on w.id = i.person_id where i.mission_id = mission), '[]'));
end $$;

create function public.penalties_page(mission_slug text, penalty_number text default null) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return jsonb_build_object(
		'rows', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'key', p.key, 'about', p.about, 'subject', p.subject,
			'code', p.code, 'title', p.title, 'clauseCode', p.clause_code, 'clause', p.clause, 'facts', p.facts, 'steps', p.steps, 'currency', p.currency,
			'amount', p.amount_cents, 'typed', p.typed, 'exempt', p.exempt_cents, 'cap', p.cap_cents, 'stage', p.stage, 'foundOn', p.found_on,
			'notifiedOn', p.notified_on, 'commentBy', p.comment_by, 'decision', p.decision, 'decided', p.decided_cents,
			'chargedRef', p.charged_ref, 'chargedOn', p.charged_on, 'version', p.version) order by p.number)
			from public.penalties p where p.mission_id = mission), '[]'),
		'acts', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'on', a.mission_day, 'text', a.words, 'amount', a.amount_cents,
			'decision', a.decision, 'late', a.late, 'day', a.day, 'by', w.full_name,
			'onBehalfOf', (select y.full_name from public.delegations g join public.memberships s on s.id = g.membership_id
				join public.people y on y.id = s.person_id where g.id = a.delegation_id)) order by a.number)
			from public.penalty_acts a join public.penalties p on p.id = a.penalty_id left join public.people w on w.id = a.person_id
			where p.mission_id = mission and p.number = penalty_number), '[]'),
		'readings', coalesce((select jsonb_agg(jsonb_build_object('code', r.clause_code, 'reading', r.reading, 'reason', r.reason, 'on', r.mission_day,
			'by', w.full_name) order by r.number)
			from public.penalty_readings r left join public.people w on w.id = r.person_id where r.mission_id = mission), '[]'),
		'interruptions', coalesce((select jsonb_agg(jsonb_build_object('number', i.number, 'what', i.what,
			'startsAt', to_char(i.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'endsAt', to_char(i.ends_at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'seconds', i.seconds,
			'attributable', i.attributable, 'excluded', i.excluded) order by i.number)
			from public.interruptions i where i.mission_id = mission and not exists (select from public.interruptions later
				where later.mission_id = mission and later.number = i.number and later.revision > i.revision)), '[]'),
		'notified', coalesce((select jsonb_agg(jsonb_build_object('name', r.full_name, 'email', r.email) order by r.email)
			from private.to_notify(mission) r), '[]'));
end $$;

-- The penalties of an obligation or a deliverable, for a link from its page.
create function public.penalties_about(mission_slug text, occurrence text default null, of_code text default null) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select coalesce(jsonb_agg(jsonb_build_object('number', p.number, 'key', p.key, 'stage', p.stage) order by p.number), '[]')
		from public.penalties p join public.missions m on m.id = p.mission_id where m.slug = mission_slug and (p.key = 'late:' || occurrence or p.code = of_code) and p.stage <> 'lapsed');
end $$;

create function public.interruption_file(mission_slug text, interruption uuid) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object('name', i.file_name, 'size', i.file_size, 'sha256', i.sha256, 'key', i.storage_key)
		from public.interruptions i join public.missions m on m.id = i.mission_id
		where i.id = interruption and m.slug = mission_slug and i.storage_key is not null);
end $$;

grant execute on function public.type_penalty(uuid, int, numeric, text, text), public.invite_to_comment(uuid, int, date, text),
	public.comment_penalty(uuid, int, text), public.decide_penalty(uuid, int, text, numeric, text), public.charge_penalty(uuid, int, text, date),
	public.choose_penalty_reading(uuid, text, text, text),
	public.record_interruption(uuid, timestamp, timestamp, text, text, boolean, text, boolean, text, text, bigint, text, text),
	public.correct_interruption(uuid, text, int, text, timestamp, timestamp, text, text, boolean, text, boolean, text, text, bigint, text, text),
	public.interruptions_page(text), public.penalties_page(text, text), public.penalties_about(text, text, text), public.interruption_file(text, uuid) to authenticated;

-- Files and things that wait, beside those there were before.
alter function private.kept_files() rename to kept_files_before_penalties;
create function private.kept_files() returns table (storage_key text, name text, sha256 text)
	language sql stable security definer set search_path = '' as
$$ select f.storage_key, f.name, f.sha256 from private.kept_files_before_penalties() f
   union all (select distinct on (i.storage_key) i.storage_key, i.file_name, i.sha256 from public.interruptions i where i.storage_key is not null) $$;

alter function public.waiting() set schema private;
alter function private.waiting() rename to waiting_before_penalties;
revoke execute on function private.waiting_before_penalties() from authenticated;
create function public.waiting() returns table (mission_id uuid, slug text, mission text, kind text, subject text, title text, ref text, due_on date, today date)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select * from private.waiting_before_penalties()
   union all
   select m.id, m.slug, m.short_title, 'comment_penalty', p.number, p.title, null, p.comment_by, private.today(m.id)
	from public.penalties p join public.missions m on m.id = p.mission_id
	where p.stage = 'invited' and m.id in (select private.my_missions()) and private.i_am(m.id, 'contractor_lead')
   union all
   select m.id, m.slug, m.short_title, 'decide_penalty', p.number, p.title, null, null::date, private.today(m.id)
	from public.penalties p join public.missions m on m.id = p.mission_id
	where (p.stage = 'commented' or (p.stage = 'invited' and p.comment_by < private.today(m.id)))
	  and m.id in (select private.my_missions()) and (select s.may from private.signing_for(m.id) s);
end $$;
grant execute on function public.waiting() to authenticated;
