-- The bytes of one record are nobody else's: a draft that named those of a proof would take them away when it is removed.
create function private.name_new_bytes() returns trigger
	language plpgsql security definer set search_path = '' as $$
begin
	perform private.require(new.storage_key is null or not exists (select from private.kept_files() f where f.storage_key = new.storage_key),
		422, 'bad_input');
	return new;
end $$;
create trigger drafts_name_new_bytes before insert on public.drafts for each row execute function private.name_new_bytes();

-- A filed report may be changed by its contestation between a page and its answer: who answers says which file was read.
drop function public.answer_report(uuid, boolean, text);
create function public.answer_report(report uuid, accepted boolean, reason text default '', seen text default null) returns public.weekly_reports
	language plpgsql security definer set search_path = '' as $$
declare
	was public.weekly_reports;
	now_is public.weekly_reports;
begin
	select * into was from public.weekly_reports r where r.id = report and r.mission_id in (select private.my_missions()) for update;
	perform private.require(was.id is not null and (was.state <> 'draft' or private.sits_on_side(private.me(), was.mission_id, 'contractor')), 404, 'not_found');
	perform private.must_be(was.mission_id, 'client_manager');
	perform private.require(was.state = 'filed', 409, 'already_answered', jsonb_build_object('state', was.state));
	perform private.require(seen is null or seen = was.file_sha256, 409, 'stale');
	perform private.require(accepted is not null, 422, 'choice_missing', '{"field":"accepted"}');
	perform private.require(accepted or coalesce(reason, '') ~ '\S', 422, 'reason_missing', '{"field":"reason"}');
	perform private.require(length(coalesce(reason, '')) <= 4000, 422, 'too_long', '{"field":"reason"}');
	update public.weekly_reports r set state = case when accepted then 'received' else 'contested' end,
		answered_by = private.me(), answered_at = clock_timestamp(), answered_on = private.today(was.mission_id),
		contest_reason = case when accepted then null else trim(reason) end, version = r.version + 1
	where r.id = report returning * into now_is;
	perform private.log(was.mission_id, case when accepted then 'report_received' else 'report_contested' end, was.period,
		jsonb_build_object('reason', now_is.contest_reason, 'sha256', was.file_sha256));
	perform private.mail_roles(was.mission_id, array['contractor_lead', 'consultant'],
		case when accepted then 'report_received' else 'report_contested' end,
		jsonb_build_object('period', was.period, 'reason', now_is.contest_reason));
	return now_is;
end $$;
grant execute on function public.answer_report(uuid, boolean, text, text) to authenticated;
