-- A contract changes while it runs. Each text of it stays, numbered, with the act that brought it; what is in force is
-- the last one, and missions.contract is that one.
create table public.contract_versions (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	number int not null,
	contract jsonb not null check (jsonb_typeof(contract) = 'object'),
	contract_sha256 text not null check (contract_sha256 ~ '^[0-9a-f]{64}$'),
	-- As it was written, when it came as a file.
	source text check (length(source) <= 600000),
	in_force_on date not null,
	at timestamptz not null default clock_timestamp(),
	unique (mission_id, number),
	unique (id, mission_id)
);
comment on table public.contract_versions is 'Each text of a contract that was in force, in order; the last one is.';

-- A change of the contract and the act it rests on: prepared by the client's project manager, in force when the client
-- signs. The first date of an event that the contract left open is a fact, recorded by the project manager alone.
create table public.amendments (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	number int not null,
	state text not null default 'prepared' check (state in ('prepared', 'in_force', 'withdrawn')),
	-- The text it was prepared on.
	base_number int not null,
	act_kind text not null check (act_kind in ('amendment', 'service_order', 'decision', 'fact')),
	act_number text not null check (length(trim(act_number)) between 1 and 100),
	act_on date not null,
	signed_by text not null check (length(trim(signed_by)) between 1 and 200),
	-- An amendment is signed by both parties.
	contractor_signed_by text check (length(trim(contractor_signed_by)) between 1 and 200),
	purpose text not null check (length(trim(purpose)) between 1 and 2000),
	contract jsonb not null check (jsonb_typeof(contract) = 'object'),
	contract_sha256 text not null check (contract_sha256 ~ '^[0-9a-f]{64}$'),
	source text check (length(source) <= 600000),
	anchors jsonb not null default '{}',
	-- What it moved, old dates and new, as it was shown: at its preparation, then as it was when it came in force.
	changes jsonb not null default '{}',
	file_name text,
	file_size bigint,
	sha256 text,
	storage_key text unique,
	prepared_by uuid not null references public.people (id),
	prepared_on date not null,
	prepared_at timestamptz not null default clock_timestamp(),
	decided_by uuid references public.people (id),
	delegation_id uuid references public.delegations (id),
	in_force_on date,
	decided_at timestamptz,
	version int not null default 1,
	unique (mission_id, number),
	check (act_kind <> 'amendment' or contractor_signed_by is not null),
	check ((state = 'in_force') = (in_force_on is not null))
);
create index amendments_state on public.amendments (state);
comment on table public.amendments is 'Changes of a contract, each with its act: prepared, in force, or withdrawn.';

alter table public.contract_versions enable row level security;
alter table public.amendments enable row level security;
create policy "members read the texts of their contract" on public.contract_versions for select to authenticated using (
	mission_id in (select private.my_missions()));
create policy "members read changes in force, the client those prepared" on public.amendments for select to authenticated using (
	mission_id in (select private.my_missions())
	and (state = 'in_force' or mission_id in (select private.my_missions_as('client'))));
grant select on public.contract_versions, public.amendments to authenticated;

create trigger contract_versions_are_append_only before update or delete on public.contract_versions
	for each row execute function private.refuse_change();
create trigger contract_versions_are_not_truncated before truncate on public.contract_versions
	for each statement execute function private.refuse_change();

-- What was signed or withdrawn stands as it was.
create function private.settled_changes_stand() returns trigger
	language plpgsql set search_path = '' as $$
begin
	if tg_op = 'DELETE' or old.state <> 'prepared' then perform private.refuse(403, 'append_only'); end if;
	return new;
end $$;
create trigger amendments_stand before update or delete on public.amendments
	for each row execute function private.settled_changes_stand();
create trigger amendments_are_not_truncated before truncate on public.amendments
	for each statement execute function private.refuse_change();

-- However a mission is made, its contract is text number 1. `jalon.contract_source` carries the file as written.
create function private.first_contract() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	insert into public.contract_versions (mission_id, number, contract, contract_sha256, source, in_force_on)
	values (new.id, 1, new.contract, new.contract_sha256, nullif(current_setting('jalon.contract_source', true), ''),
		coalesce(new.plays_on, (now() at time zone new.time_zone)::date));
	return new;
end $$;
create trigger missions_begin_with_a_contract after insert on public.missions
	for each row execute function private.first_contract();
insert into public.contract_versions (mission_id, number, contract, contract_sha256, in_force_on)
select m.id, 1, m.contract, m.contract_sha256, coalesce(m.plays_on, (m.created_at at time zone m.time_zone)::date) from public.missions m;

create function private.contract_number(mission uuid) returns int
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select max(v.number) from public.contract_versions v where v.mission_id = mission);
end $$;

-- The first free address after the one that is wanted: essai, essai-2, essai-3. Administrators see no mission, and so
-- have to be told.
create function private.first_free_slug(wanted text) returns text
	language plpgsql stable security definer set search_path = '' as $$
declare
	stem text := left(regexp_replace(wanted, '-[0-9]+$', ''), 56);
	found text := wanted;
	n int := 1;
begin
	while exists (select from public.missions m where m.slug = found) loop
		n := n + 1;
		found := stem || '-' || n;
	end loop;
	return found;
end $$;

create function public.free_slug(wanted text) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(private.i_administer(), 403, 'not_allowed');
	perform private.require(coalesce(wanted, '') ~ '^[a-z0-9][a-z0-9-]{1,60}$', 422, 'slug_refused', '{"field":"slug"}');
	return private.first_free_slug(wanted);
end $$;

-- An administrator makes the mission of a contract and names who conducts it for the client; that person then names
-- everybody else. The administrator gets no seat in it. Whole or not at all; never a demonstration.
create function public.create_mission(content jsonb, manager_email text, manager_name text, source text default null) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	given jsonb := private.plain_json(content);
	mission uuid;
	person uuid;
	organisation uuid;
	starts date;
begin
	perform private.require(private.i_administer(), 403, 'not_allowed');
	perform private.require(jsonb_typeof(given) = 'object' and jsonb_typeof(given -> 'contract') = 'object', 422, 'bad_input');
	perform private.require(length(coalesce(create_mission.source, '')) <= 600000, 422, 'too_long', '{"field":"text"}');
	perform private.require(coalesce(given ->> 'slug', '') ~ '^[a-z0-9][a-z0-9-]{1,60}$', 422, 'slug_refused', '{"field":"slug"}');
	perform pg_advisory_xact_lock(hashtextextended('mission ' || (given ->> 'slug'), 0));
	if exists (select from public.missions m where m.slug = given ->> 'slug') then
		perform private.refuse(409, 'mission_exists', jsonb_build_object('field', 'slug', 'slug', given ->> 'slug',
			'free', private.first_free_slug(given ->> 'slug')));
	end if;
	person := private.find_or_make_person(manager_email, manager_name);
	perform private.require(person <> private.me(), 422, 'manager_not_oneself', '{"field":"email"}');
	perform private.require(exists (select from public.people p where p.id = person and p.disabled_at is null), 422, 'unknown_person', '{"field":"email"}');
	perform set_config('jalon.contract_source', coalesce(create_mission.source, ''), true);
	mission := private.import_mission(given || '{"is_demo":false,"plays_on":null}');
	perform set_config('jalon.contract_source', '', true);
	select o.id into organisation from public.organisations o where o.mission_id = mission and o.side = 'client' order by o.key limit 1;
	perform private.check_role(mission, organisation, 'client_manager');
	starts := private.today(mission);
	insert into public.memberships (mission_id, person_id, organisation_id, role, starts_on, invited_by)
	values (mission, person, organisation, 'client_manager', starts, private.me());
	perform private.seat(mission, person, 'client_manager', starts);
	perform private.send_invitation(mission, person);
	perform private.log(mission, 'member_invited', private.person_name(person), jsonb_build_object('role', 'client_manager', 'startsOn', starts));
	perform private.log(null, 'mission_created', given ->> 'slug', jsonb_build_object('manager', private.person_name(person)), 'admin');
	return jsonb_build_object('id', mission, 'slug', given ->> 'slug');
end $$;

-- Who brings a deliverable, as the contract says: what the client brings is not asked of the contractor.
alter table public.deliverables add column owner text not null default 'contractor' check (owner in ('client', 'contractor', 'other'));
create function private.owner_in(contract jsonb, deliverable text) returns text
	language sql immutable set search_path = '' as
$$ select coalesce((select x ->> 'owner' from jsonb_array_elements(contract -> 'deliverables') x where x ->> 'code' = deliverable limit 1), 'contractor') $$;
create function private.deliverable_owner() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	new.owner := (select private.owner_in(m.contract, new.code) from public.missions m where m.id = new.mission_id);
	return new;
end $$;
create trigger deliverables_have_an_owner before insert on public.deliverables
	for each row execute function private.deliverable_owner();
update public.deliverables d set owner = private.owner_in(m.contract, d.code) from public.missions m where m.id = d.mission_id;

-- What is still to be done is owed by whom the text in force says, under the name it gives.
create function private.follow_contract(mission uuid, contract jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	update public.deliverables d set owner = private.owner_in(contract, d.code)
	where d.mission_id = mission and d.owner is distinct from private.owner_in(contract, d.code);
	update public.obligations o set owner = x.owner, version = o.version + 1,
		title = case when o.source = 'step' then o.title else x.title end,
		recipients = coalesce((select array_agg(r) from jsonb_array_elements_text(x.recipients) r), '{}'),
		proof = case when o.source in ('deliverable', 'step') then case x.owner when 'contractor' then 'version' else 'file' end
			else coalesce(x.proof ->> 'from', 'file') end
	from (select d.code, d.title, d.owner, d.recipients, null::jsonb as proof
			from jsonb_to_recordset(contract -> 'deliverables') d (code text, title text, owner text, recipients jsonb)
		union all select b.code, b.title, b.owner, b.recipients, b.proof
			from jsonb_to_recordset(contract -> 'obligations') b (code text, title text, owner text, recipients jsonb, proof jsonb)) x
	where o.mission_id = mission and o.code = x.code and o.source <> 'milestone' and o.ended_at is null
		and (o.owner <> x.owner or (o.source <> 'step' and o.title <> x.title)
			or o.recipients is distinct from coalesce((select array_agg(r) from jsonb_array_elements_text(x.recipients) r), '{}'))
		and not exists (select from public.obligation_acts a where a.obligation_id = o.id and a.kind in ('sent', 'accepted'));
end $$;

-- What follows from a text of the contract, row by row. `open_only`: only what had no day is given one, for a fact may
-- not move a date. What is done is never touched: a milestone reached, a deliverable admitted, a week reported on.
create function private.apply_contract(mission uuid, effects jsonb, open_only boolean) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	x jsonb;
begin
	insert into public.organisations (mission_id, key, name, short_name, side, address)
	select mission, o.key, o.name, o.short_name, o.side, o.address
	from jsonb_to_recordset(coalesce(effects -> 'organisations', '[]')) o (key text, name text, short_name text, side text, address text)
	where not open_only on conflict (mission_id, key) do nothing;
	insert into public.phases as t (mission_id, code, title, position, starts_on, ends_on, limit_on, clause)
	select mission, p.code, p.title, p.position, p.starts_on, p.ends_on, p.limit_on, p.clause
	from jsonb_to_recordset(coalesce(effects -> 'phases', '[]')) p (code text, title text, position int, starts_on date, ends_on date, limit_on date, clause jsonb)
	where not open_only or exists (select from public.phases k where k.mission_id = mission and k.code = p.code)
	on conflict (mission_id, code) do update set
		title = case when open_only then t.title else excluded.title end,
		position = case when open_only then t.position else excluded.position end,
		starts_on = case when open_only then coalesce(t.starts_on, excluded.starts_on) else excluded.starts_on end,
		ends_on = case when open_only then coalesce(t.ends_on, excluded.ends_on) else excluded.ends_on end,
		limit_on = case when open_only then coalesce(t.limit_on, excluded.limit_on) else excluded.limit_on end,
		clause = case when open_only then t.clause else excluded.clause end, version = t.version + 1;
	insert into public.committees as t (mission_id, code, kind, title, detail, clause)
	select mission, c.code, c.kind, c.title, coalesce(c.detail, '{}'), c.clause
	from jsonb_to_recordset(coalesce(effects -> 'committees', '[]')) c (code text, kind text, title text, detail jsonb, clause jsonb)
	where not open_only
	on conflict (mission_id, code) do update set title = excluded.title, detail = excluded.detail, clause = excluded.clause;
	insert into public.milestones as t (mission_id, phase_id, code, title, is_fixed, due_on, rule, explanation, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = m.phase), m.code, m.title, m.is_fixed, m.due_on, m.rule, m.explanation, m.clause
	from jsonb_to_recordset(coalesce(effects -> 'milestones', '[]')) m (code text, title text, phase text, is_fixed boolean, due_on date, rule jsonb, explanation text, clause jsonb)
	where not open_only or exists (select from public.milestones k where k.mission_id = mission and k.code = m.code)
	on conflict (mission_id, code) do update set
		title = case when open_only then t.title else excluded.title end,
		phase_id = case when open_only then t.phase_id else excluded.phase_id end,
		is_fixed = case when open_only then t.is_fixed else excluded.is_fixed end,
		due_on = excluded.due_on,
		rule = case when open_only then t.rule else excluded.rule end,
		explanation = excluded.explanation,
		clause = case when open_only then t.clause else excluded.clause end, version = t.version + 1
	where t.done_on is null and (not open_only or t.due_on is null);
	insert into public.deliverables as t (mission_id, phase_id, code, title, position, committee_id, nominal_on, due_on, advised_on, rule, explanation, checklist, formats, editable_required, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = d.phase), d.code, d.title, d.position,
		(select c.id from public.committees c where c.mission_id = mission and c.code = d.committee),
		d.nominal_on, d.due_on, d.advised_on, d.rule, d.explanation, coalesce(d.checklist, '[]'), coalesce(d.formats, '[]'), coalesce(d.editable_required, false), d.clause
	from jsonb_to_recordset(coalesce(effects -> 'deliverables', '[]')) d (code text, title text, phase text, position int, committee text, nominal_on date, due_on date, advised_on date,
		rule jsonb, explanation text, checklist jsonb, formats jsonb, editable_required boolean, clause jsonb)
	where not open_only or exists (select from public.deliverables k where k.mission_id = mission and k.code = d.code)
	on conflict (mission_id, code) do update set
		title = case when open_only then t.title else excluded.title end,
		phase_id = case when open_only then t.phase_id else excluded.phase_id end,
		position = case when open_only then t.position else excluded.position end,
		committee_id = case when open_only then t.committee_id else excluded.committee_id end,
		nominal_on = excluded.nominal_on, due_on = excluded.due_on, advised_on = excluded.advised_on,
		rule = case when open_only then t.rule else excluded.rule end,
		explanation = excluded.explanation,
		checklist = case when open_only then t.checklist else excluded.checklist end,
		formats = case when open_only then t.formats else excluded.formats end,
		editable_required = case when open_only then t.editable_required else excluded.editable_required end,
		clause = case when open_only then t.clause else excluded.clause end, version = t.version + 1
	where (not open_only or t.due_on is null) and not exists (select from public.versions v where v.deliverable_id = t.id
		and v.state in ('admitted', 'admitted_with_reduction'));
	-- A line of the plan follows the contract only where nobody has moved it since.
	for x in select * from jsonb_array_elements(coalesce(effects -> 'tasks', '[]')) loop
		if exists (select from public.tasks t where t.mission_id = mission and t.code = x ->> 'code') then
			update public.tasks t set starts_on = (x ->> 'starts_on')::date, ends_on = (x ->> 'ends_on')::date, version = t.version + 1,
				title = case when open_only then t.title else x ->> 'title' end
			where t.mission_id = mission and t.code = x ->> 'code' and t.removed_at is null and t.progress < 100
				and t.starts_on is not distinct from (x ->> 'was_starts_on')::date and t.ends_on is not distinct from (x ->> 'was_ends_on')::date
				and (not open_only or t.starts_on is null or t.ends_on is null);
		elsif not open_only then
			insert into public.tasks (mission_id, phase_id, code, title, position, starts_on, ends_on, progress, objective, clause)
			values (mission, (select p.id from public.phases p where p.mission_id = mission and p.code = x ->> 'phase'), x ->> 'code', x ->> 'title',
				(x ->> 'position')::int, (x ->> 'starts_on')::date, (x ->> 'ends_on')::date, coalesce((x ->> 'progress')::int, 0), x ->> 'objective', x -> 'clause');
		end if;
	end loop;
	if jsonb_typeof(effects -> 'report_weeks') = 'array' then
		if not open_only then
			delete from public.report_weeks w where w.mission_id = mission
				and not exists (select from jsonb_array_elements(effects -> 'report_weeks') k where k ->> 'period' = w.period)
				and not exists (select from public.weekly_reports r where r.mission_id = mission and r.period = w.period and r.state <> 'draft');
		end if;
		insert into public.report_weeks as t (mission_id, period, due_on)
		select mission, w.period, w.due_on from jsonb_to_recordset(effects -> 'report_weeks') w (period text, due_on date)
		on conflict (mission_id, period) do update set due_on = excluded.due_on
		where not open_only and not exists (select from public.weekly_reports r where r.mission_id = t.mission_id and r.period = t.period and r.state <> 'draft');
	end if;
	if not open_only then
		-- What the contract no longer asks for goes from the plan unless something was done about it; its old dates stay
		-- in the text that asked for it and in the change that ended it.
		delete from public.milestones m where m.mission_id = mission and m.done_on is null
			and m.code in (select jsonb_array_elements_text(coalesce(effects #> '{ended,milestones}', '[]')));
		delete from public.deliverables d where d.mission_id = mission
			and d.code in (select jsonb_array_elements_text(coalesce(effects #> '{ended,deliverables}', '[]')))
			and not exists (select from public.versions v where v.deliverable_id = d.id)
			and not exists (select from public.drafts f where f.deliverable_id = d.id);
		update public.tasks t set removed_at = clock_timestamp(), version = t.version + 1 where t.mission_id = mission and t.removed_at is null and t.progress = 0
			and t.code in (select jsonb_array_elements_text(coalesce(effects #> '{ended,tasks}', '[]')));
	end if;
end $$;

-- A fact sets the day of events that had none, in the contract or since, and changes nothing else.
create function private.only_dates_open_anchors(was jsonb, becomes jsonb, told jsonb, tells jsonb) returns boolean
	language sql immutable set search_path = '' as
$$ select was - 'anchors' = becomes - 'anchors'
	and not exists (select from jsonb_each_text(told) t where t.value is not null and tells ->> t.key is distinct from t.value)
	and jsonb_array_length(was -> 'anchors') = jsonb_array_length(becomes -> 'anchors')
	and not exists (
		select from jsonb_array_elements(was -> 'anchors') with ordinality a (x, n)
		join jsonb_array_elements(becomes -> 'anchors') with ordinality b (x, n) on a.n = b.n
		where a.x <> b.x and ((a.x ->> 'tbd') is null or (a.x ->> 'name') is distinct from (b.x ->> 'name') or (b.x ->> 'day') is null)) $$;

create function private.bring_in_force(a public.amendments, effects jsonb, moved jsonb) returns public.amendments
	language plpgsql security definer set search_path = '' as $$
declare
	made public.amendments;
	today date := private.today(a.mission_id);
	next_number int := private.contract_number(a.mission_id) + 1;
begin
	perform private.apply_contract(a.mission_id, effects, a.act_kind = 'fact');
	insert into public.contract_versions (mission_id, number, contract, contract_sha256, source, in_force_on)
	values (a.mission_id, next_number, a.contract, a.contract_sha256, a.source, today);
	update public.missions m set contract = a.contract, contract_sha256 = a.contract_sha256, anchors = a.anchors, version = m.version + 1,
		title = coalesce(left(a.contract ->> 'title', 300), m.title), short_title = coalesce(left(a.contract ->> 'short', 80), m.short_title),
		reference = coalesce(a.contract ->> 'reference', m.reference), regime = coalesce(a.contract ->> 'regime', m.regime),
		calendar = coalesce(a.contract #>> '{calendar,base}', m.calendar)
	where m.id = a.mission_id;
	perform private.follow_contract(a.mission_id, a.contract);
	update public.amendments x set state = 'in_force', in_force_on = today, decided_by = private.me(), decided_at = clock_timestamp(),
		delegation_id = (select s.delegation from private.signing_for(a.mission_id) s), changes = moved, version = x.version + 1
	where x.id = a.id returning * into made;
	perform private.log(a.mission_id, 'contract_amended', made.act_number, jsonb_build_object('change', made.number, 'kind', made.act_kind,
		'actOn', made.act_on, 'signedBy', made.signed_by, 'purpose', made.purpose, 'text', next_number, 'contractSha256', made.contract_sha256,
		'moved', moved -> 'counts'));
	perform private.mail_roles(a.mission_id, array['contractor_lead', 'consultant', 'client_manager'], 'contract_amended',
		jsonb_build_object('act', made.act_number, 'kind', made.act_kind, 'purpose', made.purpose, 'by', private.person_name(private.me())));
	return made;
end $$;

-- Prepared by the client's project manager on the text that was read. A fact is in force at once; anything else waits
-- for who signs for the client.
create function public.prepare_amendment(mission uuid, read_number int, act jsonb, proposal jsonb, effects jsonb default '{}',
	name text default null, size bigint default null, hash text default null, key text default null) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	told jsonb := private.plain_json(act);
	given jsonb := private.plain_json(proposal);
	kind text;
	today date;
	signed date;
	made public.amendments;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require(private.sits_on_side(private.me(), mission, 'client'), 403, 'not_allowed');
	-- One change of a contract at a time.
	perform pg_advisory_xact_lock(hashtextextended('contract ' || mission, 0));
	perform private.require(read_number is not distinct from private.contract_number(mission), 409, 'stale');
	kind := told ->> 'kind';
	today := private.today(mission);
	perform private.require(coalesce(kind, '') in ('amendment', 'service_order', 'decision', 'fact'), 422, 'choice_missing', '{"field":"actKind"}');
	perform private.require(length(trim(coalesce(told ->> 'number', ''))) between 1 and 100, 422, 'act_number_missing', '{"field":"actNumber"}');
	perform private.require(coalesce(told ->> 'on', '') ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 422, 'date_out_of_range', '{"field":"actOn"}');
	signed := (told ->> 'on')::date;
	perform private.require(signed between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"actOn"}');
	perform private.require(signed <= today, 422, 'in_the_future', '{"field":"actOn"}');
	perform private.require(length(trim(coalesce(told ->> 'signedBy', ''))) between 1 and 200, 422, 'name_missing', '{"field":"signedBy"}');
	perform private.require(kind <> 'amendment' or length(trim(coalesce(told ->> 'contractorSignedBy', ''))) between 1 and 200, 422, 'name_missing', '{"field":"contractorSignedBy"}');
	perform private.require(coalesce(told ->> 'purpose', '') ~ '\S' and length(told ->> 'purpose') <= 2000, 422, 'reason_missing', '{"field":"purpose"}');
	perform private.require(jsonb_typeof(given -> 'contract') = 'object' and (given ->> 'sha256') ~ '^[0-9a-f]{64}$'
		and jsonb_typeof(given -> 'anchors') = 'object', 422, 'bad_input');
	perform private.require(given #>> '{contract,slug}' = (select m.slug from public.missions m where m.id = mission), 422, 'another_mission', '{"field":"text"}');
	perform private.require(given -> 'contract' <> (select m.contract from public.missions m where m.id = mission), 422, 'nothing_changes', '{"field":"changes"}');
	perform private.require(kind <> 'fact' or (select private.only_dates_open_anchors(m.contract, given -> 'contract', m.anchors, given -> 'anchors')
		from public.missions m where m.id = mission),
		422, 'fact_changes_more', '{"field":"actKind"}');
	if hash is not null then
		perform private.require(hash ~ '^[0-9a-f]{64}$' and coalesce(key, '') ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$' and coalesce(size, 0) > 0, 422, 'no_file', '{"field":"file"}');
		perform private.require(length(trim(name)) between 1 and 200 and name !~ '[\x01-\x1f\x7f-\x9f/\\]', 422, 'file_name_refused', '{"field":"file"}');
		perform private.require(not exists (select from private.kept_files() f where f.storage_key = key), 422, 'bad_input');
	end if;
	insert into public.amendments (mission_id, number, base_number, act_kind, act_number, act_on, signed_by, contractor_signed_by, purpose,
		contract, contract_sha256, source, anchors, changes, file_name, file_size, sha256, storage_key, prepared_by, prepared_on)
	values (mission, coalesce((select max(x.number) from public.amendments x where x.mission_id = mission), 0) + 1, read_number, kind,
		trim(told ->> 'number'), signed, trim(told ->> 'signedBy'), nullif(trim(coalesce(told ->> 'contractorSignedBy', '')), ''), trim(told ->> 'purpose'),
		given -> 'contract', given ->> 'sha256', given ->> 'source', given -> 'anchors', coalesce(given -> 'changes', '{}'),
		case when hash is not null then trim(name) end, case when hash is not null then size end, hash, case when hash is not null then key end,
		private.me(), today) returning * into made;
	if kind = 'fact' then
		made := private.bring_in_force(made, private.plain_json(effects), coalesce(given -> 'changes', '{}'));
	else
		perform private.log(mission, 'amendment_prepared', made.act_number, jsonb_build_object('change', made.number, 'kind', kind, 'purpose', made.purpose), 'client');
		perform private.mail_roles(mission, array['client_signatory'], 'amendment_to_sign', jsonb_build_object('act', made.act_number, 'kind', kind,
			'purpose', made.purpose, 'by', private.person_name(private.me())));
	end if;
	return jsonb_build_object('id', made.id, 'number', made.number, 'state', made.state);
end $$;

-- The client's signature: the signatory's, or a delegate's on record. Takes effect that day.
create function public.sign_amendment(amendment uuid, read_version int, effects jsonb, moved jsonb) returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	a public.amendments;
begin
	select * into a from public.amendments x where x.id = amendment and x.mission_id in (select private.my_missions())
		and (x.state = 'in_force' or x.mission_id in (select private.my_missions_as('client'))) for update;
	perform private.require(a.id is not null, 404, 'not_found');
	perform private.require((select s.may from private.signing_for(a.mission_id) s), 403, 'not_allowed');
	perform pg_advisory_xact_lock(hashtextextended('contract ' || a.mission_id, 0));
	perform private.require(a.state = 'prepared', 409, 'not_from_here', jsonb_build_object('state', a.state));
	perform private.require(a.version is not distinct from read_version and a.base_number = private.contract_number(a.mission_id), 409, 'stale');
	perform private.require(jsonb_typeof(private.plain_json(effects)) = 'object' and jsonb_typeof(private.plain_json(moved)) = 'object', 422, 'bad_input');
	a := private.bring_in_force(a, private.plain_json(effects), private.plain_json(moved));
	return jsonb_build_object('id', a.id, 'number', a.number, 'state', a.state);
end $$;

create function public.withdraw_amendment(amendment uuid, read_version int) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	a public.amendments;
begin
	select * into a from public.amendments x where x.id = amendment and x.mission_id in (select private.my_missions())
		and (x.state = 'in_force' or x.mission_id in (select private.my_missions_as('client'))) for update;
	perform private.require(a.id is not null, 404, 'not_found');
	perform private.must_be(a.mission_id, 'client_manager');
	perform private.require(a.state = 'prepared', 409, 'not_from_here', jsonb_build_object('state', a.state));
	perform private.require(a.version is not distinct from read_version, 409, 'stale');
	update public.amendments x set state = 'withdrawn', decided_by = private.me(), decided_at = clock_timestamp(), version = x.version + 1 where x.id = a.id;
	perform private.log(a.mission_id, 'amendment_withdrawn', a.act_number, jsonb_build_object('change', a.number), 'client');
end $$;

-- The contract's page reads this; runs as the person who reads.
create function public.contract_page(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	mission uuid := (select x.id from public.missions x where x.slug = mission_slug);
begin
	if mission is null then return null; end if;
	return jsonb_build_object(
		'contract', (select m.contract from public.missions m where m.id = mission),
		'anchors', (select m.anchors from public.missions m where m.id = mission),
		'number', (select max(v.number) from public.contract_versions v where v.mission_id = mission),
		'organisations', coalesce((select jsonb_agg(jsonb_build_object('key', o.key, 'name', o.name, 'side', o.side) order by o.side, o.name)
			from public.organisations o where o.mission_id = mission), '[]'),
		'texts', coalesce((select jsonb_agg(jsonb_build_object('number', v.number, 'sha256', v.contract_sha256, 'inForceOn', v.in_force_on)
			order by v.number desc) from public.contract_versions v where v.mission_id = mission), '[]'),
		'amendments', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'state', a.state, 'base', a.base_number,
			'kind', a.act_kind, 'actNumber', a.act_number, 'actOn', a.act_on, 'signedBy', a.signed_by, 'contractorSignedBy', a.contractor_signed_by,
			'purpose', a.purpose, 'changes', a.changes, 'fileName', a.file_name, 'fileSize', a.file_size, 'preparedBy', p.full_name,
			'preparedOn', a.prepared_on, 'decidedBy', d.full_name, 'inForceOn', a.in_force_on, 'version', a.version) order by a.number desc)
			from public.amendments a left join public.people p on p.id = a.prepared_by left join public.people d on d.id = a.decided_by
			where a.mission_id = mission), '[]'));
end $$;

-- One text, to be downloaded: the last one, or that of a number.
create function public.contract_text(mission_slug text, text_number int default null) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object('number', v.number, 'contract', v.contract, 'source', v.source)
		from public.contract_versions v join public.missions m on m.id = v.mission_id
		where m.slug = mission_slug and (text_number is null or v.number = text_number) order by v.number desc limit 1);
end $$;

-- A prepared change in full, as far as the person may read it; or where the bytes of its act are.
create function public.amendment_detail(mission_slug text, amendment uuid) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object('id', a.id, 'state', a.state, 'base', a.base_number, 'kind', a.act_kind, 'contract', a.contract,
		'anchors', a.anchors, 'version', a.version, 'file', case when a.storage_key is not null then
			jsonb_build_object('name', a.file_name, 'size', a.file_size, 'sha256', a.sha256, 'key', a.storage_key) end)
		from public.amendments a join public.missions m on m.id = a.mission_id where a.id = amendment and m.slug = mission_slug);
end $$;

grant execute on function public.free_slug(text), public.create_mission(jsonb, text, text, text),
	public.prepare_amendment(uuid, int, jsonb, jsonb, jsonb, text, bigint, text, text), public.sign_amendment(uuid, int, jsonb, jsonb),
	public.withdraw_amendment(uuid, int), public.contract_page(text), public.contract_text(text, int), public.amendment_detail(text, uuid) to authenticated;

-- The scan of an act is a file like the others: whatever counts the files that must be there counts these too.
alter function private.kept_files() rename to kept_files_before_amendments;
create function private.kept_files() returns table (storage_key text, name text, sha256 text)
	language sql stable security definer set search_path = '' as
$$ select f.storage_key, f.name, f.sha256 from private.kept_files_before_amendments() f
   union all select a.storage_key, a.file_name, a.sha256 from public.amendments a where a.storage_key is not null $$;

-- A prepared change waits for whoever signs for the client, beside all else that waits.
alter function public.waiting() set schema private;
alter function private.waiting() rename to waiting_before_amendments;
revoke execute on function private.waiting_before_amendments() from authenticated;
create function public.waiting() returns table (mission_id uuid, slug text, mission text, kind text, subject text, title text, ref text, due_on date, today date)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select w.* from private.waiting_before_amendments() w
	where w.kind <> 'hand_in' or not exists (select from public.deliverables d
		where d.mission_id = w.mission_id and d.code = w.subject and d.owner <> 'contractor')
   union all
   select m.id, m.slug, m.short_title, 'sign_amendment', a.act_number, a.purpose, null, null::date, private.today(m.id)
	from public.amendments a join public.missions m on m.id = a.mission_id
	where a.state = 'prepared' and m.id in (select private.my_missions()) and (select s.may from private.signing_for(m.id) s);
end $$;
grant execute on function public.waiting() to authenticated;
