import { accepted } from '#core/deliverables/formats.ts';
import { DomainError } from '#core/errors.ts';
import { isZip } from './office.ts';
import { elements, xmlText } from './xml.ts';
import { unfold } from './zip.ts';

/**
 * An OpenDocument file (OASIS ODF 1.3 part 2): its `mimetype` says what the extension says, and neither scripts nor
 * embedded programs are in it.
 * @throws `file_not_what_it_claims`, `file_has_macros`, `file_is_a_bomb`, `file_unreadable`
 */
export async function checkOpenDocument(bytes: Uint8Array, extension: string): Promise<void> {
	if (!isZip(bytes)) throw new DomainError('file_not_what_it_claims');
	const kept = ['mimetype', 'META-INF/manifest.xml', 'content.xml', 'styles.xml', 'settings.xml'];
	const { names, parts } = await unfold(bytes, (name) => kept.includes(name));
	const mimetype = parts.get('mimetype')?.toString('latin1').trim();
	const manifest = parts.get('META-INF/manifest.xml');
	if (mimetype !== accepted[extension as keyof typeof accepted] || !manifest || !parts.has('content.xml'))
		throw new DomainError('file_not_what_it_claims');
	const manifestText = xmlText(manifest);
	// Locked with a password: nobody could look inside, neither we nor the committee.
	if (elements(manifestText, 'encryption-data').length > 0) throw new DomainError('file_unreadable');
	const types = elements(manifestText, 'file-entry').map((e) => e['manifest:media-type'] ?? '');
	const scripts = names.some((name) => /^(basic|scripts|dialogs)\/./i.test(name));
	const objects = types.some((type) =>
		/sun\.star\.(oleobject|basic)|ms-office|x-java|javascript/i.test(type)
	);
	if (scripts || objects) throw new DomainError('file_has_macros');
	for (const name of ['content.xml', 'styles.xml', 'settings.xml']) {
		const part = parts.get(name);
		if (part && /vnd\.sun\.star\.script:|macro:\/\//i.test(xmlText(part)))
			throw new DomainError('file_has_macros');
	}
}
