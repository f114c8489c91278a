create table public.deliverables (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null references public.missions (id) on delete cascade,
	phase_id uuid,
	code text not null,
	title text not null,
	position int not null default 0,
	-- The body whose endorsement the contract asks for before the client decides.
	committee_id uuid,
	nominal_on date,
	due_on date,
	advised_on date,
	rule jsonb,
	explanation text,
	checklist jsonb not null default '[]',
	formats jsonb not null default '[]',
	editable_required boolean not null default false,
	clause jsonb,
	version int not null default 1,
	unique (mission_id, code),
	unique (id, mission_id),
	foreign key (phase_id, mission_id) references public.phases (id, mission_id),
	foreign key (committee_id, mission_id) references public.committees (id, mission_id)
);

-- A version's number and files are fixed at hand-in; only its state moves on, along circuit_moves.
create table public.versions (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	deliverable_id uuid not null,
	number text not null check (number ~ '^[0-9]+\.[0-9]+$'),
	state text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	note text not null default '' check (length(note) <= 4000),
	submitted_by uuid not null references public.people (id),
	submitted_at timestamptz not null default clock_timestamp(),
	submitted_on date not null,
	unique (deliverable_id, number),
	unique (id, mission_id),
	foreign key (deliverable_id, mission_id) references public.deliverables (id, mission_id) on delete cascade
);
create index versions_mission on public.versions (mission_id);

-- A file the contractor has put aside but not handed in: theirs alone.
create table public.drafts (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	deliverable_id uuid not null,
	name text not null check (length(name) between 1 and 200),
	size bigint not null check (size > 0),
	media_type text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	storage_key text not null unique,
	uploaded_by uuid not null references public.people (id),
	uploaded_at timestamptz not null default clock_timestamp(),
	foreign key (deliverable_id, mission_id) references public.deliverables (id, mission_id) on delete cascade
);
create index drafts_deliverable on public.drafts (deliverable_id);
create index drafts_mission on public.drafts (mission_id);

create table public.version_files (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	version_id uuid not null,
	name text not null,
	size bigint not null check (size > 0),
	media_type text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	storage_key text not null unique,
	uploaded_by uuid not null references public.people (id),
	uploaded_at timestamptz not null,
	foreign key (version_id, mission_id) references public.versions (id, mission_id) on delete cascade
);
create index version_files_version on public.version_files (version_id);
create index version_files_mission on public.version_files (mission_id);

-- Three records, never confused: a member's vote, the body's endorsement, the client's decision.
create table public.votes (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	version_id uuid not null,
	sha256 text not null,
	committee_id uuid not null references public.committees (id),
	person_id uuid not null references public.people (id),
	choice text not null check (choice in ('approve', 'approve_with_reserves', 'refuse')),
	reason text not null default '' check (length(reason) <= 4000),
	at timestamptz not null default clock_timestamp(),
	mission_day date not null,
	foreign key (version_id, mission_id) references public.versions (id, mission_id)
);
create index votes_version on public.votes (version_id);
create index votes_mission on public.votes (mission_id);

create table public.endorsements (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	version_id uuid not null,
	sha256 text not null,
	committee_id uuid not null references public.committees (id),
	outcome text not null check (outcome in ('endorsed', 'endorsed_with_reserves', 'not_endorsed')),
	reserves text not null default '' check (length(reserves) <= 8000),
	meeting_id uuid references public.meetings (id),
	tally jsonb not null,
	confirmed_by uuid not null references public.people (id),
	at timestamptz not null default clock_timestamp(),
	mission_day date not null,
	unique (version_id, committee_id),
	foreign key (version_id, mission_id) references public.versions (id, mission_id)
);
create index endorsements_mission on public.endorsements (mission_id);

create table public.decisions (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	number text not null,
	version_id uuid not null,
	sha256 text not null,
	kind text not null check (kind in ('admit', 'adjourn', 'reduce', 'reject')),
	reasons text not null default '' check (length(reasons) <= 8000),
	reduction text check (length(reduction) <= 200),
	decided_by uuid not null references public.people (id),
	delegation_id uuid references public.delegations (id),
	at timestamptz not null default clock_timestamp(),
	decided_on date not null,
	notified_at timestamptz not null default clock_timestamp(),
	notified_on date not null,
	notified_to text[] not null,
	effect_on date not null,
	unique (mission_id, number),
	unique (version_id),
	foreign key (version_id, mission_id) references public.versions (id, mission_id)
);

alter table public.deliverables enable row level security;
alter table public.versions enable row level security;
alter table public.drafts enable row level security;
alter table public.version_files enable row level security;
alter table public.votes enable row level security;
alter table public.endorsements enable row level security;
alter table public.decisions enable row level security;
create policy "members read the register" on public.deliverables for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read versions, which exist only once handed in" on public.versions for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read the files of versions" on public.version_files for select to authenticated using (mission_id in (select private.my_missions()));
create policy "the contractor reads what it has not handed in" on public.drafts for select to authenticated using (mission_id in (select private.my_missions_as('contractor')));
-- Before the body has spoken, votes are the client's own deliberation.
create policy "the client reads votes, the others once the body has endorsed" on public.votes for select to authenticated using (
	mission_id in (select private.my_missions_as('client'))
	or (mission_id in (select private.my_missions()) and version_id in (select e.version_id from public.endorsements e)));
create policy "members read endorsements" on public.endorsements for select to authenticated using (mission_id in (select private.my_missions()));
create policy "members read decisions" on public.decisions for select to authenticated using (mission_id in (select private.my_missions()));
grant select on public.deliverables, public.versions, public.drafts, public.version_files, public.votes, public.endorsements, public.decisions to authenticated;

create trigger votes_are_append_only before update or delete on public.votes for each row execute function private.refuse_change();
create trigger votes_are_not_truncated before truncate on public.votes for each statement execute function private.refuse_change();
create trigger endorsements_are_append_only before update or delete on public.endorsements for each row execute function private.refuse_change();
create trigger endorsements_are_not_truncated before truncate on public.endorsements for each statement execute function private.refuse_change();
create trigger decisions_are_append_only before update or delete on public.decisions for each row execute function private.refuse_change();
create trigger decisions_are_not_truncated before truncate on public.decisions for each statement execute function private.refuse_change();
create trigger version_files_never_change before update or delete on public.version_files for each row execute function private.refuse_change();
create trigger version_files_are_not_truncated before truncate on public.version_files for each statement execute function private.refuse_change();

create function private.only_state_moves() returns trigger
	language plpgsql set search_path = '' as $$
begin
	if tg_op = 'DELETE' or (to_jsonb(new) - 'state') is distinct from (to_jsonb(old) - 'state') then
		perform private.refuse(403, 'append_only');
	end if;
	if new.state <> old.state and not exists (
		select from public.circuit_moves c where c.from_state = old.state and c.to_state = new.state) then
		perform private.refuse(409, 'not_from_here', jsonb_build_object('state', old.state));
	end if;
	return new;
end $$;
create trigger versions_only_change_state before update or delete on public.versions for each row execute function private.only_state_moves();
create trigger versions_are_not_truncated before truncate on public.versions for each statement execute function private.refuse_change();

-- The circuit as rows; core/deliverables/circuit.ts holds the same list and a test holds the two equal.
create table public.circuit_moves (
	from_state text not null,
	move text not null,
	to_state text not null,
	primary key (from_state, move)
);
alter table public.circuit_moves enable row level security;
create policy "everyone signed in reads the circuit" on public.circuit_moves for select to authenticated using (true);
grant select on public.circuit_moves to authenticated;
insert into public.circuit_moves values
	('submitted', 'endorse', 'endorsed'),
	('submitted', 'endorse_with_reserves', 'endorsed_with_reserves'),
	('submitted', 'not_endorse', 'not_endorsed'),
	-- Where the contract names no body: the client decides on what was handed in. `decide` refuses them otherwise.
	('submitted', 'admit', 'admitted'),
	('submitted', 'reduce', 'admitted_with_reduction'),
	('submitted', 'adjourn', 'adjourned'),
	('submitted', 'reject', 'rejected'),
	('submitted', 'supersede', 'superseded'),
	('endorsed', 'admit', 'admitted'),
	('endorsed', 'adjourn', 'adjourned'),
	('endorsed', 'reduce', 'admitted_with_reduction'),
	('endorsed', 'reject', 'rejected'),
	('endorsed_with_reserves', 'admit', 'admitted'),
	('endorsed_with_reserves', 'adjourn', 'adjourned'),
	('endorsed_with_reserves', 'reduce', 'admitted_with_reduction'),
	('endorsed_with_reserves', 'reject', 'rejected'),
	('endorsed_with_reserves', 'supersede', 'superseded'),
	('not_endorsed', 'adjourn', 'adjourned'),
	('not_endorsed', 'reject', 'rejected'),
	('not_endorsed', 'supersede', 'superseded');

create function private.move_version(version uuid, move text) returns text
	language plpgsql security definer set search_path = '' as $$
declare
	next_state text;
begin
	select c.to_state into next_state from public.versions v
		join public.circuit_moves c on c.from_state = v.state and c.move = move_version.move
		where v.id = version;
	if next_state is null then
		perform private.refuse(409, 'not_from_here', jsonb_build_object('state', (select state from public.versions where id = version), 'move', move));
	end if;
	update public.versions set state = next_state where id = version;
	return next_state;
end $$;

create function private.version_label(version uuid) returns text
	language sql stable security definer set search_path = '' as
$$ select d.code || ' v' || v.number from public.versions v join public.deliverables d on d.id = v.deliverable_id where v.id = version_label.version $$;

create function public.put_draft(deliverable uuid, file_name text, file_size bigint, file_type text, file_sha256 text, key text) returns public.drafts
	language plpgsql security definer set search_path = '' as $$
declare
	d public.deliverables;
	made public.drafts;
begin
	select * into d from public.deliverables x where x.id = deliverable and x.mission_id in (select private.my_missions());
	perform private.require(d.id is not null, 404, 'not_found');
	perform private.must_be(d.mission_id, 'contractor_lead', 'consultant');
	perform private.require(coalesce(file_name, '') ~ '\S' and length(file_name) <= 200
		and file_name !~ '[\x01-\x1f\x7f-\x9f/\\]' and file_name !~ U&'[\200B-\200F\202A-\202E\2066-\2069\FEFF]',
		422, 'file_name_refused', '{"field":"file"}');
	perform private.require(coalesce(file_size, 0) > 0, 422, 'file_empty', '{"field":"file"}');
	perform private.require((coalesce(file_type, '') ~ '\S' and length(file_type) <= 200), 422, 'bad_input');
	perform private.require(coalesce(file_sha256, '') ~ '^[0-9a-f]{64}$' and coalesce(key, '') ~ '^[0-9a-f]{2}/[0-9a-f-]{36}$', 422, 'bad_input');
	-- A key names bytes already on record elsewhere: removing such a draft would take them away.
	perform private.require(not exists (select from public.version_files x where x.storage_key = key)
		and not exists (select from public.drafts x where x.storage_key = key)
		and not exists (select from public.weekly_reports x where x.storage_key = key), 422, 'bad_input');
	-- One at a time per deliverable, so that the count holds.
	perform pg_advisory_xact_lock(hashtextextended('drafts ' || deliverable, 0));
	perform private.require((select count(*) from public.drafts x where x.deliverable_id = deliverable) < 20, 422, 'too_many_files', '{"field":"file"}');
	insert into public.drafts (mission_id, deliverable_id, name, size, media_type, sha256, storage_key, uploaded_by)
	values (d.mission_id, deliverable, file_name, file_size, file_type, file_sha256, key, private.me()) returning * into made;
	perform private.log(d.mission_id, 'draft_added', d.code, jsonb_build_object('name', file_name, 'sha256', file_sha256), 'contractor');
	return made;
end $$;

create function public.remove_draft(draft uuid) returns text
	language plpgsql security definer set search_path = '' as $$
declare
	was public.drafts;
begin
	select * into was from public.drafts x where x.id = draft and x.mission_id in (select private.my_missions_as('contractor')) for update;
	perform private.require(was.id is not null, 404, 'not_found');
	perform private.must_be(was.mission_id, 'contractor_lead', 'consultant');
	delete from public.drafts x where x.id = draft;
	perform private.log(was.mission_id, 'draft_removed', (select code from public.deliverables where id = was.deliverable_id),
		jsonb_build_object('name', was.name, 'sha256', was.sha256), 'contractor');
	return was.storage_key;
end $$;

-- Hands in the drafts as one version. One file: the version's hash is the file's; several: the hash of the
-- sorted list of "hash  name" lines, as sha256sum writes it.
create function public.hand_in(deliverable uuid, chosen uuid[], note text default '') returns public.versions
	language plpgsql security definer set search_path = '' as $$
declare
	d public.deliverables;
	last public.versions;
	made public.versions;
	files int;
	editable int;
	hash text;
	next_number text;
begin
	select * into d from public.deliverables x where x.id = deliverable and x.mission_id in (select private.my_missions()) for update;
	perform private.require(d.id is not null, 404, 'not_found');
	perform private.must_be(d.mission_id, 'contractor_lead', 'consultant');
	perform private.require(cardinality(coalesce(chosen, '{}')) > 0, 422, 'no_file', '{"field":"files"}');
	perform private.require(length(coalesce(hand_in.note, '')) <= 4000, 422, 'too_long', '{"field":"note"}');
	select count(*), count(*) filter (where f.name ~* '\.(docx|xlsx|pptx|odt|ods|odp|csv|txt|zip)$'),
		case when count(*) = 1 then max(f.sha256)
		else encode(sha256(convert_to(string_agg(f.sha256 || '  ' || f.name || E'\n', '' order by f.name, f.sha256), 'UTF8')), 'hex') end
		into files, editable, hash
		from public.drafts f where f.id = any (chosen) and f.deliverable_id = deliverable;
	perform private.require(files = cardinality(chosen), 422, 'unknown_file', '{"field":"files"}');
	perform private.require(not d.editable_required or editable > 0, 422, 'editable_missing', '{"field":"files"}');
	select * into last from public.versions v where v.deliverable_id = deliverable order by v.submitted_at desc, v.id limit 1;
	if last.id is null then
		next_number := '1.0';
	elsif last.state in ('admitted', 'admitted_with_reduction') then
		perform private.refuse(409, 'already_admitted', jsonb_build_object('number', last.number));
	elsif last.state = 'endorsed' then
		perform private.refuse(409, 'awaits_decision', jsonb_build_object('number', last.number));
	elsif last.state in ('adjourned', 'rejected') then
		next_number := (split_part(last.number, '.', 1)::int + 1) || '.0';
	else
		next_number := split_part(last.number, '.', 1) || '.' || (split_part(last.number, '.', 2)::int + 1);
		perform private.move_version(last.id, 'supersede');
	end if;
	insert into public.versions (mission_id, deliverable_id, number, state, sha256, note, submitted_by, submitted_on)
	values (d.mission_id, deliverable, next_number, 'submitted', hash, btrim(coalesce(hand_in.note, ''), E' \t\r\n'), private.me(), private.today(d.mission_id))
	returning * into made;
	insert into public.version_files (mission_id, version_id, name, size, media_type, sha256, storage_key, uploaded_by, uploaded_at)
	select f.mission_id, made.id, f.name, f.size, f.media_type, f.sha256, f.storage_key, f.uploaded_by, f.uploaded_at
	from public.drafts f where f.id = any (chosen);
	delete from public.drafts f where f.id = any (chosen);
	perform private.log(d.mission_id, 'version_handed_in', d.code || ' v' || made.number,
		jsonb_build_object('version', made.id, 'sha256', hash, 'files', files, 'dueOn', d.due_on));
	perform private.mail_roles(d.mission_id, case when d.committee_id is null then array['client_manager', 'client_signatory']
		else array['client_manager', 'committee_chair', 'committee_member'] end, 'version_handed_in',
		jsonb_build_object('code', d.code, 'title', d.title, 'number', made.number));
	return made;
end $$;

create function private.handed_in(version uuid) returns public.versions
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
begin
	select * into v from public.versions x where x.id = version and x.mission_id in (select private.my_missions()) for update;
	perform private.require(v.id is not null, 404, 'not_found');
	return v;
end $$;

-- The page says which bytes the person had in front of them: another hash, or a version replaced meanwhile, means
-- that they would speak about something they have not read. The answer says which version is there now.
create function private.must_have_seen(v public.versions, seen_sha256 text) returns void
	language plpgsql stable security definer set search_path = '' as $$
declare
	now_there public.versions;
begin
	if seen_sha256 = v.sha256 and v.state <> 'superseded' then return; end if;
	select * into now_there from public.versions x where x.deliverable_id = v.deliverable_id order by x.submitted_at desc, x.id limit 1;
	perform private.refuse(409, 'another_version', jsonb_build_object('number', now_there.number, 'sha256', now_there.sha256,
		'submittedOn', now_there.submitted_on, 'state', now_there.state));
end $$;

create function public.cast_vote(version uuid, seen_sha256 text, choice text, reason text default '') returns public.votes
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
	body uuid;
	made public.votes;
begin
	v := private.handed_in(version);
	select d.committee_id into body from public.deliverables d where d.id = v.deliverable_id;
	perform private.require(body is not null and private.sits_as(private.me(), body, 'chair', 'member')
		and not private.sits_on_side(private.me(), v.mission_id, 'contractor'), 403, 'not_allowed');
	perform private.require(cast_vote.choice in ('approve', 'approve_with_reserves', 'refuse'), 422, 'choice_missing', '{"field":"choice"}');
	perform private.must_have_seen(v, seen_sha256);
	perform private.require(cast_vote.choice = 'approve' or coalesce(cast_vote.reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(cast_vote.reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	perform private.require(v.state = 'submitted', 409, 'vote_closed', jsonb_build_object('state', v.state));
	insert into public.votes (mission_id, version_id, sha256, committee_id, person_id, choice, reason, mission_day)
	values (v.mission_id, version, v.sha256, body, private.me(), cast_vote.choice, btrim(coalesce(cast_vote.reason, ''), E' \t\r\n'), private.today(v.mission_id))
	returning * into made;
	perform private.log(v.mission_id, 'vote_cast', private.version_label(version),
		jsonb_build_object('choice', made.choice, 'sha256', v.sha256), 'client');
	return made;
end $$;

-- The last vote of each member counts; earlier ones stay readable.
create function private.tally(version uuid) returns jsonb
	language sql stable security definer set search_path = '' as
$$ with last as (
	select distinct on (person_id) person_id, choice from public.votes where version_id = version order by person_id, at desc, id)
   select jsonb_build_object(
	'approve', count(*) filter (where choice = 'approve'),
	'approve_with_reserves', count(*) filter (where choice = 'approve_with_reserves'),
	'refuse', count(*) filter (where choice = 'refuse')) from last $$;

create function public.confirm_endorsement(version uuid, seen_sha256 text, outcome text, reserves text default '', meeting uuid default null) returns public.endorsements
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
	body uuid;
	made public.endorsements;
begin
	v := private.handed_in(version);
	select d.committee_id into body from public.deliverables d where d.id = v.deliverable_id;
	perform private.require(body is not null and private.sits_as(private.me(), body, 'chair')
		and not private.sits_on_side(private.me(), v.mission_id, 'contractor'), 403, 'not_allowed');
	perform private.require(confirm_endorsement.outcome in ('endorsed', 'endorsed_with_reserves', 'not_endorsed'), 422, 'choice_missing', '{"field":"outcome"}');
	perform private.must_have_seen(v, seen_sha256);
	perform private.require(confirm_endorsement.outcome = 'endorsed' or coalesce(confirm_endorsement.reserves, '') ~ '\S',
		422, 'reason_missing', '{"field":"reserves"}');
	perform private.require(length(coalesce(confirm_endorsement.reserves, '')) <= 8000, 422, 'too_long', '{"field":"reserves"}');
	perform private.require(exists (select from public.votes where version_id = version) or meeting is not null, 409, 'no_vote_yet');
	perform private.require(meeting is null or exists (select from public.meetings m where m.id = meeting and m.committee_id = body
		and m.state not in ('draft', 'cancelled') and m.held_on <= private.today(v.mission_id)), 422, 'unknown_meeting', '{"field":"meeting"}');
	-- What a body said before a version was there, it did not say of that version.
	perform private.require(meeting is null or (select m.held_on from public.meetings m where m.id = meeting) >= v.submitted_on,
		422, 'meeting_before_version', '{"field":"meeting"}');
	perform private.move_version(version, case confirm_endorsement.outcome
		when 'endorsed' then 'endorse' when 'endorsed_with_reserves' then 'endorse_with_reserves' else 'not_endorse' end);
	insert into public.endorsements (mission_id, version_id, sha256, committee_id, outcome, reserves, meeting_id, tally, confirmed_by, mission_day)
	values (v.mission_id, version, v.sha256, body, confirm_endorsement.outcome, btrim(coalesce(confirm_endorsement.reserves, ''), E' \t\r\n'), meeting,
		private.tally(version), private.me(), private.today(v.mission_id))
	returning * into made;
	perform private.log(v.mission_id, 'endorsement_confirmed', private.version_label(version),
		jsonb_build_object('outcome', made.outcome, 'tally', made.tally, 'sha256', v.sha256));
	perform private.mail_roles(v.mission_id, array['client_signatory', 'client_manager'], 'endorsement_confirmed',
		jsonb_build_object('code', split_part(private.version_label(version), ' v', 1), 'number', v.number, 'outcome', made.outcome));
	return made;
end $$;

-- Those who hold a role today and are in: an invitation nobody has answered yet reaches an address, not a person.
create function private.reached(mission uuid, roles text[]) returns table (person uuid, email text, full_name text)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select distinct p.id, p.email, p.full_name from public.memberships s join public.people p on p.id = s.person_id
	where s.mission_id = mission and mission in (select private.my_missions()) and s.role = any (roles)
	  and private.active(s.starts_on, s.ends_on, mission) and p.user_id is not null and p.disabled_at is null
	  and (exists (select from public.invitations i where i.mission_id = mission and i.person_id = p.id and i.accepted_at is not null)
		or not exists (select from public.invitations i where i.mission_id = mission and i.person_id = p.id and i.revoked_at is null));
end $$;

-- Whom a decision is notified to: its page says so before it is taken.
create function private.to_notify(mission uuid) returns table (person uuid, email text, full_name text)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select * from private.reached(mission, array['contractor_lead']);
end $$;
grant execute on function private.to_notify(uuid) to authenticated;

-- The one who signs for the buyer: the signatory, or a delegate for the period on record.
create function private.signing_for(mission uuid, out may boolean, out delegation uuid)
	language plpgsql stable security definer set search_path = '' as $$
begin
	may := private.i_am(mission, 'client_signatory') and not private.sits_on_side(private.me(), mission, 'contractor');
	if may then return; end if;
	select d.id into delegation from public.delegations d join public.memberships m on m.id = d.membership_id
		where d.mission_id = mission and d.delegate_id = private.me() and d.revoked_at is null
		  and m.role = 'client_signatory' and private.active(m.starts_on, m.ends_on, mission)
		  and private.today(mission) between d.starts_on and d.ends_on
		order by d.created_at limit 1;
	may := delegation is not null and private.sits_on_side(private.me(), mission, 'client');
end $$;

-- The decision itself travels, not only word of it: notified to those who stand for the contractor, told to whom it
-- was taken for, and copied to the others.
create function private.mail_decision(made public.decisions, d public.deliverables, version_number text) returns void
	language plpgsql security definer set search_path = '' as $$
declare
	signatory uuid := (select s.person_id from public.delegations g join public.memberships s on s.id = g.membership_id where g.id = made.delegation_id);
	about jsonb := jsonb_build_object('code', d.code, 'title', d.title, 'number', version_number, 'decision', made.number,
		'kind', made.kind, 'regime', (select m.regime from public.missions m where m.id = made.mission_id), 'reasons', made.reasons,
		'reduction', made.reduction, 'effectOn', made.effect_on, 'told', to_jsonb(made.notified_to),
		'by', private.person_name(made.decided_by), 'of', private.person_name(signatory));
begin
	perform private.mail(made.mission_id, r.email, 'decision_taken', about || jsonb_build_object('name', r.full_name))
		from private.to_notify(made.mission_id) r;
	perform private.mail(made.mission_id, p.email, 'decision_in_your_name', about || jsonb_build_object('name', p.full_name))
		from public.people p where p.id = signatory;
	perform private.mail(made.mission_id, r.email, 'decision_copy', about || jsonb_build_object('name', r.full_name))
		from private.reached(made.mission_id, array['consultant', 'client_manager']) r
		where r.email <> all (made.notified_to) and r.person is distinct from signatory and r.person is distinct from made.decided_by;
end $$;

-- The client's decision. It takes effect at its notification, which leaves in the same transaction.
create function public.decide(version uuid, seen_sha256 text, kind text, reasons text default '', reduction text default null) returns public.decisions
	language plpgsql security definer set search_path = '' as $$
declare
	v public.versions;
	m public.missions;
	signs record;
	d public.deliverables;
	told text[];
	made public.decisions;
	today date;
begin
	v := private.handed_in(version);
	select * into signs from private.signing_for(v.mission_id);
	perform private.require(signs.may, 403, 'not_allowed');
	perform private.require(decide.kind in ('admit', 'adjourn', 'reduce', 'reject'), 422, 'choice_missing', '{"field":"kind"}');
	perform private.must_have_seen(v, seen_sha256);
	perform private.require(decide.kind = 'admit' or coalesce(decide.reasons, '') ~ '\S', 422, 'reason_missing', '{"field":"reasons"}');
	perform private.require(length(coalesce(decide.reasons, '')) <= 8000, 422, 'too_long', '{"field":"reasons"}');
	perform private.require(decide.kind <> 'reduce' or coalesce(decide.reduction, '') ~ '\S', 422, 'reduction_missing', '{"field":"reduction"}');
	select * into d from public.deliverables x where x.id = v.deliverable_id;
	if decide.kind in ('admit', 'reduce') and d.committee_id is not null and v.state in ('submitted', 'not_endorsed') then
		perform private.refuse(409, 'endorsement_missing', jsonb_build_object('state', v.state));
	end if;
	perform private.move_version(version, decide.kind);
	select * into m from public.missions x where x.id = v.mission_id for update;
	today := private.today(v.mission_id);
	told := array(select r.email from private.to_notify(v.mission_id) r order by 1);
	perform private.require(cardinality(told) > 0, 409, 'nobody_to_notify');
	insert into public.decisions (mission_id, number, version_id, sha256, kind, reasons, reduction, decided_by, delegation_id,
		decided_on, notified_on, notified_to, effect_on)
	values (v.mission_id,
		'DEC-' || m.prefix || '-' || extract(year from today) || '-' || lpad((1 + (select count(*) from public.decisions x where x.mission_id = v.mission_id))::text, 3, '0'),
		version, v.sha256, decide.kind, btrim(coalesce(decide.reasons, ''), E' \t\r\n'), nullif(btrim(coalesce(decide.reduction, ''), E' \t\r\n'), ''),
		private.me(), signs.delegation, today, today, told, today)
	returning * into made;
	perform private.log(v.mission_id, 'decision_taken', private.version_label(version),
		jsonb_build_object('number', made.number, 'kind', made.kind, 'sha256', v.sha256, 'delegation', signs.delegation, 'notifiedTo', told));
	perform private.mail_decision(made, d, v.number);
	return made;
end $$;

grant execute on function public.put_draft(uuid, text, bigint, text, text, text), public.remove_draft(uuid),
	public.hand_in(uuid, uuid[], text), public.cast_vote(uuid, text, text, text),
	public.confirm_endorsement(uuid, text, text, text, uuid), public.decide(uuid, text, text, text, text) to authenticated;

-- The seats of the person who asks, today. A definer, so that pages need not repeat who still belongs.
create function private.my_seats(mission uuid) returns table (committee_id uuid, capacity text)
	language plpgsql stable security definer set search_path = '' as $$
begin
	return query select c.committee_id, c.capacity from public.committee_members c
   where c.mission_id = mission and c.person_id = private.me() and private.active(c.starts_on, c.ends_on, mission)
     and mission in (select private.my_missions()) and not private.sits_on_side(private.me(), mission, 'contractor');
end $$;
grant execute on function private.my_seats(uuid) to authenticated;

-- Three reads, each one call. They run as the person who reads: the policies above say what each of them shows.
create function public.deliverables_register(mission_slug text) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (with seats as materialized (
	select s.* from public.missions m, private.my_seats(m.id) s where m.slug = mission_slug)
   select coalesce(jsonb_agg(jsonb_build_object(
	'id', d.id, 'code', d.code, 'title', d.title, 'position', d.position, 'dueOn', d.due_on,
	'phase', p.code, 'phaseTitle', p.title, 'phasePosition', p.position,
	'body', coalesce(c.detail ->> 'short', c.title),
	'seats', array(select s.capacity from seats s where s.committee_id = d.committee_id),
	'version', v.number, 'state', v.state, 'submittedOn', v.submitted_on,
	'firstOn', (select min(f.submitted_on) from public.versions f where f.deliverable_id = d.id),
	'voted', exists (select from public.votes x where x.version_id = v.id and x.person_id = private.me()),
	'votes', (select count(distinct x.person_id) from public.votes x where x.version_id = v.id),
	'drafts', (select count(*) from public.drafts x where x.deliverable_id = d.id))
	order by p.position nulls last, d.position), '[]')
   from public.deliverables d
   join public.missions m on m.id = d.mission_id
   left join public.phases p on p.id = d.phase_id
   left join public.committees c on c.id = d.committee_id
   left join lateral (select * from public.versions x where x.deliverable_id = d.id order by x.submitted_at desc, x.id limit 1) v on true
   where m.slug = mission_slug);
end $$;

create function public.deliverable_detail(mission_slug text, deliverable_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
begin
	return (select jsonb_build_object(
	'id', d.id, 'code', d.code, 'title', d.title, 'nominalOn', d.nominal_on, 'dueOn', d.due_on, 'advisedOn', d.advised_on,
	'explanation', d.explanation, 'checklist', d.checklist, 'formats', d.formats, 'editableRequired', d.editable_required, 'clause', d.clause,
	'phase', p.code, 'phaseTitle', p.title,
	'body', (select jsonb_build_object('id', c.id, 'code', c.code, 'title', c.title, 'short', coalesce(c.detail ->> 'short', c.title))
		from public.committees c where c.id = d.committee_id),
	'members', coalesce((select jsonb_agg(jsonb_build_object('id', s.person_id, 'name', w.full_name, 'capacity', s.capacity) order by s.capacity, w.full_name)
		from public.committee_members s join public.people w on w.id = s.person_id
		where s.committee_id = d.committee_id and s.capacity in ('chair', 'member') and (s.ends_on is null or s.ends_on > coalesce(m.plays_on, (now() at time zone m.time_zone)::date))), '[]'),
	'seats', array(select s.capacity from private.my_seats(d.mission_id) s where s.committee_id = d.committee_id),
	'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'code', g.code, 'title', g.title, 'heldOn', g.held_on) order by g.held_on desc)
		from public.meetings g where g.committee_id = d.committee_id and g.state not in ('draft', 'cancelled')), '[]'),
	'notified', coalesce((select jsonb_agg(jsonb_build_object('name', r.full_name, 'email', r.email) order by r.email)
		from private.to_notify(d.mission_id) r), '[]'),
	'drafts', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'sha256', f.sha256, 'at', f.uploaded_at,
		'by', (select w.full_name from public.people w where w.id = f.uploaded_by)) order by f.uploaded_at)
		from public.drafts f where f.deliverable_id = d.id), '[]'),
	'versions', coalesce((select jsonb_agg(jsonb_build_object(
		'id', v.id, 'number', v.number, 'state', v.state, 'sha256', v.sha256, 'note', v.note, 'submittedOn', v.submitted_on, 'submittedAt', v.submitted_at,
		'by', (select w.full_name from public.people w where w.id = v.submitted_by),
		'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'sha256', f.sha256) order by f.name)
			from public.version_files f where f.version_id = v.id), '[]'),
		'votes', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'personId', x.person_id, 'mine', x.person_id = private.me(), 'choice', x.choice,
			'reason', x.reason, 'at', x.at, 'day', x.mission_day, 'by', (select w.full_name from public.people w where w.id = x.person_id)) order by x.at)
			from public.votes x where x.version_id = v.id), '[]'),
		'endorsement', (select jsonb_build_object('outcome', e.outcome, 'reserves', e.reserves, 'tally', e.tally, 'at', e.at, 'day', e.mission_day,
			'by', (select w.full_name from public.people w where w.id = e.confirmed_by),
			'meeting', (select g.code from public.meetings g where g.id = e.meeting_id))
			from public.endorsements e where e.version_id = v.id limit 1),
		'decision', (select jsonb_build_object('number', x.number, 'kind', x.kind, 'reasons', x.reasons, 'reduction', x.reduction, 'at', x.at,
			'decidedOn', x.decided_on, 'notifiedOn', x.notified_on, 'notifiedAt', x.notified_at, 'notifiedTo', x.notified_to, 'effectOn', x.effect_on,
			'by', (select w.full_name from public.people w where w.id = x.decided_by),
			'onBehalfOf', (select w.full_name from public.delegations g join public.memberships s on s.id = g.membership_id
				join public.people w on w.id = s.person_id where g.id = x.delegation_id))
			from public.decisions x where x.version_id = v.id))
		order by v.submitted_at desc, v.id) from public.versions v where v.deliverable_id = d.id), '[]'))
   from public.deliverables d
   join public.missions m on m.id = d.mission_id
   left join public.phases p on p.id = d.phase_id
   where m.slug = mission_slug and d.code = deliverable_code);
end $$;

create function public.deliverable_file(mission_slug text, deliverable_code text, file uuid) returns jsonb
	language sql stable set search_path = '' as
$$ select jsonb_build_object('name', f.name, 'size', f.size, 'sha256', f.sha256, 'key', f.storage_key, 'draft', f.draft)
   from (
	select x.name, x.size, x.sha256, x.storage_key, v.deliverable_id, false as draft
		from public.version_files x join public.versions v on v.id = x.version_id where x.id = file
	union all
	select x.name, x.size, x.sha256, x.storage_key, x.deliverable_id, true from public.drafts x where x.id = file) f
   join public.deliverables d on d.id = f.deliverable_id and d.code = deliverable_code
   join public.missions m on m.id = d.mission_id and m.slug = mission_slug $$;

grant execute on function public.deliverables_register(text), public.deliverable_detail(text, text), public.deliverable_file(text, text, uuid) to authenticated;
