-- A change of a mission's calendar moves what stands in its plan too: limits of phases, milestones and deliverables that
-- are not done, weeks of reports. Core works it out; refused when the facts have changed meanwhile.
create function private.apply_calendar(mission uuid, stamp text, effects jsonb, anchors jsonb) returns boolean
	language plpgsql security definer set search_path = '' as $$
begin
	perform pg_advisory_xact_lock(hashtextextended('obligations ' || mission, 0));
	if private.obligation_stamp(mission) is distinct from stamp then return false; end if;
	perform private.apply_contract(mission, effects - array['organisations', 'committees', 'ended'], false);
	update public.missions m set anchors = apply_calendar.anchors, version = m.version + 1
	where m.id = mission and m.anchors is distinct from apply_calendar.anchors;
	return true;
end $$;
