/**
 * Something asked for before it is needed, while something else is waited for. A refusal of the other comes first and
 * is the one that counts: this one, if nobody comes to fetch it, is no fault of its own.
 */
export function soon<T>(asked: Promise<T>): Promise<T> {
	asked.catch(() => {});
	return asked;
}
