import { expect, it } from 'vitest';
import { minimalContract } from './minimal.fixture.ts';
import { storedContract } from './stored.ts';

it('reads a contract kept before the format asked for chairs, names and several thresholds', () => {
	const old = {
		...minimalContract(),
		recipients: [{ key: 'a', email: 'a@exemple.fr' }],
		indicators: [
			{ code: 'X-K1', title: 'Sites', threshold: { op: '>=', value: 50, unit: 'sites' } },
			{ code: 'X-K2', title: 'Comptes rendus', period: 'chaque semaine' }
		]
	};
	delete old.committees[0]!['chair'];
	const contract = storedContract(old);
	expect(contract.committees[0]?.chair).toMatchObject({ unknown: true });
	expect(contract.recipients[0]?.name).toBe('a@exemple.fr');
	expect(contract.indicators[0]?.thresholds).toMatchObject([{ op: '>=', value: 50, period: 'mission' }]);
	expect(contract.indicators[1]?.unset).toContain('chaque semaine');
	expect(old.committees[0]).not.toHaveProperty('chair');
});

it('refuses what is no contract', () => {
	expect(() => storedContract({ jalon: 1 })).toThrow();
});
