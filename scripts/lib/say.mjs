import process from 'node:process';

/** On the error output: the standard one belongs to what the person asked for. @param {string} line */
export const say = (line) => console.error(line);

/** Ends with a sentence and what the failed command said last. @param {string} sentence @param {string} [output] @returns {never} */
export function fail(sentence, output = '') {
	const last = output.trim().split('\n').slice(-30).join('\n');
	console.error(last ? `${last}\n\n${sentence}` : sentence);
	process.exit(1);
}

/** A duration for people. @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
