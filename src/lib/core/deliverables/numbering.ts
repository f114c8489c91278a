import type { State } from './circuit.ts';

/**
 * The number the next version will get, fixed at hand-in: 1.0 first, the minor part after observations, the major
 * part after an adjournment or a rejection. Admission is a state, never a number. `null` when none can follow.
 * The store's `hand_in` decides; this is what the page announces before.
 */
export function nextNumber(latest: { number: string; state: State } | null): string | null {
	if (!latest) return '1.0';
	const [major = 0, minor = 0] = latest.number.split('.').map(Number);
	switch (latest.state) {
		case 'admitted':
		case 'admitted_with_reduction':
		case 'endorsed':
			return null;
		case 'adjourned':
		case 'rejected':
			return `${major + 1}.0`;
		default:
			return `${major}.${minor + 1}`;
	}
}
