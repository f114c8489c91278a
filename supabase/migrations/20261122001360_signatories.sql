-- Who signs is told of anybody else who may sign from then on: a signature is nobody's to take unseen.
create function private.tell_signatories() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.mail(new.mission_id, p.email, 'signatory_named', jsonb_build_object('name', p.full_name,
		'who', private.person_name(new.person_id), 'by', coalesce(private.person_name(private.me()), 'Jalon'), 'fromDay', new.starts_on))
	from (select distinct s.person_id from public.memberships s where s.mission_id = new.mission_id and s.role = 'client_signatory'
		and s.person_id <> new.person_id and private.active(s.starts_on, s.ends_on, s.mission_id)) who
	join public.people p on p.id = who.person_id
	where p.id is distinct from private.me() and p.disabled_at is null;
	return null;
end $$;
create trigger memberships_tell_signatories after insert on public.memberships
	for each row when (new.role = 'client_signatory') execute function private.tell_signatories();
create trigger memberships_tell_signatories_of_a_change after update of role on public.memberships
	for each row when (new.role = 'client_signatory' and old.role is distinct from new.role) execute function private.tell_signatories();
