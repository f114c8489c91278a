-- Said before every call of the data API: the session is there and its person may still come in. A plain function,
-- run by the server's own role, which reads the sign-in tables; nobody else may ask.
create function private.check_session(session uuid, account uuid) returns void
	language plpgsql stable set search_path = '' as $$
begin
	if not exists (select from auth.sessions s join auth.users u on u.id = s.user_id
		where s.id = check_session.session and u.id = check_session.account and (s.not_after is null or s.not_after > now())
		  and u.deleted_at is null and (u.banned_until is null or u.banned_until < now())) then
		raise exception 'signed_out' using errcode = 'PT401', detail = 'signed_out';
	end if;
end $$;
