/** A start that cannot go on: the message is for the log, the French sentence for the person says what to do next. */
export function refusedStart(
	message: string,
	sentence: string,
	cause?: unknown
): Error & { sentence: string } {
	return Object.assign(new Error(message, { cause }), { sentence });
}
