/** The part of frappe-gantt 1.2.2 that the chart stands on; the library ships no types. */
declare module 'frappe-gantt' {
	export interface FrappeTask {
		id: string;
		/** Written with `innerHTML`: must be escaped. */
		name: string;
		start: string;
		end: string;
		progress: number;
		dependencies: string[];
		/** Ours: its place among all rows. */
		row: number;
		/** What the library writes. */
		_index?: number;
		_start?: Date;
		_end?: Date;
		actual_duration?: number;
		ignored_duration?: number;
	}

	export interface FrappeBar {
		gantt: Gantt;
		task: FrappeTask;
		group: SVGGElement;
		bar_group: SVGGElement;
		$bar: SVGRectElement & { getX(): number; getY(): number; getWidth(): number };
		$bar_progress: SVGRectElement;
		$date_highlight: HTMLElement;
		x: number;
		y: number;
		width: number;
		height: number;
		corner_radius: number;
		duration: number;
		actual_duration_raw: number;
		ignored_duration_raw: number;
		draw_bar(): void;
		draw_progress_bar(): void;
		calculate_progress_width(): number;
		compute_duration(): void;
		update_label_position(): void;
		bind(): void;
		update_bar_position(change: { x?: number | null; width?: number | null }): void;
	}

	export interface FrappeViewMode {
		name: string;
		step: string;
		column_width: number;
		date_format: string;
		upper_text: (date: Date) => string;
		lower_text: (date: Date) => string;
	}

	export interface FrappeDate {
		date: Date;
		formatted_date: string;
		column_width: number;
		x: number;
		upper_text: string;
		lower_text: string;
		upper_y: number;
		lower_y: number;
	}

	export interface FrappeOptions {
		bar_height: number;
		padding: number;
		upper_header_height: number;
		lower_header_height: number;
		container_height: 'auto' | number;
		view_modes: FrappeViewMode[];
		view_mode: string;
		holidays: Record<string, unknown> | null;
		lines: 'none' | 'vertical' | 'horizontal' | 'both';
		auto_move_label: boolean;
		move_dependencies: boolean;
		infinite_padding: boolean;
		today_button: boolean;
		popup: false;
		readonly: boolean;
		scroll_to: string | null;
		language: string;
		on_date_change: (task: FrappeTask, start: Date, end: Date) => void;
		on_progress_change: (task: FrappeTask, progress: number) => void;
	}

	export default class Gantt {
		constructor(wrapper: HTMLElement, tasks: FrappeTask[], options: Partial<FrappeOptions>);
		options: FrappeOptions;
		config: {
			column_width: number;
			header_height: number;
			date_format: string;
			view_mode: FrappeViewMode;
			ignored_positions: number[];
		};
		tasks: FrappeTask[];
		bars: FrappeBar[];
		dates: Date[];
		layers: { grid: SVGGElement; arrow: SVGGElement; progress: SVGGElement; bar: SVGGElement };
		gantt_start: Date;
		gantt_end: Date;
		grid_height: number;
		upperTexts: HTMLElement[];
		$svg: SVGSVGElement;
		$container: HTMLElement;
		$header: HTMLElement;
		$upper_header: HTMLElement;
		$lower_header: HTMLElement;
		refresh(tasks: FrappeTask[]): void;
		change_view_mode(mode?: string, keep_position?: boolean): void;
		get_bar(id: string): FrappeBar | undefined;
		setup_tasks(tasks: FrappeTask[]): void;
		setup_gantt_dates(refresh: boolean): void;
		setup_date_values(): void;
		make_grid_background(): void;
		make_grid_header(): void;
		make_grid_rows(): void;
		make_grid_ticks(): void;
		make_grid_highlights(): void;
		make_dates(): void;
		set_dimensions(): void;
		get_dates_to_draw(): FrappeDate[];
		make_bars(): void;
		render(): void;
		set_scroll_position(date: unknown): void;
		highlight_current(): void;
	}
}
