import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';

/** A draft as it was read; `sha256` of the version it is about, when it is about one. */
export interface SeenDraft {
	id: string;
	version: number;
	sha256?: string;
}

/** `id:version:sha256`, as a form sends it. */
export function seenDraft(sent: string): SeenDraft {
	const [id, version, sha256] = sent.split(':');
	return { id: id!, version: Number(version), ...(sha256 ? { sha256 } : {}) };
}

/**
 * Makes drafts of the contractor's secretary bind, and with them what they say of versions: all of them, or none.
 * @returns how many
 * @throws `not_allowed` for anybody but the chair of the body and the project manager, `stale`, `another_version`
 */
export async function confirmResolutions(ctx: Context, meeting: string, seen: SeenDraft[]): Promise<number> {
	return unwrap(
		await ctx.client.rpc('confirm_resolutions', {
			meeting,
			seen: seen.map(({ id, version, sha256 }) => ({ id, version, sha256: sha256 ?? null }))
		})
	);
}

/** Sets a draft aside; its number is not given again. @throws `not_allowed`, `reason_missing`, `stale` */
export async function dropResolution(
	ctx: Context,
	meeting: string,
	{ draft, version, reason }: { draft: string; version: number; reason: string }
): Promise<void> {
	const { error } = await ctx.client.rpc('drop_resolution', {
		meeting,
		draft,
		read_version: version,
		reason
	});
	unwrapMaybe({ data: null, error });
}
