import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { minimalContract } from '#core/contract/minimal.fixture.ts';
import { readContract } from './read.ts';

const file = readFileSync(
	new URL('../../../../templates/missions/eure-et-loir.yaml', import.meta.url),
	'utf8'
);

/** Where and why a text is refused. */
function faults(text: string): string[] {
	const read = readContract(text);
	return read.ok ? [] : read.problems.map((one) => `${one.line}:${one.column} ${one.path}: ${one.message}`);
}

const minimal = stringify(minimalContract());
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('the smallest file', () => {
	it('is read, with what it leaves open as warnings', () => {
		const read = readContract(minimal);
		expect(read.ok && read.contract.slug).toBe('essai');
		expect(read.ok && read.warnings).toMatchObject([
			{ path: 'anchors[0].tbd', message: expect.stringContaining('Notification') }
		]);
	});
	it('is the same with a byte order mark and Windows line ends', () => {
		expect(faults(`\uFEFF${minimal.replaceAll('\n', '\r\n')}`)).toEqual([]);
	});
});

describe('where a fault stands', () => {
	it('a missing field points to the thing that lacks it', () => {
		const text = minimal.replace('    title: Phase unique\n', '');
		expect(faults(text)).toEqual([
			`${lineOf(text, 'code: X-P1')}:5 phases[0].title: Ce champ obligatoire manque : ajoutez-le.`
		]);
	});
	it('a wrong value points to the value', () => {
		const text = minimal.replace('regime: unknown', 'regime: ccag');
		const [found] = faults(text);
		expect(found).toMatch(
			new RegExp(`^${lineOf(text, 'regime:')}:9 regime: « ccag » n’est pas admis ici`)
		);
	});
	it('an unknown field points to its name', () => {
		const text = minimal.replace('short: Essai', 'shrot: Essai');
		expect(faults(text)).toEqual([
			expect.stringMatching(/^1:1 short: Ce champ obligatoire manque/),
			expect.stringMatching(
				new RegExp(`^${lineOf(text, 'shrot')}:1 shrot: « shrot » n’est pas un champ connu`)
			)
		]);
	});
	it('a fault inside a rule points inside the rule', () => {
		const text = minimal.replace('count: 1', 'count: un');
		expect(faults(text)).toEqual([
			`${lineOf(text, 'count: un')}:14 phases[0].end.count: Il faut ici un nombre, pas "un".`
		]);
		const gone = minimal.replace('      count: 1\n', '');
		expect(faults(gone)[0]).toContain('phases[0].end.count: Ce champ obligatoire manque');
	});
	it('a code that names nothing points to the code', () => {
		const text = minimal.replace('on: notification', 'on: signature');
		expect(faults(text)).toEqual([
			expect.stringContaining(
				`${lineOf(text, 'on: signature')}:11 phases[0].start.on: L’évènement « signature »`
			)
		]);
	});
	it('an empty field points to its name', () => {
		const text = minimal.replace('title: Mission d’essai', 'title:');
		expect(faults(text)).toEqual([`${lineOf(text, 'title:')}:1 title: Il faut ici un texte, pas rien.`]);
	});
	it('a calendar that does not exist lists those that do', () => {
		expect(faults(minimal.replace('calendar: FR', 'calendar: DE'))[0]).toMatch(/calendar: .*MA-public/);
	});
	it('a text that should be quoted says so', () => {
		expect(faults(minimal.replace('reference: E-1', 'reference: 2019'))[0]).toContain('guillemets');
	});
});

describe('faults between the parts of a file, one message each, with what to write instead', () => {
	/** Every line of the refusal for a bent file, without the lines that were right. */
	const refusal = (from: string | RegExp, to: string) => faults(minimal.replace(from, to));

	it('an unknown event lists those that exist', () => {
		expect(refusal('on: notification', 'on: signature')).toEqual([
			expect.stringMatching(/^\d+:11 phases\[0\]\.start\.on: .*évènement \(notification\)/)
		]);
	});
	it('a circular rule names its round and how to break it', () => {
		expect(refusal('on: notification', 'on: start:X-P1')).toEqual([
			expect.stringMatching(
				/phases\[0\]\.start: .*start:X-P1 → start:X-P1\. Donnez à l’une d’elles une date/
			)
		]);
	});
	it('two equal codes propose another one', () => {
		expect(refusal('code: X-COPIL', 'code: X-P1')).toEqual([
			expect.stringMatching(
				/committees\[0\]\.code: « X-P1 » est déjà pris par phases\[0\] : .*« X-P1-2 »/
			)
		]);
	});
	it('a date that does not exist shows how a date is written', () => {
		expect(refusal('on: notification', 'by: 2019-02-30')).toEqual([
			expect.stringMatching(
				/phases\[0\]\.start\.by: « 2019-02-30 » n’est ni une date réelle \(AAAA-MM-JJ/
			)
		]);
	});
	it('a committee without chair shows both ways to say it', () => {
		const chair = '    chair: Directeur général\n';
		expect(refusal(chair, '')).toEqual([
			expect.stringMatching(
				/committees\[0\]\.chair: .*« chair: Directeur général », ou « chair: \{ unknown: true/
			)
		]);
		expect(refusal(chair, '    chair: { unknown: true }\n')).toEqual([
			expect.stringContaining('committees[0].chair.why: Ce champ obligatoire manque')
		]);
		expect(refusal(chair, '    chair: { unknown: true, why: non désigné }\n')).toEqual([]);
	});
	it('all of them at once, in the order of the file', () => {
		const bent = minimal
			.replace('tbd: à venir', 'day: 2019-02-30')
			.replace('on: notification', 'on: signature')
			.replace('after: notification', 'after: end:X-P1')
			.replace('code: X-COPIL', 'code: X-P1')
			.replace('    chair: Directeur général\n', '');
		const at = faults(bent).map((one) => /(?<=:\d+ )\S+(?=: )/.exec(one)?.[0]);
		expect(at).toEqual([
			'anchors[0].day',
			'phases[0].start.on',
			'phases[0].end',
			// What is missing is shown at the beginning of the thing that lacks it, before the fields it has.
			'committees[0].chair',
			'committees[0].code'
		]);
	});
	it('what a missing code makes of the rest is not reported', () => {
		const text = minimal.replace('  - code: X-COPIL\n    kind: copil', '  - kind: copil');
		expect(faults(text)).toHaveLength(1);
	});
});

describe('texts that are not a mission file', () => {
	it.each<[string, string, RegExp]>([
		['empty', '  \n', /^1:1 : Le fichier est vide/],
		['a list', '- a\n- b\n', /^1:1 : Il faut ici un groupe de champs/],
		['a word', 'bonjour', /^1:1 : Il faut ici un groupe de champs/],
		['a field twice', 'jalon: 1\nslug: a\njalon: 1\n', /^3:1 : Le champ « jalon » est écrit deux fois/],
		['a tab', 'parties:\n\t- key: client\n', /^2:1 : Tabulation/],
		['an open quote', 'title: "sans fin\nslug: a\n', /Il manque un caractère|fermez/],
		['two fields on a line', 'title: a: b\n', /^1:\d+ : Deux champs/],
		['two documents', 'jalon: 1\n---\njalon: 1\n', /plusieurs documents/],
		['an alias', 'a: &x [1]\nb: *x\n', /L’alias « \*x »|ancre YAML « &x »/],
		['a tag', 'a: !!js/function "x"\n', /Étiquette YAML/],
		['bytes', 'a: \0', /UTF-8/],
		['another encoding', 'a: \uFFFD', /UTF-8/]
	])('%s', (_, text, message) => {
		expect(faults(text)[0]).toMatch(message);
	});
	it('an alias bomb, without expanding it', () => {
		const levels = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
		for (let i = 1; i < 10; i++)
			levels.push(
				`a${i}: &a${i} [${Array(9)
					.fill(`*a${i - 1}`)
					.join(', ')}]`
			);
		expect(faults(levels.join('\n'))[0]).toContain('n’est pas admis');
	});
	it('a megabyte, thousands of levels, thousands of keys', () => {
		expect(faults('a'.repeat(1_000_001))[0]).toContain('1 Mo');
		expect(faults('['.repeat(10_000))[0]).toContain('imbriqué');
		const keys = Array.from({ length: 3000 }, (_, i) => `k${i}: 1`).join('\n');
		const found = faults(keys);
		expect(found.length).toBeGreaterThan(10);
		expect(found.length).toBeLessThanOrEqual(100);
	});
	it('a file with more lines or lists than any contract, before parsing it', () => {
		expect(faults('- x\n'.repeat(200_000))[0]).toContain('trop de lignes');
		expect(faults(`a: [${'x,'.repeat(300_000)}]`)[0]).toContain('trop de lignes');
	});
	it('a key that would poison objects', () => {
		expect(faults(`${minimal}\n__proto__: { polluted: true }\n`)[0]).toContain('__proto__');
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
});

describe('the Eure-et-Loir file', () => {
	const read = readContract(file);
	if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
	const { contract } = read;
	const codes = (list: { code: string }[]) => list.map((one) => one.code).join(' ');

	it('has the phases, milestones, bodies, deliverables and obligations of the document', () => {
		expect(codes(contract.phases)).toBe('E-P1 E-P2 E-P3');
		expect(codes(contract.milestones)).toBe('E-M0 E-M1 E-M2 E-M3 E-M4');
		expect(codes(contract.committees)).toBe('E-COPIL E-COTECH E-PT E-PANEL');
		expect(codes(contract.deliverables)).toBe('E-L11 E-L12 E-L13 E-L21 E-L22 E-L23 E-L24 E-L25');
		expect(codes(contract.obligations)).toBe('E-S1 E-S2 E-S3 E-S4 E-S5 E-S6');
	});
	it('cites a clause for everything the contract asks', () => {
		const asked = [
			contract.phases,
			contract.milestones,
			contract.committees,
			contract.deliverables,
			contract.obligations
		];
		expect(asked.flat().filter((one) => !one.clause?.ref)).toEqual([]);
		expect(
			contract.deliverables.every(
				(one) => one.editable && one.recipients.length === 3 && one.checklist.length > 0
			)
		).toBe(true);
	});
	it('marks what is a reading, and what the project plans on its own', () => {
		const weekly = contract.obligations.find((one) => one.code === 'E-S4');
		expect(weekly?.interpretation).toContain('lecture');
		expect(weekly?.alternatives.length).toBeGreaterThan(0);
		expect(contract.tasks.every((one) => one.origin === 'project')).toBe(true);
		expect([contract.regime, contract.penalties.undetermined]).toEqual(['unknown', true]);
	});
	it('names its sites in a table of 79 rows', () => {
		const source = contract.registers.find((one) => one.key === 'sites')?.source ?? '';
		const rows = readFileSync(
			new URL(`../../../../templates/missions/${source}`, import.meta.url),
			'utf8'
		)
			.trim()
			.split('\n');
		expect(rows).toHaveLength(80);
	});
	it('survives a round trip through YAML', () => {
		const again = readContract(stringify(parse(file)));
		expect(again.ok && again.contract).toEqual(contract);
	});
});
