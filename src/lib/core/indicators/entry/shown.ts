import type { Raw } from '../types.ts';
import type { CsvFault } from './csv/read.ts';

/** One line of the table in which values are typed. */
export type EntryLine = {
	/** Empty where the period is typed too. */
	at: string;
	label: string;
	value: string | null;
	over: string | null;
	/** What stands there, null when nothing does. */
	instead: string | null;
	/** What stands there says that nothing applies. */
	notApplicable: boolean;
};

/** What importing a file would do; `text` and `seen` come back with the answer. */
export type FilePreview = {
	text: string;
	quantity: string;
	/** What the store held when this was worked out. */
	seen: string;
	added: number;
	same: number;
	from: string;
	to: string;
	/** Columns that were not read. */
	ignored: string[];
	/** The first ones, old and new. */
	changed: { line: number; before: Raw; after: Raw }[];
	changes: number;
};

export type FileRead = { preview: FilePreview } | { faults: CsvFault[]; count: number };
