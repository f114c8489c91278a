// What every presentation has beside its slides: one theme, one master, two layouts (a title, a content).
import { ACCENT, FONT, GREY, INK, RULE, WASH } from '../styles.mjs';

export const NS =
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** 16:9, in EMU (914 400 an inch). */
export const PAGE = { width: 12192000, height: 6858000 };
export const EDGE = 609600;
export const TEXT_WIDTH = PAGE.width - 2 * EDGE;

const colour = (name, value) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
const fill = (value) => `<a:solidFill><a:srgbClr val="${value}"/></a:solidFill>`;

export const theme = () =>
	`${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Jalon"><a:themeElements><a:clrScheme name="Jalon">` +
	colour('dk1', INK) +
	colour('lt1', 'FFFFFF') +
	colour('dk2', ACCENT) +
	colour('lt2', WASH) +
	['1D5B79', '8A4B08', '2F6B3A', '9B2C2C', '566573', '6B4E8A']
		.map((value, i) => colour(`accent${i + 1}`, value))
		.join('') +
	colour('hlink', ACCENT) +
	colour('folHlink', GREY) +
	`</a:clrScheme><a:fontScheme name="Jalon">${['majorFont', 'minorFont']
		.map(
			(name) =>
				`<a:${name}><a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`
		)
		.join('')}</a:fontScheme><a:fmtScheme name="Jalon"><a:fillStyleLst>` +
	'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3) +
	'</a:fillStyleLst><a:lnStyleLst>' +
	'<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3) +
	'</a:lnStyleLst><a:effectStyleLst>' +
	'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3) +
	'</a:effectStyleLst><a:bgFillStyleLst>' +
	'<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3) +
	'</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>';

export const box = (x, y, width, height) =>
	`<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;

const tree = (shapes) =>
	`<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`;

export const slide = (name, shapes) =>
	`${HEAD}<p:sld ${NS}><p:cSld name="${name}">${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;

/** A place of the layout: `type` of placeholder, where it stands, its look. */
const place = (id, name, type, at, body, prompt) =>
	`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr>${at}</p:spPr><p:txBody>${body}<a:p><a:r><a:rPr lang="fr-FR"/><a:t>${prompt}</a:t></a:r></a:p></p:txBody></p:sp>`;

const line = (id, y) =>
	`<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Filet"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>${box(EDGE, y, TEXT_WIDTH, 0)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="15875">${fill(ACCENT)}</a:ln></p:spPr></p:cxnSp>`;

const level = (n, size, more = '') =>
	`<a:lvl${n}pPr marL="0" indent="0" algn="l">${more}<a:buNone/><a:defRPr sz="${size}">${fill(INK)}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${n}pPr>`;

const titleAt = box(EDGE, 300000, TEXT_WIDTH, 620000);
const footAt = box(EDGE, 6430000, 8200000, 280000);
const numberAt = box(PAGE.width - EDGE - 1600000, 6430000, 1600000, 280000);

export const master = () =>
	`${HEAD}<p:sldMaster ${NS}><p:cSld><p:bg><p:bgPr>${fill('FFFFFF')}<a:effectLst/></p:bgPr></p:bg>${tree(
		place(
			2,
			'Titre',
			'type="title"',
			titleAt,
			'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr>',
			'Titre'
		) +
			place(
				3,
				'Texte',
				'type="body" idx="1"',
				box(EDGE, 1250000, TEXT_WIDTH, 4950000),
				'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>',
				'Texte'
			)
	)}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:defRPr sz="2600" b="1">${fill(ACCENT)}<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${level(1, 1600, '<a:spcAft><a:spcPts val="400"/></a:spcAft>')}${level(2, 1400)}</p:bodyStyle><p:otherStyle>${level(1, 1400)}</p:otherStyle></p:txStyles></p:sldMaster>`;

const layout = (name, type, shapes) =>
	`${HEAD}<p:sldLayout ${NS} type="${type}" preserve="1"><p:cSld name="${name}">${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

export const titleLayout = () =>
	layout(
		'Ouverture',
		'title',
		place(
			2,
			'Titre',
			'type="ctrTitle"',
			box(EDGE, 2050000, TEXT_WIDTH, 1300000),
			'<a:bodyPr anchor="b"/><a:lstStyle><a:lvl1pPr><a:defRPr sz="4000"/></a:lvl1pPr></a:lstStyle>',
			'Titre'
		) +
			place(
				3,
				'Sous-titre',
				'type="subTitle" idx="1"',
				box(EDGE, 3560000, TEXT_WIDTH, 1500000),
				`<a:bodyPr/><a:lstStyle><a:lvl1pPr><a:defRPr sz="2000">${fill(GREY)}</a:defRPr></a:lvl1pPr></a:lstStyle>`,
				'Sous-titre'
			) +
			line(4, 3450000)
	);

export const contentLayout = () =>
	layout(
		'Contenu',
		'titleOnly',
		place(2, 'Titre', 'type="title"', titleAt, '<a:bodyPr/><a:lstStyle/>', 'Titre') +
			line(3, 1000000) +
			place(
				4,
				'Pied de page',
				'type="ftr" sz="quarter" idx="10"',
				footAt,
				`<a:bodyPr lIns="0" rIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr><a:defRPr sz="1000">${fill(GREY)}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>`,
				'Pied de page'
			) +
			`<p:sp><p:nvSpPr><p:cNvPr id="5" name="Numéro"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="11"/></p:nvPr></p:nvSpPr><p:spPr>${numberAt}</p:spPr><p:txBody><a:bodyPr lIns="0" rIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1000">${fill(GREY)}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>`
	);

export const presentation = (count) =>
	`${HEAD}<p:presentation ${NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${Array.from(
		{ length: count },
		(_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 10}"/>`
	).join(
		''
	)}</p:sldIdLst><p:sldSz cx="${PAGE.width}" cy="${PAGE.height}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr><a:defRPr lang="fr-FR"/></a:defPPr><a:lvl1pPr><a:defRPr sz="1400"><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle></p:presentation>`;

export { RULE, WASH, ACCENT, GREY, INK, fill };
