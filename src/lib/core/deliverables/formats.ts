/** What may be handed in, by extension, with the media type it is served under. */
export const accepted = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	odt: 'application/vnd.oasis.opendocument.text',
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
	odp: 'application/vnd.oasis.opendocument.presentation',
	pdf: 'application/pdf',
	csv: 'text/csv; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	/** Geographic layers only: the parts of a shapefile travel together. */
	zip: 'application/zip'
} as const;

export type Extension = keyof typeof accepted;

/** Bytes of one file, at most: 25 MB, in thousands as people are told. */
export const MAX_FILE_BYTES = 25_000_000;
/** Characters of a file's name. */
export const MAX_NAME = 200;

/** The extension, small and without its dot; empty when there is none. */
export function extensionOf(name: string): string {
	return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export const isAccepted = (extension: string): extension is Extension => Object.hasOwn(accepted, extension);

/** For the `accept` attribute of a file field. */
export const acceptAttribute = Object.keys(accepted)
	.map((extension) => `.${extension}`)
	.join(',');

/** What a file is served as; bytes of an unknown name are only bytes. */
export function mediaTypeOf(name: string): string {
	const extension = extensionOf(name);
	return isAccepted(extension) ? accepted[extension] : 'application/octet-stream';
}

/** The words a contract uses for formats, with what answers them. */
const asked: [RegExp, Extension[]][] = [
	[/\bword\b|docx/i, ['docx']],
	[/\bexcel\b|xlsx/i, ['xlsx']],
	[/power ?point|pptx/i, ['pptx']],
	[/open ?document|\bod[tsp]\b/i, ['odt', 'ods', 'odp']],
	[/\bpdf\b/i, ['pdf']],
	[/\bcsv\b/i, ['csv']],
	[/shape ?file|\bshp\b/i, ['zip']]
];

/**
 * Which of the formats a contract asks for no file answers. One line may leave the choice (« Word ou PDF »); a line in
 * words we do not know is left to people.
 * @param names of the files of a version, with their extensions
 */
export function missingFormats(formats: string[], names: string[]): string[] {
	const there = new Set<string>(names.map(extensionOf));
	return formats.filter((line) => {
		const answers = asked.filter(([words]) => words.test(line)).flatMap(([, extensions]) => extensions);
		return answers.length > 0 && !answers.some((extension) => there.has(extension));
	});
}

/** What the browser can show without another program. */
export type Reading = 'docx' | 'pdf' | 'image' | 'text';
export function readingOf(name: string): Reading | null {
	const extension = extensionOf(name);
	if (extension === 'docx' || extension === 'pdf') return extension;
	if (extension === 'png' || extension === 'jpg' || extension === 'jpeg') return 'image';
	return extension === 'csv' || extension === 'txt' ? 'text' : null;
}
