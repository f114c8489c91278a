import { createHash } from 'node:crypto';
import { contentOf, type PartyNames } from '#core/creation/content.ts';
import { mustAdminister } from '#server/accounts/list-people.ts';
import type { Problem } from '#server/contract/read.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { log } from '#server/log.ts';
import { replanMission } from '#server/obligations/replan.ts';
import { checkContract, givenDays } from './check-contract.ts';
import { withSlug } from './with-slug.ts';

export interface NewMission {
	text: string;
	/** The short name in the address; the file's own when left out. */
	slug?: string;
	days: Record<string, string>;
	/** Names of the parties the document does not name. */
	parties: Record<string, string>;
	manager: { email: string; fullName: string };
}

export type Created =
	{ ok: true; id: string; slug: string; title: string } | { ok: false; problems: Problem[] };

/** The first free short name after the wanted one. @throws `not_allowed`, `slug_refused` */
export async function freeSlugFor(ctx: Context, wanted: string): Promise<string> {
	mustAdminister(ctx);
	return unwrap(await ctx.client.rpc('free_slug', { wanted })) as string;
}

const named = (given: Record<string, string>): PartyNames =>
	Object.fromEntries(
		Object.entries(given)
			.map(([key, name]) => [key, name.trim().slice(0, 200)] as const)
			.filter(([, name]) => name !== '')
			.map(([key, name]) => [key, { name, shortName: name.slice(0, 60) }])
	);

/**
 * Makes a mission of a contract file and invites who conducts it: one transaction, all or nothing. A file with a fault
 * creates nothing and says where the fault stands.
 * @throws `not_allowed` for anybody but an administrator; `mission_exists` with a free name in `free`; `name_missing`,
 * `email_invalid`, `manager_not_oneself`
 */
export async function createMission(ctx: Context, given: NewMission): Promise<Created> {
	mustAdminister(ctx);
	const first = checkContract(given.text, given.days);
	if (!first.ok) return first;
	const renamed = given.slug !== undefined && given.slug !== '' && given.slug !== first.contract.slug;
	const text = renamed ? withSlug(given.text, given.slug!) : given.text;
	const checked = renamed ? checkContract(text, given.days) : first;
	if (!checked.ok) return checked;
	const { contract } = checked;
	const content = contentOf(contract, givenDays(contract, given.days), named(given.parties));
	const made = unwrap(
		await ctx.client.rpc('create_mission', {
			content: {
				...content,
				contract_sha256: createHash('sha256').update(text).digest('hex')
			} as never,
			manager_email: given.manager.email,
			manager_name: given.manager.fullName,
			source: text
		})
	) as { id: string; slug: string };
	const { door } = ctx.backend;
	// The mission stands; obligations that could not be stored now are worked out when they are first read.
	if (door)
		await replanMission(door, made.id).catch((err: unknown) =>
			log.error({ err, mission: made.id }, 'obligations could not be worked out after a creation')
		);
	return { ok: true, ...made, title: contract.title };
}
