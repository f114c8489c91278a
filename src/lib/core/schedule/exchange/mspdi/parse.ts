import { planLimits, quoted, type Fault, type FaultCode } from '../plan.ts';
import { readText } from './parse-text.ts';
import type { XmlElement } from './xml.ts';

/** Files of MS Project nest eight deep. */
const DEEPEST = 32;
/** Characters of one value: far more than any we keep. */
const LONGEST = 100_000;
/** Elements kept: forty for each of ten thousand tasks, and as many again. */
const MOST = 800_000;

/** What the reader asks for. The rest, which makes most of a large file, is passed over without being built. */
const KEPT = new Set(
	`Project CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay
	Calendars Calendar IsBaseCalendar WeekDays WeekDay DayType DayWorking TimePeriod FromDate ToDate Exceptions Exception
	Tasks Task UID Name IsNull OutlineLevel Start Finish Milestone Summary Manual PercentComplete ActualStart ActualFinish
	ConstraintType ConstraintDate Deadline Notes PredecessorLink PredecessorUID Type LinkLag LagFormat
	ExtendedAttribute FieldID Value Baseline Number
	Resources Resource Group Assignments Assignment TaskUID ResourceUID`.split(/\s+/)
);
const NAME = /[\p{L}_][\p{L}\p{N}_.\-:]*/uy;
const NO_CHILDREN: XmlElement[] = [];

export type Parsed = { ok: true; root: XmlElement } | { ok: false; fault: Fault };

interface Open {
	name: string;
	at: number;
	/** Null for what is passed over. */
	element: XmlElement | null;
}

/** Where a tag ends: the first `>` outside its quotes; -1 when it never does. */
function tagEnd(xml: string, from: number): number {
	for (let at = from; at < xml.length; at++) {
		const character = xml[at];
		if (character === '>') return at;
		if (character === '<') return -1;
		if (character !== '"' && character !== "'") continue;
		at = xml.indexOf(character, at + 1);
		if (at < 0) return -1;
	}
	return -1;
}

/**
 * Parses the part of an MS Project file that we read, in one pass, each element with its line. A document type is
 * refused, so that no entity can be declared, let alone fetched; depth, tasks and elements are counted on the way, and
 * what breaks the rules of XML (a tag that is not closed, another name at the end) stops the reading where it stands.
 * Attributes are passed over: the format has none.
 */
export function parseXml(given: string): Parsed {
	const xml = given.replace(/^\uFEFF/, '');
	const stack: Open[] = [];
	let root: XmlElement | null = null;
	let [kept, tasks] = [0, 0];
	// The places asked for only go forward, so each end of a line is looked for once.
	let [line, nextBreak] = [1, xml.indexOf('\n')];
	const lineAt = (at: number): number => {
		while (nextBreak >= 0 && nextBreak < at) {
			line++;
			nextBreak = xml.indexOf('\n', nextBreak + 1);
		}
		return line;
	};
	const refuse = (at: number, code: FaultCode, value: unknown = xml.slice(at, at + 40)): Parsed => ({
		ok: false,
		fault: { line: lineAt(at), code, value: quoted(value) }
	});

	for (let at = 0; at < xml.length;) {
		const open = stack.at(-1);
		const tag = xml.indexOf('<', at);
		const end = tag < 0 ? xml.length : tag;
		if (end > at) {
			const inside = open?.element;
			if (inside && inside.children.length === 0) {
				if (end - at > LONGEST) return refuse(at, 'notes_long');
				const text = readText(xml.slice(at, end));
				if (text === null) return refuse(at, 'xml_entities', xml.slice(at, end));
				inside.text += text;
			} else if (!open && /\S/.test(xml.slice(at, Math.min(end, at + 1000))))
				return refuse(at, 'xml_malformed');
		}
		if (tag < 0) break;
		if (xml[tag + 1] === '?') {
			const close = xml.indexOf('?>', tag);
			if (close < 0) return refuse(tag, 'xml_malformed');
			at = close + 2;
		} else if (xml.startsWith('<!--', tag)) {
			const close = xml.indexOf('-->', tag + 4);
			if (close < 0) return refuse(tag, 'xml_malformed');
			at = close + 3;
		} else if (xml.startsWith('<![CDATA[', tag)) {
			const close = xml.indexOf(']]>', tag);
			if (close < 0 || !open) return refuse(tag, 'xml_malformed');
			if (open.element) open.element.text += xml.slice(tag + 9, close);
			at = close + 3;
		} else if (xml[tag + 1] === '!') {
			return refuse(tag, 'xml_entities');
		} else if (xml[tag + 1] === '/') {
			const close = xml.indexOf('>', tag);
			if (!open || close < 0 || xml.slice(tag + 2, close).trimEnd() !== open.name)
				return refuse(tag, 'xml_malformed');
			stack.pop();
			at = close + 1;
		} else {
			NAME.lastIndex = tag + 1;
			const name = NAME.exec(xml)?.[0];
			const close = name === undefined ? -1 : tagEnd(xml, tag + 1 + name.length);
			if (name === undefined || close < 0 || (root && !open)) return refuse(tag, 'xml_malformed');
			const local = name.slice(name.indexOf(':') + 1);
			let element: XmlElement | null = null;
			if (!open || (open.element && KEPT.has(local))) {
				if (local === 'Task' && ++tasks > planLimits.tasks)
					return refuse(tag, 'too_many_lines', planLimits.lines);
				if (++kept > MOST) return refuse(tag, 'too_many_lines', planLimits.lines);
				element = { name: local, line: lineAt(tag), text: '', children: NO_CHILDREN };
				if (open?.element) {
					const { element: parent } = open;
					if (parent.children === NO_CHILDREN) parent.children = [];
					parent.children.push(element);
					parent.text = '';
				} else root ??= element;
			}
			if (xml[close - 1] !== '/') {
				stack.push({ name, at: tag, element });
				if (stack.length > DEEPEST) return refuse(tag, 'xml_deep', DEEPEST);
			}
			at = close + 1;
		}
	}
	const unclosed = stack.at(-1);
	if (unclosed) {
		[line, nextBreak] = [1, xml.indexOf('\n')];
		return refuse(unclosed.at, 'xml_malformed');
	}
	return root ? { ok: true, root } : refuse(0, 'xml_malformed');
}
