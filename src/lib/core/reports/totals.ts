import type { ReportBody } from './body.ts';

type DayRow = ReportBody['days'][number];

/** Days counted so far for a profile. */
export interface EarlierDays {
	profile: string;
	days: number;
}

const keyOf = (profile: string) => profile.trim().toLocaleLowerCase('fr');
const round = (n: number) => Math.round(n * 100) / 100;

/** The days of weeks already filed, added up by profile: the start of the next running total. */
export function earlierDays(filed: ReportBody[]): EarlierDays[] {
	const sums = new Map<string, EarlierDays>();
	for (const { profile, week } of filed.flatMap((body) => body.days)) {
		const known = sums.get(keyOf(profile));
		sums.set(keyOf(profile), { profile, days: round((known?.days ?? 0) + week) });
	}
	return [...sums.values()];
}

/** The running total of one line: what earlier weeks say, and this one. Nobody types it. */
export function consumedOf(row: Pick<DayRow, 'profile' | 'week'>, earlier: EarlierDays[]): number {
	const before = earlier.find((e) => keyOf(e.profile) === keyOf(row.profile))?.days ?? 0;
	return round(before + (row.week || 0));
}

/** A body whose running totals are counted, whatever was typed or stored. */
export function withTotals(body: ReportBody, earlier: EarlierDays[]): ReportBody {
	return { ...body, days: body.days.map((row) => ({ ...row, consumed: consumedOf(row, earlier) })) };
}
