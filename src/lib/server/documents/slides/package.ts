import { DocumentError, documentProblem } from '#core/documents/problems.ts';
import type { TemplateFile } from '../template-file.ts';

export type Parts = Map<string, string | Uint8Array>;

/** A slide of a template, in the order of the presentation. */
export interface Slide {
	part: string;
	rels: string;
	/** As PowerPoint keeps it beside the slide's content; `''` when it has none. */
	name: string;
	/** Its line in the list of the presentation, and the relationship that line goes by. */
	entry: string;
	relationship: string;
}

export const PRESENTATION = 'ppt/presentation.xml';
export const PRESENTATION_RELS = 'ppt/_rels/presentation.xml.rels';
export const CONTENT_TYPES = '[Content_Types].xml';

const attribute = (xml: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1];

/** A part as text. @throws DocumentError when the template has none */
export function textPart(parts: Parts, name: string): string {
	const found = parts.get(name);
	if (typeof found === 'string') return found;
	throw new DocumentError([
		documentProblem(
			'deck',
			'template',
			'Le modèle deck.pptx n’est pas une présentation lisible : remettez un fichier .pptx enregistré par PowerPoint.'
		)
	]);
}

/** The slides of a template, as its presentation lists them (ECMA-376 part 1, 19.2.1.34 `sldIdLst`). */
export function slidesOf(file: TemplateFile): Slide[] {
	const list = /<p:sldIdLst>(.*?)<\/p:sldIdLst>/s.exec(textPart(file.parts, PRESENTATION))?.[1] ?? '';
	const relations = textPart(file.parts, PRESENTATION_RELS).match(/<Relationship .*?\/>/gs) ?? [];
	return (list.match(/<p:sldId .*?(?:\/>|<\/p:sldId>)/gs) ?? []).flatMap((entry) => {
		const id = attribute(entry, 'r:id');
		const relationship = relations.find((one) => attribute(one, 'Id') === id);
		const target = relationship && attribute(relationship, 'Target');
		if (!target) return [];
		const part = target.startsWith('/') ? target.slice(1) : `ppt/${target}`;
		const head = /<p:cSld\b[^>]*>/.exec(textPart(file.parts, part))?.[0] ?? '';
		return [
			{
				part,
				rels: part.replace(/([^/]+)$/, '_rels/$1.rels'),
				name: attribute(head, 'name') ?? '',
				entry,
				relationship: relationship!
			}
		];
	});
}
