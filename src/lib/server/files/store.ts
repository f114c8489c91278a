import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#core/errors.ts';

/** Bytes under random keys. What they are, whose they are and who may read them stands in the store's tables. */
export interface FileStore {
	/** Keeps the bytes for good (flushed to the disk) and answers their key. */
	put(bytes: Uint8Array): Promise<string>;
	/** @throws `not_found` when the bytes are gone */
	get(key: string): Promise<Uint8Array>;
	/** Takes back bytes whose record was refused. Nothing happens when there are none. */
	drop(key: string): Promise<void>;
}

const keyShape = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/** Files in a folder of the data folder; the embedded kinds and an outside PostgreSQL. */
export function diskStore(folder: string): FileStore {
	const place = (key: string) => {
		if (!keyShape.test(key)) throw new DomainError('not_found');
		return join(folder, key);
	};
	return {
		async put(bytes) {
			const id = randomUUID();
			const key = `${id.slice(0, 2)}/${id}`;
			const path = place(key);
			await mkdir(join(folder, id.slice(0, 2)), { recursive: true, mode: 0o700 });
			const file = await open(`${path}.part`, 'wx', 0o600);
			try {
				await file.writeFile(bytes);
				await file.sync();
			} finally {
				await file.close();
			}
			await rename(`${path}.part`, path);
			return key;
		},
		async get(key) {
			return readFile(place(key)).catch((cause: unknown) => {
				throw new DomainError('not_found', {}, cause);
			});
		},
		async drop(key) {
			await rm(place(key), { force: true });
		}
	};
}
