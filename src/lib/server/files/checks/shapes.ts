import { extensionOf } from '#core/deliverables/formats.ts';
import { DomainError } from '#core/errors.ts';
import { isZip } from './office.ts';
import { checkText } from './text.ts';
import { unfold } from './zip.ts';

/** Parts of a shapefile, and the notes that go with it. */
const allowed = ['shp', 'shx', 'dbf', 'prj', 'cpg', 'sbn', 'sbx', 'qix', 'qpj', 'qmd', 'xml', 'csv', 'txt'];
const needed = ['shp', 'shx', 'dbf'];
/** ESRI Shapefile Technical Description (1998), table 1: file code 9994, big endian. */
const SHAPE = 9994;

/**
 * A zip file is taken for geographic layers only: each layer has its three parts, and nothing else travels with them.
 * @throws `file_type_refused`, `file_not_what_it_claims`, `file_is_a_bomb`, `file_unreadable`
 */
export async function checkShapes(bytes: Uint8Array): Promise<void> {
	if (!isZip(bytes)) throw new DomainError('file_not_what_it_claims');
	const { names, parts } = await unfold(bytes, (name) => /\.(shp|shx|csv|txt)$/i.test(name));
	const files = names.filter((name) => !name.endsWith('/'));
	const foreign = files.some((name) => !allowed.includes(extensionOf(name)));
	const layers = files.filter((name) => extensionOf(name) === 'shp');
	const whole = layers.every((layer) =>
		needed.every((part) =>
			files.some((name) => name.toLowerCase() === layer.toLowerCase().replace(/shp$/, part))
		)
	);
	if (foreign || layers.length === 0 || !whole)
		throw new DomainError('file_type_refused', { accepted: `zip (${allowed.join(', ')})` });
	for (const [name, part] of parts) {
		const extension = extensionOf(name);
		if (extension === 'csv' || extension === 'txt') checkText(part);
		else if (part.length < 100 || part.readInt32BE(0) !== SHAPE)
			throw new DomainError('file_not_what_it_claims');
	}
}
