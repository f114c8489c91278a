import { eventsIn, type Rule } from '../../calendar/rules/schema.ts';
import { namesCommittee } from '../committees.ts';
import { references } from './references.ts';
import { rulesOf } from '../rules-of.ts';
import type { Contract } from '../schema.ts';
import { circles } from './circles.ts';

export type Problem = { path: PropertyKey[]; message: string };

/** What one part of the file says about another: every problem with the path of the value to correct. */
export function crossCheck(contract: Contract): Problem[] {
	return [...duplicates(contract), ...references(contract), ...events(contract), ...circles(contract)];
}

function duplicates(contract: Contract): Problem[] {
	const problems: Problem[] = [];
	const once = (
		list: readonly Record<string, unknown>[],
		name: string,
		field: string,
		seen: Map<string, string>
	) => {
		list.forEach((item, index) => {
			const value = String(item[field]);
			const before = seen.get(value);
			if (before) {
				const message = `« ${value} » est déjà pris par ${before} : donnez un autre nom à l’un des deux, par exemple « ${another(value)} ».`;
				problems.push({ path: [name, index, field], message });
			} else seen.set(value, `${name}[${index}]`);
		});
	};
	// Codes are one namespace: a register, a page address or an event names a thing by its code alone.
	const codes = new Map<string, string>();
	for (const name of [
		'phases',
		'milestones',
		'committees',
		'deliverables',
		'obligations',
		'tasks',
		'indicators'
	] as const) {
		once(contract[name], name, 'code', codes);
	}
	contract.penalties.items.forEach((item, index) => {
		const before = codes.get(item.code);
		const path = ['penalties', 'items', index, 'code'];
		if (before)
			problems.push({
				path,
				message: `« ${item.code} » est déjà pris par ${before} : donnez un autre nom à l’un des deux, par exemple « ${another(item.code)} ».`
			});
		else codes.set(item.code, `penalties.items[${index}]`);
	});
	const names = new Map<string, string>();
	once(contract.anchors, 'anchors', 'name', names);
	once(contract.events, 'events', 'name', names);
	for (const name of [
		'parties',
		'recipients',
		'services',
		'registers',
		'volumes',
		'ambiguities'
	] as const) {
		once(contract[name], name, 'key', new Map());
	}
	return problems;
}

/** A free name close to one that is taken: `E-L11` gives `E-L11-2`. */
function another(value: string): string {
	return `${value}-2`;
}

function events(contract: Contract): Problem[] {
	const problems: Problem[] = [];
	const plain = new Set([
		...contract.anchors.map((one) => one.name),
		...contract.events.map((one) => one.name),
		...contract.milestones.map((one) => one.code),
		'period_end'
	]);
	const phases = new Set(contract.phases.map((one) => one.code));
	const deliverables = new Set(contract.deliverables.map((one) => one.code));
	const exists = (name: string): boolean => {
		const [kind, code] = name.split(':') as [string, string | undefined];
		if (code === undefined) return plain.has(name);
		if (kind === 'meeting')
			return code === '*' || contract.committees.some((one) => namesCommittee(code, one.code));
		if (kind === 'start' || kind === 'end') return phases.has(code);
		return ['submitted', 'decided', 'notified'].includes(kind) && deliverables.has(code);
	};
	const check = (name: string, path: PropertyKey[]) => {
		if (exists(name)) return;
		const known = [...contract.anchors, ...contract.events].map((one) => one.name).join(', ');
		const message =
			`L’évènement « ${name} » n’existe pas dans ce contrat : citez une ancre ou un évènement (${known}), ` +
			'le code d’un jalon, « meeting:comité », « start:phase », « end:phase » ou « submitted:livrable ».';
		problems.push({ path, message });
	};
	for (const { path, rule } of rulesOf(contract)) {
		for (const name of eventsIn(rule)) check(name, [...path, fieldOf(rule, name)]);
	}
	contract.obligations.forEach((one, i) => one.each && check(one.each, ['obligations', i, 'each']));
	return problems;
}

function fieldOf(rule: Rule, name: string): string {
	return Object.entries(rule).find(([, value]) => value === name)?.[0] ?? '';
}
