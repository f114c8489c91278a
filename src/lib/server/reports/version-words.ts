// French, whatever the reader's screen speaks: these words go into a French document.
const words: Record<string, string> = {
	submitted: 'remis, en vérification',
	endorsed: 'validé par le comité',
	endorsed_with_reserves: 'validé avec réserves',
	not_endorsed: 'non validé par le comité',
	admitted: 'admis',
	admitted_with_reduction: 'admis avec réfaction',
	adjourned: 'ajourné',
	rejected: 'rejeté',
	superseded: 'remplacé'
};

/** How a deliverable stands, by its latest version, in the words of a report. */
export function versionWords(versions: { number: string; state: string; submitted_at: string }[]): string {
	const last = [...versions].sort((a, b) => b.submitted_at.localeCompare(a.submitted_at))[0];
	return last ? `V${last.number}, ${words[last.state] ?? last.state}` : 'En préparation';
}
