import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { storedContract } from '#core/contract/stored.ts';

it('gives a contract of before the format said it the proofs its pages already had', () => {
	const file = parse(readFileSync('templates/missions/eure-et-loir.yaml', 'utf8')) as {
		obligations: { code: string; proof?: unknown }[];
	};
	const asked = new Map(storedContract(file).obligations.map((one) => [one.code, one.proof.from]));
	for (const one of file.obligations) delete one.proof;
	expect(new Map(storedContract(file).obligations.map((one) => [one.code, one.proof.from]))).toEqual(asked);
});
