import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentError, documentProblem } from '#core/documents/problems.ts';
import { isTemplateName, TEMPLATES } from '#core/documents/templates.ts';

const LARGEST = 10 * 1024 * 1024;
const loaded = new Map<string, { stamp: string; bytes: Uint8Array }>();

/**
 * Reads a template from `<templatesDir>/documents`, at run time: an edited file counts from the next document on.
 * The same array is given while the file's date and size are the same, so what was learnt of it is kept.
 * @param name one of the closed list (`shell`, `weekly-report`, `minutes`); anything else is refused unread
 * @throws DocumentError when the name is not in the list, or the file is absent or larger than 10 MB
 */
export function loadTemplate(name: string, templatesDir: string): Uint8Array {
	if (!isTemplateName(name)) {
		throw new DocumentError([
			documentProblem(
				name,
				'template',
				`Aucun modèle ne s’appelle « ${name} » : choisissez-en un de la liste.`
			)
		]);
	}
	const path = join(templatesDir, 'documents', TEMPLATES[name].file);
	const facts = statSync(path, { throwIfNoEntry: false });
	if (!facts?.isFile() || facts.size > LARGEST) {
		const sentence = facts
			? `Le modèle ${TEMPLATES[name].file} dépasse 10 Mo ou n’est pas un fichier : remettez le fichier d’origine.`
			: `Le modèle ${TEMPLATES[name].file} est absent du dossier des modèles : remettez-le, ou corrigez TEMPLATES_DIR.`;
		throw new DocumentError([documentProblem(name, 'template', sentence)]);
	}
	const stamp = `${facts.mtimeMs}:${facts.size}:${facts.ino}`;
	const known = loaded.get(path);
	if (known?.stamp === stamp) return known.bytes;
	const bytes = new Uint8Array(readFileSync(path));
	loaded.set(path, { stamp, bytes });
	return bytes;
}
