-- Observations and reserves on a version that was handed in: numbered, answered by the contractor, lifted or maintained
-- by the client's side. What each became is in observation_acts, never rewritten.

alter table public.versions add unique (id, deliverable_id);
create table public.observations (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	deliverable_id uuid not null,
	rank int not null,
	-- OBS-E-L11-03: one series per deliverable, whatever the version.
	number text not null,
	kind text not null check (kind in ('observation', 'reserve')),
	severity text not null check (severity in ('blocking', 'major', 'minor')),
	state text not null default 'open',
	version_id uuid not null,
	-- One of the version's files, which never change.
	file_id uuid,
	place text not null default '' check (length(place) <= 200),
	wording text not null check (length(trim(wording)) between 1 and 4000),
	author_id uuid not null references public.people (id),
	-- Said by this body through its endorsement of the version, its chair holding the pen.
	committee_id uuid references public.committees (id),
	at timestamptz not null default clock_timestamp(),
	mission_day date not null,
	-- The contractor's last answer, and the version that carries it: set when that version is handed in.
	answer text check (answer in ('accepted', 'partly', 'refused')),
	answer_version_id uuid references public.versions (id),
	version int not null default 1,
	unique (deliverable_id, rank),
	unique (mission_id, number),
	unique (id, mission_id),
	-- What stops an admission is a reserve: an observation asks, it does not stop.
	check (kind = 'reserve' or severity <> 'blocking'),
	-- Through the version, which is of the deliverable: no second way between the two to choose from when they are read.
	foreign key (version_id, deliverable_id) references public.versions (id, deliverable_id),
	foreign key (version_id, mission_id) references public.versions (id, mission_id)
);
create index observations_mission on public.observations (mission_id);
comment on table public.observations is 'What the client''s side asks to be corrected in a version, as it stands now.';

create table public.observation_acts (
	id uuid primary key default gen_random_uuid(),
	number bigint generated always as identity,
	mission_id uuid not null,
	observation_id uuid not null,
	kind text not null check (kind in ('answered', 'lifted', 'maintained', 'withdrawn', 'corrected')),
	answer text check (answer in ('accepted', 'partly', 'refused')),
	words text not null default '' check (length(words) <= 4000),
	-- Answered in, or checked in.
	version_id uuid references public.versions (id),
	-- What it said before a correction.
	was jsonb,
	person_id uuid not null references public.people (id),
	at timestamptz not null default clock_timestamp(),
	mission_day date not null,
	foreign key (observation_id, mission_id) references public.observations (id, mission_id)
);
create index observation_acts_observation on public.observation_acts (observation_id);
create index observation_acts_mission on public.observation_acts (mission_id);
comment on table public.observation_acts is 'What was done about an observation, in order: an answer is corrected by a following one.';

-- Its way as rows; core/deliverables/observations/circuit.ts holds the same list and a test holds the two equal.
create table public.observation_moves (
	from_state text not null,
	move text not null,
	to_state text not null,
	primary key (from_state, move)
);
comment on table public.observation_moves is 'From which state an observation goes to which.';
insert into public.observation_moves values
	('open', 'answer', 'answered'),
	('open', 'correct', 'open'),
	('open', 'withdraw', 'withdrawn'),
	('answered', 'answer', 'answered'),
	('answered', 'lift', 'lifted'),
	('answered', 'maintain', 'maintained'),
	('maintained', 'answer', 'answered'),
	('maintained', 'correct', 'maintained'),
	('maintained', 'lift', 'lifted');

alter table public.observations enable row level security;
alter table public.observation_acts enable row level security;
alter table public.observation_moves enable row level security;
create policy "members read observations" on public.observations for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read what became of observations" on public.observation_acts for select to authenticated using (mission_id in (select private.my_missions()));
create policy "everyone signed in reads the way of observations" on public.observation_moves for select to authenticated using (true);
grant select on public.observations, public.observation_acts, public.observation_moves to authenticated;

create trigger observation_acts_are_append_only before update or delete on public.observation_acts for each row execute function private.refuse_change();
create trigger observation_acts_are_not_truncated before truncate on public.observation_acts for each statement execute function private.refuse_change();

create function private.observation_stays() returns trigger
	language plpgsql security definer set search_path = '' as $$
declare
	moving text[] := array['state', 'severity', 'file_id', 'place', 'wording', 'answer', 'answer_version_id', 'version'];
begin
	if tg_op = 'DELETE' or (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
		perform private.refuse(403, 'append_only');
	end if;
	if new.state <> old.state and not exists (
		select from public.observation_moves c where c.from_state = old.state and c.to_state = new.state) then
		perform private.refuse(409, 'not_from_here', jsonb_build_object('state', old.state));
	end if;
	return new;
end $$;
create trigger observations_stay before update or delete on public.observations for each row execute function private.observation_stays();
create trigger observations_are_not_truncated before truncate on public.observations for each statement execute function private.refuse_change();

-- The client's side, whoever it is that reads for it; a member of the body by their seat.
create function private.may_observe(mission uuid, body uuid) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	return not private.sits_on_side(private.me(), mission, 'contractor')
		and (private.i_am(mission, 'client_manager', 'client_signatory', 'committee_chair', 'committee_member', 'technical_member')
			or (body is not null and private.sits_as(private.me(), body, 'chair', 'member')));
end $$;

-- Who says that it is lifted: for what a body said, its chair and nobody else; for the rest, who made it, the project
-- manager, or the chair of the body.
create function private.may_check(o public.observations) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
declare
	body uuid := coalesce(o.committee_id, (select d.committee_id from public.deliverables d where d.id = o.deliverable_id));
begin
	if private.sits_on_side(private.me(), o.mission_id, 'contractor') then return false; end if;
	if body is not null and private.sits_as(private.me(), body, 'chair') then return true; end if;
	return o.committee_id is null
		and (private.i_am(o.mission_id, 'client_manager') or (o.author_id = private.me() and private.may_observe(o.mission_id, body)));
end $$;

-- Who may take it back or put it right: its author; for what a body said, its chair.
create function private.may_correct(o public.observations) returns boolean
	language plpgsql stable security definer set search_path = '' as $$
begin
	if o.committee_id is not null then return private.may_check(o); end if;
	return o.author_id = private.me() and private.may_observe(o.mission_id, (select d.committee_id from public.deliverables d where d.id = o.deliverable_id));
end $$;

create function private.last_version(deliverable uuid) returns public.versions
	language sql stable security definer set search_path = '' as
$$ select v from public.versions v where v.deliverable_id = last_version.deliverable order by v.submitted_at desc, v.id limit 1 $$;

-- One act at a time per deliverable, in the order of `decide`, which locks the version first.
create function private.observation_at(observation uuid) returns public.observations
	language plpgsql security definer set search_path = '' as $$
declare
	o public.observations;
begin
	select * into o from public.observations x where x.id = observation and x.mission_id in (select private.my_missions());
	perform private.require(o.id is not null, 404, 'not_found');
	perform 1 from public.versions v where v.id = (private.last_version(o.deliverable_id)).id for update;
	select * into o from public.observations x where x.id = observation for update;
	return o;
end $$;

create function private.move_observation(o public.observations, read_version int, move text) returns text
	language plpgsql stable security definer set search_path = '' as $$
declare
	next_state text;
begin
	perform private.require(read_version = o.version, 409, 'stale');
	select c.to_state into next_state from public.observation_moves c where c.from_state = o.state and c.move = move_observation.move;
	if next_state is null then
		perform private.refuse(409, 'not_from_here', jsonb_build_object('state', o.state, 'move', move));
	end if;
	return next_state;
end $$;

create function private.observation_act(o public.observations, kind text, words text default '', answer text default null, in_version uuid default null,
	was jsonb default null) returns void
	language sql security definer set search_path = '' as
$$ insert into public.observation_acts (mission_id, observation_id, kind, answer, words, version_id, was, person_id, mission_day)
   values (o.mission_id, o.id, observation_act.kind, observation_act.answer, btrim(coalesce(observation_act.words, ''), E' \t\r\n'), in_version,
	observation_act.was, private.me(), private.today(o.mission_id)) $$;

create function private.good_observation(kind text, severity text, wording text, place text) returns void
	language plpgsql immutable set search_path = '' as $$
begin
	perform private.require(kind in ('observation', 'reserve'), 422, 'choice_missing', '{"field":"kind"}');
	perform private.require(severity in ('blocking', 'major', 'minor'), 422, 'severity_missing', '{"field":"severity"}');
	perform private.require(kind = 'reserve' or severity <> 'blocking', 422, 'observation_not_blocking', '{"field":"severity"}');
	perform private.require(coalesce(wording, '') ~ '\S', 422, 'wording_missing', '{"field":"wording"}');
	perform private.require(length(wording) <= 4000, 422, 'too_long', '{"field":"wording"}');
	perform private.require(length(coalesce(place, '')) <= 200, 422, 'too_long', '{"field":"place"}');
end $$;

-- After good_observation, the version being locked.
create function private.add_observation(v public.versions, kind text, severity text, wording text, place text, file uuid, body uuid) returns public.observations
	language plpgsql security definer set search_path = '' as $$
declare
	made public.observations;
	n int := 1 + coalesce((select max(x.rank) from public.observations x where x.deliverable_id = v.deliverable_id), 0);
begin
	insert into public.observations (mission_id, deliverable_id, rank, number, kind, severity, version_id, file_id, place, wording, author_id, committee_id, mission_day)
	values (v.mission_id, v.deliverable_id, n,
		'OBS-' || (select d.code from public.deliverables d where d.id = v.deliverable_id) || '-' || lpad(n::text, greatest(2, length(n::text)), '0'),
		add_observation.kind, add_observation.severity, v.id, file, btrim(coalesce(add_observation.place, ''), E' \t\r\n'),
		btrim(add_observation.wording, E' \t\r\n'), private.me(), body, private.today(v.mission_id))
	returning * into made;
	perform private.log(v.mission_id, 'observation_made', made.number,
		jsonb_build_object('version', private.version_label(v.id), 'kind', made.kind, 'severity', made.severity, 'sha256', v.sha256, 'ofBody', body is not null));
	return made;
end $$;
