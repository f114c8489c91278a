import fc from 'fast-check';
import { expect, it } from 'vitest';
import { proxyWays, quorumOf, requiredOf, type Counted, type Session } from './quorum.ts';
import { quorumShares, type BodyRules } from './rules.ts';
import { meetingStates } from './states.ts';
import { attendanceStatuses } from './view.ts';

const hour = fc.constantFrom('', '09:30', '11:00', '12:00', '16:00');
/** A list of up to twelve people, some of whom hold mandates of others. */
export const lists = fc
	.array(
		fc.record({
			votes: fc.boolean(),
			status: fc.constantFrom(...attendanceStatuses),
			leftAt: hour,
			how: fc.constantFrom(null, ...proxyWays),
			holder: fc.option(fc.nat(11), { nil: null })
		}),
		{ maxLength: 12 }
	)
	.map((rows) =>
		rows.map(({ holder, ...r }, i): Counted => ({
			...r,
			id: `${i}`,
			mandatedId: holder === null || holder === i || holder >= rows.length ? null : `${holder}`
		}))
	);
const rules = fc.constantFrom<BodyRules>(
	{},
	...quorumShares.flatMap((share) => [{ quorum: { share } }, { quorum: { share }, second: { days: 5 } }]),
	{ quorum: { count: 4 } }
);
const sessions = fc.record<Session>({
	state: fc.constantFrom(...meetingStates),
	endsAt: hour,
	second: fc.boolean()
});
const row = (id: string, more: Partial<Counted> = {}): Counted => ({
	id,
	votes: true,
	status: 'present',
	leftAt: '',
	how: null,
	mandatedId: null,
	...more
});
const now: Session = { state: 'in_session', endsAt: '', second: false };
const half: BodyRules = { quorum: { share: 'half' } };

it('asks for half, more than half, two thirds or all, and never for nobody', () => {
	const asked = (share: (typeof quorumShares)[number]) => [0, 1, 8, 9].map((n) => requiredOf({ share }, n));
	expect(asked('half')).toEqual([1, 1, 4, 5]);
	expect(asked('majority')).toEqual([1, 1, 5, 5]);
	expect(asked('two_thirds')).toEqual([1, 1, 6, 6]);
	expect(asked('all')).toEqual([1, 1, 8, 9]);
	expect(requiredOf({ count: 12 }, 9)).toBe(12);
});

it('says nothing is asked where no rule was agreed, and none of a second meeting the rules foresee', () => {
	expect(quorumOf({}, now, [])).toEqual({
		asked: false,
		required: 0,
		present: 0,
		voting: 0,
		reached: true
	});
	const second = { ...now, second: true };
	expect(quorumOf({ ...half, second: { days: 5 } }, second, [row('a', { status: 'absent' })]).asked).toBe(
		false
	);
	// Convened again without a rule for it, the quorum is asked all the same.
	expect(quorumOf(half, second, [row('a', { status: 'absent' })])).toMatchObject({
		asked: true,
		reached: false
	});
});

it('counts those who are there, those represented while their mandate holder is, and no guest', () => {
	const guests = [
		row('g', { votes: false }),
		row('h', { votes: false, status: 'represented', how: 'named' })
	];
	const rows = [
		row('a'),
		row('b', { leftAt: '11:00' }),
		row('c', { status: 'represented', how: 'mandate', mandatedId: 'a' }),
		row('d', { status: 'represented', how: 'mandate', mandatedId: 'b' }),
		row('e', { status: 'represented', how: 'named' }),
		row('f', { status: 'expected' }),
		...guests
	];
	expect(quorumOf(half, now, rows)).toEqual({
		asked: true,
		required: 3,
		present: 3,
		voting: 6,
		reached: true
	});
	// After the session, whoever stayed to its end counts.
	const held: Session = { state: 'held', endsAt: '11:00', second: false };
	expect(quorumOf(half, held, rows).present).toBe(5);
	expect(quorumOf(half, { ...held, endsAt: '12:00' }, rows).present).toBe(3);
});

it('counts nobody represented who was only announced, who left, or whose mandate holder is not on the list', () => {
	const proxy = (more: Partial<Counted>) => row('p', { status: 'represented', ...more });
	const present = (...rows: Counted[]) => quorumOf(half, now, rows).present;
	expect(present(proxy({}))).toBe(0);
	expect(present(proxy({ mandatedId: 'a' }), row('a'))).toBe(1);
	expect(present(proxy({ how: 'named' }))).toBe(1);
	expect(present(proxy({ how: 'alternate', leftAt: '11:00' }))).toBe(0);
	expect(present(proxy({ how: 'mandate' }))).toBe(0);
	expect(present(proxy({ how: 'mandate', mandatedId: 'x' }))).toBe(0);
	expect(present(proxy({ how: 'mandate', mandatedId: 'a' }), row('a', { status: 'excused' }))).toBe(0);
	expect(present(proxy({ how: 'mandate', mandatedId: 'a' }), row('a'))).toBe(2);
});

it('holds for any list: never more present than voting, reached as soon as enough are, guests change nothing', () => {
	fc.assert(
		fc.property(lists, rules, sessions, (list, rule, session) => {
			const q = quorumOf(rule, session, list);
			expect(q.present).toBeLessThanOrEqual(q.voting);
			expect(q.reached).toBe(!q.asked || q.present >= q.required);
			const guest = row('guest', { votes: false });
			expect(quorumOf(rule, session, [...list, guest])).toEqual(q);
		})
	);
});

it('holds for any list: one more member there never takes the quorum away, where all count alike', () => {
	fc.assert(
		fc.property(lists, sessions, (list, session) => {
			const q = quorumOf(half, session, list);
			const more = quorumOf(half, session, [...list, row('new')]);
			expect(more.present).toBe(q.present + 1);
			if (q.reached && q.asked) expect(more.reached).toBe(true);
		})
	);
});
