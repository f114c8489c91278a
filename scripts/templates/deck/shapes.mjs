// Pieces of a slide: its title, a text, a table of rows.
import { box, EDGE, fill, GREY, INK, PAGE, RULE, TEXT_WIDTH, WASH, ACCENT } from './parts.mjs';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A run; `**…**` is bold. */
const runs = (text, look = '') =>
	text
		.split(/(\*\*[^*]+\*\*)/)
		.filter(Boolean)
		.map((part) => {
			const bold = part.startsWith('**');
			return `<a:r><a:rPr lang="fr-FR"${bold ? ' b="1"' : ''}${look.startsWith('sz') ? ` ${look}` : ''} dirty="0"/><a:t>${escape(bold ? part.slice(2, -2) : part)}</a:t></a:r>`;
		})
		.join('');

export const para = (text, look) => `<a:p>${runs(text, look)}</a:p>`;

export const holder = (id, name, type, paragraphs) =>
	`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`;

/** Title, foot and number, which every content slide has. */
export const frame = (title) =>
	holder(2, 'Titre', 'type="title"', para(title)) +
	holder(3, 'Pied de page', 'type="ftr" sz="quarter" idx="10"', para('{meeting.number} · {asOf}')) +
	`<p:sp><p:nvSpPr><p:cNvPr id="4" name="Numéro"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="11"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>`;

/** A text of its own: `size` in hundredths of a point. */
export const text = (id, name, at, paragraphs, { size = 1600, colour = INK, background } = {}) =>
	`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${box(...at)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${background ? fill(background) : '<a:noFill/>'}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="${background ? 144000 : 0}" tIns="${background ? 108000 : 0}" rIns="${background ? 144000 : 0}" bIns="${background ? 108000 : 0}"><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr><a:spcAft><a:spcPts val="300"/></a:spcAft><a:defRPr sz="${size}">${fill(colour)}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>${paragraphs.join('')}</p:txBody></p:sp>`;

const edge = (side, width, colour) =>
	width
		? `<a:${side} w="${width}">${fill(colour)}</a:${side}>`
		: `<a:${side} w="0"><a:noFill/></a:${side}>`;

function cell(content, { size, head = false, align = 'l' }) {
	const look = `<a:lnSpc><a:spcPct val="95000"/></a:lnSpc>`;
	const body = content
		? runs(head ? `**${content}**` : content, `sz="${head ? size - 100 : size}"`)
		: `<a:endParaRPr lang="fr-FR" sz="${size}"/>`;
	return (
		`<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="${align}">${look}</a:pPr>${body}</a:p></a:txBody>` +
		`<a:tcPr marL="72000" marR="72000" marT="46800" marB="46800" anchor="${head ? 'b' : 't'}">` +
		edge('lnL', 0) +
		edge('lnR', 0) +
		edge('lnT', 6350, RULE) +
		edge('lnB', head ? 15875 : 6350, head ? ACCENT : RULE) +
		`${head ? fill(WASH) : '<a:noFill/>'}</a:tcPr></a:tc>`
	);
}

/**
 * A table whose head and rows are there when the list has rows: columns are [title, tag, share].
 * PowerPoint drops nothing by itself: without rows the whole table goes, and the sentence under it stays.
 */
export function table(id, name, list, columns, { at = [EDGE, 1180000, TEXT_WIDTH], size = 1700 } = {}) {
	const [x, y, width] = at;
	const total = columns.reduce((sum, [, , share]) => sum + share, 0);
	const grid = columns
		.map(([, , share]) => `<a:gridCol w="${Math.floor((width * share) / total)}"/>`)
		.join('');
	const row = (texts, head) =>
		`<a:tr h="300000">${texts.map((one) => cell(one, { size, head })).join('')}</a:tr>`;
	const last = columns.length - 1;
	const wrap = (texts, open, close) =>
		texts.map((one, i) => `${i === 0 ? open : ''}${one}${i === last ? close : ''}`);
	const heads = wrap(
		columns.map(([title]) => title),
		`{#${list}?}`,
		`{/${list}?}`
	);
	const cells = wrap(
		columns.map(([, tag]) => tag),
		`{#${list}}`,
		`{/${list}}`
	);
	return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${name}" descr="${name}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="600000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${row(heads, true)}${row(cells, false)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

/** Said when the list is empty. */
export const nothing = (id, list, sentence) =>
	text(id, 'Néant', [EDGE, 1250000, TEXT_WIDTH, 500000], [para(`{^${list}}${sentence}{/${list}}`)], {
		colour: GREY
	});

export { EDGE, PAGE, TEXT_WIDTH, WASH, GREY };
