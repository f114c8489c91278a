import type { Stage, Step } from '../stage.ts';
import { deliverableSteps } from './deliverables.ts';
import { meetingSteps } from './meetings.ts';
import { reportSteps } from './reports.ts';
import { scheduleSteps } from './schedule.ts';

const steps: Step[] = [...scheduleSteps, ...meetingSteps, ...deliverableSteps, ...reportSteps];

/** From the notification of 29 October 2019 to Monday 2 December 2019, the day the demonstration opens on. */
export async function playEureEtLoir(stage: Stage): Promise<void> {
	let day = '2019-10-29';
	for (const step of steps.toSorted((a, b) => a.on.localeCompare(b.on))) {
		if (step.on !== day) await stage.onDay((day = step.on));
		await step.play(stage);
	}
	await stage.onDay('2019-12-02');
}
