-- Roles that a hosted project already has; made here for the embedded kinds, by the owner, before the
-- migrations. Idempotent: it runs at each boot.
do $$
begin
	if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin noinherit; end if;
	if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin noinherit; end if;
	if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin noinherit bypassrls; end if;
	if not exists (select from pg_roles where rolname = 'jalon_api') then create role jalon_api login noinherit; end if;
exception when duplicate_object or unique_violation then
	null; -- another database of the same cluster made them in the same instant
end $$;
grant anon, authenticated, service_role to jalon_api;
