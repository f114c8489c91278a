export const NUMBERING = 'word/numbering.xml';

const BULLETS = ['•', '–', '▪'];
const STEP = 340;

const level = (depth: number, format: string, text: string) =>
	`<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
	`<w:pPr><w:ind w:left="${STEP * (depth + 1)}" w:hanging="${STEP - 57}"/></w:pPr></w:lvl>`;

const definition = (id: number, levels: string[]) =>
	`<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`;

const highest = (xml: string, name: string) =>
	[...xml.matchAll(new RegExp(`${name}="(\\d+)"`, 'g'))].reduce(
		(most, [, id]) => Math.max(most, Number(id)),
		0
	);

/**
 * The lists of one document. Bullets share one definition; each numbered list is an instance of its own, which starts
 * at the number somebody typed (ECMA-376 part 1, 17.9.15 `num` and 17.9.26 `startOverride`). They are added beside the
 * template's own, whatever those are; a template without numbering keeps its paragraph styles and no more.
 */
export class Numbering {
	readonly #template: string | null;
	readonly #bullets: number;
	#next: number;
	#instances = '';

	/** @param template `word/numbering.xml` of the template, null when it has none */
	constructor(template: string | null) {
		this.#template = template;
		this.#next = highest(template ?? '', 'w:numId') + 1;
		this.#bullets = highest(template ?? '', 'w:abstractNumId') + 1;
	}

	/** The properties of a paragraph that is a point of this list; `''` in a template without numbering. */
	list(depth: number, start: number | null): string {
		if (this.#template === null) return '';
		const id = this.#next++;
		const override =
			start === null
				? ''
				: `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
		const of = start === null ? this.#bullets : this.#bullets + 1;
		this.#instances += `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${override}</w:num>`;
		return `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;
	}

	/** The part as the document has it; null when it has no list that the template did not have. */
	xml(): string | null {
		if (this.#template === null || !this.#instances) return null;
		const definitions =
			definition(
				this.#bullets,
				BULLETS.map((sign, depth) => level(depth, 'bullet', sign))
			) +
			definition(
				this.#bullets + 1,
				BULLETS.map((_, depth) => level(depth, 'decimal', `%${depth + 1}.`))
			);
		// Definitions come before instances, and instances before what cleans up (17.9.16).
		const first = /<w:num[ >]/.exec(this.#template)?.index;
		const end = this.#template.search(/<w:numIdMacAtCleanup|<\/w:numbering>/);
		const at = first ?? end;
		return (
			this.#template.slice(0, at) +
			definitions +
			this.#template.slice(at, end) +
			this.#instances +
			this.#template.slice(end)
		);
	}
}
