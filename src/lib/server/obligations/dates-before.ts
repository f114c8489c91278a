import type { Amended } from '#core/contract/compare/compare.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** The date an occurrence had before a change of the contract came in force, and the act that changed it. */
export interface DateBefore {
	/** Of the change, as its page has it. */
	number: number;
	actKind: string;
	actNumber: string;
	inForceOn: string;
	from: string | null;
	to: string | null;
}

/** What each change in force did to one occurrence, the earliest first: old dates stay readable. */
export async function datesBefore(
	{ client }: Context,
	missionId: string,
	key: string
): Promise<DateBefore[]> {
	const rows = unwrap(
		await client
			.from('amendments')
			.select('number, act_kind, act_number, in_force_on, changes')
			.eq('mission_id', missionId)
			.eq('state', 'in_force')
			.contains('changes', { moved: [{ key }] })
			.order('number')
	);
	return rows.flatMap((row) => {
		const { moved } = row.changes as unknown as Pick<Amended, 'moved'>;
		const change = moved.find((one) => one.key === key);
		if (!change || row.in_force_on === null) return [];
		const { number, act_kind: actKind, act_number: actNumber, in_force_on: inForceOn } = row;
		return [{ number, actKind, actNumber, inForceOn, from: change.from, to: change.to }];
	});
}
