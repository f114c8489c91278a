import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeStage } from '#server/demo/stage.ts';
import { playDeliverables } from '#server/demo/scenes/deliverables.ts';
import { readDeliverable } from '#server/deliverables/read-deliverable.ts';
import { readFile } from '#server/deliverables/read-file.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

let store: TestStore;
beforeAll(async () => {
	store = await makeStore();
});
afterAll(() => store.close());

it('tmp', async () => {
	const ctx = await store.as('consultant');
	const before = await readDeliverable(ctx, 'eure-et-loir', 'E-L13');
	if (before.versions.length === 0)
		await playDeliverables(makeStage({ backend: store.backend, files: ctx.files, settings: ctx.settings }, 'eure-et-loir'));
	const copil = await store.as('copil');
	const d = await readDeliverable(copil, 'eure-et-loir', 'E-L13');
	console.log(JSON.stringify(d, null, 1));
	const f = await readFile(copil, 'eure-et-loir', 'E-L13', d.versions[0]!.files[0]!.id);
	(await import('node:fs')).writeFileSync('/tmp/el13.docx', f.bytes);
	expect(d.versions).toHaveLength(1);
});
