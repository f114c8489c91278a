import type { DecisionsInput } from '../../documents/decisions.ts';
import { minutesDocument } from '../minutes-document.ts';
import { quorumSentence } from './taken.ts';
import type { PaperFacts } from './words.ts';

/** What the Word template of the record of decisions says: the minutes without what was said. */
export function decisionsDocument(facts: PaperFacts): DecisionsInput {
	const full = minutesDocument(facts);
	const { body, number, subject, date, place, chair, secretary, version, state } = full.meeting;
	return {
		contract: full.contract,
		client: full.client,
		contractor: full.contractor,
		meeting: {
			body,
			number,
			subject,
			date,
			place,
			chair,
			secretary,
			version,
			quorum: quorumSentence(facts.meeting),
			state:
				facts.meeting.state === 'approved' || facts.meeting.state === 'circulated'
					? state
					: 'Projet de relevé',
			reference: `${facts.meeting.code}-RD`
		},
		decisions: full.decisions,
		actions: full.actions,
		reserves: (full.reserves ?? []).map((r) => ({
			number: r.number,
			wording: r.wording,
			deliverable: r.deliverable
		})),
		nextMeeting: full.nextMeeting,
		approval: full.approval
	};
}
