import type { Change } from '#core/contract/amend/changes.ts';
import { formatDate } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import * as all from '$lib/i18n/paraglide/messages/_index.js';

const say = (key: string): string | undefined =>
	(all as unknown as Record<string, (() => string) | undefined>)[`contract_${key}`]?.();

export const actWords = (kind: string): string => say(`act_${kind}`) ?? kind;
export const partWords = (part: string): string => say(`part_${part}`) ?? part;
export const whatWords = (what: string): string => say(`what_${what}`) ?? what;
export const fieldWords = (field: string): string => say(`field_${field}`) ?? field;
export const sideWords = (side: string): string => say(`side_${side}`) ?? side;
export const changeKindWords = (kind: string): string => say(`change_${kind}`) ?? kind;
export const countFieldWords = (field: string): string => say(`count_${field}`) ?? field;

/** A change in a sentence, for the list of those that are prepared together. */
export function changeWords(change: Change): string {
	switch (change.kind) {
		case 'extend':
			return m.contract_says_extend({ code: change.code, day: formatDate(change.on) });
		case 'event':
			return m.contract_says_event({ name: change.name, day: formatDate(change.on) });
		case 'count':
			return m.contract_says_count({ target: change.target.split('/')[1] ?? '', value: change.value });
		case 'deliverable':
			return m.contract_says_deliverable({ code: change.code, title: change.title });
		case 'stages':
			return m.contract_says_stages({ code: change.code, count: change.steps.length });
		case 'owner':
			return m.contract_says_owner({ code: change.code, side: sideWords(change.owner) });
		case 'renew':
			return m.contract_says_renew({ day: formatDate(change.on) });
	}
}

export const stateLook = {
	prepared: { tone: 'soon', word: () => m.contract_state_prepared() },
	in_force: { tone: 'done', word: () => m.contract_state_in_force() },
	withdrawn: { tone: 'neutral', word: () => m.contract_state_withdrawn() }
} as const;
