import { request as rawRequest } from 'node:http';
import type { APIResponse, Page } from '@playwright/test';
import { audit } from './support/audit.ts';
import { mission, people } from './support/people.ts';
import { expect, go, test } from './support/test.ts';
import { fr, saying } from './support/words.ts';

/** No answer says how the program is made. */
const inside = /\bat \S+ \(|node_modules|\/src\/lib|\.ts:\d+|PGRST|SQLSTATE|violates|stack/i;

const html = (origin: string) => ({ origin, accept: 'text/html' });

async function body(answer: APIResponse, status: number): Promise<string> {
	const text = await answer.text();
	expect(answer.status(), `${answer.url()} ${text.slice(0, 200)}`).toBe(status);
	expect(text, answer.url()).not.toMatch(inside);
	return text;
}

const unknownPages = [
	'/missions/nulle-part',
	'/missions/%27%20or%201=1--',
	`${mission}/rien`,
	`${mission}/deliverables/E-L99`,
	`${mission}/meetings/E-COPIL-99`,
	`${mission}/reports/2019-W99`,
	`${mission}/reports/2031-W02`,
	'/invitation/aucune-invitation-de-ce-nom'
];
const unknownFiles = [
	'/missions/nulle-part/meetings/E-COPIL-01/minutes.docx',
	`${mission}/deliverables/E-L99/shell.docx`,
	`${mission}/deliverables/E-L13/files/00000000-0000-4000-8000-000000000000`,
	`${mission}/deliverables/E-L13/files/rien`,
	`${mission}/meetings/E-COPIL-99/minutes.docx`,
	`${mission}/meetings/E-COPIL-99/deck.pptx`,
	`${mission}/reports/2019-W60.docx`,
	`${mission}/reports/2031-W02.docx`
];

test('a page that does not exist answers 404, in words', async ({ enter, origin }) => {
	const { page, watch } = await enter('manager');
	watch.allow(404);
	for (const address of unknownPages) {
		await body(await page.request.get(address, { headers: html(origin) }), 404);
		await go(page, address, 404);
		await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(fr('page_error_404_title'));
		await expect(page.getByRole('main').getByRole('link').first(), address).toBeVisible();
		await audit(page);
	}
});

test('a file that does not exist answers 404, in words', async ({ enter }) => {
	const { page, watch } = await enter('manager');
	watch.allow(404);
	for (const address of unknownFiles) {
		// As a browser asks for it, and as a program does.
		const answer = await page.goto(address);
		expect(answer?.status(), address).toBe(404);
		await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(/\S/);
		await expect(page.locator('body'), address).not.toHaveText(inside);
		await audit(page);
		await body(await page.request.get(address), 404);
	}
});

test('who is no member gets the same 404, administrator included', async ({ enter, origin }) => {
	for (const who of ['stranger', 'admin'] as const) {
		const { page, watch } = await enter(who);
		watch.allow(404);
		for (const part of [
			'',
			'/schedule',
			'/committees',
			'/meetings/E-COPIL-01',
			'/meetings/E-COPIL-01/minutes.docx',
			'/meetings/E-COPIL-01/decisions.docx',
			'/meetings/E-COPIL-01/attendance.docx',
			'/meetings/E-COPIL-01/convocation.docx',
			'/deliverables',
			'/deliverables/E-L13',
			'/deliverables/E-L13/shell.docx',
			'/reports',
			'/reports/2019-W47',
			'/reports/2019-W47.docx',
			'/team',
			'/journal'
		]) {
			const answer = await page.request.get(`${mission}${part}`, { headers: html(origin) });
			const text = await body(answer, 404);
			// Nothing tells that there is such a mission.
			expect(text, part).not.toMatch(/Perche Conseil|relation citoyenne|not_allowed/i);
			if (!part.endsWith('.docx')) expect(text, part).toContain(fr('page_error_404_title'));
		}
		await go(page, '/missions');
		await expect(page.getByRole('main')).toContainText(fr('missions_none'));
		await audit(page);
	}
});

test('only an administrator reads accounts and mails', async ({ enter }) => {
	for (const who of ['manager', 'observer', 'stranger'] as const) {
		const { page } = await enter(who);
		for (const address of ['/admin/people', '/admin/mail'])
			await body(await page.request.get(address), 404);
	}
});

/** Finds what a form of the page sends, as its owner sees it. */
async function field(page: Page, address: string, name: string): Promise<string> {
	await go(page, address);
	return page.locator(`input[name="${name}"]`).first().inputValue();
}

test('a form posted by somebody whose role does not allow it answers 403', async ({ enter, origin }) => {
	const manager = await enter('manager');
	const reportId = await (async () => {
		await go(manager.page, `${mission}/schedule?view=table`);
		return manager.page.locator('tr[data-line]').first().getAttribute('data-line');
	})();
	const committee = await (async () => {
		await go(manager.page, `${mission}/committees`);
		await manager.page
			.getByRole('button', { name: saying(fr('committees_plan_of', { body: 'COPIL' })) })
			.click();
		return manager.page.locator('input[name="committee"]').inputValue();
	})();
	await go(manager.page, `${mission}/team`);
	await manager.page.getByRole('button', { name: fr('team_invite'), exact: true }).click();
	const organisation = await manager.page
		.locator('select[name="organisation"] option')
		.nth(1)
		.getAttribute('value');
	const chair = await enter('chair');
	const [version, seen] = [
		await field(chair.page, `${mission}/deliverables/E-L13`, 'version'),
		await field(chair.page, `${mission}/deliverables/E-L13`, 'seen')
	];

	const forbidden: [string, string, Record<string, string>][] = [
		['schedule', 'remove', { task: reportId ?? '' }],
		[
			'committees',
			'plan',
			{ committee, title: 'Réunion', heldOn: '2019-12-20', startsAt: '', place: '' }
		],
		[
			'team',
			'invite',
			{
				email: 'x@demo.test',
				fullName: 'X',
				organisation: organisation ?? '',
				role: 'observer',
				functionTitle: '',
				startsOn: '2019-12-05'
			}
		],
		['deliverables/E-L13', 'vote', { version, seen, choice: 'approve', reason: '' }],
		['deliverables/E-L13', 'endorse', { version, seen, outcome: 'endorsed', reserves: '', meeting: '' }],
		['deliverables/E-L13', 'decide', { version, seen, kind: 'reject', reasons: 'non', reduction: '' }]
	];
	for (const who of ['consultant', 'observer'] as const) {
		const { page } = await enter(who);
		for (const [part, act, form] of forbidden) {
			const answer = await page.request.post(`${mission}/${part}?/${act}`, {
				form,
				headers: html(origin)
			});
			const text = await body(answer, 403);
			expect(text, `${who} ${part} ${act}`).toMatch(saying(fr('error_not_allowed')));
		}
		const clock = await page.request.post(`${mission}/clock`, {
			form: { to: '2020-01-01' },
			headers: html(origin)
		});
		await body(clock, 403);
	}
});

test('a wrong form answers 422 with the field, and keeps what was typed', async ({
	enter,
	origin,
	request
}) => {
	const { page } = await enter('manager');
	await go(page, `${mission}/committees`);
	await page.getByRole('button', { name: saying(fr('committees_plan_of', { body: 'COPIL' })) }).click();
	const committee = await page.locator('input[name="committee"]').inputValue();
	const typed = 'Réunion exceptionnelle de décembre';
	const wrong: [string, Record<string, string>, string][] = [
		[
			'committees?/plan',
			{ committee, title: typed, heldOn: '2019-02-31', startsAt: '', place: 'Salle haute' },
			'heldOn'
		],
		[
			'schedule?/add',
			{ title: typed, phase: '', startsOn: '2019-12-10', endsOn: '2019-12-01' },
			'endsOn'
		],
		[
			'team?/invite',
			{
				email: 'pas une adresse',
				fullName: typed,
				organisation: '',
				role: 'observer',
				functionTitle: '',
				startsOn: '2019-12-02'
			},
			'email'
		]
	];
	for (const [address, form, name] of wrong) {
		const answer = await page.request.post(`${mission}/${address}`, {
			form,
			headers: { origin, accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
		const said = (await answer.json()) as { type: string; status: number; data: string };
		expect(said.status, address).toBe(422);
		expect(said.data, `${address} names ${name}`).toContain(`"${name}"`);
		expect(said.data, `${address} keeps what was typed`).toContain(typed);
		// The same without scripts: a whole page.
		await body(await page.request.post(`${mission}/${address}`, { form, headers: html(origin) }), 422);
	}
	const door = await request.post('/sign-in', {
		form: { email: people.observer, password: 'secret-mal-tapé', next: '/' },
		headers: html(origin)
	});
	const text = await door.text();
	expect(door.status()).toBeGreaterThanOrEqual(400);
	expect(text, 'the e-mail is kept').toContain(people.observer);
	expect(text, 'a password never comes back').not.toContain('secret-mal-tapé');
});

test('a form from another site is refused', async ({ enter }) => {
	const { page } = await enter('manager');
	const answer = await page.request.post(`${mission}/clock`, {
		form: { to: '2020-01-01' },
		headers: { origin: 'https://example.org', accept: 'text/html' }
	});
	await body(answer, 403);
	await go(page, mission);
	await expect(page.locator('#f-clock-to')).toHaveValue(/^2019-12/);
});

test('another host name gets 421', async ({ origin }) => {
	const { port } = new URL(origin);
	const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
		const asked = rawRequest(
			{ host: '127.0.0.1', port, path: '/', headers: { host: 'jalon.example.org' } },
			(reply) => {
				let text = '';
				reply.on('data', (part: Buffer) => (text += part.toString()));
				reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
			}
		);
		asked.on('error', reject);
		asked.end();
	});
	expect(answer.status).toBe(421);
	expect(answer.text).toContain('ORIGIN');
	expect(answer.text).not.toMatch(inside);
});

test('healthz says that the store answers, and nothing else', async ({ request }) => {
	const answer = await request.get('/healthz');
	expect(answer.status()).toBe(200);
	expect(await answer.json()).toEqual({
		status: 'ok',
		backend: 'embedded',
		version: expect.stringMatching(/^\d+\.\d+\.\d+/)
	});
});

test('every page carries the headers that protect it', async ({ enter }) => {
	const { page } = await enter('manager');
	for (const address of [
		'/sign-in',
		'/',
		mission,
		`${mission}/deliverables/E-L13`,
		'/missions/nulle-part'
	]) {
		const headers = (await page.request.get(address)).headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy, address).toMatch(/default-src 'self'/);
		expect(policy, address).toMatch(/frame-ancestors 'none'/);
		expect(policy, address).toMatch(/object-src 'none'/);
		expect(/script-src [^;]*/.exec(policy)?.[0], address).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
		expect(headers['x-content-type-options'], address).toBe('nosniff');
		expect(headers['x-frame-options'], address).toBe('DENY');
		expect(headers['referrer-policy'], address).toBe('same-origin');
		expect(headers['cache-control'], address).toMatch(/no-store/);
	}
	const { cookies } = await page.context().storageState();
	const session = cookies.filter((cookie) => cookie.name.startsWith('sb-'));
	expect(session.length).toBeGreaterThan(0);
	for (const cookie of session) {
		expect(cookie.httpOnly, cookie.name).toBe(true);
		expect(cookie.sameSite, cookie.name).toBe('Lax');
	}
});

test('the addresses others rely on answer', async ({ enter }) => {
	const { page } = await enter('lead');
	const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
	const expected: [string, string][] = [
		['/', 'text/html'],
		['/missions', 'text/html'],
		[mission, 'text/html'],
		[`${mission}/schedule`, 'text/html'],
		[`${mission}/committees`, 'text/html'],
		[`${mission}/meetings/E-COPIL-01`, 'text/html'],
		[`${mission}/meetings/E-COPIL-01/minutes.docx`, word],
		[`${mission}/meetings/E-COPIL-01/decisions.docx`, word],
		[`${mission}/meetings/E-COPIL-01/attendance.docx`, word],
		[`${mission}/meetings/E-COPIL-02/convocation.docx`, word],
		[`${mission}/meetings/E-COPIL-02/deck.pptx`, 'presentationml.presentation'],
		[`${mission}/deliverables`, 'text/html'],
		[`${mission}/deliverables/E-L13`, 'text/html'],
		[`${mission}/deliverables/E-L21/shell.docx`, word],
		[`${mission}/reports`, 'text/html'],
		[`${mission}/reports/2019-W44`, 'text/html'],
		[`${mission}/reports/2019-W44.docx`, word],
		[`${mission}/team`, 'text/html'],
		[`${mission}/journal`, 'text/html'],
		['/healthz', 'application/json']
	];
	for (const [address, type] of expected) {
		const answer = await page.request.get(address);
		expect(answer.status(), address).toBe(200);
		expect(answer.headers()['content-type'], address).toContain(type);
		if (type === word) {
			expect(answer.headers()['content-disposition'], address).toMatch(
				/^attachment; filename="[^"]+\.docx"/
			);
			expect((await answer.body()).subarray(0, 2).toString(), address).toBe('PK');
		}
	}
});
