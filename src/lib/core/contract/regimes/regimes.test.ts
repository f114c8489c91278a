import { describe, expect, it } from 'vitest';
import { isStated, regimeNames, regimeOf } from './index.ts';

describe('regimes', () => {
	it('knows every name a contract may write', () => {
		for (const name of regimeNames) expect(regimeOf(name).name).toBe(name);
	});
	it.each([
		['ccag-pi-2021', 3000, 10, true],
		['ccag-pi-2009', 3000, null, false],
		['ccag-fcs-2021', 1000, 10, true]
	] as const)('%s: divisor, cap and adversarial step of its article 14', (name, divisor, cap, heard) => {
		const { penalty } = regimeOf(name);
		if (!isStated(penalty)) throw new Error('no formula');
		expect([penalty.divisor, penalty.exemptUpTo, penalty.capPercent, penalty.adversarial]).toEqual([
			divisor,
			1000,
			cap,
			heard
		]);
		expect(penalty.observationsWithin !== null).toBe(heard);
	});
	it('presents no figure as a fact where the text gives none', () => {
		for (const name of ['unknown', 'simple', 'cps'] as const) {
			const { verification, adjournment, hearing, penalty, notification } = regimeOf(name);
			const parts = [verification, adjournment, hearing, penalty, notification];
			expect(parts.filter((part) => isStated(part as object | 'unknown'))).toEqual([]);
			expect(regimeOf(name).words.admitTacitly).toBeNull();
			expect(JSON.stringify(regimeOf(name))).not.toMatch(/:\s*\d/);
		}
		expect(regimeOf('cps').asks.length).toBeGreaterThanOrEqual(6);
	});
	it('gives an article to every figure, and admits silence only where a delay is stated', () => {
		for (const name of regimeNames) {
			const { verification, adjournment, hearing, penalty, notification, words } = regimeOf(name);
			for (const part of [verification, adjournment, hearing, penalty, notification])
				if (typeof part === 'object') expect(part.source).toMatch(/art\. \d/);
			expect(words.admitTacitly !== null).toBe(isStated(verification));
		}
	});
});
