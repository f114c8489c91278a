import { createHash } from 'node:crypto';
import {
	accepted,
	extensionOf,
	isAccepted,
	MAX_FILE_BYTES,
	mediaTypeOf
} from '#core/deliverables/formats.ts';
import { DomainError } from '#core/errors.ts';
import { fileSize } from '../../i18n/format.ts';
import { checkImage } from './checks/image.ts';
import { checkName } from './checks/name.ts';
import { checkOffice } from './checks/office.ts';
import { checkOpenDocument } from './checks/opendocument.ts';
import { checkPdf } from './checks/pdf.ts';
import { checkShapes } from './checks/shapes.ts';
import { checkText } from './checks/text.ts';

export interface CheckedFile {
	name: string;
	size: number;
	mediaType: string;
	sha256: string;
	bytes: Uint8Array;
}

/**
 * Looks at a file before anything is kept: its name, its size, its extension, and whether its content is what the
 * extension says, without macros, active parts or an abnormal expansion.
 * @throws `file_name_refused`, `file_empty`, `file_too_big` (`limit`), `file_type_refused` (`accepted`),
 * `file_not_what_it_claims`, `file_has_macros`, `file_is_a_bomb`, `file_unreadable`; all with the field
 */
export async function checkUpload(
	file: { name: string; bytes: Uint8Array },
	{ field = 'file', limit = MAX_FILE_BYTES } = {}
): Promise<CheckedFile> {
	try {
		const name = checkName(file.name);
		const { bytes } = file;
		if (bytes.length === 0) throw new DomainError('file_empty');
		if (bytes.length > limit) throw new DomainError('file_too_big', { limit: fileSize(limit) });
		const extension = extensionOf(name);
		if (!isAccepted(extension))
			throw new DomainError('file_type_refused', { accepted: Object.keys(accepted).join(', ') });
		await checks[extension](bytes, extension);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		return { name, size: bytes.length, mediaType: mediaTypeOf(name), sha256, bytes };
	} catch (cause) {
		if (cause instanceof DomainError)
			throw new DomainError(cause.code, { ...cause.detail, field }, cause);
		throw cause;
	}
}

type Check = (bytes: Uint8Array, extension: string) => void | Promise<void>;
const checks: Record<keyof typeof accepted, Check> = {
	docx: checkOffice,
	xlsx: checkOffice,
	pptx: checkOffice,
	odt: checkOpenDocument,
	ods: checkOpenDocument,
	odp: checkOpenDocument,
	pdf: checkPdf,
	csv: checkText,
	txt: checkText,
	png: checkImage,
	jpg: checkImage,
	jpeg: checkImage,
	zip: checkShapes
};
