import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';
import { act, cast, raw } from './matrix-world.ts';

/** Indicators and the mission's calendar, on values and days of their own: each call finds its place free. */
export async function indicatorActs(store: TestStore, mission: string): Promise<Record<string, Act>> {
	const { sql } = store;
	const manager = await raw(store, cast.manager);
	// The contract of the demonstration names no register of exceptional days: this one does, for the length of a test.
	await sql`update public.missions set contract = jsonb_set(contract, '{indicators,0,excludes}', '"sites"') where id = ${mission}`;
	const frozen = await act<string>(manager, 'freeze_indicators', {
		mission,
		meeting: 'E-PT-01',
		from_day: '2019-11-01',
		to_day: '2019-12-01'
	});
	let made = 0;
	const day = () =>
		`2019-${String((made % 11) + 1).padStart(2, '0')}-${String((++made % 28) + 1).padStart(2, '0')}`;
	const proposed = async () => {
		const at = day();
		const [row] =
			await sql`insert into public.indicator_exclusions (mission_id, register, day, kind, reason, person_id, mission_day)
			values (${mission}, 'sites', ${at}, 'proposed', 'Neige', (select id from public.people where email = 'consultant@demo.test'), '2019-12-02')
			returning number`;
		return { mission, register: 'sites', day: at, read_number: Number(row!.number) };
	};
	const said = async () =>
		Number(
			(
				await sql`select coalesce(max(number), 0) as n from public.calendar_days where mission_id = ${mission}`
			)[0]!.n
		);
	return {
		indicators_page: ['indicators_page', () => ({ mission_slug: 'eure-et-loir' })],
		indicator_state: ['indicator_state', () => ({ mission_slug: 'eure-et-loir', state: frozen })],
		record_indicator_values: [
			'record_indicator_values',
			() => ({
				mission,
				code: 'E-K1',
				rows: [{ period: '2019-11-12', label: `Site ${++made}`, value: 1, over: null, instead: null }]
			})
		],
		propose_exclusion: [
			'propose_exclusion',
			() => ({ mission, register: 'sites', day: day(), reason: 'Neige.' })
		],
		settle_exclusion: ['settle_exclusion', async () => ({ ...(await proposed()), verdict: 'accepted' })],
		freeze_indicators: [
			'freeze_indicators',
			() => ({ mission, meeting: 'E-PT-01', from_day: '2019-11-01', to_day: '2019-12-01' })
		],
		calendar_page: ['calendar_page', () => ({ mission_slug: 'eure-et-loir' })],
		change_calendar: [
			'change_calendar',
			async () => ({
				mission,
				read_number: await said(),
				days: [{ day: '2019-12-24', label: 'Fermeture', kind: 'off' }]
			})
		]
	};
}
