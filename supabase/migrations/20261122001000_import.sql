-- The weeks for which the contract asks a report, and the day each is due: known when the mission is imported, counted
-- by core. Nothing writes here afterwards.
create table public.report_weeks (
	mission_id uuid not null references public.missions (id) on delete cascade,
	period text not null check (period ~ '^[0-9]{4}-W[0-9]{2}$'),
	due_on date not null,
	primary key (mission_id, period)
);
alter table public.report_weeks enable row level security;
create policy "members read the weeks the contract asks for" on public.report_weeks for select to authenticated using (
	mission_id in (select private.my_missions()));
grant select on public.report_weeks to authenticated;

-- A mission comes from its contract file, whole or not at all. The server's own door calls it (operators' command
-- line, demonstration); no signed-in person can. Days are computed by core before; nothing is decided here.
create function private.import_mission(content jsonb) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	mission uuid;
	x jsonb;
begin
	-- Of two imports of one name the second waits, then is told.
	perform pg_advisory_xact_lock(hashtextextended('mission ' || coalesce(content ->> 'slug', ''), 0));
	if exists (select from public.missions m where m.slug = content ->> 'slug') then
		perform private.refuse(409, 'mission_exists', jsonb_build_object('slug', content ->> 'slug'));
	end if;
	insert into public.missions (slug, title, short_title, reference, prefix, regime, calendar, time_zone, language, is_demo, plays_on, anchors, contract, contract_sha256)
	values (content ->> 'slug', content ->> 'title', content ->> 'short_title', content ->> 'reference', coalesce(content ->> 'prefix', 'M'),
		coalesce(content ->> 'regime', 'unknown'), content ->> 'calendar', coalesce(content ->> 'time_zone', 'Europe/Paris'), coalesce(content ->> 'language', 'fr'),
		coalesce((content ->> 'is_demo')::boolean, false), (content ->> 'plays_on')::date, coalesce(content -> 'anchors', '{}'),
		content -> 'contract', content ->> 'contract_sha256')
	returning id into mission;
	insert into public.organisations (mission_id, key, name, short_name, side, address)
	select mission, o.key, o.name, o.short_name, o.side, o.address
	from jsonb_to_recordset(content -> 'organisations') o (key text, name text, short_name text, side text, address text);
	insert into public.phases (mission_id, code, title, position, starts_on, ends_on, limit_on, clause)
	select mission, p.code, p.title, p.position, p.starts_on, p.ends_on, p.limit_on, p.clause
	from jsonb_to_recordset(content -> 'phases') p (code text, title text, position int, starts_on date, ends_on date, limit_on date, clause jsonb);
	insert into public.committees (mission_id, code, kind, title, detail, clause)
	select mission, c.code, c.kind, c.title, coalesce(c.detail, '{}'), c.clause
	from jsonb_to_recordset(content -> 'committees') c (code text, kind text, title text, detail jsonb, clause jsonb);
	insert into public.milestones (mission_id, phase_id, code, title, is_fixed, due_on, rule, explanation, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = m.phase), m.code, m.title, m.is_fixed, m.due_on, m.rule, m.explanation, m.clause
	from jsonb_to_recordset(content -> 'milestones') m (code text, title text, phase text, is_fixed boolean, due_on date, rule jsonb, explanation text, clause jsonb);
	insert into public.deliverables (mission_id, phase_id, code, title, position, committee_id, nominal_on, due_on, advised_on, rule, explanation, checklist, formats, editable_required, clause)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = d.phase), d.code, d.title, d.position,
		(select c.id from public.committees c where c.mission_id = mission and c.code = d.committee),
		d.nominal_on, d.due_on, d.advised_on, d.rule, d.explanation, coalesce(d.checklist, '[]'), coalesce(d.formats, '[]'), coalesce(d.editable_required, false), d.clause
	from jsonb_to_recordset(content -> 'deliverables') d (code text, title text, phase text, position int, committee text, nominal_on date, due_on date, advised_on date,
		rule jsonb, explanation text, checklist jsonb, formats jsonb, editable_required boolean, clause jsonb);
	insert into public.report_weeks (mission_id, period, due_on)
	select mission, w.period, w.due_on from jsonb_to_recordset(coalesce(content -> 'report_weeks', '[]')) w (period text, due_on date);
	insert into public.tasks (mission_id, phase_id, code, title, position, starts_on, ends_on)
	select mission, (select p.id from public.phases p where p.mission_id = mission and p.code = t.phase), t.code, t.title, t.position, t.starts_on, t.ends_on
	from jsonb_to_recordset(coalesce(content -> 'tasks', '[]')) t (code text, title text, phase text, position int, starts_on date, ends_on date);
	for x in select * from jsonb_array_elements(coalesce(content -> 'tasks', '[]')) loop
		if jsonb_array_length(coalesce(x -> 'after', '[]')) > 0 then
			update public.tasks t set depends_on = array(select d.id from public.tasks d where d.mission_id = mission
				and d.code in (select jsonb_array_elements_text(x -> 'after')))
			where t.mission_id = mission and t.code = x ->> 'code';
		end if;
	end loop;
	perform private.log(mission, 'mission_imported', content ->> 'slug', jsonb_build_object('contractSha256', content ->> 'contract_sha256'));
	return mission;
end $$;

-- Places a person in a mission without an invitation: the operator's command line and the demonstration.
create function private.enrol(mission uuid, email text, full_name text, organisation_key text, role text, function_title text, starts date) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	person uuid;
	organisation uuid;
begin
	person := private.find_or_make_person(email, full_name);
	select o.id into organisation from public.organisations o where o.mission_id = mission and o.key = organisation_key;
	perform private.check_role(mission, organisation, role);
	insert into public.memberships (mission_id, person_id, organisation_id, role, function_title, starts_on)
	values (mission, person, organisation, enrol.role, enrol.function_title, starts);
	perform private.seat(mission, person, enrol.role, starts);
	perform private.log(mission, 'member_enrolled', private.person_name(person), jsonb_build_object('role', enrol.role, 'startsOn', starts));
	return person;
end $$;

-- The first administrator of an empty store, once.
create function private.first_admin(user_id uuid, email text, full_name text) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	person uuid;
begin
	perform pg_advisory_xact_lock(hashtextextended('first admin', 0));
	perform private.require(not exists (select from public.people p where p.is_admin), 409, 'not_the_first');
	person := private.find_or_make_person(email, full_name);
	update public.people p set user_id = first_admin.user_id, is_admin = true where p.id = person;
	perform private.log(null, 'first_administrator', lower(trim(email)), '{}', 'admin');
	return person;
end $$;

create function private.needs_first_admin() returns boolean
	language sql stable security definer set search_path = '' as
$$ select not exists (select from public.people where is_admin) $$;

create function private.is_empty_store() returns boolean
	language sql stable security definer set search_path = '' as
$$ select not exists (select from public.people) and not exists (select from public.missions) $$;

-- Marks who belongs to the demonstration; the operator's verb and the first start call it.
create function private.mark_demo_person(address text, administrator boolean default false) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	person uuid;
begin
	update public.people p set is_demo = true, is_admin = administrator,
		user_id = coalesce(p.user_id, (select u.id from auth.users u where lower(u.email) = address))
	where p.email = address returning p.id into person;
	return person;
end $$;

-- Who is asking, in one call: asked at each request.
create function public.who_am_i() returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select jsonb_build_object('id', p.id, 'email', p.email, 'fullName', p.full_name, 'isAdmin', p.is_admin)
   from public.people p where p.id = private.me());
end $$;

-- A mission as its member meets it, in one call: null for anybody else.
create function public.mission_context(mission_slug text, counting boolean default false) returns jsonb
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select jsonb_build_object(
	'id', m.id, 'slug', m.slug, 'title', m.title, 'shortTitle', m.short_title, 'reference', m.reference, 'regime', m.regime,
	'calendar', m.calendar, 'timeZone', m.time_zone, 'language', m.language, 'prefix', m.prefix,
	'isDemo', m.is_demo, 'playsOn', m.plays_on, 'today', private.today(m.id), 'anchors', m.anchors,
	'roles', private.person_roles(private.me(), m.id),
	'isClient', m.id in (select private.my_missions_as('client')),
	'isContractor', m.id in (select private.my_missions_as('contractor')),
	'signs', (select s.may from private.signing_for(m.id) s),
	'contractSha256', m.contract_sha256, 'waiting', case when counting then public.count_waiting() end)
   from public.missions m where m.slug = mission_slug and m.id in (select private.my_missions()));
end $$;
grant execute on function public.who_am_i(), public.mission_context(text, boolean) to authenticated;

-- What waits for me, whatever it is that asks for it: an act of somebody else, the contract, or minutes. What is one
-- side's is told by the role held today; a report can be filed once its week has begun.
create function public.waiting() returns table (mission_id uuid, slug text, mission text, kind text, subject text, title text, ref text, due_on date, today date)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query with me as (select private.me() as id),
	mine as materialized (select m.id, m.slug, m.short_title, private.today(m.id) as today, private.person_roles(me.id, m.id) as roles
		from public.missions m cross join me where m.id in (select private.my_missions()))
   select m.id, m.slug, m.short_title, 'vote', d.code, d.title, v.number, null::date, m.today
	from mine m join public.versions v on v.mission_id = m.id and v.state = 'submitted' join public.deliverables d on d.id = v.deliverable_id cross join me
	where private.sits_as(me.id, d.committee_id, 'chair', 'member') and not private.sits_on_side(me.id, m.id, 'contractor')
	  and not exists (select from public.votes x where x.version_id = v.id and x.person_id = me.id)
   union all
   select m.id, m.slug, m.short_title, 'endorse', d.code, d.title, v.number, null, m.today
	from mine m join public.versions v on v.mission_id = m.id and v.state = 'submitted' join public.deliverables d on d.id = v.deliverable_id cross join me
	where private.sits_as(me.id, d.committee_id, 'chair') and not private.sits_on_side(me.id, m.id, 'contractor')
	  and exists (select from public.votes x where x.version_id = v.id)
   union all
   select m.id, m.slug, m.short_title, 'decide', d.code, d.title, v.number, null, m.today
	from mine m join public.versions v on v.mission_id = m.id join public.deliverables d on d.id = v.deliverable_id
	where (v.state in ('endorsed', 'endorsed_with_reserves', 'not_endorsed') or (v.state = 'submitted' and d.committee_id is null)) and (select s.may from private.signing_for(m.id) s)
   union all
   select m.id, m.slug, m.short_title, 'answer_report', r.period, r.period, null, null, m.today
	from mine m join public.weekly_reports r on r.mission_id = m.id and r.state = 'filed' where 'client_manager' = any (m.roles)
   union all
   select m.id, m.slug, m.short_title, 'file_report', w.period, w.period, null, w.due_on, m.today
	from mine m join public.report_weeks w on w.mission_id = m.id and w.due_on <= m.today + 7 and to_date(w.period, 'IYYY"-W"IW') <= m.today
	where m.roles && array['contractor_lead', 'consultant']
	  and not exists (select from public.weekly_reports r where r.mission_id = m.id and r.period = w.period and r.state <> 'draft')
   union all
   select m.id, m.slug, m.short_title, case when v.state is null then 'hand_in' else 'hand_in_again' end, d.code, d.title, v.number, d.due_on, m.today
	from mine m join public.deliverables d on d.mission_id = m.id
	left join lateral (select x.number, x.state from public.versions x where x.deliverable_id = d.id order by x.submitted_at desc, x.id limit 1) v on true
	where m.roles && array['contractor_lead', 'consultant']
	  and ((v.state is null and d.due_on <= m.today + 14) or v.state in ('adjourned', 'rejected'))
   union all
   select m.id, m.slug, m.short_title, 'reach_milestone', s.code, s.title, null, s.due_on, m.today
	from mine m join public.milestones s on s.mission_id = m.id and s.done_on is null and s.due_on <= m.today where 'client_manager' = any (m.roles)
   union all
   select m.id, m.slug, m.short_title, case when g.state = 'convened' then 'open_meeting' else 'circulate_minutes' end, g.code, g.title, null,
		case when g.state = 'convened' then g.held_on end, m.today
	from mine m join public.meetings g on g.mission_id = m.id
		and (g.state = 'held' or (g.state = 'convened' and g.held_on <= m.today) or (g.state = 'in_session' and g.held_on < m.today))
	where 'client_manager' = any (m.roles)
   union all
   select m.id, m.slug, m.short_title, 'action', a.number, a.wording, (select g.code from public.meetings g where g.id = a.meeting_id), a.due_on, m.today
	from mine m join public.actions a on a.mission_id = m.id and a.done_on is null cross join me
	where a.owner_id = me.id and exists (select from public.meetings g where g.id = a.meeting_id and g.convened_at is not null);
end $$;

create function public.count_waiting() returns int
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select count(*)::int from public.waiting());
end $$;
grant execute on function public.waiting(), public.count_waiting() to authenticated;

-- Operators' verbs.
create function private.own_account(user_id uuid, address text, full_name text, administrator boolean) returns uuid
	language plpgsql security definer set search_path = '' as $$
declare
	person uuid := private.find_or_make_person(address, full_name);
begin
	-- The operator says how somebody is called; an import that only knew an address had to guess.
	update public.people p set user_id = own_account.user_id, full_name = trim(own_account.full_name), is_admin = p.is_admin or administrator
	where p.id = person;
	perform private.log(null, 'account_added', lower(trim(address)), jsonb_build_object('administrator', administrator), 'admin');
	return person;
end $$;

create function private.verify_all() returns table (mission text, lines int, broken_at int)
	language sql stable security definer set search_path = '' as
$$ select m.slug, c.lines, c.broken_at from (select slug, id from public.missions union all select null, null) m,
	lateral private.verify_chain(m.id) c order by m.slug nulls last $$;

create function private.kept_files() returns table (storage_key text, name text, sha256 text)
	language sql stable security definer set search_path = '' as
$$ select f.storage_key, f.name, f.sha256 from public.version_files f
   union all select d.storage_key, d.name, d.sha256 from public.drafts d
   union all select r.storage_key, r.file_name, r.file_sha256 from public.weekly_reports r where r.storage_key is not null $$;

-- The demonstration is loaded by many acts: a start that was cut in the middle must be seen by the next one.
create table private.marks (
	name text primary key,
	at timestamptz not null default clock_timestamp()
);
alter table private.marks enable row level security;
create function private.mark(name text) returns void
	language sql security definer set search_path = '' as
$$ insert into private.marks (name) values (mark.name) on conflict do nothing $$;
