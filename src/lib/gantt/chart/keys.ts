/** What a key asks of the chart. */
export type ChartCommand =
	| { do: 'focus'; step: number }
	| { do: 'first' }
	| { do: 'last' }
	| { do: 'open' }
	| { do: 'move' | 'resize'; days: number };

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

const PLAIN: Record<string, ChartCommand> = {
	ArrowUp: { do: 'focus', step: -1 },
	ArrowLeft: { do: 'focus', step: -1 },
	ArrowDown: { do: 'focus', step: 1 },
	ArrowRight: { do: 'focus', step: 1 },
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
	return pressed.shiftKey ? null : (PLAIN[pressed.key] ?? null);
}
