import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journalEvents } from './events.ts';

const folder = 'supabase/migrations';
const sql = readdirSync(folder)
	.map((file) => readFileSync(join(folder, file), 'utf8'))
	.join('\n');

/** What `private.log(mission, EVENT, …)` is called with: a word, a choice between words, or 'meeting_' || state. */
function written(): Set<string> {
	const found = new Set<string>();
	for (const call of sql.matchAll(/private\.log\(([^,]+),\s*([\s\S]*?),\s*\n?/g)) {
		const event = call[2] ?? '';
		if (event.includes("'meeting_' ||")) {
			for (const state of ['convened', 'in_session', 'held', 'circulated', 'approved', 'cancelled'])
				found.add(`meeting_${state}`);
			continue;
		}
		for (const word of event.matchAll(/(?:^|then |else )\s*'([a-z_]+)'/g)) found.add(word[1]!);
	}
	return found;
}

describe('the journal', () => {
	it('is a closed list: SQL writes exactly these events', () => {
		expect([...written()].sort()).toEqual([...journalEvents].sort());
	});
});
