import type { Stage } from '../stage.ts';

/** From the notification of 29 October 2019 to Monday 2 December 2019, the day the demonstration opens on. */
export async function playEureEtLoir(stage: Stage): Promise<void> {
	await stage.onDay('2019-12-02');
}
