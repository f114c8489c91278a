export interface Notice {
	id: number;
	tone: 'success' | 'info' | 'error';
	text: string;
	/** What the person may still do about it: « Annuler cette action ». */
	action?: { label: string; run: () => void | Promise<void> };
}

/** How long a plain notice stays, in milliseconds. One that asks for an act, or an error, waits to be closed. */
const STAY = 7000;

const notices = $state<Notice[]>([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let last = 0;

function show(tone: Notice['tone'], text: string, action?: Notice['action']): number {
	// On the server this module is shared by everybody: nothing may be kept there.
	if (typeof window === 'undefined') return 0;
	const id = ++last;
	notices.push({ id, tone, text, action });
	if (notices.length > 4) close(notices[0]!.id);
	resume(id);
	return id;
}

function close(id: number): void {
	pause(id);
	const at = notices.findIndex((notice) => notice.id === id);
	if (at >= 0) notices.splice(at, 1);
}

function pause(id: number): void {
	clearTimeout(timers.get(id));
	timers.delete(id);
}

function resume(id: number): void {
	const notice = notices.find((known) => known.id === id);
	if (!notice || notice.action || notice.tone === 'error') return;
	pause(id);
	timers.set(
		id,
		setTimeout(() => close(id), STAY)
	);
}

/** Short news after an act, said aloud by screen readers. What must be read before going on is an Alert instead. */
export const toast = {
	/** It is done; with `action`, it can be undone. */
	success: (text: string, action?: Notice['action']) => show('success', text, action),
	info: (text: string, action?: Notice['action']) => show('info', text, action),
	/** It failed, and what to do next. Stays until closed. */
	error: (text: string, action?: Notice['action']) => show('error', text, action),
	close,
	pause,
	resume,
	/** What is shown now. */
	get all(): readonly Notice[] {
		return notices;
	}
};
