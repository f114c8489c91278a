import { deflateSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildShell } from '#core/documents/shell.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { minimalShell } from '../../../../tests/documents/samples.ts';
import { checkUpload } from './check-upload.ts';

const word = renderDocument(loadTemplate('shell', 'templates'), buildShell(minimalShell), {
	templateName: 'shell',
	title: 'Essai'
});
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = (...more: string[]) =>
	`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
		wordMain,
		...more
	]
		.map((type, i) => `<Override PartName="/word/part${i}.xml" ContentType="${type}"/>`)
		.join('')}</Types>`;
const office = (parts: Zippable = {}, contentTypes = types()) =>
	zipSync({
		'[Content_Types].xml': strToU8(contentTypes),
		'word/document.xml': strToU8('<w:document/>'),
		...parts
	});
const relations = (...list: string[]) => ({
	'word/_rels/settings.xml.rels': strToU8(`<Relationships>${list.join('')}</Relationships>`)
});
const relation = (type: string, target: string) =>
	`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
const text = (s: string) => strToU8(s);

const judge = (name: string, bytes: Uint8Array) =>
	checkUpload({ name, bytes }).then(
		(file) => file.mediaType,
		(refusal: { code: string }) => refusal.code
	);

describe('names', () => {
	it.each([
		['../../etc/passwd.txt', 'a path'],
		['C:\\temp\\note.txt', 'a Windows path'],
		['annexe\u202Efdp.txt', 'a turned reading direction'],
		['note\u0000.txt', 'a NUL'],
		['note\n.txt', 'a line end'],
		['note\u200b.txt', 'an invisible space'],
		['.txt', 'hidden'],
		[`${'a'.repeat(200)}.txt`, 'too long'],
		['', 'empty']
	])('refuses %j: %s', async (name) => {
		expect(await judge(name, text('bonjour'))).toBe('file_name_refused');
	});
	it('keeps accents, composed, and apostrophes', async () => {
		const file = await checkUpload({ name: ' Liste d’usagers de\u0301finitive.txt ', bytes: text('é') });
		expect(file.name).toBe('Liste d’usagers définitive.txt');
	});
});

describe('sizes and kinds', () => {
	it('refuses what is empty or too big, and says the limit', async () => {
		expect(await judge('a.txt', new Uint8Array())).toBe('file_empty');
		await expect(checkUpload({ name: 'a.txt', bytes: text('trop') }, { limit: 3 })).rejects.toMatchObject(
			{
				code: 'file_too_big',
				status: 422,
				detail: { field: 'file', limit: expect.stringMatching(/^3/) as string }
			}
		);
	});
	it.each([
		'page.html',
		'plan.svg',
		'outil.exe',
		'lettre.doc',
		'classeur.xlsm',
		'sans-extension',
		'script.js'
	])('refuses %s by its extension, naming what is accepted', async (name) => {
		await expect(checkUpload({ name, bytes: text('x') })).rejects.toMatchObject({
			code: 'file_type_refused',
			detail: { accepted: expect.stringContaining('docx') as string }
		});
	});
});

describe('what it claims', () => {
	const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(200)]);
	it.each([
		'rapport.pdf',
		'rapport.docx',
		'rapport.odt',
		'photo.png',
		'photo.jpg',
		'liste.csv',
		'couches.zip'
	])('refuses a program called %s', async (name) =>
		expect(await judge(name, exe)).toBe('file_not_what_it_claims')
	);
	it('refuses a web page called .txt, a sheet called .docx and a Word file called .xlsx', async () => {
		expect(await judge('a.txt', text('  <!doctype html><script>1</script>'))).toBe(
			'file_not_what_it_claims'
		);
		expect(await judge('a.csv', text('<svg onload=x>'))).toBe('file_not_what_it_claims');
		expect(await judge('a.xlsx', word)).toBe('file_not_what_it_claims');
		expect(await judge('a.docx', zipSync({ 'a.txt': text('x') }))).toBe('file_not_what_it_claims');
		const template = types().replace('document.main', 'template.main');
		expect(await judge('a.docx', office({}, template))).toBe('file_not_what_it_claims');
	});
	it('takes what is in order', async () => {
		expect(await judge('Coque.docx', word)).toContain('wordprocessingml');
		expect(await judge('a.csv', text('nom;âge\nx;1\n'))).toContain('text/csv');
		expect(await judge('latin.csv', Buffer.from('nom;âge\n', 'latin1'))).toContain('text/csv');
		expect(await judge('BM.txt', text('BM premières mesures'))).toContain('text/plain');
	});
});

describe('office files that act', () => {
	const macroMain = types().replace(wordMain, 'application/vnd.ms-word.document.macroEnabled.main+xml');
	it.each<[string, Uint8Array]>([
		['a .docm renamed', office({ 'word/vbaProject.bin': text('x') }, macroMain)],
		['a project of macros under plain types', office({ 'word/VBAPROJECT.BIN': text('x') })],
		['a macro type without its part', office({}, types('application/vnd.ms-office.vbaProject'))],
		['an ActiveX control', office({ 'word/activeX/activeX1.xml': text('<x/>') })],
		['an embedded program', office({ 'word/embeddings/oleObject1.bin': text('MZ') })],
		['an embedded sheet with macros', office({ 'word/embeddings/s.xlsm': text('x') })],
		[
			'an embedded file with macros inside',
			office({ 'word/embeddings/s.docx': office({ 'word/vbaProject.bin': text('x') }) })
		],
		[
			'a template on a server',
			office(relations(relation('attachedTemplate', 'https://ailleurs.test/t.dotm')))
		],
		[
			'a template on a share',
			office(relations(relation('attachedTemplate', 'file:///\\\\serveur\\t.dotm')))
		],
		[
			'a template behind an entity',
			office(relations(relation('attachedTemplate', 'https&#58;//ailleurs.test/t')))
		],
		[
			'a picture fetched from elsewhere',
			office(relations(relation('image', 'http://ailleurs.test/p.png')))
		],
		['a linked object', office(relations(relation('oleObject', 'file:///C:/x.exe')))]
	])('refuses %s', async (_, bytes) => {
		expect(await judge('Rapport.docx', bytes)).toBe('file_has_macros');
	});
	it('takes links a person clicks, and the name of the author’s own template', async () => {
		const harmless = relations(
			relation('hyperlink', 'https://example.fr/'),
			relation('attachedTemplate', 'file:///C:\\Users\\x\\Modele.dotx')
		);
		expect(await judge('Rapport.docx', office(harmless))).toContain('wordprocessingml');
	});
	it('refuses a document type, behind which entities hide', async () => {
		expect(await judge('a.docx', office({}, `<!DOCTYPE x [<!ENTITY a "b">]>${types()}`))).toBe(
			'file_unreadable'
		);
	});
	it('refuses OpenDocument scripts, locked files and another mimetype', async () => {
		const odt = (
			parts: Zippable = {},
			manifest = '',
			mimetype = 'application/vnd.oasis.opendocument.text'
		) =>
			zipSync({
				mimetype: [text(mimetype), { level: 0 }],
				'content.xml': text('<office:document-content/>'),
				'META-INF/manifest.xml': text(`<manifest:manifest>${manifest}</manifest:manifest>`),
				...parts
			});
		expect(await judge('a.odt', odt())).toContain('opendocument.text');
		expect(await judge('a.ods', odt())).toBe('file_not_what_it_claims');
		expect(await judge('a.odt', odt({ 'Basic/Standard/Module1.xml': text('<x/>') }))).toBe(
			'file_has_macros'
		);
		expect(
			await judge(
				'a.odt',
				odt({ 'styles.xml': text('<a xlink:href="vnd.sun.star.script:m?language=Basic"/>') })
			)
		).toBe('file_has_macros');
		expect(
			await judge(
				'a.odt',
				odt({}, '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')
			)
		).toBe('file_unreadable');
	});
});

describe('bombs', () => {
	const zeros = new Uint8Array(12_000_000);
	const bomb = office({ 'word/media/zeros.xml': zeros });
	it('refuses a part that unfolds without measure', async () => {
		expect(await judge('a.docx', bomb)).toBe('file_is_a_bomb');
	});
	it('refuses a part whose announced size lies', async () => {
		const bytes = Buffer.from(bomb);
		// Every place where the true size stands says 1000 instead.
		const size = Buffer.alloc(4);
		size.writeUInt32LE(zeros.length);
		for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at))
			bytes.writeUInt32LE(1000, at);
		expect(await judge('a.docx', bytes)).toBe('file_is_a_bomb');
	});
	it('refuses more parts than any document has', async () => {
		const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`p${i}.xml`, text('x')]));
		expect(await judge('a.docx', office(many))).toBe('file_is_a_bomb');
	});
	it('refuses a bomb inside an embedded document, and documents within documents', async () => {
		expect(await judge('a.docx', office({ 'word/embeddings/s.docx': bomb }))).toBe('file_is_a_bomb');
		const twice = office({ 'word/embeddings/s.docx': office({ 'word/embeddings/t.docx': office() }) });
		expect(await judge('a.docx', twice)).toBe('file_is_a_bomb');
	});
	it('refuses a damaged file', async () => {
		expect(await judge('a.docx', word.slice(0, word.length - 200))).toBe('file_unreadable');
	});
});

describe('pdf', () => {
	const pdf = (inside: string) =>
		Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\ntrailer\n%%EOF\n`, 'latin1');
	it('takes a plain one', async () => expect(await judge('a.pdf', pdf(''))).toBe('application/pdf'));
	it.each([
		['/OpenAction << /S /JavaScript /JS (app.alert(1)) >>', 'a script'],
		['/OpenAction << /S /J#61vaScript >>', 'a script with a disguised name'],
		['/OpenAction << /S /Launch /F (cmd.exe) >>', 'a program']
	])('refuses %s: %s', async (inside) => expect(await judge('a.pdf', pdf(inside))).toBe('file_has_macros'));
	it('refuses a script folded in an object stream', async () => {
		const folded = deflateSync('1 0 << /S /JavaScript /JS (x) >>').toString('latin1');
		const bytes = pdf(
			`>>\nendobj\n2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${folded.length} >>\nstream\n${folded}\nendstream\n<<`
		);
		expect(await judge('a.pdf', bytes)).toBe('file_has_macros');
	});
	it('refuses an object stream that unfolds without measure', async () => {
		const folded = deflateSync(Buffer.alloc(51_000_000)).toString('latin1');
		const bytes = pdf(
			`>>\nendobj\n2 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${folded}\nendstream\n<<`
		);
		expect(await judge('a.pdf', bytes)).toBe('file_is_a_bomb');
	});
	it('refuses what is cut, locked, or starts as something else', async () => {
		expect(await judge('a.pdf', pdf('').subarray(0, 40))).toBe('file_unreadable');
		expect(await judge('a.pdf', pdf('/Encrypt 3 0 R'))).toBe('file_unreadable');
		expect(await judge('a.pdf', Buffer.concat([Buffer.from('MZ'), pdf('')]))).toBe(
			'file_not_what_it_claims'
		);
	});
});

describe('shapefiles', () => {
	const shape = Buffer.alloc(100);
	shape.writeInt32BE(9994);
	const layer = { 'sites.shp': shape, 'sites.shx': shape, 'sites.dbf': text('x'), 'sites.prj': text('x') };
	it('takes a whole layer', async () =>
		expect(await judge('s.zip', zipSync(layer))).toBe('application/zip'));
	it('refuses half a layer, anything beside it, and another content', async () => {
		expect(await judge('s.zip', zipSync({ 'sites.shp': shape }))).toBe('file_type_refused');
		expect(await judge('s.zip', zipSync({ ...layer, 'lisezmoi.exe': text('MZ') }))).toBe(
			'file_type_refused'
		);
		expect(await judge('s.zip', zipSync({ ...layer, 'sites.shp': text('x'.repeat(200)) }))).toBe(
			'file_not_what_it_claims'
		);
		expect(await judge('s.zip', zipSync({ ...layer, '../sites.csv': text('x') }))).toBe(
			'file_unreadable'
		);
	});
});
