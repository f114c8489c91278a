-- Applied by the owner at each boot of the embedded kinds, after the migrations. The serving connection is
-- jalon_api: it takes on anon or authenticated for each request, and holds by itself only what the server's own
-- chores need. Idempotent, and it takes back whatever a library may have granted.
revoke all on all tables in schema public from public, anon, jalon_api;
revoke all on all sequences in schema public from public, anon, authenticated, jalon_api;
revoke insert, update, delete, truncate, references, trigger on all tables in schema public from authenticated;
revoke all on all tables in schema private from public, anon, authenticated;
revoke all on all sequences in schema private from public, anon, authenticated;
revoke create on schema public from public, anon, authenticated, jalon_api;
revoke all on schema private from public, anon;
revoke execute on all functions in schema private from public, anon, jalon_api;
revoke execute on all functions in schema public from public, anon, jalon_api;
do $$
declare
	s text;
begin
	foreach s in array array['auth', 'storage'] loop
		if exists (select from pg_namespace where nspname = s) then
			execute format('revoke all on all tables in schema %I from public, anon, authenticated', s);
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
	private.own_account(uuid, text, text, boolean), private.verify_all(), private.kept_files(), private.mark(text) to jalon_api;
