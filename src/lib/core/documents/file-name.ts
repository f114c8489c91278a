export interface DocumentName {
	/** Short name of the mission's contract, usually its prefix (`E`). */
	contract: string;
	/** Code of the deliverable, report or meeting (`E-L11`); empty when there is none. */
	code?: string;
	title: string;
	/** `1.0`, without its V; empty for documents without versions. */
	version?: string;
	/** What it ends with; `docx` unless told. */
	extension?: 'docx' | 'pptx';
	/** The civil day of the document, `YYYY-MM-DD`. */
	day: string;
}

const LIGATURES: Record<string, string> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss' };

/** Keeps letters, digits and hyphens of any Latin text, without accents, so that every file system takes it. */
function safe(text: string, longest: number): string {
	return text
		.replace(/[œŒæÆß]/g, (letter) => LIGATURES[letter]!)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9.-]+/g, '-')
		.replace(/\.{2,}/g, '.')
		.slice(0, longest)
		.replace(/^[-.]+|[-.]+$/g, '');
}

/**
 * Names a Word or PowerPoint file: contract, code, title, version and day, `E_E-L11_Cartographie_V1.0_20200120.docx`.
 * ASCII only, never a path, at most about 120 characters; parts that vanish are left out, and a title without
 * any Latin letter becomes `document`.
 */
export function fileName({
	contract,
	code = '',
	title,
	version = '',
	day,
	extension = 'docx'
}: DocumentName): string {
	const parts = [
		safe(contract, 20),
		safe(code, 20),
		safe(title, 50) || 'document',
		version && `V${safe(version, 10)}`,
		day.replace(/\D/g, '').slice(0, 8)
	];
	return `${parts.filter(Boolean).join('_')}.${extension}`;
}
