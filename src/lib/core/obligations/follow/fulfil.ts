import { addUnits, isoWeek, monthOf, type Day } from '../../calendar/days.ts';
import { namesCommittee } from '../../contract/committees.ts';
import type { Contract } from '../../contract/schema.ts';
import type { Duty } from '../duties.ts';
import type { OccurrenceFacts } from '../standing.ts';
import type { FollowAct, Proof, StoredOccurrence, World } from './world.ts';

/** The act an occurrence was fulfilled by, to be shown and opened. */
export type FulfilledBy = {
	by: 'weekly_report' | 'minutes' | 'meeting' | 'version' | 'milestone' | 'sending';
	/** A week, a meeting's code, a version `E-L11 1.0`, a milestone's code, or the act's id. */
	ref: string;
	on: Day;
};

export type Followed = { facts: OccurrenceFacts; act: FulfilledBy | null };

/** An occurrence as far as its fulfilment goes. */
export type Fulfillable = Pick<
	StoredOccurrence,
	'key' | 'duty' | 'source' | 'proof' | 'period' | 'happening' | 'countsFrom' | 'k' | 'rule' | 'due'
>;

/** What fulfils a duty: its own act for deliverables and milestones, else what the contract file says. */
export function proofOf(duty: Duty): Proof {
	if (duty.source === 'milestone') return 'milestone';
	// What the client brings goes through no circuit: its file, with the proof of its sending.
	if (duty.source === 'deliverable' || duty.source === 'step')
		return duty.owner === 'contractor' ? 'version' : 'file';
	return duty.proof?.from ?? 'file';
}

/** The body whose meetings fulfil a meeting duty: named in the contract file, else the project meeting. */
export function bodyOfDuty(contract: Contract, code: string): string | null {
	const words = contract.obligations.find((one) => one.code === code)?.proof.words;
	const codes = contract.committees.map((one) => one.code);
	return (
		codes.find((one) => one === words) ??
		contract.committees.find((one) => one.kind === 'project')?.code ??
		null
	);
}

const held = new Set(['held', 'circulated', 'approved']);

/** Looks up, for each occurrence, the act that fulfilled it. Made once for a mission. */
export function fulfilments(contract: Contract, world: World): (one: Fulfillable) => Followed {
	const acts = Map.groupBy(
		world.acts.filter((one) => one.key !== null),
		(one) => one.key!
	);
	const reports = new Map(world.reports.map((one) => [one.period, one]));
	const meetings = new Map(world.meetings.map((one) => [one.code, one]));
	const versions = Map.groupBy(world.versions, (one) => one.code);
	const milestones = new Map(world.milestones.map((one) => [one.code, one]));

	function elsewhere(one: Fulfillable): Followed {
		switch (one.proof) {
			case 'weekly_report': {
				const report = reports.get(one.period ?? '');
				if (!report?.filedOn) return nothing;
				const answered = report.answeredOn;
				return {
					act: { by: 'weekly_report', ref: report.period, on: report.filedOn },
					facts: {
						sent: { on: report.filedOn, proof: report.period },
						accepted: report.state === 'received' && answered ? { on: answered } : null,
						contested:
							report.state === 'contested' && answered
								? { on: answered, why: report.reason ?? '' }
								: null
					}
				};
			}
			case 'minutes': {
				const meeting = meetings.get(one.happening ?? '');
				if (!meeting?.circulatedOn) return nothing;
				return done('minutes', meeting.code, meeting.circulatedOn);
			}
			case 'meeting':
				return meetingHeld(one);
			case 'milestone': {
				const milestone = milestones.get(one.key);
				return milestone?.doneOn ? done('milestone', one.key, milestone.doneOn) : nothing;
			}
			case 'version':
				return handedIn(one);
			default:
				return nothing;
		}
	}

	function meetingHeld(one: Fulfillable): Followed {
		const own = meetings.get(one.happening ?? '');
		if (one.happening !== null)
			return own && held.has(own.state) ? done('meeting', own.code, own.day) : nothing;
		const body = bodyOfDuty(contract, one.duty);
		const found = world.meetings.find(
			(g) =>
				held.has(g.state) &&
				(body === null || namesCommittee(body, g.committee)) &&
				within(one, g.day)
		);
		return found ? done('meeting', found.code, found.day) : nothing;
	}

	/** A staged hand-in is the version of its rank: the first stage the first version, the next one the second. */
	function handedIn(one: Fulfillable): Followed {
		const [code = '', step] = one.duty.split('/step-');
		const list = versions.get(code) ?? [];
		const version = step === undefined ? list[0] : list[Number(step) - 1];
		if (!version) return nothing;
		return done('version', `${code} ${version.number}`, version.on);
	}

	return (one) => {
		const own = acts.get(one.key) ?? [];
		const there = elsewhere(one);
		const here = recorded(own);
		return {
			act: there.act ?? here.act,
			facts: {
				...(there.act ? there.facts : here.facts),
				waived: here.facts.waived ?? null,
				notSent: here.facts.notSent ?? null
			}
		};
	};
}

const nothing: Followed = { facts: {}, act: null };

function done(by: FulfilledBy['by'], ref: string, on: Day): Followed {
	return { act: { by, ref, on }, facts: { sent: { on, proof: ref } } };
}

/** What people recorded on the obligation itself; a later sending answers an earlier contestation. */
function recorded(acts: readonly FollowAct[]): Followed {
	const sent = acts.findLast((one) => one.kind === 'sent');
	// Punctuality is that of the first sending: what answers a contestation does not make it late.
	const first = acts.find((one) => one.kind === 'sent');
	const answer = acts.findLast((one) => ['sent', 'accepted', 'contested'].includes(one.kind));
	const closed = acts.findLast((one) => ['waived', 'not_sent', 'restored'].includes(one.kind));
	return {
		act: sent ? { by: 'sending', ref: sent.id, on: sent.on } : null,
		facts: {
			sent: sent && first ? { on: first.on, proof: sent.fileName ?? sent.reason } : null,
			accepted: answer?.kind === 'accepted' ? { on: answer.on } : null,
			contested: answer?.kind === 'contested' ? { on: answer.on, why: answer.reason } : null,
			notSent: closed?.kind === 'not_sent' ? { on: closed.on } : null,
			waived:
				closed?.kind === 'waived' ? { on: closed.on, why: closed.reason, by: closed.by ?? '—' } : null
		}
	};
}

/** Whether a meeting's day is in the time an occurrence is about: its period, or the time since the one before. */
function within(one: Fulfillable, day: Day): boolean {
	const { period, rule } = one;
	if (period !== null) {
		if (period.length === 4) return day.startsWith(period);
		if (period.includes('W')) return isoWeek(day) === period;
		return period.length === 7 ? monthOf(day) === period : day === period;
	}
	if ('every' in rule && one.countsFrom !== null && one.due !== null) {
		const before = addUnits(one.countsFrom.slice(0, 10), rule.every * (one.k - 1), rule.unit);
		return day > before && day <= one.due.slice(0, 10);
	}
	return one.due !== null && day <= one.due.slice(0, 10);
}
