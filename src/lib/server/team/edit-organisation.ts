import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** Corrects how an organisation is named on covers and in minutes. @throws `stale`, `name_missing`, `not_allowed` */
export async function editOrganisation(
	{ client }: Pick<Context, 'client'>,
	o: { organisation: string; version: number; name: string; shortName: string; address?: string | null }
) {
	return unwrap(
		await client.rpc('edit_organisation', {
			organisation: o.organisation,
			read_version: o.version,
			new_name: o.name,
			new_short_name: o.shortName,
			new_address: o.address ?? null
		})
	);
}
