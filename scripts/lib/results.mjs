import { readFileSync, rmSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, notes: string[] }} Counts */

/** @param {Partial<Counts>} [counts] @returns {Counts} */
export const counts = (counts = {}) => ({ passed: 0, failed: 0, skipped: 0, notes: [], ...counts });

/** @param {Counts[]} list @returns {Counts} */
export function total(list) {
	const sum = counts();
	for (const one of list) {
		for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) sum[key] += one[key];
		sum.notes.push(...one.notes);
	}
	return sum;
}

/** The last line of `npm test`. @param {Counts} counts */
export const lastLine = ({ passed, failed, skipped }) =>
	`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/**
 * A runner that ends badly without a failed test has crashed, and one that ran nothing has proved nothing:
 * both are failures.
 * @param {Counts} counts @param {number} code how the runner ended @returns {Counts}
 */
export function honest(counts, code) {
	if (code !== 0 && counts.failed === 0)
		return {
			...counts,
			failed: 1,
			notes: [...counts.notes, `the runner ended with code ${code} without a failed test`]
		};
	if (counts.passed + counts.failed + counts.skipped === 0)
		return { ...counts, failed: 1, notes: [...counts.notes, 'no test was found'] };
	return counts;
}

/**
 * Counts of a vitest JSON report. A file that could not be loaded has no tests, and counts as one failure.
 * @param {any} report
 */
export function vitestCounts(report) {
	const result = counts();
	for (const file of report.testResults) {
		const states = file.assertionResults.map((/** @type {any} */ test) => test.status);
		const failed = states.filter((/** @type {string} */ state) => state === 'failed').length;
		const passed = states.filter((/** @type {string} */ state) => state === 'passed').length;
		const skipped = states.length - failed - passed;
		result.passed += passed;
		result.failed += failed || (file.status === 'failed' ? 1 : 0);
		result.skipped += skipped;
		const name = String(file.name).split('/tests/').at(-1)?.split('/src/').at(-1);
		if (skipped) result.notes.push(`${name}: ${skipped} skipped by the test itself`);
	}
	return result;
}

/** Counts of a Playwright JSON report; errors outside of tests count too. @param {any} report */
export function playwrightCounts({ stats, errors = [] }) {
	const failed = stats.unexpected + stats.flaky;
	return counts({
		passed: stats.expected,
		failed: failed || (errors.length ? 1 : 0),
		skipped: stats.skipped
	});
}

/**
 * Reads a report that a runner should have written, then removes it, so that an old one is never read for a new one.
 * @param {string} file @param {(report: any) => Counts} read
 */
export function readReport(file, read) {
	try {
		return read(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return counts({ failed: 1, notes: ['the runner left no report'] });
	} finally {
		rmSync(file, { force: true });
	}
}
