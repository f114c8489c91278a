import { describe, expect, it } from 'vitest';
import { minimalContract } from './minimal.fixture.ts';
import { contractSchema } from './schema.ts';

type Draft = ReturnType<typeof minimalContract> & Record<string, unknown>;

function problems(bend: (draft: Draft) => void): [string, string][] {
	const draft = minimalContract() as Draft;
	bend(draft);
	const read = contractSchema.safeParse(draft);
	return (read.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]);
}

it('accepts the smallest file and fills the lists', () => {
	const contract = contractSchema.parse(minimalContract());
	expect(contract.calendar).toEqual({ base: 'FR', changes: [] });
	expect(contract.deliverables).toEqual([]);
	expect(contract.committees[0]?.papers).toEqual({ before: [], after: [] });
});

const duty = { code: 'X-S1', title: 'S', kind: 'report', owner: 'contractor' };
const late = { code: 'X-A1', title: 'Retard', fact: 'late_report', amount: 1000 };

describe('files that are refused, on the path to correct', () => {
	it.each<[string, string, (draft: Draft) => void]>([
		['another version', 'jalon', (draft) => (draft.jalon = 2)],
		['an unknown field', '', (draft) => (draft['budget'] = 10)],
		['a slug with capitals', 'slug', (draft) => (draft.slug = 'Essai')],
		['one party only', 'parties', (draft) => draft.parties.pop()],
		['a repeated party', 'parties.1.key', (draft) => (draft.parties[1]!.key = 'client')],
		['an anchor without a date or a reason', 'anchors.0', (draft) => delete draft.anchors[0]!['tbd']],
		[
			'an anchor with a date and a reason',
			'anchors.0',
			(draft) => (draft.anchors[0]!['day'] = '2019-10-29')
		],
		[
			'a day that does not exist',
			'anchors.0.day',
			(draft) => (draft.anchors[0] = { name: 'a', label: 'A', day: '2019-02-30' })
		],
		[
			'an unknown event',
			'phases.0.start.on',
			(draft) => (draft.phases[0]!['start'] = { on: 'signature' })
		],
		[
			'an unknown phase of an event',
			'phases.0.start.on',
			(draft) => (draft.phases[0]!['start'] = { on: 'end:X-P9' })
		],
		['a phase without a rule', 'phases.0.end', (draft) => delete draft.phases[0]!['end']],
		[
			'a milestone without a rule',
			'milestones.0.rule',
			(draft) => (draft['milestones'] = [{ code: 'X-M1', title: 'M', kind: 'fixed' }])
		],
		[
			'a code used twice',
			'milestones.0.code',
			(draft) =>
				(draft['milestones'] = [
					{ code: 'X-P1', title: 'M', kind: 'fixed', rule: { by: '2020-01-01' } }
				])
		],
		[
			'an unknown committee',
			'milestones.0.committee',
			(draft) =>
				(draft['milestones'] = [
					{ code: 'X-M1', title: 'M', kind: 'fixed', rule: { by: '2020-01-01' }, committee: 'X-CT' }
				])
		],
		[
			'a deliverable nobody validates',
			'deliverables.0.validators',
			(draft) =>
				(draft['deliverables'] = [
					{ code: 'X-L1', title: 'L', validators: [], rule: { by: '2020-01-01' } }
				])
		],
		[
			'a validator that is neither a committee nor a role',
			'deliverables.0.validators.1',
			(draft) =>
				(draft['deliverables'] = [
					{
						code: 'X-L1',
						title: 'L',
						validators: ['client_manager', 'chef'],
						rule: { by: '2020-01-01' }
					}
				])
		],
		[
			'a meeting of a committee that does not exist',
			'obligations.0.rule.before',
			(draft) =>
				(draft['obligations'] = [
					{
						code: 'X-S1',
						title: 'S',
						kind: 'paper',
						owner: 'contractor',
						rule: { before: 'meeting:cotech', count: 3, unit: 'day' }
					}
				])
		],
		[
			'an unknown predecessor',
			'tasks.0.after.0',
			(draft) =>
				(draft['tasks'] = [
					{
						code: 'T1',
						title: 'T',
						start: { by: '2020-01-01' },
						end: { by: '2020-01-02' },
						after: ['T9'],
						origin: 'project'
					}
				])
		],
		[
			'penalties left out without saying why',
			'penalties.why',
			(draft) => (draft.penalties = { undetermined: true } as never)
		],
		['penalties neither given nor undetermined', 'penalties', (draft) => (draft.penalties = {} as never)],
		['a committee without chair', 'committees.0.chair', (draft) => delete draft.committees[0]!['chair']],
		[
			'a chair unknown without saying why',
			'committees.0.chair',
			(draft) => (draft.committees[0]!['chair'] = { unknown: true })
		],
		[
			'a recipient without an address or a reason',
			'recipients.0.email',
			(draft) => (draft['recipients'] = [{ key: 'a', name: 'A' }])
		],
		[
			'a rhythm beside a rule that has its own',
			'obligations.0.period',
			(draft) => (draft['obligations'] = [{ ...duty, rule: { weekly: 'friday' }, period: 'week' }])
		],
		[
			'an amount and a rate',
			'penalties.items.0.amount',
			(draft) => (draft.penalties = { items: [{ ...late, rate: 1 }] } as never)
		],
		[
			'a penalty with the code of a phase',
			'penalties.items.0.code',
			(draft) => (draft.penalties = { items: [{ ...late, code: 'X-P1' }] } as never)
		],
		[
			'a penalty for a fact nobody declares',
			'penalties.items.0.fact',
			(draft) => (draft.penalties = { items: [{ ...late, fact: 'panne' }] } as never)
		],
		[
			'an indicator without a threshold or a reason',
			'indicators.0.thresholds',
			(draft) => (draft['indicators'] = [{ code: 'X-K1', title: 'K' }])
		],
		[
			'bounds that cross',
			'indicators.0.thresholds.0.max',
			(draft) =>
				(draft['indicators'] = [
					{
						code: 'X-K1',
						title: 'K',
						thresholds: [{ op: 'between', value: 20, max: 15, period: 'day' }]
					}
				])
		],
		[
			'a clock that is no service',
			'indicators.0.thresholds.0.clock',
			(draft) =>
				(draft['indicators'] = [
					{
						code: 'X-K1',
						title: 'K',
						thresholds: [{ op: '<=', value: 15, period: 'event', clock: 'nuit' }]
					}
				])
		],
		[
			'an event with the name of an anchor',
			'events.0.name',
			(draft) => (draft['events'] = [{ name: 'notification', label: 'N' }])
		],
		[
			'a hand-in that waits for itself',
			'deliverables.0.rule',
			(draft) =>
				(draft['deliverables'] = [
					{
						code: 'X-L1',
						title: 'L',
						validators: ['X-COPIL'],
						rule: { after: 'submitted:X-L1', count: 3, unit: 'day' }
					}
				])
		]
	])('%s', (_, path, bend) => {
		expect(problems(bend).map(([found]) => found)).toContain(path);
	});

	it('dates and tasks that wait for one another', () => {
		const dates = problems((draft) => {
			draft.anchors.push({
				name: 'end',
				label: 'Fin',
				rule: { after: 'end:X-P1', count: 1, unit: 'day' }
			});
			draft.phases[0]!['end'] = { on: 'end' };
		});
		expect(dates.some(([, message]) => message.includes('end → end:X-P1 → end'))).toBe(true);
		const task = (code: string, after: string) => ({
			code,
			title: code,
			start: { by: '2020-01-01' },
			end: { by: '2020-01-02' },
			after: [after],
			origin: 'project'
		});
		const tasks = problems((draft) => (draft['tasks'] = [task('T1', 'T2'), task('T2', 'T1')]));
		expect(tasks).toEqual([['tasks.0.after', expect.stringContaining('T1 → T2 → T1')]]);
	});
});

it('takes what an event makes many times, a rhythm without a day, and amounts by length of time', () => {
	const draft: Draft = minimalContract();
	draft['events'] = [{ name: 'interruption', label: 'Interruption' }];
	draft['obligations'] = [
		{ ...duty, rule: { on: 'interruption' }, when: { over: 20, unit: 'minute' } },
		{ ...duty, code: 'X-S2', rule: { tbd: true, why: 'mensuel' }, period: 'month' }
	];
	draft.penalties = {
		optional: true,
		items: [{ ...late, fact: 'interruption', duration: { at_most: 30, unit: 'minute' } }]
	} as never;
	const { obligations, penalties } = contractSchema.parse(draft);
	expect(obligations.map((one) => one.proof)).toEqual([{ from: 'file' }, { from: 'file' }]);
	expect(penalties).toMatchObject({ optional: true, excuses: [], items: [{ amount: 1000 }] });
});

it('names a committee by its whole code or its last word', () => {
	const rule = (name: string) =>
		problems((draft) => {
			const before = { before: name, count: 5, unit: 'day' };
			draft['obligations'] = [
				{ code: 'X-S1', title: 'S', kind: 'paper', owner: 'contractor', rule: before }
			];
		});
	expect([rule('meeting:copil'), rule('meeting:X-COPIL'), rule('meeting:*')]).toEqual([[], [], []]);
	expect(rule('meeting:pil')).toHaveLength(1);
});
