export type ClusterErrorCode =
	| 'locked'
	| 'binary_missing'
	| 'cannot_start'
	| 'cannot_stop'
	| 'corrupt_record'
	| 'wrong_user'
	| 'unreachable'
	| 'version_mismatch'
	| 'moved_missing'
	| 'moved_shared';

/** A failure of the embedded server that a person can act on: `sentence` is French and says what to do next. */
export class ClusterError extends Error {
	code: ClusterErrorCode;
	sentence: string;

	constructor(code: ClusterErrorCode, sentence: string, cause?: unknown) {
		super(sentence, { cause });
		this.name = 'ClusterError';
		this.code = code;
		this.sentence = sentence;
	}
}

/** The `code` of a Node system error (`ENOENT`, `EACCES` …), or an empty string. */
export function systemCode(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Turns a refusal of the file system into a sentence; gives every other error back unchanged. */
export function explainAccess(error: unknown, path: string): unknown {
	const code = systemCode(error);
	if (code === 'EACCES' || code === 'EPERM') {
		return new ClusterError(
			'wrong_user',
			`Le dossier de données ${path} appartient à un autre utilisateur : relancez avec celui qui l’a créé, ` +
				'ou choisissez un autre dossier avec JALON_DATA_DIR.',
			error
		);
	}
	if (code === 'ENOSPC' || code === 'EROFS') {
		return new ClusterError(
			'cannot_start',
			`Impossible d’écrire dans ${path} (${code === 'ENOSPC' ? 'disque plein' : 'disque en lecture seule'}) : ` +
				'libérez de la place ou choisissez un autre dossier avec JALON_DATA_DIR, puis relancez.',
			error
		);
	}
	if (code === 'EEXIST' || code === 'ENOTDIR') {
		return new ClusterError(
			'cannot_start',
			`${path} n’est pas un dossier : déplacez ce fichier ou choisissez un autre dossier avec JALON_DATA_DIR.`,
			error
		);
	}
	return error;
}
