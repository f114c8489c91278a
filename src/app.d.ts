import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			code?: string;
			/** What the person can quote, and the log knows. */
			reference?: string;
		}
		interface Locals {
			/** The person's own client, who they are, and what the server lends every verb. */
			ctx: Context;
		}
		interface PageData {
			mission?: MissionContext;
		}
	}
}

export {};
