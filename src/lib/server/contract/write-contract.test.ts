import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { minimalContract } from '#core/contract/minimal.fixture.ts';
import { contractSchema, type Contract } from '#core/contract/schema.ts';
import { readContract } from './read.ts';
import { contractText } from './write-contract.ts';

function again(contract: Contract): Contract {
	const read = readContract(contractText(contract));
	if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
	return read.contract;
}

it.each(['eure-et-loir', 'iltizam', 'redal', 'senagrosol'])(
	'%s is the same once written and read',
	(name) => {
		const file = new URL(`../../../../templates/missions/${name}.yaml`, import.meta.url);
		const read = readContract(readFileSync(file, 'utf8'));
		expect(read.ok && again(read.contract)).toEqual(read.ok && read.contract);
	}
);
it('leaves out what is not said, and keeps what says something by being empty', () => {
	const contract = contractSchema.parse(minimalContract());
	const text = contractText(contract);
	expect(text).not.toMatch(/notes|alternatives|unknown: false/);
	expect(text).toContain('composition: []');
	expect(text).toContain('calendar: FR');
	expect(again(contract)).toEqual(contract);
});
