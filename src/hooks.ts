import type { Transport } from '@sveltejs/kit';
import { encodeSchedule, unpackSchedule } from '$lib/gantt/transport/pack.ts';

/** What pages are given travels value by value, unless it is too much for that. */
export const transport: Transport = {
	schedule: { encode: encodeSchedule, decode: unpackSchedule }
};
