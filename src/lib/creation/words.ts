import * as all from '$lib/i18n/paraglide/messages/_index.js';

const say = (key: string): string =>
	(all as unknown as Record<string, (() => string) | undefined>)[`creation_${key}`]?.() ?? key;

export const cadenceWords = (cadence: string): string => say(`cadence_${cadence}`);
export const unitWords = (unit: string): string => say(`unit_${unit}`);
export const weekdayWords = (day: string): string => say(`weekday_${day}`);
export const sideWords = (side: string): string => say(`side_${side}`);
