-- What ties the lines of a plan together, what else a task carries, and the plans that were promised.
alter table public.tasks add unique (id, mission_id);
alter table public.milestones add unique (id, mission_id);
alter table public.tasks
	add column constraint_kind text check (constraint_kind in ('must_start', 'not_before', 'not_after')),
	add column constraint_on date check (constraint_on between '1900-01-01' and '2199-12-31'),
	add column actual_start date check (actual_start between '1900-01-01' and '2199-12-31'),
	add column actual_end date check (actual_end between '1900-01-01' and '2199-12-31'),
	add column notes text check (length(notes) between 1 and 4000),
	add column organisation_id uuid,
	add foreign key (organisation_id, mission_id) references public.organisations (id, mission_id),
	add check ((constraint_kind is null) = (constraint_on is null)),
	add check (actual_end >= actual_start);
create index tasks_organisation on public.tasks (organisation_id);

-- A successor is a task or a milestone; a predecessor may be a meeting too, whose day is set in its own page. What is
-- taken off the plan keeps its links, so that it comes back with them.
create table public.task_links (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	from_task uuid,
	from_milestone uuid,
	from_meeting uuid,
	to_task uuid,
	to_milestone uuid,
	from_id uuid not null generated always as (coalesce(from_task, from_milestone, from_meeting)) stored,
	to_id uuid not null generated always as (coalesce(to_task, to_milestone)) stored,
	type text not null default 'FS' check (type in ('FS', 'SS', 'FF', 'SF')),
	lag int not null default 0 check (lag between -1000 and 1000),
	lag_unit text not null default 'working' check (lag_unit in ('working', 'calendar')),
	updated_by uuid references public.people (id),
	updated_at timestamptz not null default clock_timestamp(),
	version int not null default 1,
	unique (mission_id, from_id, to_id),
	check (num_nonnulls(from_task, from_milestone, from_meeting) = 1),
	check (num_nonnulls(to_task, to_milestone) = 1),
	check (coalesce(from_task, from_milestone) is distinct from coalesce(to_task, to_milestone)),
	foreign key (from_task, mission_id) references public.tasks (id, mission_id) on delete cascade,
	foreign key (from_milestone, mission_id) references public.milestones (id, mission_id) on delete cascade,
	foreign key (from_meeting, mission_id) references public.meetings (id, mission_id) on delete cascade,
	foreign key (to_task, mission_id) references public.tasks (id, mission_id) on delete cascade,
	foreign key (to_milestone, mission_id) references public.milestones (id, mission_id) on delete cascade
);
create index task_links_from_task on public.task_links (from_task);
create index task_links_from_milestone on public.task_links (from_milestone);
create index task_links_from_meeting on public.task_links (from_meeting);
create index task_links_to_task on public.task_links (to_task);
create index task_links_to_milestone on public.task_links (to_milestone);
comment on table public.task_links is 'What ties a line of the plan to the one it follows: the type of the link and the days it waits.';

-- What a task works for. A task that works for a deliverable somebody decided on is not taken off the plan.
create table public.task_refs (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	task_id uuid not null,
	deliverable_id uuid,
	meeting_id uuid,
	obligation_id uuid,
	ref_id uuid not null generated always as (coalesce(deliverable_id, meeting_id, obligation_id)) stored,
	unique (task_id, ref_id),
	check (num_nonnulls(deliverable_id, meeting_id, obligation_id) = 1),
	foreign key (task_id, mission_id) references public.tasks (id, mission_id) on delete cascade,
	foreign key (deliverable_id, mission_id) references public.deliverables (id, mission_id) on delete cascade,
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id) on delete cascade,
	foreign key (obligation_id, mission_id) references public.obligations (id, mission_id) on delete cascade
);
create index task_refs_mission on public.task_refs (mission_id);
create index task_refs_deliverable on public.task_refs (deliverable_id);
create index task_refs_meeting on public.task_refs (meeting_id);
create index task_refs_obligation on public.task_refs (obligation_id);
comment on table public.task_refs is 'What a task of the plan works for: deliverables, meetings, obligations.';

-- A plan as it was promised: never rewritten, never deleted.
create table public.baselines (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id),
	number int not null,
	name text not null check (length(trim(name)) between 1 and 120),
	reason text not null check (length(trim(reason)) between 1 and 2000),
	-- None: the act of the contract that it follows froze it.
	amendment_id uuid references public.amendments (id),
	frozen_by uuid references public.people (id),
	frozen_at timestamptz not null default clock_timestamp(),
	frozen_on date not null,
	-- By line: [start, end]; and [kind, code, title], for what is gone since.
	days jsonb not null check (jsonb_typeof(days) = 'object'),
	names jsonb not null check (jsonb_typeof(names) = 'object'),
	unique (mission_id, number)
);
create index baselines_amendment on public.baselines (amendment_id);
comment on table public.baselines is 'Plans that were frozen, with the days of every line then: the accepted plan, and the one each amendment made.';

-- One act that moved several lines at once, so that it can be taken back as one.
create table public.plan_acts (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id),
	mode text not null check (mode in ('push', 'follow', 'undo', 'import')),
	-- The act that this one takes back.
	undoes uuid unique references public.plan_acts (id),
	-- By line: its id, where it stood, where it went, the version that gave it. Of an import, all that it replaced.
	moves jsonb not null check (jsonb_typeof(moves) = 'array'),
	person_id uuid not null references public.people (id),
	mission_day date not null,
	at timestamptz not null default clock_timestamp()
);
create index plan_acts_mission on public.plan_acts (mission_id);
comment on table public.plan_acts is 'Changes of the plan that moved several lines at once: each is kept whole, and taken back whole.';

alter table public.task_links enable row level security;
alter table public.task_refs enable row level security;
alter table public.baselines enable row level security;
alter table public.plan_acts enable row level security;
create policy "members read the links, of meetings they read" on public.task_links for select to authenticated using (
	mission_id in (select private.my_missions())
	and (from_meeting is null or from_meeting in (select id from public.meetings)));
create policy "members read what tasks are for, as they read it" on public.task_refs for select to authenticated using (
	mission_id in (select private.my_missions())
	and (meeting_id is null or meeting_id in (select id from public.meetings))
	and (obligation_id is null or obligation_id in (select id from public.obligations)));
create policy "members read the plans that were frozen" on public.baselines for select to authenticated using (
	mission_id in (select private.my_missions()));
create policy "members read what was replanned" on public.plan_acts for select to authenticated using (
	mission_id in (select private.my_missions()));
grant select on public.task_links, public.task_refs, public.baselines, public.plan_acts to authenticated;

create trigger baselines_are_append_only before update or delete on public.baselines
	for each row execute function private.refuse_change();
create trigger baselines_are_not_truncated before truncate on public.baselines
	for each statement execute function private.refuse_change();
create trigger plan_acts_are_append_only before update or delete on public.plan_acts
	for each row execute function private.refuse_change();
create trigger plan_acts_are_not_truncated before truncate on public.plan_acts
	for each statement execute function private.refuse_change();

create function private.line_title(line uuid) returns text
	language plpgsql stable security definer set search_path = '' as $$
begin
	return coalesce((select t.title from public.tasks t where t.id = line),
		(select m.code || ' ' || m.title from public.milestones m where m.id = line),
		(select g.code || ' ' || g.title from public.meetings g where g.id = line));
end $$;

-- A circle among the links of a mission, its lines in order; null when they can be put in order. Kahn's algorithm on
-- numbers: what is left once every line has been placed after all it follows goes round.
create function private.circle_in(mission uuid) returns uuid[]
	language plpgsql stable security definer set search_path = '' as $$
declare
	ids uuid[];
	froms int[];
	tos int[];
	head int[];
	waits int[];
	back int[];
	queue int[];
	n int;
	m int;
	placed int := 0;
	at int := 0;
	v int;
	w int;
	seen int[];
	circle uuid[] := '{}';
begin
	select array_agg(x.id order by x.id) into ids from (select l.from_id as id from public.task_links l where l.mission_id = mission
		union select l.to_id from public.task_links l where l.mission_id = mission) x;
	n := coalesce(cardinality(ids), 0);
	if n = 0 then return null; end if;
	with numbered as materialized (select u.id, u.ord::int as ord from unnest(ids) with ordinality u (id, ord))
	select array_agg(f.ord order by f.ord, t.ord), array_agg(t.ord order by f.ord, t.ord) into froms, tos
	from public.task_links l join numbered f on f.id = l.from_id join numbered t on t.id = l.to_id where l.mission_id = mission;
	m := cardinality(froms);
	waits := array_fill(0, array[n]);
	head := array_fill(m + 1, array[n + 1]);
	for i in reverse m..1 loop
		waits[tos[i]] := waits[tos[i]] + 1;
		head[froms[i]] := i;
	end loop;
	for i in reverse n..1 loop
		if head[i] > m then head[i] := head[i + 1]; end if;
	end loop;
	queue := array_fill(0, array[n]);
	for i in 1..n loop
		if waits[i] = 0 then placed := placed + 1; queue[placed] := i; end if;
	end loop;
	while at < placed loop
		at := at + 1;
		v := queue[at];
		for i in head[v]..head[v + 1] - 1 loop
			w := tos[i];
			waits[w] := waits[w] - 1;
			if waits[w] = 0 then placed := placed + 1; queue[placed] := w; end if;
		end loop;
	end loop;
	if placed = n then return null; end if;
	-- Whatever waits, waits for something that waits: walking back ends on the circle.
	back := array_fill(0, array[n]);
	for i in 1..m loop
		if waits[froms[i]] > 0 and waits[tos[i]] > 0 then back[tos[i]] := froms[i]; end if;
	end loop;
	seen := array_fill(0, array[n]);
	for i in 1..n loop
		if waits[i] > 0 then v := i; exit; end if;
	end loop;
	while seen[v] = 0 loop
		seen[v] := 1;
		v := back[v];
	end loop;
	w := v;
	loop
		circle := ids[w] || circle;
		w := back[w];
		exit when w = v;
	end loop;
	return circle;
end $$;
