import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '#core/errors.ts';

/** What an office file may unfold into; far above what people write, far below what harms. */
export const zipLimits = {
	entries: 5_000,
	bytes: 200_000_000,
	/** Unfolded over folded, for a part large enough to matter. Ordinary office parts stay under 60. */
	ratio: 200,
	/** Below this a ratio says nothing: an empty sheet folds very well. */
	ratioFrom: 10_000_000,
	/** Parts that are read as a whole. */
	kept: 20_000_000
};

export interface Unfolded {
	/** Names in the order of the file. */
	names: string[];
	/** The parts that were asked for, by name. */
	parts: Map<string, Buffer>;
}

const bomb = () => new DomainError('file_is_a_bomb');
const unreadable = (cause?: unknown) => new DomainError('file_unreadable', {}, cause);

/**
 * Unfolds every part of a zip file once, counting, and keeps those asked for. What the directory announces is not
 * believed: parts are really inflated, stopped at their announced size and at the limits.
 * @param keep names of the parts whose bytes the caller needs
 * @throws `file_is_a_bomb`, `file_unreadable` (damaged, encrypted, two parts of one name, a name that is a path)
 */
export async function unfold(bytes: Uint8Array, keep: (name: string) => boolean): Promise<Unfolded> {
	const zip = await open(bytes);
	const names: string[] = [];
	const seen = new Set<string>();
	const parts = new Map<string, Buffer>();
	const spans: [from: number, to: number][] = [];
	let total = 0;
	try {
		if (zip.entryCount > zipLimits.entries) throw bomb();
		for (let entry = await next(zip); entry; entry = await next(zip)) {
			const name = entry.fileName;
			if (names.length >= zipLimits.entries) throw bomb();
			if (entry.isEncrypted() || seen.has(name.toLowerCase())) throw unreadable();
			seen.add(name.toLowerCase());
			names.push(name);
			const { uncompressedSize: size, compressedSize, relativeOffsetOfLocalHeader: at } = entry;
			spans.push([at, at + 30 + compressedSize]);
			if (total + size > zipLimits.bytes) throw bomb();
			if (size > zipLimits.ratioFrom && size > compressedSize * zipLimits.ratio) throw bomb();
			if (name.endsWith('/')) continue;
			const wanted = keep(name);
			if (wanted && size > zipLimits.kept) throw bomb();
			const { length, chunks } = await inflate(zip, entry, wanted);
			total += length;
			if (wanted) parts.set(name, Buffer.concat(chunks));
		}
	} finally {
		zip.close();
	}
	// Parts that share the same bytes: the trick of bombs that need no ratio.
	spans.sort((a, b) => a[0] - b[0]);
	if (spans.some(([, to], i) => spans[i + 1] && spans[i + 1]![0] < to)) throw bomb();
	return { names, parts };
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		return await yauzl.fromBufferPromise(buffer, {
			lazyEntries: true,
			autoClose: false,
			decodeStrings: true,
			strictFileNames: true,
			validateEntrySizes: true
		});
	} catch (cause) {
		throw unreadable(cause);
	}
}

/** The next entry of the directory, null after the last. */
function next(zip: ZipFile): Promise<Entry | null> {
	return new Promise((resolve, reject) => {
		const settle = (done: () => void) => () => {
			zip.removeAllListeners();
			done();
		};
		zip.once('entry', (entry: Entry) => settle(() => resolve(entry))());
		zip.once(
			'end',
			settle(() => resolve(null))
		);
		zip.once('error', (cause: Error) => settle(() => reject(unreadable(cause)))());
		zip.readEntry();
	});
}

async function inflate(zip: ZipFile, entry: Entry, wanted: boolean) {
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		const stream = await zip.openReadStreamPromise(entry);
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			length += chunk.length;
			if (length > entry.uncompressedSize) break;
			if (wanted) chunks.push(chunk);
		}
	} catch (cause) {
		// More came out than was announced: that is how a bomb lies.
		if (/too many bytes/i.test(String((cause as Error).message))) throw bomb();
		throw unreadable(cause);
	}
	return { length, chunks };
}
