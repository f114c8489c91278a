import type { LinkType } from '../../network/types.ts';

/** `PredecessorLink/Type` of the Project XML Data Interchange Schema. */
export const linkTypes: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS'];

/** The custom fields we write in a task, and read back to know our own lines again: Text1, Text2 and Text3. */
export const ownFields = {
	mark: { id: '188743731', name: 'Text1', alias: 'Repère Jalon' },
	code: { id: '188743734', name: 'Text2', alias: 'Code' },
	nature: { id: '188743737', name: 'Text3', alias: 'Nature Jalon' }
} as const;

/**
 * A task we wrote with no constraint of its own: without one MS Project would draw it to the start of the project, so
 * it is held at its day by "start no earlier than", which is also what MS Project sets when a day is typed.
 */
export const FREE = 'task-free';

export const dayHours = { start: '08:00:00', noon: '12:00:00', back: '13:00:00', end: '17:00:00' } as const;
export const MINUTES_PER_DAY = 480;
