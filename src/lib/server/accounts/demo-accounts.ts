import type { Role } from '#core/contract/roles.ts';
import type { Backend } from '#server/backend/index.ts';
import { demoPassword, demoPeople } from '#server/demo/people.ts';

export interface DemoAccount {
	email: string;
	fullName: string;
	password: string;
	/** What this person is: a role in the missions, the administrator, or nobody in particular. */
	kind: Role | 'administrator' | 'outsider';
}

const accounts: DemoAccount[] = demoPeople.map((person) => ({
	email: person.email,
	fullName: person.fullName,
	password: demoPassword,
	kind: person.place?.role ?? (person.administrator ? 'administrator' : 'outsider')
}));

const asked = new WeakMap<Backend, { at: number; demo: boolean }>();

/** The accounts to offer at the door while the demonstration is loaded; else none. Asked anew every ten seconds. */
export async function demoAccounts(backend: Backend): Promise<DemoAccount[]> {
	if (!backend.door) return [];
	const known = asked.get(backend);
	if (known && performance.now() - known.at < 10_000) return known.demo ? accounts : [];
	const demo = await backend.door.isDemo();
	asked.set(backend, { at: performance.now(), demo });
	return demo ? accounts : [];
}
