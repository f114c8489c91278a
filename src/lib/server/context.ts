import type { Backend, Client, Settings } from './backend/index.ts';
import type { FileStore } from './files/store.ts';

export interface Person {
	id: string;
	email: string;
	fullName: string;
	isAdmin: boolean;
}

/** What every verb is given: in whose name it acts, and the store, files and settings it acts on. */
export interface Context {
	client: Client;
	backend: Backend;
	files: FileStore;
	settings: Settings;
	/** Signed in at the store; there may be no person behind the account (yet). */
	userId: string | null;
	person: Person | null;
}
