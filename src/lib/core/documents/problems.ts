/** Why a document could not be made: one problem per tag, each with a sentence for the person who edits the template. */
export type DocumentReason = 'missing' | 'empty' | 'unknown' | 'syntax' | 'template';

export interface DocumentProblem {
	/** The tag as written in the template (`decisions.wording`), or the file's name when no tag is at fault. */
	tag: string;
	reason: DocumentReason;
	/** In French: what is wrong and what to do next. */
	sentence: string;
}

const SENTENCES: Record<DocumentReason, (tag: string) => string> = {
	missing: (tag) =>
		`La balise {${tag}} n’a pas reçu de valeur : complétez cette information dans la mission, puis relancez le document.`,
	empty: (tag) =>
		`La balise {${tag}} est vide : complétez cette information dans la mission, puis relancez le document.`,
	unknown: (tag) =>
		`La balise {${tag}} n’existe pas dans ce modèle : corrigez-la dans Word d’après la liste des balises (templates/documents/README.md).`,
	syntax: (tag) =>
		`La balise {${tag}} est mal écrite ou mal fermée : chaque {#bloc} a son {/bloc}, au même endroit du modèle.`,
	template: (tag) =>
		`Le modèle ${tag} n’est pas un document Word lisible : remettez un fichier .docx enregistré par Word.`
};

/**
 * Builds one problem with its French sentence.
 * @param tag dotted path of the tag, without braces, or a file name for `template`
 */
export function documentProblem(tag: string, reason: DocumentReason, sentence?: string): DocumentProblem {
	return { tag, reason, sentence: sentence ?? SENTENCES[reason](tag) };
}

/** A document that was refused; `problems` is never empty, and the message is their sentences. */
export class DocumentError extends Error {
	readonly problems: DocumentProblem[];

	constructor(problems: DocumentProblem[]) {
		super(problems.map((problem) => problem.sentence).join('\n'));
		this.name = 'DocumentError';
		this.problems = problems;
	}
}
