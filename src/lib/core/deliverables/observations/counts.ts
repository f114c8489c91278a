import { isOpen, observationStates, severities, type ObservationState, type Severity } from './circuit.ts';
import type { ObservationView } from './view.ts';

/** How many there are, how many still stand, by severity. */
export interface Counts {
	all: number;
	open: number;
	severity: Record<Severity, number>;
	state: Record<ObservationState, number>;
}

export function countObservations(list: Pick<ObservationView, 'severity' | 'state'>[]): Counts {
	const zero = <K extends string>(keys: readonly K[]) =>
		Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
	const counts: Counts = {
		all: list.length,
		open: 0,
		severity: zero(severities),
		state: zero(observationStates)
	};
	for (const o of list) {
		counts.state[o.state] += 1;
		if (!isOpen(o.state)) continue;
		counts.open += 1;
		counts.severity[o.severity] += 1;
	}
	return counts;
}

/** The view of the list, kept in the address. */
export interface ObservationQuery {
	version: string;
	severity: Severity | '';
	/** `standing`: neither lifted nor withdrawn. */
	state: ObservationState | 'standing' | '';
}

/** Reads a view from an address; what it does not know is left out. */
export function readObservationQuery(given: URLSearchParams): ObservationQuery {
	const one = <T extends string>(key: string, known: readonly T[]): T | '' => {
		const value = given.get(key) ?? '';
		return (known as readonly string[]).includes(value) ? (value as T) : '';
	};
	return {
		version: /^\d+\.\d+$/.test(given.get('version') ?? '') ? given.get('version')! : '',
		severity: one('severity', severities),
		state: one('state', [...observationStates, 'standing'] as const)
	};
}

/** The observations a view keeps, in the order of their numbers. */
export const keepObservations = (list: ObservationView[], query: ObservationQuery): ObservationView[] =>
	list.filter(
		(o) =>
			(!query.version || o.version === query.version) &&
			(!query.severity || o.severity === query.severity) &&
			(!query.state || (query.state === 'standing' ? isOpen(o.state) : o.state === query.state))
	);
