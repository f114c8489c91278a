import { lastVotes, type DecisionView, type DeliverableView } from '#core/deliverables/view.ts';
import { formatDate, formatDateTime, formatList } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TimelineItem } from '$lib/ui/index.ts';
import { outcomeWords, resultWords, stateTone, voteWords } from './words.ts';

export interface HistoryItem extends TimelineItem {
	lines: string[];
}

/** Who decided, and for whom when by delegation. */
export function decidedBy(decision: DecisionView): string {
	const who = decision.by ?? '–';
	return decision.onBehalfOf
		? m.deliverables_decided_on_behalf({ who, signatory: decision.onBehalfOf })
		: who;
}

/** Everything that happened to a deliverable, the latest first: the mission's day, and the server's own time. */
export function historyOf(deliverable: DeliverableView, regime: string, timeZone: string): HistoryItem[] {
	const items: HistoryItem[] = [];
	const add = (at: string, day: string, item: Omit<HistoryItem, 'at' | 'when' | 'key'> & { key: string }) =>
		items.push({
			at,
			when: `${formatDate(day)} (${m.deliverables_server_time({ when: formatDateTime(at, undefined, timeZone) })})`,
			...item
		});
	for (const version of deliverable.versions) {
		const { number } = version;
		add(version.submittedAt, version.submittedOn, {
			key: version.id,
			title: m.deliverables_event_handed_in({ number }),
			who: version.by ?? undefined,
			tone: 'accent',
			lines: version.note ? [version.note] : []
		});
		const counted = new Set(lastVotes(version.votes).map((vote) => vote.id));
		for (const vote of version.votes)
			add(vote.at, vote.day, {
				key: vote.id,
				title: m.deliverables_event_vote({ number, choice: voteWords(vote.choice) }),
				who: [vote.by, counted.has(vote.id) ? '' : m.deliverables_event_vote_changed()]
					.filter(Boolean)
					.join(' · '),
				lines: vote.reason ? [vote.reason] : []
			});
		const { endorsement, decision } = version;
		if (endorsement) {
			const { tally } = endorsement;
			add(endorsement.at, endorsement.day, {
				key: `${version.id} endorsement`,
				title: m.deliverables_event_endorsement({
					number,
					outcome: outcomeWords(endorsement.outcome)
				}),
				who: [endorsement.by, endorsement.meeting].filter(Boolean).join(' · '),
				tone: stateTone(endorsement.outcome),
				lines: [
					m.deliverables_tally_words({
						approve: tally.approve,
						reserves: tally.approve_with_reserves,
						refuse: tally.refuse
					}),
					...(endorsement.reserves ? [endorsement.reserves] : [])
				]
			});
		}
		if (decision)
			add(decision.at, decision.decidedOn, {
				key: `${version.id} decision`,
				title: m.deliverables_event_decision({
					decision: decision.number,
					number,
					kind: resultWords(decision.kind, regime)
				}),
				who: decidedBy(decision),
				tone: decision.kind === 'admit' || decision.kind === 'reduce' ? 'done' : 'soon',
				lines: [
					...(decision.reduction ? [decision.reduction] : []),
					...(decision.reasons ? [decision.reasons] : []),
					m.deliverables_decision_notified({
						day: formatDate(decision.notifiedOn),
						who: formatList(decision.notifiedTo)
					}),
					m.deliverables_decision_effect({ day: formatDate(decision.effectOn) })
				]
			});
	}
	return items.toSorted((a, b) => b.at.localeCompare(a.at));
}
