/** What a verb of the command line may touch; tests give it strings. */
export type Io = {
	stdin(): Promise<string>;
	out(text: string): void;
	err(text: string): void;
	/** The text of a file; rejects like `node:fs/promises` when it cannot be read. */
	readFile(path: string): Promise<string>;
};

/** One word of the command line. `run` answers the exit status: 0 done, 1 refused with a reason, 2 wrong usage. */
export type Verb = {
	name: string;
	summary: string;
	help: string;
	run(args: readonly string[], io: Io): Promise<number>;
};
