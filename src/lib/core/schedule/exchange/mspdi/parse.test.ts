import { describe, expect, it } from 'vitest';
import { parseXml } from './parse.ts';
import { readMspdi } from './read.ts';

const refusal = (xml: string) => {
	const parsed = parseXml(xml);
	return parsed.ok ? null : [parsed.fault.line, parsed.fault.code];
};
const project = (inside: string) =>
	`<?xml version="1.0"?>\n<Project xmlns="http://schemas.microsoft.com/project">\n${inside}\n</Project>`;

describe('parseXml', () => {
	it('refuses every document type, where entities come from, by its line', () => {
		expect(
			refusal(
				'<?xml version="1.0"?>\n<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<Project>&x;</Project>'
			)
		).toEqual([2, 'xml_entities']);
		expect(refusal('<Project>\n\n<!entity x "y"></Project>')).toEqual([3, 'xml_entities']);
	});

	it('expands nothing but the five entities and the characters written by number', () => {
		const parsed = parseXml(
			'<Project><Name>&lt;a&gt; &amp;amp; &#233;&#xE9; <![CDATA[<b>&amp;]]></Name></Project>'
		);
		expect(refusal('<Project>\n<Name>&unknown;</Name></Project>')).toEqual([2, 'xml_entities']);
		expect(parsed.ok && parsed.root.children[0]!.text).toContain('<a> &amp; éé ');
	});

	it('refuses a million tasks at the one too many, before anything is built', () => {
		const xml = project(`<Tasks>\n${'<Task></Task>\n'.repeat(1_000_000)}</Tasks>`);
		expect(refusal(xml)).toEqual([10_004, 'too_many_lines']);
	});

	it('refuses what nests too deep, and what is cut short, by its line', () => {
		expect(refusal(`${'<a>\n'.repeat(50)}${'</a>'.repeat(50)}`)).toEqual([33, 'xml_deep']);
		expect(refusal(project('<Tasks>\n<Task>'))?.[1]).toBe('xml_malformed');
		expect(refusal('<Project><Tasks')?.[1]).toBe('xml_malformed');
		expect(refusal(project('<Tasks>\n</Task>'))).toEqual([4, 'xml_malformed']);
		expect(refusal('<Project></Project><Project/>')).toEqual([1, 'xml_malformed']);
		expect(refusal('<Project a="x>y" b=\'</Project>\'></Project>')).toBeNull();
		expect(refusal('')?.[1]).toBe('xml_malformed');
		expect(refusal('PK\u0003\u0004 not xml at all')?.[1]).toBe('xml_malformed');
	});

	it('is no schedule when it is another kind of file, or an empty one', () => {
		const svg = parseXml('<svg><g/></svg>');
		expect(svg.ok && readMspdi(svg.root).faults).toMatchObject([{ line: 1, code: 'xml_not_project' }]);
		const empty = parseXml(project('<Tasks></Tasks>'));
		expect(empty.ok && readMspdi(empty.root).faults).toMatchObject([{ code: 'file_empty' }]);
	});
});

describe('a schedule with faults', () => {
	const task = (uid: number, name: string, start: string, finish: string, more = '') =>
		`<Task><UID>${uid}</UID><Name>${name}</Name><OutlineLevel>1</OutlineLevel><Start>${start}T08:00:00</Start><Finish>${finish}T17:00:00</Finish>${more}</Task>`;
	const link = (uid: number, type = 1) =>
		`<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type></PredecessorLink>`;

	it('names each by its line', () => {
		const parsed = parseXml(
			project(
				[
					'<Tasks>',
					task(1, 'A', '2019-11-05', '2019-11-04'),
					task(2, 'B', '9999-01-01', '9999-01-02'),
					task(3, '', '2019-11-04', '2019-11-05', link(77)),
					task(3, 'D', '2019-11-04', '2019-11-05', link(1, 9)),
					task(5, 'E', '2019-13-45', '2019-11-05', link(5)),
					'</Tasks>'
				].join('\n')
			)
		);
		if (!parsed.ok) throw new Error(parsed.fault.code);
		expect(readMspdi(parsed.root).faults.map(({ line, code }) => [line, code])).toEqual([
			[4, 'end_before_start'],
			[5, 'date_out_of_range'],
			[5, 'date_out_of_range'],
			[6, 'title_missing'],
			[6, 'link_nowhere'],
			[7, 'line_twice'],
			[7, 'link_unreadable'],
			[8, 'date_unreadable'],
			[8, 'link_itself']
		]);
	});
});
