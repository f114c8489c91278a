-- Definer: the one who takes bytes back may not see every row that could name them.
create function private.is_kept(key text) returns boolean
	language sql stable security definer set search_path = '' as
$$ select exists (select from public.version_files f where f.storage_key = key)
	or exists (select from public.drafts d where d.storage_key = key)
	or exists (select from public.weekly_reports r where r.storage_key = key) $$;

-- Only where Supabase's own storage is (hosted, self-hosted): the embedded kinds keep bytes in the data folder.
-- Bytes are readable by whoever may read the row that names them; nobody replaces them; only what no row names yet
-- can be taken back, by who put it there. Written from the documentation, not tried against a hosted project.
do $$
begin
	if to_regclass('storage.buckets') is null or to_regclass('storage.objects') is null then return; end if;
	grant execute on function private.is_kept(text) to authenticated;
	insert into storage.buckets (id, name, public) values ('jalon', 'jalon', false) on conflict do nothing;
	execute $policy$create policy "members put bytes aside under keys that say nothing" on storage.objects
		for insert to authenticated with check (bucket_id = 'jalon' and name ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$'
			and exists (select private.my_missions()))$policy$;
	execute $policy$create policy "whoever reads the row that names them reads the bytes" on storage.objects
		for select to authenticated using (bucket_id = 'jalon' and (
			exists (select from public.version_files f where f.storage_key = name)
			or exists (select from public.drafts d where d.storage_key = name)
			or exists (select from public.weekly_reports r where r.storage_key = name)
			or owner_id = (select auth.uid())::text))$policy$;
	execute $policy$create policy "what no row names is taken back by who put it there" on storage.objects
		for delete to authenticated using (bucket_id = 'jalon' and owner_id = (select auth.uid())::text
			and not private.is_kept(name))$policy$;
end $$;
