import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { peopleRows } from '#server/db/people.ts';

export type AccountState = 'active' | 'invited' | 'disabled';

export interface Account {
	id: string;
	fullName: string;
	email: string;
	isAdmin: boolean;
	state: AccountState;
	createdAt: string;
}

/** These pages do not exist for anybody else. */
export function mustAdminister(ctx: Pick<Context, 'person'>): void {
	if (!ctx.person?.isAdmin) throw new DomainError('not_found');
}

/** All accounts of this installation, for an administrator. @throws `not_found` for anybody else */
export async function listPeople(ctx: Context): Promise<Account[]> {
	mustAdminister(ctx);
	return (await peopleRows(ctx.client)).map((p) => ({
		id: p.id,
		fullName: p.full_name,
		email: p.email,
		isAdmin: p.is_admin,
		state: p.disabled_at ? 'disabled' : p.user_id ? 'active' : 'invited',
		createdAt: p.created_at
	}));
}
