import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '#core/errors.ts';

/** A picture that is what its extension says. @throws `file_not_what_it_claims` */
export async function checkImage(bytes: Uint8Array, extension: string): Promise<void> {
	const found = await fileTypeFromBuffer(bytes);
	if (found?.ext !== (extension === 'jpeg' ? 'jpg' : extension))
		throw new DomainError('file_not_what_it_claims');
}
