import { inflateSync } from 'node:zlib';
import { DomainError } from '#core/errors.ts';

/** Names of actions that run something: JavaScript, a program, a script of a media clip (ISO 32000-2, 12.6.4). */
const active = /\/(JavaScript|Launch|Rendition)(?![A-Za-z0-9])/;
/** Bytes of compressed objects in one file; a thousand pages stay under a tenth of it. */
const LARGEST = 50_000_000;
/** Compressed objects: a part of the file where names could hide (ISO 32000-2, 7.5.7). */
const objectStream = /\/Type\s*\/ObjStm/;

/**
 * A PDF that starts as one, ends as one, is not locked, and in which no action runs anything.
 * @throws `file_not_what_it_claims`, `file_has_macros`, `file_unreadable`, `file_is_a_bomb`
 */
export function checkPdf(bytes: Uint8Array): void {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = buffer.toString('latin1');
	if (!/^(\xef\xbb\xbf)?\s*%PDF-[12]\.\d/.test(text.slice(0, 64)))
		throw new DomainError('file_not_what_it_claims');
	if (!text.slice(-4096).includes('%%EOF')) throw new DomainError('file_unreadable');
	refuseActive(text);
	let unfolded = 0;
	for (const { dictionary, body } of streams(text, buffer)) {
		if (!objectStream.test(plain(dictionary))) continue;
		const inner = unfoldObjects(body, dictionary, LARGEST - unfolded);
		unfolded += inner.length;
		refuseActive(inner.toString('latin1'));
	}
	// Locked: what runs would be locked too, and the committee could not read it.
	if (/\/Encrypt(?![A-Za-z0-9])/.test(plain(text))) throw new DomainError('file_unreadable');
}

/** `/J#61vaScript` is `/JavaScript` to a reader (7.3.5). */
const plain = (text: string) =>
	text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

function refuseActive(text: string): void {
	if (active.test(plain(text))) throw new DomainError('file_has_macros');
}

/** Each stream with the dictionary before it; wherever the word stands, since a reader may believe it. */
function* streams(text: string, buffer: Buffer): Generator<{ dictionary: string; body: Buffer }> {
	for (const found of text.matchAll(/\bstream\r?\n/g)) {
		const from = found.index + found[0].length;
		const to = text.indexOf('endstream', from);
		const start = text.lastIndexOf('obj', found.index);
		if (to < 0) continue;
		yield {
			dictionary: text.slice(Math.max(start, found.index - 4096), found.index),
			body: buffer.subarray(from, to)
		};
	}
}

function unfoldObjects(body: Buffer, dictionary: string, room: number): Buffer {
	if (!/\/Filter/.test(dictionary)) return body;
	// Any other way to fold objects is unheard of in real files; we could not look inside.
	if (!/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*\]?\s*(\/|>)/.test(plain(dictionary)))
		throw new DomainError('file_unreadable');
	try {
		return inflateSync(body, { maxOutputLength: Math.max(1, room), finishFlush: 2 });
	} catch (cause) {
		if ((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
			throw new DomainError('file_is_a_bomb');
		throw new DomainError('file_unreadable', {}, cause);
	}
}
