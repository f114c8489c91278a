/** Refuses no sooner than this, so that the time of an answer does not say whether an address is known. */
const floor = 500;

/** Runs the work; what ends sooner than half a second waits for it. */
export async function atLeast<T>(work: () => Promise<T>, onSuccessToo = false): Promise<T> {
	const begun = performance.now();
	const rest = () =>
		new Promise((done) => setTimeout(done, Math.max(0, floor - (performance.now() - begun))));
	try {
		const result = await work();
		if (onSuccessToo) await rest();
		return result;
	} catch (cause) {
		await rest();
		throw cause;
	}
}
