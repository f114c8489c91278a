import type { Outlook } from '#core/creation/outlook.ts';
import type { Contract } from '#core/contract/schema.ts';
import type { Locate } from '#server/contract/parse-yaml.ts';
import { pathText } from '#server/contract/problems.ts';
import type { Problem } from '#server/contract/read.ts';

type Fault = [path: PropertyKey[], message: string];

const tooLong = (name: string, value: string, most: number): string =>
	`${name} compte ${value.length} caractères : ${most} au plus.`;

function faults(contract: Contract): Fault[] {
	const found: Fault[] = [];
	const most = (path: PropertyKey[], name: string, value: string | undefined, longest: number) => {
		if (value !== undefined && value.length > longest) found.push([path, tooLong(name, value, longest)]);
	};
	if (!/^[a-z0-9][a-z0-9-]{1,60}$/.test(contract.slug))
		found.push([['slug'], 'L’identifiant compte de 2 à 61 caractères, par exemple « eure-et-loir ».']);
	most(['title'], 'Le titre', contract.title, 300);
	most(['short'], 'Le titre court', contract.short, 80);
	contract.parties.forEach((one, i) => {
		most(['parties', i, 'name'], 'Le nom', one.name, 200);
		most(['parties', i, 'short'], 'Le nom court', one.short, 60);
	});
	contract.tasks.forEach((one, i) => most(['tasks', i, 'title'], 'L’intitulé', one.title, 200));
	if (!contract.parties.some((one) => one.side === 'client'))
		found.push([
			['parties'],
			'Aucune partie n’est du côté du client : écrivez « side: client » pour l’une d’elles.'
		]);
	return found;
}

/** What the file format admits and a mission cannot hold: texts too long for their place, no client, a slug too short. */
export function unstorable(contract: Contract, locate: Locate): Problem[] {
	return faults(contract).map(([path, message]) => ({ ...locate(path), path: pathText(path), message }));
}

/** Phases whose dates cross once the anchors have their days: said where the end is written. */
export function crossedPhases(outlook: Outlook, locate: Locate): Problem[] {
	return outlook.phases.flatMap((phase, index) => {
		const { startsOn, endsOn } = phase;
		if (startsOn === null || endsOn === null || endsOn >= startsOn) return [];
		const path = ['phases', index, 'end'];
		const message = `${phase.title} finirait le ${endsOn}, avant son début le ${startsOn} : corrigez « end », ou les dates de départ.`;
		return [{ ...locate(path), path: pathText(path), message }];
	});
}
