-- What people do about a penalty: each act is checked here, whoever calls.
-- The row a person acts on, as far as they may know of it.
create function private.my_penalty(penalty uuid, read_version int) returns public.penalties
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
begin
	select * into p from public.penalties x where x.id = penalty and (x.mission_id in (select private.my_missions_as('client'))
		or (x.notified_on is not null and x.mission_id in (select private.my_missions()))) for update;
	perform private.require(p.id is not null, 404, 'not_found');
	return p;
end $$;

create function private.cents_of(amount numeric, field text) returns bigint
	language plpgsql immutable set search_path = '' as $$
begin
	perform private.require(amount is not null and amount > 0 and amount < 10000000000000 and amount * 100 = trunc(amount * 100),
		422, 'amount_unreadable', jsonb_build_object('field', field));
	return (amount * 100)::bigint;
end $$;

-- Where no clause of the file gives an amount: the client types it, with the clause it found in the other papers.
create function public.type_penalty(penalty uuid, read_version int, amount numeric, clause_ref text, clause_quote text default '') returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
	cents bigint;
begin
	p := private.my_penalty(penalty, read_version);
	perform private.must_be(p.mission_id, 'client_manager');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.notified_on is null and p.stage in ('detected', 'computed') and (p.amount_cents is null or p.typed), 409, 'not_from_here',
		jsonb_build_object('stage', p.stage));
	cents := private.cents_of(amount, 'amount');
	perform private.require(coalesce(clause_ref, '') ~ '\S', 422, 'clause_missing', '{"field":"ref"}');
	perform private.require(length(clause_ref) <= 300, 422, 'too_long', '{"field":"ref"}');
	perform private.require(length(coalesce(clause_quote, '')) <= 400, 422, 'too_long', '{"field":"quote"}');
	update public.penalties x set amount_cents = cents, typed = true, stage = 'computed', version = x.version + 1,
		clause = jsonb_strip_nulls(jsonb_build_object('ref', trim(clause_ref), 'quote', nullif(trim(coalesce(clause_quote, '')), ''))),
		steps = coalesce((select jsonb_agg(s) from jsonb_array_elements(x.steps) s where s ->> 'key' <> 'typed'), '[]')
			|| jsonb_build_object('key', 'typed', 'amount', cents || 'n', 'ref', trim(clause_ref))
	where x.id = p.id;
	perform private.penalty_act(p, 'typed', cents, trim(clause_ref) || coalesce(' : « ' || nullif(trim(clause_quote), '') || ' »', ''));
	perform private.log(p.mission_id, 'penalty_typed', p.number, jsonb_build_object('amountCents', cents, 'clause', trim(clause_ref)), 'client');
	return p.version + 1;
end $$;

-- From here on the contractor knows of it, its facts and its amount, and may comment until a day.
create function public.invite_to_comment(penalty uuid, read_version int, comment_by date, message text default '') returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
	today date;
	least int;
begin
	p := private.my_penalty(penalty, read_version);
	perform private.must_be(p.mission_id, 'client_manager');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.notified_on is null and p.stage in ('detected', 'computed'), 409, 'not_from_here', jsonb_build_object('stage', p.stage));
	perform private.require(p.amount_cents is not null, 409, 'amount_undetermined');
	perform private.require(length(coalesce(message, '')) <= 4000, 422, 'too_long', '{"field":"message"}');
	perform private.require(comment_by is not null and comment_by between '1900-01-01' and '2200-12-31', 422, 'date_out_of_range', '{"field":"commentBy"}');
	today := private.today(p.mission_id);
	perform private.require(comment_by > today, 422, 'date_in_the_past', '{"field":"commentBy"}');
	select h.days into least from public.missions m join private.penalty_hearings h on h.regime = m.regime where m.id = p.mission_id and h.needed = 'required';
	perform private.require(least is null or comment_by >= today + least, 422, 'comment_delay_too_short',
		jsonb_build_object('field', 'commentBy', 'days', least));
	perform private.require(exists (select from private.to_notify(p.mission_id)), 409, 'nobody_to_notify');
	update public.penalties x set stage = 'invited', notified_on = today, comment_by = invite_to_comment.comment_by, version = x.version + 1
	where x.id = p.id;
	perform private.penalty_act(p, 'invited', p.amount_cents, message, null, comment_by);
	perform private.log(p.mission_id, 'penalty_invited', p.number,
		jsonb_build_object('amountCents', p.amount_cents, 'commentBy', comment_by, 'notifiedTo', array(select r.email from private.to_notify(p.mission_id) r order by 1)));
	perform private.mail(p.mission_id, r.email, 'penalty_invited', jsonb_build_object('name', r.full_name, 'number', p.number, 'title', p.title,
		'amountCents', p.amount_cents, 'currency', p.currency, 'commentBy', comment_by, 'message', btrim(coalesce(message, ''), E' \t\r\n')))
		from private.reached(p.mission_id, array['contractor_lead', 'consultant']) r;
	return p.version + 1;
end $$;

-- The contractor's comments, once; after their day they are taken all the same, and marked.
create function public.comment_penalty(penalty uuid, read_version int, comment text) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
	late boolean;
begin
	p := private.my_penalty(penalty, read_version);
	perform private.must_be(p.mission_id, 'contractor_lead');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.stage = 'invited', 409, 'not_from_here', jsonb_build_object('stage', p.stage));
	perform private.require(coalesce(comment, '') ~ '\S', 422, 'comment_missing', '{"field":"comment"}');
	perform private.require(length(comment) <= 8000, 422, 'too_long', '{"field":"comment"}');
	late := private.today(p.mission_id) > p.comment_by;
	update public.penalties x set stage = 'commented', version = x.version + 1 where x.id = p.id;
	perform private.penalty_act(p, 'commented', null, comment, null, null, late);
	perform private.log(p.mission_id, 'penalty_commented', p.number, jsonb_build_object('late', late));
	perform private.mail(p.mission_id, r.email, 'penalty_commented', jsonb_build_object('name', r.full_name, 'number', p.number, 'title', p.title))
		from private.reached(p.mission_id, array['client_manager', 'client_signatory']) r;
	return p.version + 1;
end $$;

-- The client's decision, by who signs; taken again, it corrects the one before, which stays on record.
create function public.decide_penalty(penalty uuid, read_version int, decision text, amount numeric default null, reason text default '') returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
	signs record;
	cents bigint := 0;
	needed text;
	again boolean;
	today date;
begin
	p := private.my_penalty(penalty, read_version);
	-- What is decided together is capped together: two at once are taken one after the other.
	perform pg_advisory_xact_lock(hashtextextended('penalties ' || p.mission_id, 0));
	select * into signs from private.signing_for(p.mission_id);
	perform private.require(signs.may, 403, 'not_allowed');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.stage <> 'lapsed', 409, 'not_from_here', jsonb_build_object('stage', p.stage));
	today := private.today(p.mission_id);
	again := p.stage in ('decided', 'charged');
	select h.needed into needed from public.missions m left join private.penalty_hearings h on h.regime = m.regime where m.id = p.mission_id;
	perform private.require(p.comment_by is not null or coalesce(needed, 'unknown') <> 'required', 409, 'hearing_missing');
	perform private.require(p.stage <> 'invited' or today > p.comment_by, 409, 'comment_delay_running', jsonb_build_object('until', p.comment_by));
	perform private.require(decide_penalty.decision in ('applied', 'reduced', 'waived'), 422, 'choice_missing', '{"field":"decision"}');
	perform private.require((decide_penalty.decision = 'applied' and not again) or coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(reason, '')) <= 8000, 422, 'too_long', '{"field":"reason"}');
	if decide_penalty.decision <> 'waived' then
		perform private.require(p.amount_cents is not null, 409, 'amount_undetermined');
		-- One cannot decide more than the clause gives; less has its own word.
		cents := case when decide_penalty.decision = 'applied' and amount is null then p.amount_cents else private.cents_of(amount, 'amount') end;
		perform private.require(cents <= p.amount_cents, 422, 'amount_above_computed', '{"field":"amount"}');
		perform private.require(decide_penalty.decision <> 'reduced' or cents < p.amount_cents, 422, 'amount_not_reduced', '{"field":"amount"}');
		perform private.require(decide_penalty.decision <> 'applied' or cents = p.amount_cents, 422, 'amount_is_reduced', '{"field":"amount"}');
		perform private.require(p.exempt_cents is null or p.exempt_cents < p.amount_cents + coalesce((select sum(case when x.decision is not null
			then x.decided_cents else x.amount_cents end) from public.penalties x where x.mission_id = p.mission_id and x.id <> p.id and x.stage <> 'lapsed'), 0),
			409, 'penalty_exempt');
		perform private.require(coalesce(p.cap_cents, (select max(x.cap_cents) from public.penalties x where x.mission_id = p.mission_id)) is null
			or coalesce(p.cap_cents, (select max(x.cap_cents) from public.penalties x where x.mission_id = p.mission_id)) >= cents + coalesce((select sum(x.decided_cents) from public.penalties x
			where x.mission_id = p.mission_id and x.id <> p.id and x.decision is not null), 0), 422, 'above_cap', '{"field":"amount"}');
	end if;
	perform private.require(exists (select from private.to_notify(p.mission_id)), 409, 'nobody_to_notify');
	update public.penalties x set stage = 'decided', decision = decide_penalty.decision, decided_cents = case when x.amount_cents is null then null else cents end,
		notified_on = coalesce(x.notified_on, today), charged_ref = null, charged_on = null, version = x.version + 1 where x.id = p.id;
	perform private.penalty_act(p, 'decided', cents, reason, decide_penalty.decision, null, false, signs.delegation);
	perform private.log(p.mission_id, 'penalty_decided', p.number, jsonb_strip_nulls(jsonb_build_object('decision', decide_penalty.decision,
		'amountCents', cents, 'delegation', signs.delegation, 'instead', p.decision)));
	perform private.mail(p.mission_id, r.email, 'penalty_decided', jsonb_build_object('name', r.full_name, 'number', p.number, 'title', p.title,
		'decision', decide_penalty.decision, 'amountCents', cents, 'currency', p.currency, 'reasons', btrim(coalesce(reason, ''), E' \t\r\n'),
		'corrects', again, 'by', private.person_name(private.me()),
		'of', (select private.person_name(s.person_id) from public.delegations g join public.memberships s on s.id = g.membership_id where g.id = signs.delegation)))
		from private.reached(p.mission_id, array['contractor_lead', 'consultant', 'client_manager', 'client_signatory']) r
		where r.person is distinct from private.me();
	return p.version + 1;
end $$;

-- Deducted from an invoice or a statement of account, whose reference and day stay on record.
create function public.charge_penalty(penalty uuid, read_version int, reference text, charged_on date) returns int
	language plpgsql security definer set search_path = '' as $$
declare
	p public.penalties;
begin
	p := private.my_penalty(penalty, read_version);
	perform private.must_be(p.mission_id, 'client_manager');
	perform private.require(p.version is not distinct from read_version, 409, 'stale');
	perform private.require(p.stage = 'decided' and p.decision <> 'waived', 409, 'not_from_here', jsonb_build_object('stage', p.stage));
	perform private.require(coalesce(reference, '') ~ '\S', 422, 'reference_missing', '{"field":"reference"}');
	perform private.require(length(reference) <= 200, 422, 'too_long', '{"field":"reference"}');
	perform private.require(charge_penalty.charged_on is not null and charge_penalty.charged_on between '1900-01-01' and '2200-12-31',
		422, 'date_out_of_range', '{"field":"chargedOn"}');
	perform private.require(charge_penalty.charged_on <= private.today(p.mission_id), 422, 'in_the_future', '{"field":"chargedOn"}');
	perform private.require(charge_penalty.charged_on >= (select max(a.mission_day) from public.penalty_acts a where a.penalty_id = p.id and a.kind = 'decided'),
		422, 'charged_before_decided', '{"field":"chargedOn"}');
	update public.penalties x set stage = 'charged', charged_ref = trim(reference), charged_on = charge_penalty.charged_on, version = x.version + 1 where x.id = p.id;
	perform private.penalty_act(p, 'charged', p.decided_cents, reference, null, charge_penalty.charged_on);
	perform private.log(p.mission_id, 'penalty_charged', p.number, jsonb_build_object('reference', trim(reference), 'chargedOn', charge_penalty.charged_on,
		'amountCents', p.decided_cents));
	return p.version + 1;
end $$;

-- One of the readings the contract file offers of a penalty clause, or '' for the narrow one.
create function public.choose_penalty_reading(mission uuid, clause_code text, reading text, reason text) returns void
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.must_be(mission, 'client_manager');
	reading := coalesce(reading, '');
	perform private.require(exists (select from public.missions m, lateral jsonb_array_elements(m.contract -> 'penalties' -> 'items') c (x)
		where m.id = mission and c.x ->> 'code' = choose_penalty_reading.clause_code and jsonb_array_length(coalesce(c.x -> 'alternatives', '[]')) > 0
			and (choose_penalty_reading.reading = '' or exists (select from jsonb_array_elements(c.x -> 'alternatives') a where a ->> 'reading' = choose_penalty_reading.reading))),
		422, 'choice_missing', '{"field":"reading"}');
	perform private.require(coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(reason) <= 4000, 422, 'too_long', '{"field":"reason"}');
	insert into public.penalty_readings (mission_id, clause_code, reading, reason, person_id, mission_day)
	values (mission, choose_penalty_reading.clause_code, choose_penalty_reading.reading, trim(reason), private.me(), private.today(mission));
	perform private.log(mission, 'penalty_reading_chosen', choose_penalty_reading.clause_code,
		jsonb_build_object('reading', choose_penalty_reading.reading, 'reason', trim(choose_penalty_reading.reason)), 'client');
end $$;
