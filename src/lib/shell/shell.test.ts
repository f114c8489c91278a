import { describe, expect, test } from 'vitest';
import { current } from './nav/current.ts';
import { safePath } from './safe-path.ts';

describe('going back', () => {
	test.each([
		'https://elsewhere.test/',
		'//elsewhere.test/',
		'/\\elsewhere.test',
		'/\t/elsewhere.test',
		'/.//elsewhere.test',
		'javascript:alert(1)',
		'',
		null,
		['/a']
	])('%s leads home', (asked) => expect(safePath(asked, 'http://localhost:3000')).toBe('/'));

	test('keeps the view, which stands in the address', () => {
		const view = '/missions/eure-et-loir/deliverables?state=late&sort=due#E-L11';
		expect(safePath(view, 'http://localhost:3000')).toBe(view);
	});
});

describe('where am I', () => {
	const root = '/missions/eure-et-loir';
	test('the dashboard is current on its own page only', () => {
		expect(current(root, { href: root, exact: true })).toBe('page');
		expect(current(`${root}/team`, { href: root, exact: true })).toBeUndefined();
	});
	test('a deliverable belongs to the deliverables, a meeting to the committees', () => {
		expect(current(`${root}/deliverables/E-L11`, { href: `${root}/deliverables` })).toBe('true');
		const committees = { href: `${root}/committees`, also: [`${root}/meetings`] };
		expect(current(`${root}/meetings/COPIL-2`, committees)).toBe('true');
	});
	test('a longer word is not a page below', () => {
		expect(current(`${root}/reports-old`, { href: `${root}/reports` })).toBeUndefined();
	});
});
