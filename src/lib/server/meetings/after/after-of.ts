import type { AfterLine, ApprovalWay } from '#core/meetings/after/types.ts';
import type { Row } from '#server/db/types.gen.ts';

type Sibling = Pick<Row<'meetings'>, 'id' | 'code' | 'title' | 'held_on'>;

/** How the minutes of a meeting ended, from its row and those of its series. */
export function afterOf(
	row: Pick<Row<'meetings'>, 'comments_until' | 'approved_how' | 'approved_in' | 'sealed_sha256'>,
	siblings: readonly Sibling[]
): AfterLine {
	const sitting = siblings.find((s) => s.id === row.approved_in);
	return {
		commentsUntil: row.comments_until,
		approvedHow: row.approved_how as ApprovalWay | null,
		approvedIn: sitting ? { code: sitting.code, title: sitting.title, heldOn: sitting.held_on } : null,
		sealed: row.sealed_sha256
	};
}
