/**
 * `npm test`: everything, in order, whatever fails on the way. `npm test -- --only unit,lint` runs some steps.
 * The last line, alone, is `N passed, N failed` (and `, N skipped`); exit 1 on any failure.
 */
import process from 'node:process';
import { counts, lastLine, total } from './lib/results.mjs';
import { seconds } from './lib/say.mjs';
import { STEPS } from './lib/test-steps.mjs';

const names = STEPS.map((step) => step.name);
const at = process.argv.indexOf('--only');
const only = at > 0 ? (process.argv[at + 1] ?? '').split(',') : names;
const unknown = only.filter((name) => !names.includes(name));
if (unknown.length) {
	console.error(`No such step: ${unknown.join(', ') || '(none given)'}. Steps: ${names.join(', ')}`);
	process.exit(2);
}

const chosen = STEPS.filter((step) => only.includes(step.name));
const results = [];
/** @param {import('./lib/test-steps.mjs').Step} step */
async function take(step) {
	const begun = Date.now();
	console.log(`\n=== ${chosen.indexOf(step) + 1}/${chosen.length} ${step.title} [${step.name}]`);
	const result = await step
		.run()
		.catch((error) => counts({ failed: 1, notes: [String(error?.message ?? error)] }));
	console.log(`--- ${step.name}: ${lastLine(result)} (${seconds(Date.now() - begun)})`);
	return { step, result, time: Date.now() - begun };
}
// What only reads the sources is done at once: each of these keeps one processor busy, and most machines have two.
results.push(...(await Promise.all(chosen.filter((step) => step.reads).map(take))));
for (const step of chosen.filter((one) => !one.reads)) results.push(await take(step));

/** @param {import('./lib/results.mjs').Counts} result */
const state = ({ passed, failed }) => (failed ? 'FAILED ' : passed ? 'ok     ' : 'skipped');

const sum = total(results.map(({ result }) => result));
console.log('\n=== Summary');
for (const { step, result, time } of results) {
	console.log(`${state(result)}  ${step.name.padEnd(12)} ${lastLine(result).padEnd(40)} ${seconds(time)}`);
	for (const note of result.notes) console.log(`          ${note}`);
}
console.log('');
console.log(lastLine(sum));
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
