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
