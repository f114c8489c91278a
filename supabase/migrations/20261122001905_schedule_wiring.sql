-- However a link comes to be, no line waits for itself; and the list that a task keeps of what it follows says the same.
create function private.links_are_sound() returns trigger
	language plpgsql security definer set search_path = '' as $$
declare
	x record;
	circle uuid[];
begin
	for x in select distinct k.mission_id from made k loop
		circle := private.circle_in(x.mission_id);
		if circle is not null then
			perform private.refuse(422, 'link_cycle', jsonb_build_object('path', (select jsonb_agg(
				jsonb_build_object('id', c.id, 'title', private.line_title(c.id)) order by c.ord) from unnest(circle) with ordinality c (id, ord))));
		end if;
	end loop;
	update public.tasks t set depends_on = array(select l.from_task from public.task_links l where l.to_task = t.id and l.from_task is not null order by 1)
	where t.id in (select k.to_task from made k)
		and t.depends_on is distinct from array(select l.from_task from public.task_links l where l.to_task = t.id and l.from_task is not null order by 1);
	return null;
end $$;
create trigger task_links_are_sound after insert on public.task_links
	referencing new table as made for each statement execute function private.links_are_sound();

create function private.links_are_gone() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	update public.tasks t set depends_on = array(select l.from_task from public.task_links l where l.to_task = t.id and l.from_task is not null order by 1)
	where t.id in (select k.to_task from gone k)
		and t.depends_on is distinct from array(select l.from_task from public.task_links l where l.to_task = t.id and l.from_task is not null order by 1);
	return null;
end $$;
create trigger task_links_are_gone after delete on public.task_links
	referencing old table as gone for each statement execute function private.links_are_gone();

-- A plan that comes with its list of what each task follows (a contract file) comes with its links.
create function private.task_is_linked() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	delete from public.task_links l where l.to_task = new.id and l.from_task is not null and not (l.from_task = any (new.depends_on));
	insert into public.task_links (mission_id, from_task, to_task)
	select new.mission_id, t.id, new.id from public.tasks t where t.id = any (new.depends_on) and t.mission_id = new.mission_id
	on conflict do nothing;
	return null;
end $$;
create trigger tasks_are_linked after insert or update of depends_on on public.tasks
	for each row when (new.depends_on <> '{}' or pg_trigger_depth() = 0) execute function private.task_is_linked();

-- What was linked before links had a table of their own.
insert into public.task_links (mission_id, from_task, to_task)
select distinct t.mission_id, d.id, t.id from public.tasks t join public.tasks d on d.id = any (t.depends_on) and d.mission_id = t.mission_id and d.id <> t.id
on conflict do nothing;

-- A text of the contract that adds a line to the plan says what it follows too.
alter function private.apply_contract(uuid, jsonb, boolean) rename to apply_contract_rows;
create function private.apply_contract(mission uuid, effects jsonb, open_only boolean) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	known text[] := array(select t.code from public.tasks t where t.mission_id = mission and t.code is not null);
begin
	perform private.apply_contract_rows(mission, effects, open_only);
	insert into public.task_links (mission_id, from_task, to_task)
	select distinct mission, f.id, t.id from jsonb_array_elements(coalesce(effects -> 'tasks', '[]')) x
		cross join jsonb_array_elements_text(coalesce(x -> 'after', '[]')) a (code)
		join public.tasks t on t.mission_id = mission and t.code = x ->> 'code'
		join public.tasks f on f.mission_id = mission and f.code = a.code
	where not open_only and not (x ->> 'code' = any (known)) and f.id <> t.id
	on conflict do nothing;
end $$;

-- Every line that has its days, as everybody in the mission may read it: meetings once they are convened.
create function private.plan_lines(mission uuid) returns table (id uuid, kind text, code text, title text, starts_on date, ends_on date)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query
	select p.id, 'phase', p.code, p.title, p.starts_on, p.ends_on from public.phases p
		where p.mission_id = mission and p.starts_on is not null and p.ends_on is not null
	union all select t.id, 'task', t.code, t.title, t.starts_on, t.ends_on from public.tasks t
		where t.mission_id = mission and t.removed_at is null and t.starts_on is not null and t.ends_on is not null
	union all select m.id, 'milestone', m.code, m.title, m.due_on, m.due_on from public.milestones m where m.mission_id = mission and m.due_on is not null
	union all select g.id, 'meeting', g.code, g.title, g.held_on, g.held_on from public.meetings g
		where g.mission_id = mission and g.convened_at is not null and g.state <> 'cancelled';
end $$;

create function private.frozen_plan(mission uuid, name text, reason text, amendment uuid default null) returns public.baselines
	language plpgsql security definer set search_path = '' as $$
declare
	made public.baselines;
begin
	perform pg_advisory_xact_lock(hashtextextended('schedule ' || mission, 0));
	insert into public.baselines (mission_id, number, name, reason, amendment_id, frozen_by, frozen_on, days, names)
	select mission, coalesce((select max(b.number) from public.baselines b where b.mission_id = mission), 0) + 1, trim(frozen_plan.name), trim(frozen_plan.reason), amendment,
		case when amendment is null then private.me() end, private.today(mission),
		coalesce(jsonb_object_agg(l.id, jsonb_build_array(l.starts_on, l.ends_on)), '{}'),
		coalesce(jsonb_object_agg(l.id, jsonb_build_array(l.kind, l.code, l.title)), '{}')
	from private.plan_lines(mission) l
	returning * into made;
	perform private.log(mission, 'plan_frozen', made.name, jsonb_build_object('number', made.number, 'reason', made.reason,
		'lines', (select count(*) from jsonb_object_keys(made.days))));
	return made;
end $$;

-- What an act of the contract makes of the plan is a promise too. A fact only gives a day to what had none.
alter function private.bring_in_force(public.amendments, jsonb, jsonb) rename to bring_in_force_of_text;
create function private.bring_in_force(a public.amendments, effects jsonb, moved jsonb) returns public.amendments
	language plpgsql security definer set search_path = '' as $$
declare
	made public.amendments := private.bring_in_force_of_text(a, effects, moved);
begin
	if made.act_kind <> 'fact' then
		perform private.frozen_plan(made.mission_id, made.act_number, made.purpose, made.id);
	end if;
	return made;
end $$;
