import { randomUUID } from 'node:crypto';
import { DomainError } from '#core/errors.ts';
import { fromSqlState } from '#server/db/unwrap.ts';
import type { Client } from '#server/backend/index.ts';
import type { FileStore } from './store.ts';

const bucket = 'jalon';

/**
 * Supabase Storage, in the person's own name: the bucket's policies decide. Written from the documentation and not
 * tried against a hosted project.
 */
export function hostedStore(client: Client): FileStore {
	return {
		async put(bytes) {
			const id = randomUUID();
			const key = `${id.slice(0, 2)}/${id}`;
			const { error } = await client.storage
				.from(bucket)
				.upload(key, bytes, { contentType: 'application/octet-stream' });
			if (error) throw fromSqlState(error);
			return key;
		},
		async get(key) {
			const { data, error } = await client.storage.from(bucket).download(key);
			if (error || !data) throw new DomainError('not_found', {}, error);
			return new Uint8Array(await data.arrayBuffer());
		},
		async drop(key) {
			await client.storage.from(bucket).remove([key]);
		}
	};
}
