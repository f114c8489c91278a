import { expect, it } from 'vitest';
import { confirmInput, markInput, resolutionInput } from './inputs.ts';

const id = '3f1c0b7e-0000-4000-8000-000000000001';
const hash = 'a'.repeat(64);
const said = { wording: 'Le comité valide.', kind: 'validation' };

it('reads who represents somebody: an alternate, another member, a person named', () => {
	const marked = (proxy: string, representedBy = '') =>
		markInput.parse({ attendee: id, version: '3', status: 'represented', proxy, representedBy });
	expect(marked('alternate:Jean : Paul')).toMatchObject({ how: 'alternate', representedBy: 'Jean : Paul' });
	expect(marked(`mandate:${id}`)).toMatchObject({ how: 'mandate', mandatedId: id });
	expect(marked('named:', 'Anne')).toMatchObject({ how: 'named', representedBy: 'Anne' });
	const present = markInput.parse({ attendee: id, status: 'present', proxy: 'named:', arrivedAt: '09:05' });
	expect(present).toMatchObject({ how: null, mandatedId: null, arrivedAt: '09:05' });
	// Hours that are not sent stay as they are.
	expect(present.leftAt).toBeUndefined();
	expect(markInput.safeParse({ attendee: id, status: 'asleep' }).success).toBe(false);
	expect(markInput.safeParse({ attendee: id, status: 'present', arrivedAt: '25:00' }).success).toBe(false);
});

it('reads a decision with its votes and its reserves, line by line', () => {
	const read = resolutionInput.parse({
		...said,
		versionId: id,
		outcome: 'endorsed_with_reserves',
		reserves: '1. Compléter la carte.\nDater le plan.',
		severities: ['major', 'minor'],
		seen: hash,
		how: 'vote',
		...{ for: '4', against: '1', abstained: '' }
	});
	expect(read.votes).toEqual({ how: 'vote', for: 4, against: 1, abstained: 0 });
	expect(read.lines.map((l) => l.severity)).toEqual(['major', 'minor']);
	expect(resolutionInput.parse(said)).toMatchObject({
		votes: null,
		lines: [],
		result: 'adopted',
		outcome: null
	});
	const without = resolutionInput.safeParse({ ...said, outcome: 'endorsed_with_reserves', reserves: 'x' });
	expect(without.error?.issues[0]).toMatchObject({ path: ['reserves'], message: 'severity_missing' });
	const refused = resolutionInput.parse({
		...said,
		outcome: 'not_endorsed',
		reserves: 'Trop tôt.\n\nIncomplet.'
	});
	expect(refused.lines).toEqual([{ wording: 'Trop tôt.' }, { wording: 'Incomplet.' }]);
});

it('confirms drafts as they were read, and none is nothing', () => {
	expect(confirmInput.parse({ draft: `${id}:2:${hash}` }).draft).toEqual([`${id}:2:${hash}`]);
	expect(confirmInput.parse({ draft: [`${id}:2`, `${id}:3`] }).draft).toHaveLength(2);
	expect(confirmInput.safeParse({}).error?.issues[0]?.message).toBe('choice_missing');
	expect(confirmInput.safeParse({ draft: 'x' }).success).toBe(false);
});
