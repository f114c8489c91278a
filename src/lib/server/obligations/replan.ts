import { proofOf } from '#core/obligations/follow/fulfil.ts';
import { rework, type Rework } from '#core/obligations/follow/rework.ts';
import type { World } from '#core/obligations/follow/world.ts';
import type { Planned } from '#core/obligations/plan.ts';
import { DomainError } from '#core/errors.ts';
import type { ServerDoor } from '#server/backend/index.ts';
import type { StoredPlan } from '#server/backend/types.ts';
import type { Context } from '#server/context.ts';
import { log } from '#server/log.ts';
import { missionFacts } from './mission-facts.ts';

function rowOf(one: Planned): Record<string, unknown> {
	const { duty } = one;
	return {
		key: one.key,
		duty: duty.key,
		code: duty.code.split('/')[0],
		source: duty.source,
		kind: duty.kind,
		title: duty.label === null ? duty.title : `${duty.title} – ${duty.label}`,
		owner: duty.owner,
		recipients: duty.recipients,
		proof: proofOf(duty),
		period: one.period,
		happening: one.meeting,
		event: one.event,
		event_on: one.eventDay,
		counts_from: one.from,
		k: one.k,
		rule: duty.rule,
		plan_state: one.state,
		nominal: one.nominal,
		due: one.due,
		advised: one.advised,
		initial: one.initial
	};
}

/** A journal line holds this many moves; the rest is counted. */
const TOLD = 200;

/** What the journal says of a change: the old dates and the new, apart for meetings nobody was told of. */
function toldOf({ changes }: Rework, world: World): StoredPlan['told'] {
	const secret = new Set(world.meetings.filter((one) => !one.told).map((one) => one.code));
	const moved = changes.moved.map(({ before, after }) => ({
		key: after.key,
		from: before.due,
		to: after.due,
		client: secret.has(after.meeting ?? '')
	}));
	// What only waited for its event has found it: nothing ended.
	const ended = changes.ended
		.filter((one) => !one.key.includes('/awaiting-'))
		.map((one) => ({ key: one.key, from: one.due, to: null, client: secret.has(one.happening ?? '') }));
	return (['all', 'client'] as const).flatMap((audience) => {
		const lines = [...moved, ...ended].filter((one) => one.client === (audience === 'client'));
		if (lines.length === 0) return [];
		const subject =
			lines
				.slice(0, 3)
				.map((one) => one.key)
				.join(', ') + (lines.length > 3 ? '…' : '');
		const shown = lines.slice(0, TOLD).map(({ key, from, to }) => ({ key, from, to }));
		return [{ subject, audience, detail: { moved: shown, count: lines.length } }];
	});
}

/**
 * Works a mission's obligations out again and stores what changed: one statement, whole or not at all. Facts that
 * change while this is done are read again.
 */
export async function replanMission(door: ServerDoor, missionId: string): Promise<void> {
	for (let attempt = 0; attempt < 5; attempt++) {
		const { stamp, facts, stored, planned } = await missionFacts(door, missionId);
		const done = rework(facts, stored);
		const plan: StoredPlan = {
			stamp,
			rows: done.write.map(rowOf),
			ended: done.changes.ended.map((one) => one.key),
			told: planned ? toldOf(done, facts.world) : []
		};
		if (await door.storeObligations(missionId, plan)) return;
	}
	throw new DomainError('stale');
}

/** Brings stored obligations up to date before they are read, when something happened that they do not know of. */
export async function ensurePlanned(ctx: Context, missionId: string): Promise<void> {
	const { door } = ctx.backend;
	if (door && (await door.obligationsStale(missionId))) await replanMission(door, missionId);
}

/**
 * After an act that may have moved an event. The act stands whatever happens here: a plan that could not be stored is
 * worked out again the next time it is read.
 */
export async function replanAfter(ctx: Context, missionId: string): Promise<void> {
	try {
		await ensurePlanned(ctx, missionId);
	} catch (err) {
		log.error({ err, missionId }, 'obligations could not be worked out after an act');
	}
}
