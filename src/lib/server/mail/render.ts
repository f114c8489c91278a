import { formatDay } from '#core/calendar/format.ts';
import { isDay } from '#core/calendar/days.ts';
import { decisionKinds, type DecisionKind } from '#core/deliverables/circuit.ts';
import { resultKey } from '#core/deliverables/labels.ts';
import { moneyWords } from '#core/penalties/say.ts';
import * as all from '../../i18n/paraglide/messages/_index.js';

export interface RenderedMail {
	subject: string;
	text: string;
	html: string;
}

type Say = (inputs: Record<string, unknown>, options: { locale: 'fr' | 'en' }) => string;
const catalogue = all as unknown as Record<string, Say | undefined>;

const escape = (text: string) =>
	text.replace(
		/[&<>"']/g,
		(c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c
	);

/** A mail of the store's own sign-in: its words are in supabase/templates, its text is made of its HTML. */
function signIn(data: Record<string, unknown>): RenderedMail {
	const html = String(data.html ?? '');
	// However its template is laid out: in HTML a line break is a space, and a closing tag may hold one.
	const text = html
		.replace(/\s+/g, ' ')
		.replace(/<a href="([^"]*)"[^>]*>([^<]*)<\/a ?>/g, '$2 ($1)')
		.replace(/ ?<\/p ?> ?/g, '\n')
		.replace(/<p> /g, '<p>')
		.replace(/<[^>]*>/g, '')
		.replace(/&amp;/g, '&')
		.trim();
	return { subject: String(data.subject ?? ''), text, html };
}

function pathOf(kind: string, d: Record<string, unknown>): string {
	const mission = `/missions/${encodeURIComponent(String(d.slug ?? ''))}`;
	const part = (value: unknown) => encodeURIComponent(String(value ?? ''));
	if (kind === 'invitation') return `/invitation/${part(d.token)}`;
	if (kind.startsWith('penalty_')) return `${mission}/penalties/${part(d.number)}`;
	if (kind.startsWith('delegation') || kind === 'signatory_named') return `${mission}/team`;
	if (kind.startsWith('report_')) return `${mission}/reports/${part(d.period)}`;
	// Whoever follows this link has the edition before them.
	if (kind === 'meeting_circulated' && d.edition)
		return `${mission}/meetings/${part(d.code)}?edition=${part(d.edition)}#afterwards`;
	if (kind.startsWith('meeting_')) return `${mission}/meetings/${part(d.code)}`;
	if (kind === 'contract_amended' || kind === 'amendment_to_sign') return `${mission}/contract`;
	return `${mission}/deliverables/${part(d.code)}`;
}

/** What a mail says below its first sentence, each line only where there is something to say. */
function linesOf(kind: string, d: Record<string, unknown>): string[] {
	const lines = (...keys: (string | false)[]) => keys.filter((key) => key !== false);
	if (kind.startsWith('decision_'))
		return lines(
			'decision_kind',
			Boolean(d.reduction) && 'decision_reduction',
			Boolean(d.reasons) && 'decision_reasons',
			d.of ? 'decision_by_delegation' : 'decision_by',
			'decision_effect',
			kind === 'decision_in_your_name' && 'delegation_unwanted'
		);
	if (kind === 'penalty_invited') return lines(Boolean(d.message) && 'penalty_invited_message');
	if (kind === 'penalty_decided')
		return lines(
			Boolean(d.reasons) && 'decision_reasons',
			d.of ? 'decision_by_delegation' : 'decision_by',
			Boolean(d.corrects) && 'penalty_decided_corrects'
		);
	if (kind === 'meeting_circulated') return lines(Boolean(d.commentsUntil) && 'meeting_circulated_until');
	if (kind === 'delegation') return lines('delegation_recorded_by', 'delegation_reason');
	if (kind === 'delegation_recorded')
		return lines('delegation_recorded_by', 'delegation_reason', 'delegation_unwanted');
	return [];
}

/** The amount of a penalty, in whole cents and the contract's currency. */
function amountWords({ amountCents, currency }: Record<string, unknown>, locale: 'fr' | 'en'): string {
	if (typeof amountCents !== 'number') return '';
	return moneyWords(BigInt(amountCents), String(currency ?? ''), locale);
}

const inHtml = (line: string) => `<p>${escape(line).replace(/\r?\n/g, '<br>')}</p>`;

const inLink = ({ label, link }: { label: string; link: string }) =>
	`<p><a href="${escape(link)}">${escape(label)}</a></p>`;

/**
 * The words of a mail, made of what it is about. Every link opens a page, none acts.
 * @param kind as the store's functions name it
 * @param siteUrl without a slash at its end
 */
export function renderMail(
	kind: string,
	data: Record<string, unknown>,
	siteUrl: string,
	locale: 'fr' | 'en' = 'fr'
): RenderedMail {
	if (kind === 'auth') return signIn(data);
	const day = (value: unknown) => (isDay(value) ? formatDay(value, locale) : '');
	const inputs: Record<string, unknown> = {
		...data,
		day: day(data.heldOn),
		from: day(data.fromDay),
		to: day(data.toDay),
		effect: day(data.effectOn),
		until: day(data.commentBy),
		commentsEnd: day(data.commentsUntil),
		amount: amountWords(data, locale),
		told: Array.isArray(data.told) ? data.told.join(', ') : ''
	};
	const say = (key: string, more: Record<string, unknown> = {}) =>
		catalogue[`mail_${key}`]?.({ ...inputs, ...more }, { locale }) ?? '';
	if (decisionKinds.includes(data.kind as DecisionKind))
		inputs.result = catalogue[resultKey(data.kind as DecisionKind, String(data.regime))]?.(
			{},
			{ locale }
		);
	if (kind === 'penalty_decided') inputs.result = say(`penalty_result_${String(data.decision)}`);
	const hour = typeof data.startsAt === 'string' ? data.startsAt.slice(0, 5) : '';
	inputs.place = `${hour && say('at_hour', { hour })}${data.place ? say('at_place') : ''}`;
	const hello = data.name ? say('hello') : say('hello_all');
	// Told again: a change of what was convened.
	const spoken = kind === 'meeting_convened' && data.again ? 'meeting_changed' : kind;
	const first =
		kind === 'invitation' && !data.mission ? say('invitation_store_text') : say(`${spoken}_text`);
	const body = [first, ...linesOf(kind, data).map((key) => say(key))];
	const buttons = [{ label: say(`${kind}_button`), link: siteUrl + pathOf(kind, data) }];
	// Whoever is convened answers first.
	if (kind === 'meeting_convened' && data.token)
		buttons.unshift({
			label: say('meeting_reply_button'),
			link: `${siteUrl}/reply/${encodeURIComponent(String(data.token))}`
		});
	const foot = data.mission ? say('foot') : say('foot_store');
	return {
		subject: say(`${spoken}_subject`),
		text: `${hello}\n\n${body.join('\n\n')}\n\n${buttons.map(({ label, link }) => `${label} : ${link}`).join('\n')}\n\n-- \n${foot}\n`,
		html: `<p>${escape(hello)}</p>${body.map(inHtml).join('')}${buttons.map(inLink).join('')}<p><small>${escape(foot)}</small></p>`
	};
}

/** The kinds of mails that the store's functions write, for the test that holds each has words. */
export const mailKinds = [
	'version_handed_in',
	'endorsement_confirmed',
	'decision_taken',
	'decision_copy',
	'decision_in_your_name',
	'report_filed',
	'report_received',
	'report_contested',
	'meeting_convened',
	'meeting_circulated',
	'meeting_cancelled',
	'meeting_uninvited',
	'penalty_invited',
	'penalty_commented',
	'penalty_decided',
	'signatory_named',
	'delegation',
	'delegation_recorded',
	'delegation_revoked',
	'contract_amended',
	'amendment_to_sign',
	'invitation'
] as const;
