-- What the contract measures: values as somebody counted them, days both sides leave out of the judgement, and what a
-- committee was shown. Thresholds are the contract's; whether one is kept is worked out by core, never stored as typed.

-- The first day of a period: a day, a slot of a day, a week, a month, a year, the whole mission. Null when it is none.
create function private.period_day(period text) returns date
	language plpgsql stable set search_path = '' as $$
begin
	if period = 'mission' then return '1900-01-01'; end if;
	if period ~ '^(19|2[01])\d\d-\d\d-\d\d$' then return period::date; end if;
	if period ~ '^(19|2[01])\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d/(([01]\d|2[0-3]):[0-5]\d|24:00)$'
		and substr(period, 12, 5) < substr(period, 18, 5) then return left(period, 10)::date; end if;
	if period ~ '^(19|2[01])\d\d-(0[1-9]|1[0-2])$' then return (period || '-01')::date; end if;
	if period ~ '^(19|2[01])\d\d$' then return (period || '-01-01')::date; end if;
	if period ~ '^(19|2[01])\d\d-W\d\d$' and to_char(to_date(period, 'IYYY"-W"IW'), 'IYYY"-W"IW') = period then
		return to_date(period, 'IYYY"-W"IW');
	end if;
	return null;
end $$;

create table public.indicator_values (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	mission_id uuid not null references public.missions (id),
	code text not null,
	-- '' for what the indicator itself measures, else the contract's words for the other thing a threshold judges.
	quantity text not null default '',
	period text not null,
	first_day date not null,
	-- Which fact of the day, or which item.
	label text not null default '' check (length(label) <= 120),
	-- Of a ratio what is counted and what it is out of. No value: nothing applies.
	value numeric(15, 6) check (value >= 0),
	over numeric(15, 6) check (over >= 0),
	withdrawn boolean not null default false,
	-- What it corrects: each value has one successor at most.
	instead_of uuid unique references public.indicator_values (id),
	reason text not null default '' check (length(reason) <= 4000),
	source text not null check (source in ('typed', 'file')),
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp(),
	check ((instead_of is null) = (reason = '')),
	check (instead_of is not null or not withdrawn)
);
create unique index indicator_values_first on public.indicator_values (mission_id, code, quantity, period, label) where instead_of is null;
create index indicator_values_day on public.indicator_values (mission_id, code, first_day);
comment on table public.indicator_values is 'Values of the contract''s indicators, as measured. A correction is one more row, with its reason.';

create table public.indicator_exclusions (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	mission_id uuid not null references public.missions (id),
	-- The contract's register of exceptional days.
	register text not null,
	day date not null,
	kind text not null check (kind in ('proposed', 'accepted', 'refused', 'lifted')),
	reason text not null default '' check (length(reason) <= 4000),
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp()
);
create index indicator_exclusions_day on public.indicator_exclusions (mission_id, register, day, number);
comment on table public.indicator_exclusions is 'Exceptional days: proposed with a reason, accepted or refused by the client, lifted.';

create table public.indicator_states (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	-- Through its meeting, and so of one mission: a second key to missions would join the two in another way.
	mission_id uuid not null,
	meeting_id uuid not null,
	from_day date not null,
	to_day date not null check (to_day >= from_day),
	-- Definitions, values and days left out, as they stood: all it takes to judge them again.
	facts jsonb not null,
	sha256 text not null,
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp(),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
create index indicator_states_meeting on public.indicator_states (meeting_id);
create index indicator_states_mission on public.indicator_states (mission_id, number);
comment on table public.indicator_states is 'The indicators as they stood when they were set down for a committee meeting.';

-- What was made of a state the day it was set down, in the rules of that day.
create table public.indicator_judgements (
	state_id uuid primary key references public.indicator_states (id),
	judged jsonb not null,
	sha256 text not null
);
comment on table public.indicator_judgements is 'What a state set down for a committee was judged to be, that day.';

alter table public.indicator_values enable row level security;
alter table public.indicator_exclusions enable row level security;
alter table public.indicator_states enable row level security;
alter table public.indicator_judgements enable row level security;
create policy "members read what was measured" on public.indicator_values for select to authenticated using (
	mission_id in (select private.my_missions()));
create policy "members read which days are left out" on public.indicator_exclusions for select to authenticated using (
	mission_id in (select private.my_missions()));
create policy "members read what was set down for meetings they read" on public.indicator_states for select to authenticated using (
	mission_id in (select private.my_missions()) and meeting_id in (select id from public.meetings));
create policy "members read how what they read was judged" on public.indicator_judgements for select to authenticated using (
	state_id in (select id from public.indicator_states));
grant select on public.indicator_values, public.indicator_exclusions, public.indicator_states, public.indicator_judgements to authenticated;

create trigger indicator_values_are_append_only before update or delete on public.indicator_values
	for each row execute function private.refuse_change();
create trigger indicator_values_are_not_truncated before truncate on public.indicator_values
	for each statement execute function private.refuse_change();
create trigger indicator_exclusions_are_append_only before update or delete on public.indicator_exclusions
	for each row execute function private.refuse_change();
create trigger indicator_exclusions_are_not_truncated before truncate on public.indicator_exclusions
	for each statement execute function private.refuse_change();
create trigger indicator_states_are_append_only before update or delete on public.indicator_states
	for each row execute function private.refuse_change();
create trigger indicator_states_are_not_truncated before truncate on public.indicator_states
	for each statement execute function private.refuse_change();
create trigger indicator_judgements_are_append_only before update or delete on public.indicator_judgements
	for each row execute function private.refuse_change();
create trigger indicator_judgements_are_not_truncated before truncate on public.indicator_judgements
	for each statement execute function private.refuse_change();

-- Is it asked for by the contract in force?
create function private.measures(mission uuid, code text, quantity text) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return exists (select from public.missions m, lateral jsonb_array_elements(coalesce(m.contract -> 'indicators', '[]')) x
		where m.id = mission and x ->> 'code' = measures.code and (measures.quantity = '' or exists (
			select from jsonb_array_elements(coalesce(x -> 'thresholds', '[]') || coalesce(x -> 'alternatives', '[]')) t
			where t -> 'measure' ->> 'of' = measures.quantity)));
end $$;

-- Records values of one indicator, all or none. `rows`: [{period, label, value, over, withdrawn, instead}], `instead` the
-- value that was read in its place, null when there was none. What changes a value needs a reason; what says the same is
-- passed over.
create function public.record_indicator_values(mission uuid, code text, rows jsonb, quantity text default '', reason text default '',
	source text default 'typed') returns jsonb
	language plpgsql security definer set search_path = '' as $$
declare
	day date;
	tally record;
	told jsonb;
begin
	perform private.must_be(mission, 'client_manager', 'contractor_lead', 'consultant');
	perform private.require(private.measures(mission, record_indicator_values.code, coalesce(record_indicator_values.quantity, '')), 404, 'not_found');
	perform private.require(source in ('typed', 'file') and jsonb_typeof(rows) = 'array', 422, 'bad_input');
	perform private.require(jsonb_array_length(rows) between 1 and 10000, 422, 'bad_input', '{"field":"file"}');
	perform private.require(length(coalesce(reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	reason := trim(coalesce(reason, ''));
	day := private.today(mission);
	-- One writer at a time per indicator: what is corrected is what was read.
	perform pg_advisory_xact_lock(hashtextextended('indicator ' || mission || record_indicator_values.code, 0));
	create temporary table given on commit drop as
		select x.period, trim(coalesce(x.label, '')) as label, x.value, x.over, coalesce(x.withdrawn, false) as withdrawn, x.instead,
			private.period_day(x.period) as first_day, v.id as before, v.withdrawn as was_withdrawn, v.value as was_value, v.over as was_over
		from jsonb_to_recordset(rows) as x (period text, label text, value numeric, over numeric, withdrawn boolean, instead uuid)
		left join public.indicator_values v on v.mission_id = record_indicator_values.mission and v.code = record_indicator_values.code
			and v.quantity = coalesce(record_indicator_values.quantity, '') and v.period = x.period and v.label = trim(coalesce(x.label, ''))
			and not exists (select from public.indicator_values n where n.instead_of = v.id);
	perform private.require(not exists (select from pg_temp.given g where g.first_day is null or length(g.label) > 120 or g.label ~ '[\x01-\x1f\x7f]'
		or g.value < 0 or g.value >= 1000000000 or g.over < 0 or g.over >= 1000000000 or scale(g.value) > 6 or scale(g.over) > 6
		or (g.value is null and g.over is not null)), 422, 'bad_input');
	perform private.require((select count(*) = count(distinct (g.period, g.label)) from pg_temp.given g), 422, 'bad_input');
	perform private.require(not exists (select from pg_temp.given g where g.first_day > day and g.period <> 'mission'), 422, 'in_the_future', '{"field":"period"}');
	perform private.require(not exists (select from pg_temp.given g where g.before is distinct from g.instead), 409, 'stale');
	delete from pg_temp.given g where (g.before is not null and g.was_withdrawn = g.withdrawn and (g.withdrawn
		or (g.was_value is not distinct from g.value and g.was_over is not distinct from g.over))) or (g.before is null and g.withdrawn);
	select count(*) filter (where g.before is null) as added, count(*) filter (where g.before is not null) as changed,
		min(g.first_day) as first, max(g.first_day) as last into tally from pg_temp.given g;
	perform private.require(tally.changed = 0 or reason <> '', 422, 'reason_missing', '{"field":"reason"}');
	insert into public.indicator_values (mission_id, code, quantity, period, first_day, label, value, over, withdrawn, instead_of, reason, source, person_id, mission_day)
	select mission, record_indicator_values.code, coalesce(record_indicator_values.quantity, ''), g.period, g.first_day, g.label,
		case when not g.withdrawn then g.value end, case when not g.withdrawn then g.over end, g.withdrawn, g.before,
		case when g.before is null then '' else record_indicator_values.reason end, record_indicator_values.source, private.me(), day
	from pg_temp.given g order by g.period, g.label;
	if tally.added > 0 then
		perform private.log(mission, 'indicator_recorded', record_indicator_values.code, jsonb_build_object('count', tally.added, 'from', tally.first,
			'to', tally.last, 'source', record_indicator_values.source));
	end if;
	if tally.changed > 0 then
		-- The first of them with the old value beside the new; all of them stay in the table.
		told := (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('period', g.period, 'label', nullif(g.label, ''), 'wasValue', g.was_value,
			'wasOver', g.was_over, 'value', g.value, 'over', g.over, 'withdrawn', nullif(g.withdrawn, false))))
			from (select * from pg_temp.given x where x.before is not null order by x.period, x.label limit 20) g);
		perform private.log(mission, 'indicator_corrected', record_indicator_values.code,
			jsonb_build_object('count', tally.changed, 'reason', record_indicator_values.reason, 'values', told));
	end if;
	drop table pg_temp.given;
	return jsonb_build_object('added', tally.added, 'changed', tally.changed,
		'same', jsonb_array_length(rows) - tally.added - tally.changed);
end $$;

-- How a day stands: the last thing that was said of it.
create function private.exclusion_of(mission uuid, register text, day date) returns public.indicator_exclusions
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select x from public.indicator_exclusions x where x.mission_id = mission and x.register = exclusion_of.register
		and x.day = exclusion_of.day order by x.number desc limit 1);
end $$;

-- A day somebody holds to be exceptional. It counts for nothing until the client accepts it.
create function public.propose_exclusion(mission uuid, register text, day date, reason text) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	last public.indicator_exclusions;
begin
	perform private.must_be(mission, 'client_manager', 'contractor_lead', 'consultant');
	perform private.require(exists (select from public.missions m, lateral jsonb_array_elements(coalesce(m.contract -> 'indicators', '[]')) x
		where m.id = mission and x ->> 'excludes' = propose_exclusion.register), 404, 'not_found');
	perform private.require(day between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"day"}');
	perform private.require(day <= private.today(mission), 422, 'in_the_future', '{"field":"day"}');
	perform private.require(coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(reason) <= 4000, 422, 'too_long', '{"field":"reason"}');
	perform pg_advisory_xact_lock(hashtextextended('exclusion ' || mission || register || day, 0));
	last := private.exclusion_of(mission, register, day);
	perform private.require(last.kind is null or last.kind in ('refused', 'lifted'), 409, 'not_from_here', jsonb_build_object('field', 'day', 'state', last.kind));
	insert into public.indicator_exclusions (mission_id, register, day, kind, reason, person_id, mission_day)
	values (mission, propose_exclusion.register, propose_exclusion.day, 'proposed', trim(propose_exclusion.reason), private.me(), private.today(mission));
	perform private.log(mission, 'exclusion_proposed', to_char(day, 'YYYY-MM-DD'), jsonb_build_object('register', register, 'reason', trim(propose_exclusion.reason)));
end $$;

-- The client's word on it: accepted, refused for a reason, or counted again for a reason.
create function public.settle_exclusion(mission uuid, register text, day date, read_number bigint, verdict text, reason text default '') returns void
	language plpgsql security definer set search_path = '' as $$
declare
	last public.indicator_exclusions;
begin
	perform private.must_be(mission, 'client_manager');
	perform pg_advisory_xact_lock(hashtextextended('exclusion ' || mission || register || day, 0));
	last := private.exclusion_of(mission, register, day);
	perform private.require(last.id is not null, 404, 'not_found');
	perform private.require(last.number is not distinct from read_number, 409, 'stale');
	perform private.require(verdict in ('accepted', 'refused', 'lifted'), 422, 'choice_missing', '{"field":"verdict"}');
	perform private.require(last.kind = case when verdict = 'lifted' then 'accepted' else 'proposed' end, 409, 'not_from_here', jsonb_build_object('state', last.kind));
	perform private.require(verdict = 'accepted' or coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	insert into public.indicator_exclusions (mission_id, register, day, kind, reason, person_id, mission_day)
	values (mission, settle_exclusion.register, settle_exclusion.day, verdict,
		-- What counts from now on is why the day is left out.
		case when verdict = 'accepted' then last.reason else trim(settle_exclusion.reason) end, private.me(), private.today(mission));
	perform private.log(mission, case verdict when 'accepted' then 'exclusion_accepted' when 'refused' then 'exclusion_refused' else 'exclusion_lifted' end,
		to_char(day, 'YYYY-MM-DD'), jsonb_strip_nulls(jsonb_build_object('register', register,
		'reason', case when verdict = 'accepted' then last.reason else trim(settle_exclusion.reason) end)));
end $$;

-- Sets the indicators down as they stand, for a meeting: definitions, values and days left out, with their hash.
create function public.freeze_indicators(mission uuid, meeting text, from_day date, to_day date) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	g public.meetings;
	facts jsonb;
	made uuid;
	hash text;
begin
	perform private.must_be(mission, 'client_manager');
	select x.* into g from public.meetings x where x.mission_id = mission and x.code = meeting;
	perform private.require(g.id is not null and g.state <> 'cancelled', 404, 'not_found');
	perform private.require(from_day <= to_day and to_day <= private.today(mission) and from_day > '1900-01-01', 422, 'date_out_of_range');
	facts := (select jsonb_build_object('contractSha256', m.contract_sha256, 'today', private.today(mission), 'end', m.anchors ->> 'end',
		'from', from_day, 'to', to_day, 'indicators', coalesce(m.contract -> 'indicators', '[]'),
		'values', coalesce((select jsonb_agg(jsonb_build_object('code', v.code, 'quantity', v.quantity, 'at', v.period, 'label', v.label,
				'value', trim_scale(v.value)::text, 'over', trim_scale(v.over)::text) order by v.code, v.quantity, v.period, v.label)
			from public.indicator_values v where v.mission_id = mission and not v.withdrawn
			-- Whole months: what is judged by the month is not judged on a part of it.
			and (length(v.period) < 10 or v.first_day between date_trunc('month', from_day) and to_day)
			and not exists (select from public.indicator_values n where n.instead_of = v.id)), '[]'),
		'exclusions', coalesce((select jsonb_agg(jsonb_build_object('day', x.day, 'reason', x.reason, 'register', x.register) order by x.day)
			from public.indicator_exclusions x where x.mission_id = mission and x.kind = 'accepted'
			and not exists (select from public.indicator_exclusions n where n.mission_id = x.mission_id and n.register = x.register
				and n.day = x.day and n.number > x.number)), '[]'))
		from public.missions m where m.id = mission);
	hash := encode(sha256(convert_to(facts::text, 'UTF8')), 'hex');
	insert into public.indicator_states (mission_id, meeting_id, from_day, to_day, facts, sha256, person_id, mission_day)
	values (mission, g.id, freeze_indicators.from_day, freeze_indicators.to_day, facts, hash, private.me(), private.today(mission)) returning id into made;
	perform private.log(mission, 'indicators_frozen', g.code, jsonb_build_object('from', from_day, 'to', to_day, 'sha256', hash,
		'values', jsonb_array_length(facts -> 'values')), case when g.convened_at is null then 'client' else 'all' end);
	return made;
end $$;

-- What the server made of a state, once.
create function private.keep_judgement(state uuid, judged jsonb) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	insert into public.indicator_judgements (state_id, judged, sha256)
	values (keep_judgement.state, keep_judgement.judged, encode(sha256(convert_to(keep_judgement.judged::text, 'UTF8')), 'hex'))
	on conflict (state_id) do nothing;
end $$;
