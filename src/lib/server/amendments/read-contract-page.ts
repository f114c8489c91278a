import type { Day } from '#core/calendar/days.ts';
import type { ActKind } from '#core/contract/amend/acts.ts';
import type { Amended } from '#core/contract/compare/compare.ts';
import type { EventDays } from '#core/contract/events.ts';
import type { Contract } from '#core/contract/schema.ts';
import { storedContract } from '#core/contract/stored.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { contractText } from '#server/contract/write-contract.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';

export interface AmendmentLine {
	id: string;
	number: number;
	state: 'prepared' | 'in_force' | 'withdrawn';
	/** The text it was prepared on. */
	base: number;
	kind: ActKind;
	actNumber: string;
	actOn: Day;
	signedBy: string;
	contractorSignedBy: string | null;
	purpose: string;
	changes: Amended;
	fileName: string | null;
	fileSize: number | null;
	preparedBy: string;
	preparedOn: Day;
	decidedBy: string | null;
	inForceOn: Day | null;
	version: number;
}

export interface ContractPage {
	contract: Contract;
	anchors: EventDays;
	/** The text in force. */
	number: number;
	organisations: { key: string; name: string; side: string }[];
	texts: { number: number; sha256: string; inForceOn: Day }[];
	amendments: AmendmentLine[];
}

/** The contract as it stands, with every text it had and every change of it this person may read. @throws `not_found` */
export async function readContractPage(ctx: Context, slug: string): Promise<ContractPage> {
	const found = unwrapMaybe(await ctx.client.rpc('contract_page', { mission_slug: slug })) as
		(Omit<ContractPage, 'contract'> & { contract: unknown }) | null;
	if (!found) throw new DomainError('not_found', { slug });
	return { ...found, contract: storedContract(found.contract) };
}

/** One text of the contract as a file: as it was written, else laid out from what is kept. @throws `not_found` */
export async function contractFile(
	ctx: Context,
	slug: string,
	number: number | null
): Promise<{ name: string; bytes: Uint8Array }> {
	const found = unwrapMaybe(
		await ctx.client.rpc('contract_text', { mission_slug: slug, text_number: number ?? undefined })
	) as { number: number; contract: unknown; source: string | null } | null;
	if (!found) throw new DomainError('not_found');
	const text = found.source ?? contractText(storedContract(found.contract));
	return { name: `${slug}-${found.number}.yaml`, bytes: new TextEncoder().encode(text) };
}
