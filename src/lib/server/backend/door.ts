import { randomUUID } from 'node:crypto';
import bcrypt from 'bcryptjs';
import type postgres from 'postgres';
import { DomainError } from '#core/errors.ts';
import { fromSqlState } from '#server/db/unwrap.ts';
import type { CalendarFeed, Integrity, InvitationView, ReplyPage, ServerDoor, WaitingMail } from './types.ts';

/** A refusal of a function keeps its code on this way too. */
async function asking<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (error) {
		throw fromSqlState(error);
	}
}

/** The server's chores over a connection of `jalon_api`; see `ServerDoor`. */
export function makeDoor(sql: postgres.Sql): ServerDoor {
	const json = (value: unknown) => sql.json(value as postgres.JSONValue);
	return {
		async createUser(email, password) {
			const address = email.trim().toLowerCase();
			const [known] = await sql`select id from auth.users where lower(email) = ${address}`;
			if (known) throw new DomainError('account_exists', { field: 'email' });
			const id = randomUUID();
			const hash = await bcrypt.hash(password, 10);
			await sql.begin(async (tx) => {
				await tx`insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
					values (${id}, 'authenticated', 'authenticated', ${address}, ${hash}, now(), ${json({ provider: 'email', providers: ['email'] })}, ${json({})}, now(), now())`;
				await tx`insert into auth.identities (id, provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
					values (${randomUUID()}, ${id}, ${id}, ${json({ sub: id, email: address, email_verified: true })}, 'email', now(), now(), now())`;
			});
			return id;
		},
		async addPerson(email, fullName, password, administrator) {
			const id = await this.createUser(email, password);
			await asking(sql`select private.own_account(${id}, ${email}, ${fullName}, ${administrator})`);
			return id;
		},
		async integrity() {
			const chains = await sql<
				Integrity['chains']
			>`select mission, lines, broken_at as "brokenAt" from private.verify_all()`;
			const files = await sql<
				Integrity['files']
			>`select storage_key as key, name, sha256 from private.kept_files()`;
			const seals = await sql<
				Integrity['seals']
			>`select mission, meeting from private.all_broken_seals()`;
			return { chains: [...chains], files: [...files], seals: [...seals] };
		},
		async firstAdmin(userId, email, fullName) {
			await asking(sql`select private.first_admin(${userId}, ${email}, ${fullName})`);
		},
		async needsFirstAdmin() {
			const [row] = await sql<{ needs: boolean }[]>`select private.needs_first_admin() as needs`;
			return row?.needs ?? false;
		},
		async isDemo() {
			const [row] = await sql<{ demo: boolean }[]>`select private.is_demo_store() as demo`;
			return row?.demo ?? false;
		},
		async isEmpty() {
			const [row] = await sql<{ empty: boolean }[]>`select private.is_empty_store() as empty`;
			return row?.empty ?? false;
		},
		async readInvitation(token) {
			const [row] = await sql<
				InvitationView[]
			>`select email, full_name as "fullName", mission, invited_by as "invitedBy", state, has_account as "hasAccount"
				from private.read_invitation(${token})`;
			return row ?? null;
		},
		async importMission(content) {
			const [row] = await asking(
				sql<{ id: string }[]>`select private.import_mission(${json(content)}) as id`
			);
			return row!.id;
		},
		async enrol(missionId, e) {
			const [row] = await asking(
				sql<
					{ id: string }[]
				>`select private.enrol(${missionId}, ${e.email}, ${e.fullName}, ${e.organisation}, ${e.role}, ${e.functionTitle}, ${e.startsOn}) as id`
			);
			return row!.id;
		},
		async markDemo(name) {
			await sql`select private.mark(${name})`;
		},
		async markDemoPerson(email, fullName, administrator) {
			await asking(
				sql`select private.find_or_make_person(${email}, ${fullName}), private.mark_demo_person(${email}, ${administrator})`
			);
		},
		async obligationFacts(missionId, known) {
			const [row] = await sql<
				{ facts: Record<string, unknown> | null }[]
			>`select private.obligation_facts(${missionId}, ${sql.array([...known])}::text[]) as facts`;
			return row?.facts ?? null;
		},
		async obligationsStale(missionId) {
			const [row] = await sql<
				{ stale: boolean }[]
			>`select private.obligations_stale(${missionId}) as stale`;
			return row?.stale ?? false;
		},
		async storeObligations(missionId, { stamp, rows, ended, told }) {
			const [row] = await asking(
				sql<
					{ stored: boolean }[]
				>`select private.store_obligations(${missionId}, ${stamp}, ${json(rows)}, ${sql.array(ended)}::text[], ${json(told)}) as stored`
			);
			return row!.stored;
		},
		async applyCalendar(missionId, stamp, effects, anchors) {
			const [row] = await asking(
				sql<
					{ applied: boolean }[]
				>`select private.apply_calendar(${missionId}, ${stamp}, ${json(effects)}, ${json(anchors)}) as applied`
			);
			return row!.applied;
		},
		async keepJudgement(stateId, judged) {
			await asking(sql`select private.keep_judgement(${stateId}, ${json(judged)})`);
		},
		async storePenalties(userId, missionId, rows, gone) {
			const [row] = await asking(
				sql<
					{ stored: { fresh: number; changed: number; lapsed: number } }[]
				>`select private.store_penalties(${userId}, ${missionId}, ${json(rows)}, ${sql.array(gone)}::text[]) as stored`
			);
			return row!.stored;
		},
		async replyPage(tokenSha256) {
			const [row] = await sql<
				{ page: ReplyPage | null }[]
			>`select private.reply_page(${tokenSha256}) as page`;
			return row?.page ?? null;
		},
		async replyByLink(tokenSha256, answer, alternate) {
			await asking(sql`select private.reply_by_link(${tokenSha256}, ${answer}, ${alternate})`);
		},
		async readCalendar(tokenSha256) {
			return sql.begin(async (tx) => {
				const [entered] = await tx<
					{ link: Omit<CalendarFeed, 'missions'> | null }[]
				>`select private.enter_calendar(${tokenSha256}) as link`;
				const link = entered?.link;
				if (!link) return null;
				// From here to the end of the transaction: the person, with the policies of each table.
				await tx`select set_config('role', 'authenticated', true)`;
				const [row] = await tx<
					{ missions: CalendarFeed['missions'] }[]
				>`select public.calendar_rows(${link.mission}) as missions`;
				return { ...link, missions: row!.missions };
			});
		},
		async calendarGiven(linkId, sha256) {
			const [row] = await sql<
				{ since: Date }[]
			>`select private.calendar_given(${linkId}, ${sha256}) as since`;
			return row!.since;
		},
		async takeMails(limit) {
			// Taken for ten minutes: a server that dies while sending lets another one try again.
			return sql<
				WaitingMail[]
			>`update private.mails set state = 'sending', attempts = attempts + 1, next_attempt_at = now() + interval '10 minutes'
				where id in (select id from private.mails where state in ('waiting', 'sending') and next_attempt_at <= now()
					order by created_at limit ${limit} for update skip locked)
				returning id, to_email as "toEmail", kind, data, attachment_key as "attachmentKey", attachment_name as "attachmentName", attempts,
					private.convocation((data ->> 'convocation')::uuid) as convocation`;
		},
		async settleMail(id, outcome) {
			if ('kept' in outcome) {
				await sql`update private.mails set state = 'kept', error = null where id = ${id}`;
				return;
			}
			if (outcome.sent) {
				// What let somebody in is not kept once it has left.
				await sql`update private.mails set state = 'sent', sent_at = now(), error = null,
					data = data - array['token', 'text', 'html'], calendar = ${outcome.calendar ?? null} where id = ${id}`;
				return;
			}
			await sql`update private.mails set state = ${outcome.retry ? 'waiting' : 'failed'}, error = ${outcome.error},
				next_attempt_at = now() + (interval '1 minute' * power(2, attempts)) where id = ${id}`;
		},
		async keepMail(mail) {
			await sql`insert into private.mails (to_email, kind, data) values (${mail.toEmail.toLowerCase()}, ${mail.kind}, ${json(mail.data)})`;
		}
	};
}
