import type { TemplateName } from '#core/documents/templates.ts';
import { fillParts, packParts, type RenderOptions } from '../render.ts';
import { templateFile } from '../template-file.ts';
import {
	CONTENT_TYPES,
	PRESENTATION,
	PRESENTATION_RELS,
	slidesOf,
	textPart,
	type Parts,
	type Slide
} from './package.ts';

const SLIDE_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml';
const SLIDE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide';
const NOTES_RELATION = /<Relationship [^>]*\/notesSlide"[^>]*\/>/g;

interface Made {
	part: string;
	rels: string;
	xml: string;
	relations: string;
}

/** The slide as it comes out `at` the given time: the first keeps its place, the others are parts of their own. */
function made(slide: Slide, at: number, filled: Parts, number: number, drawn: string): Made {
	const bare = textPart(filled, slide.part);
	// The last in the tree stands before the others.
	const xml = drawn ? bare.replace('</p:spTree>', () => `${drawn}</p:spTree>`) : bare;
	const relations = filled.has(slide.rels) ? textPart(filled, slide.rels) : '';
	if (at === 0) return { part: slide.part, rels: slide.rels, xml, relations };
	const part = `ppt/slides/jalon${number}.xml`;
	return {
		part,
		rels: `ppt/slides/_rels/jalon${number}.xml.rels`,
		xml,
		// A page of notes belongs to one slide only.
		relations: relations.replace(NOTES_RELATION, '')
	};
}

/**
 * Fills a template of slides. A slide comes out once per model that its name has: the rows of a long table go over
 * several, and a slide with nothing to say is left out of the file.
 * @param modelsOf the models of a slide, by its name in the template; the same list whenever it is asked
 * @param drawings shapes to add to a slide, by its name and which time it comes out; markup of ours, never of a template
 * @throws DocumentError as `renderDocument`
 */
export function renderSlides<Model extends object>(
	template: Uint8Array,
	modelsOf: (name: string) => Model[],
	options: RenderOptions & { templateName: TemplateName },
	drawings: (name: string, at: number) => string = () => ''
): Uint8Array {
	const file = templateFile(template, options.templateName);
	const slides = slidesOf(file);
	// The parts filled once for each model: most slides share one.
	const filled = new Map<Model, Parts>();
	const fill = (model: Model): Parts => {
		const known = filled.get(model) ?? fillParts(file, model, options.templateName);
		filled.set(model, known);
		return known;
	};
	let number = 0;
	const out = slides.flatMap((slide) =>
		modelsOf(slide.name).map((model, at) =>
			made(slide, at, fill(model), ++number, drawings(slide.name, at))
		)
	);
	// Whatever is not a slide says the same for every model.
	const parts: Parts = new Map(filled.values().next().value ?? file.parts);
	for (const { part, rels } of slides) {
		parts.delete(part);
		parts.delete(rels);
	}
	for (const { part, rels, xml, relations } of out) {
		parts.set(part, xml);
		if (relations) parts.set(rels, relations);
	}
	return packParts(file, listed(parts, slides, out), options);
}

/** The presentation's own lists, of the slides that came out and no other. */
function listed(parts: Parts, slides: Slide[], out: Made[]): Parts {
	const old = new Set(slides.map(({ part }) => `/${part}`));
	const types = textPart(parts, CONTENT_TYPES)
		.replace(/<Override [^>]*?PartName="([^"]*)"[^>]*?\/>/g, (line, name: string) =>
			old.has(name) ? '' : line
		)
		.replace(
			'</Types>',
			`${out.map(({ part }) => `<Override PartName="/${part}" ContentType="${SLIDE_TYPE}"/>`).join('')}</Types>`
		);
	let relations = textPart(parts, PRESENTATION_RELS);
	for (const { relationship } of slides) relations = relations.replace(relationship, '');
	relations = relations.replace(
		'</Relationships>',
		`${out.map(({ part }, at) => `<Relationship Id="rSlide${at + 1}" Type="${SLIDE_RELATION}" Target="${part.slice('ppt/'.length)}"/>`).join('')}</Relationships>`
	);
	const ids = out.map((_, at) => `<p:sldId id="${1000 + at}" r:id="rSlide${at + 1}"/>`).join('');
	const presentation = textPart(parts, PRESENTATION)
		.replace(/<p:sldIdLst>.*?<\/p:sldIdLst>/s, `<p:sldIdLst>${ids}</p:sldIdLst>`)
		// Sections name slides by their old numbers.
		.replace(/<p:extLst>.*?<\/p:extLst>/s, '');
	return parts.set(CONTENT_TYPES, types).set(PRESENTATION_RELS, relations).set(PRESENTATION, presentation);
}
