-- Calendars end with 2199. What the plan holds ends there too, whoever writes it and by whatever way: a line of 2200
-- could be stored until now, and no plan with it could be worked out again. What stands already stays as it is until
-- somebody gives it another day.
create function private.within_calendars() returns trigger
	language plpgsql set search_path = '' as $$
declare
	-- What the fields are called where they are typed.
	fields text[] := array['starts_on startsOn', 'ends_on endsOn', 'due_on dueOn', 'done_on doneOn', 'held_on heldOn'];
	was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
	now_is jsonb := to_jsonb(new);
	f record;
begin
	for f in select split_part(x.pair, ' ', 1) as name, split_part(x.pair, ' ', 2) as said from unnest(fields) with ordinality x (pair, at) order by x.at loop
		if now_is ->> f.name is not null and now_is ->> f.name is distinct from was ->> f.name then
			perform private.require((now_is ->> f.name)::date between '1900-01-01' and '2199-12-31', 422, 'date_out_of_range',
				jsonb_build_object('field', f.said, 'title', now_is ->> 'title'));
		end if;
	end loop;
	return new;
end $$;

create trigger phases_within_calendars before insert or update of starts_on, ends_on on public.phases
	for each row when (new.starts_on not between '1900-01-01' and '2199-12-31' or new.ends_on not between '1900-01-01' and '2199-12-31')
	execute function private.within_calendars();
create trigger tasks_within_calendars before insert or update of starts_on, ends_on on public.tasks
	for each row when (new.starts_on not between '1900-01-01' and '2199-12-31' or new.ends_on not between '1900-01-01' and '2199-12-31')
	execute function private.within_calendars();
create trigger milestones_within_calendars before insert or update of due_on, done_on on public.milestones
	for each row when (new.due_on not between '1900-01-01' and '2199-12-31' or new.done_on not between '1900-01-01' and '2199-12-31')
	execute function private.within_calendars();
create trigger meetings_within_calendars before insert or update of held_on on public.meetings
	for each row when (new.held_on not between '1900-01-01' and '2199-12-31')
	execute function private.within_calendars();
