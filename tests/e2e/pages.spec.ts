import { common, inMission, large, look, open, small } from './support/look.ts';
import { people, type Who } from './support/people.ts';
import { test } from './support/test.ts';

/**
 * Who sees what, and in which window axe reads it; nothing may be too wide in either. The members of one body see the
 * same, and so do the contractor's people.
 */
const walks: [Who, typeof large, string[]][] = [
	['manager', large, [...common, ...inMission]],
	['signatory', small, [...common, ...inMission]],
	['chair', small, [...common, ...inMission]],
	['consultant', large, [...common, ...inMission]],
	['observer', small, [...common, ...inMission]],
	[
		'admin',
		large,
		[
			...common,
			'/admin/people',
			'/admin/mail',
			'/missions/new',
			'/missions/new?way=file',
			'/missions/new?way=steps'
		]
	],
	['stranger', small, [...common, ...open]]
];

for (const [who, own, addresses] of walks)
	test(`every page of ${people[who]}, large and small`, async ({ enter }) => {
		// Thirty pages in two windows, beside the journeys.
		test.setTimeout(360_000);
		const { page } = await enter(who);
		await page.setViewportSize(own);
		for (const address of addresses) await look(page, address, own);
	});
