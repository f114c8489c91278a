import { expect, it } from 'vitest';
import { drawn } from './drawn.ts';

it('writes the strokes of an icon, with all their attributes', () => {
	const check = {
		name: 'x',
		node: [
			['path', { d: 'M18 6 6 18' }],
			['circle', { cx: 12, cy: 12, r: 10 }]
		]
	};
	expect(drawn(check as Parameters<typeof drawn>[0])).toBe(
		'<path d="M18 6 6 18"></path><circle cx="12" cy="12" r="10"></circle>'
	);
});
