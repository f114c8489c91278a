-- Phases come from the contract; tasks are the project's own; milestones are limits or meetings.
create table public.phases (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	code text not null,
	title text not null,
	position int not null,
	starts_on date not null,
	ends_on date not null,
	limit_on date,
	clause jsonb,
	version int not null default 1,
	unique (mission_id, code),
	unique (id, mission_id),
	check (ends_on >= starts_on)
);

create table public.tasks (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	phase_id uuid,
	code text,
	title text not null check (length(trim(title)) between 1 and 200),
	position int not null default 0,
	starts_on date not null check (starts_on between '1900-01-01' and '2200-12-31'),
	ends_on date not null check (ends_on between '1900-01-01' and '2200-12-31'),
	progress int not null default 0 check (progress between 0 and 100),
	depends_on uuid[] not null default '{}',
	assignee text check (length(assignee) <= 200),
	removed_at timestamptz,
	updated_by uuid references public.people (id),
	updated_at timestamptz not null default now(),
	version int not null default 1,
	foreign key (phase_id, mission_id) references public.phases (id, mission_id),
	check (ends_on >= starts_on)
);
create index tasks_mission on public.tasks (mission_id);

create table public.milestones (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	phase_id uuid,
	code text not null,
	title text not null,
	-- Fixed by the contract: the day follows from its rule and nobody drags it. No day: still to be set.
	is_fixed boolean not null,
	due_on date,
	done_on date,
	rule jsonb,
	explanation text,
	clause jsonb,
	updated_by uuid references public.people (id),
	updated_at timestamptz not null default now(),
	version int not null default 1,
	unique (mission_id, code),
	foreign key (phase_id, mission_id) references public.phases (id, mission_id)
);

alter table public.phases enable row level security;
alter table public.tasks enable row level security;
alter table public.milestones enable row level security;
create policy "members read the phases" on public.phases for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read the tasks" on public.tasks for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read the milestones" on public.milestones for select to authenticated using (mission_id in (select private.my_missions()));
grant select on public.phases, public.tasks, public.milestones to authenticated;

create function private.person_name(person uuid) returns text
	language sql stable security definer set search_path = '' as
$$ select full_name from public.people where id = person $$;

-- Stale: the answer carries what stands now, who changed it and when, so that the person can choose.
create function private.refuse_stale(current jsonb, changed_by uuid, changed_at timestamptz) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.refuse(409, 'stale', jsonb_build_object(
		'current', current, 'changedBy', private.person_name(changed_by), 'changedAt', changed_at));
end $$;

create function private.check_span(starts date, ends date) returns void
	language plpgsql set search_path = '' as $$
begin
	perform private.require(starts is not null and starts between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"startsOn"}');
	perform private.require(ends is not null and ends between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"endsOn"}');
	perform private.require(ends >= starts, 422, 'end_before_start', '{"field":"endsOn"}');
end $$;

create function public.edit_task(task uuid, read_version int, new_starts_on date, new_ends_on date,
	new_progress int default null, new_title text default null) returns public.tasks
	language plpgsql security definer set search_path = '' as $$
declare
	was public.tasks;
	now_is public.tasks;
begin
	select * into was from public.tasks t where t.id = task and t.removed_at is null
		and t.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	if was.version is distinct from read_version then
		perform private.refuse_stale(to_jsonb(was), was.updated_by, was.updated_at);
	end if;
	perform private.check_span(new_starts_on, new_ends_on);
	perform private.require(new_progress is null or new_progress between 0 and 100, 422, 'progress_out_of_range', '{"field":"progress"}');
	perform private.require(new_title is null or (new_title ~ '\S' and length(new_title) <= 200), 422, 'title_length', '{"field":"title"}');
	update public.tasks t set starts_on = new_starts_on, ends_on = new_ends_on,
		progress = coalesce(new_progress, t.progress), title = coalesce(trim(new_title), t.title),
		updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	where t.id = task returning * into now_is;
	perform private.log(was.mission_id, 'task_edited', was.title, jsonb_build_object(
		'task', was.id,
		'from', jsonb_build_object('startsOn', was.starts_on, 'endsOn', was.ends_on, 'progress', was.progress, 'title', was.title),
		'to', jsonb_build_object('startsOn', now_is.starts_on, 'endsOn', now_is.ends_on, 'progress', now_is.progress, 'title', now_is.title)));
	return now_is;
end $$;

create function public.add_task(mission uuid, phase uuid, title text, starts_on date, ends_on date) returns public.tasks
	language plpgsql security definer set search_path = '' as $$
declare
	made public.tasks;
begin
	perform private.must_be(mission, 'client_manager');
	perform private.require((coalesce(title, '') ~ '\S' and length(title) <= 200), 422, 'title_length', '{"field":"title"}');
	perform private.check_span(starts_on, ends_on);
	perform private.require(phase is null or exists (select from public.phases p where p.id = phase and p.mission_id = mission),
		422, 'unknown_phase', '{"field":"phase"}');
	perform private.require((select count(*) from public.tasks t where t.mission_id = mission and t.removed_at is null) < 5000, 422, 'too_many_tasks');
	insert into public.tasks (mission_id, phase_id, title, position, starts_on, ends_on, updated_by)
	values (mission, phase, trim(title), coalesce((select max(t.position) + 1 from public.tasks t where t.mission_id = mission), 1),
		starts_on, ends_on, private.me())
	returning * into made;
	perform private.log(mission, 'task_added', made.title, jsonb_build_object('task', made.id, 'startsOn', starts_on, 'endsOn', ends_on));
	return made;
end $$;

-- Kept, only no longer drawn: the same call with `removed` false takes it back.
create function public.remove_task(task uuid, read_version int, removed boolean default true) returns public.tasks
	language plpgsql security definer set search_path = '' as $$
declare
	was public.tasks;
	now_is public.tasks;
begin
	select * into was from public.tasks t where t.id = task and t.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	if was.version is distinct from read_version then
		perform private.refuse_stale(to_jsonb(was), was.updated_by, was.updated_at);
	end if;
	update public.tasks t set removed_at = case when removed then clock_timestamp() end,
		updated_by = private.me(), updated_at = clock_timestamp(), version = t.version + 1
	where t.id = task returning * into now_is;
	perform private.log(was.mission_id, case when removed then 'task_removed' else 'task_restored' end, was.title, jsonb_build_object('task', was.id));
	return now_is;
end $$;

create function private.milestone_to_change(milestone uuid, read_version int) returns public.milestones
	language plpgsql security definer set search_path = '' as $$
declare
	was public.milestones;
begin
	select * into was from public.milestones m where m.id = milestone and m.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	if was.version is distinct from read_version then
		perform private.refuse_stale(to_jsonb(was), was.updated_by, was.updated_at);
	end if;
	return was;
end $$;

-- A floating milestone moves; one fixed by the contract keeps its day and its words.
create function public.edit_milestone(milestone uuid, read_version int, new_due_on date, new_title text default null) returns public.milestones
	language plpgsql security definer set search_path = '' as $$
declare
	was public.milestones;
	now_is public.milestones;
begin
	was := private.milestone_to_change(milestone, read_version);
	perform private.require(not was.is_fixed or (new_due_on is not distinct from was.due_on and coalesce(trim(new_title), was.title) = was.title),
		422, 'fixed_by_contract', '{"field":"dueOn"}');
	perform private.require(new_due_on is null or new_due_on between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"dueOn"}');
	perform private.require(new_title is null or (new_title ~ '\S' and length(new_title) <= 200), 422, 'title_length', '{"field":"title"}');
	update public.milestones m set due_on = new_due_on, title = coalesce(trim(new_title), m.title),
		updated_by = private.me(), updated_at = clock_timestamp(), version = m.version + 1
	where m.id = milestone returning * into now_is;
	perform private.log(was.mission_id, 'milestone_edited', was.code, jsonb_build_object(
		'from', jsonb_build_object('dueOn', was.due_on, 'title', was.title),
		'to', jsonb_build_object('dueOn', now_is.due_on, 'title', now_is.title)));
	return now_is;
end $$;

-- Says the day a milestone was reached; no day takes it back.
create function public.reach_milestone(milestone uuid, read_version int, new_done_on date) returns public.milestones
	language plpgsql security definer set search_path = '' as $$
declare
	was public.milestones;
	now_is public.milestones;
begin
	was := private.milestone_to_change(milestone, read_version);
	perform private.require(new_done_on is null or new_done_on <= private.today(was.mission_id), 422, 'in_the_future', '{"field":"doneOn"}');
	perform private.require(new_done_on is null or new_done_on >= '1900-01-01', 422, 'date_out_of_range', '{"field":"doneOn"}');
	update public.milestones m set done_on = new_done_on, updated_by = private.me(), updated_at = clock_timestamp(), version = m.version + 1
	where m.id = milestone returning * into now_is;
	perform private.log(was.mission_id, 'milestone_reached', was.code, jsonb_build_object('from', was.done_on, 'to', now_is.done_on));
	return now_is;
end $$;

grant execute on function public.edit_task(uuid, int, date, date, int, text), public.add_task(uuid, uuid, text, date, date),
	public.remove_task(uuid, int, boolean), public.edit_milestone(uuid, int, date, text),
	public.reach_milestone(uuid, int, date) to authenticated;

-- The demonstration's clock, moved by its project manager alone. It only goes forward or back in the play:
-- the server's own time stands beside every record.
create function public.move_clock(mission uuid, to_day date) returns date
	language plpgsql security definer set search_path = '' as $$
declare
	m public.missions;
begin
	perform private.must_be(mission, 'client_manager');
	select * into m from public.missions x where x.id = mission for update;
	perform private.require(m.is_demo, 403, 'clock_is_real');
	perform private.require(to_day is not null and to_day between '1990-01-01' and '2099-12-31', 422, 'date_out_of_range', '{"field":"to"}');
	perform private.log(mission, 'clock_moved', null, jsonb_build_object('from', m.plays_on, 'to', to_day));
	update public.missions x set plays_on = to_day, version = x.version + 1 where x.id = mission;
	return to_day;
end $$;
grant execute on function public.move_clock(uuid, date) to authenticated;
