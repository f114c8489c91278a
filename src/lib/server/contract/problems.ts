import type { z } from 'zod';
import { maxProblems, type Locate } from './parse-yaml.ts';
import type { Problem } from './read.ts';

type Issue = z.core.$ZodIssue;

/** `phases[0].title`, the way a person would say it. */
export function pathText(path: readonly PropertyKey[]): string {
	let text = '';
	for (const step of path) {
		if (typeof step === 'number') text += `[${step}]`;
		else text += text === '' ? String(step) : `.${String(step)}`;
	}
	return text;
}

/** Shape faults as problems, in the order of the file. */
export function issuesToProblems(issues: readonly Issue[], locate: Locate): Problem[] {
	const problems = issues.slice(0, maxProblems).flatMap((issue) => spread(issue, locate));
	return problems.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, maxProblems);
}

function spread(issue: Issue, locate: Locate): Problem[] {
	const { path } = issue;
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.slice(0, maxProblems).map((key) => ({
			...locate([...path, key], true),
			path: pathText([...path, key]),
			message: `« ${key} » n’est pas un champ connu à cet endroit : corrigez son nom ou retirez-le.`
		}));
	}
	if (issue.code === 'invalid_union') return union(issue, locate);
	return [{ ...locate(path), path: pathText(path), message: sentence(issue) }];
}

/** Of a union, the branch that got furthest is the one the person meant. */
function union(issue: Issue & { code: 'invalid_union' }, locate: Locate): Problem[] {
	const { path } = issue;
	const branches = issue.errors.filter((branch) => branch.some((one) => one.path.length > 0));
	const closest = branches[0];
	if (closest) {
		return closest.flatMap((one) => spread({ ...one, path: [...path, ...one.path] } as Issue, locate));
	}
	const choices = issue.errors.flat().map(sentence);
	// A field that says itself what to write (the chair of a committee) knows better than its branches.
	const own = issue.message === 'Invalid input' ? null : issue.message;
	const listed = choices.length > 0 ? [...new Set(choices)].join(' Ou bien : ') : 'Valeur non reconnue.';
	const message = own ?? listed;
	return [{ ...locate(path), path: pathText(path), message }];
}

const types: Record<string, string> = {
	string: 'un texte',
	number: 'un nombre',
	int: 'un nombre entier',
	boolean: 'true ou false',
	array: 'une liste (lignes commençant par « - »)',
	object: 'un groupe de champs',
	date: 'une date'
};

/** One fault in a French sentence; give `reportInput: true` to zod, or a missing field cannot be told from a wrong one. */
export function sentence(issue: Issue): string {
	if (issue.code === 'unrecognized_keys') return `champ inconnu : ${issue.keys.join(', ')}.`;
	if (issue.code === 'invalid_type') {
		if (issue.input === undefined) return 'Ce champ obligatoire manque : ajoutez-le.';
		const found = issue.input === null ? 'rien' : JSON.stringify(issue.input)?.slice(0, 60);
		const asked = types[issue.expected] ?? issue.expected;
		const hint =
			issue.expected === 'string' && typeof issue.input === 'number'
				? ' Mettez-le entre guillemets.'
				: '';
		return `Il faut ici ${asked}, pas ${found}.${hint}`;
	}
	if (issue.code === 'invalid_value') {
		if (issue.input === undefined) return `Ce champ obligatoire manque : ${list(issue.values)}.`;
		return `« ${String(issue.input)} » n’est pas admis ici : ${list(issue.values)}.`;
	}
	if (issue.code === 'too_small') return small(issue);
	if (issue.code === 'too_big') {
		if (issue.origin === 'string') return `Texte trop long : ${issue.maximum} caractères au plus.`;
		return `Valeur trop grande : ${issue.maximum} au plus.`;
	}
	if (issue.code === 'invalid_format' && issue.format === 'email')
		return 'Ce n’est pas une adresse électronique.';
	if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid'))
		return 'Ce texte n’a pas la forme attendue.';
	return issue.message;
}

function small(issue: Issue & { code: 'too_small' }): string {
	if (issue.origin === 'string') return 'Ce texte est vide : complétez-le ou retirez le champ.';
	if (issue.origin === 'array') return `La liste doit contenir au moins ${issue.minimum} élément(s).`;
	return `Valeur trop petite : ${issue.minimum} au moins.`;
}

function list(values: readonly unknown[]): string {
	return `écrivez ${values.map((value) => `« ${String(value)} »`).join(', ')}`;
}
