-- How a body works: what its contract says holds; the rest is set by the project manager, with where it was agreed.

create function private.contract_rules(detail jsonb) returns jsonb
	language sql immutable set search_path = '' as
$$ select case when jsonb_typeof(detail -> 'rules') = 'object' then (detail -> 'rules') - 'clauses' else '{}' end
	|| case when jsonb_typeof(detail -> 'convening' -> 'days') = 'number' then jsonb_build_object('convening', jsonb_build_object('days', detail -> 'convening' -> 'days'))
		else '{}' end $$;

-- `rules` is always what holds: a rule that comes from the contract comes and goes with it.
create function private.body_rules_hold() returns trigger
	language plpgsql set search_path = '' as $$
begin
	if tg_op = 'UPDATE' and old.detail is distinct from new.detail then
		new.rules := new.rules - array(select jsonb_object_keys(private.contract_rules(old.detail)));
	end if;
	new.rules := new.rules || private.contract_rules(new.detail);
	return new;
end $$;
create trigger committees_rules before insert or update of detail, rules on public.committees for each row execute function private.body_rules_hold();
update public.committees c set rules = c.rules where private.contract_rules(c.detail) <> '{}';

create function private.is_count(given jsonb, lowest int, highest int) returns boolean
	language sql immutable set search_path = '' as
$$ select coalesce(jsonb_typeof(given) = 'number' and (given #>> '{}') ~ '^[0-9]{1,3}$' and (given #>> '{}')::int between lowest and highest, false) $$;

-- As `bodyRulesSchema` of core reads them; a test holds the two equal.
create function private.rule_is_sound(name text, rule jsonb) returns boolean
	language sql immutable set search_path = '' as
$$ select coalesce(case name
	when 'convening' then private.is_count(rule -> 'days', 1, 90) and rule - 'days' = '{}'
	when 'quorum' then (rule ->> 'share' in ('half', 'majority', 'two_thirds', 'all') and rule - 'share' = '{}')
		or (private.is_count(rule -> 'count', 1, 200) and rule - 'count' = '{}')
	when 'second' then private.is_count(rule -> 'days', 0, 90) and rule - 'days' = '{}'
	when 'voting' then rule ->> 'rule' in ('consensus', 'majority', 'two_thirds') and jsonb_typeof(rule -> 'casting') = 'boolean' and rule - 'rule' - 'casting' = '{}'
	when 'approval' then (rule ->> 'how' = 'meeting' and rule - 'how' = '{}')
		or (rule ->> 'how' = 'silence' and private.is_count(rule -> 'days', 1, 90) and rule - 'how' - 'days' = '{}')
	when 'secretary' then rule #>> '{}' in ('client', 'contractor')
	end, false) $$;

create function public.set_body_rules(committee uuid, read_version int, rules jsonb) returns public.committees
	language plpgsql security definer set search_path = '' as $$
declare
	c public.committees;
	made public.committees;
	said jsonb;
	one record;
begin
	rules := private.plain_json(set_body_rules.rules);
	select * into c from public.committees x where x.id = committee and x.mission_id in (select private.my_missions()) for update;
	perform private.require(c.id is not null, 404, 'not_found');
	perform private.must_be(c.mission_id, 'client_manager');
	perform private.require(c.version = read_version, 409, 'stale');
	perform private.require(jsonb_typeof(rules) = 'object', 422, 'bad_rule', '{"field":"rules"}');
	said := private.contract_rules(c.detail);
	for one in select key, value from jsonb_each(rules) where key <> 'source' loop
		perform private.require(case when jsonb_typeof(one.value) in ('object', 'string') then private.rule_is_sound(one.key, one.value) else false end,
			422, 'bad_rule', jsonb_build_object('field', one.key));
		perform private.require(not (said ? one.key) or said -> one.key = one.value, 409, 'rule_of_contract', jsonb_build_object('field', one.key));
	end loop;
	perform private.require(jsonb_typeof(rules -> 'source') = 'string' and rules ->> 'source' ~ '\S' and length(rules ->> 'source') <= 500, 422, 'source_missing', '{"field":"source"}');
	update public.committees x set rules = set_body_rules.rules || jsonb_build_object('source', trim(set_body_rules.rules ->> 'source')), version = x.version + 1
	where x.id = committee returning * into made;
	perform private.log(c.mission_id, 'body_rules_set', c.code, jsonb_build_object('rules', made.rules, 'instead', c.rules));
	return made;
end $$;
grant execute on function public.set_body_rules(uuid, int, jsonb) to authenticated;

-- The contract's own delay, else what was agreed.
create or replace function private.convening_days(committee uuid) returns int
	language plpgsql stable security definer set search_path = '' as $$
begin
	return (select case when jsonb_typeof(c.rules -> 'convening' -> 'days') = 'number' then (c.rules -> 'convening' ->> 'days')::int end
		from public.committees c where c.id = committee);
end $$;
