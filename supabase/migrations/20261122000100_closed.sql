-- Everything starts closed. Supabase's defaults grant to anon and authenticated: what a later migration
-- does not open by name stays shut.
create schema if not exists private;

revoke all on schema private from public, anon, authenticated;
revoke all on all tables in schema public from public, anon, authenticated;
revoke all on all functions in schema public from public, anon, authenticated;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from public, anon, authenticated;
alter default privileges in schema public revoke all on functions from public, anon, authenticated;
alter default privileges in schema public revoke all on sequences from public, anon, authenticated;
grant usage on schema public to anon, authenticated, service_role;

-- The one way a function says no. The status travels as PTxyz, which PostgREST turns into the HTTP status;
-- the code of ours travels in `detail`, what helps the person in `hint` (JSON).
create function private.refuse(status int, code text, hint jsonb default null) returns void
	language plpgsql set search_path = '' as $$
begin
	raise exception using errcode = 'PT' || status, message = code, detail = code,
		hint = coalesce(hint::text, '');
end $$;

-- A check that reads as a sentence: private.require(cond, 422, 'reason_missing').
create function private.require(condition boolean, status int, code text, hint jsonb default null) returns void
	language plpgsql set search_path = '' as $$
begin
	if condition is not true then perform private.refuse(status, code, hint); end if;
end $$;
