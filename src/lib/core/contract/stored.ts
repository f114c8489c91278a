import { indicatorSchema } from './parts/indicators.ts';
import { contractSchema, type Contract, type Indicator } from './schema.ts';

const whyUnknown = 'le contrat importé ne le disait pas';

/**
 * A contract as a store keeps it, possibly written by an earlier version of the format: what that version did not ask
 * for yet is said to be unknown instead of refused.
 * @throws ZodError when it is not a contract at all
 */
export function storedContract(value: unknown): Contract {
	const copy = structuredClone(value) as Record<string, unknown>;
	for (const committee of list(copy['committees']))
		committee['chair'] ??= { unknown: true, why: whyUnknown };
	for (const recipient of list(copy['recipients'])) {
		recipient['name'] ??= recipient['email'];
	}
	for (const indicator of list(copy['indicators'])) asWrittenNow(indicator);
	for (const obligation of list(copy['obligations'])) obligation['proof'] ??= { from: proofOf(obligation) };
	return contractSchema.parse(copy);
}

/** By which act a duty was fulfilled before the format said it: by the page the tool had for it, else by a file. */
function proofOf({ kind, rule, each }: Record<string, unknown>): string {
	const given = (rule ?? {}) as Record<string, unknown>;
	const around = (name: string) => String(given[name] ?? '').startsWith('meeting');
	if (kind === 'report' && 'weekly' in given) return 'weekly_report';
	if (kind === 'meeting') return 'meeting';
	if (around('before')) return 'papers';
	if (around('after') || String(each ?? '').startsWith('meeting')) return 'minutes';
	return kind === 'conduct' ? 'statement' : 'file';
}

function asWrittenNow(indicator: Record<string, unknown>): void {
	const { threshold, period } = indicator;
	delete indicator['threshold'];
	delete indicator['period'];
	if (threshold) indicator['thresholds'] ??= [{ ...(threshold as object), period: 'mission' }];
	else if (typeof period === 'string') indicator['unset'] ??= `Suivi ${period}, sans seuil.`;
	if (!indicator['thresholds']) indicator['unset'] ??= whyUnknown;
}

/** As `storedContract`, for the indicators alone: those a state was set down with. */
export function storedIndicators(value: unknown): Indicator[] {
	return list(structuredClone(value)).map((one) => {
		asWrittenNow(one);
		return indicatorSchema.parse(one);
	});
}

function list(value: unknown): Record<string, unknown>[] {
	return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}
