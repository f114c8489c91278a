import { playSteps, type Stage } from '../../stage.ts';
import { bodySteps } from './bodies.ts';
import { deliverableSteps } from './deliverables.ts';
import { meetingSteps } from './meetings.ts';
import { obligationSteps } from './obligations.ts';
import { penaltySteps } from './penalties.ts';
import { reportSteps } from './reports.ts';
import { scheduleSteps } from './schedule.ts';

/** From the notification of 29 October 2019 to Monday 2 December 2019, the day the demonstration opens on. */
export function playEureEtLoir(stage: Stage): Promise<void> {
	const steps = [
		...bodySteps,
		...scheduleSteps,
		...meetingSteps,
		...deliverableSteps,
		...reportSteps,
		...obligationSteps,
		...penaltySteps
	];
	return playSteps(stage, steps, '2019-10-29', '2019-12-02');
}
