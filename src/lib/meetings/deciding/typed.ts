import type { DecidingChoices } from '#core/meetings/deciding/view.ts';
import type { ResolutionResult } from '#core/meetings/deciding/vote.ts';
import type { Choices, Resolution, ResolutionKind } from '#core/meetings/view.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** A decision as it is typed: every field is text until it is sent. */
export function start(r?: Resolution) {
	const counts = r?.votes?.how === 'vote' ? r.votes : null;
	return {
		wording: r?.wording ?? '',
		kind: (r?.kind ?? 'orientation') as ResolutionKind,
		versionId: r?.versionId ?? '',
		effectOn: r?.effectOn ?? '',
		itemId: r?.itemId ?? '',
		outcome: (r?.outcome ?? '') as string,
		reserves: r?.reserves.map((l) => l.wording).join('\n') ?? '',
		severities: r?.reserves.flatMap((l) => (l.severity ? [l.severity as string] : [])) ?? [],
		result: (r?.result ?? 'adopted') as ResolutionResult,
		how: (r?.votes?.how ?? '') as string,
		for: counts ? `${counts.for}` : '',
		against: counts ? `${counts.against}` : '',
		abstained: counts ? `${counts.abstained}` : '',
		casting: counts?.casting === true
	};
}

/** The versions a decision may be about: first those the body has still to say something of. */
export function versionOptions(deciding: DecidingChoices, versions: Choices['versions']) {
	const awaited = new Set(deciding.versions.map((v) => v.id));
	return [
		...deciding.versions.map((v) => ({
			value: v.id,
			label: m.deciding_version_pending({ label: `${v.code}, V${v.number}` })
		})),
		...versions.filter((v) => !awaited.has(v.id)).map((v) => ({ value: v.id, label: v.label }))
	];
}
