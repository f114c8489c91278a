import { backdropMarkup, legendMarkup, scaleMarkup, todayMarkup } from './svg-frame.ts';
import { linksMarkup, rowsMarkup } from './svg-rows.ts';
import { INK, planOf, SIZE, type ScheduleSvgInput } from './svg-scene.ts';
import { fitted, label, tag, xml } from './svg-text.ts';

export type { ScheduleSvgInput, ScheduleSvgWords } from './svg-scene.ts';

/**
 * The whole schedule as one picture that stands alone: colours written in, no script, no font or file from elsewhere,
 * every text escaped. As wide as asked (480 to 20,000 pixels) and as high as its rows.
 * @returns an SVG 1.1 document, `xml` declaration included.
 */
export function scheduleSvg(input: ScheduleSvgInput): string {
	const plan = planOf(input);
	const { markup, height } = legendMarkup(plan, input);
	const size = { width: plan.right + SIZE.edge, height: Math.ceil(plan.bottom + height) };
	const span = { startsOn: plan.range.from, endsOn: plan.range.to };
	const name = fitted(input.title, size.width - 2 * SIZE.edge, 17, true);
	const inside = [
		tag('title', { id: 'schedule-title' }, xml(input.title)),
		tag('desc', { id: 'schedule-desc' }, xml(input.words.description(input.rows.length, span))),
		tag('rect', { ...size, fill: INK.surface }),
		label({ x: SIZE.edge, y: 26, 'font-size': 17, 'font-weight': 600, fill: INK.ink }, name),
		backdropMarkup(plan, input),
		scaleMarkup(plan, input),
		todayMarkup(plan, input),
		linksMarkup(plan, input),
		rowsMarkup(plan, input),
		markup
	].join('\n');
	const svg = tag(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			...size,
			viewBox: `0 0 ${size.width} ${size.height}`,
			role: 'img',
			'aria-labelledby': 'schedule-title schedule-desc',
			'xml:lang': input.locale,
			lang: input.locale,
			'font-family': "'Source Sans 3', 'Source Sans Pro', Carlito, 'Liberation Sans', Arial, sans-serif"
		},
		inside
	);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}
