import { xml } from './svg-text.ts';

interface At {
	x: number;
	y: number;
}
interface Sized extends At {
	width: number;
	height: number;
}
/** One shape of a picture, in pixels. */
export type Mark =
	| (Sized & { kind: 'rect' | 'diamond'; fill: string; line?: string; dash?: boolean; name?: string })
	| (At & { kind: 'line'; height: number; colour: string; thick?: boolean })
	| (Sized & { kind: 'text'; text: string; size: number; bold?: boolean; colour?: string; fill?: string });

/** English metric units across the text of a slide, its left edge, and where it begins under the title. */
const TEXT = { width: 10_972_800, left: 609_600, top: 1_250_000 } as const;
/** A colour as DrawingML writes it. */
const colourOf = (hex: string) =>
	`<a:solidFill><a:srgbClr val="${hex.slice(1).toUpperCase()}"/></a:solidFill>`;

interface Placed {
	mark: Mark;
	id: number;
}

/** Marks numbered, moved up by what the slide's own title stands for. */
export const group = (marks: readonly Mark[], above: number): Placed[] =>
	marks.map((mark, at) => ({ mark: { ...mark, y: mark.y - above }, id: 1001 + at }));

const box = (unit: number, { x, y }: At, width: number, height: number, flat = false) => {
	const n = (pixels: number) => Math.round(pixels * unit);
	return `<a:xfrm><a:off x="${TEXT.left + n(x)}" y="${TEXT.top + n(y)}"/><a:ext cx="${flat ? 0 : Math.max(1, n(width))}" cy="${Math.max(1, n(height))}"/></a:xfrm>`;
};

function shapeXml({ mark, id }: Placed, unit: number): string {
	if (mark.kind === 'line')
		return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Trait ${id}"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${box(unit, mark, 0, mark.height, true)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="${mark.thick ? 19050 : 6350}">${colourOf(mark.colour)}</a:ln></p:spPr></p:cxnSp>`;
	if (mark.kind === 'text') {
		const run = `<a:rPr lang="fr-FR" sz="${mark.size * 100}"${mark.bold ? ' b="1"' : ''} dirty="0">${colourOf(mark.colour ?? '#1b1d22')}</a:rPr>`;
		return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Texte ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${box(unit, mark, mark.width, mark.height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${mark.fill ? colourOf(mark.fill) : '<a:noFill/>'}</p:spPr><p:txBody><a:bodyPr wrap="none" lIns="18000" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r>${run}<a:t>${xml(mark.text)}</a:t></a:r></a:p></p:txBody></p:sp>`;
	}
	const line = mark.line
		? `<a:ln w="12700">${colourOf(mark.line)}${mark.dash ? '<a:prstDash val="dash"/>' : ''}</a:ln>`
		: '<a:ln><a:noFill/></a:ln>';
	const name = xml(mark.name ?? `Forme ${id}`);
	return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${box(unit, mark, mark.width, mark.height)}<a:prstGeom prst="${mark.kind}"><a:avLst/></a:prstGeom>${colourOf(mark.fill)}${line}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="fr-FR" sz="800"/></a:p></p:txBody></p:sp>`;
}

/** The shapes as one group that fills the width of a slide's text, for the tree of its shapes. @param words what it shows, for who cannot see it */
export function picture(marks: readonly Placed[], width: number, words: string): string {
	const unit = TEXT.width / width;
	const low = Math.max(...marks.map(({ mark }) => mark.y + mark.height));
	const place = `<a:off x="${TEXT.left}" y="${TEXT.top}"/><a:ext cx="${TEXT.width}" cy="${Math.round(low * unit)}"/>`;
	return `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="1000" name="Planning" descr="${xml(words)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${place}${place.replace('a:off', 'a:chOff').replace('a:ext', 'a:chExt')}</a:xfrm></p:grpSpPr>${marks.map((one) => shapeXml(one, unit)).join('')}</p:grpSp>`;
}
