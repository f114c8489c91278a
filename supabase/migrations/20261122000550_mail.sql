-- Mails are written in the transaction of the act they tell of; the server sends them afterwards. Only what a
-- mail is about is stored, never its prose: templates turn it into words at sending.
create table private.mails (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid references public.missions (id),
	to_email text not null,
	kind text not null,
	data jsonb not null default '{}',
	attachment_key text,
	attachment_name text,
	state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'kept')),
	attempts int not null default 0,
	next_attempt_at timestamptz not null default now(),
	error text,
	created_at timestamptz not null default clock_timestamp(),
	sent_at timestamptz
);
create index mails_waiting on private.mails (next_attempt_at) where state in ('waiting', 'sending');
create index mails_newest on private.mails (created_at desc);
alter table private.mails enable row level security;

create function private.mail(mission uuid, to_email text, kind text, data jsonb) returns uuid
	language sql security definer set search_path = '' as
$$ insert into private.mails (mission_id, to_email, kind, data)
   values (mission, lower(trim(to_email)), kind, data || jsonb_build_object(
	'slug', (select m.slug from public.missions m where m.id = mission),
	'mission', (select m.short_title from public.missions m where m.id = mission)))
   returning id $$;

create function private.mail_roles(mission uuid, roles text[], kind text, data jsonb) returns void
	language sql security definer set search_path = '' as
$$ select private.mail(mission, p.email, kind, data || jsonb_build_object('name', p.full_name))
   from (select distinct s.person_id from public.memberships s where s.mission_id = mission and s.role = any (roles)
	and private.active(s.starts_on, s.ends_on, mission)) who
   join public.people p on p.id = who.person_id where p.id is distinct from private.me() and p.disabled_at is null $$;

-- An administrator sees envelopes; contents (sign-in codes included) only where every account is a demonstration.
create function private.is_demo_store() returns boolean
	language sql stable security definer set search_path = '' as
$$ select exists (select from public.people where is_demo) and not exists (select from public.people where not is_demo) $$;

create function public.list_mails(limit_to int default 200) returns table (
	id uuid, mission text, to_email text, kind text, state text, attempts int, error text, created_at timestamptz, sent_at timestamptz, data jsonb)
	language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(private.i_administer(), 403, 'not_allowed');
	return query select m.id, x.slug, m.to_email, m.kind, m.state, m.attempts, m.error, m.created_at, m.sent_at,
		case when private.is_demo_store() then m.data end
		from private.mails m left join public.missions x on x.id = m.mission_id
		order by m.created_at desc limit least(greatest(limit_to, 1), 1000);
end $$;
grant execute on function public.list_mails(int) to authenticated;
