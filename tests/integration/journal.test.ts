import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isJournalEvent } from '#core/journal/events.ts';
import { readJournal, type JournalLine } from '#server/journal/read-journal.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { act, cast, endOneCircuit, missionId, raw, type Raw } from './matrix-world.ts';

let store: TestStore;
let mission: string;
let manager: Raw;
beforeAll(async () => {
	store = await makeStore();
	mission = await missionId(store);
	manager = await raw(store, cast.manager);
	await endOneCircuit(store);
});
afterAll(() => store?.close());

const chain = async (sql: postgres.Sql | postgres.TransactionSql = store.sql) => {
	const [row] = await sql`select lines, broken_at from private.verify_chain(${mission})`;
	return row as { lines: number; broken_at: number | null };
};
const numbers = async () =>
	(await store.sql`select number from public.journal where mission_id = ${mission} order by id`).map(
		(r) => r.number as number
	);
const task = (title: string) => ({
	mission,
	phase: null,
	title,
	starts_on: '2019-12-02',
	ends_on: '2019-12-03'
});

describe('the chain', () => {
	it('holds over everything the demonstration and these people did', async () => {
		const { lines, broken_at } = await chain();
		expect(lines).toBeGreaterThan(60);
		expect(broken_at).toBeNull();
		expect(await numbers()).toEqual(Array.from({ length: lines }, (_, i) => i + 1));
	});

	it('has no hole and no fork when many act at once', async () => {
		const sessions = await Promise.all(
			[cast.manager, cast.manager, cast.lead, cast.consultant].map((who) => raw(store, who))
		);
		const [d] = await store.sql`select id from public.deliverables where code = 'E-L11'`;
		const before = (await chain()).lines;
		const file = () => {
			const id = crypto.randomUUID();
			return {
				deliverable: d!.id,
				file_name: 'a.csv',
				file_size: 1,
				file_type: 'text/csv',
				file_sha256: id.replaceAll('-', '').repeat(2),
				key: `${id.slice(0, 2)}/${id}`
			};
		};
		const acts = Array.from({ length: 24 }, (_, i) =>
			i % 4 < 2
				? act(sessions[i % 4]!, 'add_task', task(`Ensemble ${i}`))
				: act(sessions[i % 4]!, 'put_draft', file())
		);
		await Promise.all(acts);
		const after = await chain();
		expect(after).toEqual({ lines: before + 24, broken_at: null });
		expect(await numbers()).toEqual(Array.from({ length: after.lines }, (_, i) => i + 1));
	});

	it('says nothing of an act that was refused', async () => {
		const before = await chain();
		const consultant = await raw(store, cast.consultant);
		expect((await consultant.rpc('add_task', task('Non'))).error?.details).toBe('not_allowed');
		expect(
			(await manager.rpc('add_task', { ...task('Non'), ends_on: '2019-11-01' })).error?.details
		).toBe('end_before_start');
		expect(await chain()).toEqual(before);
	});

	it('writes events of the closed list only', async () => {
		const events = await store.sql`select distinct event from public.journal`;
		expect(events.map((e) => e.event as string).filter((e) => !isJournalEvent(e))).toEqual([]);
	});
});

describe('somebody who can switch the triggers off', () => {
	const done = new Error('rolled back');
	/** Tampers, asks, and takes it all back. */
	async function found(tamper: (tx: postgres.TransactionSql) => Promise<unknown>) {
		let state: { lines: number; broken_at: number | null } | undefined;
		await store.sql
			.begin(async (tx) => {
				await tx`set local session_replication_role = replica`;
				await tamper(tx);
				state = await chain(tx);
				throw done;
			})
			.catch((error: unknown) => {
				if (error !== done) throw error;
			});
		return state!;
	}
	const line = 7;
	const at = (tx: postgres.TransactionSql) => tx`mission_id = ${mission} and number = ${line}`;

	it.each<[string, (tx: postgres.TransactionSql) => Promise<unknown>]>([
		['what was said', (tx) => tx`update public.journal set detail = '{"a":1}' where ${at(tx)}`],
		['of what', (tx) => tx`update public.journal set subject = 'E-L99' where ${at(tx)}`],
		[
			'by whom',
			(tx) =>
				tx`update public.journal set person_id = (select id from public.people where id is distinct from person_id limit 1) where ${at(tx)}`
		],
		['when', (tx) => tx`update public.journal set at = at - interval '1 microsecond' where ${at(tx)}`],
		[
			'on which day of the mission',
			(tx) => tx`update public.journal set mission_day = mission_day - 1 where ${at(tx)}`
		],
		['what it was', (tx) => tx`update public.journal set event = event || ' ' where ${at(tx)}`],
		[
			'for whose eyes',
			(tx) =>
				tx`update public.journal set audience = case audience when 'all' then 'client' else 'all' end where ${at(tx)}`
		],
		['its own hash', (tx) => tx`update public.journal set sha256 = repeat('0', 64) where ${at(tx)}`]
	])('is found when they change %s', async (_what, tamper) => {
		expect((await found(tamper)).broken_at).toBe(line);
	});

	it('is found when they take a line away, at the one after it', async () => {
		expect((await found((tx) => tx`delete from public.journal where ${at(tx)}`)).broken_at).toBe(
			line + 1
		);
	});

	it('is found when they take a line away and close the ranks', async () => {
		const state = await found(async (tx) => {
			await tx`delete from public.journal where ${at(tx)}`;
			await tx`update public.journal set number = -number where mission_id = ${mission} and number > ${line}`;
			await tx`update public.journal set number = -number - 1 where mission_id = ${mission} and number < 0`;
		});
		expect(state.broken_at).toBe(line);
	});

	it('is found when they make a line right again by itself: the next one no longer follows', async () => {
		const state = await found(async (tx) => {
			await tx`update public.journal set subject = 'E-L99' where ${at(tx)}`;
			await tx`update public.journal j set sha256 = private.journal_hash(j) where ${at(tx)}`;
		});
		expect(state.broken_at).toBe(line + 1);
	});

	it('is found when they move a line to another mission', async () => {
		expect(
			(
				await found(
					(tx) => tx`update public.journal set mission_id = null, number = 900 where ${at(tx)}`
				)
			).broken_at
		).toBe(line + 1);
	});

	it('is shown to every member, on the page and to the operator', async () => {
		await store.sql.begin(async (tx) => {
			await tx`set local session_replication_role = replica`;
			await tx`update public.journal set subject = 'E-L99' where ${at(tx)}`;
		});
		for (const who of [cast.observer, cast.consultant, cast.manager])
			expect((await readJournal(await store.as(who), mission)).chain.brokenAt).toBe(line);
		const { chains } = await store.backend.door!.integrity();
		expect(chains.find((c) => c.mission === 'eure-et-loir')).toMatchObject({ brokenAt: line });
	});
});

describe('what each side reads of it', () => {
	const everything = async (who: string): Promise<JournalLine[]> => {
		const ctx = await store.as(who);
		const lines: JournalLine[] = [];
		let before: number | undefined;
		do {
			const page = await readJournal(ctx, mission, { before, limit: 20 });
			lines.push(...page.lines);
			before = page.before ?? undefined;
		} while (before !== undefined);
		return lines;
	};
	const events = (lines: JournalLine[]) => new Set(lines.map((l) => l.event));

	it('the client its votes, the contractor its drafts, an observer neither, all of them the decision', async () => {
		const [client, contractor, observer] = await Promise.all(
			[cast.member, cast.consultant, cast.observer].map(everything)
		);
		const seen = (lines: JournalLine[]) =>
			(['vote_cast', 'draft_added', 'decision_taken'] as const).map((e) => events(lines).has(e));
		expect(seen(client!)).toEqual([true, false, true]);
		expect(seen(contractor!)).toEqual([false, true, true]);
		expect(seen(observer!)).toEqual([false, false, true]);
	});

	it('page after page, each line once, newest first', async () => {
		const lines = await everything(cast.manager);
		const shown = lines.map((l) => l.number);
		expect(shown).toEqual([...new Set(shown)].sort((a, b) => b - a));
		const [row] =
			await store.sql`select count(*)::int as n from public.journal where mission_id = ${mission} and audience in ('all', 'client')`;
		expect(shown.length).toBe(row!.n);
	});

	it('of one event only, when asked', async () => {
		const { lines } = await readJournal(await store.as(cast.manager), mission, {
			event: 'decision_taken'
		});
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatchObject({
			event: 'decision_taken',
			who: 'Dominique Vasseur',
			missionDay: '2019-12-02',
			detail: { kind: 'admit' }
		});
	});

	it('whoever is no member is told that there is no such journal', async () => {
		for (const who of [cast.outsider, cast.admin])
			await expect(readJournal(await store.as(who), mission)).rejects.toMatchObject({
				code: 'not_found'
			});
	});
});
