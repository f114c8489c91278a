import { itemInput } from '#core/meetings/inputs.ts';
import { saveItem } from '#server/meetings/agenda/save-item.ts';
import { jsonAct } from '$lib/http/json-act.ts';
import type { RequestEvent } from './$types';

/** What is said of one item. 409 carries what stands now, so that the page puts both texts together. */
export const PUT = jsonAct(itemInput, async (typed, { locals, params }: RequestEvent) =>
	saveItem(locals.ctx, params.item, typed)
);
