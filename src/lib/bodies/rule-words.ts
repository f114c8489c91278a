import type { BodyRules, RuleName } from '#core/meetings/rules.ts';
import { ruleNames } from '#core/meetings/rules.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const names: Record<RuleName, () => string> = {
	convening: m.bodies_rule_convening,
	quorum: m.bodies_rule_quorum,
	second: m.bodies_rule_second,
	voting: m.bodies_rule_voting,
	approval: m.bodies_rule_approval,
	secretary: m.bodies_rule_secretary
};
export const shareWords = {
	half: m.bodies_quorum_half,
	majority: m.bodies_quorum_majority,
	two_thirds: m.bodies_quorum_two_thirds,
	all: m.bodies_quorum_all
};
export const votingWords = {
	consensus: m.bodies_voting_consensus,
	majority: m.bodies_voting_majority,
	two_thirds: m.bodies_voting_two_thirds
};
export const secretaryWords = {
	client: m.bodies_secretary_client,
	contractor: m.bodies_secretary_contractor
};
const said: { [K in RuleName]: (rule: NonNullable<BodyRules[K]>) => string } = {
	convening: ({ days }) => m.bodies_convening_days({ count: days }),
	quorum: (rule) =>
		'share' in rule ? shareWords[rule.share]() : m.bodies_quorum_count({ count: rule.count }),
	second: ({ days }) => (days === 0 ? m.bodies_second_any() : m.bodies_second_days({ count: days })),
	voting: ({ rule, casting }) =>
		casting ? m.bodies_voting_casting({ rule: votingWords[rule]() }) : votingWords[rule](),
	approval: (rule) =>
		rule.how === 'meeting'
			? m.bodies_approval_meeting()
			: m.bodies_approval_silence({ count: rule.days }),
	secretary: (side) => secretaryWords[side]()
};

/** « Quorum ». */
export const ruleName = (name: RuleName) => names[name]();

/** « la moitié au moins des voix, présentes ou représentées »; nothing for a rule the body does not have. */
export function ruleWords<K extends RuleName>(name: K, rules: BodyRules): string | null {
	const rule = rules[name];
	return rule === undefined ? null : said[name](rule as NonNullable<BodyRules[K]>);
}

/** The rules a body has, one line each, in a fixed order. */
export const rulesWords = (rules: BodyRules) =>
	ruleNames.flatMap((name) => {
		const words = ruleWords(name, rules);
		return words === null ? [] : [{ name, term: ruleName(name), words }];
	});
