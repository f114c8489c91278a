import type { BodyRules } from '#core/meetings/rules.ts';
import type { Context } from '#server/context.ts';
import type { Json } from '#server/db/types.gen.ts';
import { unwrap } from '#server/db/unwrap.ts';

/**
 * Sets how a body works, with where it was agreed; earlier rules stay in the journal.
 * @throws `source_missing`, `bad_rule`, `rule_of_contract` for what the contract states otherwise, `stale`, `not_allowed`
 */
export async function setRules(
	ctx: Context,
	committee: string,
	version: number,
	rules: BodyRules
): Promise<void> {
	unwrap(
		await ctx.client.rpc('set_body_rules', {
			committee,
			read_version: version,
			rules: rules as unknown as Json
		})
	);
}
