-- Which blocking reserves stand between a deliverable and its admission. Maintained is open still.
create function private.blocking_reserves(deliverable uuid) returns text[]
	language sql stable security definer set search_path = '' as
$$ select coalesce(array_agg(x.number order by x.rank), '{}') from public.observations x
   where x.deliverable_id = blocking_reserves.deliverable and x.severity = 'blocking' and x.state not in ('lifted', 'withdrawn') $$;

-- An admission says « without reserve »: a blocking one stops it, whoever decides and however. A reduction does not
-- wait: it is the decision the general conditions keep for what is taken as it is.
create function private.no_blocking_reserve() returns trigger
	language plpgsql security definer set search_path = '' as $$
declare
	numbers text[] := private.blocking_reserves((select v.deliverable_id from public.versions v where v.id = new.version_id));
begin
	if cardinality(numbers) > 0 then
		perform private.refuse(409, 'blocking_reserve_open', jsonb_build_object('numbers', array_to_string(numbers, ', ')));
	end if;
	return new;
end $$;
create trigger decisions_wait_for_blocking_reserves before insert on public.decisions
	for each row when (new.kind = 'admit') execute function private.no_blocking_reserve();

-- A version that follows answers everything that was asked of those before it; the answers that promised it are in it.
create function private.carry_answers() returns trigger
	language plpgsql security definer set search_path = '' as $$
declare
	silent text[] := array(select x.number from public.observations x
		where x.deliverable_id = new.deliverable_id and x.state in ('open', 'maintained') order by x.rank);
begin
	if cardinality(silent) > 0 then
		perform private.refuse(409, 'answers_missing', jsonb_build_object('numbers', array_to_string(silent, ', ')));
	end if;
	update public.observations x set answer_version_id = new.id, version = x.version + 1
	where x.deliverable_id = new.deliverable_id and x.state = 'answered' and x.answer <> 'refused' and x.answer_version_id is null;
	return null;
end $$;
create trigger versions_carry_answers after insert on public.versions for each row execute function private.carry_answers();

-- Everything asked about a deliverable, in the order of the numbers. Runs as the person who reads.
create function public.deliverable_observations(mission_slug text, deliverable_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select coalesce(jsonb_agg(jsonb_build_object(
		'id', o.id, 'number', o.number, 'kind', o.kind, 'severity', o.severity, 'state', o.state,
		'version', v.number, 'file', (select f.name from public.version_files f where f.id = o.file_id), 'place', o.place, 'wording', o.wording,
		'by', (select w.full_name from public.people w where w.id = o.author_id), 'mine', o.author_id = private.me(),
		'body', (select coalesce(c.detail ->> 'short', c.title) from public.committees c where c.id = o.committee_id),
		'at', o.at, 'day', o.mission_day, 'answer', o.answer,
		'answerVersion', (select x.number from public.versions x where x.id = o.answer_version_id), 'read', o.version,
		'acts', coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'answer', a.answer, 'words', a.words, 'was', a.was,
			'version', (select x.number from public.versions x where x.id = a.version_id),
			'by', (select w.full_name from public.people w where w.id = a.person_id), 'at', a.at, 'day', a.mission_day) order by a.number)
			from public.observation_acts a where a.observation_id = o.id), '[]')) order by o.rank), '[]')
	from public.observations o
	join public.deliverables d on d.id = o.deliverable_id and d.code = deliverable_code
	join public.missions m on m.id = d.mission_id and m.slug = mission_slug
	join public.versions v on v.id = o.version_id);
end $$;

-- The register says how many are open, and how many of them stop an admission.
create or replace function public.deliverables_register(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (with seats as materialized (
	select s.* from public.missions m, private.my_seats(m.id) s where m.slug = mission_slug),
	asked as materialized (
	select o.deliverable_id, count(*) as open, count(*) filter (where o.severity = 'blocking') as blocking
		from public.observations o join public.missions m on m.id = o.mission_id
		where m.slug = mission_slug and o.state not in ('lifted', 'withdrawn') group by o.deliverable_id)
   select coalesce(jsonb_agg(jsonb_build_object(
	'id', d.id, 'code', d.code, 'title', d.title, 'position', d.position, 'dueOn', d.due_on,
	'phase', p.code, 'phaseTitle', p.title, 'phasePosition', p.position,
	'body', coalesce(c.detail ->> 'short', c.title),
	'seats', array(select s.capacity from seats s where s.committee_id = d.committee_id),
	'version', v.number, 'state', v.state, 'submittedOn', v.submitted_on,
	'firstOn', (select min(f.submitted_on) from public.versions f where f.deliverable_id = d.id),
	'voted', exists (select from public.votes x where x.version_id = v.id and x.person_id = private.me()),
	'votes', (select count(distinct x.person_id) from public.votes x where x.version_id = v.id),
	'drafts', (select count(*) from public.drafts x where x.deliverable_id = d.id),
	'observations', coalesce(a.open, 0), 'blocking', coalesce(a.blocking, 0))
	order by p.position nulls last, d.position), '[]')
   from public.deliverables d
   join public.missions m on m.id = d.mission_id
   left join public.phases p on p.id = d.phase_id
   left join public.committees c on c.id = d.committee_id
   left join asked a on a.deliverable_id = d.id
   left join lateral (select * from public.versions x where x.deliverable_id = d.id order by x.submitted_at desc, x.id limit 1) v on true
   where m.slug = mission_slug);
end $$;

grant execute on function public.observe(uuid, text, text, text, text, text, uuid), public.answer_observation(uuid, int, text, text, uuid),
	public.check_observation(uuid, int, uuid, text, text, text), public.withdraw_observation(uuid, int, text),
	public.correct_observation(uuid, int, text, text, text), public.number_reserves(uuid, jsonb),
	public.confirm_with_reserves(uuid, text, text, jsonb, uuid), public.deliverable_observations(text, text) to authenticated;

-- What the contractor has to answer, and the answers there are to check, beside all else that waits.
alter function public.waiting() set schema private;
alter function private.waiting() rename to waiting_before_observations;
revoke execute on function private.waiting_before_observations() from authenticated;
create function public.waiting() returns table (mission_id uuid, slug text, mission text, kind text, subject text, title text, ref text, due_on date, today date)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select w.* from private.waiting_before_observations() w
   union all
   select m.id, m.slug, m.short_title, 'answer_observations', d.code, d.title, (private.last_version(d.id)).number, null::date, private.today(m.id)
	from public.deliverables d join public.missions m on m.id = d.mission_id
	where m.id in (select private.my_missions()) and private.i_am(m.id, 'contractor_lead')
	  and exists (select from public.observations o where o.deliverable_id = d.id and o.state in ('open', 'maintained'))
   union all
   -- The chair for what the body said; for the rest, who made it and the project manager.
   select m.id, m.slug, m.short_title, 'check_answers', d.code, d.title, (private.last_version(d.id)).number, null::date, private.today(m.id)
	from public.deliverables d join public.missions m on m.id = d.mission_id
	where m.id in (select private.my_missions()) and exists (select from public.observations o where o.deliverable_id = d.id and o.state = 'answered'
		and (o.answer = 'refused' or o.answer_version_id is not null) and private.may_check(o)
		and (o.committee_id is not null or o.author_id = private.me() or private.i_am(m.id, 'client_manager')));
end $$;
grant execute on function public.waiting() to authenticated;
