// Writes the templates afresh: `node scripts/templates/generate.mjs [folder]`.
// They are a start: once a person has edited a template in Word or PowerPoint, that file is the truth, and this script would undo it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer } from 'docx';
import PizZip from 'pizzip';
import { attendance } from './attendance.mjs';
import { convocation } from './convocation.mjs';
import { deckFile } from './deck/deck.mjs';
import { decisions } from './decisions.mjs';
import { MARGIN } from './kit.mjs';
import { minutes } from './minutes.mjs';
import { answers, lifted } from './observations.mjs';
import { shell } from './shell.mjs';
import { fontTableXml, numberingXml } from './numbering.mjs';
import { stylesXml } from './styles.mjs';
import { weeklyReport } from './weekly-report.mjs';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../templates/documents');
const FIXED = new Date('2020-01-01T00:00:00Z');

async function make(
	name,
	title,
	{ numberedHeadings = false, landscape = false, updateFields, titlePage, headers, footers, children }
) {
	const document = new Document({
		title,
		creator: 'Jalon',
		features: { updateFields },
		sections: [
			{
				properties: {
					titlePage,
					page: {
						size: {
							width: 11906,
							height: 16838,
							orientation: landscape ? 'landscape' : 'portrait'
						},
						margin: {
							top: 1500,
							bottom: 1247,
							left: MARGIN,
							right: MARGIN,
							header: 600,
							footer: 560
						}
					}
				},
				headers,
				footers,
				children
			}
		]
	});
	const zip = new PizZip(await Packer.toBuffer(document));
	zip.file('word/styles.xml', stylesXml({ numberedHeadings }));
	zip.file('word/numbering.xml', numberingXml({ numberedHeadings }));
	zip.file('word/fontTable.xml', fontTableXml());
	const core = zip.file('docProps/core.xml').asText();
	zip.file(
		'docProps/core.xml',
		core.replace(/Un-named/, 'Jalon').replace(/>\d{4}-[^<]*Z</g, `>${FIXED.toISOString()}<`)
	);
	// The table of contents starts on its first line, not on an empty paragraph.
	const body = zip.file('word/document.xml').asText();
	const joined = body.replace(
		/<w:p>(<w:r>(?:(?!<\/w:p>).)*?w:fldCharType="separate"\/><\/w:r>)<\/w:p>(<w:p><w:pPr><w:pStyle w:val="TOC1"\/><\/w:pPr>)/,
		'$2$1'
	);
	zip.file('word/document.xml', joined);
	const settings = zip.file('word/settings.xml').asText();
	zip.file(
		'word/settings.xml',
		settings.replace('</w:settings>', '<w:themeFontLang w:val="fr-FR"/></w:settings>')
	);
	for (const file of Object.values(zip.files)) file.date = FIXED;
	writeFileSync(join(folder, `${name}.docx`), zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
	console.log(`${name}.docx`);
}

mkdirSync(folder, { recursive: true });
await make('shell', 'Livrable', shell);
await make('weekly-report', 'Compte rendu hebdomadaire', weeklyReport);
await make('minutes', 'Compte rendu de réunion', minutes);
await make('convocation', 'Convocation', convocation);
await make('attendance', 'Feuille d’émargement', attendance);
await make('decisions', 'Relevé de décisions', decisions);
writeFileSync(join(folder, 'deck.pptx'), deckFile(FIXED));
console.log('deck.pptx');
await make('answers', 'Fiche de réponses aux observations', answers);
await make('lifted', 'Procès-verbal de levée de réserves', lifted);
