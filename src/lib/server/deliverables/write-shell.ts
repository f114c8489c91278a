import { formatDayShort } from '#core/calendar/format.ts';
import type { Contract } from '#core/contract/schema.ts';
import { nextNumber } from '#core/deliverables/numbering.ts';
import { fileName } from '#core/documents/file-name.ts';
import { buildShell, type ShellInput } from '#core/documents/shell.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { readDeliverable } from './read-deliverable.ts';

/**
 * The Word shell of a deliverable's next version: cover, control table, history and distribution list filled from the
 * contract and from what was handed in, one heading per point the contract asks for.
 * @throws `not_found`; `already_admitted`, `awaits_decision` when no version can follow
 */
export async function writeShell(
	ctx: Context,
	slug: string,
	code: string
): Promise<{ name: string; bytes: Uint8Array }> {
	const mission = await readMission(ctx, slug);
	const [deliverable, contract, organisations] = await Promise.all([
		readDeliverable(ctx, slug, code),
		contractOf(ctx, mission.id),
		organisationsOf(ctx, mission.id)
	]);
	const [latest] = deliverable.versions;
	const number = nextNumber(latest ?? null);
	if (!number)
		throw new DomainError(latest?.state === 'endorsed' ? 'awaits_decision' : 'already_admitted', {
			number: latest?.number
		});
	const locale = mission.language === 'en' ? 'en' : 'fr';
	const say = (day: string) => formatDayShort(day, locale);
	const source = contract.deliverables.find((d) => d.code === code);
	const side = (wanted: string) => organisations.find((o) => o.side === wanted)?.name ?? '—';
	const input: ShellInput = {
		contract: { title: contract.title, number: mission.reference },
		client: { role: 'Maître d’ouvrage', name: side('client') },
		contractor: { role: 'Titulaire', name: side('contractor') },
		deliverable: { code, title: deliverable.title, phase: deliverable.phaseTitle },
		control: {
			reference: code,
			version: `${number} (projet)`,
			state: 'Projet, avant remise',
			date: say(mission.today),
			author: ctx.person?.fullName
		},
		confidentiality: 'Diffusion restreinte aux parties au contrat',
		history: [
			...deliverable.versions.toReversed().map((version) => ({
				edition: version.number,
				day: say(version.submittedOn),
				writer: version.by,
				changes: version.note || 'Version remise'
			})),
			{
				edition: `${number} (projet)`,
				day: say(mission.today),
				writer: ctx.person?.fullName,
				changes: 'En rédaction'
			}
		],
		forAction: recipientsOf(contract, source?.recipients ?? [], side('client')),
		forInformation: deliverable.body
			? [{ name: deliverable.body.title, organisation: side('client') }]
			: [],
		sections: deliverable.checklist.map((heading) => ({ heading, clause: deliverable.clause?.ref }))
	};
	const bytes = renderDocument(loadTemplate('shell', ctx.settings.templatesDir), buildShell(input), {
		templateName: 'shell',
		title: `${code} · ${deliverable.title}`,
		creator: side('contractor'),
		language: locale === 'en' ? 'en-GB' : 'fr-FR'
	});
	const name = fileName({
		contract: mission.prefix,
		code,
		title: deliverable.title,
		version: number,
		day: mission.today
	});
	return { name, bytes };
}

async function contractOf(ctx: Context, mission: string): Promise<Contract> {
	const { contract } = unwrap(
		await ctx.client.from('missions').select('contract').eq('id', mission).single()
	);
	// Checked when the mission was imported; nobody can write it since.
	return contract as unknown as Contract;
}

async function organisationsOf(ctx: Context, mission: string) {
	return unwrap(
		await ctx.client
			.from('organisations')
			.select('key, name, side')
			.eq('mission_id', mission)
			.order('key')
	);
}

/** The contract names whom the client wants it sent to. */
function recipientsOf(contract: Contract, keys: string[], organisation: string) {
	const known = contract.recipients.filter((r) => keys.includes(r.key));
	return known.map((r) => ({ name: r.name ?? r.email, organisation, email: r.email, medium: 'Courriel' }));
}
