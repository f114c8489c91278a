/** A PostgreSQL server that answers, owned by this process. */
export interface Cluster {
	/** Connection address of the superuser, on the database `jalon`. Never print it: it holds the password. */
	ownerUrl: string;
	port: number;
	/** The folder given to `openCluster`, made absolute. */
	dataDir: string;
	pid: number;
	/** Fast shutdown: sessions are ended, everything is written, the lock is given back. Safe to call twice. */
	stop(): Promise<void>;
	isAlive(): boolean;
	/** Called once, with a French sentence, when the server ends without `stop()` having asked for it. */
	onExit(callback: (reason: string) => void): void;
}

/** What the data folder knows of its server: `cluster.json`, and whether that process lives. */
export interface ClusterRecord {
	pid: number;
	port: number;
	ownerUrl: string;
	alive: boolean;
	/** Version printed by the binaries that were started. */
	version: string;
	dataDir: string;
	/** PostgreSQL's own folder: inside `dataDir`, or in a system folder when the cluster had to move. */
	pgData: string;
}

export interface OpenOptions {
	/** For instance `./.data/postgres`. Made, with its parents, when missing. */
	dataDir: string;
	/** Receives French sentences about what is being done. Silent by default. */
	log?: (line: string) => void;
	/** How long to wait for another server to let go of the folder, in milliseconds. 15 000 by default. */
	lockWaitMs?: number;
}

/** The account PostgreSQL runs under, when it is not our own. */
export interface Account {
	name: string;
	uid: number;
	gid: number;
}
