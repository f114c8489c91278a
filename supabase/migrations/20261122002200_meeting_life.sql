-- A meeting from its place in a series to sealed minutes: what bodies are made of, what is typed item by item, what is
-- decided and by how many, and what happens to the minutes afterwards. The acts on these follow in the next files.

-- How a body decides. Empty until somebody says: the contract rarely does, and nothing is presumed.
--   quorum   {"share": "half|majority|two_thirds|all"} or {"count": n}; absent, none is asked
--   second   {"days": n}: without quorum, convened again on the same agenda n days later at least, and no quorum is asked
--   voting   {"rule": "consensus|majority|two_thirds", "casting": true|false}
--   approval {"how": "meeting"} or {"how": "silence", "days": n} (calendar days after the minutes went out)
--   secretary "client" or "contractor": who holds the pen
--   source   where it was agreed, in words
alter table public.committees add column rules jsonb not null default '{}' check (jsonb_typeof(rules) = 'object');

-- A seat holds for some phases (their codes; none named: all of them), counts in votes or not, and may be somebody's
-- alternate's. Seats are ended, never deleted: the past stays readable.
alter table public.committee_members
	add column phases text[] not null default '{}',
	add column votes boolean not null default true,
	-- The function it is held for: « Directeur général des services ».
	add column function_title text not null default '' check (length(function_title) <= 200),
	add column alternate_of uuid references public.committee_members (id) check (alternate_of <> id),
	add column version int not null default 1;
create index committee_members_alternate on public.committee_members (alternate_of) where alternate_of is not null;
-- A chair does not lose the chair by being somebody's alternate elsewhere in the body.
drop index public.committee_members_once;
create unique index committee_members_once on public.committee_members (committee_id, person_id) where ends_on is null and alternate_of is null;
create unique index committee_members_alternate_once on public.committee_members (alternate_of, person_id) where ends_on is null and alternate_of is not null;

alter table public.meetings
	-- The phase it belongs to, by its code; null: the one its day falls in.
	add column phase text check (length(phase) <= 60),
	-- The occurrence of the body's cadence it was proposed for: « 2023-03 », « 2023-T1 ».
	add column occurrence text check (length(occurrence) <= 20),
	-- Convened again for want of quorum: no quorum is asked of it.
	add column second_of uuid references public.meetings (id) check (second_of <> id),
	-- Members may comment on the minutes until that day, included.
	add column comments_until date,
	add column approved_how text check (approved_how in ('express', 'meeting', 'silence')),
	-- The meeting that approved these minutes.
	add column approved_in uuid references public.meetings (id) check (approved_in <> id),
	-- SHA-256 of the Word file approved; the bytes are kept under it.
	add column sealed_sha256 text check (sealed_sha256 ~ '^[0-9a-f]{64}$'),
	add column sealed_at timestamptz;
create unique index meetings_occurrence on public.meetings (committee_id, occurrence) where occurrence is not null and state <> 'cancelled';
create index meetings_second on public.meetings (second_of) where second_of is not null;
create index meetings_approved_in on public.meetings (approved_in) where approved_in is not null;

alter table public.attendances
	add column arrived_at time,
	add column left_at time,
	add column seat_id uuid references public.committee_members (id),
	-- Counts in the quorum and in votes.
	add column votes boolean not null default false,
	add constraint attendances_hours check (left_at is null or arrived_at is null or left_at >= arrived_at);
create index attendances_seat on public.attendances (seat_id) where seat_id is not null;

-- An item keeps its identity from the agenda to the minutes, so that two people type in two items at once.
alter table public.agenda_items
	add column duration int check (duration between 1 and 600),
	add column presenter text not null default '' check (length(presenter) <= 200),
	-- On the list; put off the list to be taken up some day; taken to a later meeting.
	add column place text not null default 'agenda' check (place in ('agenda', 'parking', 'moved')),
	add column carried_from uuid references public.agenda_items (id) on delete set null,
	add column version int not null default 1,
	add column updated_by uuid references public.people (id),
	add column updated_at timestamptz not null default clock_timestamp(),
	add constraint agenda_items_key unique (id, mission_id);
create index agenda_items_carried on public.agenda_items (carried_from) where carried_from is not null;

-- What an item is about: the papers its people read before.
create table public.agenda_refs (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	item_id uuid not null,
	kind text not null check (kind in ('version', 'obligation', 'action', 'minutes')),
	-- A version, an action, an obligation or a meeting of the same mission, checked by the act that writes it.
	target_id uuid not null,
	unique (item_id, kind, target_id),
	foreign key (item_id, mission_id) references public.agenda_items (id, mission_id) on delete cascade
);
create index agenda_refs_target on public.agenda_refs (target_id);
create index agenda_refs_mission on public.agenda_refs (mission_id);

-- What a body decided: by consensus or by how many, with what quorum, and whether it binds yet.
alter table public.resolutions
	add column item_id uuid references public.agenda_items (id) on delete set null,
	-- Of a validation: what the body says of the version named.
	add column outcome text check (outcome in ('endorsed', 'endorsed_with_reserves', 'not_endorsed')),
	-- Reserves said with it, one line each: [{"severity", "wording", "place"}].
	add column reserves jsonb not null default '[]' check (jsonb_typeof(reserves) = 'array'),
	add column result text not null default 'adopted' check (result in ('adopted', 'rejected', 'deferred')),
	-- {"how": "consensus|vote", "for": n, "against": n, "abstained": n, "casting": true}; null before it was said.
	add column votes jsonb,
	-- {"required": n, "present": n, "voting": n} at the moment it was taken; null where no quorum is asked.
	add column quorum jsonb,
	-- Typed by the contractor's secretary, it is a draft until the chair or the project manager confirms it.
	add column binds boolean not null default true,
	add column confirmed_by uuid references public.people (id),
	add column confirmed_at timestamptz,
	add column endorsement_id uuid references public.endorsements (id),
	add column version int not null default 1;
create index resolutions_item on public.resolutions (item_id) where item_id is not null;
create index resolutions_endorsement on public.resolutions (endorsement_id) where endorsement_id is not null;
alter table public.actions
	add column item_id uuid references public.agenda_items (id) on delete set null,
	add column result text not null default '' check (length(result) <= 2000);
create index actions_item on public.actions (item_id) where item_id is not null;

-- What members say of minutes that were circulated, and what was done of it.
create table public.minutes_comments (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	meeting_id uuid not null,
	edition int not null,
	person_id uuid not null references public.people (id),
	item_id uuid references public.agenda_items (id) on delete set null,
	wording text not null check (length(trim(wording)) between 1 and 4000),
	at timestamptz not null default clock_timestamp(),
	said_on date not null,
	-- taken in the minutes, or not, with why.
	answer text check (answer in ('taken', 'kept_out')),
	answer_words text not null default '' check (length(answer_words) <= 4000),
	answered_by uuid references public.people (id),
	answered_at timestamptz,
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
create index minutes_comments_meeting on public.minutes_comments (meeting_id);
create index minutes_comments_person on public.minutes_comments (person_id);
create index minutes_comments_item on public.minutes_comments (item_id) where item_id is not null;

-- Papers that were sent or sealed, as they were: their bytes live under their fingerprint.
create table public.meeting_papers (
	id uuid primary key default gen_random_uuid(),
	mission_id uuid not null,
	meeting_id uuid not null,
	kind text not null check (kind in ('convocation', 'attendance', 'decisions', 'minutes', 'deck')),
	edition int not null default 0,
	file_name text not null,
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	data_sha256 text not null check (data_sha256 ~ '^[0-9a-f]{64}$'),
	template_sha256 text not null check (template_sha256 ~ '^[0-9a-f]{64}$'),
	size bigint not null check (size > 0),
	-- circulated with a mail, or sealed at the approval
	why text not null check (why in ('circulated', 'sealed')),
	made_by uuid references public.people (id),
	made_at timestamptz not null default clock_timestamp(),
	unique (meeting_id, kind, edition, why),
	foreign key (meeting_id, mission_id) references public.meetings (id, mission_id)
);
create index meeting_papers_mission on public.meeting_papers (mission_id);

alter table public.agenda_refs enable row level security;
alter table public.minutes_comments enable row level security;
alter table public.meeting_papers enable row level security;
create policy "members read what items of meetings they read are about" on public.agenda_refs for select to authenticated using (
	item_id in (select id from public.agenda_items));
create policy "members read what was said of minutes they read" on public.minutes_comments for select to authenticated using (
	meeting_id in (select id from public.meetings));
create policy "members read the papers of meetings they read" on public.meeting_papers for select to authenticated using (
	meeting_id in (select id from public.meetings));
grant select on public.agenda_refs, public.minutes_comments, public.meeting_papers to authenticated;
