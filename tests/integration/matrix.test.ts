import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { makeActs, type Act } from './matrix-acts.ts';
import { grid } from './matrix-grid.ts';
import { cast, raw, roles, type Raw, type Role } from './matrix-world.ts';

/**
 * Who may do what, function by function, through the data API itself. Each person calls each with arguments that
 * would be right for whoever is allowed.
 * ok · 403: a member is told no · 404: for anybody else there is no such thing · nothing: an empty answer ·
 * shut: the door itself is closed, before any function is reached
 */
const matrix = grid(`
act                          nobody  outsider  admin    observer  technical  consultant  lead  member  chair  signatory  manager

# oneself, and the mission as one meets it
who_am_i                     shut    ok        ok       ok        ok         ok          ok    ok      ok     ok         ok
claim_person                 shut    ok        ok       ok        ok         ok          ok    ok      ok     ok         ok
mission_context              shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
waiting                      shut    nothing   nothing  nothing   nothing    ok          ok    nothing ok     nothing    ok     # actions; a vote; a report to answer
count_waiting                shut    nothing   nothing  nothing   nothing    ok          ok    nothing ok     nothing    ok
mission_dashboard            shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
schedule_rows                shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
schedule_stamp               shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
baselines_page               shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
verify_journal               shut    404       404      ok        ok         ok          ok    ok      ok     ok         ok

# accounts: an administrator's, who sees no mission
list_mails                   shut    403       ok       403       403        403         403   403     403    403        403
set_account                  shut    403       ok       403       403        403         403   403     403    403        403
add_account                  shut    403       ok       403       403        403         403   403     403    403        403

# missions: an administrator makes one and gets no seat in it
free_slug                    shut    403       ok       403       403        403         403   403     403    403        403
create_mission               shut    403       ok       403       403        403         403   403     403    403        403

# the contract: everybody reads it; the project manager prepares a change, the signatory brings it in force
contract_page                shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
contract_text                shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
amendment_detail             shut    nothing   nothing  nothing   ok         nothing     nothing ok    ok     ok         ok     # one that is prepared
prepare_amendment            shut    404       404      403       403        403         403   403     403    403        ok
withdraw_amendment           shut    404       404      404       403        404         404   403     403    403        ok
sign_amendment               shut    404       404      404       403        404         404   403     403    ok         403

# the schedule: everybody reads it, the project manager alone moves it
edit_task                    shut    404       404      403       403        403         403   403     403    403        ok
add_task                     shut    404       404      403       403        403         403   403     403    403        ok
remove_task                  shut    404       404      403       403        403         403   403     403    403        ok
edit_milestone               shut    404       404      403       403        403         403   403     403    403        ok
reach_milestone              shut    404       404      403       403        403         403   403     403    403        ok
set_task                     shut    404       404      403       403        403         403   403     403    403        ok
link_lines                   shut    404       404      403       403        403         403   403     403    403        ok
edit_link                    shut    404       404      403       403        403         403   403     403    403        ok
remove_link                  shut    404       404      403       403        403         403   403     403    403        ok
set_links                    shut    404       404      403       403        403         403   403     403    403        ok
apply_plan                   shut    404       404      403       403        403         403   403     403    403        ok
undo_plan                    shut    404       404      403       403        403         403   403     403    403        ok
freeze_plan                  shut    404       404      403       403        403         403   403     403    403        ok
import_plan                  shut    404       404      403       403        403         403   403     403    403        ok
move_clock                   shut    404       404      403       403        403         403   403     403    403        ok

# deliverables: the contractor hands in, each member votes, the chair confirms, the signatory decides
deliverables_register        shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
deliverable_detail           shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
deliverable_file (version)   shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
deliverable_file (draft)     shut    nothing   nothing  nothing   nothing    ok          ok    nothing nothing nothing   nothing
put_draft                    shut    404       404      403       403        ok          ok    403     403    403        403
remove_draft                 shut    404       404      404       404        ok          ok    404     404    404        404    # nobody else knows it is there
hand_in                      shut    404       404      403       403        ok          ok    403     403    403        403
cast_vote                    shut    404       404      403       403        403         403   ok      ok     403        403
confirm_endorsement          shut    404       404      403       403        403         403   403     ok     403        403
decide                       shut    404       404      403       403        403         403   403     403    ok         403
deliverable_observations     shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
observe                      shut    404       404      403       ok         403         403   ok      ok     ok         ok     # the client's side
answer_observation           shut    404       404      403       403        ok          ok    403     403    403        403    # the contractor
check_observation (the member's)  shut  404    404      403       403        403         403   ok      ok     403        ok     # who made it, the chair or the project manager
withdraw_observation (the member's)  shut  404  404     403       403        403         403   ok      403    403        403    # who made it
correct_observation (the member's)  shut  404  404      403       403        403         403   ok      403    403        403
number_reserves              shut    404       404      403       403        403         403   403     ok     403        403    # what the body said is its chair's
confirm_with_reserves        shut    404       404      403       403        403         403   403     ok     403        403

# weekly reports: the contractor files, the project manager answers
save_report_draft            shut    404       404      403       403        ok          ok    403     403    403        403
file_report                  shut    404       404      403       403        ok          ok    403     403    403        403
answer_report                shut    404       404      403       403        403         403   403     403    403        ok

# obligations: everybody reads them; the side that owes sends; the project manager answers, waives, extends, reads
obligations_page             shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
obligation_file              shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
send_obligation (theirs)      shut    404       404      403       403        ok          ok    403     403    403        403
send_obligation (ours)        shut    404       404      403       403        403         403   403     403    403        ok
send_obligation (draft)       shut    404       404      404       403        404         404   403     403    403        ok     # of a meeting nobody was told of
answer_obligation            shut    404       404      403       403        403         403   403     403    403        ok
close_obligation             shut    404       404      403       403        403         403   403     403    403        ok
close_obligations            shut    404       404      403       403        403         403   403     403    403        ok
extend_obligation            shut    404       404      403       403        403         403   403     403    403        ok
choose_reading               shut    404       404      403       403        403         403   403     403    403        ok

# indicators: everybody reads them; who measures records and proposes; the client accepts and sets down
indicators_page              shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
indicator_state              shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
record_indicator_values      shut    404       404      403       403        ok          ok    403     403    403        ok
propose_exclusion            shut    404       404      403       403        ok          ok    403     403    403        ok
settle_exclusion             shut    404       404      403       403        403         403   403     403    403        ok
freeze_indicators            shut    404       404      403       403        403         403   403     403    403        ok

# the mission's calendar: everybody reads it, the project manager keeps it
change_calendar              shut    404       404      403       403        403         403   403     403    403        ok
calendar_page                shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok

# penalties: the client's alone until notified; its manager prepares and charges, the contractor's lead comments, who signs decides
penalties_page               shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
penalties_about (simulated)  shut    nothing   nothing  nothing   ok         nothing     nothing ok    ok     ok         ok
type_penalty                 shut    404       404      404       403        404         404   403     403    403        ok
invite_to_comment            shut    404       404      404       403        404         404   403     403    403        ok
comment_penalty (simulated)  shut    404       404      404       403        404         404   403     403    403        403
comment_penalty              shut    404       404      403       403        403         ok    403     403    403        403
decide_penalty (simulated)   shut    404       404      404       403        404         404   403     403    ok         403
decide_penalty               shut    404       404      403       403        403         403   403     403    ok         403
charge_penalty               shut    404       404      403       403        403         403   403     403    403        ok
choose_penalty_reading       shut    404       404      403       403        403         403   403     403    403        ok
interruptions_page           shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
interruption_file            shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
record_interruption          shut    404       404      403       403        ok          ok    403     403    403        ok
record_interruption (judged)  shut   404       404      403       403        403         403   403     403    403        ok
correct_interruption         shut    404       404      403       403        403         403   403     403    403        ok

# meetings: the project manager's; once in session the contractor types too; a draft is not there for it
meeting_detail (draft)       shut    nothing   nothing  nothing   ok         nothing     nothing ok    ok     ok         ok
meeting_detail (held)        shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
body_page                    shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
seat_in_body                 shut    404       404      403       403        403         403   403     403    403        ok
change_seat                  shut    404       404      403       403        403         403   403     403    403        ok
end_seat                     shut    404       404      403       403        403         403   403     403    403        ok
set_body_rules               shut    404       404      403       403        403         403   403     403    403        ok
plan_series                  shut    404       404      403       403        403         403   403     403    403        ok
meeting_agenda (draft)       shut    nothing   nothing  nothing   ok         nothing     nothing ok    ok     ok         ok
meeting_agenda (held)        shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
session_news (draft)         shut    nothing   nothing  nothing   ok         nothing     nothing ok    ok     ok         ok
session_news (held)          shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
agenda_choices (draft)       shut    nothing   nothing  nothing   ok         nothing     nothing ok    ok     ok         ok
agenda_choices (held)        shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
plan_meeting                 shut    404       404      403       403        403         403   403     403    403        ok
edit_meeting (draft)         shut    404       404      404       403        404         404   403     403    403        ok
edit_meeting (convened)      shut    404       404      403       403        403         403   403     403    403        ok
edit_meeting (held)          shut    404       404      403       403        ok          ok    403     403    403        ok
set_agenda (draft)           shut    404       404      404       403        404         404   403     403    403        ok
set_agenda (convened)        shut    404       404      403       403        403         403   403     403    403        ok
set_agenda (held)            shut    404       404      403       403        ok          ok    403     403    403        ok
save_item (held)             shut    404       404      403       403        ok          ok    403     403    403        ok
put_off_item (draft)         shut    404       404      404       403        404         404   403     403    403        ok
put_off_item (convened)      shut    404       404      403       403        403         403   403     403    403        ok
put_off_item (held)          shut    404       404      403       403        ok          ok    403     403    403        ok
take_item (draft)            shut    404       404      404       403        404         404   403     403    403        ok
take_item (convened)         shut    404       404      403       403        403         403   403     403    403        ok
take_item (held)             shut    404       404      403       403        ok          ok    403     403    403        ok
set_attendance (draft)       shut    404       404      404       403        404         404   403     403    403        ok
set_attendance (held)        shut    404       404      403       403        ok          ok    403     403    403        ok
record_resolution (draft)    shut    404       404      404       403        404         404   403     403    403        ok
record_resolution (held)     shut    404       404      403       403        ok          ok    403     403    403        ok
record_action (draft)        shut    404       404      404       403        404         404   403     403    403        ok
record_action (held)         shut    404       404      403       403        ok          ok    403     403    403        ok
correct_resolution (draft)   shut    404       404      404       403        404         404   403     403    403        ok
correct_resolution (held)    shut    404       404      403       403        403         403   403     403    403        ok     # it binds: no longer the contractor's
correct_action (draft)       shut    404       404      404       403        404         404   403     403    403        ok
correct_action (held)        shut    404       404      403       403        403         403   403     403    403        ok
mark_attendance              shut    404       404      403       403        ok          ok    403     403    403        ok
confirm_resolutions          shut    404       404      403       403        403         403   403     403    403        ok
drop_resolution              shut    404       404      403       403        403         ok    403     403    403        ok     # who typed it, or whose word binds
convene_again                shut    404       404      403       403        403         403   403     403    403        ok
meeting_deciding             shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
close_action (draft)         shut    404       404      404       403        404         404   403     403    403        ok
close_action (the lead's)    shut    404       404      403       403        403         ok    403     403    403        ok     # its owner, or the project manager
move_meeting (draft)         shut    404       404      404       403        404         404   403     403    403        ok
circulate_minutes (held)     shut    404       404      403       403        403         403   403     403    403        ok
minutes_follow               shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
comment_minutes              shut    404       404      403       403        403         ok    403     ok     403        403    # those on the list
open_minutes                 shut    404       404      403       403        403         ok    403     ok     403        403    # those it was sent to
answer_comment               shut    404       404      403       403        403         403   403     403    403        ok
approve_minutes              shut    404       404      403       403        403         403   403     ok     403        ok     # the chair, or the project manager
decisions_register           shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
actions_register             shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
verify_seals                 shut    404       404      ok        ok         ok          ok    ok      ok     ok         ok

# replying is for those on the list, here the project manager and the contractor's; a calendar is one's own
meeting_answers (draft)      shut    nothing   nothing  nothing   ok         nothing     nothing ok    ok     ok         ok
meeting_answers (convened)   shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
convene_meeting              shut    404       404      404       403        404         404   403     403    403        ok
reply_to_meeting             shut    404       404      403       403        ok          ok    403     403    403        ok
calendar_rows                shut    nothing   nothing  ok        ok         ok          ok    ok      ok     ok         ok
make_calendar_link           shut    ok        ok       ok        ok         ok          ok    ok      ok     ok         ok
make_calendar_link (mission)  shut   404       404      ok        ok         ok          ok    ok      ok     ok         ok
my_calendar_links            shut    ok        ok       ok        ok         ok          ok    ok      ok     ok         ok
revoke_calendar_link         shut    ok        ok       ok        ok         ok          ok    ok      ok     ok         ok
revoke_calendar_link (another's)  shut  404    404      404       404        404         404   404     404    404        404

# the team: the project manager's; a signature is delegated by who holds it, and withdrawn by either
invite                       shut    404       404      403       403        403         403   403     403    403        ok
invite_again                 shut    404       404      403       403        403         403   403     403    403        ok
change_role                  shut    404       404      403       403        403         403   403     403    403        ok
replace_member               shut    404       404      403       403        403         403   403     403    403        ok
remove_member                shut    404       404      403       403        403         403   403     403    403        ok
edit_organisation            shut    404       404      403       403        403         403   403     403    403        ok
delegate                     shut    404       404      403       403        403         403   403     403    ok         403    # whose signature it is, and nobody else
revoke_delegation            shut    404       404      403       403        403         403   403     403    ok         ok
`);

let store: TestStore;
let acts: Record<string, Act>;
const clients = {} as Record<Role, Raw>;
beforeAll(async () => {
	store = await makeStore();
	acts = await makeActs(store);
	for (const role of roles)
		clients[role] =
			cast[role] === null ? (store.anonymous() as unknown as Raw) : await raw(store, cast[role]);
});
afterAll(() => store?.close());

/** Answers of these may be empty: a stranger is not refused, there is just nothing. */
const reading =
	/^(who|mission|body_page|contract_|amendment_|schedule_|baselines|meeting_detail|meeting_answers|meeting_agenda|meeting_deciding|session_news|agenda_choices|waiting|count|deliverable|obligation|indicator|calendar|penalties|interruption|minutes_follow|decisions_register|actions_register)/;

async function outcome(role: Role, name: string): Promise<string> {
	const [fn, args] = acts[name]!;
	const { data, error } = await clients[role].rpc(fn, await args(role));
	if (!error) {
		const empty = data === null || data === 0 || (Array.isArray(data) && data.length === 0);
		return reading.test(fn) && empty ? 'nothing' : 'ok';
	}
	if (error.code === '42501') return 'shut';
	if (error.code === 'PT403' && error.details === 'not_allowed') return '403';
	if (error.code === 'PT404' && error.details === 'not_found') return '404';
	return `${error.code} ${error.details ?? error.message}`;
}

it.each(matrix)('$act', async ({ act, expected }) => {
	const found = {} as Record<Role, string>;
	for (const role of roles) found[role] = await outcome(role, act);
	expect(found).toEqual(expected);
});

it('speaks of every function that a signed-in person can call', async () => {
	const open =
		await store.sql`select distinct p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace
		and has_function_privilege('authenticated', p.oid, 'execute') order by 1`;
	const told = [...new Set(matrix.map((line) => acts[line.act]![0]))].sort();
	expect(told).toEqual(open.map((f) => f.proname));
});

it('leaves each chain of the journal whole after all of it', async () => {
	const { chains } = await store.backend.door!.integrity();
	expect(chains.filter((c) => c.brokenAt !== null)).toEqual([]);
	expect(chains.length).toBeGreaterThan(1);
});
