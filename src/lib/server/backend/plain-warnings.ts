let done = false;

/**
 * lite replaces `process.emitWarning` by a filter that takes every warning for a string: one given as an Error would
 * make it throw, and whatever request caused the warning would fail. Its filter is given the message instead.
 */
export function plainWarnings(): void {
	if (done) return;
	done = true;
	const filter = process.emitWarning.bind(process) as (warning: string, ...rest: unknown[]) => void;
	process.emitWarning = ((warning: string | Error, ...rest: unknown[]) =>
		filter(
			typeof warning === 'string' ? warning : warning.message,
			...rest
		)) as typeof process.emitWarning;
}
