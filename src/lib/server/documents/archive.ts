import { crc32, deflateRawSync } from 'node:zlib';
import type PizZip from 'pizzip';

/** 1 January 1980, the first date a zip file can carry: the same document always has the same bytes. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;

export interface Entry {
	name: string;
	size: number;
	crc: number;
	deflated: Uint8Array;
}

/** Compresses one part of a document. */
export function entry(name: string, content: string | Uint8Array): Entry {
	const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
	return { name, size: bytes.length, crc: crc32(bytes), deflated: deflateRawSync(bytes) };
}

/** The named parts of an opened zip, folders left out. */
export function partNames(zip: PizZip): string[] {
	return Object.keys(zip.files).filter((name) => !zip.files[name]!.dir);
}

function header(part: Entry, name: Buffer, central: boolean, offset: number): Buffer {
	const at = central ? 2 : 0;
	const bytes = Buffer.alloc(central ? 46 : 30);
	bytes.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
	if (central) bytes.writeUInt16LE(20, 4);
	bytes.writeUInt16LE(20, 4 + at);
	bytes.writeUInt16LE(UTF8_NAMES, 6 + at);
	bytes.writeUInt16LE(DEFLATE, 8 + at);
	bytes.writeUInt16LE(DOS_DATE, 12 + at);
	bytes.writeUInt32LE(part.crc, 14 + at);
	bytes.writeUInt32LE(part.deflated.length, 18 + at);
	bytes.writeUInt32LE(part.size, 22 + at);
	bytes.writeUInt16LE(name.length, 26 + at);
	if (central) bytes.writeUInt32LE(offset, 42);
	return bytes;
}

/**
 * Writes a zip file from compressed parts, in the order given (Word wants `[Content_Types].xml` first).
 * Our own few lines because the parts of a template that never change are compressed once, and because the
 * dates must not be today's. Layout: PKWARE APPNOTE 4.3.7, 4.3.12 and 4.3.16; below 4 GB and 65,535 parts.
 */
export function writeArchive(parts: Entry[]): Uint8Array {
	const local: Uint8Array[] = [];
	const central: Uint8Array[] = [];
	let offset = 0;
	for (const part of parts) {
		const name = Buffer.from(part.name, 'utf8');
		central.push(header(part, name, true, offset), name);
		local.push(header(part, name, false, 0), name, part.deflated);
		offset += 30 + name.length + part.deflated.length;
	}
	const directory = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...local, directory, end]);
}
