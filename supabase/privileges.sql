-- Applied by the owner at each boot of the embedded kinds, after the migrations. The serving connection is
-- jalon_api: it takes on anon or authenticated for each request, and holds by itself only what the server's own
-- chores need. Idempotent, and it takes back whatever a library or a hurried hand may have granted.
revoke all on all tables in schema public from public, anon, authenticated, service_role, jalon_api;
revoke all on all sequences in schema public from public, anon, authenticated, service_role, jalon_api;
revoke all on all tables in schema private from public, anon, authenticated, service_role, jalon_api;
revoke all on all sequences in schema private from public, anon, authenticated, service_role, jalon_api;
revoke create on schema public from public, anon, authenticated, service_role, jalon_api;
revoke all on schema private from public, anon, authenticated, service_role, jalon_api;
revoke execute on all functions in schema private from public, anon, authenticated, service_role, jalon_api;
revoke execute on all functions in schema public from public, anon, service_role, jalon_api;
alter default privileges in schema public revoke all on tables from public, anon, authenticated, service_role, jalon_api;
alter default privileges in schema public revoke all on sequences from public, anon, authenticated, service_role, jalon_api;
alter default privileges in schema public revoke all on functions from public, anon, authenticated, service_role, jalon_api;
alter default privileges in schema private revoke all on tables from public, anon, authenticated, service_role, jalon_api;
alter default privileges in schema private revoke all on sequences from public, anon, authenticated, service_role, jalon_api;
alter default privileges in schema private revoke all on functions from public, anon, authenticated, service_role, jalon_api;
-- What the migrations open to people who are signed in, said again: the tables that have a policy for them, of
-- invitations everything but the secret, and of private what those policies ask. A test holds both equal.
do $$
declare
	t text;
begin
	for t in select distinct tablename from pg_policies where schemaname = 'public' and 'authenticated' = any (roles) loop
		execute format('grant select on public.%I to authenticated', t);
	end loop;
end $$;
revoke select on public.invitations from authenticated;
grant select (id, mission_id, person_id, created_by, created_at, expires_at, accepted_at, revoked_at) on public.invitations to authenticated;
grant usage on schema private to authenticated;
grant execute on function private.me(), private.i_administer(), private.my_missions(), private.my_missions_as(text),
	private.people_i_meet(), private.i_am(uuid, text[]), private.my_seats(uuid), private.to_notify(uuid),
	private.meetings_i_prepare() to authenticated;
do $$
declare
	s text;
begin
	foreach s in array array['auth', 'storage'] loop
		if exists (select from pg_namespace where nspname = s) then
			execute format('revoke all on all tables in schema %I from public, anon, authenticated', s);
			execute format('revoke all on all sequences in schema %I from public, anon, authenticated', s);
			execute format('revoke create on schema %I from public, anon, authenticated, service_role', s);
			execute format('grant usage on schema %I to anon, authenticated, service_role, jalon_api', s);
			execute format('grant all on all tables in schema %I to jalon_api', s);
			execute format('grant all on all sequences in schema %I to jalon_api', s);
			execute format('grant execute on all functions in schema %I to anon, authenticated, service_role, jalon_api', s);
		end if;
	end loop;
end $$;
-- lite reads the shape of the tables as jalon_api; row-level security leaves it no row.
grant usage on schema public, private to jalon_api;
grant select on all tables in schema public to jalon_api;
-- The server's own chores.
grant select, insert, update, delete on private.mails to jalon_api;
drop policy if exists "the server sends mails" on private.mails;
create policy "the server sends mails" on private.mails for all to jalon_api using (true) with check (true);
grant execute on function private.read_invitation(text), private.first_admin(uuid, text, text), private.import_mission(jsonb),
	private.enrol(uuid, text, text, text, text, text, date), private.is_demo_store(),
	private.needs_first_admin(), private.is_empty_store(), private.mark_demo_person(text, boolean), private.find_or_make_person(text, text),
	private.own_account(uuid, text, text, boolean), private.verify_all(), private.kept_files(), private.mark(text), private.check_session(uuid, uuid),
	private.obligation_facts(uuid, text[]), private.obligations_stale(uuid), private.store_obligations(uuid, text, jsonb, text[], jsonb),
	private.apply_calendar(uuid, text, jsonb, jsonb), private.keep_judgement(uuid, jsonb), private.store_penalties(uuid, uuid, jsonb, text[]),
	private.convocation(uuid), private.reply_page(text), private.reply_by_link(text, text, text), private.enter_calendar(text),
	private.calendar_given(uuid, text), private.all_broken_seals() to jalon_api;
