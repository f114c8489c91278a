import type { Component } from 'svelte';

/** One line of a history. */
export interface TimelineItem {
	key: string | number;
	/** For machines: an instant or a day. */
	at: string;
	/** For people: the same, formatted. */
	when: string;
	title: string;
	who?: string;
	tone?: 'neutral' | 'accent' | 'late' | 'soon' | 'ontime' | 'done';
	icon?: Component<Record<string, unknown>>;
}
