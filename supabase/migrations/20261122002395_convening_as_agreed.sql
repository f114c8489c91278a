-- The delay that is agreed counts on the page as it does in the store: `rules` holds what the contract says, else what
-- the body agreed.
-- What the meeting's page adds: who was sent what and when, who replied. Policies say whose replies there are to see.
create or replace function public.meeting_answers(mission_slug text, meeting_code text) returns jsonb
	language plpgsql stable set search_path = '' as $$
declare
	g public.meetings;
begin
	select x.* into g from public.meetings x join public.missions m on m.id = x.mission_id
		where m.slug = mission_slug and x.code = meeting_code;
	if g.id is null then return null; end if;
	return jsonb_build_object('me', private.me(), 'prepares', g.id in (select private.meetings_i_prepare()),
		'sendings', coalesce((select jsonb_agg(jsonb_build_object('sequence', c.sequence, 'method', c.method, 'partial', c.partial, 'at', c.at,
			'by', w.full_name) order by c.sequence) from public.convocations c left join public.people w on w.id = c.person_id where c.meeting_id = g.id), '[]'),
		'days', (select c.rules -> 'convening' -> 'days' from public.committees c where c.id = g.committee_id),
		'replies', coalesce((select jsonb_agg(x) from (select distinct on (r.person_id) r.person_id as "personId", r.answer, r.alternate, r.at, r.way,
			(c.content ->> 'heldOn', c.content ->> 'startsAt') is distinct from (g.held_on::text, to_char(g.starts_at, 'HH24:MI')) as before
			from public.meeting_replies r join public.convocations c on c.id = r.convocation_id where r.meeting_id = g.id
			order by r.person_id, r.number desc) x), '[]'));
end $$;
