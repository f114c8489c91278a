/** What a key asks of the chart. */
export type ChartCommand =
	/** `fold` is what the key does first on a phase that can be folded or opened. */
	| { do: 'focus'; step: number; fold?: 'close' | 'open' }
	| { do: 'page'; step: 1 | -1 }
	| { do: 'link' }
	| { do: 'first' }
	| { do: 'last' }
	| { do: 'open' }
	| { do: 'move' | 'resize'; days: number };

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

const PLAIN: Record<string, ChartCommand> = {
	ArrowUp: { do: 'focus', step: -1 },
	ArrowLeft: { do: 'focus', step: -1, fold: 'close' },
	ArrowDown: { do: 'focus', step: 1 },
	ArrowRight: { do: 'focus', step: 1, fold: 'open' },
	PageUp: { do: 'page', step: -1 },
	PageDown: { do: 'page', step: 1 },
	Home: { do: 'first' },
	End: { do: 'last' },
	Enter: { do: 'open' },
	' ': { do: 'open' }
};

/** Reads a key; null for those the chart leaves to the browser. */
export function commandOf(pressed: Pressed): ChartCommand | null {
	if (pressed.ctrlKey || pressed.metaKey) return null;
	if (pressed.altKey) {
		const days = pressed.key === 'ArrowLeft' ? -1 : pressed.key === 'ArrowRight' ? 1 : 0;
		if (days === 0) return null;
		return { do: pressed.shiftKey ? 'resize' : 'move', days };
	}
	if (pressed.key.toLowerCase() === 'l') return { do: 'link' };
	return pressed.shiftKey ? null : (PLAIN[pressed.key] ?? null);
}
