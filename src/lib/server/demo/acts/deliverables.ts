import type { DecisionKind, Outcome, VoteChoice } from '#core/deliverables/circuit.ts';
import type { Severity } from '#core/deliverables/observations/circuit.ts';
import { linesOf } from '#core/deliverables/observations/numbering.ts';
import type { VersionView } from '#core/deliverables/view.ts';
import { castVote } from '#server/deliverables/cast-vote.ts';
import { confirmEndorsement } from '#server/deliverables/confirm-endorsement.ts';
import { decide } from '#server/deliverables/decide.ts';
import { handIn } from '#server/deliverables/hand-in.ts';
import { putDraft } from '#server/deliverables/put-draft.ts';
import { readDeliverable } from '#server/deliverables/read-deliverable.ts';
import { writeShell } from '#server/deliverables/write-shell.ts';
import type { Context } from '#server/context.ts';
import { fillShell, type Paper } from '../papers/fill-shell.ts';
import { committee, consultant, lead, signatory, type Stage } from '../stage.ts';

/**
 * The consultant writes the paper in its shell and puts it aside; the contractor's lead hands it in.
 * @param data the same content in other formats, by their ending (`.csv`)
 */
export async function handInPaper(
	stage: Stage,
	code: string,
	paper: Paper,
	note: string,
	data: Record<string, Uint8Array> = {}
): Promise<void> {
	const author = await stage.as(consultant);
	const shell = await writeShell(author, stage.slug, code);
	const { today } = await stage.mission(consultant);
	const bytes = fillShell(shell.bytes, paper, today);
	const files = [{ name: shell.name, bytes }];
	for (const [ending, content] of Object.entries(data))
		files.push({ name: shell.name.replace(/\.docx$/, ending), bytes: content });
	const drafts: string[] = [];
	for (const file of files) drafts.push((await putDraft(author, stage.slug, code, file)).id);
	await handIn(await stage.as(lead), stage.slug, code, { files: drafts, note });
}

/** The version handed in last, as this person has it in front of them. */
export async function lastVersion(ctx: Context, stage: Stage, code: string): Promise<VersionView> {
	const { versions } = await readDeliverable(ctx, stage.slug, code);
	const [version] = versions;
	if (!version) throw new Error(`${code} was not handed in`);
	return version;
}

export async function vote(
	stage: Stage,
	code: string,
	email: string,
	choice: VoteChoice = 'approve',
	reason = ''
): Promise<void> {
	const ctx = await stage.as(email);
	const { id, sha256 } = await lastVersion(ctx, stage, code);
	await castVote(ctx, { version: id, seen: sha256, choice, reason });
}

/**
 * The chair confirms what the committee said in a meeting.
 * @param chosen the severity of each line of the reserves, which are numbered then
 */
export async function endorse(
	stage: Stage,
	code: string,
	meeting: string,
	outcome: Outcome = 'endorsed',
	reserves = '',
	chosen: Severity[] = []
): Promise<void> {
	const ctx = await stage.as(committee[0]);
	const { versions, meetings } = await readDeliverable(ctx, stage.slug, code);
	const [version] = versions;
	const held = meetings.find((one) => one.code === meeting);
	if (!version || !held) throw new Error(`${code}: no version, or no meeting ${meeting}`);
	await confirmEndorsement(ctx, {
		version: version.id,
		seen: version.sha256,
		outcome,
		reserves,
		lines:
			chosen.length > 0
				? linesOf(reserves).map((wording, at) => ({ wording, severity: chosen[at]! }))
				: null,
		meeting: held.id
	});
}

/** The client's decision, taken by the one who signs. */
export async function conclude(
	stage: Stage,
	code: string,
	kind: DecisionKind = 'admit',
	reasons = ''
): Promise<void> {
	const ctx = await stage.as(signatory);
	const { id, sha256 } = await lastVersion(ctx, stage, code);
	await decide(ctx, { version: id, seen: sha256, kind, reasons, reduction: '' });
}
