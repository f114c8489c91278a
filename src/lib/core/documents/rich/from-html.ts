const ENTITIES: Record<string, string> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: '\u00a0', shy: '' },
	...{ laquo: '«', raquo: '»', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', hellip: '…', bull: '•' },
	...{ ndash: '–', mdash: '—', middot: '·', deg: '°', euro: '€', sect: '§', eacute: 'é', egrave: 'è' },
	...{ ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç', ugrave: 'ù', ucirc: 'û', icirc: 'î', ocirc: 'ô' },
	...{ iuml: 'ï', euml: 'ë', uuml: 'ü', oelig: 'œ', Eacute: 'É', Egrave: 'È', Agrave: 'À', Ccedil: 'Ç' }
};

function decode(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g,
		(whole, ten, hex, name) => {
			if (name) return ENTITIES[name as string] ?? (whole as string);
			const point = parseInt((ten ?? hex) as string, ten ? 10 : 16);
			const real = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
			return real ? String.fromCodePoint(point) : '';
		}
	);
}

// What is not text: its content is dropped with it.
const HIDDEN = new Set(['head', 'style', 'script', 'title', 'xml', 'template', 'object', 'svg']);
const BLOCKS = new Set([
	...[
		'p',
		'div',
		'section',
		'article',
		'blockquote',
		'pre',
		'table',
		'tr',
		'ul',
		'ol',
		'li',
		'dl',
		'dt',
		'dd'
	],
	...[
		'h1',
		'h2',
		'h3',
		'h4',
		'h5',
		'h6',
		'header',
		'footer',
		'main',
		'body',
		'html',
		'hr',
		'figure',
		'address'
	]
]);
const BOLD = new Set(['b', 'strong']);
const isBold = (tag: string, style: string) =>
	BOLD.has(tag)
		? !/font-weight:\s*(normal|[1-4]00)\b/i.test(style)
		: /font-weight:\s*(bold|[6-9]00)\b/i.test(style);

interface Open {
	tag: string;
	bold: boolean;
}
interface List {
	/** The number its next point takes; null in a list without numbers. */
	next: number | null;
}

/** The clipboard's own wrapping, and what Word writes for other programs than browsers. */
const REMARKS = /<!--[^]*?(?:-->|$)|<!\[if !supportLists\]>[^]*?<!\[endif\]>|<[!?][^>]*>/gi;
const TOKEN = /<(\/?)([A-Za-z][A-Za-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</g;

class Writer {
	lines: string[] = [];
	private mark = '';
	private text = '';
	private bold = false;

	/** A line begins with this mark. */
	begin(mark: string): void {
		this.end();
		this.mark = mark;
	}
	add(text: string, bold: boolean): void {
		const clean = text.replace(/[ \t\r\n\f]+/g, ' ').replaceAll('**', '');
		if (clean === '') return;
		if (clean === ' ') {
			if (this.text && !this.text.endsWith(' ')) this.text += ' ';
			return;
		}
		if (bold !== this.bold) this.turn(bold);
		this.text += this.text.endsWith(' ') || this.text === '' ? clean.replace(/^ /, '') : clean;
	}
	/** A heading is bold by itself. */
	private turn(bold: boolean): void {
		this.bold = bold;
		if (bold || !this.text.endsWith(' ')) this.text += '**';
		// A mark that closes stands against the letter before it.
		else this.text = `${this.text.slice(0, -1)}** `;
	}
	end(): void {
		if (this.bold) this.turn(false);
		const text = this.text.trim();
		if (text) this.lines.push(this.mark + text);
		[this.mark, this.text] = ['', ''];
	}
}

/**
 * What is pasted from Word or a browser as this application's own marks: `**bold**`, `- ` and `1. ` for lists with two
 * spaces per level, `# ` for headings. Everything else is dropped but its words; a row of a table is one line. One
 * pass, and nothing of it is ever shown as markup.
 */
export function richFromHtml(html: string): string {
	const writer = new Writer();
	const lists: List[] = [];
	const open: Open[] = [];
	let hidden = '';
	let heading = false;
	let bold = 0;
	for (const [token, closing, name = '', attributes = ''] of html.replace(REMARKS, '').matchAll(TOKEN)) {
		const tag = name.toLowerCase();
		if (hidden) {
			if (closing && tag === hidden) hidden = '';
			continue;
		}
		if (!tag) {
			writer.add(decode(token), !heading && bold > 0);
			continue;
		}
		if (closing) {
			const at = open.findLastIndex((one) => one.tag === tag);
			if (at !== -1) bold -= open.splice(at, 1)[0]!.bold ? 1 : 0;
			if (tag === 'td' || tag === 'th') writer.add(' ', false);
			if (!BLOCKS.has(tag)) continue;
			if (tag === 'ul' || tag === 'ol') lists.pop();
			heading = heading && !/^h[1-6]$/.test(tag);
			// A paragraph within a point of a list is that point.
			if (tag !== 'p' || !lists.length) writer.end();
			continue;
		}
		if (HIDDEN.has(tag)) {
			if (!attributes.endsWith('/')) hidden = tag;
			continue;
		}
		if (tag === 'br') {
			writer.end();
			continue;
		}
		const style = decode(/style\s*=\s*("[^"]*"|'[^']*')/i.exec(attributes)?.[1] ?? '');
		if (!attributes.endsWith('/')) {
			open.push({ tag, bold: isBold(tag, style) });
			bold += open.at(-1)!.bold ? 1 : 0;
		}
		if (!BLOCKS.has(tag)) continue;
		const level = /^h([1-6])$/.exec(tag)?.[1];
		const word = /mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1];
		if (tag === 'ul') lists.push({ next: null });
		else if (tag === 'ol')
			lists.push({ next: Number(/start\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1) });
		if (tag === 'li') {
			const list = lists.at(-1) ?? { next: null };
			const mark = list.next === null ? '-' : `${list.next++}.`;
			writer.begin(`${'  '.repeat(Math.min(2, Math.max(0, lists.length - 1)))}${mark} `);
		} else if (word) writer.begin(`${'  '.repeat(Math.min(2, Number(word) - 1))}- `);
		else if (level) {
			writer.begin(`${'#'.repeat(Math.min(3, Number(level)))} `);
			heading = true;
		} else if (tag !== 'p' || !lists.length) writer.end();
	}
	writer.end();
	return writer.lines.join('\n');
}
