import { BAR_HEIGHT, ROW_HEIGHT, type Scene } from '../scene.ts';
import { viewModes, type Scale } from './subclass.ts';

interface Heard {
	dated: (id: string, start: Date, end: Date) => void;
	progressed: (id: string, progress: number) => void;
}

/** How the library is asked to draw. */
export function optionsOf({ zoom, canEdit, locale }: Scene, scale: Scale, { dated, progressed }: Heard) {
	return {
		bar_height: BAR_HEIGHT,
		padding: ROW_HEIGHT - BAR_HEIGHT,
		upper_header_height: 28,
		lower_header_height: 26,
		container_height: 'auto' as const,
		// The library starts on the first mode of its list, whatever it is told.
		view_modes: viewModes(scale).sort((a, b) => Number(b.name === zoom) - Number(a.name === zoom)),
		holidays: null,
		lines: 'none' as const,
		auto_move_label: false,
		// What follows a task is the schedule's business, not the drawing's.
		move_dependencies: false,
		infinite_padding: false,
		today_button: false,
		popup: false as const,
		readonly: !canEdit,
		scroll_to: null,
		language: locale,
		on_date_change: (task: { id: string }, start: Date, end: Date) => dated(task.id, start, end),
		on_progress_change: (task: { id: string }, progress: number) => progressed(task.id, progress)
	};
}
