/** What the step by step form holds, as its fields are called; a draft keeps it as it is. */
export type StepsState = {
	title: string;
	short: string;
	client: string;
	contractor: string;
	regime: string;
	calendar: string;
	startOn: string;
	phases: { title: string; count: string; unit: string }[];
	committee_title: string;
	committee_chair: string;
	committee_cadence: string;
	deliverables: { title: string; phase: string; due: string }[];
	weekly: string;
};

export const emptyPhase = () => ({ title: '', count: '', unit: 'month' });
export const emptyDeliverable = () => ({ title: '', phase: '0', due: '' });

/** What was typed and sent, put back; else an empty form. */
export function stepsState(values: Record<string, string> = {}): StepsState {
	const value = (name: string, otherwise = '') => values[name] ?? otherwise;
	const rows = (prefix: string, least: number) => {
		let count = least;
		while (`${prefix}_title_${count}` in values) count++;
		return Array.from({ length: count }, (_, index) => index);
	};
	return {
		title: value('title'),
		short: value('short'),
		client: value('client'),
		contractor: value('contractor'),
		regime: value('regime', 'unknown'),
		calendar: value('calendar', 'FR'),
		startOn: value('startOn'),
		phases: rows('phase', 2).map((i) => ({
			title: value(`phase_title_${i}`),
			count: value(`phase_count_${i}`),
			unit: value(`phase_unit_${i}`, 'month')
		})),
		committee_title: value('committee_title'),
		committee_chair: value('committee_chair'),
		committee_cadence: value('committee_cadence', 'phase_end'),
		deliverables: rows('deliverable', 2).map((i) => ({
			title: value(`deliverable_title_${i}`),
			phase: value(`deliverable_phase_${i}`, '0'),
			due: value(`deliverable_due_${i}`)
		})),
		weekly: value('weekly')
	};
}
